//! What failed.

use super::{Button, Icon};
use leptos::prelude::*;

/// Says what failed and what was kept, and offers to try again.
#[component]
pub fn ErrorNotice(
    /// What failed, a sentence.
    #[prop(into)]
    what: Signal<String>,
    /// What was kept: "Your text is still here."
    #[prop(optional, into)]
    kept: MaybeProp<String>,
    /// Tries again.
    #[prop(optional, into)]
    retry: Option<Callback<()>>,
) -> impl IntoView {
    view! {
        <div class="notice bad" role="alert">
            {Icon::Breached.large()}
            <div>
                <strong>{what}</strong>
                {move || kept.get().map(|kept| view! { <p>{kept}</p> })}
            </div>
            {retry.map(|retry| view! { <Button icon=Icon::Refresh on_click=move |_| retry.run(())>"Try again"</Button> })}
        </div>
    }
    .into_any()
}
