//! Saving a closing report: its texts, its visuals, and the numbers as they are at that moment.

use super::{
    edits,
    report::{draft_of, writable},
    visuals,
};
use crate::{
    Error, Result, Service,
    db::{
        Tx,
        rows::{ClosingReportRow, ClosingVisualRow, HandoffItemRow},
    },
    facts,
    handoffs::{self, Work},
};
use domain::{
    board::HandoffCard,
    closing::{Numbers, ReportText, WriteReport},
    handoff::{Item, gate::ItemState},
    ids::*,
    metrics::{Ledger, Metric},
    policy::Actor,
};

/// Saves a closing report, which fills its items.
///
/// # Errors
/// A refusal where the role may not or the report is not with its sender, a text that does not fit, a file that is not
/// of this engagement; a conflict with the card as it is, where it was changed since the actor saw it.
pub async fn write_report(
    service: &Service,
    actor: &Actor,
    command: WriteReport,
) -> Result<HandoffCard> {
    let id = command.id;
    handoffs::or_present(service, id, try_write(service, actor, command).await).await
}

async fn try_write(service: &Service, actor: &Actor, command: WriteReport) -> Result<HandoffCard> {
    let text = command.text.checked();
    let text = text.map_err(|bad| Error::invalid("text", bad))?;
    // Read before the transaction: on SQLite it would wait for itself.
    let known = facts::current(service).await?;
    let mut tx = service.db().write().await?;
    let mut work = writable(&mut tx, actor, command.id, command.version).await?;
    let before = edits::said(&mut tx, &work).await?;
    let can_be_picked = visuals::of(&mut tx, command.id, work.engagement.id).await?;
    visuals::check(&can_be_picked, &command.visuals)?;
    let numbers = draft_of(&Ledger::new(&known.facts, service.now()), &work)?;
    ClosingReportRow::replace(&mut tx, command.id, &text, &numbers).await?;
    ClosingVisualRow::replace(&mut tx, command.id, &command.visuals).await?;
    for (item, state) in text.states(true, command.visuals.len()) {
        let body = in_words(item, &text, &numbers, &command.visuals);
        fill(service, &mut tx, actor, &mut work, item, state, body).await?;
    }
    edits::note(service, &mut tx, actor, &work, before).await?;
    let card = handoffs::save(service, &mut tx, actor, &mut work, "prepared").await?;
    service.commit(tx).await?;
    Ok(card)
}

/// Writes an item unless it says that already: who filled it first stays its author.
async fn fill(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    item: Item,
    state: ItemState,
    body: String,
) -> Result<()> {
    let body = if state == ItemState::Missing {
        String::new()
    } else {
        body
    };
    let same = |row: &&HandoffItemRow| {
        row.item == item.name() && row.state == state.name() && row.body == body
    };
    if work.items.iter().any(|row| same(&row)) {
        return Ok(());
    }
    handoffs::write_item(service, tx, actor, work, (item, state, body)).await
}

/// What the handoff's page says of an item.
fn in_words(item: Item, text: &ReportText, numbers: &Numbers, visuals: &[FileId]) -> String {
    match item {
        Item::MarginData => match &numbers.margin {
            Some(margin) => format!("Margin {}", margin.number.shown(Metric::ProductionMargin)),
            None => String::new(),
        },
        Item::CaseStudyVisuals if visuals.len() == 1 => "1 visual".to_owned(),
        Item::CaseStudyVisuals => format!("{} visuals", visuals.len()),
        _ => text.use_cases.clone(),
    }
}
