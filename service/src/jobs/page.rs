//! A job's own page, for the agency and for its client.

use super::{Work, cards::present};
use crate::{
    Result, Service,
    db::{
        Tx, all, optional,
        rows::{TAKES_BACK, meaning::read},
    },
    files, live, quality,
};
use chrono::{DateTime, Utc};
use domain::{
    handoff::undo::standing,
    ids::*,
    job::{JobEvent, JobHandoff, JobPage, Message, TimelineEntry, offered},
    people::AccessRole,
    policy::Actor,
};
use uuid::Uuid;

/// Everything about one job that `actor` may see.
///
/// # Errors
/// When the actor may not open it, or there is none.
pub async fn page(service: &Service, actor: &Actor, id: JobId) -> Result<JobPage> {
    let mut tx = service.db().read().await?;
    let work = Work::load(&mut tx, actor, id).await?;
    let calendar = service.calendar(&mut tx).await?;
    Ok(JobPage {
        card: present(&mut tx, id).await?,
        seq: live::latest(&mut tx).await?,
        brief: work.row.brief.clone(),
        sla: work.fact.sla,
        submitted_by: submitted_by(&mut tx, &work).await?,
        why: work.why(&calendar),
        timeline: timeline(&mut tx, actor, &work).await?,
        messages: messages(&mut tx, id).await?,
        files: files::of_job(&mut tx, id).await?,
        moves: offered(&work.progress()?, actor.role),
        backup: backup(&mut tx, actor, &work).await?,
        handoffs: handoffs(&mut tx, actor, id).await?,
        deliverable: match actor.role {
            AccessRole::Client => None,
            _ => quality::of_job(&mut tx, id).await?,
        },
        delivered: quality::delivered(&mut tx, id).await?,
    })
}

async fn submitted_by(tx: &mut Tx, work: &Work) -> Result<Option<String>> {
    let sql = "SELECT name FROM contact WHERE id = $1";
    Ok(optional!(tx, (String,), sql, work.row.submitted_by)?.map(|row| row.0))
}

/// Who stands in is the agency's own.
async fn backup(tx: &mut Tx, actor: &Actor, work: &Work) -> Result<Option<String>> {
    if actor.role == AccessRole::Client {
        return Ok(None);
    }
    let sql = "SELECT name FROM person WHERE id = $1";
    Ok(optional!(tx, (String,), sql, work.engagement.backup)?.map(|row| row.0))
}

async fn timeline(tx: &mut Tx, actor: &Actor, work: &Work) -> Result<Vec<TimelineEntry>> {
    let sql = "SELECT e.kind, COALESCE(p.name, c.name, u.name) FROM job_event e
               LEFT JOIN person p ON p.id = e.actor_person LEFT JOIN contact c ON c.id = e.actor_contact
               LEFT JOIN user_account u ON u.id = e.actor_user WHERE e.job = $1 ORDER BY e.seq";
    let lines = all!(tx, (String, Option<String>), sql, work.row.id)?;
    let names = standing(lines, |(kind, _)| kind == TAKES_BACK);
    let entries = work.fact.events.iter().zip(names);
    Ok(entries
        .map(|(event, (_, by))| entry(actor, event, by))
        .collect())
}

/// What the agency notes on its own moves stays with the agency.
fn entry(actor: &Actor, event: &JobEvent, by: Option<String>) -> TimelineEntry {
    let shown = actor.role != AccessRole::Client || event.kind.tells_the_client_why();
    TimelineEntry {
        at: event.at,
        kind: event.kind,
        by,
        reason: if shown {
            event.reason.clone()
        } else {
            String::new()
        },
        recorded_at: event.recorded_at,
    }
}

#[derive(sqlx::FromRow)]
struct MessageRow {
    at: DateTime<Utc>,
    name: String,
    body: String,
    is_question: bool,
}

async fn messages(tx: &mut Tx, id: JobId) -> Result<Vec<Message>> {
    let sql = "SELECT m.at, u.name, m.body, m.is_question FROM message m
               JOIN user_account u ON u.id = m.author WHERE m.job = $1 ORDER BY m.at, m.id";
    let rows = all!(tx, MessageRow, sql, id.0)?;
    let message = |row: MessageRow| Message {
        at: row.at,
        by: row.name,
        body: row.body,
        is_question: row.is_question,
    };
    Ok(rows.into_iter().map(message).collect())
}

async fn handoffs(tx: &mut Tx, actor: &Actor, id: JobId) -> Result<Vec<JobHandoff>> {
    if actor.role == AccessRole::Client {
        return Ok(Vec::new());
    }
    let sql = "SELECT h.id, h.kind, h.stage FROM handoff h
               LEFT JOIN handoff_event o ON o.handoff = h.id AND o.seq = 1
               WHERE h.job = $1 AND NOT h.withdrawn ORDER BY o.at, h.id";
    let rows = all!(tx, (Uuid, i64, String), sql, id.0)?;
    let handoff = |(id, kind, stage): (Uuid, i64, String)| {
        Ok(JobHandoff {
            id: HandoffId(id),
            kind: read("handoff.kind", &kind.to_string())?,
            stage: read("handoff.stage", &stage)?,
        })
    };
    rows.into_iter().map(handoff).collect()
}
