//! A few things to do, behind one button.

use super::Icon;
use leptos::{
    children::ViewFn,
    ev::{Event, MouseEvent},
    html,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlDivElement, HtmlElement},
};

/// A native popover, anchored to its button: it opens, closes outside and on Escape without any script, and no
/// scrolling box cuts it off.
#[component]
pub fn Menu(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// What the button is called.
    #[prop(into)]
    label: Signal<String>,
    /// What is on the button; three dots unless said otherwise.
    #[prop(optional, into)]
    face: Option<ViewFn>,
    /// The button's class.
    #[prop(default = "button quiet icon-only")]
    class: &'static str,
    /// Whether it is open, for contents that need not be kept up to date before.
    #[prop(optional)]
    open: Option<RwSignal<bool>>,
    /// `MenuButton`s and `MenuLink`s.
    children: Children,
) -> impl IntoView {
    let face = face.map_or_else(|| Icon::More.small(), |face| face.run());
    let menu = NodeRef::<html::Div>::new();
    if let Some(open) = open {
        Effect::new(move |_| open.set(is_open(menu.get()))); // it may have been opened before the page was live
    }
    let opens = move || open.iter().for_each(|open| open.set(true));
    let toggled = move || {
        open.iter()
            .for_each(|open| open.set(is_open(menu.get_untracked())))
    };
    view! {
        <button class=class type="button" popovertarget=id.clone() aria-label=label title=label>
            {face}
        </button>
        <div
            class="menu"
            id=id
            popover="auto"
            node_ref=menu
            on:beforetoggle=move |_: Event| opens()
            on:toggle=move |_| toggled()
        >
            {children()}
        </div>
    }
    .into_any()
}

fn is_open(menu: Option<HtmlDivElement>) -> bool {
    menu.is_some_and(|menu| menu.matches(":popover-open") == Ok(true))
}

/// Something to do.
#[component]
pub fn MenuButton(
    /// Its picture.
    #[prop(optional)]
    icon: Option<Icon>,
    /// Does it.
    #[prop(into)]
    on_click: Callback<()>,
    /// Why it cannot be done now; it is shown below the words, and the button does nothing.
    #[prop(optional, into)]
    refused: Option<String>,
    children: Children,
) -> impl IntoView {
    let allowed = refused.is_none();
    let click = move |event: MouseEvent| {
        if allowed {
            close_around(&event);
            on_click.run(());
        }
    };
    view! {
        <button class="menu-item" type="button" aria-disabled=(!allowed).then_some("true") on:click=click>
            {icon.map(Icon::small)}
            <span>{children()} {refused.map(|why| view! { <span class="menu-why">{why}</span> })}</span>
        </button>
    }
    .into_any()
}

/// Somewhere to go.
#[component]
pub fn MenuLink(
    /// Where.
    #[prop(into)]
    href: String,
    /// Its picture.
    #[prop(optional)]
    icon: Option<Icon>,
    /// Whether it is where one is.
    #[prop(optional, into)]
    current: Signal<bool>,
    children: Children,
) -> impl IntoView {
    view! {
        <a class="menu-item" href=href aria-current=move || current.get().then_some("page") on:click=|event| close_around(&event)>
            {icon.map(Icon::small)}
            {children()}
        </a>
    }
    .into_any()
}

/// Closes the menu that the click happened in.
fn close_around(event: &MouseEvent) {
    let clicked = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let menu = clicked.and_then(|element| element.closest("[popover]").ok().flatten());
    if let Some(menu) = menu.and_then(|menu| menu.dyn_into::<HtmlElement>().ok()) {
        // Fails only for a menu that is closed already.
        let _ = menu.hide_popover();
    }
}
