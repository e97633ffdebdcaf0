//! One line of text.

use super::{
    bind::bind_text,
    field::{Field, described_by},
};
use leptos::{html, prelude::*};

/// A line of text with its label.
#[component]
pub fn TextField(
    /// The name that the form posts; also the control's id unless `id` says another.
    #[prop(into)]
    name: String,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// What the control holds.
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
    /// `email`, `password`, `date`, `number`, … ; `text` by default.
    #[prop(default = "text")]
    kind: &'static str,
    /// What browsers may fill in: `username`, `current-password`, …
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// May be left empty.
    #[prop(optional)]
    optional: bool,
    /// Takes the focus when the page or dialog opens.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| name.clone());
    let value = value.unwrap_or_else(|| RwSignal::new(String::new()));
    let control = NodeRef::<html::Input>::new();
    bind_text(
        value,
        move || control.get(),
        |input| input.value(),
        |input, text| input.set_value(text),
    );
    let described = described_by(&id, hint.as_ref());
    view! {
        <Field id=id.clone() label hint optional error>
            <input
                class="control"
                node_ref=control
                id=id.clone()
                name=name
                type=kind
                value=value.get_untracked()
                autocomplete=autocomplete
                autofocus=autofocus
                required=!optional
                aria-describedby=described
                aria-invalid=move || error.get().is_some().then_some("true")
                on:input:target=move |event| value.set(event.target().value())
            />
        </Field>
    }
    .into_any()
}
