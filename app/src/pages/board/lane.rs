//! One kind of handoff: its head with this quarter's compliance, and its columns.

use super::{
    column::Column,
    compliance::{Compliance, Compliances},
    store::BoardStore,
};
use crate::{address::toggle, ui::Icon};
use domain::handoff::{HandoffKind, Stage};
use leptos::prelude::*;

/// A lane. Folded, only its head is left; whether it is stands in the address.
#[component]
pub fn Lane(
    /// The board that it is on.
    board: BoardStore,
    /// Whose handoffs.
    kind: HandoffKind,
    /// The compliance of all lanes.
    compliance: Compliances,
) -> impl IntoView {
    let folded = Memo::new(move |_| board.query.read().folded.contains(&kind));
    let href = move || {
        board
            .query
            .get()
            .with(|query| toggle(&mut query.folded, kind))
            .address()
    };
    let columns = move || {
        (!folded.get()).then(|| {
            let columns = Stage::ALL
                .iter()
                .map(|stage| view! { <Column board kind stage=*stage /> });
            // Scrolls sideways where it is narrow, so the keyboard must reach it.
            view! {
                <div class="lane-columns" tabindex="0" role="group" aria-label=format!("{kind}, by stage")>
                    {columns.collect_view()}
                </div>
            }
        })
    };
    let id = format!("lane-{}", kind.number());
    view! {
        <section class="lane" class:folded=folded aria-labelledby=id.clone()>
            <header class="lane-head">
                <h2 id=id.clone()>
                    <a class="lane-fold" href=href data-noscroll="" aria-expanded=move || (!folded.get()).to_string()>
                        {move || if folded.get() { Icon::ChevronRight } else { Icon::ChevronDown }.small()}
                        {kind.to_string()}
                    </a>
                </h2>
                <p class="lane-package muted">{kind.package()}</p>
                <Compliance kind known=compliance />
            </header>
            {columns}
        </section>
    }
    .into_any()
}
