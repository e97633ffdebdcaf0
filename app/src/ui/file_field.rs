//! Files, chosen or dropped.

mod chosen;

pub use chosen::{ChosenFile, ChosenFiles};

use super::{
    Icon,
    field::{Field, described_by},
    size::size,
};
use leptos::prelude::*;

/// A drop area over a native file input, so that dropping and posting work before the browser has taken over. Once it
/// has, choosing again adds, and each file can be taken out.
#[component]
pub fn FileField(
    /// The name that the form posts; also the control's id.
    #[prop(into)]
    name: String,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// What was chosen, for whoever looks at it before it is sent.
    #[prop(default = ChosenFiles::new())]
    chosen: ChosenFiles,
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
    /// Left empty, it is not the browser that minds: the field may be out of sight.
    #[prop(optional)]
    unenforced: bool,
) -> impl IntoView {
    let row = move |(index, file): (usize, ChosenFile)| {
        view! {
            <li class="row">
                {Icon::File.small()}
                <span class="truncate">{file.name.clone()}</span>
                <span class="muted num">{size(file.size)}</span>
                <button class="button quiet icon-only" type="button" aria-label=format!("Take out {}", file.name)
                    on:click=move |_| chosen.take_out(index)>
                    {Icon::Close.small()}
                </button>
            </li>
        }
    };
    let rows = move || {
        chosen
            .list()
            .into_iter()
            .enumerate()
            .map(row)
            .collect_view()
    };
    let described = described_by(&name, hint.as_ref());
    view! {
        <Field id=name.clone() label hint optional error>
            <div class="drop-area">
                {Icon::Upload.large()}
                <p>
                    <strong>{if single { "Choose a file" } else { "Choose files" }}</strong>
                    <span class="muted">" or drop them here"</span>
                </p>
                <input
                    node_ref=chosen.input
                    type="file"
                    id=name.clone()
                    name=name.clone()
                    multiple=!single
                    required=!(optional || unenforced)
                    aria-describedby=described
                    aria-invalid=move || error.get().is_some().then_some("true")
                    on:change=move |_| chosen.gather(single)
                />
            </div>
            <ul class="chosen-files small">{rows}</ul>
        </Field>
    }
    .into_any()
}
