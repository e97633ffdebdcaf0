//! What happened, the latest on top.

use crate::ui::{Icon, When};
use domain::job::{PortalEntry, PortalEvent};
use leptos::prelude::*;

/// The timeline; new lines appear at its top by themselves.
pub fn section(entries: Memo<Vec<PortalEntry>>) -> AnyView {
    let rows = move || entries.get().into_iter().map(row).collect_view();
    view! {
        <section class="section" aria-labelledby="timeline">
            <h2 id="timeline">"What happened"</h2>
            <ol class="timeline">{rows}</ol>
        </section>
    }
    .into_any()
}

fn row(entry: PortalEntry) -> AnyView {
    let by = entry
        .by
        .map(|by| view! { <span class="muted">{by}</span> " · " });
    let text =
        (!entry.text.is_empty()).then(|| view! { <p class="timeline-text">{entry.text}</p> });
    view! {
        <li>
            <span class="timeline-mark">{icon(entry.what).small()}</span>
            <div class="timeline-body">
                <p><strong>{words(entry.what)}</strong></p>
                <p class="small muted">{by} <When at=entry.at /></p>
                {text}
            </div>
        </li>
    }
    .into_any()
}

const fn words(what: PortalEvent) -> &'static str {
    match what {
        PortalEvent::Sent => "Request sent",
        PortalEvent::Accepted => "Accepted",
        PortalEvent::Started => "Work has begun",
        PortalEvent::Asked => "A question for you",
        PortalEvent::Resumed => "Work goes on, the clock runs again",
        PortalEvent::Said => "Message",
        PortalEvent::Delivered => "Delivered",
        PortalEvent::ChangesRequested => "Changes asked for",
        PortalEvent::Approved => "Approved",
        PortalEvent::Declined => "Declined",
        PortalEvent::Cancelled => "Cancelled",
    }
}

const fn icon(what: PortalEvent) -> Icon {
    match what {
        PortalEvent::Sent => Icon::Send,
        PortalEvent::Accepted => Icon::Check,
        PortalEvent::Started | PortalEvent::Resumed => Icon::Play,
        PortalEvent::Asked | PortalEvent::Said => Icon::Comment,
        PortalEvent::Delivered => Icon::Box,
        PortalEvent::ChangesRequested => Icon::Return,
        PortalEvent::Approved => Icon::Met,
        PortalEvent::Declined | PortalEvent::Cancelled => Icon::Close,
    }
}
