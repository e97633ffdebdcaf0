//! A job's state as a word with its shape.

use crate::ui::{Badge, Icon, Tone};
use domain::job::JobState;
use leptos::prelude::*;

/// The state in words, sentence case.
pub fn words(state: JobState) -> String {
    let words = state.words();
    let (first, rest) = words.split_at(words.len().min(1));
    format!("{}{rest}", first.to_uppercase())
}

/// The state of a job, and whether a question of ours is open.
#[component]
pub fn StateBadge(
    /// Where it stands.
    state: JobState,
    /// A question of the agency's has no answer yet.
    #[prop(optional)]
    asked: bool,
) -> impl IntoView {
    let (tone, icon) = look(state);
    let question = (asked && state.is_open() && state != JobState::OnHold)
        .then(|| view! { <Badge label="Question open" icon=Icon::Comment /> });
    view! { <span class="row"><Badge label=words(state) tone icon /> {question}</span> }.into_any()
}

const fn look(state: JobState) -> (Tone, Icon) {
    match state {
        JobState::Submitted => (Tone::Now, Icon::Send),
        JobState::Accepted => (Tone::Neutral, Icon::Check),
        JobState::InProduction => (Tone::Now, Icon::Play),
        JobState::InQc => (Tone::Now, Icon::Search),
        JobState::Delivered => (Tone::Good, Icon::Box),
        JobState::ChangesRequested => (Tone::Warn, Icon::Return),
        JobState::Approved => (Tone::Good, Icon::Met),
        JobState::Declined | JobState::Cancelled => (Tone::Neutral, Icon::Close),
        JobState::OnHold => (Tone::Neutral, Icon::Pause),
    }
}

#[cfg(test)]
mod tests {
    use super::words;
    use domain::job::JobState;

    #[test]
    fn states_begin_with_a_capital() {
        assert_eq!(words(JobState::InProduction), "In production");
        assert_eq!(words(JobState::InQc), "In QC");
    }
}
