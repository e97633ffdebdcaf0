//! Taking a move back right after it.

use crate::{
    api::{board::take_back_move, error::ApiError},
    ui::toast::Toasts,
};
use domain::board::HandoffCard;
use leptos::{prelude::*, task::spawn_local};

/// Says what was done to `card`, and offers for ten seconds to take it back; what came of that is handed to `done`.
pub fn offer_undo(
    toasts: Toasts,
    said: String,
    card: &HandoffCard,
    done: Callback<Result<HandoffCard, ApiError>>,
) {
    let (id, version) = (card.id, card.version);
    let undo = move || spawn_local(async move { done.run(take_back_move(id, version).await) });
    toasts.undoable(said, undo);
}
