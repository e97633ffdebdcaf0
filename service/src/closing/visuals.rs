//! The files of an engagement that show its work: those of its deliverables and of the report itself.

use crate::{
    Error, Result,
    db::{Tx, all},
    files,
};
use domain::{
    closing::{MOST_VISUALS, RefusedReport, Visual},
    file::Preview,
    handoff::HandoffKind,
    ids::*,
};
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    file: files::Row,
    title: Option<String>,
    picked: Option<i64>,
}

/// What can be picked: the picked ones in their order, then the latest first.
pub(super) async fn of(tx: &mut Tx, report: HandoffId, engagement: Uuid) -> Result<Vec<Visual>> {
    let sql = "SELECT f.id, f.name, f.size, f.at, f.found, u.name AS by_name, j.title, v.seq AS picked FROM file f
               JOIN handoff h ON h.id = f.handoff LEFT JOIN job j ON j.id = h.job
               LEFT JOIN user_account u ON u.id = f.uploaded_by
               LEFT JOIN closing_visual v ON v.file = f.id AND v.handoff = $1
               WHERE h.engagement = $2 AND h.kind IN ($3, $4)
               ORDER BY COALESCE(v.seq, 1000), f.at DESC, f.id";
    let deliverable = i64::from(HandoffKind::GenerativeToProduction.number());
    let closing = i64::from(HandoffKind::ProductionToSales.number());
    let rows = all!(tx, Row, sql, report.0, engagement, deliverable, closing)?;
    let all = rows.into_iter().map(visual);
    Ok(all.filter(is_shown).collect())
}

fn visual(row: Row) -> Visual {
    Visual {
        file: row.file.into(),
        of: row.title,
        picked: row.picked.is_some(),
    }
}

fn is_shown(visual: &Visual) -> bool {
    visual.file.preview.is_some_and(Preview::is_visual)
}

/// Whether all of these can be picked.
pub(super) fn check(known: &[Visual], wanted: &[FileId]) -> Result<()> {
    if wanted.len() > MOST_VISUALS {
        return Err(Error::invalid(
            "visuals",
            RefusedReport::TooManyVisuals(wanted.len()),
        ));
    }
    let unknown = |id: &&FileId| !known.iter().any(|visual| visual.file.id == **id);
    match wanted.iter().find(unknown) {
        Some(_) => Err(Error::NotFound("file")),
        None => Ok(()),
    }
}
