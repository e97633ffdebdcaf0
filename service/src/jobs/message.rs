//! Questions about a job, and answers.

use super::{
    Work,
    record::{announce, record},
};
use crate::{
    Error, Result, Service,
    db::{Tx, rows::MessageRow},
};
use domain::{
    ids::JobId,
    job::{JobEventKind, JobState, check_question},
    people::AccessRole,
    policy::{Action, Actor, may},
    text::Remark,
};

/// Asks the client something: until somebody of theirs answers, the job waits for them.
///
/// # Errors
/// When the actor may not put the job on hold, which asking comes close to, when nothing is left to do about the job,
/// or nothing is said.
pub async fn ask(service: &Service, actor: &Actor, id: JobId, question: &str) -> Result<()> {
    may(actor, Action::Job(JobEventKind::Held))?;
    let mut tx = service.db().write().await?;
    let work = Work::load(&mut tx, actor, id).await?;
    check_question(work.state()?).map_err(Error::refused)?;
    write(service, &mut tx, actor, &work, question, true).await?;
    announce(service, &mut tx, actor, &work, "asked about").await?;
    service.commit(tx).await
}

/// Answers, or remarks something. A client's answer to a job on hold resumes it.
///
/// # Errors
/// When there is no such job for the actor, or nothing is said.
pub async fn answer(service: &Service, actor: &Actor, id: JobId, text: &str) -> Result<()> {
    let mut tx = service.db().write().await?;
    let work = Work::load(&mut tx, actor, id).await?;
    write(service, &mut tx, actor, &work, text, false).await?;
    answered(service, &mut tx, actor, work, "answered about").await?;
    service.commit(tx).await
}

/// Files came for a job, perhaps with a message, perhaps a message alone.
pub(crate) async fn told(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    id: JobId,
    message: &str,
    with_files: bool,
) -> Result<()> {
    let work = Work::load(tx, actor, id).await?;
    if !message.trim().is_empty() {
        write(service, tx, actor, &work, message, false).await?;
    }
    let action = if with_files {
        "added files to"
    } else {
        "answered about"
    };
    answered(service, tx, actor, work, action).await
}

async fn answered(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    mut work: Work,
    action: &'static str,
) -> Result<()> {
    if actor.role == AccessRole::Client && work.state()? == JobState::OnHold {
        return record(
            service,
            tx,
            actor,
            &mut work,
            JobEventKind::Resumed,
            String::new(),
        )
        .await;
    }
    announce(service, tx, actor, &work, action).await.map(drop)
}

async fn write(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &Work,
    text: &str,
    is_question: bool,
) -> Result<()> {
    let body: Remark = text.parse().map_err(|bad| Error::invalid("message", bad))?;
    let author = actor
        .user
        .ok_or_else(|| Error::refused("Only somebody who is signed in can write messages."))?;
    let row = MessageRow {
        id: service.id(),
        job: work.row.id,
        at: service.now(),
        author: author.0,
        body: body.into(),
        is_question,
    };
    MessageRow::insert(tx, &[row]).await
}
