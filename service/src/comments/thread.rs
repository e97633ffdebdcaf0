//! Reading comments.

use super::subject::open;
use crate::{
    Error, Result, Service,
    db::{Tx, all, rows::CommentRow},
    live,
};
use chrono::{DateTime, Utc};
use domain::{
    comment::{Comment, Subject, Thread},
    engagement::Named,
    ids::*,
    policy::Actor,
};
use std::collections::HashMap;
use uuid::Uuid;

/// The comments on one thing, the latest last.
///
/// # Errors
/// When comments are not the actor's to read, or there is no such thing.
pub async fn thread(service: &Service, actor: &Actor, about: Subject) -> Result<Thread> {
    let mut tx = service.db().read().await?;
    open(&mut tx, actor, about).await?;
    Ok(Thread {
        seq: live::latest(&mut tx).await?,
        me: actor.user,
        comments: about_it(&mut tx, about).await?,
    })
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    handoff: Option<Uuid>,
    job: Option<Uuid>,
    engagement: Option<Uuid>,
    at: DateTime<Utc>,
    author: Uuid,
    author_name: String,
    body: String,
    edited_at: Option<DateTime<Utc>>,
    deleted_at: Option<DateTime<Utc>>,
    version: i64,
}

/// The queries for comments and for whom they mention, that end alike.
macro_rules! read_comments {
    ($tx:expr, $tail:literal, $bind:expr) => {{
        let rows = all!($tx, Row, concat!(
            "SELECT c.*, u.name AS author_name FROM comment c JOIN user_account u ON u.id = c.author ", $tail,
            " ORDER BY c.at, c.id"), $bind)?;
        let mentions = all!($tx, (Uuid, Uuid, String), concat!(
            "SELECT m.comment, m.user_id, u.name FROM comment_mention m JOIN comment c ON c.id = m.comment
             JOIN user_account u ON u.id = m.user_id ", $tail), $bind)?;
        (rows, mentions)
    }};
}

async fn about_it(tx: &mut Tx, about: Subject) -> Result<Vec<Comment>> {
    let (rows, mentions) = match about {
        Subject::Handoff(id) => read_comments!(tx, "WHERE c.handoff = $1", id.0),
        Subject::Job(id) => read_comments!(tx, "WHERE c.job = $1", id.0),
        Subject::Engagement(id) => read_comments!(tx, "WHERE c.engagement = $1", id.0),
    };
    comments(rows, mentions)
}

/// One comment as it is now.
pub(super) async fn present(tx: &mut Tx, id: CommentId) -> Result<Comment> {
    let (rows, mentions) = read_comments!(tx, "WHERE c.id = $1", id.0);
    let found = comments(rows, mentions)?.into_iter().next();
    found.ok_or(Error::NotFound("comment"))
}

fn comments(rows: Vec<Row>, mentions: Vec<(Uuid, Uuid, String)>) -> Result<Vec<Comment>> {
    let mut mentioned: HashMap<Uuid, Vec<Named<UserId>>> = HashMap::new();
    for (comment, user, name) in mentions {
        let id = UserId(user);
        mentioned
            .entry(comment)
            .or_default()
            .push(Named { id, name });
    }
    rows.into_iter()
        .map(|row| {
            let mentioned = mentioned.remove(&row.id).unwrap_or_default();
            comment(row, mentioned)
        })
        .collect()
}

fn comment(row: Row, mentioned: Vec<Named<UserId>>) -> Result<Comment> {
    let about = about(row.handoff, row.job, row.engagement)?;
    Ok(Comment {
        id: CommentId(row.id),
        version: row.version,
        about,
        by: Named {
            id: UserId(row.author),
            name: row.author_name,
        },
        at: row.at,
        edited_at: row.edited_at,
        deleted_at: row.deleted_at,
        body: row.body,
        mentioned,
    })
}

/// What the columns of a comment say that it is about.
pub(crate) fn about(
    handoff: Option<Uuid>,
    job: Option<Uuid>,
    engagement: Option<Uuid>,
) -> Result<Subject> {
    let handoff = handoff.map(|id| Subject::Handoff(HandoffId(id)));
    let job = job.map(|id| Subject::Job(JobId(id)));
    let engagement = engagement.map(|id| Subject::Engagement(EngagementId(id)));
    let about = handoff.or(job).or(engagement);
    about.ok_or_else(|| Error::fault("a stored comment", "it is about nothing"))
}

/// The columns of a comment about `about`: handoff, job, engagement.
pub(super) fn columns(about: Subject) -> [Option<Uuid>; 3] {
    match about {
        Subject::Handoff(id) => [Some(id.0), None, None],
        Subject::Job(id) => [None, Some(id.0), None],
        Subject::Engagement(id) => [None, None, Some(id.0)],
    }
}

/// The row of a comment.
pub(super) async fn row(tx: &mut Tx, id: CommentId) -> Result<CommentRow> {
    let row = CommentRow::by_id(tx, id.0).await?;
    row.ok_or(Error::NotFound("comment"))
}
