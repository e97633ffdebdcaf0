//! Sending a move: shown at once, then settled by the server's answer, asked again, or taken back with the reason.

use super::{spoken, store::BoardStore};
use crate::{
    api::{board::send_move, error::ApiError},
    json,
    pages::handoff::moving::{Ask, Asking, Verdict, title},
};
use domain::{
    board::{HandoffCard, MoveHandoff, Place},
    handoff::Stage,
};
use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;

/// A dialog that closes gives the focus back to where it was; only after that can the moved card take it.
const DIALOG_CLOSES: Duration = Duration::from_millis(60);

/// Shows the move and sends it; `happened` is when it really happened, as it was typed, or empty for now.
pub fn send(board: BoardStore, asked: MoveHandoff, happened: String) {
    board.move_ahead(&asked);
    let id = asked.id;
    set_timeout(move || board.find(id), DIALOG_CLOSES);
    spawn_local(async move {
        let from = board.peek(asked.id).map(|entry| entry.card.stage);
        let answer = send_move(asked.clone(), happened.clone()).await;
        if board.is_left() {
            return heard_elsewhere(board, answer);
        }
        match answer {
            Ok(card) => {
                board.forget_draft(card.id);
                board.settle(card.clone());
                if let Some(from) = from.filter(|from| *from != card.stage) {
                    tell(board, &card, from);
                }
            }
            // It stays where its user put it, and is sent when the line is back.
            Err(ApiError::Unreachable) => board
                .unsent
                .update_value(|unsent| unsent.push((asked, happened))),
            Err(error) => failed(board, asked, error),
        }
    });
}

/// Moves a card within its column, says where it is, and offers to put it back.
pub fn arrange(board: BoardStore, card: &HandoffCard, place: Place) {
    let before = board.place_of(card.id);
    let plain = MoveHandoff::plain(card.id, card.version, card.stage);
    let asked = MoveHandoff {
        place: Some(place),
        ..plain
    };
    let above = match place {
        Place::First => None,
        Place::After(above) => board.peek(above).map(|entry| entry.card),
    };
    let said = spoken::arranged(card, above.as_ref());
    board.move_ahead(&asked);
    let id = asked.id;
    set_timeout(move || board.find(id), DIALOG_CLOSES);
    spawn_local(async move {
        let answer = send_move(asked.clone(), String::new()).await;
        if board.is_left() {
            return heard_elsewhere(board, answer);
        }
        match answer {
            Ok(card) => {
                board.settle(card.clone());
                board.announcer.say(said.clone());
                let undo = Callback::new(move |()| {
                    if let (false, Some(before)) = (board.is_left(), before)
                        && let Some(entry) = board.peek(card.id)
                    {
                        arrange(board, &entry.card, before);
                    }
                });
                board.toasts.undoable(said, move || undo.run(()));
            }
            Err(ApiError::Unreachable) => board
                .unsent
                .update_value(|unsent| unsent.push((asked, String::new()))),
            Err(error) => failed(board, asked, error),
        }
    });
}

/// An answer that comes after its board was left: what failed is said wherever its user is now.
fn heard_elsewhere(board: BoardStore, answer: Result<HandoffCard, ApiError>) {
    if let Err(error) = answer {
        board.toasts.fail(error.to_string());
    }
}

/// Says where the card is now, and offers to take that back.
fn tell(board: BoardStore, card: &HandoffCard, from: Stage) {
    board.announcer.say(spoken::moved(card, from, card.stage));
    let mut said = format!("{} moved to {}", card.title, title(card.stage));
    let limit = untrack(|| board.limit(card.kind, card.stage));
    if let Some((limit, there)) = limit.filter(|(limit, there)| limit.is_exceeded(*there)) {
        said += &format!(", which holds {there} of at most {} now", limit.most);
    }
    let undone = move |done: Result<HandoffCard, ApiError>| match done {
        done if board.is_left() => heard_elsewhere(board, done),
        Ok(card) => {
            board.find(card.id);
            board.settle(card);
        }
        Err(error) => {
            board.toasts.fail(error.to_string());
            settle_conflict(board, &error);
        }
    };
    board.undoing.offer(said, card, Callback::new(undone));
}

/// Sends what could not be sent while the line was down. The versions in it keep it from overwriting anything.
pub fn send_again(board: BoardStore) {
    let unsent = board
        .unsent
        .try_update_value(std::mem::take)
        .unwrap_or_default();
    for (asked, happened) in unsent {
        send(board, asked, happened);
    }
}

fn failed(board: BoardStore, asked: MoveHandoff, error: ApiError) {
    board.take_back(asked.id);
    let said = error.to_string();
    let again = |conflict: Option<String>, full: Option<String>| Again {
        said: said.clone(),
        conflict,
        full,
        not_then: None,
    };
    let known = settle_conflict(board, &error);
    match error {
        ApiError::Conflict { sentence, .. } if known => {
            ask_again(board, &asked, again(Some(sentence), None));
        }
        ApiError::Invalid { field, sentence } if field == "happened" => {
            let not_then = Some(sentence);
            ask_again(
                board,
                &asked,
                Again {
                    not_then,
                    ..again(None, None)
                },
            );
        }
        ApiError::Invalid { field, sentence } => {
            let full = (field == "over_limit").then_some(sentence);
            ask_again(board, &asked, again(None, full));
        }
        _ => refused(board, &asked, said),
    }
}

/// Takes in the card that a conflict brings; whether it brought one.
fn settle_conflict(board: BoardStore, error: &ApiError) -> bool {
    let ApiError::Conflict { now, .. } = error else {
        return false;
    };
    match json::read::<HandoffCard>(&now.to_string()) {
        Ok(card) => {
            board.settle(card);
            true
        }
        Err(_) => false,
    }
}

fn refused(board: BoardStore, asked: &MoveHandoff, said: String) {
    board.announcer.say(format!("Moved back. {said}"));
    board.toasts.fail(said);
    board.find(asked.id);
}

/// Why a move is asked about once more.
struct Again {
    said: String,
    conflict: Option<String>,
    full: Option<String>,
    /// Why it cannot have happened then.
    not_then: Option<String>,
}

/// Opens the dialog (again) on the present card, with what was typed before.
fn ask_again(board: BoardStore, asked: &MoveHandoff, again: Again) {
    let Some(card) = board.peek(asked.id).map(|entry| entry.card) else {
        return;
    };
    let Again {
        said,
        conflict,
        full,
        not_then,
    } = again;
    let is_question = conflict.is_some() || full.is_some() || not_then.is_some();
    let ask = match board.verdict(card.id, asked.to) {
        Verdict::Goes(Ask::Nothing) if !is_question => return refused(board, asked, said),
        Verdict::Goes(ask) => ask,
        // Somebody else brought it there, or made the move impossible.
        Verdict::Stays | Verdict::Refused(_) | Verdict::Unanswered => {
            return refused(board, asked, said);
        }
    };
    let draft = board.draft(&card);
    board.asking.set(Some(Asking {
        fault: (!is_question).then_some(said),
        full,
        conflict,
        late: not_then.is_some(),
        not_then,
        ..Asking::new(card, asked.to, ask, draft)
    }));
}
