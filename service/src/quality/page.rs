//! The versions of a deliverable as pages show them.

use super::content::{is_deliverable, list_of};
use super::draft::{latest, only_told, submissions};
use crate::{
    Result,
    db::{
        Tx, all, optional,
        rows::{DeliverableVersionRow, QcMarkRow},
    },
    files,
    handoffs::Work,
};
use chrono::{DateTime, Utc};
use domain::{board::AttachedFile, handoff::Stage, ids::*, quality::*};
use uuid::Uuid;

/// The deliverable that a handoff hands over, with the earlier versions of its job; none for other kinds.
pub(crate) async fn of_handoff(tx: &mut Tx, work: &Work) -> Result<Option<Box<Deliverable>>> {
    if !is_deliverable(work) {
        return Ok(None);
    }
    let mut versions = versions(tx, work.row.id, work.row.job).await?;
    let id = HandoffId(work.row.id);
    let mut gaps = Vec::new();
    if matches!(work.stage()?, Stage::Submitted | Stage::InReview)
        && let Some(row) = only_told(tx, work).await?
    {
        versions.insert(0, version(tx, row, None).await?);
    }
    if work.stage()? == Stage::Preparing {
        let list = list_of(tx, work).await?;
        let known = versions
            .iter()
            .position(|version| version.handoff == id && version.submitted_at.is_none());
        if known.is_none() {
            versions.insert(0, not_begun(tx, work).await?);
        }
        let draft = &mut versions[known.unwrap_or_default()];
        let content = content(draft).checked_against(&list);
        draft.lines = content.checks.iter().map(line).collect();
        let required = work.kind().required().iter();
        gaps = required
            .map(|item| (*item, domain::quality::gaps(*item, &content)))
            .collect();
    }
    Ok(Some(Box::new(Deliverable { versions, gaps })))
}

/// The versions of a job's deliverable; none where it was never made here.
pub(crate) async fn of_job(tx: &mut Tx, job: JobId) -> Result<Option<Box<Deliverable>>> {
    let versions = versions(tx, Uuid::nil(), Some(job.0)).await?;
    Ok((!versions.is_empty()).then(|| {
        Box::new(Deliverable {
            versions,
            gaps: Vec::new(),
        })
    }))
}

/// What a client sees of the deliverable of its job.
pub(crate) async fn delivered(tx: &mut Tx, job: JobId) -> Result<Delivered> {
    match delivered_version(tx, job.0).await? {
        Some(row) => Ok(Delivered {
            files: files::of_version(tx, row.id).await?,
            link: row.link,
        }),
        None => Ok(Delivered::default()),
    }
}

/// The version of a job that was delivered: the newest whose acceptance stands.
pub(super) async fn delivered_version(
    tx: &mut Tx,
    job: Uuid,
) -> Result<Option<DeliverableVersionRow>> {
    let sql = "SELECT v.* FROM deliverable_version v JOIN handoff h ON h.id = v.handoff
               JOIN qc_verdict q ON q.version = v.id
               WHERE h.job = $1 AND q.accepted AND q.taken_back_at IS NULL ORDER BY v.number DESC LIMIT 1";
    optional!(tx, DeliverableVersionRow, sql, job)
}

/// The files of a handoff that no version has, the latest last.
pub(crate) async fn unversioned(tx: &mut Tx, handoff: HandoffId) -> Result<Vec<AttachedFile>> {
    let wanted = unversioned_ids(tx, handoff.0).await?;
    let mut files = files::of_handoff(tx, handoff).await?;
    files.retain(|file| wanted.contains(&file.id.0));
    Ok(files)
}

pub(super) async fn unversioned_ids(tx: &mut Tx, handoff: Uuid) -> Result<Vec<Uuid>> {
    let sql = "SELECT f.id FROM file f LEFT JOIN deliverable_file d ON d.file = f.id
               WHERE f.handoff = $1 AND d.file IS NULL ORDER BY f.at, f.id";
    let ids = all!(tx, (Uuid,), sql, handoff)?;
    Ok(ids.into_iter().map(|(id,)| id).collect())
}

/// The version that comes next, of which nothing is there yet.
async fn not_begun(tx: &mut Tx, work: &Work) -> Result<VersionOnPage> {
    Ok(VersionOnPage {
        number: next_number(latest(tx, work).await?, submissions(tx, work).await?),
        handoff: HandoffId(work.row.id),
        maker: None,
        made_at: None,
        submitted_at: None,
        link: String::new(),
        note: String::new(),
        files: unversioned(tx, HandoffId(work.row.id)).await?,
        lines: Vec::new(),
        verdicts: Vec::new(),
    })
}

