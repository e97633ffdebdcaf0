//! Generative's answer to a pod request.

use super::{conflict::or_present, save, work::Work};
use crate::{Error, Result, Service};
use domain::{
    board::{AnswerAvailability, HandoffCard},
    handoff::HandoffEventKind,
    policy::{Action, Actor, may},
    text::Reason,
};

/// Says who is free and when, for a pod request that was submitted.
///
/// # Errors
/// A refusal where the role may not or there is nothing to answer; a conflict with the card as it
/// is, where it was changed since the actor saw it.
pub async fn answer_availability(
    service: &Service,
    actor: &Actor,
    command: AnswerAvailability,
) -> Result<HandoffCard> {
    let id = command.id;
    or_present(service, id, try_answer(service, actor, command).await).await
}

async fn try_answer(
    service: &Service,
    actor: &Actor,
    command: AnswerAvailability,
) -> Result<HandoffCard> {
    let kind = HandoffEventKind::AvailabilityAnswered;
    let mut tx = service.db().write().await?;
    let mut work = Work::at_version(&mut tx, actor, command.id, command.version).await?;
    may(actor, Action::Handoff(work.kind(), kind))?;
    let answer: Reason = command
        .answer
        .parse()
        .map_err(|bad| Error::invalid("answer", bad))?;
    let event = save::event(service, &work, kind, answer.into());
    save::record(&mut tx, actor, &mut work, event, String::new()).await?;
    let card = save::save(service, &mut tx, actor, &mut work, "answered").await?;
    service.commit(tx).await?;
    Ok(card)
}
