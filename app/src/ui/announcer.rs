//! What is said to those who listen to the page rather than look at it.

use leptos::prelude::*;

/// Says things through the page's live region.
#[derive(Clone, Copy)]
pub struct Announcer(RwSignal<String>);

impl Announcer {
    /// Has `text` read out when the reader pauses: "Moved to Submitted".
    pub fn say(self, text: impl Into<String>) {
        let mut text = text.into();
        // The same sentence twice is no change, and would not be read again.
        if *self.0.read_untracked() == text {
            text.push('\u{a0}');
        }
        self.0.set(text);
    }
}

/// Makes the announcer known to all that is below.
pub fn provide_announcer() {
    provide_context(Announcer(RwSignal::new(String::new())));
}

/// The page's announcer.
pub fn use_announcer() -> Announcer {
    use_context().unwrap_or_else(|| Announcer(RwSignal::new(String::new())))
}

/// The live region; each frame has one.
#[component]
pub fn LiveRegion() -> impl IntoView {
    let text = use_announcer().0;
    view! { <div class="visually-hidden" role="status">{text}</div> }.into_any()
}
