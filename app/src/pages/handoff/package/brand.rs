//! The brand context: a text and links, carried over from the client's latest one.

use super::form::{Answer, Saving, form};
use crate::{
    api::packages::{SaveBrand, save_brand},
    pages::handoff::Shown,
    ui::TextArea,
};
use domain::package::{BrandContext, BrandFields, PackagePage};
use leptos::{prelude::*, server_fn::ServerFn};

pub(super) fn read(shown: Shown) -> AnyView {
    let brand = shown.part(|page| page.package.as_ref().map(|page| page.package.brand.clone()));
    let said = move || brand.get().map(|brand| said(&brand));
    said.into_any()
}

fn said(brand: &BrandContext) -> AnyView {
    let text = brand.text.as_str();
    let text =
        (!text.is_empty()).then(|| view! { <p class="item-body brand-text">{text.to_owned()}</p> });
    let links = brand.links.iter().map(|link| {
        let link = link.to_string();
        let href = link.clone();
        view! { <li><a href=href rel="noopener noreferrer" target="_blank">{link}</a></li> }
    });
    let links =
        (!brand.links.is_empty()).then(|| view! { <ul class="links">{links.collect_view()}</ul> });
    view! { {text} {links} }.into_any()
}

pub(super) fn edit(saving: Saving, page: &PackagePage) -> AnyView {
    let BrandFields { text, links } = (&page.package.brand).into();
    let (text, links) = (RwSignal::new(text), RwSignal::new(links));
    let fields = view! {
        <TextArea name="text" label="What to know of the brand" value=text rows=6 optional=true error=saving.error("text")
            hint="Voice, looks, what never to do. The client's next pod request begins with it." />
        <TextArea name="links" label="Links" value=links rows=3 optional=true error=saving.error("links")
            hint="Guidelines, folders, references: one a line." />
    };
    let id = saving.shown.id;
    let answer = move |version| -> Answer {
        Box::pin(save_brand(
            id,
            version,
            text.get_untracked(),
            links.get_untracked(),
        ))
    };
    form(saving, SaveBrand::url(), fields.into_any(), answer)
}
