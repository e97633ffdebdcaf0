//! The end of an engagement: its closing report (H4) is opened.

use super::announce;
use crate::{
    Error, Result, Service,
    db::{Tx, all, rows::EngagementRow, scalar},
    handoffs::{self, Opening},
};
use domain::{
    handoff::{HandoffEventKind, HandoffKind},
    ids::*,
    policy::{Action, Actor, may},
};

/// Opens the closing report of an engagement before its last day.
///
/// # Errors
/// When the role may not, or it is open already.
pub async fn start_closing(
    service: &Service,
    actor: &Actor,
    id: EngagementId,
) -> Result<HandoffId> {
    may(
        actor,
        Action::Handoff(HandoffKind::ProductionToSales, HandoffEventKind::Opened),
    )?;
    let mut tx = service.db().write().await?;
    let row = EngagementRow::by_id(&mut tx, id.0)
        .await?
        .ok_or(Error::NotFound("engagement"))?;
    if has_closing(&mut tx, &row).await? {
        return Err(Error::refused(
            "This engagement is closing already: its closing report is on the board.",
        ));
    }
    let handoff = open_closing(service, &mut tx, actor, &row).await?;
    service.commit(tx).await?;
    Ok(handoff)
}

/// Opens the closing reports of all engagements whose last day has passed; how many. Called every minute.
///
/// # Errors
/// When the database cannot be written.
pub async fn open_due_closings(service: &Service) -> Result<usize> {
    let actor = Actor::system("Baton");
    let mut tx = service.db().read().await?;
    let today = service.calendar(&mut tx).await?.zone.day(service.now());
    let sql = "SELECT e.* FROM engagement e WHERE e.ends_on < $1
               AND NOT EXISTS (SELECT 1 FROM handoff h WHERE h.engagement = e.id AND h.kind = 4 AND NOT h.withdrawn)";
    let due = all!(tx, EngagementRow, sql, today)?;
    drop(tx);
    let mut opened = 0;
    for row in &due {
        let mut tx = service.db().write().await?;
        // Another node may have been faster.
        if !has_closing(&mut tx, row).await? {
            open_closing(service, &mut tx, &actor, row).await?;
            service.commit(tx).await?;
            opened += 1;
        }
    }
    Ok(opened)
}

pub(super) async fn has_closing(tx: &mut Tx, row: &EngagementRow) -> Result<bool> {
    let sql = "SELECT COUNT(*) FROM handoff WHERE engagement = $1 AND kind = 4 AND NOT withdrawn";
    Ok(scalar!(tx, i64, sql, row.id)? > 0)
}

pub(super) async fn open_closing(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    row: &EngagementRow,
) -> Result<HandoffId> {
    let opening = Opening {
        kind: HandoffKind::ProductionToSales,
        engagement: row,
        job: None,
        needed_on: None,
        usual: None,
    };
    let id = handoffs::open(service, tx, actor, opening).await?;
    announce(service, tx, actor, row, "began to close").await?;
    Ok(id)
}
