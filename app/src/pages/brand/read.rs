//! What is known of a brand, as it is read: on its page and in a pod request.

use crate::ui::Icon;
use domain::{brand::Brand, text::BrandText};
use leptos::prelude::*;

/// Texts and links; what is empty is left out.
pub fn said(brand: &Brand) -> AnyView {
    let links = brand.links.iter().map(|link| {
        let (href, name) = (link.address().to_owned(), link.name().to_owned());
        view! { <li><a href=href rel="noopener noreferrer" target="_blank">{name}</a></li> }
    });
    let links = (!brand.links.is_empty()).then(|| {
        view! { <div class="brand-part"><p class="brand-title">"Links"</p><ul class="links">{links.collect_view()}</ul></div> }
    });
    view! {
        <div class="brand-said">
            {text(&brand.text)}
            {part("brand-part", None, "Voice", &brand.voice)}
            <div class="brand-rules">
                {part("brand-part brand-do", Some(Icon::Met), "Do", &brand.dos)}
                {part("brand-part brand-dont", Some(Icon::Breached), "Don’t", &brand.donts)}
            </div>
            {links}
        </div>
    }
    .into_any()
}

fn text(text: &BrandText) -> Option<AnyView> {
    let text = text.as_str();
    (!text.is_empty())
        .then(|| view! { <p class="item-body brand-text">{text.to_owned()}</p> }.into_any())
}

fn part(
    class: &'static str,
    icon: Option<Icon>,
    title: &'static str,
    said: &BrandText,
) -> Option<AnyView> {
    let said = text(said)?;
    let icon = icon.map(Icon::small);
    Some(
        view! { <div class=class><p class="brand-title">{icon} {title}</p>{said}</div> }.into_any(),
    )
}
