//! An engagement's own page.

use super::{endings::endings, list::rows};
use crate::{
    Error, Result, Service,
    closing::open_of_engagement,
    db::{
        Tx, all,
        rows::{HandoffRow, meaning::read},
    },
    facts::{Agency, handoff_events},
    files,
    handoffs::{Which, cards},
    jobs, packages, quality,
};
use domain::{
    engagement::{CycleStep, EngagementPage, EngagementRow, WorkflowRow},
    handoff::{HandoffEvent, first_submission, settlement},
    ids::*,
    job::JobState,
    policy::{Action, Actor, may},
    time::{Day, Instant},
};
use uuid::Uuid;

/// How many of the latest H3s are shown.
const LATEST: i64 = 10;

/// Everything about one engagement.
///
/// # Errors
/// When the actor may not open it, or there is none.
pub async fn page(service: &Service, actor: &Actor, id: EngagementId) -> Result<EngagementPage> {
    may(actor, Action::SeeEngagements)?;
    let mut tx = service.db().read().await?;
    let Agency { calendar, currency } = Agency::load(&mut tx).await?;
    let today = calendar.zone.day(service.now());
    let found = rows(&mut tx, actor, &currency, today)
        .await?
        .into_iter()
        .find(|row| row.id == id);
    let row = found.ok_or(Error::NotFound("engagement"))?;
    Ok(EngagementPage {
        left: left(&mut tx, &row, today).await?,
        follow_up: open_of_engagement(&mut tx, id, &calendar.zone, service.now()).await?,
        endings: endings(service, &mut tx, actor, id).await?,
        row,
        cycle: cycle(&mut tx, id, service.now()).await?,
        workflows: workflows(&mut tx, id).await?,
        forms: jobs::forms_of_engagement(&mut tx, id).await?,
        checklists: quality::of_engagement(&mut tx, id).await?,
        jobs: jobs_by_state(&mut tx, id).await?,
        files: files::of_engagement(&mut tx, id).await?,
        scope: packages::of_engagement(service, &mut tx, actor, id).await?,
        open: cards(&mut tx, Which::OpenOf(id)).await?,
    })
}

/// Who of those that carry it has left.
async fn left(tx: &mut Tx, row: &EngagementRow, today: Day) -> Result<Vec<PersonId>> {
    let sql = "SELECT id FROM person WHERE left_on <= $1";
    let gone = all!(tx, (Uuid,), sql, today)?;
    let carry = [&row.account_manager, &row.producer, &row.backup];
    let carry = carry.into_iter().flatten().map(|person| person.id);
    Ok(carry.filter(|id| gone.contains(&(id.0,))).collect())
}

async fn cycle(tx: &mut Tx, id: EngagementId, now: Instant) -> Result<Vec<CycleStep>> {
    let sql = "SELECT * FROM handoff WHERE engagement = $1 AND kind <> 3 AND NOT withdrawn";
    let mut rows = all!(tx, HandoffRow, sql, id.0)?;
    let sql = "SELECT h.* FROM handoff h JOIN handoff_event o ON o.handoff = h.id AND o.seq = 1
               WHERE h.engagement = $1 AND h.kind = 3 AND NOT h.withdrawn ORDER BY o.at DESC, h.id LIMIT $2";
    rows.extend(all!(tx, HandoffRow, sql, id.0, LATEST)?);
    let mut steps = Vec::new();
    for row in rows {
        let events = handoff_events(tx, row.id).await?;
        steps.push((
            events.first().map(|event| event.at),
            step(&row, &events, now)?,
        ));
    }
    steps.sort_by_key(|(opened, step)| (*opened, step.kind));
    Ok(steps.into_iter().map(|(_, step)| step).collect())
}

fn step(row: &HandoffRow, events: &[HandoffEvent], now: Instant) -> Result<CycleStep> {
    let submission = first_submission(events);
    let waived = submission.is_some_and(|event| !event.waived.is_empty());
    let settled = settlement(submission.map(|event| event.at), waived, row.due_at, now);
    let mut moves = events.iter().filter(|event| event.kind.target().is_some());
    Ok(CycleStep {
        id: HandoffId(row.id),
        kind: row.handoff_kind()?,
        stage: read("handoff.stage", &row.stage)?,
        opened_at: events.first().map(|event| event.at),
        since: moves.next_back().or(events.first()).map(|event| event.at),
        compliant: settled.map(|settled| settled.compliant),
    })
}

async fn workflows(tx: &mut Tx, id: EngagementId) -> Result<Vec<WorkflowRow>> {
    let sql = "SELECT w.id, w.name, w.sla, COUNT(j.id),
                      COUNT(CASE WHEN j.state NOT IN ('approved', 'declined', 'cancelled') THEN 1 END)
               FROM workflow w LEFT JOIN job j ON j.workflow = w.id WHERE w.engagement = $1
               GROUP BY w.id, w.name, w.sla ORDER BY w.name, w.id";
    let rows = all!(tx, (Uuid, String, String, i64, i64), sql, id.0)?;
    let workflow = |(id, name, sla, jobs, open_jobs): (Uuid, String, String, i64, i64)| {
        Ok(WorkflowRow {
            id: WorkflowId(id),
            name,
            sla: read("workflow.sla", &sla)?,
            open_jobs,
            jobs,
        })
    };
    rows.into_iter().map(workflow).collect()
}

async fn jobs_by_state(tx: &mut Tx, id: EngagementId) -> Result<Vec<(JobState, i64)>> {
    let sql = "SELECT j.state, COUNT(*) FROM job j JOIN workflow w ON w.id = j.workflow WHERE w.engagement = $1
               GROUP BY j.state";
    let counts = all!(tx, (String, i64), sql, id.0)?;
    let mut counts = counts
        .into_iter()
        .map(|(state, count)| Ok((read("job.state", &state)?, count)))
        .collect::<Result<Vec<_>>>()?;
    counts.sort();
    Ok(counts)
}
