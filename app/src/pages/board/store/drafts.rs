//! What was typed for a card; kept when its dialog is closed.

use super::BoardStore;
use crate::pages::handoff::moving::Draft;
use domain::{board::HandoffCard, ids::HandoffId};
use leptos::prelude::*;

impl BoardStore {
    /// What was typed for a card.
    pub fn draft(self, card: &HandoffCard) -> Draft {
        let mut draft = self
            .drafts
            .with_value(|drafts| drafts.get(&card.id).cloned().unwrap_or_default());
        draft.prepare(card);
        self.drafts.update_value(|drafts| {
            drafts.insert(card.id, draft.clone());
        });
        draft
    }

    /// What was typed for a card is done with.
    pub fn forget_draft(self, id: HandoffId) {
        self.drafts.update_value(|drafts| {
            drafts.remove(&id);
        });
    }

    /// When the move of a card really happened, as it was typed; empty for now.
    pub(super) fn happened(self, id: HandoffId) -> String {
        let draft = self.drafts.with_value(|drafts| drafts.get(&id).cloned());
        draft.map_or_else(String::new, |draft| draft.happened.get_untracked())
    }
}
