//! Buttons: a verb each.

use super::Icon;
use leptos::{ev::MouseEvent, prelude::*};

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// One of several.
    #[default]
    Plain,
    /// The one thing to do here.
    Primary,
    /// Present when looked for.
    Quiet,
    /// Takes something away.
    Danger,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Plain => "button",
            Self::Primary => "button primary",
            Self::Quiet => "button quiet",
            Self::Danger => "button danger",
        }
    }
}

/// A button with a word. Busy, it stays focusable and says so, and takes no second click.
#[component]
pub fn Button(
    /// How much it asks for attention.
    #[prop(optional)]
    look: Look,
    /// `submit` sends the form around it; otherwise it is a plain button.
    #[prop(optional)]
    submit: bool,
    /// A picture before the word.
    #[prop(optional)]
    icon: Option<Icon>,
    /// Whether what it started is still under way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Why it cannot be used now; `None` where it can. Shown on hover and read out.
    #[prop(optional, into)]
    refused: MaybeProp<String>,
    /// What it does.
    #[prop(optional, into)]
    on_click: Option<Callback<MouseEvent>>,
    children: Children,
) -> impl IntoView {
    let click = move |event: MouseEvent| {
        if busy.get_untracked() || refused.get_untracked().is_some() {
            event.prevent_default();
        } else if let Some(on_click) = on_click {
            on_click.run(event);
        }
    };
    view! {
        <button
            class=look.class()
            type=if submit { "submit" } else { "button" }
            aria-busy=move || busy.get().then_some("true")
            aria-disabled=move || refused.get().is_some().then_some("true")
            title=move || refused.get()
            on:click=click
        >
            {icon.map(Icon::small)}
            {children()}
        </button>
    }
    .into_any()
}

/// A button with a picture only; its name is for screen readers and on hover.
#[component]
pub fn IconButton(
    /// The picture.
    icon: Icon,
    /// What it does, a verb.
    #[prop(into)]
    label: String,
    /// What it does.
    #[prop(into)]
    on_click: Callback<MouseEvent>,
) -> impl IntoView {
    view! {
        <button class="button quiet icon-only" type="button" aria-label=label.clone() title=label
            on:click=move |event| on_click.run(event)>
            {icon.small()}
        </button>
    }
    .into_any()
}
