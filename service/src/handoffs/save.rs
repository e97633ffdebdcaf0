//! Writing a handoff: its history, what that makes of it, and the change that tells of it.

use super::{
    Which, cards,
    edits::{self, Edit, text_of},
    work::Work,
};
use crate::{
    Error, Result, Service,
    db::{
        Tx,
        rows::{Author, HandoffEventRow, HandoffItemRow, TAKES_BACK},
        run, scalar,
    },
    derive,
    live::{self, Change},
};
use domain::{
    board::HandoffCard,
    clock::Clock,
    handoff::{HandoffEvent, HandoffEventKind, Item, gate::ItemState},
    ids::HandoffId,
    policy::Actor,
};

/// What happens now; never before what happened last, whatever the clock says.
pub(crate) fn event(
    service: &Service,
    work: &Work,
    kind: HandoffEventKind,
    reason: String,
) -> HandoffEvent {
    let recorded_at = service.now();
    let last = work.fact.events.last().map(|event| event.at);
    HandoffEvent {
        at: last.map_or(recorded_at, |last| recorded_at.max(last)),
        kind,
        waived: Vec::new(),
        case_study: false,
        reason,
        recorded_at,
    }
}

/// Adds an event to the history, if the machine has it; `over_limit` is why its card went beyond its column's limit.
pub(crate) async fn record(
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    event: HandoffEvent,
    over_limit: String,
) -> Result<()> {
    work.progress()?.after(&event).map_err(Error::refused)?;
    let seq = next_seq(tx, work).await?;
    let row = HandoffEventRow {
        over_limit,
        ..HandoffEventRow::new(work.row.id, seq, &event, Author::from(actor))
    };
    HandoffEventRow::insert(tx, &[row]).await?;
    work.fact.events.push(event);
    Ok(())
}

/// Adds a line to the history that takes back the last one that stands; that one is handed back. `over_limit` is why its
/// card goes beyond the limit of the column that it came from.
pub(super) async fn unrecord(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    over_limit: String,
) -> Result<Option<HandoffEvent>> {
    let Some(last) = work.fact.events.pop() else {
        return Ok(None);
    };
    let seq = next_seq(tx, work).await?;
    let line = event(service, work, last.kind, String::new());
    let row = HandoffEventRow {
        kind: TAKES_BACK.to_owned(),
        over_limit,
        ..HandoffEventRow::new(work.row.id, seq, &line, Author::from(actor))
    };
    HandoffEventRow::insert(tx, &[row]).await?;
    Ok(Some(last))
}

async fn next_seq(tx: &mut Tx, work: &Work) -> Result<i64> {
    let sql = "SELECT COALESCE(MAX(seq), 0) + 1 FROM handoff_event WHERE handoff = $1";
    scalar!(tx, i64, sql, work.row.id)
}

/// Writes the text of an item, and what it said before into the log, so that this can be taken back.
pub(super) async fn write_text(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    written: (Item, ItemState, String),
) -> Result<()> {
    let item = written.0;
    let before = text_of(work, item)?;
    write_item(service, tx, actor, work, written).await?;
    let edit = Edit {
        item,
        before,
        now: text_of(work, item)?,
        takes_back: false,
    };
    edits::log(service, tx, actor, work, edit).await
}

/// Writes one item as part of something else that the log tells of.
pub(crate) async fn write_item(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    (item, state, body): (Item, ItemState, String),
) -> Result<()> {
    let row = HandoffItemRow {
        handoff: work.row.id,
        item: item.name().to_owned(),
        state: state.name().to_owned(),
        body,
        filled_at: (state != ItemState::Missing).then(|| service.now()),
        filled_by: actor.user.map(|id| id.0),
    };
    put_row(tx, work, row).await
}

/// Puts a row in place of the one of its item.
pub(crate) async fn put_row(tx: &mut Tx, work: &mut Work, row: HandoffItemRow) -> Result<()> {
    let sql = "DELETE FROM handoff_item WHERE handoff = $1 AND item = $2";
    run!(tx, sql, row.handoff, &row.item)?;
    HandoffItemRow::insert(tx, std::slice::from_ref(&row)).await?;
    work.items.retain(|known| known.item != row.item);
    work.items.push(row);
    Ok(())
}

/// Writes the handoff as its history makes it and tells of it; the card is handed back.
pub(crate) async fn save(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    action: &'static str,
) -> Result<HandoffCard> {
    let calendar = service.calendar(tx).await?;
    let job: Option<Clock> = work
        .job
        .as_ref()
        .map(|job| domain::job::clock(&calendar, &job.fact));
    derive::handoff(
        &mut work.row,
        &work.fact,
        &work.engagement.fact(),
        job,
        &calendar,
    )?;
    work.row.save(tx).await?;
    announce(service, tx, actor, HandoffId(work.row.id), action).await
}

/// Tells of a handoff as it is now.
pub(crate) async fn announce(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    id: HandoffId,
    action: &'static str,
) -> Result<HandoffCard> {
    let card = present(tx, id).await?;
    let change = Change {
        client: None,
        entity: "handoff",
        id: id.to_string(),
        version: card.version,
        action,
        body: &card,
    };
    live::append(tx, actor, service.now(), change).await?;
    Ok(card)
}

/// The card as it is now.
pub(super) async fn present(tx: &mut Tx, id: HandoffId) -> Result<HandoffCard> {
    let found = cards(tx, Which::One(id)).await?;
    found.into_iter().next().ok_or(Error::NotFound("handoff"))
}
