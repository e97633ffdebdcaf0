//! The records that may answer, a kind at a time.

use super::pattern::Patterns;
use crate::{
    Result,
    db::{Tx, all, rows::meaning::read},
};
use domain::{
    search::{Hit, HitKind, Standing},
    time::Instant,
};
use uuid::Uuid;

/// Records of a kind that are ranked at most; those that begin with what was typed come first, then the latest.
const RANKED: i64 = 100;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    context: String,
    #[sqlx(default)]
    stage: Option<String>,
    #[sqlx(default)]
    stands_at: Option<Instant>,
}

pub(super) async fn of_kind(tx: &mut Tx, kind: HitKind, patterns: &Patterns) -> Result<Vec<Hit>> {
    let sql = match kind {
        HitKind::Action => return Ok(Vec::new()),
        HitKind::Client | HitKind::Brand => {
            r"SELECT c.id, c.name, '' AS context FROM client c WHERE LOWER(c.name) LIKE $2 ESCAPE '\'
              ORDER BY CASE WHEN LOWER(c.name) LIKE $1 ESCAPE '\' THEN 0 ELSE 1 END, c.name, c.id LIMIT $3"
        }
        HitKind::Engagement => {
            r"SELECT e.id, e.name, c.name AS context FROM engagement e JOIN client c ON c.id = e.client
              WHERE LOWER(e.name) LIKE $2 ESCAPE '\' OR LOWER(c.name) LIKE $2 ESCAPE '\'
              ORDER BY CASE WHEN LOWER(e.name) LIKE $1 ESCAPE '\' THEN 0 ELSE 1 END, e.sow_signed_at DESC, e.id
              LIMIT $3"
        }
        HitKind::Job => {
            r"SELECT j.id, j.title AS name, c.name AS context FROM job j JOIN workflow w ON w.id = j.workflow
              JOIN engagement e ON e.id = w.engagement JOIN client c ON c.id = e.client
              WHERE LOWER(j.title) LIKE $2 ESCAPE '\' OR LOWER(c.name) LIKE $2 ESCAPE '\'
              ORDER BY CASE WHEN LOWER(j.title) LIKE $1 ESCAPE '\' THEN 0 ELSE 1 END, j.submitted_at DESC, j.id
              LIMIT $3"
        }
        HitKind::Handoff => {
            r"SELECT h.id, COALESCE(j.title, e.name) AS name,
                     'H' || CAST(h.kind AS TEXT) || ' · ' || c.name AS context, h.stage,
                     CASE WHEN h.stage = 'accepted' THEN h.accepted_at ELSE h.due_at END AS stands_at
              FROM handoff h JOIN engagement e ON e.id = h.engagement JOIN client c ON c.id = e.client
              LEFT JOIN job j ON j.id = h.job
              WHERE NOT h.withdrawn
              AND (LOWER(COALESCE(j.title, e.name)) LIKE $2 ESCAPE '\' OR LOWER(c.name) LIKE $2 ESCAPE '\')
              ORDER BY CASE WHEN LOWER(COALESCE(j.title, e.name)) LIKE $1 ESCAPE '\' THEN 0 ELSE 1 END,
                       CASE WHEN h.stage = 'accepted' THEN 1 ELSE 0 END, h.id DESC LIMIT $3"
        }
        HitKind::Person => {
            r"SELECT p.id, p.name, p.title AS context FROM person p
              WHERE p.left_on IS NULL AND (LOWER(p.name) LIKE $2 ESCAPE '\' OR LOWER(p.title) LIKE $2 ESCAPE '\')
              ORDER BY CASE WHEN LOWER(p.name) LIKE $1 ESCAPE '\' THEN 0 ELSE 1 END, p.name, p.id LIMIT $3"
        }
    };
    let rows = all!(tx, Row, sql, &patterns.prefix, &patterns.word, RANKED)?;
    rows.into_iter().map(|row| hit(kind, row)).collect()
}

fn hit(kind: HitKind, row: Row) -> Result<Hit> {
    let Row {
        id,
        name,
        context,
        stage,
        stands_at,
    } = row;
    let stage = stage
        .map(|stage| read("handoff.stage", &stage))
        .transpose()?;
    let standing = stage.map(|stage| Standing {
        stage,
        at: stands_at,
    });
    let name = match kind {
        HitKind::Brand => format!("{name}: brand"),
        _ => name,
    };
    let opens = match kind {
        HitKind::Action => "/".to_owned(),
        HitKind::Client => format!("/engagements?client={id}"),
        HitKind::Brand => format!("/clients/{id}/brand"),
        HitKind::Engagement => format!("/engagements/{id}"),
        HitKind::Job => format!("/jobs/{id}"),
        HitKind::Handoff => format!("/handoffs/{id}"),
        HitKind::Person => format!("/team#{id}"),
    };
    Ok(Hit {
        kind,
        name,
        context,
        opens,
        standing,
    })
}
