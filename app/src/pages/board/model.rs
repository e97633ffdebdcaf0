//! The cards that a browser knows, and what becomes of them: loaded, moved by its own user, moved by others.
//!
//! Plain data without a screen, so that every order of events can be tested.

use domain::{
    board::{Board, BoardFilter, Changed, HandoffCard, LiveChange, Place},
    handoff::{HandoffKind, Stage},
    ids::{HandoffId, PersonId},
    time::Instant,
};
use std::collections::HashMap;

/// A card and what is going on with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What the server last said.
    pub card: HandoffCard,
    /// The number of the last change that this knows; 0 where it is the answer to a move, which names none.
    seq: i64,
    /// Where its user moved it, until the server has answered.
    pub pending: Option<Stage>,
    /// Where in that column, until then; at its end where unset.
    place: Option<Place>,
    /// Who else moved it a moment ago.
    pub moved_by: Option<String>,
    /// Its place among the accepted cards: those accepted while one looks on are on top.
    rank: i64,
}

impl Entry {
    fn new(card: HandoffCard) -> Self {
        Self {
            card,
            seq: 0,
            pending: None,
            place: None,
            moved_by: None,
            rank: 0,
        }
    }

    /// The column it stands in.
    pub fn stage(&self) -> Stage {
        self.pending.unwrap_or(self.card.stage)
    }

    fn is_in(&self, (kind, stage): (HandoffKind, Stage)) -> bool {
        self.card.kind == kind && self.stage() == stage && !self.card.withdrawn
    }
}

/// What a step changed on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// These cards look different.
    pub cards: Vec<HandoffId>,
    /// Cards came, went, or stand elsewhere.
    pub places: bool,
}

impl Touched {
    fn card(id: HandoffId, places: bool) -> Self {
        Self {
            cards: vec![id],
            places,
        }
    }

    fn join(&mut self, other: Self) {
        self.cards.extend(other.cards);
        self.places |= other.places;
    }
}

/// All cards by their ids.
#[derive(Clone, Debug, Default)]
pub struct Model {
    entries: HashMap<HandoffId, Entry>,
    /// The number of the last change that was heard.
    seq: i64,
    /// Others' changes wait here while a pointer carries a card.
    waiting: Option<Vec<LiveChange>>,
    accepted: Vec<(HandoffKind, i64)>,
    /// The lowest and the highest rank that was given.
    ranks: (i64, i64),
}

impl Model {
    /// Takes in a board as the server has it. Cards that are newer here stay as they are.
    pub fn load(&mut self, board: &Board) -> Touched {
        self.seq = self.seq.max(board.seq);
        self.accepted.clone_from(&board.accepted);
        let mut touched = Touched {
            cards: Vec::new(),
            places: true,
        };
        for card in &board.cards {
            touched.join(self.put(card.clone(), board.seq, None));
        }
        touched
    }

    /// Takes in a board in place of all that was known: after a gap in the feed. Moves under way stay marked.
    pub fn reload(&mut self, board: &Board) -> Touched {
        let known: Vec<HandoffId> = board.cards.iter().map(|card| card.id).collect();
        self.entries
            .retain(|id, entry| entry.pending.is_some() || known.contains(id));
        self.load(board)
    }

    /// Adds cards that were asked for: accepted ones.
    pub fn add(&mut self, cards: Vec<HandoffCard>) -> Touched {
        let mut touched = Touched {
            cards: Vec::new(),
            places: true,
        };
        for card in cards {
            let id = card.id;
            touched.join(self.put(card, 0, None));
            self.ranks.1 += 1;
            if let Some(entry) = self.entries.get_mut(&id) {
                entry.rank = self.ranks.1;
            }
        }
        touched
    }

    /// Hears a change from the feed. `me` is the viewer's own name: own moves are not announced to their mover.
    pub fn hear(&mut self, change: LiveChange, me: &str) -> Touched {
        if let Some(waiting) = &mut self.waiting {
            waiting.push(change);
            return Touched::default();
        }
        self.seq = self.seq.max(change.seq);
        let Changed::Handoff(card) = change.what else {
            return Touched::default();
        };
        let by = (change.actor_name != me).then_some(change.actor_name);
        self.put(*card, change.seq, by)
    }

    /// From now on others' changes wait: a pointer carries a card.
    pub fn hold_back(&mut self) {
        self.waiting.get_or_insert_default();
    }

    /// Takes in what waited.
    pub fn let_through(&mut self, me: &str) -> Touched {
        let mut touched = Touched::default();
        for change in self.waiting.take().unwrap_or_default() {
            touched.join(self.hear(change, me));
        }
        touched
    }

    /// Shows a move before the server has answered.
    pub fn move_ahead(&mut self, id: HandoffId, to: Stage, place: Option<Place>) -> Touched {
        let rank = self.top();
        self.change(id, |entry| {
            entry.pending = Some(to);
            entry.place = place;
            entry.moved_by = None;
            entry.rank = rank;
        })
    }

    /// The server did it: this is the card now.
    pub fn settle(&mut self, card: HandoffCard) -> Touched {
        let id = card.id;
        let mut touched = self.put(card, 0, None);
        touched.join(self.take_back(id));
        touched
    }

