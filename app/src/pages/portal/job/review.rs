//! Looking at a delivery: approve it, or ask for changes.

use crate::pages::mover::Mover;
use crate::ui::{Icon, Look};
use domain::job::JobEventKind;
use leptos::prelude::*;

/// The two answers to a delivery.
pub fn section(mover: Mover) -> AnyView {
    view! {
        <section class="card need" aria-labelledby="review">
            <h2 id="review">{Icon::Box.large()} "Delivered: is it what you need?"</h2>
            <p>"Approving closes the request; asking for changes sends it back to us with your comment."</p>
            <div class="answers">
                {mover.plain(JobEventKind::Approved, Look::Primary, Icon::Check, "Approve")}
                <details class="fold">
                    <summary>{Icon::Return.small()} "Ask for changes"</summary>
                    {mover.with_reason(JobEventKind::ChangesRequested, "What should be different?", "Send back for changes")}
                </details>
            </div>
        </section>
    }
    .into_any()
}
