//! A version is begun, and handed over.

use super::content::{draft, is_deliverable, list_of, submitted, text_of};
use crate::{
    Result, Service,
    db::{
        Tx, all,
        rows::{
            DeliverableFileRow, DeliverableVersionRow, HandoffEventRow, meaning::json, standing,
        },
        run, scalar,
    },
    facts::handoff_events,
    handoffs::Work,
};
use domain::{
    handoff::{HandoffEvent, HandoffEventKind},
    policy::Actor,
    quality::next_number,
    time::Instant,
};
use uuid::Uuid;

/// The version that is being made; it is begun where it is not yet.
pub(super) async fn begun(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &Work,
) -> Result<DeliverableVersionRow> {
    if let Some(row) = draft(tx, work.row.id).await? {
        return Ok(row);
    }
    let row = DeliverableVersionRow {
        id: service.id(),
        handoff: work.row.id,
        number: next_number(latest(tx, work).await?, submissions(tx, work).await?),
        maker: actor.person.map(|id| id.0),
        made_by: actor.user.map(|id| id.0),
        made_at: service.now(),
        link: String::new(),
        note: String::new(),
        checks: json(&list_of(tx, work).await?.checks(&[]))?,
        submitted_at: None,
    };
    insert(tx, &row).await?;
    Ok(row)
}

/// Adds a version; files of its handoff that no version has are its own.
async fn insert(tx: &mut Tx, row: &DeliverableVersionRow) -> Result<()> {
    DeliverableVersionRow::insert(tx, std::slice::from_ref(row)).await?;
    let files = super::page::unversioned_ids(tx, row.handoff).await?;
    let rows: Vec<_> = files
        .into_iter()
        .map(|file| DeliverableFileRow {
            file,
            version: row.id,
        })
        .collect();
    DeliverableFileRow::insert(tx, &rows).await
}

/// Writes a version over what it was.
pub(super) async fn put(tx: &mut Tx, row: &DeliverableVersionRow) -> Result<()> {
    let sql = "UPDATE deliverable_version SET maker = $1, link = $2, note = $3, checks = $4, submitted_at = $5
               WHERE id = $6";
    run!(
        tx,
        sql,
        row.maker,
        &row.link,
        &row.note,
        &row.checks,
        row.submitted_at,
        row.id
    )
    .map(drop)
}

/// The version is handed over with the submission `event`, and frozen. One of which nothing was written says what the
/// items say in words.
pub(crate) async fn hand_over(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &Work,
    event: &HandoffEvent,
) -> Result<()> {
    if !is_deliverable(work) || event.kind != HandoffEventKind::Submitted {
        return Ok(());
    }
    let list = list_of(tx, work).await?;
    let Some(mut row) = draft(tx, work.row.id).await? else {
        return untold(
            service,
            tx,
            work,
            (actor.person.map(|id| id.0), actor.user.map(|id| id.0)),
            event.at,
        )
        .await
        .map(drop);
    };
    let content = row.content(tx).await?.checked_against(&list);
    if !content.is_there() {
        row.note = in_words(work);
    }
    row.set_checks(&content.checks)?;
    row.maker = row.maker.or(actor.person.map(|id| id.0));
    row.submitted_at = Some(event.at);
    put(tx, &row).await
}

/// The version that waits for its verdict; one that was submitted without being known here is taken as it was told.
pub(super) async fn handed_over(
    service: &Service,
    tx: &mut Tx,
    work: &Work,
) -> Result<DeliverableVersionRow> {
    let last = last_submission(tx, work).await?;
    let at = last.as_ref().map_or_else(|| service.now(), |row| row.at);
    if let Some(row) = known_of(tx, work, at).await? {
        return Ok(row);
    }
    let maker = last.map(|row| (row.actor_person, row.actor_user));
    untold(service, tx, work, maker.unwrap_or_default(), at).await
}

/// The version that waits for its verdict without being known here, as it will be taken; none where it is known.
pub(super) async fn only_told(tx: &mut Tx, work: &Work) -> Result<Option<DeliverableVersionRow>> {
    let Some(last) = last_submission(tx, work).await? else {
        return Ok(None);
    };
    if known_of(tx, work, last.at).await?.is_some() {
        return Ok(None);
    }
    let maker = (last.actor_person, last.actor_user);
    let row = as_told(tx, work, Uuid::nil(), maker, last.at).await?;
    Ok(Some(row))
}

async fn last_submission(tx: &mut Tx, work: &Work) -> Result<Option<HandoffEventRow>> {
    let rows = "SELECT * FROM handoff_event WHERE handoff = $1 ORDER BY seq";
    let rows = standing(all!(tx, HandoffEventRow, rows, work.row.id)?);
    Ok(rows.into_iter().rfind(|row| row.kind == "submitted"))
}

/// The version that was submitted then, if it is known.
async fn known_of(tx: &mut Tx, work: &Work, at: Instant) -> Result<Option<DeliverableVersionRow>> {
    let row = submitted(tx, work.row.id).await?;
    Ok(row.filter(|row| row.submitted_at == Some(at)))
}

/// Makes a version of a submission of which no version was written.
async fn untold(
    service: &Service,
    tx: &mut Tx,
    work: &Work,
    maker: (Option<Uuid>, Option<Uuid>),
    at: Instant,
) -> Result<DeliverableVersionRow> {
    let row = as_told(tx, work, service.id(), maker, at).await?;
    insert(tx, &row).await?;
    Ok(row)
}

/// A submission of which no version was written, as a version.
async fn as_told(
    tx: &mut Tx,
    work: &Work,
    id: Uuid,
    (maker, made_by): (Option<Uuid>, Option<Uuid>),
    at: Instant,
) -> Result<DeliverableVersionRow> {
    let before = submissions(tx, work).await? - 1;
    Ok(DeliverableVersionRow {
        id,
        handoff: work.row.id,
        number: next_number(latest(tx, work).await?, before),
        maker,
        made_by,
        made_at: at,
        link: String::new(),
        note: in_words(work),
        checks: json(&list_of(tx, work).await?.checks(&[]))?,
        submitted_at: Some(at),
    })
}

fn in_words(work: &Work) -> String {
    let texts = work
        .kind()
        .required()
        .iter()
        .map(|item| text_of(work, *item));
    let mut texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
    texts.dedup();
    texts.join("\n")
}

/// The highest number of a version of its job; 0 for none.
pub(super) async fn latest(tx: &mut Tx, work: &Work) -> Result<i64> {
    let sql = "SELECT COALESCE(MAX(v.number), 0) FROM deliverable_version v JOIN handoff h ON h.id = v.handoff
               WHERE h.id = $1 OR h.job = $2";
    scalar!(tx, i64, sql, work.row.id, work.row.job)
}

/// How often its job's deliverable was submitted, what was taken back aside.
pub(super) async fn submissions(tx: &mut Tx, work: &Work) -> Result<i64> {
    let sql = "SELECT id FROM handoff WHERE id = $1 OR (job = $2 AND NOT withdrawn)";
    let mut count = 0;
    for (id,) in all!(tx, (Uuid,), sql, work.row.id, work.row.job)? {
        let events = handoff_events(tx, id).await?;
        let submitted = |event: &&HandoffEvent| event.kind == HandoffEventKind::Submitted;
        count += events.iter().filter(submitted).count() as i64;
    }
    Ok(count)
}
