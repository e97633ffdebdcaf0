//! The board of this browser: the model, and which parts of the screen look at which part of it.
//!
//! Each card has a trigger of its own, so that a change draws one card anew and not the board.

mod cells;
mod drafts;
mod focus;
mod limits;
mod moves;

use super::{
    hand::Hand,
    model::{Entry, Model, Touched},
    query::BoardQuery,
    spoken,
};
use crate::{
    api::{board::FirstBoard, viewer::Viewer},
    live::Heard,
    pages::handoff::moving::{Asking, Draft, Undoing, Verdict, verdict},
    ui::{
        announcer::{Announcer, use_announcer},
        now::use_now,
        toast::{Toasts, use_toasts},
    },
};
use chrono::{DurationRound, TimeDelta};
use domain::{
    board::{Board, BoardFilter, Changed, ColumnLimit, HandoffCard, MoveHandoff, Place},
    handoff::{HandoffKind, Stage},
    ids::{HandoffId, PersonId, PodId},
    people::AccessRole,
    time::Instant,
};
use leptos::prelude::*;
use std::{collections::HashMap, time::Duration};

/// How long a card that others moved says so.
const SAYS_WHO: Duration = Duration::from_secs(8);

/// As the feed names a change of the columns' limits.
const LIMITS: &str = "board_limit";

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
    /// Whether the move that is chosen next happened earlier.
    pub late: StoredValue<bool>,
    /// Moves that could not be sent yet, each with when it happened, as it was typed.
    pub unsent: StoredValue<Vec<(MoveHandoff, String)>>,
    /// Says things to those who listen.
    pub announcer: Announcer,
    /// Shows messages.
    pub toasts: Toasts,
    /// Takes moves back.
    pub undoing: Undoing,
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
            late: StoredValue::new(false),
            unsent: StoredValue::default(),
            announcer: use_announcer(),
            toasts: use_toasts(),
            undoing: Undoing::of_page(),
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
