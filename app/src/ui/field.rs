//! What every field has around its control: label, hint, error.

use super::Icon;
use leptos::prelude::*;

/// Why an answer will not do, below its field.
#[component]
pub fn FieldError(
    /// The `id` that the control names in `aria-describedby`.
    #[prop(into)]
    id: String,
    /// The reason, a sentence; nothing is shown without one.
    #[prop(into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let reason = move || {
        error
            .get()
            .map(|error| view! { {Icon::AtRisk.small()} <span>{error}</span> })
    };
    view! { <p class="field-error" id=id>{reason}</p> }.into_any()
}

/// Label above, hint and error below. The control is the child; it describes itself with `described_by(id, hint)`.
#[component]
pub(super) fn Field(
    id: String,
    label: String,
    hint: Option<String>,
    optional: bool,
    error: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="field">
            <label for=id.clone()>
                {label}
                {optional.then(|| view! { <span class="muted">" (optional)"</span> })}
            </label>
            {hint.map(|hint| view! { <p class="field-hint" id=format!("{id}-hint")>{hint}</p> })}
            {children()}
            <FieldError id=format!("{id}-error") error=error />
        </div>
    }
    .into_any()
}

/// The ids of the hint, where the field `id` has one, and of its error, for `aria-describedby`.
pub(super) fn described_by(id: &str, hint: Option<&String>) -> String {
    match hint {
        Some(_) => format!("{id}-hint {id}-error"),
        None => format!("{id}-error"),
    }
}
