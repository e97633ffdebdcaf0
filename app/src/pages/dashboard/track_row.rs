//! One of many that are compared: a mark on a track that picks it, and then opens its records.

use super::shown::Shown;
use domain::dashboard::{Dashboard, Question};
use leptos::prelude::*;

/// What a row says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub name: String,
    pub text: String,
    /// What it says when it is pointed at.
    pub tip: String,
    /// What a click on it asks for.
    pub href: String,
    /// It is where it should not be.
    pub below: bool,
    pub picked: bool,
}

/// `of` tells what the row says; `track` is the drawing between its name and its number.
pub(super) fn row(
    shown: Shown,
    place: usize,
    of: fn(&Dashboard, &Question, usize) -> Option<Row>,
    track: AnyView,
) -> AnyView {
    let row = Memo::new(move |_| {
        let figures = shown.figures.read();
        of(figures.as_deref()?, &shown.question.read(), place)
    });
    let text = move |part: fn(&Row) -> &String| {
        Signal::derive(move || row.read().as_ref().map(part).cloned().unwrap_or_default())
    };
    let has =
        move |part: fn(&Row) -> bool| Signal::derive(move || row.read().as_ref().is_some_and(part));
    let picked = has(|row| row.picked);
    let current = Signal::derive(move || picked.get().then(|| "true".to_owned()));
    view! {
        <li>
            <a
                class="track-row"
                class:below=has(|row| row.below)
                href=text(|row| &row.href)
                data-noscroll=""
                aria-current=current
            >
                <span class="truncate">{text(|row| &row.name)}</span>
                {track}
                <span class="num">{text(|row| &row.text)}</span>
                <span class="tip" role="tooltip">{text(|row| &row.tip)}</span>
            </a>
        </li>
    }
    .into_any()
}
