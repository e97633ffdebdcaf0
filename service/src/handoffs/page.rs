//! A handoff's own page.

use super::{board::pods, history, save::present, work::Work};
use crate::{
    Result, Service,
    db::{Tx, all, rows::meaning::read},
    files, live, packages, quality,
};
use chrono::{DateTime, Utc};
use domain::{
    board::{AttachedFile, HandoffPage, ItemOnPage, Neighbour},
    calendar::{Calendar, Step, StepKind},
    handoff::{HandoffKind, Item, Stage, first_submission, gate::ItemState},
    ids::*,
    policy::Actor,
};
use uuid::Uuid;

/// Everything about one handoff.
///
/// # Errors
/// When the actor may not open it, or there is none.
pub async fn page(service: &Service, actor: &Actor, id: HandoffId) -> Result<HandoffPage> {
    let mut tx = service.db().read().await?;
    let work = Work::load(&mut tx, actor, id).await?;
    let calendar = service.calendar(&mut tx).await?;
    let card = present(&mut tx, id).await?;
    let (previous, next) = neighbours(&mut tx, &work).await?;
    Ok(HandoffPage {
        seq: live::latest(&mut tx).await?,
        items: items(&mut tx, &work).await?,
        package: packages::page(service, &mut tx, actor, &work).await?,
        needed_on: work.row.needed_on,
        first_submitted_at: first_submission(&work.fact.events).map(|event| event.at),
        answered_at: work.row.answered_at,
        why: why(&calendar, &work, card.clock.started_at, card.clock.due_at),
        history: history::of(service, &mut tx, actor, &work).await?,
        previous,
        next,
        files: loose_files(&mut tx, &work).await?,
        deliverable: quality::of_handoff(&mut tx, &work).await?,
        pods: pods(&mut tx).await?,
        card,
    })
}

/// Files that belong to the handoff itself: those of a deliverable belong to its versions.
async fn loose_files(tx: &mut Tx, work: &Work) -> Result<Vec<AttachedFile>> {
    let id = HandoffId(work.row.id);
    match work.kind() {
        HandoffKind::GenerativeToProduction if work.stage()? == Stage::Preparing => Ok(Vec::new()),
        HandoffKind::GenerativeToProduction => quality::unversioned(tx, id).await,
        _ => files::of_handoff(tx, id).await,
    }
}

/// An H3 has its job's steps; the others count every hour.
fn why(
    calendar: &Calendar,
    work: &Work,
    from: DateTime<Utc>,
    due: Option<DateTime<Utc>>,
) -> Vec<Step> {
    match (&work.job, due) {
        (Some(job), _) => job.why(calendar),
        (None, Some(due)) => vec![Step {
            from,
            to: Some(due),
            kind: StepKind::Counted {
                seconds: (due - from).num_seconds(),
            },
        }],
        (None, None) => Vec::new(),
    }
}

#[derive(sqlx::FromRow)]
struct ItemRow {
    item: String,
    state: String,
    body: String,
    filled_at: Option<DateTime<Utc>>,
    name: Option<String>,
}

async fn items(tx: &mut Tx, work: &Work) -> Result<Vec<ItemOnPage>> {
    let sql = "SELECT i.item, i.state, i.body, i.filled_at, u.name
               FROM handoff_item i LEFT JOIN user_account u ON u.id = i.filled_by WHERE i.handoff = $1";
    let rows = all!(tx, ItemRow, sql, work.row.id)?;
    let required = work.kind().required().iter();
    required
        .map(|item| on_page(*item, rows.iter().find(|row| row.item == item.name())))
        .collect()
}

fn on_page(item: Item, row: Option<&ItemRow>) -> Result<ItemOnPage> {
    let state = row
        .map(|row| read("handoff_item.state", &row.state))
        .transpose()?;
    Ok(ItemOnPage {
        item,
        state: state.unwrap_or(ItemState::Missing),
        body: row.map(|row| row.body.clone()).unwrap_or_default(),
        filled_at: row.and_then(|row| row.filled_at),
        filled_by: row.and_then(|row| row.name.clone()),
    })
}

#[derive(sqlx::FromRow)]
struct NeighbourRow {
    id: Uuid,
    kind: i64,
    job: Option<Uuid>,
    stage: String,
    title: String,
}

/// The handoffs before and after, of the same job for an H3, otherwise of the engagement's H1, H2 and H4.
async fn neighbours(tx: &mut Tx, work: &Work) -> Result<(Option<Neighbour>, Option<Neighbour>)> {
    let sql = "SELECT h.id, h.kind, h.job, h.stage, COALESCE(j.title, g.name) AS title
               FROM handoff h JOIN engagement g ON g.id = h.engagement LEFT JOIN job j ON j.id = h.job
               LEFT JOIN handoff_event o ON o.handoff = h.id AND o.seq = 1
               WHERE h.engagement = $1 AND (NOT h.withdrawn OR h.id = $2) ORDER BY h.kind, o.at, h.id";
    let mut rows = all!(tx, NeighbourRow, sql, work.row.engagement, work.row.id)?;
    rows.retain(|row| row.job == work.row.job);
    let at = rows
        .iter()
        .position(|row| row.id == work.row.id)
        .unwrap_or_default();
    let before = at.checked_sub(1).and_then(|before| rows.get(before));
    let after = rows.get(at + 1);
    Ok((
        before.map(neighbour).transpose()?,
        after.map(neighbour).transpose()?,
    ))
}

fn neighbour(row: &NeighbourRow) -> Result<Neighbour> {
    let kind = u8::try_from(row.kind).unwrap_or_default().try_into();
    Ok(Neighbour {
        id: HandoffId(row.id),
        kind: kind.map_err(|error| crate::Error::fault("handoff.kind", error))?,
        title: row.title.clone(),
        stage: read("handoff.stage", &row.stage)?,
    })
}
