//! What a handoff's package contains: rows and texts that Baton can count with, not a mark that something is there.
//!
//! H1 (Sales → Production) carries the SOW, its milestones with the timeline drawn from them, the staffing plan and the
//! budget; H2 (Production → Generative) the pod's roles, a timeline, the deliverables' specs and the brand context.

mod answer;
mod budget;
mod gaps;
mod line;
mod load;
mod margin;
mod milestone;
mod page;
mod pod_role;
mod save;
mod section;
mod sow;
mod spec;
mod staffing;
mod template;
mod terms;
mod timeline;

pub use answer::{
    AnswerFields, AnswerRoles, Availability, BadAnswer, RoleAnswer, Unanswered, answers_kept,
    check_answered, check_answers,
};
pub use budget::{BudgetCategory, BudgetFields, BudgetLine};
pub use gaps::{Gap, gaps, state};
pub use line::{BadField, BadLine, Line, MOST_LINES, lines};
pub use load::{Booking, PersonLoad, WEEKS_SHOWN, monday, weekly};
pub use margin::{PlannedMargin, planned};
pub use milestone::{Milestone, MilestoneFields};
pub use page::{BrandAround, Engaged, PackagePage, SignatureCorrection, in_days};
pub use pod_role::{PodRole, PodRoleFields, roles_of};
pub use save::{Content, SavePackage};
pub use section::Section;
pub use sow::{Sow, SowFields};
pub use spec::{DeliverableSpec, SpecFields};
pub use staffing::{StaffingFields, StaffingLine, WeeklyHours};
pub use template::{EngagementType, Seats, template};
pub use terms::{OPEN_END_MONTHS, Terms, lead_days};
pub use timeline::{Span, day_at, span};

use crate::brand::Brand;
use serde::{Deserialize, Serialize};

/// All that the sections of one handoff's package contain.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Package {
    /// The signed SOW.
    pub sow: Sow,
    /// In the order of their days.
    pub milestones: Vec<Milestone>,
    /// Who works on it, when and how much.
    pub staffing: Vec<StaffingLine>,
    /// What it is planned to cost over its term.
    pub budget: Vec<BudgetLine>,
    /// The roles that Generative is asked for.
    pub roles: Vec<PodRole>,
    /// What is to be delivered.
    pub specs: Vec<DeliverableSpec>,
    /// What whoever makes it must know of the client's brand.
    pub brand: Brand,
}

impl Package {
    /// Whether nothing of a section is written.
    pub fn is_empty(&self, section: Section) -> bool {
        match section {
            Section::Sow => self.sow == Sow::default(),
            Section::Milestones => self.milestones.is_empty(),
            Section::Staffing => self.staffing.is_empty(),
            Section::Budget => self.budget.is_empty(),
            Section::PodRoles => self.roles.is_empty(),
            Section::Specs => self.specs.is_empty(),
            Section::Brand => self.brand.is_empty(),
        }
    }

    /// Puts one section in the place of what was there.
    pub fn put(&mut self, content: Content) {
        match content {
            Content::Sow(sow) => self.sow = sow,
            Content::Milestones(rows) => self.milestones = rows,
            Content::Staffing(rows) => self.staffing = rows,
            Content::Budget(rows) => self.budget = rows,
            Content::PodRoles(rows) => self.roles = rows,
            Content::Specs(rows) => self.specs = rows,
            Content::Brand(brand) => self.brand = brand,
        }
    }

    /// One section of it.
    pub fn content(&self, section: Section) -> Content {
        match section {
            Section::Sow => Content::Sow(self.sow),
            Section::Milestones => Content::Milestones(self.milestones.clone()),
            Section::Staffing => Content::Staffing(self.staffing.clone()),
            Section::Budget => Content::Budget(self.budget.clone()),
            Section::PodRoles => Content::PodRoles(self.roles.clone()),
            Section::Specs => Content::Specs(self.specs.clone()),
            Section::Brand => Content::Brand(self.brand.clone()),
        }
    }
}
