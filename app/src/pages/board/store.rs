//! The board of this browser: the model, and which parts of the screen look at which part of it.
//!
//! Each card has a trigger of its own, so that a change draws one card anew and not the board.

use super::{
    hand::{By, Did, Hand, Then},
    model::{Entry, Model, Touched},
    query::BoardQuery,
    send::send,
    spoken,
};
use crate::{
    api::{board::FirstBoard, viewer::Viewer},
    live::Heard,
    pages::handoff::moving::{Ask, Asking, Draft, Verdict, verdict},
    ui::{
        announcer::{Announcer, use_announcer},
        now::use_now,
        toast::{Toasts, use_toasts},
    },
};
use chrono::{DurationRound, TimeDelta};
use domain::{
    board::{
        Board, BoardFilter, Changed, ColumnLimit, HandoffCard, MoveHandoff, Place,
        limit::check_room,
    },
    handoff::{HandoffKind, Stage},
    ids::{HandoffId, PersonId, PodId},
    people::AccessRole,
    policy::{Action, check_role},
    time::Instant,
};
use leptos::prelude::*;
use std::{collections::HashMap, time::Duration};

/// How long a card that others moved says so.
const SAYS_WHO: Duration = Duration::from_secs(8);

/// As the feed names a change of the columns' limits.
const LIMITS: &str = "board_limit";

/// How long a card is looked for that the filter may hide.
const GIVES_UP: Duration = Duration::from_millis(600);

/// The board; all that is on it is reached through this.
#[derive(Clone, Copy)]
pub struct BoardStore {
    model: StoredValue<Model>,
    looks: StoredValue<HashMap<HandoffId, ArcTrigger>>,
    places: RwSignal<u32>,
    drafts: StoredValue<HashMap<HandoffId, Draft>>,
    first: StoredValue<Vec<(HandoffKind, Stage, u32)>>,
    /// How many accepted cards of each kind pass the filter that they were counted for.
    pub passing: RwSignal<(BoardFilter, Vec<(HandoffKind, i64)>)>,
    /// Whether all open cards are here.
    pub whole: RwSignal<bool>,
    /// What the address asks for.
    pub query: Memo<BoardQuery>,
    /// What the user's hand does.
    pub hand: RwSignal<Hand>,
    /// The question that is open.
    pub asking: RwSignal<Option<Asking>>,
    /// The card whose menu is open.
    pub menu: RwSignal<Option<HandoffId>>,
    /// A card that is to be scrolled to and focused.
    pub seek: RwSignal<Option<HandoffId>>,
    /// What the viewer may do.
    pub role: AccessRole,
    /// The person that the viewer is.
    pub me: Option<PersonId>,
    /// Where in a column a card is being dropped.
    pub place: StoredValue<Option<Place>>,
    /// The same of a move that is being asked about.
    aimed: StoredValue<Option<Place>>,
    /// How many cards the columns take that have a limit.
    pub limits: RwSignal<Vec<ColumnLimit>>,
    there: StoredValue<Vec<u32>>,
    /// The pods that can be chosen.
    pub pods: StoredValue<Vec<(PodId, String)>>,
    /// Moves that could not be sent yet.
    pub unsent: StoredValue<Vec<MoveHandoff>>,
    /// Says things to those who listen.
    pub announcer: Announcer,
    /// Shows messages.
    pub toasts: Toasts,
    viewer_name: StoredValue<String>,
    minute: Memo<Instant>,
}

impl BoardStore {
    /// The store of a board that has just been loaded.
    pub fn new(first: &FirstBoard, query: Memo<BoardQuery>, viewer: Viewer) -> Self {
        let mut model = Model::default();
        model.load(&first.board);
        let now = use_now();
        // Fine enough for "at risk", which must not be asked again of every card each second.
        let minute = Memo::new(move |_| {
            let now = now.get();
            now.duration_trunc(TimeDelta::minutes(1)).unwrap_or(now)
        });
        Self {
            model: StoredValue::new(model),
            looks: StoredValue::default(),
            places: RwSignal::new(0),
            drafts: StoredValue::default(),
            first: StoredValue::new(first.counts.clone()),
            passing: RwSignal::new((query.get_untracked().filter, first.accepted.clone())),
            whole: RwSignal::new(first.whole),
            query,
            hand: RwSignal::default(),
            asking: RwSignal::new(None),
            menu: RwSignal::new(None),
            seek: RwSignal::new(None),
            role: viewer.role,
            me: first.me,
            place: StoredValue::new(None),
            aimed: StoredValue::new(None),
            limits: RwSignal::new(first.board.limits.clone()),
            there: StoredValue::new(first.there.clone()),
            pods: StoredValue::new(first.board.pods.clone()),
            unsent: StoredValue::default(),
            announcer: use_announcer(),
            toasts: use_toasts(),
            viewer_name: StoredValue::new(viewer.name),
            minute,
        }
    }

