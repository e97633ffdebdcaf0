//! The files of something.

use crate::{
    Result,
    db::{Tx, all},
};
use chrono::{DateTime, Utc};
use domain::{
    board::AttachedFile,
    file::{disguise, preview},
    ids::*,
};
use uuid::Uuid;

/// What is listed of a file.
#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    id: Uuid,
    name: String,
    size: i64,
    at: DateTime<Utc>,
    found: Option<String>,
    by_name: Option<String>,
}

macro_rules! files {
    ($tx:expr, $where:literal, $($id:expr),+ $(,)?) => {
        all!(
            $tx,
            Row,
            concat!(
                "SELECT f.id, f.name, f.size, f.at, f.found, u.name AS by_name FROM file f
                 LEFT JOIN user_account u ON u.id = f.uploaded_by WHERE ",
                $where,
                " ORDER BY f.at, f.id"
            ),
            $($id),+
        )
        .map(|rows| rows.into_iter().map(AttachedFile::from).collect())
    };
}

/// The files of a job, the latest last.
pub(crate) async fn of_job(tx: &mut Tx, job: JobId) -> Result<Vec<AttachedFile>> {
    files!(tx, "f.job = $1", job.0)
}

/// The files of a handoff, the latest last.
pub(crate) async fn of_handoff(tx: &mut Tx, handoff: HandoffId) -> Result<Vec<AttachedFile>> {
    files!(tx, "f.handoff = $1", handoff.0)
}

/// The files of a version of a deliverable, the latest last.
pub(crate) async fn of_version(tx: &mut Tx, version: Uuid) -> Result<Vec<AttachedFile>> {
    files!(
        tx,
        "f.id IN (SELECT d.file FROM deliverable_file d WHERE d.version = $1)",
        version
    )
}

/// The files that stand on a client's brand page, the latest last.
pub(crate) async fn of_brand(tx: &mut Tx, client: ClientId) -> Result<Vec<AttachedFile>> {
    files!(tx, "f.brand = $1 AND f.taken_off_at IS NULL", client.0)
}

/// The files that the brand context of a handoff has or can have: the handoff's own, those of the client's brand page,
/// and what it was given before.
pub(crate) async fn of_brand_context(
    tx: &mut Tx,
    handoff: HandoffId,
    client: ClientId,
) -> Result<Vec<AttachedFile>> {
    files!(
        tx,
        "f.handoff = $1 OR (f.brand = $2 AND f.taken_off_at IS NULL)
         OR f.id IN (SELECT c.file FROM brand_context_file c WHERE c.handoff = $1)",
        handoff.0,
        client.0
    )
}

/// The files of an engagement's SOW package (its H1), the latest last.
pub(crate) async fn of_engagement(
    tx: &mut Tx,
    engagement: EngagementId,
) -> Result<Vec<AttachedFile>> {
    files!(
        tx,
        "f.handoff IN (SELECT h.id FROM handoff h WHERE h.engagement = $1 AND h.kind = 1)",
        engagement.0
    )
}

impl From<Row> for AttachedFile {
    fn from(row: Row) -> Self {
        let found = row.found.as_deref();
        let disguise = found.and_then(|found| disguise(&row.name, found));
        Self {
            id: FileId(row.id),
            size: row.size,
            at: row.at,
            by: row.by_name,
            preview: found.and_then(preview),
            disguise: disguise.map(|disguise| disguise.to_string()),
            name: row.name,
        }
    }
}
