//! The verdicts of QC, one by one: what `qc_first_pass` and the counts of retakes are made of.

use super::{HandoffEntry, Known, Ledger, Scope, Standing, Why};
use crate::{
    facts::HandoffFact,
    handoff::{HandoffEventKind, HandoffKind},
    ids::{ClientId, WorkflowId},
    time::Instant,
};

/// A verdict on a deliverable.
#[derive(Clone, Copy, Debug)]
pub struct QcVerdict<'a> {
    /// The handoff of the deliverable.
    pub handoff: &'a HandoffFact,
    /// Whose it is.
    pub client: ClientId,
    /// The kind of work, where its job is known.
    pub workflow: Option<WorkflowId>,
    /// When.
    pub at: Instant,
    /// Accepted, or else returned.
    pub accepted: bool,
    /// Whether it is the deliverable's first.
    pub first: bool,
    /// Which verdict of its handoff it is, from 0.
    pub place: usize,
}

/// The verdicts of the period, of the deliverables that pass the filter and whose job was neither declined nor cancelled
/// before it settled: the same that `qc_first_pass` looks at.
pub fn qc_verdicts<'a>(ledger: &Ledger<'a>, scope: &Scope) -> Vec<QcVerdict<'a>> {
    let known = Known::new(scope.period, ledger.asof, &ledger.facts.calendar.zone);
    let all = ledger.handoffs(HandoffKind::GenerativeToProduction);
    let counted = all.iter().filter(|entry| {
        scope.filter.engagement(entry.engagement)
            && scope.filter.workflow(entry.workflow)
            && !matches!(
                entry.standing,
                Standing::Unsettled(Why::JobDeclined | Why::JobCancelled)
            )
    });
    counted
        .flat_map(|entry| verdicts(entry, ledger.asof))
        .filter(|verdict| known.has(verdict.at))
        .collect()
}

fn verdicts<'a>(entry: &HandoffEntry<'a>, asof: Instant) -> Vec<QcVerdict<'a>> {
    let (fact, client, workflow) = (entry.fact, entry.engagement.client, entry.workflow);
    let events = fact.events.iter().filter(|event| event.at <= asof);
    let told = events.filter_map(|event| match event.kind {
        HandoffEventKind::Accepted => Some((event.at, true)),
        HandoffEventKind::Returned => Some((event.at, false)),
        _ => None,
    });
    told.enumerate()
        .map(|(place, (at, accepted))| QcVerdict {
            handoff: fact,
            client,
            workflow,
            at,
            accepted,
            first: place == 0,
            place,
        })
        .collect()
}
