//! A number with its name.

use super::Tone;
use leptos::prelude::*;

/// A large number, a small label above, a note below with its mark.
#[component]
pub fn Stat(
    /// What is counted.
    #[prop(into)]
    label: String,
    /// The number as it is shown: "92.4 %", "no data".
    #[prop(into)]
    value: Signal<String>,
    /// The target, or how it came about.
    #[prop(optional, into)]
    note: MaybeProp<String>,
    /// How it stands; drawn before the note, which says it in words.
    #[prop(optional, into)]
    tone: Signal<Tone>,
) -> impl IntoView {
    let mark = move || (tone.get() != Tone::Neutral).then(|| tone.get().icon().small());
    let note = move || {
        note.get()
            .map(|note| view! { <span class="stat-note">{mark} {note}</span> })
    };
    view! {
        <div class=move || format!("stat {}", tone.get().class())>
            <span class="stat-label">{label}</span>
            <span class="stat-value num">{value}</span>
            {note}
        </div>
    }
    .into_any()
}
