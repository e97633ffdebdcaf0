//! A submission or a verdict that was taken back.

use super::{
    content::{settle, settle_draft, submitted},
    draft::put,
};
use crate::{
    Result, Service,
    db::{Tx, run},
    handoffs::Work,
};
use domain::{
    handoff::{HandoffEvent, HandoffEventKind},
    policy::Actor,
};

/// Takes back what `event`, which does not stand any more, did to the version: one that was handed over is being made
/// again, a verdict does not count any more.
pub(crate) async fn undo(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    event: &HandoffEvent,
) -> Result<()> {
    let Some(mut version) = submitted(tx, work.row.id).await? else {
        return Ok(());
    };
    match event.kind {
        HandoffEventKind::Submitted if version.submitted_at == Some(event.at) => {
            version.submitted_at = None;
            put(tx, &version).await?;
            settle_draft(service, tx, actor, work).await
        }
        HandoffEventKind::Accepted | HandoffEventKind::Returned => {
            let sql = "UPDATE qc_verdict SET taken_back_at = $1
                       WHERE version = $2 AND at = $3 AND taken_back_at IS NULL";
            run!(tx, sql, service.now(), version.id, event.at)?;
            let content = version.content(tx).await?;
            settle(service, tx, actor, work, &content).await
        }
        _ => Ok(()),
    }
}
