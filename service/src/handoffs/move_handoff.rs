//! Moving a card: items, move and effects in one transaction.

use super::{conflict::or_present, effects, limits, position, save, work::Work};
use crate::{Error, Result, Service, db::Tx, packages, quality};
use chrono::SubsecRound;
use domain::{
    board::{HandoffCard, MoveHandoff, Place},
    handoff::{
        HandoffEvent, HandoffEventKind, RefusedMove, check_happened, event_between,
        gate::{self, ItemState},
        prepare::check_item,
    },
    ids::HandoffId,
    policy::{Action, Actor, may},
    text::{ItemText, Reason},
};

/// Moves a handoff to another stage, with the items that are filled in or waived on the way, and
/// everything that follows from it.
///
/// # Errors
/// A refusal where the machine, the role or the gate says no; a conflict with the card as it is,
/// where it was changed since the actor saw it.
pub async fn move_handoff(
    service: &Service,
    actor: &Actor,
    command: MoveHandoff,
) -> Result<HandoffCard> {
    let id = command.id;
    or_present(service, id, try_move(service, actor, command).await).await
}

async fn try_move(service: &Service, actor: &Actor, command: MoveHandoff) -> Result<HandoffCard> {
    let mut tx = service.db().write().await?;
    let mut work = Work::at_version(&mut tx, actor, command.id, command.version).await?;
    let (from, to) = (work.stage()?, command.to);
    if let (true, Some(place)) = (from == to, command.place) {
        let card = arrange(service, &mut tx, actor, &mut work, place).await?;
        service.commit(tx).await?;
        return Ok(card);
    }
    let kind = event_between(from, to)
        .ok_or_else(|| Error::refused(RefusedMove::NoSuchMove { from, to }))?;
    may(actor, Action::Handoff(work.kind(), kind))?;
    if kind.needs_answer(work.kind()) {
        packages::answered(&mut tx, &work).await?;
    }
    fill(service, &mut tx, actor, &mut work, &command).await?;
    if kind == HandoffEventKind::Submitted {
        quality::settle_written(service, &mut tx, actor, &mut work).await?;
    }
    let event = decide(service, &mut tx, actor, &mut work, &command, kind).await?;
    let event = at_its_time(&work, &command, event)?;
    let cell = (work.kind(), to);
    let over = limits::room(&mut tx, id_of(&work), cell, command.over_limit.as_deref()).await?;
    let at = event.at;
    save::record(&mut tx, actor, &mut work, event.clone(), over).await?;
    quality::hand_over(service, &mut tx, actor, &work, &event).await?;
    quality::record(service, &mut tx, actor, &work, &command.marks, &event).await?;
    if kind == HandoffEventKind::Returned {
        quality::settle_draft(service, &mut tx, actor, &mut work).await?;
    }
    effects::apply(service, &mut tx, actor, &mut work, &command, (kind, at)).await?;
    if kind != HandoffEventKind::Accepted {
        work.row.position = position::at(&mut tx, id_of(&work), cell, command.place).await?;
    }
    let card = save::save(service, &mut tx, actor, &mut work, said(kind)).await?;
    service.commit(tx).await?;
    Ok(card)
}

/// The card goes elsewhere in the column that it stands in; nothing happens to the handoff.
async fn arrange(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    place: Place,
) -> Result<HandoffCard> {
    may(actor, Action::Arrange(work.kind()))?;
    let cell = (work.kind(), work.stage()?);
    work.row.position = position::at(tx, id_of(work), cell, Some(place)).await?;
    save::save(service, tx, actor, work, ARRANGED).await
}

/// The event at the time at which it happened, where that is entered later.
fn at_its_time(work: &Work, command: &MoveHandoff, event: HandoffEvent) -> Result<HandoffEvent> {
    let Some(at) = command.happened_at else {
        return Ok(event);
    };
    let at = at.trunc_subsecs(3);
    let last = work.fact.events.last().map(|event| event.at);
    check_happened(at, last, event.recorded_at)
        .map_err(|not_then| Error::invalid("happened", not_then))?;
    Ok(HandoffEvent { at, ..event })
}

fn id_of(work: &Work) -> HandoffId {
    HandoffId(work.row.id)
}

async fn fill(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    command: &MoveHandoff,
) -> Result<()> {
    for (item, text) in &command.items {
        may(actor, Action::Prepare(work.kind()))?;
        check_item(work.kind(), work.stage()?, *item).map_err(Error::refused)?;
        let text: ItemText = text
            .parse()
            .map_err(|bad| Error::invalid("items", format!("{item}: {bad}")))?;
        save::write_text(
            service,
            tx,
            actor,
            work,
            (*item, ItemState::Filled, text.into()),
        )
        .await?;
    }
    Ok(())
}

/// The event, once the gate and the reasons are in order.
async fn decide(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    command: &MoveHandoff,
    kind: HandoffEventKind,
) -> Result<HandoffEvent> {
    let ruling = quality::ruling(service, tx, work, command, kind).await?;
    match kind {
        HandoffEventKind::Submitted => submission(service, tx, actor, work, command).await,
        HandoffEventKind::Returned if ruling.is_some() => {
            let why = ruling.unwrap_or_default();
            Ok(save::event(service, work, kind, why))
        }
        kind if kind.needs_reason() => {
            let reason = reason("reason", command.reason.as_deref())?;
            Ok(save::event(service, work, kind, reason.into()))
        }
        kind => {
            let event = save::event(service, work, kind, String::new());
            let case_study = kind == HandoffEventKind::Accepted && command.case_study;
            Ok(HandoffEvent {
                case_study,
                ..event
            })
        }
    }
}

async fn submission(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    command: &MoveHandoff,
) -> Result<HandoffEvent> {
    let waive = command
        .waive
        .as_deref()
        .map(|text| reason("waive", Some(text)))
        .transpose()?;
    let passed =
        gate::check(work.kind(), &work.states()?, waive.as_ref()).map_err(Error::refused)?;
    for item in &passed.waived {
        save::write_item(
            service,
            tx,
            actor,
            work,
            (*item, ItemState::Waived, String::new()),
        )
        .await?;
    }
    let why = waive.map(String::from).unwrap_or_default();
    let event = save::event(service, work, HandoffEventKind::Submitted, why);
    Ok(HandoffEvent {
        waived: passed.waived,
        ..event
    })
}

fn reason(field: &'static str, text: Option<&str>) -> Result<Reason> {
    text.unwrap_or_default()
        .parse()
        .map_err(|bad| Error::invalid(field, bad))
}

/// What the log says where a card only went elsewhere in its column.
pub(super) const ARRANGED: &str = "arranged";

/// As the log and the live feed say it.
pub(super) const fn said(kind: HandoffEventKind) -> &'static str {
    match kind {
        HandoffEventKind::Opened => "opened",
        HandoffEventKind::Submitted => "submitted",
        HandoffEventKind::InReview => "took into review",
        HandoffEventKind::Accepted => "accepted",
        HandoffEventKind::Returned => "returned",
        HandoffEventKind::AvailabilityAnswered => "answered",
    }
}
