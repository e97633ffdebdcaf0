//! Sales' loop: asking for NPS and planning what comes next, until it is closed.

use super::report::closing;
use crate::{
    Error, Result, Service,
    db::{Tx, rows::FollowUpRow, scalar},
    live::{self, Change},
};
use domain::{
    closing::{FollowUp, WriteFollowUp},
    handoff::Stage,
    ids::*,
    policy::{Action, Actor, may},
};
use uuid::Uuid;

/// Writes on in the loop after a closing report.
///
/// # Errors
/// A refusal where the role may not, the report is not accepted, the loop is closed, or what its decision needs is
/// missing.
pub async fn write_follow_up(
    service: &Service,
    actor: &Actor,
    command: WriteFollowUp,
) -> Result<FollowUp> {
    let mut tx = service.db().write().await?;
    let work = closing(&mut tx, actor, command.id).await?;
    may(actor, Action::FollowUp)?;
    if work.stage()? != Stage::Accepted {
        let sentence = "Accept the closing report first: the follow-up begins then.";
        return Err(Error::refused(sentence));
    }
    check_contact(&mut tx, work.engagement.client, command.nps_asked_of).await?;
    let before = FollowUpRow::of(&mut tx, command.id).await?;
    let zone = service.calendar(&mut tx).await?.zone;
    let today = zone.day(service.now());
    command.check_asked(today).map_err(Error::refused)?;
    let next = command.after(&before, service.now(), &zone);
    next.check_after(&before).map_err(Error::refused)?;
    FollowUpRow::replace(&mut tx, command.id, &next).await?;
    announce(service, &mut tx, actor, command.id, &next).await?;
    service.commit(tx).await?;
    Ok(next)
}

async fn check_contact(tx: &mut Tx, client: Uuid, contact: Option<ContactId>) -> Result<()> {
    let Some(contact) = contact else {
        return Ok(());
    };
    let sql = "SELECT COUNT(*) FROM contact WHERE id = $1 AND client = $2";
    match scalar!(tx, i64, sql, contact.0, client)? {
        0 => Err(Error::NotFound("contact")),
        _ => Ok(()),
    }
}

async fn announce(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    id: HandoffId,
    now: &FollowUp,
) -> Result<()> {
    let change = Change {
        client: None,
        entity: "follow_up",
        id: id.to_string(),
        version: 0,
        action: if now.closed_at.is_some() {
            "closed"
        } else {
            "followed up"
        },
        body: now,
    };
    live::append(tx, actor, service.now(), change)
        .await
        .map(drop)
}
