//! The clock, and why it is due when it is: what was counted and what was skipped.

use super::Shown;
use crate::ui::{ClockBar, LeftMark, When, WhyList, now::use_now};
use domain::{clock::Clock, time::Instant};
use leptos::prelude::*;

pub(super) fn clock(shown: Shown) -> AnyView {
    let clock = shown.part(|page| page.card.clock);
    let steps = shown.part(|page| page.why.clone());
    let now = use_now();
    let holder = shown.part(move |page| {
        let card = &page.card;
        let left = card
            .holder
            .filter(|_| card.is_left_behind(now.get_untracked()));
        Some((card.holder_name.clone()?, left))
    });
    let produced = shown.part(|page| {
        (
            page.card.producer_name.clone(),
            page.card.backup_name.clone(),
        )
    });
    view! {
        <section class="section" aria-labelledby="due">
            <h2 id="due">"When it is due"</h2>
            <ClockBar clock />
            <dl class="facts">
                {move || due(&clock.get())}
                {move || holder.get().map(|(name, left)| {
                    let left = left.map(|person| view! { " " <LeftMark person /> });
                    view! { <dt>"With"</dt> <dd>{name} {left}</dd> }
                })}
                {move || producer(produced.get())}
            </dl>
            <Show when=move || !steps.read().is_empty()><WhyList steps /></Show>
        </section>
    }
    .into_any()
}

fn due(clock: &Clock) -> AnyView {
    let at = |label: &'static str, at: Option<Instant>| {
        at.map(|at| view! { <dt>{label}</dt> <dd><When at=at /></dd> })
    };
    view! {
        {at("Began", Some(clock.started_at))}
        {at("Due", clock.due_at)}
        {at("First submitted", clock.met_at)}
    }
    .into_any()
}

/// The producer, with who stands in for them.
fn producer((name, backup): (Option<String>, Option<String>)) -> Option<AnyView> {
    let backup = backup.map_or_else(
        || "no backup".to_owned(),
        |backup| format!("backup {backup}"),
    );
    let said = format!("{} ({backup})", name?);
    Some(view! { <dt>"Producer"</dt> <dd>{said}</dd> }.into_any())
}
