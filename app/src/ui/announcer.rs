//! What is said to those who listen to the page rather than look at it.

use leptos::prelude::*;

/// Says things through the page's live region.
#[derive(Clone, Copy)]
pub struct Announcer {
    said: RwSignal<String>,
    arrived: StoredValue<bool>,
}

impl Announcer {
    fn new() -> Self {
        Self {
            said: RwSignal::new(String::new()),
            arrived: StoredValue::new(false),
        }
    }

    /// Has `text` read out when the reader pauses: "Moved to Submitted".
    pub fn say(self, text: impl Into<String>) {
        let mut text = text.into();
        // The same sentence twice is no change, and would not be read again.
        if *self.said.read_untracked() == text {
            text.push('\u{a0}');
        }
        self.said.set(text);
    }

    /// Says which page one has come to. Not for the first: the browser reads that one's title itself.
    pub fn arrive(self, title: String) {
        if self.arrived.get_value() {
            self.say(title);
        }
        self.arrived.set_value(true);
    }
}

/// Makes the announcer known to all that is below.
pub fn provide_announcer() {
    provide_context(Announcer::new());
}

/// The page's announcer.
pub fn use_announcer() -> Announcer {
    use_context().unwrap_or_else(Announcer::new)
}

/// The live region; each frame has one.
#[component]
pub fn LiveRegion() -> impl IntoView {
    let said = use_announcer().said;
    view! { <div class="visually-hidden" role="status">{said}</div> }.into_any()
}