    /// Whether its page was left: what comes later must not touch it any more.
    pub fn is_left(self) -> bool {
        self.model.is_disposed()
    }

    /// A card and what is going on with it; tracked.
    pub fn entry(self, id: HandoffId) -> Option<Entry> {
        self.trigger(id).track();
        self.peek(id)
    }

    /// A card and what is going on with it, without being told when it changes.
    pub fn peek(self, id: HandoffId) -> Option<Entry> {
        self.model.with_value(|model| model.entry(id).cloned())
    }

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

    /// Whether a card is at that place of its column already.
    #[cfg(feature = "hydrate")]
    pub fn stands_at(self, id: HandoffId, place: Place) -> bool {
        let Some(Entry { card, .. }) = self.peek(id) else {
            return false;
        };
        let order = untrack(|| self.cell(card.kind, card.stage));
        let above = order
            .iter()
            .position(|known| *known == id)
            .and_then(|at| at.checked_sub(1))
            .map(|at| order[at]);
        place == above.map_or(Place::First, Place::After)
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
    fn full(self, card: &HandoffCard, to: Stage) -> Option<String> {
        let (limit, there) = untrack(|| self.limit(card.kind, to))?;
        let full = check_room(Some(&limit), there, None).err();
        full.filter(|_| card.stage != to)
            .map(|full| full.to_string())
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

    /// The number of the last change that was heard.
    pub fn seq(self) -> i64 {
        self.model.with_value(Model::seq)
    }

    /// How many moves wait for the server; tracked.
    pub fn under_way(self) -> usize {
        self.places.track();
        self.model.with_value(Model::under_way)
    }

    /// What becomes of a card that is moved to `to` by this viewer.
    pub fn verdict(self, id: HandoffId, to: Stage) -> Verdict {
        self.peek(id)
            .map_or(Verdict::Stays, |entry| verdict(&entry.card, to, self.role))
    }

    /// Takes in all open cards.
    pub fn load_whole(self, board: &Board, in_place_of_all: bool) {
        self.limits.set(board.limits.clone());
        self.step(|model| {
            if in_place_of_all {
                model.reload(board)
            } else {
                model.load(board)
            }
        });
        self.whole.set(true);
    }

    /// Takes in accepted cards.
    pub fn add(self, cards: Vec<HandoffCard>) {
        self.step(|model| model.add(cards));
    }

    /// Hears from the feed. True where the whole board has to be loaded anew.
    pub fn hear(self, heard: Heard) -> bool {
        let Heard::Change(change) = heard else {
            return true;
        };
        let card = match &change.what {
            Changed::Handoff(card) => Some((card.id, change.actor_name.clone())),
            Changed::Other(entity) if entity == LIMITS => return true,
            _ => None,
        };
        let me = self.viewer_name.get_value();
        self.step(|model| model.hear(*change, &me));
        if let Some((id, by)) = card {
            self.say_who(id, &by);
        }
        false
    }

    /// Tells who moved a card, and forgets it after a while.
    fn say_who(self, id: HandoffId, by: &str) {
        let Some(entry) = self.peek(id).filter(|entry| entry.moved_by.is_some()) else {
            return;
        };
        self.announcer.say(spoken::moved_by(by, &entry.card));
        set_timeout(move || self.step(|model| model.calm_down(id)), SAYS_WHO);
    }

    /// The user's hand did something.
    pub fn hand_did(self, did: Did) -> Then {
        let (hand, then) = self.hand.get_untracked().after(did);
        if self.hand.get_untracked() != hand {
            self.hand.set(hand);
        }
        match then {
            Then::Lifted(carry) if carry.by == By::Pointer => {
                self.model.update_value(Model::hold_back)
            }
            Then::Dropped(..) | Then::PutBack(_) => {
                let me = self.viewer_name.get_value();
                self.step(|model| model.let_through(&me));
            }
            _ => {}
        }
        self.tell(then);
        let place = self.place.try_update_value(Option::take).flatten();
        match then {
            Then::Dropped(carry, to) => self.ask_or_move(carry.id, to, place),
            Then::PutBack(carry) if carry.over == Some(carry.from) && place.is_some() => {
                self.arrange(carry.id, place);
            }
            _ => {}
        }
        then
    }

    fn tell(self, then: Then) {
        let (Then::Lifted(carry)
        | Then::Hovers(carry)
        | Then::Dropped(carry, _)
        | Then::PutBack(carry)) = then
        else {
            return;
        };
        let Some(entry) = self.peek(carry.id) else {
            return;
        };
        let above = self.verdict(carry.id, carry.over.unwrap_or(carry.from));
        if let Some(said) = spoken::on_hand(then, &entry.card, &above) {
            self.announcer.say(said);
        }
    }

    /// Moves a card within its column.
    fn arrange(self, id: HandoffId, place: Option<Place>) {
        let Some(Entry { card, .. }) = self.peek(id) else {
            return;
        };
        match check_role(self.role, Action::Arrange(card.kind)) {
            Ok(()) => {
                let plain = MoveHandoff::plain(id, card.version, card.stage);
                send(self, MoveHandoff { place, ..plain });
            }
            Err(refusal) => self.toasts.fail(refusal.to_string()),
        }
    }

    /// Moves a card, or asks first what the move has to answer, or says why it cannot be.
    pub fn ask_or_move(self, id: HandoffId, to: Stage, place: Option<Place>) {
        let Some(entry) = self.peek(id) else { return };
        match self.verdict(id, to) {
            Verdict::Stays => {}
            Verdict::Refused(why) => {
                self.announcer.say(why.clone());
                self.toasts.fail(why);
                self.find(id);
            }
            Verdict::Goes(ask) => {
                let full = self.full(&entry.card, to);
                if ask == Ask::Nothing && full.is_none() {
                    let plain = MoveHandoff::plain(id, entry.card.version, to);
                    return send(self, MoveHandoff { place, ..plain });
                }
                let draft = self.draft(&entry.card);
                self.aimed.set_value(place);
                self.asking.set(Some(Asking {
                    full,
                    ..Asking::new(entry.card, to, ask, draft)
                }));
            }
        }
    }

    /// Scrolls to a card and focuses it, as soon as it is drawn.
    pub fn find(self, id: HandoffId) {
        // The board may be left by then.
        self.seek.try_set(Some(id));
        set_timeout(
            move || {
                if self.seek.try_get_untracked() == Some(Some(id)) {
                    self.seek.set(None);
                }
            },
            GIVES_UP,
        );
    }

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

    /// Sends a move that was asked about, to the place that it was dropped at.
    pub fn send_answered(self, asked: MoveHandoff) {
        let place = self.aimed.try_update_value(Option::take).flatten();
        send(self, MoveHandoff { place, ..asked });
    }

    /// Shows a move before the server has answered.
    pub fn move_ahead(self, asked: &MoveHandoff) {
        self.step(|model| model.move_ahead(asked.id, asked.to, asked.place));
    }

    /// The server did it.
    pub fn settle(self, card: HandoffCard) {
        self.step(|model| model.settle(card));
    }

    /// The server did not do it.
    pub fn take_back(self, id: HandoffId) {
        self.step(|model| model.take_back(id));
    }

    fn trigger(self, id: HandoffId) -> ArcTrigger {
        let known = self.looks.with_value(|looks| looks.get(&id).cloned());
        known.unwrap_or_else(|| {
            let trigger = ArcTrigger::new();
            self.looks.update_value(|looks| {
                looks.insert(id, trigger.clone());
            });
            trigger
        })
    }

    fn step(self, change: impl FnOnce(&mut Model) -> Touched) {
        let mut touched = Touched::default();
        self.model.update_value(|model| touched = change(model));
        for id in touched.cards {
            if let Some(trigger) = self.looks.with_value(|looks| looks.get(&id).cloned()) {
                trigger.notify();
            }
        }
        if touched.places {
            self.places
                .update(|places| *places = places.wrapping_add(1));
        }
    }
}