    /// The server did not do it: the card stands where it stood.
    pub fn take_back(&mut self, id: HandoffId) -> Touched {
        self.change(id, |entry| entry.pending = None)
    }

    /// The highlight has been seen.
    pub fn calm_down(&mut self, id: HandoffId) -> Touched {
        let mut touched = self.change(id, |entry| entry.moved_by = None);
        touched.places = false;
        touched
    }

    /// The card with that id.
    pub fn entry(&self, id: HandoffId) -> Option<&Entry> {
        self.entries.get(&id)
    }

    /// The number of the last change that was heard.
    pub fn seq(&self) -> i64 {
        self.seq
    }

    /// How many of a kind are accepted, shown or not.
    pub fn accepted(&self, kind: HandoffKind) -> i64 {
        let found = self.accepted.iter().find(|(of, _)| *of == kind);
        found.map_or(0, |(_, count)| *count)
    }

    /// How many moves the server has not answered yet.
    pub fn under_way(&self) -> usize {
        self.entries
            .values()
            .filter(|entry| entry.pending.is_some())
            .count()
    }

    /// How many cards stand in a cell, shown or not.
    pub fn there(&self, (kind, stage): (HandoffKind, Stage)) -> u32 {
        let here = |entry: &&Entry| entry.is_in((kind, stage));
        u32::try_from(self.entries.values().filter(here).count()).unwrap_or(u32::MAX)
    }

    /// The cards of one cell of the board that pass `filter`, in their order: those on their way where the server will
    /// put them; of the accepted ones, the latest first.
    pub fn cell(
        &self,
        (kind, stage): (HandoffKind, Stage),
        filter: &BoardFilter,
        me: Option<PersonId>,
        now: Instant,
    ) -> Vec<HandoffId> {
        let here = |entry: &&Entry| entry.is_in((kind, stage));
        let entries = self.entries.values().filter(here);
        let mut found: Vec<&Entry> = entries
            .filter(|entry| filter.passes(&entry.card, me, now))
            .collect();
        if stage == Stage::Accepted {
            found.sort_by_key(|entry| (entry.rank, entry.card.id));
            return found.into_iter().map(|entry| entry.card.id).collect();
        }
        found.sort_by_key(|entry| (entry.pending.is_some(), &entry.card.position, entry.card.id));
        let mut order = Vec::with_capacity(found.len());
        for entry in found {
            let end = order.len();
            let at = match entry.place.filter(|_| entry.pending.is_some()) {
                Some(Place::First) => 0,
                Some(Place::After(above)) => {
                    let above = order.iter().position(|id| *id == above);
                    above.map_or(end, |above| above + 1)
                }
                None => end,
            };
            order.insert(at, entry.card.id);
        }
        order
    }

    fn change(&mut self, id: HandoffId, change: impl FnOnce(&mut Entry)) -> Touched {
        let Some(entry) = self.entries.get_mut(&id) else {
            return Touched::default();
        };
        change(entry);
        Touched::card(id, true)
    }

    /// The rank above all others.
    fn top(&mut self) -> i64 {
        self.ranks.0 -= 1;
        self.ranks.0
    }

    /// Takes in a card as change number `seq` left it, unless a newer one is known. What surrounds a handoff (who
    /// produces its engagement) changes its card without a version of its own: then the number of the change decides.
    fn put(&mut self, card: HandoffCard, seq: i64, by: Option<String>) -> Touched {
        let id = card.id;
        let Some(entry) = self.entries.get_mut(&id) else {
            self.count_accepted(&card, None);
            self.entries.insert(
                id,
                Entry {
                    seq,
                    moved_by: by,
                    ..Entry::new(card)
                },
            );
            return Touched::card(id, true);
        };
        let later = (card.version, seq) > (entry.card.version, entry.seq);
        if !later || (seq > 0 && seq < entry.seq) {
            return Touched::default();
        }
        entry.seq = entry.seq.max(seq);
        if entry.card == card {
            return Touched::default();
        }
        let before = entry.card.stage;
        if before != Stage::Accepted && card.stage == Stage::Accepted && entry.pending.is_none() {
            self.ranks.0 -= 1;
            entry.rank = self.ranks.0;
        }
        let arrived = entry.pending == Some(card.stage);
        let moved = before != card.stage;
        let places = moved
            || entry.card.position != card.position
            || entry.card.withdrawn != card.withdrawn
            || arrived;
        if arrived {
            entry.pending = None;
        }
        entry.moved_by = if moved && !arrived {
            by
        } else {
            entry.moved_by.take()
        };
        entry.card = card.clone();
        self.count_accepted(&card, Some(before));
        Touched::card(id, places)
    }

    /// Keeps the number of accepted ones right when one of the open cards is accepted, or that is taken back.
    fn count_accepted(&mut self, card: &HandoffCard, before: Option<Stage>) {
        let is = |stage| i64::from(stage == Stage::Accepted);
        let more = before.map_or(0, |before| is(card.stage) - is(before));
        let known = self
            .accepted
            .iter_mut()
            .find(|(kind, _)| *kind == card.kind);
        match known {
            Some((_, count)) => *count += more,
            None => self.accepted.push((card.kind, more.max(0))),
        }
    }
}
