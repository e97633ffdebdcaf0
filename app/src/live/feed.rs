//! An `EventSource` that never gives up.

use super::Heard;
use leptos::{
    ev,
    leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle, window_event_listener},
    prelude::*,
};
use std::{cell::RefCell, rc::Rc, time::Duration};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, EventSource, MessageEvent};

/// How long an interruption may last before it is shown, in milliseconds.
const UNNOTICED: u64 = 1_500;

/// The longest wait before the next attempt, in milliseconds.
const LONGEST_WAIT: u64 = 15_000;

struct Feed {
    hear: Box<dyn Fn(Heard)>,
    offline: RwSignal<bool>,
    line: RefCell<Line>,
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
    closed: bool,
}

/// Opens the feed once the page stands, and closes it with the component.
pub(super) fn open(after: i64, hear: Box<dyn Fn(Heard)>, offline: RwSignal<bool>) {
    let line = RefCell::new(Line {
        seq: after,
        ..Line::default()
    });
    let feed = Rc::new(Feed {
        hear,
        offline,
        line,
    });
    let kept = StoredValue::new_local(feed.clone());
    let lost = window_event_listener(ev::offline, move |_| offline.set(true));
    let found = window_event_listener(ev::online, move |_| {
        kept.with_value(|feed| feed.connect());
    });
    on_cleanup(move || {
        kept.with_value(|feed| feed.close());
        lost.remove();
        found.remove();
    });
    Effect::new(move |_| kept.with_value(|feed| feed.connect()));
}

impl Feed {
    fn connect(self: &Rc<Self>) {
        self.hang_up();
        let mut line = self.line.borrow_mut();
        if line.closed {
            return;
        }
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
                self.offline.set(false);
            }
            "error" => self.interrupted(),
            _ => self.heard(name, event.unchecked_ref()),
        }
    }

    fn heard(&self, name: &str, event: &MessageEvent) {
        if let Ok(seq) = event.last_event_id().parse() {
            self.line.borrow_mut().seq = seq;
        }
        let data = event.data().as_string().unwrap_or_default();
        if name == "resync" {
            (self.hear)(Heard::Resync);
        } else if let Ok(change) = crate::json::read(&data) {
            (self.hear)(Heard::Change(Box::new(change)));
        }
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
                feed.offline.set(true);
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

    fn close(&self) {
        self.hang_up();
        let mut line = self.line.borrow_mut();
        line.closed = true;
        if let Some(timer) = line.timer.take() {
            timer.clear();
        }
    }
}
