//! The board: what a card shows, which cards are asked for, and what a move carries.
//!
//! Shared by the server, which reads cards from the database, and the browser, which keeps them and
//! patches one when it changes.

mod lane;
pub mod limit;
mod page;
mod place;

pub use lane::LaneCompliance;
pub use limit::{ColumnLimit, LimitChange, SetLimit};
pub use page::{
    AnswerAvailability, AttachedFile, Entry, FillItem, HandoffPage, Happened, ItemOnPage,
    Neighbour, TakeBack, Undo, UndoMove,
};
pub use place::Place;

use crate::{
    clock::Clock,
    comment::Subject,
    handoff::{
        HandoffKind, Item, Stage,
        gate::{ItemState, Readiness},
    },
    ids::*,
    people::Department,
    quality::Mark,
    time::{Day, Instant},
};
use serde::{Deserialize, Serialize};

/// A handoff as a card shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandoffCard {
    /// Its identity.
    pub id: HandoffId,
    /// Counts its changes; a move names the version it saw.
    pub version: i64,
    /// Its lane.
    pub kind: HandoffKind,
    /// Its column.
    pub stage: Stage,
    /// Its place in the column: a fractional index, compared as text.
    pub position: String,
    /// Whose work it is.
    pub client: ClientId,
    /// That client's name.
    pub client_name: String,
    /// The engagement.
    pub engagement: EngagementId,
    /// Its name.
    pub engagement_name: String,
    /// The job whose deliverable is handed over; H3 only.
    pub job: Option<JobId>,
    /// What is handed over, in a few words: the job's title, or the engagement's name.
    pub title: String,
    /// The engagement's producer.
    pub producer: Option<PersonId>,
    /// The producer's name.
    pub producer_name: Option<String>,
    /// Who stands in for the producer.
    pub backup: Option<PersonId>,
    /// The backup's name.
    pub backup_name: Option<String>,
    /// The engagement's pod: accepting an H2 asks for one where there is none.
    pub pod: Option<PodId>,
    /// Who holds it: a person of the side whose turn it is.
    pub holder: Option<PersonId>,
    /// That person's name.
    pub holder_name: Option<String>,
    /// The day on which that person leaves the agency, or left it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder_left_on: Option<Day>,
    /// The required items, in the order of the package.
    pub items: Vec<(Item, ItemState)>,
    /// Until it is submitted.
    pub clock: Clock,
    /// What is owed once it is submitted: the delivery of its job, or the answer to a pod request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_clock: Option<Clock>,
    /// How often it was returned.
    pub returns: i64,
    /// It is on no board any more: what opened it was taken back, or its job was declined or cancelled while it was open.
    #[serde(default, skip_serializing_if = "is_false")]
    pub withdrawn: bool,
}

/// What is not so is not said: a card is sent many times.
#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands it a reference"
)]
const fn is_false(is: &bool) -> bool {
    !*is
}

impl HandoffCard {
    /// Items filled in or waived, of those required.
    pub fn items_done(&self) -> (usize, usize) {
        let done = self
            .items
            .iter()
            .filter(|(_, state)| *state != ItemState::Missing)
            .count();
        (done, self.items.len())
    }

    /// The clock that runs: its own until it is submitted, then the next one while that is owed.
    pub fn running(&self) -> Clock {
        let owed = |clock: &Clock| clock.met_at.is_none() && !clock.void;
        let next = self.next_clock.filter(owed);
        next.filter(|_| !owed(&self.clock)).unwrap_or(self.clock)
    }

    /// Whether whoever holds it has left at `now`, by UTC's days: a person's last day is no matter of hours.
    pub fn is_left_behind(&self, now: Instant) -> bool {
        self.holder_left_on
            .is_some_and(|day| day <= now.date_naive())
    }

    /// What it has of what its moves ask for.
    pub fn readiness(&self) -> Readiness {
        let is_request = self.kind == HandoffKind::ProductionToGenerative;
        let is_answered = self.next_clock.is_some_and(|clock| clock.met_at.is_some());
        Readiness {
            complete: self.is_complete(),
            answered: !is_request || is_answered,
        }
    }

    /// Whether nothing is missing, so that it can be submitted.
    pub fn is_complete(&self) -> bool {
        let (done, required) = self.items_done();
        done == required
    }
}

/// Which cards are asked for; every part stands in the URL. Empty lets all pass.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardFilter {
    /// Only these lanes.
    pub kinds: Vec<HandoffKind>,
    /// Only these clients.
    pub clients: Vec<ClientId>,
    /// Only engagements of these producers.
    pub producers: Vec<PersonId>,
    /// Only what this viewer holds.
    pub mine: bool,
    /// Only clocks at risk or breached.
    pub at_risk: bool,
    /// Only cards whose client, title or engagement contains this, whatever its case.
    pub text: String,
}

