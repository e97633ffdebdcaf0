//! The promise, pinned above everything else: when, how it stands, whose turn it is.

use super::super::steps::Steps;
use crate::ui::{ClockBar, Icon, When, WhyList};
use domain::{
    calendar::{Sla, Step},
    job::{Need, PortalCard, PortalState},
};
use leptos::prelude::*;

/// The panel; it stays at the top while the page is scrolled.
pub fn pinned(card: Memo<PortalCard>, sla: Sla, why: Memo<Vec<Step>>) -> AnyView {
    let state = Signal::derive(move || card.read().state);
    let reached = Signal::derive(move || card.read().reached);
    let clock = Signal::derive(move || card.read().clock);
    let promised = move || {
        clock
            .get()
            .due_at
            .map(|due| view! { <strong class="promise-time"><When at=due /></strong> })
    };
    let headline = move || match (state.get(), clock.get().met_at) {
        (PortalState::OnHold, _) => view! { "The promised time waits for your answer" }.into_any(),
        (PortalState::Declined | PortalState::Cancelled, _) => {
            view! { "Nothing is owed any more" }.into_any()
        }
        (_, Some(met)) => {
            view! { "Delivered " <When at=met /> ", promised " {promised()} }.into_any()
        }
        _ => view! { "Promised " {promised()} }.into_any(),
    };
    let waits = move || waits_for(&card.read());
    let next = move || (state.get() == PortalState::Sent).then(what_happens_next);
    view! {
        <section class="promise card" aria-label="What we promised">
            <div class="promise-line">
                <p class="promise-head">{headline}</p>
                <Steps state reached />
            </div>
            <ClockBar clock />
            <p class="promise-waits small">{Icon::Clock.small()} {waits}</p>
            <WhyList sla steps=why />
        </section>
        {next}
    }
    .into_any()
}

fn waits_for(card: &PortalCard) -> &'static str {
    match (card.need, card.state) {
        (Some(Need::Answer), _) => "Waiting for you: please answer our question.",
        (Some(Need::Review), _) => "Waiting for you: please look at what we delivered.",
        (None, PortalState::Sent) => "Waiting for us: a producer looks at it next.",
        (None, state) if state.is_open() => "Waiting for us: we are on it.",
        _ => "Waiting for nobody: this is done.",
    }
}

/// The receipt of a request that was just sent.
fn what_happens_next() -> AnyView {
    view! {
        <section class="receipt" aria-labelledby="receipt">
            <h2 id="receipt">{Icon::Met.large()} "We have your request. What happens next:"</h2>
            <ol>
                <li>"A producer reads it and accepts it, or asks you what is unclear. The clock above runs already."</li>
                <li>"It is made and checked. You can follow each step on this page; it changes by itself."</li>
                <li>"You look at the delivery here, and approve it or ask for changes."</li>
            </ol>
        </section>
    }
    .into_any()
}
