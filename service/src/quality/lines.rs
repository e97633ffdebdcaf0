//! The lines that a verdict looks at.

use super::content::{is_deliverable, list_of, submitted};
use crate::{Error, Result, Service, handoffs::Work};
use domain::{
    ids::{HandoffId, QcLineId},
    policy::Actor,
    quality::Checked,
};

/// The lines by which the version that a handoff hands over is looked at.
///
/// # Errors
/// When the actor may not open the handoff, or it hands over no deliverable.
pub async fn lines(
    service: &Service,
    actor: &Actor,
    id: HandoffId,
) -> Result<Vec<(QcLineId, String)>> {
    let mut tx = service.db().read().await?;
    let work = Work::load(&mut tx, actor, id).await?;
    if !is_deliverable(&work) {
        return Err(Error::NotFound("deliverable"));
    }
    let checks = match submitted(&mut tx, work.row.id).await? {
        Some(version) => version.checks()?,
        None => list_of(&mut tx, &work).await?.checks(&[]),
    };
    let named = |check: Checked| (check.line, check.words.to_string());
    Ok(checks.into_iter().map(named).collect())
}
