//! Sales' loop: asking for NPS and planning what comes next, until it is closed.

use super::report::closing;
use crate::{
    Error, Result, Service,
    db::{Tx, all, rows::FollowUpRow, scalar},
    live::{self, Change},
};
use chrono::{DateTime, Utc};
use domain::{
    closing::{FollowUp, OpenFollowUp, WriteFollowUp},
    handoff::{HandoffKind, Stage},
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
    let next = command.after(&before, service.now());
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

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    client_name: String,
    engagement_name: String,
    accepted_at: DateTime<Utc>,
}

/// The loops that are open, those with a next step first, by its day; Sales' own list.
///
/// # Errors
/// When the actor may not follow up.
pub async fn open_follow_ups(service: &Service, actor: &Actor) -> Result<Vec<OpenFollowUp>> {
    may(actor, Action::FollowUp)?;
    let mut tx = service.db().read().await?;
    let zone = service.calendar(&mut tx).await?.zone;
    let sql = "SELECT h.id, c.name AS client_name, e.name AS engagement_name, h.accepted_at FROM handoff h
               JOIN engagement e ON e.id = h.engagement JOIN client c ON c.id = e.client
               LEFT JOIN follow_up f ON f.handoff = h.id
               WHERE h.kind = $1 AND h.accepted_at IS NOT NULL AND f.closed_at IS NULL
               ORDER BY CASE WHEN f.next_on IS NULL THEN 1 ELSE 0 END, f.next_on, h.accepted_at, h.id";
    let kind = i64::from(HandoffKind::ProductionToSales.number());
    let rows = all!(&mut tx, Row, sql, kind)?;
    let today = zone.day(service.now());
    let mut open = Vec::new();
    for row in rows {
        let now = FollowUpRow::of(&mut tx, HandoffId(row.id)).await?;
        open.push(OpenFollowUp {
            handoff: HandoffId(row.id),
            client_name: row.client_name,
            engagement_name: row.engagement_name,
            since: zone.day(row.accepted_at),
            overdue: now.is_overdue(today),
            now,
        });
    }
    Ok(open)
}
