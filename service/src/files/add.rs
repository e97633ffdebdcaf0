//! Giving files an owner.

use super::NewFile;
use crate::{
    Error, Result, Service, brands,
    db::{Tx, rows::FileRow},
    handoffs, jobs, quality,
};
use chrono::TimeDelta;
use domain::{
    ids::*,
    policy::{Action, Actor, may},
    time::Instant,
};

/// The most characters of a file's name that are kept.
const MOST_NAME: usize = 200;

/// The most characters of a media type that are kept.
const MOST_TYPE: usize = 100;

/// What files can belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A job: the client and the agency add to it.
    Job(JobId),
    /// A handoff: its sender adds to it.
    Handoff(HandoffId),
    /// A client's brand page.
    Brand(ClientId),
}

/// Whether `actor` may add files to `owner`.
///
/// # Errors
/// When there is no such thing for the actor, or the role may not.
pub async fn may_add(service: &Service, actor: &Actor, owner: Owner) -> Result<()> {
    let mut tx = service.db().read().await?;
    check(&mut tx, actor, owner).await
}

async fn check(tx: &mut Tx, actor: &Actor, owner: Owner) -> Result<()> {
    match owner {
        Owner::Job(id) => jobs::Work::load(tx, actor, id).await.map(drop),
        Owner::Handoff(id) => {
            let work = handoffs::Work::load(tx, actor, id).await?;
            may(actor, Action::Prepare(work.kind()))?;
            quality::check_add(&work)
        }
        Owner::Brand(client) => brands::may_add(tx, actor, client).await,
    }
}

/// Adds files to a job, with the message that they came with, to a handoff or to a brand page.
///
/// # Errors
/// When there is no such thing for the actor, or the role may not; then the files are still nobody's.
pub async fn add(
    service: &Service,
    actor: &Actor,
    owner: Owner,
    message: &str,
    files: Vec<NewFile>,
) -> Result<Vec<FileId>> {
    let mut tx = service.db().write().await?;
    check(&mut tx, actor, owner).await?;
    if files.is_empty() && message.trim().is_empty() {
        return Err(Error::invalid(
            "files",
            "Choose a file, or write a message.",
        ));
    }
    let ids = attach(service, &mut tx, actor, owner, files).await?;
    match owner {
        Owner::Job(id) => jobs::told(service, &mut tx, actor, id, message, !ids.is_empty()).await?,
        Owner::Handoff(id) => told(service, &mut tx, actor, id, &ids).await?,
        Owner::Brand(client) => brands::added(service, &mut tx, actor, client).await?,
    }
    service.commit(tx).await?;
    Ok(ids)
}

/// The files of a deliverable are of the version that is being made.
async fn told(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    id: HandoffId,
    files: &[FileId],
) -> Result<()> {
    if !quality::take(service, tx, actor, id, files).await? {
        handoffs::announce(service, tx, actor, id, "added files to").await?;
    }
    Ok(())
}

/// Writes the rows of files that were taken in, in the order in which they were sent.
pub(crate) async fn attach(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    owner: Owner,
    files: Vec<NewFile>,
) -> Result<Vec<FileId>> {
    // Lists go by the time: those of one form a millisecond apart, the least that both databases keep.
    let times = (0..).map(|place| service.now() + TimeDelta::milliseconds(place));
    let rows: Vec<FileRow> = files
        .into_iter()
        .zip(times)
        .map(|(file, at)| row(service, actor, owner, (file, at)))
        .collect();
    FileRow::insert(tx, &rows).await?;
    Ok(rows.iter().map(|row| FileId(row.id)).collect())
}

fn row(service: &Service, actor: &Actor, owner: Owner, (file, at): (NewFile, Instant)) -> FileRow {
    let (job, handoff, brand) = match owner {
        Owner::Job(id) => (Some(id.0), None, None),
        Owner::Handoff(id) => (None, Some(id.0), None),
        Owner::Brand(id) => (None, None, Some(id.0)),
    };
    FileRow {
        id: service.id(),
        job,
        handoff,
        name: kept_text(&file.name, MOST_NAME),
        size: i64::try_from(file.kept.size).unwrap_or(i64::MAX),
        path: file.kept.path,
        uploaded_by: actor.user.map(|id| id.0),
        at,
        found: Some(file.kept.found.to_owned()),
        said: file.said.map(|said| kept_text(&said, MOST_TYPE)),
        brand,
        taken_off_at: None,
    }
}

fn kept_text(text: &str, most: usize) -> String {
    let letters = text.chars().filter(|letter| !letter.is_control());
    letters.take(most).collect()
}
