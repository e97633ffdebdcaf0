//! Sending a move: shown at once, then settled by the server's answer, asked again, or taken back with the reason.

use super::{spoken, store::BoardStore};
use crate::{
    api::{board::send_move, error::ApiError},
    json,
    pages::handoff::moving::{Ask, Asking, Verdict},
};
use domain::board::{HandoffCard, MoveHandoff};
use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;

/// A dialog that closes gives the focus back to where it was; only after that can the moved card take it.
const DIALOG_CLOSES: Duration = Duration::from_millis(60);

/// Shows the move and sends it.
pub fn send(board: BoardStore, asked: MoveHandoff) {
    board.move_ahead(asked.id, asked.to);
    let id = asked.id;
    set_timeout(move || board.find(id), DIALOG_CLOSES);
    spawn_local(async move {
        let from = board.peek(asked.id).map(|entry| entry.card.stage);
        match send_move(asked.clone()).await {
            Ok(card) => {
                if let Some(from) = from {
                    board.announcer.say(spoken::moved(&card, from, card.stage));
                }
                board.forget_draft(card.id);
                board.settle(card);
            }
            // It stays where its user put it, and is sent when the line is back.
            Err(ApiError::Unreachable) => board.unsent.update_value(|unsent| unsent.push(asked)),
            Err(error) => failed(board, asked, error),
        }
    });
}

/// Sends what could not be sent while the line was down. The versions in it keep it from overwriting anything.
pub fn send_again(board: BoardStore) {
    let unsent = board
        .unsent
        .try_update_value(std::mem::take)
        .unwrap_or_default();
    for asked in unsent {
        send(board, asked);
    }
}

fn failed(board: BoardStore, asked: MoveHandoff, error: ApiError) {
    board.take_back(asked.id);
    let said = error.to_string();
    match error {
        ApiError::Conflict { sentence, now } => match json::read::<HandoffCard>(&now.to_string()) {
            Ok(card) => {
                board.settle(card);
                ask_again(board, &asked, said, Some(sentence));
            }
            Err(_) => refused(board, &asked, said),
        },
        ApiError::Invalid { .. } => ask_again(board, &asked, said, None),
        _ => refused(board, &asked, said),
    }
}

fn refused(board: BoardStore, asked: &MoveHandoff, said: String) {
    board.announcer.say(format!("Moved back. {said}"));
    board.toasts.fail(said);
    board.find(asked.id);
}

/// Opens the dialog (again) on the present card, with what was typed before.
fn ask_again(board: BoardStore, asked: &MoveHandoff, said: String, conflict: Option<String>) {
    let Some(card) = board.peek(asked.id).map(|entry| entry.card) else {
        return;
    };
    let ask = match board.verdict(card.id, asked.to) {
        Verdict::Goes(Ask::Nothing) if conflict.is_none() => return refused(board, asked, said),
        Verdict::Goes(ask) => ask,
        // Somebody else brought it there, or made the move impossible.
        Verdict::Stays | Verdict::Refused(_) => return refused(board, asked, said),
    };
    let draft = board.draft(&card);
    let fault = conflict.is_none().then_some(said);
    board.asking.set(Some(Asking {
        card,
        to: asked.to,
        ask,
        draft,
        conflict,
        fault,
    }));
}
