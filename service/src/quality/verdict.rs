//! QC's verdict on the version that was handed over.

use super::{content::is_deliverable, draft::handed_over};
use crate::{
    Error, Result, Service,
    db::{
        Tx,
        rows::{QcMarkRow, QcVerdictRow},
    },
    handoffs::Work,
};
use domain::{
    board::MoveHandoff,
    handoff::{HandoffEvent, HandoffEventKind},
    policy::Actor,
    quality::{Mark, RefusedVerdict, Verdict, check_verdict},
};

/// What an event of a deliverable's handoff says of the version; none where it says nothing.
fn verdict_of(work: &Work, kind: HandoffEventKind) -> Option<Verdict> {
    match kind {
        HandoffEventKind::Accepted if is_deliverable(work) => Some(Verdict::Accepted),
        HandoffEventKind::Returned if is_deliverable(work) => Some(Verdict::Retake),
        _ => None,
    }
}

/// Looks at a verdict before it is given: why the deliverable goes back, in the words of the lines that failed; none where
/// the move is no verdict of QC.
///
/// # Errors
/// When the verdict does not go together with its lines, or the version that was looked at is not the newest.
pub(crate) async fn ruling(
    service: &Service,
    tx: &mut Tx,
    work: &Work,
    command: &MoveHandoff,
    kind: HandoffEventKind,
) -> Result<Option<String>> {
    let Some(verdict) = verdict_of(work, kind) else {
        return Ok(None);
    };
    let version = handed_over(service, tx, work).await?;
    if command.looked_at.is_some_and(|seen| seen != version.number) {
        return Err(Error::stale("deliverable"));
    }
    let words = command.reason.as_deref().unwrap_or_default();
    let checked = check_verdict(verdict, &command.marks, &version.checks()?, words);
    checked.map(Some).map_err(refused)
}

fn refused(refused: RefusedVerdict) -> Error {
    match refused {
        RefusedVerdict::AcceptedWithFailure(_) => Error::refused(refused),
        RefusedVerdict::UnknownLine | RefusedVerdict::Unjudged(_) => {
            Error::invalid("marks", refused)
        }
        RefusedVerdict::NoReason | RefusedVerdict::Text(_) => Error::invalid("reason", refused),
    }
}

/// Binds the verdict that `event` is to the version that was handed over.
pub(crate) async fn record(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &Work,
    marks: &[Mark],
    event: &HandoffEvent,
) -> Result<()> {
    let Some(verdict) = verdict_of(work, event.kind) else {
        return Ok(());
    };
    let version = handed_over(service, tx, work).await?;
    let row = QcVerdictRow {
        id: service.id(),
        version: version.id,
        at: event.at,
        accepted: verdict == Verdict::Accepted,
        reason: event.reason.clone(),
        actor_person: actor.person.map(|id| id.0),
        actor_user: actor.user.map(|id| id.0),
        taken_back_at: None,
    };
    QcVerdictRow::insert(tx, std::slice::from_ref(&row)).await?;
    let mut rows = Vec::new();
    for line in version.checks()? {
        let Some(mark) = marks.iter().find(|mark| mark.line == line.line) else {
            continue;
        };
        rows.push(QcMarkRow {
            verdict: row.id,
            seq: rows.len() as i64 + 1,
            line: line.line.0,
            words: line.words.to_string(),
            passed: mark.passed,
            note: mark.note.trim().to_owned(),
        });
    }
    QcMarkRow::insert(tx, &rows).await
}
