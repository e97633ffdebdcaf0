//! How far a request has come, as four steps.

use domain::job::PortalState;
use leptos::prelude::*;

const STEPS: [&str; 4] = ["Sent", "Accepted", "In the making", "Your review"];

/// Four marks, those behind filled, the present one bright, with the state in words.
#[component]
pub fn Steps(
    /// Where it stands.
    #[prop(into)]
    state: Signal<PortalState>,
    /// How far it has come.
    #[prop(into)]
    reached: Signal<PortalState>,
) -> impl IntoView {
    let marks = move || {
        let at = step_of(reached.get());
        STEPS
            .iter()
            .enumerate()
            .map(|(index, _)| view! { <i class=class_of(index, at)></i> })
            .collect_view()
    };
    let words = move || state.get().words();
    view! {
        <span class="steps">
            <span class="steps-marks" aria-hidden="true">{marks}</span>
            <span class="steps-words small">{words}</span>
        </span>
    }
    .into_any()
}

fn class_of(index: usize, at: usize) -> &'static str {
    match index.cmp(&at) {
        std::cmp::Ordering::Less => "done",
        std::cmp::Ordering::Equal => "at",
        std::cmp::Ordering::Greater => "ahead",
    }
}

/// The step that a state is in; past the last where it is over. On hold it stands where it stood before.
const fn step_of(state: PortalState) -> usize {
    match state {
        PortalState::Sent => 0,
        PortalState::Accepted => 1,
        PortalState::InTheMaking | PortalState::OnHold => 2,
        PortalState::ToReview => 3,
        PortalState::Done | PortalState::Declined | PortalState::Cancelled => STEPS.len(),
    }
}
