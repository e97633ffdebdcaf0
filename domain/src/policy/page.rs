//! The pages of the frame: where a role lands, and what its rail shows.

use super::{Action, check_role};
use crate::{named, people::AccessRole};

named! {
    /// A page of the rail.
    pub enum Page {
        Board = "board",
        Jobs = "jobs",
        Engagements = "engagements",
        Dashboard = "dashboard",
        Quality = "quality",
        Plan = "plan",
        Team = "team",
        Portal = "portal",
    }
}

impl Page {
    /// Where it is.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Board => "/board",
            Self::Jobs => "/jobs",
            Self::Engagements => "/engagements",
            Self::Dashboard => "/dashboard",
            Self::Quality => "/quality",
            Self::Plan => "/plan",
            Self::Team => "/team",
            Self::Portal => "/portal",
        }
    }

    /// As the rail names it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Board => "Board",
            Self::Jobs => "Jobs",
            Self::Engagements => "Engagements",
            Self::Dashboard => "Dashboard",
            Self::Quality => "Quality",
            Self::Plan => "Plan",
            Self::Team => "Team",
            Self::Portal => "Requests",
        }
    }

    /// What someone must be allowed to open it.
    pub const fn action(self) -> Action {
        match self {
            Self::Board => Action::SeeBoard,
            Self::Jobs => Action::SeeJobs,
            Self::Engagements => Action::SeeEngagements,
            Self::Dashboard => Action::SeeDashboard,
            Self::Quality => Action::SeeQuality,
            Self::Plan => Action::SeePlan,
            Self::Team => Action::SeeTeam,
            Self::Portal => Action::SeePortal,
        }
    }
}

/// The page that a role lands on after signing in.
pub const fn landing(role: AccessRole) -> Page {
    match role {
        AccessRole::Client => Page::Portal,
        AccessRole::Producer | AccessRole::Sales | AccessRole::Generative => Page::Board,
        AccessRole::Executive => Page::Dashboard,
        AccessRole::Admin => Page::Team,
    }
}

/// The pages that a role may open, in the rail's order.
pub fn rail(role: AccessRole) -> Vec<Page> {
    let pages = Page::ALL.iter().copied();
    pages
        .filter(|page| check_role(role, page.action()).is_ok())
        .collect()
}
