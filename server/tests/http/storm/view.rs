//! A board as a browser has it: its first page, patched by what the feed brings.

use crate::support::{data, number};
use app::api::board::FirstBoard;
use domain::{
    board::{Board, Changed, HandoffCard, LiveChange},
    handoff::{HandoffKind, Stage},
    ids::HandoffId,
};
use std::collections::{BTreeMap, HashMap};

#[derive(Default)]
pub struct View {
    pub seq: i64,
    cards: HashMap<HandoffId, HandoffCard>,
    accepted: BTreeMap<HandoffKind, i64>,
}

impl View {
    pub fn of(first: FirstBoard, whole: Board) -> Self {
        let cards = if first.whole {
            first.board.cards
        } else {
            whole.cards
        };
        Self {
            seq: first.board.seq,
            cards: cards.into_iter().map(|card| (card.id, card)).collect(),
            accepted: first.board.accepted.into_iter().collect(),
        }
    }

    /// Hears an event of the feed.
    pub fn hear(&mut self, event: &str) {
        assert!(!event.contains("event: resync"), "{event}");
        let seq = number(event);
        assert!(seq > self.seq, "{seq} came after {}", self.seq);
        self.seq = seq;
        let change: LiveChange = serde_json::from_str(data(event)).unwrap();
        let Changed::Handoff(card) = change.what else {
            return;
        };
        let is = |stage| i64::from(stage == Stage::Accepted);
        let before = self.cards.get(&card.id).map_or(0, |card| is(card.stage));
        *self.accepted.entry(card.kind).or_default() += is(card.stage) - before;
        self.cards.insert(card.id, *card);
    }

    /// The open cards, in the order of their columns.
    pub fn open(&self) -> Vec<HandoffCard> {
        let shown = |card: &&HandoffCard| card.stage != Stage::Accepted && !card.withdrawn;
        let mut open: Vec<HandoffCard> = self.cards.values().filter(shown).cloned().collect();
        open.sort_by(|a, b| (&a.position, a.id).cmp(&(&b.position, b.id)));
        open
    }

    /// Whatever it ever saw.
    pub fn all(&self) -> Vec<HandoffCard> {
        let mut all: Vec<HandoffCard> = self.cards.values().cloned().collect();
        all.sort_by_key(|card| card.id);
        all
    }

    /// How many of each kind are accepted.
    pub fn accepted(&self) -> Vec<(HandoffKind, i64)> {
        HandoffKind::ALL
            .map(|kind| (kind, self.accepted.get(&kind).copied().unwrap_or_default()))
            .to_vec()
    }
}
