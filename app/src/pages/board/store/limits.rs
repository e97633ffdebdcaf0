//! How many cards the columns take.

use super::BoardStore;
use domain::{
    board::{ColumnLimit, HandoffCard, limit::check_room},
    handoff::{HandoffKind, Stage},
};
use leptos::prelude::*;

impl BoardStore {
    /// The limit of a column and how many cards stand in it, shown or not; tracked.
    pub fn limit(self, kind: HandoffKind, stage: Stage) -> Option<(ColumnLimit, u32)> {
        self.places.track();
        let limits = self.limits.read();
        let at = limits
            .iter()
            .position(|limit| (limit.kind, limit.stage) == (kind, stage))?;
        let here = self.model.with_value(|model| model.there((kind, stage)));
        let first = if self.whole.get() {
            None
        } else {
            self.there.with_value(|there| there.get(at).copied())
        };
        Some((limits[at], first.unwrap_or_default().max(here)))
    }

    /// Why a card cannot come into a column without a reason: it is full.
    pub(super) fn full(self, card: &HandoffCard, to: Stage) -> Option<String> {
        let (limit, there) = untrack(|| self.limit(card.kind, to))?;
        let full = check_room(Some(&limit), there, None).err();
        full.filter(|_| card.stage != to)
            .map(|full| full.to_string())
    }
}
