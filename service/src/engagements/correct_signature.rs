//! Correcting the time at which an SOW was signed.

use super::announce;
use crate::{
    Error, Result, Service,
    db::{
        Tx, all,
        rows::{EngagementRow, HandoffRow, SignatureCorrectionRow},
        scalar,
    },
    handoffs::{Work, save},
    packages::settle_written,
};
use domain::{
    engagement::{CorrectSignature, check_correction},
    handoff::{HandoffKind, Stage, first_submission},
    ids::*,
    package::Section,
    policy::{Action, Actor, may},
    text::Reason,
};

/// Corrects when an SOW was signed, with a reason that stays in its history: the clock of its package follows.
///
/// # Errors
/// When the role may not, there is no such engagement, the SOW cannot have been signed then, or somebody changed the
/// engagement since the actor saw it.
pub async fn correct_signature(
    service: &Service,
    actor: &Actor,
    command: CorrectSignature,
) -> Result<()> {
    may(actor, Action::SignEngagement)?;
    let reason: Reason = command
        .reason
        .parse()
        .map_err(|bad| Error::invalid("reason", bad))?;
    let mut tx = service.db().write().await?;
    let mut row = EngagementRow::by_id(&mut tx, command.id.0)
        .await?
        .ok_or(Error::NotFound("engagement"))?;
    if row.version != command.version {
        return Err(Error::stale("engagement"));
    }
    let handoffs = timed_by_it(&mut tx, actor, command.id).await?;
    let package = handoffs
        .iter()
        .find(|work| work.kind() == HandoffKind::SalesToProduction);
    let submitted = package.and_then(|work| first_submission(&work.fact.events));
    let submitted = submitted.map(|event| event.at);
    check_correction(
        row.sow_signed_at,
        command.signed_at,
        submitted,
        service.now(),
    )
    .map_err(|bad| Error::invalid("signed_at", bad))?;
    note(service, &mut tx, actor, &row, &command, reason).await?;
    row.sow_signed_at = command.signed_at;
    row.save(&mut tx).await?;
    announce(service, &mut tx, actor, &row, "corrected the signature of").await?;
    follow(service, &mut tx, actor, &row, handoffs).await?;
    service.commit(tx).await
}

async fn note(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    row: &EngagementRow,
    command: &CorrectSignature,
    reason: Reason,
) -> Result<()> {
    let sql = "SELECT COUNT(*) FROM signature_correction WHERE engagement = $1";
    let correction = SignatureCorrectionRow {
        engagement: row.id,
        seq: scalar!(tx, i64, sql, row.id)? + 1,
        at: service.now(),
        actor_user: actor.user.map(|id| id.0),
        was: row.sow_signed_at,
        becomes: command.signed_at,
        reason: reason.into(),
    };
    SignatureCorrectionRow::insert(tx, &[correction]).await
}

/// The handoffs whose clock may begin with the signature: all but those of jobs.
async fn timed_by_it(tx: &mut Tx, actor: &Actor, id: EngagementId) -> Result<Vec<Work>> {
    let sql = "SELECT * FROM handoff WHERE engagement = $1 AND job IS NULL AND NOT withdrawn ORDER BY kind, id";
    let mut works = Vec::new();
    for row in all!(tx, HandoffRow, sql, id.0)? {
        works.push(Work::load(tx, actor, HandoffId(row.id)).await?);
    }
    Ok(works)
}

/// Their clocks follow the corrected time, and so does what a package in preparation still lacks.
async fn follow(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    engagement: &EngagementRow,
    handoffs: Vec<Work>,
) -> Result<()> {
    for mut work in handoffs {
        work.engagement.clone_from(engagement);
        if work.stage()? == Stage::Preparing {
            settle_written(service, tx, actor, &mut work, Section::Milestones).await?;
        }
        save::save(service, tx, actor, &mut work, "corrected the signature of").await?;
    }
    Ok(())
}
