//! Sending a request.

use super::{Work, answers, record::announce, request_form::of_workflow};
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
    job::{BadAnswer, Given, JobState},
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
    /// What was typed into the fields of the workflow's request form; other fields are not looked at.
    pub answers: Vec<(RequestFieldId, String)>,
    /// The files that come with it; the store has them.
    pub files: Vec<Sent>,
}

/// A file that comes with a request.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The field of the request form that it answers; unset for what comes besides.
    pub field: Option<RequestFieldId>,
    /// The file.
    pub file: NewFile,
}

impl SubmitJob {
    fn given(&self) -> Given {
        Given {
            texts: self.answers.clone(),
            files: self.files.iter().filter_map(|sent| sent.field).collect(),
        }
    }
}

/// Sends a request: from now on its SLA runs, as the workflow promises it at this moment.
///
/// # Errors
/// When the actor is no client, the workflow is not its company's, the engagement is over, a text is missing or too
/// long, or something is missing that the workflow's request form needs. The files are then still nobody's.
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
    let form = of_workflow(&mut tx, workflow.id).await?;
    let given = command.given();
    let texts = form.check(&given).map_err(first)?;
    let mut row = row(service, actor, &workflow, title.into(), brief.into());
    let fact = row.fact(Vec::new())?;
    derive::job(&mut row, &fact, &calendar)?;
    JobRow::insert(&mut tx, std::slice::from_ref(&row)).await?;
    let id = fact.id;
    let (fields, files) = command
        .files
        .into_iter()
        .map(|it| (it.field, it.file))
        .unzip();
    let files = files::attach(service, &mut tx, actor, Owner::Job(id), files).await?;
    answers::write(&mut tx, id, &form, &texts, &zipped(fields, files)).await?;
    let work = Work {
        row,
        fact,
        engagement,
    };
    announce(service, &mut tx, actor, &work, "sent").await?;
    service.commit(tx).await?;
    Ok(id)
}

/// A form is refused by its first field that will not do; screens look at all of them before they send it.
fn first(faults: Vec<BadAnswer>) -> Error {
    let first = faults.into_iter().next();
    first.map_or(Error::Unavailable, Error::from)
}

/// The files that answer a field.
fn zipped(
    fields: Vec<Option<RequestFieldId>>,
    files: Vec<FileId>,
) -> Vec<(RequestFieldId, FileId)> {
    let both = fields.into_iter().zip(files);
    both.filter_map(|(field, file)| Some((field?, file)))
        .collect()
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
