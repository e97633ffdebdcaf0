//! Calling a request off.

use crate::pages::mover::Mover;
use crate::ui::{Icon, Look};
use domain::job::JobEventKind;
use leptos::prelude::*;

/// Folded away, so that cancelling takes two clicks, with scripts and without.
pub fn section(mover: Mover) -> AnyView {
    view! {
        <details class="fold">
            <summary>{Icon::Trash.small()} "Cancel this request"</summary>
            <p class="small">"We stop working on it, and nothing is delivered. You can take this back on this page, and always send a new request."</p>
            {mover.plain(JobEventKind::Cancelled, Look::Danger, Icon::Close, "Yes, cancel it")}
        </details>
    }
    .into_any()
}
