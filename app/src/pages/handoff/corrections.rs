//! How the time of the signature was corrected that began the clock of an SOW package.

use super::Shown;
use crate::ui::{Avatar, When};
use domain::{board::HandoffPage, handoff::HandoffKind, package::SignatureCorrection};
use leptos::prelude::*;

/// Lines of the history, the latest on top.
pub(super) fn corrections(shown: Shown) -> AnyView {
    let all = shown.part(of_package);
    let lines = move || all.read().iter().rev().map(line).collect_view();
    lines.into_any()
}

fn of_package(page: &HandoffPage) -> Vec<SignatureCorrection> {
    let package = page.package.as_ref();
    let package = package.filter(|_| page.card.kind == HandoffKind::SalesToProduction);
    package
        .map(|package| package.corrections.clone())
        .unwrap_or_default()
}

fn line(one: &SignatureCorrection) -> AnyView {
    let by = one.by.clone();
    view! {
        <li>
            {by.clone().map(|name| view! { <Avatar name beside_name=true /> })}
            <div>
                <p>
                    <strong>{by.unwrap_or_else(|| "Baton".to_owned())}</strong> " corrected when the SOW was signed, from "
                    <When at=one.was /> " to " <When at=one.becomes />
                </p>
                <blockquote>{one.reason.clone()}</blockquote>
                <p class="muted small"><When at=one.at /></p>
            </div>
        </li>
    }
    .into_any()
}
