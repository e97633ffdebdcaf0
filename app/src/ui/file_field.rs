//! Files, chosen or dropped.

use super::{
    Icon,
    field::{Field, described_by},
};
use leptos::{html, prelude::*};

/// A drop area over a native file input, so that dropping and posting work before the browser has taken over.
#[component]
pub fn FileField(
    /// The name that the form posts; also the control's id.
    #[prop(into)]
    name: String,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// The input, for whoever uploads what was chosen.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
    /// What may be chosen, and how large.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Why what was chosen will not do.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Takes one file only.
    #[prop(optional)]
    single: bool,
    /// May be left empty.
    #[prop(optional)]
    optional: bool,
    /// Called when the choice has changed.
    #[prop(optional, into)]
    on_change: Option<Callback<()>>,
) -> impl IntoView {
    let chosen = RwSignal::new(Vec::<String>::new());
    let changed = move |_| {
        chosen.set(names(node_ref));
        if let Some(on_change) = on_change {
            on_change.run(());
        }
    };
    view! {
        <Field id=name.clone() label hint optional error>
            <div class="drop-area">
                {Icon::Upload.large()}
                <p>
                    <strong>{if single { "Choose a file" } else { "Choose files" }}</strong>
                    <span class="muted">" or drop them here"</span>
                </p>
                <ul class="small">{move || chosen.get().into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}</ul>
                <input
                    node_ref=node_ref
                    type="file"
                    id=name.clone()
                    name=name.clone()
                    multiple=!single
                    required=!optional
                    aria-describedby=described_by(&name)
                    aria-invalid=move || error.get().is_some().then_some("true")
                    on:change=changed
                />
            </div>
        </Field>
    }
    .into_any()
}

#[cfg(feature = "hydrate")]
fn names(input: NodeRef<html::Input>) -> Vec<String> {
    let Some(files) = input.get_untracked().and_then(|input| input.files()) else {
        return Vec::new();
    };
    (0..files.length())
        .filter_map(|index| files.item(index))
        .map(|file| file.name())
        .collect()
}

/// On the server nothing has been chosen yet.
#[cfg(not(feature = "hydrate"))]
fn names(_: NodeRef<html::Input>) -> Vec<String> {
    Vec::new()
}
