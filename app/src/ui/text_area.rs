//! Several lines of text.

use super::{
    bind::bind_text,
    field::{Field, described_by},
};
use leptos::{html, prelude::*};

/// Several lines of text with their label.
#[component]
pub fn TextArea(
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
    /// How many lines are visible at first; it grows with the text.
    #[prop(default = 4)]
    rows: u32,
    /// May be left empty.
    #[prop(optional)]
    optional: bool,
    /// Left empty, it is not the browser that minds: the field may be out of sight.
    #[prop(optional)]
    unenforced: bool,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| name.clone());
    let value = value.unwrap_or_else(|| RwSignal::new(String::new()));
    let control = NodeRef::<html::Textarea>::new();
    bind_text(
        value,
        move || control.get(),
        |area| area.value(),
        |area, text| area.set_value(text),
    );
    let described = described_by(&id, hint.as_ref());
    view! {
        <Field id=id.clone() label hint optional error>
            <textarea
                class="control"
                node_ref=control
                id=id.clone()
                name=name
                rows=rows.to_string()
                required=!(optional || unenforced)
                aria-describedby=described
                aria-invalid=move || error.get().is_some().then_some("true")
                on:input:target=move |event| value.set(event.target().value())
                inner_html=escaped(&value.get_untracked())
            ></textarea>
        </Field>
    }
    .into_any()
}

/// The text as HTML inside a `<textarea>`. leptos writes a text child of a textarea unescaped (leptos#4730), so it is
/// escaped here. Of a page HTML drops the first line break after the tag, so the server puts one before the text; of
/// what a script sets it drops none.
fn escaped(text: &str) -> String {
    let first = if cfg!(feature = "ssr") { "\n" } else { "" };
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    format!("{first}{text}")
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_it_cannot_leave_it() {
        let owner = Owner::new();
        owner.set();
        let value = RwSignal::new("a & b\n</textarea><script>alert(1)</script>".to_owned());
        let html = view! { <TextArea name="brief" label="Brief" value=value /> }.to_html();
        assert!(
            html.contains("a &amp; b\n&lt;/textarea>&lt;script>alert(1)"),
            "{html}"
        );
        assert_eq!(html.matches("</textarea").count(), 1, "{html}");
        assert!(!html.contains("<script"), "{html}");
    }
}