impl BoardFilter {
    /// Whether `card` passes at `now`, for a viewer who is the person `me`.
    pub fn passes(&self, card: &HandoffCard, me: Option<PersonId>, now: Instant) -> bool {
        use crate::clock::ClockState::{AtRisk, Breached};
        (self.kinds.is_empty() || self.kinds.contains(&card.kind))
            && (self.clients.is_empty() || self.clients.contains(&card.client))
            && (self.producers.is_empty()
                || card.producer.is_some_and(|id| self.producers.contains(&id)))
            && (!self.mine || (me.is_some() && card.holder == me))
            && (!self.at_risk || matches!(card.running().state(now), AtRisk | Breached))
            && self.matches_text(card)
    }

    /// Whether accepted cards can pass at all: nobody has them in hand, and nothing about them is at risk any more.
    pub const fn takes_accepted(&self) -> bool {
        !self.mine && !self.at_risk
    }

    fn matches_text(&self, card: &HandoffCard) -> bool {
        let wanted = self.text.trim().to_lowercase();
        let texts = [&card.client_name, &card.title, &card.engagement_name];
        wanted.is_empty()
            || texts
                .iter()
                .any(|text| text.to_lowercase().contains(&wanted))
    }
}

/// A move of a card, with what the gate asks for: items and move go in one request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveHandoff {
    /// Which card.
    pub id: HandoffId,
    /// The version that the mover saw.
    pub version: i64,
    /// Where to.
    pub to: Stage,
    /// Items filled in on the way.
    pub items: Vec<(Item, String)>,
    /// Why the items that are still missing are waived, if they are.
    pub waive: Option<String>,
    /// Why it is returned, if it is.
    pub reason: Option<String>,
    /// H3: what QC says of the lines of its checklist, with a return or an acceptance.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// H3: the number of the version that QC looked at, where the mover says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub looked_at: Option<i64>,
    /// H2, on accepting: the pod that is assigned, where the engagement has none yet.
    pub pod: Option<PodId>,
    /// H4, on accepting: whether a case-study package was delivered.
    pub case_study: bool,
    /// Where in the column it goes; at its end where unset. Into the column that it stands in, it is only arranged anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Why it goes beyond the column's limit, where that is reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over_limit: Option<String>,
    /// When it really happened, where that is entered later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub happened_at: Option<Instant>,
}

impl MoveHandoff {
    /// A move that is asked nothing.
    pub const fn plain(id: HandoffId, version: i64, to: Stage) -> Self {
        Self {
            id,
            version,
            to,
            items: Vec::new(),
            waive: None,
            reason: None,
            marks: Vec::new(),
            looked_at: None,
            pod: None,
            case_study: false,
            place: None,
            over_limit: None,
            happened_at: None,
        }
    }
}

/// What became of one of several cards that were moved at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Which.
    pub id: HandoffId,
    /// Why it stays where it is; unset where it went.
    pub refused: Option<String>,
}

/// What the board of a viewer shows first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Board {
    /// The number of the last change that the cards know: the live feed goes on from here.
    pub seq: i64,
    /// Open cards (all but accepted ones) in the order of their positions.
    pub cards: Vec<HandoffCard>,
    /// How many are accepted, by kind; the cards themselves are loaded on demand.
    pub accepted: Vec<(HandoffKind, i64)>,
    /// The pods that an H2 can assign, by name.
    pub pods: Vec<(PodId, String)>,
    /// How many cards its columns take; those without a limit are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<ColumnLimit>,
}

/// One change, as the live feed sends it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LiveChange {
    /// Its number: ascending without repetition.
    pub seq: i64,
    /// When it was recorded.
    pub at: Instant,
    /// Who did it.
    pub actor_name: String,
    /// What happened, as a verb in the past ("submitted").
    pub action: String,
    /// What it is now.
    pub what: Changed,
}

/// What a change left behind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Changed {
    /// A handoff, as its card shows it.
    Handoff(Box<HandoffCard>),
    /// A job: those who show it ask again.
    Job(JobId),
    /// The comments on something: those who show them ask again.
    Comments(Subject),
    /// Something else that pages may show.
    Other(String),
}

/// The department whose turn it is: the sender's until it is submitted, then the receiver's; nobody's once accepted.
pub const fn turn(kind: HandoffKind, stage: Stage) -> Option<Department> {
    match stage {
        Stage::Preparing => Some(kind.sender()),
        Stage::Submitted | Stage::InReview => Some(kind.receiver()),
        Stage::Accepted => None,
    }
}
