//! The usual lines of a package, by the kind of engagement.

use super::{
    BudgetCategory, BudgetLine, Milestone, Package, Sow, StaffingLine, Terms, WeeklyHours,
    pod_role::MAKERS,
};
use crate::{ids::PersonId, money::Cents, named, people::PRODUCER_TITLE, text::Label};
use chrono::TimeDelta;

named! {
    /// What kind of engagement a SOW is for.
    pub enum EngagementType {
        AlwaysOn = "always-on content",
        Campaign = "campaign",
        Launch = "product launch",
        Pilot = "pilot",
    }
}

/// Who has the engagement's seats, where that is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Seats {
    pub account_manager: Option<PersonId>,
    pub producer: Option<PersonId>,
}

/// Whose a usual milestone is.
#[derive(Clone, Copy)]
enum Whose {
    Sales,
    Production,
}

/// The usual milestones: name, place in the term per mille, whose.
type Usual = (&'static str, i64, Whose);

const fn milestones(kind: EngagementType) -> &'static [Usual] {
    use Whose::{Production, Sales};
    match kind {
        EngagementType::AlwaysOn => &[
            ("Kick-off with the client", 0, Sales),
            ("Workflows set up", 80, Production),
            ("First month reviewed", 150, Production),
            ("Quarterly review", 330, Sales),
            ("Half-year review", 660, Sales),
            ("Renewal decided", 900, Sales),
        ],
        EngagementType::Campaign => &[
            ("Kick-off with the client", 0, Sales),
            ("Concept approved", 150, Production),
            ("Assets in production", 350, Production),
            ("Campaign goes live", 650, Production),
            ("Results reviewed", 950, Sales),
        ],
        EngagementType::Launch => &[
            ("Kick-off with the client", 0, Sales),
            ("Look and models trained", 250, Production),
            ("Hero assets approved", 500, Production),
            ("Launch day", 800, Production),
            ("Results reviewed", 950, Sales),
        ],
        EngagementType::Pilot => &[
            ("Kick-off with the client", 0, Sales),
            ("First deliverable", 300, Production),
            ("Pilot reviewed", 800, Production),
            ("Next SOW decided", 950, Sales),
        ],
    }
}

/// The usual hours a week of the producer and of each maker, in their order.
const fn hours(kind: EngagementType) -> (i64, [i64; 4]) {
    match kind {
        EngagementType::AlwaysOn => (10, [6, 14, 12, 4]),
        EngagementType::Campaign => (12, [6, 16, 14, 4]),
        EngagementType::Launch => (14, [10, 18, 14, 10]),
        EngagementType::Pilot => (8, [6, 10, 8, 6]),
    }
}

/// The usual share of the fees that is spent, per mille, on each category.
const BUDGET: [(BudgetCategory, &str, i64); 4] = [
    (
        BudgetCategory::People,
        "Hours of the producer and the pod",
        380,
    ),
    (BudgetCategory::Compute, "Generation and rendering", 70),
    (BudgetCategory::Licences, "Fonts, music, stock", 25),
    (BudgetCategory::Reserve, "For what nobody foresaw", 25),
];

/// The usual lines of an SOW package.
pub fn template(kind: EngagementType, terms: &Terms, monthly_fee: Cents, seats: Seats) -> Package {
    let fees = terms.fees(monthly_fee);
    Package {
        sow: Sow {
            file: None,
            value: (fees.0 > 0).then_some(fees),
        },
        milestones: milestones(kind)
            .iter()
            .map(|usual| milestone(usual, terms, seats))
            .collect(),
        staffing: staffing(kind, terms, seats),
        budget: BUDGET.iter().map(|line| budget(*line, fees)).collect(),
        ..Package::default()
    }
}

fn milestone((name, place, whose): &Usual, terms: &Terms, seats: Seats) -> Milestone {
    let days = (terms.last_day() - terms.starts_on).num_days();
    Milestone {
        name: Label::of(name),
        day: terms.starts_on + TimeDelta::days(days * place / 1_000),
        owner: match whose {
            Whose::Sales => seats.account_manager,
            Whose::Production => seats.producer,
        },
    }
}

fn staffing(kind: EngagementType, terms: &Terms, seats: Seats) -> Vec<StaffingLine> {
    let (producer, makers) = hours(kind);
    let line = |title: &str, person, hours| StaffingLine {
        title: Label::of(title),
        person,
        hours: WeeklyHours::whole(hours),
        from: terms.starts_on,
        to: terms.ends_on,
    };
    let open = MAKERS.iter().zip(makers);
    std::iter::once(line(PRODUCER_TITLE, seats.producer, producer))
        .chain(open.map(|(title, hours)| line(title, None, hours)))
        .collect()
}

fn budget((category, note, per_mille): (BudgetCategory, &str, i64), fees: Cents) -> BudgetLine {
    BudgetLine {
        category,
        note: Label::of(note),
        amount: fees.share(per_mille, 1_000),
    }
}
