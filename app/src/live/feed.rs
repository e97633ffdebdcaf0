//! An `EventSource` that never gives up. A tab has one, however many parts of its page follow what changes.

use super::Heard;
use leptos::{
    ev,
    leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle, window_event_listener},
    prelude::*,
};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, EventSource, MessageEvent};

/// How long an interruption may last before it is shown, in milliseconds.
const UNNOTICED: u64 = 1_500;

/// The longest wait before the next attempt, in milliseconds.
const LONGEST_WAIT: u64 = 15_000;

thread_local! {
    static FEED: Rc<Feed> = Feed::start();
}

#[derive(Default)]
struct Feed {
    followers: RefCell<Vec<Rc<Follower>>>,
    line: RefCell<Line>,
}

/// A part of the page that follows what changes.
struct Follower {
    /// The number of the last change that it knows.
    seq: Cell<i64>,
    hear: Box<dyn Fn(Heard)>,
    offline: RwSignal<bool>,
}

/// The connection and what it needs while it stands.
#[derive(Default)]
struct Line {
    source: Option<EventSource>,
    listeners: Vec<Closure<dyn FnMut(Event)>>,
    /// The number of the last change that was heard.
    seq: i64,
    /// Attempts in vain since the last success.
    attempts: u32,
    timer: Option<TimeoutHandle>,
}

/// Follows once the page stands, until the component goes.
pub(super) fn open(after: i64, hear: Box<dyn Fn(Heard)>, offline: RwSignal<bool>) {
    let follower = StoredValue::new_local(Rc::new(Follower {
        seq: Cell::new(after),
        hear,
        offline,
    }));
    on_cleanup(move || follower.with_value(|follower| FEED.with(|feed| feed.remove(follower))));
    Effect::new(move |_| follower.with_value(|follower| FEED.with(|feed| feed.add(follower))));
}

impl Feed {
    fn start() -> Rc<Self> {
        let feed = Rc::new(Self::default());
        // They listen for as long as the tab is open.
        let _ = window_event_listener(ev::offline, |_| FEED.with(|feed| feed.tell_offline(true)));
        let _ = window_event_listener(ev::online, |_| FEED.with(Self::connect));
        feed
    }

    /// A follower that knows less than was heard already lets the line begin anew from there; the others pass over
    /// what they know.
    fn add(self: &Rc<Self>, follower: &Rc<Follower>) {
        let first = self.followers.borrow().is_empty();
        self.followers.borrow_mut().push(follower.clone());
        if !is_online() {
            follower.offline.set(true);
        }
        let mut line = self.line.borrow_mut();
        let knows_less = follower.seq.get() < line.seq;
        if first || knows_less {
            line.seq = follower.seq.get();
            drop(line);
            self.connect();
        }
    }

    fn remove(self: &Rc<Self>, follower: &Rc<Follower>) {
        let mut followers = self.followers.borrow_mut();
        followers.retain(|known| !Rc::ptr_eq(known, follower));
        if followers.is_empty() {
            drop(followers);
            self.hang_up();
            if let Some(timer) = self.line.borrow_mut().timer.take() {
                timer.clear();
            }
        }
    }

    fn connect(self: &Rc<Self>) {
        self.hang_up();
        if self.followers.borrow().is_empty() {
            return;
        }
        let mut line = self.line.borrow_mut();
        let Ok(source) = EventSource::new(&format!("/live?after={}", line.seq)) else {
            return;
        };
        for name in ["message", "resync", "open", "error"] {
            let feed = self.clone();
            let listener = Closure::new(move |event: Event| feed.on(name, &event));
            // Fails for no name of this list.
            let _ =
                source.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
            line.listeners.push(listener);
        }
        line.source = Some(source);
    }

    fn on(self: &Rc<Self>, name: &str, event: &Event) {
        match name {
            "open" => {
                self.line.borrow_mut().attempts = 0;
                // It may have been lost again since the line was opened.
                self.tell_offline(!is_online());
            }
            "error" => self.interrupted(),
            _ => self.heard(name, event.unchecked_ref()),
        }
    }

    fn heard(&self, name: &str, event: &MessageEvent) {
        let Ok(seq) = event.last_event_id().parse() else {
            return;
        };
        self.line.borrow_mut().seq = seq;
        let data = event.data().as_string().unwrap_or_default();
        let heard = if name == "resync" {
            Heard::Resync
        } else if let Ok(change) = crate::json::read(&data) {
            Heard::Change(Box::new(change))
        } else {
            return;
        };
        for follower in self.now_following() {
            let news = heard == Heard::Resync || follower.seq.get() < seq;
            if news && self.has(&follower) {
                follower.seq.set(seq);
                (follower.hear)(heard.clone());
            }
        }
    }

    fn tell_offline(&self, offline: bool) {
        for follower in self.now_following() {
            follower.offline.set(offline);
        }
    }

    /// Those who follow at this moment: hearing something, a page may begin to follow more, or another go.
    fn now_following(&self) -> Vec<Rc<Follower>> {
        self.followers.borrow().clone()
    }

    fn has(&self, follower: &Rc<Follower>) -> bool {
        let followers = self.followers.borrow();
        followers.iter().any(|known| Rc::ptr_eq(known, follower))
    }

    /// The browser comes back by itself from most interruptions; where it gives up, we do not.
    fn interrupted(self: &Rc<Self>) {
        let gave_up = self.is(EventSource::CLOSED);
        let attempts = self.line.borrow().attempts;
        let wait = if gave_up {
            (1_000 << attempts.min(4)).min(LONGEST_WAIT)
        } else {
            UNNOTICED
        };
        let feed = self.clone();
        let after = move || {
            if !feed.is(EventSource::OPEN) {
                feed.tell_offline(true);
            }
            if gave_up {
                feed.line.borrow_mut().attempts += 1;
                feed.connect();
            }
        };
        let timer = set_timeout_with_handle(after, Duration::from_millis(wait)).ok();
        if let Some(earlier) = std::mem::replace(&mut self.line.borrow_mut().timer, timer) {
            earlier.clear();
        }
    }

    fn is(&self, state: u16) -> bool {
        self.line
            .borrow()
            .source
            .as_ref()
            .is_some_and(|source| source.ready_state() == state)
    }

    /// Ends the connection. Its listeners may be the ones that are running, so they are dropped later.
    fn hang_up(&self) {
        let mut line = self.line.borrow_mut();
        let listeners = std::mem::take(&mut line.listeners);
        if let Some(source) = line.source.take() {
            source.close();
        }
        if !listeners.is_empty() {
            set_timeout(move || drop(listeners), Duration::ZERO);
        }
    }
}

/// Whether the browser believes that there is a network.
fn is_online() -> bool {
    window().navigator().on_line()
}
