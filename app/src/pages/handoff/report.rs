//! The way from a closing handoff to the report that it hands over.

use super::Shown;
use crate::ui::Icon;
use domain::handoff::HandoffKind;
use leptos::prelude::*;

pub(super) fn report(shown: Shown) -> Option<AnyView> {
    let closes = shown.page.read_untracked().card.kind == HandoffKind::ProductionToSales;
    closes.then(|| {
        view! {
            <a class="card report-link" href=format!("/handoffs/{}/report", shown.id)>
                {Icon::File.large()}
                <span>
                    <strong>"The closing report"</strong>
                    <span class="muted">"Baton drafts its numbers; write it, pick its visuals, print it."</span>
                </span>
                {Icon::ArrowRight.small()}
            </a>
        }
        .into_any()
    })
}
