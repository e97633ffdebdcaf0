//! What the machines of the domain make of the change log, line by line.

use crate::support::Baton;
use domain::{
    board::HandoffCard,
    handoff::{self, HandoffEventKind, HandoffKind},
    ids::{HandoffId, JobId},
    job::{self, JobCard, JobEventKind},
    policy::Actor,
};
use service::{db::rows::ChangeRow, facts, live};
use std::collections::BTreeMap;

/// What happened to each thing and stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// The number of the last change that it knows.
    pub seq: i64,
    pub handoffs: BTreeMap<HandoffId, (HandoffKind, Vec<HandoffEventKind>)>,
    pub jobs: BTreeMap<JobId, Vec<JobEventKind>>,
    /// The cards as they were told of last.
    pub cards: BTreeMap<HandoffId, HandoffCard>,
    pub job_cards: BTreeMap<JobId, JobCard>,
}

impl Model {
    /// As the database has it.
    pub async fn of(baton: &Baton) -> Self {
        let known = facts::current(&baton.service).await.unwrap();
        let handoffs = known.facts.handoffs.iter().map(|fact| {
            let events = fact.events.iter().map(|event| event.kind).collect();
            (fact.id, (fact.kind, events))
        });
        let jobs = known.facts.jobs.iter().map(|fact| {
            let events = fact.events.iter().map(|event| event.kind).collect();
            (fact.id, events)
        });
        Self {
            seq: known.seq,
            handoffs: handoffs.collect(),
            jobs: jobs.collect(),
            ..Self::default()
        }
    }

    /// With all that the log tells after change number `after`.
    pub async fn replay(mut self, baton: &Baton, after: i64) -> Self {
        let all = live::since(&baton.service, &Actor::system("test"), after, i64::MAX).await;
        for change in all.unwrap() {
            match change.entity.as_str() {
                "handoff" => self.handoff(&change),
                "job" => self.job(&change),
                _ => {}
            }
            assert!(change.seq > self.seq, "{change:?}");
            self.seq = change.seq;
        }
        self
    }

    fn handoff(&mut self, change: &ChangeRow) {
        use HandoffEventKind::*;
        let card: HandoffCard = serde_json::from_str(&change.body).unwrap();
        let (kind, events) = self
            .handoffs
            .entry(card.id)
            .or_insert((card.kind, Vec::new()));
        let event = match change.action.as_str() {
            "opened" => Some(Opened),
            "submitted" => Some(Submitted),
            "took into review" => Some(InReview),
            "accepted" => Some(Accepted),
            "returned" => Some(Returned),
            "answered" => Some(AvailabilityAnswered),
            "took back a move of" | "withdrew" => {
                events.pop().expect("something is taken back");
                None
            }
            _ => None,
        };
        events.extend(event);
        let progress = events
            .iter()
            .try_fold(handoff::Progress::new(*kind), |at, event| {
                at.after_kind(*event)
            });
        let progress = progress.unwrap_or_else(|error| panic!("{change:?}: {error}"));
        assert_eq!(card.stage, progress.stage(), "{change:?}");
        let known = self.cards.insert(card.id, card.clone());
        assert!(
            known.is_none_or(|known| known.version <= card.version),
            "{change:?}"
        );
    }

    fn job(&mut self, change: &ChangeRow) {
        use JobEventKind::*;
        let card: JobCard = serde_json::from_str(&change.body).unwrap();
        let events = self.jobs.entry(card.id).or_default();
        let event = match change.action.as_str() {
            "accepted" => Some(Accepted),
            "declined" => Some(Declined),
            "took into production" => Some(Production),
            "took to QC" => Some(Qc),
            "delivered" => Some(Delivered),
            "asked for changes to" => Some(ChangesRequested),
            "approved" => Some(Approved),
            "put on hold" => Some(Held),
            "resumed" => Some(Resumed),
            "cancelled" => Some(Cancelled),
            "took back the last step of" => {
                events.pop().expect("something is taken back");
                None
            }
            _ => None,
        };
        events.extend(event);
        let progress = events
            .iter()
            .try_fold(job::Progress::SUBMITTED, |at, event| at.after(*event));
        let progress = progress.unwrap_or_else(|error| panic!("{change:?}: {error}"));
        assert_eq!(card.state, progress.state(), "{change:?}");
        self.job_cards.insert(card.id, card);
    }
}
