//! What is found.

use super::{Rank, rank};
use crate::{
    handoff::Stage,
    named,
    people::AccessRole,
    policy::{Action, check_role, rail},
    time::Instant,
};
use serde::{Deserialize, Serialize};

named! {
    /// What kind of thing is found, in the order in which they are shown.
    pub enum HitKind {
        Action = "action",
        Client = "client",
        Brand = "brand",
        Engagement = "engagement",
        Handoff = "handoff",
        Job = "job",
        Person = "person",
    }
}

impl HitKind {
    /// As the head of a group.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Action => "Do",
            Self::Client => "Clients",
            Self::Brand => "Brands",
            Self::Engagement => "Engagements",
            Self::Handoff => "Handoffs",
            Self::Job => "Jobs",
            Self::Person => "People",
        }
    }

    /// What somebody must be allowed to find such things; actions are asked for one by one.
    pub const fn action(self) -> Action {
        match self {
            Self::Action => Action::Search,
            Self::Client | Self::Handoff => Action::SeeBoard,
            Self::Brand => Action::SeeBrand,
            Self::Engagement => Action::SeeEngagements,
            Self::Job => Action::SeeJobs,
            Self::Person => Action::SeeTeam,
        }
    }
}

/// Hits of a kind at most.
pub const MOST_OF_A_KIND: usize = 5;

/// The longest text that is searched for, in characters; what is beyond it is not looked at.
pub const LONGEST_SEARCH: usize = 100;

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// What it is called.
    pub name: String,
    /// What it belongs to: its client, its engagement, its title.
    pub context: String,
    /// What it opens: a path of this site; for what is done at once, the name of the deed.
    pub opens: String,
    /// Where it stands; of handoffs, which share their names.
    pub standing: Option<Standing>,
}

/// Where a handoff stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Its stage.
    pub stage: Stage,
    /// When it was accepted; when it is due where it is not.
    pub at: Option<Instant>,
}

impl Hit {
    /// Whether nothing is left to do about it.
    fn is_done(&self) -> bool {
        self.standing
            .is_some_and(|standing| standing.stage == Stage::Accepted)
    }
}

/// Something that is done at once rather than opened.
pub const DEEDS: &[(&str, &str)] = &[
    ("Use the light theme", "theme:Light"),
    ("Use the dark theme", "theme:Dark"),
    ("Use the theme of the system", "theme:System"),
    ("Keyboard shortcuts", "shortcuts"),
    ("Sign out", "sign-out"),
];

/// What a role can go to or do, whatever was typed.
pub fn actions(role: AccessRole) -> Vec<Hit> {
    let page = |title: &str, path: &str| Hit {
        kind: HitKind::Action,
        name: title.to_owned(),
        context: String::new(),
        opens: path.to_owned(),
        standing: None,
    };
    let pages = rail(role).into_iter();
    let mut all: Vec<Hit> = pages
        .map(|one| page(&format!("Go to {}", one.title().to_lowercase()), one.path()))
        .collect();
    all.push(page("Go to what concerns you", "/feed"));
    if check_role(role, Action::SignEngagement).is_ok() {
        all.push(page("Sign an engagement", "/engagements?sign=1"));
    }
    all.push(page("Your account", "/account"));
    all.extend(DEEDS.iter().map(|(title, deed)| page(title, deed)));
    all
}

/// The best of `hits` for what was typed: by kind, then by rank, what is open first, then by name; some of each kind at
/// most. What shares all of that stays in the order given.
pub fn best(typed: &str, hits: Vec<Hit>) -> Vec<Hit> {
    let mut ranked: Vec<(HitKind, Rank, Hit)> = hits
        .into_iter()
        .filter_map(|hit| Some((hit.kind, rank(typed, &hit.name, &hit.context)?, hit)))
        .collect();
    ranked.sort_by(|(kind, rank, hit), (other_kind, other_rank, other)| {
        (kind, rank, hit.is_done(), &hit.name, &hit.context).cmp(&(
            other_kind,
            other_rank,
            other.is_done(),
            &other.name,
            &other.context,
        ))
    });
    let mut found: Vec<Hit> = Vec::new();
    for (kind, _, hit) in ranked {
        let of_kind = found.iter().filter(|known| known.kind == kind).count();
        if of_kind < MOST_OF_A_KIND {
            found.push(hit);
        }
    }
    found
}
