//! The files of a version.

use super::{
    content::{is_deliverable, settle_draft},
    draft::begun,
    page::delivered_version,
    save_version::open,
};
use crate::{
    Error, Result, Service,
    db::{
        Tx, optional,
        rows::{DeliverableFileRow, FileRow},
        run, scalar,
    },
    files::forget,
    handoffs::{Work, or_present, save},
    jobs,
};
use domain::{
    board::HandoffCard,
    ids::{FileId, HandoffId, JobId},
    policy::Actor,
    quality::check_open,
};
use uuid::Uuid;

/// Whether files can be added to what the handoff hands over: a version that was submitted takes none.
pub(crate) fn check_add(work: &Work) -> Result<()> {
    if !is_deliverable(work) {
        return Ok(());
    }
    check_open(work.stage()?).map_err(Error::refused)
}

/// Files that were added to a deliverable's handoff are of the version that is being made; whether it is one.
pub(crate) async fn take(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    id: HandoffId,
    files: &[FileId],
) -> Result<bool> {
    let mut work = Work::load(tx, actor, id).await?;
    if !is_deliverable(&work) {
        return Ok(false);
    }
    let version = begun(service, tx, actor, &work).await?;
    for file in files {
        let known = "SELECT COUNT(*) FROM deliverable_file WHERE file = $1";
        // A version that was only begun now has taken them already.
        if scalar!(tx, i64, known, file.0)? == 0 {
            let row = DeliverableFileRow {
                file: file.0,
                version: version.id,
            };
            DeliverableFileRow::insert(tx, &[row]).await?;
        }
    }
    settle_draft(service, tx, actor, &mut work).await?;
    save(service, tx, actor, &mut work, "added files to").await?;
    Ok(true)
}

/// Takes a file out of the version that is being made.
///
/// # Errors
/// A refusal where the role may not, the version was submitted or the file shows the work in a closing report; a conflict
/// with the card as it is, where it was changed since the actor saw it; when the version has no such file.
pub async fn remove_file(
    service: &Service,
    actor: &Actor,
    id: HandoffId,
    version: i64,
    file: FileId,
) -> Result<HandoffCard> {
    or_present(
        service,
        id,
        try_remove(service, actor, id, version, file).await,
    )
    .await
}

async fn try_remove(
    service: &Service,
    actor: &Actor,
    id: HandoffId,
    version: i64,
    file: FileId,
) -> Result<HandoffCard> {
    let mut tx = service.db().write().await?;
    let mut work = open(&mut tx, actor, id, version).await?;
    let path = take_out(&mut tx, id.0, file.0).await?;
    settle_draft(service, &mut tx, actor, &mut work).await?;
    let card = save(service, &mut tx, actor, &mut work, "removed a file of").await?;
    service.commit(tx).await?;
    forget(service, &path).await;
    Ok(card)
}

/// Removes the rows of a file of the version that is being made; where its bytes are.
async fn take_out(tx: &mut Tx, handoff: Uuid, file: Uuid) -> Result<String> {
    let sql = "SELECT f.* FROM file f JOIN deliverable_file d ON d.file = f.id
               JOIN deliverable_version v ON v.id = d.version
               WHERE f.id = $1 AND v.handoff = $2 AND v.submitted_at IS NULL";
    let found = optional!(tx, FileRow, sql, file, handoff)?;
    let found = found.ok_or_else(|| {
        Error::refused("This version has no such file: it may have been taken out already.")
    })?;
    let shown = "SELECT COUNT(*) FROM closing_visual WHERE file = $1";
    if scalar!(tx, i64, shown, file)? > 0 {
        return Err(Error::refused(
            "This file shows the work in the closing report: take it out there first.",
        ));
    }
    run!(tx, "DELETE FROM deliverable_file WHERE file = $1", file)?;
    run!(tx, "DELETE FROM file WHERE id = $1", file)?;
    Ok(found.path)
}

/// Whether a file is of the version of a job that was delivered, and the job is one that the actor may see.
pub(crate) async fn is_delivered(tx: &mut Tx, actor: &Actor, file: Uuid) -> Result<bool> {
    let sql = "SELECT h.job, d.version FROM deliverable_file d JOIN deliverable_version v ON v.id = d.version
               JOIN handoff h ON h.id = v.handoff WHERE d.file = $1";
    let Some((Some(job), version)) = optional!(tx, (Option<Uuid>, Uuid), sql, file)? else {
        return Ok(false);
    };
    match jobs::Work::load(tx, actor, JobId(job)).await {
        Ok(_) => {
            let delivered = delivered_version(tx, job).await?;
            Ok(delivered.is_some_and(|row| row.id == version))
        }
        Err(Error::NotFound(_) | Error::Refused(_)) => Ok(false),
        Err(fault) => Err(fault),
    }
}
