//! The handoffs that an engagement's stage is made of.

use crate::{
    Result,
    db::{
        Tx, all,
        rows::{HandoffEventRow, HandoffRow, standing},
    },
};
use domain::{facts::HandoffFact, handoff::HandoffEvent};
use std::collections::HashMap;
use uuid::Uuid;

/// The H1s, H2s and H4s with their histories, by engagement: an H3 never moves its engagement on.
pub(super) async fn handoffs_by_engagement(tx: &mut Tx) -> Result<HashMap<Uuid, Vec<HandoffFact>>> {
    let rows = all!(
        tx,
        HandoffRow,
        "SELECT * FROM handoff WHERE kind <> 3 AND NOT withdrawn"
    )?;
    let sql = "SELECT v.* FROM handoff_event v JOIN handoff h ON h.id = v.handoff WHERE h.kind <> 3
               ORDER BY v.handoff, v.seq";
    let mut histories: HashMap<Uuid, Vec<HandoffEvent>> = HashMap::new();
    for event in standing(all!(tx, HandoffEventRow, sql)?) {
        histories
            .entry(event.handoff)
            .or_default()
            .push(event.event()?);
    }
    let mut found: HashMap<Uuid, Vec<HandoffFact>> = HashMap::new();
    for row in rows {
        let fact = row.fact(histories.remove(&row.id).unwrap_or_default())?;
        found.entry(row.engagement).or_default().push(fact);
    }
    Ok(found)
}
