//! Generative's answer to a pod request, role by role.

use super::{people, store};
use crate::{
    Error, Result, Service,
    db::Tx,
    handoffs::{Work, or_present, save},
};
use domain::{
    board::HandoffCard,
    handoff::HandoffEventKind,
    package::{
        AnswerRoles, Availability, BadAnswer, PodRole, RoleAnswer, check_answered, check_answers,
    },
    people::Person,
    policy::{Action, Actor, may},
    text::Reason,
};

/// Says for each role of a pod request who takes it from when, or before which day nobody can.
///
/// # Errors
/// A refusal where the role may not or there is nothing to answer; a line that will not do; a conflict with the card as
/// it is, where it was changed since the actor saw it.
pub async fn answer_roles(
    service: &Service,
    actor: &Actor,
    command: AnswerRoles,
) -> Result<HandoffCard> {
    let id = command.id;
    or_present(service, id, try_answer(service, actor, command).await).await
}

/// Whether a pod request is answered, so that it can be accepted.
///
/// # Errors
/// A refusal that names what has no answer.
pub(crate) async fn answered(tx: &mut Tx, work: &Work) -> Result<()> {
    let roles = store::roles(tx, work.row.id).await?;
    let answers = store::answers(tx, work.row.id).await?;
    let in_words = work.row.answered_at.is_some();
    check_answered(&roles, &answers, in_words).map_err(Error::refused)
}

async fn try_answer(service: &Service, actor: &Actor, command: AnswerRoles) -> Result<HandoffCard> {
    let kind = HandoffEventKind::AvailabilityAnswered;
    let mut tx = service.db().write().await?;
    let mut work = Work::at_version(&mut tx, actor, command.id, command.version).await?;
    may(actor, Action::Handoff(work.kind(), kind))?;
    let roles = store::roles(&mut tx, work.row.id).await?;
    let answers = check_answers(&roles, &command.lines).map_err(refused)?;
    let everybody = people::everybody(&mut tx).await?;
    let words = words(&roles, &answers, &everybody, &command.remark)?;
    let event = save::event(service, &work, kind, words.into());
    save::record(&mut tx, actor, &mut work, event, String::new()).await?;
    store::write_answers(&mut tx, work.row.id, &answers).await?;
    let card = save::save(service, &mut tx, actor, &mut work, "answered").await?;
    service.commit(tx).await?;
    Ok(card)
}

fn refused(bad: BadAnswer) -> Error {
    match bad {
        BadAnswer::Line(bad) => Error::Invalid {
            field: "lines",
            sentence: bad.to_string(),
        },
        uneven => Error::refused(uneven),
    }
}

/// The answer as the history tells it.
fn words(
    roles: &[PodRole],
    answers: &[RoleAnswer],
    everybody: &[Person],
    remark: &str,
) -> Result<Reason> {
    let mut lines = Vec::new();
    for (role, answer) in roles.iter().zip(answers) {
        lines.push(match answer.availability {
            Availability::Free { person, from, load } => {
                let found = everybody.iter().find(|known| known.id == person);
                let name = &found.ok_or(Error::NotFound("person"))?.name;
                format!(
                    "{}: {name} from {from} on, {load} % of the week",
                    role.title
                )
            }
            Availability::NotBefore(day) => format!("{}: nobody before {day}", role.title),
        });
    }
    if !remark.trim().is_empty() {
        lines.push(remark.trim().to_owned());
    }
    let said: String = lines.join("\n").chars().take(Reason::MOST).collect();
    said.parse().map_err(|bad| Error::invalid("remark", bad))
}
