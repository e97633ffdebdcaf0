//! What the dashboard shows: from facts, a plan and a question, every figure of the page.
//!
//! The server calls it for the first page and for browsers without WebAssembly, the browser calls it to answer a
//! filter at once; both therefore show the same.

mod breakdown;
mod bullet;
mod choices;
mod deadline;
mod figure;
pub(crate) mod question;
mod records;
mod span;
mod tile;
mod trend;

pub use crate::metrics::Hanging;
pub use breakdown::{ClientDot, Load, ProducerBar, ratio_target};
pub use bullet::Bullet;
pub use choices::{Choice, Choices};
pub use deadline::{Deadline, Deadlines};
pub use figure::Figure;
pub use question::{Open, Question, toggle};
pub use records::{PER_PAGE, RecordRow, Records};
pub use span::{Span, WEEKS, weeks_until};
pub use tile::Tile;
pub use trend::{KindTrend, Point};

use crate::{
    metrics::{Ledger, Metric},
    people::AccessRole,
    plan::Plan,
    policy::{Action, check_role},
    time::{Day, Instant},
};
use serde::{Deserialize, Serialize};

/// What of the numbers somebody may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sight {
    /// Costs and margin.
    pub margin: bool,
}

impl Sight {
    /// What `role` may see.
    pub fn of(role: AccessRole) -> Self {
        Self {
            margin: check_role(role, Action::SeeMargin).is_ok(),
        }
    }

    /// Whether `metric` may be seen.
    pub fn has(self, metric: Metric) -> bool {
        self.margin || metric != Metric::ProductionMargin
    }
}

/// Everything on the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dashboard {
    /// The question that it answers, without filters that name nothing.
    pub question: Question,
    /// The instant at which it was known.
    pub asof: Instant,
    /// The agency's day of that.
    pub today: Day,
    /// The plan's outcomes, in its order.
    pub outcomes: Vec<Tile>,
    /// The compliance of the four kinds of handoff over weeks.
    pub compliance: Vec<KindTrend>,
    /// On-time delivery by client, the worst first.
    pub clients: Vec<ClientDot>,
    /// Active clients by producer, the most loaded first.
    pub load: Load,
    /// The next clocks to run out, the oldest first.
    pub deadlines: Deadlines,
    /// What can be filtered by.
    pub choices: Choices,
    /// The records behind the number that is open.
    pub records: Option<Records>,
}

/// Answers `question` for somebody who may see `sight`. What it filters by and nothing has is left out.
pub fn dashboard(ledger: &Ledger, plan: &Plan, question: &Question, sight: Sight) -> Dashboard {
    let choices = choices::choices(ledger.facts());
    let question = &question.among(&choices);
    let open = question.open.filter(|open| sight.has(open.metric));
    Dashboard {
        question: question.clone(),
        asof: ledger.asof,
        today: ledger.today(),
        outcomes: tile::tiles(ledger, plan, question, sight),
        compliance: trend::compliance(ledger, plan, question),
        clients: breakdown::on_time_by_client(ledger, question),
        load: breakdown::load(ledger, plan, question),
        deadlines: deadline::deadlines(ledger, &question.filter),
        choices,
        records: open.map(|open| records::records(ledger, question, open)),
    }
}
