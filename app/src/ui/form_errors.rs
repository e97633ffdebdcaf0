//! What keeps a form from being sent, at its top.

use super::Icon;
use leptos::prelude::*;

/// One reason, and the field that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormFault {
    /// The `id` of the field's control.
    pub field: String,
    /// The reason, a sentence.
    pub reason: String,
}

/// The reasons, each a link to its field. Read out when they appear.
#[component]
pub fn FormErrors(
    /// The reasons; nothing is shown without any.
    #[prop(into)]
    faults: Signal<Vec<FormFault>>,
) -> impl IntoView {
    let list = move || {
        let links = faults.get().into_iter().map(|fault| {
            view! { <li><a href=format!("#{}", fault.field)>{fault.reason}</a></li> }
        });
        view! { <ul>{links.collect_view()}</ul> }
    };
    view! {
        <div role="alert">
            <Show when=move || !faults.read().is_empty()>
                <div class="notice bad">
                    {Icon::AtRisk.large()}
                    <div>
                        <strong>"Please look at this first"</strong>
                        {list}
                    </div>
                </div>
            </Show>
        </div>
    }
    .into_any()
}
