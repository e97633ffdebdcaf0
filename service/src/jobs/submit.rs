//! Sending a request.

use super::{Work, record::announce};
use crate::{
    Error, Result, Service,
    db::{
        Tx,
        rows::{EngagementRow, JobRow, WorkflowRow},
    },
    derive,
    files::{self, NewFile, Owner},
};
use domain::{
    calendar::Calendar,
    engagement::check_running,
    ids::*,
    job::JobState,
    policy::{Action, Actor, may},
    text::{Brief, JobTitle},
    time::Instant,
};

/// A request, as a client sends it.
#[derive(Clone, Debug)]
pub struct SubmitJob {
    /// Against which workflow.
    pub workflow: WorkflowId,
    /// What it is called.
    pub title: String,
    /// What is asked for.
    pub brief: String,
    /// The files that come with it; the store has them.
    pub files: Vec<NewFile>,
}

/// Sends a request: from now on its SLA runs, as the workflow promises it at this moment.
///
/// # Errors
/// When the actor is no client, the workflow is not its company's, the engagement is over, or a text
/// is missing or too long. The files are then still nobody's.
pub async fn submit(service: &Service, actor: &Actor, command: SubmitJob) -> Result<JobId> {
    may(actor, Action::SubmitJob)?;
    let title: JobTitle = command
        .title
        .parse()
        .map_err(|bad| Error::invalid("title", bad))?;
    let brief: Brief = command
        .brief
        .parse()
        .map_err(|bad| Error::invalid("brief", bad))?;
    let mut tx = service.db().write().await?;
    let (workflow, engagement) = own_workflow(&mut tx, actor, command.workflow).await?;
    let calendar = service.calendar(&mut tx).await?;
    takes_requests(&engagement, &calendar, service.now())?;
    let mut row = row(service, actor, &workflow, title.into(), brief.into());
    let fact = row.fact(Vec::new())?;
    derive::job(&mut row, &fact, &calendar)?;
    JobRow::insert(&mut tx, std::slice::from_ref(&row)).await?;
    let id = fact.id;
    files::attach(service, &mut tx, actor, Owner::Job(id), command.files).await?;
    let work = Work {
        row,
        fact,
        engagement,
    };
    announce(service, &mut tx, actor, &work, "sent").await?;
    service.commit(tx).await?;
    Ok(id)
}

async fn own_workflow(
    tx: &mut Tx,
    actor: &Actor,
    id: WorkflowId,
) -> Result<(WorkflowRow, EngagementRow)> {
    let missing = || Error::NotFound("workflow");
    let workflow = WorkflowRow::by_id(tx, id.0).await?.ok_or_else(missing)?;
    let engagement = EngagementRow::by_id(tx, workflow.engagement)
        .await?
        .ok_or_else(missing)?;
    may(actor, Action::SeeClient(ClientId(engagement.client))).map_err(|_| missing())?;
    Ok((workflow, engagement))
}

/// Whether an engagement takes requests at `now`.
pub(super) fn takes_requests(
    engagement: &EngagementRow,
    calendar: &Calendar,
    now: Instant,
) -> Result<()> {
    check_running(engagement.ends_on, calendar.zone.day(now)).map_err(Error::refused)
}

fn row(
    service: &Service,
    actor: &Actor,
    workflow: &WorkflowRow,
    title: String,
    brief: String,
) -> JobRow {
    let id = service.id();
    JobRow {
        id,
        key: id.to_string(),
        workflow: workflow.id,
        title,
        brief,
        submitted_at: service.now(),
        submitted_by: actor.contact.map(|id| id.0),
        sla: workflow.sla.clone(),
        state: JobState::Submitted.name().to_owned(),
        before_hold: None,
        clock: String::new(),
        due_at: None,
        version: 1,
    }
}
