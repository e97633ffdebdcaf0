//! A job's own page, for the agency and for its client.

use super::{Work, answers::answers, cards::present, timeline::timeline};
use crate::{
    Result, Service,
    db::{Tx, all, optional, rows::meaning::read},
    files, live, quality,
};
use chrono::{DateTime, Utc};
use domain::{
    ids::*,
    job::{JobHandoff, JobPage, Message, offered},
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
    let files = files::of_job(&mut tx, id).await?;
    Ok(JobPage {
        card: present(&mut tx, id).await?,
        seq: live::latest(&mut tx).await?,
        brief: work.row.brief.clone(),
        answers: answers(&mut tx, id, &files).await?,
        sla: work.fact.sla,
        submitted_by: submitted_by(&mut tx, &work).await?,
        why: work.why(&calendar),
        timeline: timeline(service, &mut tx, actor, &work).await?,
        messages: messages(&mut tx, id).await?,
        files,
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
