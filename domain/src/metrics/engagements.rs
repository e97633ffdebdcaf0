//! The numbers about engagements: which are active at an instant.

use super::{Ledger, Part, Record, RecordKind, Scope, Tally, Why, handoffs};
use crate::{
    facts::EngagementFact,
    handoff::{HandoffEventKind, HandoffKind},
    ids::EngagementId,
    time::Instant,
};
use std::collections::HashSet;

/// The engagements whose H4 is accepted at asof.
pub(super) fn closed(ledger: &Ledger) -> HashSet<EngagementId> {
    let h4 = ledger
        .facts
        .handoffs
        .iter()
        .filter(|handoff| handoff.kind == HandoffKind::ProductionToSales);
    h4.filter(|handoff| {
        handoffs::first(&handoff.events, HandoffEventKind::Accepted, ledger.asof).is_some()
    })
    .map(|handoff| handoff.engagement)
    .collect()
}

/// Whether the engagement is signed at or before `asof` and not closed by then; why not, otherwise.
pub(super) fn active(
    engagement: &EngagementFact,
    closed: &HashSet<EngagementId>,
    asof: Instant,
) -> Result<(), Why> {
    if engagement.sow_signed_at > asof {
        Err(Why::NotSigned)
    } else if closed.contains(&engagement.id) {
        Err(Why::Closed)
    } else {
        Ok(())
    }
}

/// Engagements active at asof.
pub(super) fn active_engagements(ledger: &Ledger, scope: &Scope, tally: &mut dyn Tally) {
    let closed = closed(ledger);
    for engagement in &ledger.facts.engagements {
        let record = Record {
            kind: RecordKind::Engagement,
            id: engagement.id.0,
            key: &engagement.key,
        };
        match active(engagement, &closed, ledger.asof) {
            _ if !scope.filter.engagement(engagement) => tally.leave_out(record, Why::Filtered),
            Ok(()) => tally.count(record, Part::ONE, Why::Active),
            Err(why) => tally.leave_out(record, why),
        }
    }
}
