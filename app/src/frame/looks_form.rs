//! Choosing how the screens look.

use crate::{
    api::looks::SetLooks,
    boot::use_looks,
    ui::{
        Button,
        looks::{Density, Theme},
    },
};
use leptos::prelude::*;

/// Theme and density, as two rows of choices; applied at once and kept in this browser.
#[component]
pub fn LooksForm() -> impl IntoView {
    let action = ServerAction::<SetLooks>::new();
    let looks = use_looks();
    Effect::new(move |_| {
        if let Some(SetLooks { theme, density }) = action.input().get() {
            apply("data-theme", theme.attribute());
            apply("data-density", density.attribute());
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
