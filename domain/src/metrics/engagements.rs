//! The numbers about engagements: which are active at an instant.

use super::{Ledger, Part, Record, RecordKind, Scope, Tally, Why};
use crate::{
    facts::{EngagementFact, Facts},
    handoff::{HandoffEventKind, HandoffKind},
    ids::EngagementId,
    time::Instant,
};
use std::collections::HashMap;

/// When the H4 of each engagement was first accepted.
pub(super) fn closings(facts: &Facts) -> HashMap<EngagementId, Instant> {
    let mut closings = HashMap::new();
    let handoffs = facts.handoffs.iter();
    for handoff in handoffs.filter(|one| one.kind == HandoffKind::ProductionToSales) {
        let events = handoff.events.iter();
        let accepted = events.filter(|event| event.kind == HandoffEventKind::Accepted);
        for event in accepted {
            let first = closings.entry(handoff.engagement).or_insert(event.at);
            *first = event.at.min(*first);
        }
    }
    closings
}

/// Whether the engagement is signed at or before asof and not closed by then (its H4 accepted); why not, otherwise.
pub(super) fn active(ledger: &Ledger, engagement: &EngagementFact) -> Result<(), Why> {
    let closed = ledger.closings().get(&engagement.id);
    if engagement.sow_signed_at > ledger.asof {
        Err(Why::NotSigned)
    } else if closed.is_some_and(|at| *at <= ledger.asof) {
        Err(Why::Closed)
    } else {
        Ok(())
    }
}

/// Engagements active at asof.
pub(super) fn active_engagements(ledger: &Ledger, scope: &Scope, tally: &mut dyn Tally) {
    for engagement in &ledger.facts.engagements {
        let record = Record {
            kind: RecordKind::Engagement,
            id: engagement.id.0,
            key: &engagement.key,
        };
        match active(ledger, engagement) {
            _ if !scope.filter.engagement(engagement) => tally.leave_out(record, Why::Filtered),
            Ok(()) => tally.count(record, Part::ONE, Why::Active),
            Err(why) => tally.leave_out(record, why),
        }
    }
}
