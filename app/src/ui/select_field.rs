//! One of several.

use super::{
    bind::bind_text,
    field::{Field, described_by},
};
use leptos::{html, prelude::*};

/// A native select with its label.
#[component]
pub fn SelectField(
    /// The name that the form posts; also the control's id unless `id` says another.
    #[prop(into)]
    name: String,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// What can be chosen: (what the form posts, what people read).
    options: Vec<(String, String)>,
    /// What is chosen.
    #[prop(optional)]
    value: Option<RwSignal<String>>,
    /// The control's id, where `name` is not unique on the page.
    #[prop(optional, into)]
    id: Option<String>,
    /// How to answer.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Why the answer will not do.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// May be left empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| name.clone());
    let value = value.unwrap_or_else(|| {
        RwSignal::new(
            options
                .first()
                .map(|first| first.0.clone())
                .unwrap_or_default(),
        )
    });
    let control = NodeRef::<html::Select>::new();
    bind_text(
        value,
        move || control.get(),
        |select| select.value(),
        |select, text| select.set_value(text),
    );
    let chosen = value.get_untracked();
    let options = options
        .into_iter()
        .map(|(value, label)| {
            view! { <option selected={value == chosen} value=value>{label}</option> }.into_any()
        })
        .collect_view();
    let described = described_by(&id, hint.as_ref());
    view! {
        <Field id=id.clone() label hint optional error>
            <select
                class="control"
                node_ref=control
                id=id.clone()
                name=name
                required=!optional
                aria-describedby=described
                aria-invalid=move || error.get().is_some().then_some("true")
                on:change:target=move |event| value.set(event.target().value())
            >
                {options}
            </select>
        </Field>
    }
    .into_any()
}
