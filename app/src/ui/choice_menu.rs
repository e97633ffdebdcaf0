//! A filter with many values, as a chip that opens a list.

use super::Icon;
use leptos::prelude::*;

/// One value of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// As the address writes it.
    pub value: String,
    /// As people read it.
    pub label: String,
}

/// A chip that opens a list of links, each of which switches one value; the chosen ones stand on the chip. Works with
/// scripts off: the list is a native popover.
#[component]
pub fn ChoiceMenu(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// What is chosen: "Client".
    label: &'static str,
    /// What there is to choose from.
    choices: Vec<Choice>,
    /// The values that are chosen.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// The address with a value switched.
    #[prop(into)]
    href: Callback<String, String>,
) -> impl IntoView {
    let names = StoredValue::new(choices.clone());
    let face = move || {
        let chosen = chosen.read();
        names.with_value(|names| {
            let mut on = names.iter().filter(|choice| chosen.contains(&choice.value));
            match (on.next(), on.count()) {
                (None, _) => label.to_owned(),
                (Some(one), 0) => one.label.clone(),
                (Some(one), more) => format!("{} + {more}", one.label),
            }
        })
    };
    let links = choices.into_iter().map(|Choice { value, label }| {
        let on = Memo::new({
            let value = value.clone();
            move |_| chosen.read().contains(&value)
        });
        view! {
            <a class="menu-item" href=move || href.run(value.clone()) data-noscroll="" aria-current=move || on.get().then_some("true")>
                <span class="menu-check">{move || on.get().then(|| Icon::Check.small())}</span>
                {label}
            </a>
        }
        .into_any()
    });
    view! {
        <button class="chip" type="button" popovertarget=id.clone() aria-pressed=move || (!chosen.read().is_empty()).to_string()>
            {face} {Icon::ChevronDown.small()}
        </button>
        <div class="menu filter-menu" id=id popover="auto" role="group" aria-label=label>{links.collect_view()}</div>
    }
    .into_any()
}
