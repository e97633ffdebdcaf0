//! Choosing how the screens look.

use super::SHORTCUTS_ATTRIBUTE;
use crate::{
    api::looks::SetLooks,
    boot::use_looks,
    ui::{
        Button,
        looks::{Density, Looks, Theme},
    },
};
use leptos::prelude::*;

/// Theme and density, as two rows of choices; applied at once and kept in this browser.
#[component]
pub fn LooksForm() -> impl IntoView {
    let action = ServerAction::<SetLooks>::new();
    let looks = use_looks();
    Effect::new(move |_| {
        if let Some(SetLooks {
            theme,
            density,
            shortcuts,
        }) = action.input().get()
        {
            show_looks(Looks {
                theme,
                density,
                shortcuts,
            });
        }
    });
    let themes = [
        (Theme::System, "As the system"),
        (Theme::Light, "Light"),
        (Theme::Dark, "Dark"),
    ];
    let densities = [
        (Density::Compact, "Compact"),
        (Density::Regular, "Regular"),
        (Density::Roomy, "Roomy"),
    ];
    let theme_choices = themes
        .map(|(theme, label)| choice("theme", format!("{theme:?}"), label, theme == looks.theme));
    let density_choices = densities.map(|(density, label)| {
        choice(
            "density",
            format!("{density:?}"),
            label,
            density == looks.density,
        )
    });
    view! {
        <ActionForm action=action>
            <div class="stack">
                <fieldset class="choices">
                    <legend>"Theme"</legend>
                    {theme_choices.collect_view()}
                </fieldset>
                <fieldset class="choices">
                    <legend>"Density"</legend>
                    {density_choices.collect_view()}
                </fieldset>
                <fieldset class="choices">
                    <legend>"Keyboard"</legend>
                    <label class="choice">
                        <input type="checkbox" name="shortcuts" value="true" checked=looks.shortcuts />
                        "Single keys go to pages and open lists (? shows them)"
                    </label>
                </fieldset>
                <div><Button submit=true busy=action.pending()>"Use these looks"</Button></div>
            </div>
        </ActionForm>
    }
    .into_any()
}

fn choice(name: &'static str, value: String, label: &'static str, chosen: bool) -> AnyView {
    view! {
        <label class="choice">
            <input type="radio" name=name value=value checked=chosen />
            {label}
        </label>
    }
    .into_any()
}

/// Shows `looks` at once.
pub fn show_looks(looks: Looks) {
    apply("data-theme", looks.theme.attribute());
    apply("data-density", looks.density.attribute());
    apply(SHORTCUTS_ATTRIBUTE, looks.shortcuts_attribute());
}

/// How the screens look at this moment.
pub fn shown_looks() -> Looks {
    let part = |name: &str| {
        let root = document().document_element();
        root.and_then(|root| root.get_attribute(name))
            .unwrap_or_default()
    };
    let parts = ["data-theme", "data-density", SHORTCUTS_ATTRIBUTE].map(part);
    Looks::from_cookie(&parts.join("."))
}

/// Sets or removes an attribute of the document's root element.
fn apply(name: &str, value: Option<&str>) {
    let Some(root) = document().document_element() else {
        return;
    };
    // Neither fails: both names are valid attributes.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}