fn content(version: &VersionOnPage) -> Content {
    let checks = version.lines.iter().filter_map(|line| {
        Some(Checked {
            line: line.id,
            words: line.words.parse().ok()?,
            ticked: line.ticked,
        })
    });
    Content {
        files: version.files.len(),
        link: version.link.clone(),
        note: version.note.clone(),
        checks: checks.collect(),
    }
}

fn line(check: &Checked) -> LineOnPage {
    LineOnPage {
        id: check.line,
        words: check.words.to_string(),
        ticked: check.ticked,
        passed: None,
        note: String::new(),
    }
}

#[derive(sqlx::FromRow)]
struct VersionRow {
    #[sqlx(flatten)]
    row: DeliverableVersionRow,
    maker_name: Option<String>,
}

/// Of a handoff, and of all others of its job.
async fn versions(tx: &mut Tx, handoff: Uuid, job: Option<Uuid>) -> Result<Vec<VersionOnPage>> {
    let sql = "SELECT v.*, COALESCE(p.name, u.name) AS maker_name FROM deliverable_version v
               JOIN handoff h ON h.id = v.handoff LEFT JOIN person p ON p.id = v.maker
               LEFT JOIN user_account u ON u.id = v.made_by
               WHERE (h.id = $1 OR h.job = $2) AND NOT h.withdrawn ORDER BY v.number DESC, v.id DESC";
    let mut shown = Vec::new();
    for VersionRow { row, maker_name } in all!(tx, VersionRow, sql, handoff, job)? {
        shown.push(version(tx, row, maker_name).await?);
    }
    Ok(shown)
}

async fn version(
    tx: &mut Tx,
    row: DeliverableVersionRow,
    maker: Option<String>,
) -> Result<VersionOnPage> {
    let checks = row.checks()?;
    let mut shown = VersionOnPage {
        number: row.number,
        handoff: HandoffId(row.handoff),
        maker,
        made_at: Some(row.made_at),
        submitted_at: row.submitted_at,
        files: files::of_version(tx, row.id).await?,
        lines: checks.iter().map(line).collect(),
        link: row.link,
        note: row.note,
        verdicts: Vec::new(),
    };
    for (id, verdict) in verdicts(tx, row.id).await? {
        if !verdict.taken_back {
            mark(tx, id, &mut shown.lines).await?;
        }
        shown.verdicts.push(verdict);
    }
    Ok(shown)
}

#[derive(sqlx::FromRow)]
struct VerdictRow {
    id: Uuid,
    at: DateTime<Utc>,
    accepted: bool,
    reason: String,
    taken_back_at: Option<DateTime<Utc>>,
    by_name: Option<String>,
}

async fn verdicts(tx: &mut Tx, version: Uuid) -> Result<Vec<(Uuid, VerdictOnPage)>> {
    let sql = "SELECT q.id, q.at, q.accepted, q.reason, q.taken_back_at, COALESCE(p.name, u.name) AS by_name
               FROM qc_verdict q LEFT JOIN person p ON p.id = q.actor_person
               LEFT JOIN user_account u ON u.id = q.actor_user WHERE q.version = $1 ORDER BY q.at, q.id";
    let rows = all!(tx, VerdictRow, sql, version)?;
    let verdict = |row: VerdictRow| {
        let said = VerdictOnPage {
            verdict: if row.accepted {
                Verdict::Accepted
            } else {
                Verdict::Retake
            },
            at: row.at,
            by: row.by_name,
            reason: row.reason,
            taken_back: row.taken_back_at.is_some(),
        };
        (row.id, said)
    };
    Ok(rows.into_iter().map(verdict).collect())
}

/// What a verdict says of the lines.
async fn mark(tx: &mut Tx, verdict: Uuid, lines: &mut [LineOnPage]) -> Result<()> {
    let sql = "SELECT * FROM qc_mark WHERE verdict = $1 ORDER BY seq";
    for mark in all!(tx, QcMarkRow, sql, verdict)? {
        if let Some(line) = lines.iter_mut().find(|line| line.id.0 == mark.line) {
            line.passed = Some(mark.passed);
            line.note = mark.note;
        }
    }
    Ok(())
}
