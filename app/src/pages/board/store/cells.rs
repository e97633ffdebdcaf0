//! What stands in the cells of the board: which cards, in which order, and how many.

use super::BoardStore;
use crate::pages::board::model::Entry;
use domain::{
    board::{BoardFilter, Place},
    handoff::{HandoffKind, Stage},
    ids::HandoffId,
};
use leptos::prelude::*;

impl BoardStore {
    /// The cards of a cell that pass the filter, in their order; tracked.
    pub fn cell(self, kind: HandoffKind, stage: Stage) -> Vec<HandoffId> {
        self.places.track();
        let query = self.query.read();
        let now = if query.filter.at_risk {
            self.minute.get()
        } else {
            self.minute.get_untracked()
        };
        self.model
            .with_value(|model| model.cell((kind, stage), &query.filter, self.me, now))
    }

    /// The place in its column at which a card stands.
    pub fn place_of(self, id: HandoffId) -> Option<Place> {
        let Entry { card, .. } = self.peek(id)?;
        let order = untrack(|| self.cell(card.kind, card.stage));
        let at = order.iter().position(|known| *known == id)?;
        Some(place_at(&order, at))
    }

    /// Whether a card is at that place of its column already.
    pub fn stands_at(self, id: HandoffId, place: Place) -> bool {
        self.place_of(id) == Some(place)
    }

    /// Carries a card so many places down in the column that it is held above; the place where it is then, and how many
    /// there are. Accepted cards have no order to choose.
    pub fn carry_down(self, id: HandoffId, over: Stage, by: isize) -> Option<(usize, usize)> {
        let Entry { card, .. } = self.peek(id).filter(|_| over != Stage::Accepted)?;
        let all = untrack(|| self.cell(card.kind, over));
        let others: Vec<HandoffId> = all.iter().copied().filter(|known| *known != id).collect();
        let last = others.len();
        let own = all.iter().position(|known| *known == id);
        let held = match self.place.get_value() {
            Some(Place::First) => 0,
            Some(Place::After(above)) => {
                let above = others.iter().position(|known| *known == above);
                above.map_or(last, |above| above + 1)
            }
            None => own.unwrap_or(last),
        };
        let to = held.saturating_add_signed(by).min(last);
        let place = place_at(&others, to);
        let elsewhere = own != Some(to);
        self.place.set_value(elsewhere.then_some(place));
        Some((to, last + 1))
    }

    /// How many cards of a cell pass the filter, here or not; tracked.
    pub fn count(self, kind: HandoffKind, stage: Stage, here: usize) -> usize {
        if stage == Stage::Accepted {
            return self.count_accepted(kind, here);
        }
        if self.whole.get() {
            return here;
        }
        let known = self.first.with_value(|counts| {
            let found = counts
                .iter()
                .find(|(of, at, _)| (*of, *at) == (kind, stage));
            found.map_or(0, |(_, _, count)| *count as usize)
        });
        known.max(here)
    }

    /// Those that pass; while they are being counted for another filter, as many as are here.
    fn count_accepted(self, kind: HandoffKind, here: usize) -> usize {
        let query = self.query.read();
        if query.filter == BoardFilter::default() {
            return self.all_accepted(kind).max(0) as usize;
        }
        let passing = self.passing.read();
        let (counted_for, counts) = &*passing;
        let found = counts.iter().find(|(of, _)| *of == kind);
        match found {
            Some((_, count)) if *counted_for == query.filter => here.max(*count as usize),
            _ => here,
        }
    }

    /// How many of a kind are accepted, whatever the filter; tracked.
    pub fn all_accepted(self, kind: HandoffKind) -> i64 {
        self.places.track();
        self.model.with_value(|model| model.accepted(kind))
    }

    /// Whether any open card passes the filter; tracked.
    pub fn has_open_cards(self) -> bool {
        let cells = HandoffKind::ALL
            .into_iter()
            .flat_map(|kind| Stage::ALL.iter().map(move |stage| (kind, *stage)));
        let mut open = cells.filter(|(_, stage)| *stage != Stage::Accepted);
        open.any(|(kind, stage)| !self.cell(kind, stage).is_empty())
    }
}

/// The place of a list with so many above it.
fn place_at(order: &[HandoffId], above: usize) -> Place {
    let neighbour = above.checked_sub(1).and_then(|at| order.get(at));
    neighbour.map_or(Place::First, |id| Place::After(*id))
}
