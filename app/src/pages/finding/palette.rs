//! The palette: typing finds, arrows choose, Enter opens or does, Escape closes.

use super::hits::{beside, groups};
use crate::{
    api::{looks::set_looks, search::search, session::SignOut},
    boot::use_viewer,
    frame::{Overlay, show_looks, shown_looks, use_overlay},
    ui::{
        Dialog,
        looks::{Looks, Theme},
    },
};
use domain::search::{Hit, actions, best};
use leptos::{
    ev::KeyboardEvent,
    leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle},
    prelude::*,
    task::spawn_local,
};
use leptos_router::hooks::use_navigate;
use std::time::Duration;

/// How long typing rests before the server is asked.
const RESTS: Duration = Duration::from_millis(120);

/// The palette. It stands as long as it is open.
#[component]
pub fn Palette() -> impl IntoView {
    let overlay = use_overlay();
    let open = RwSignal::new(true);
    Effect::new(move |_| {
        if !open.get() && overlay.get_untracked() == Some(Overlay::Palette) {
            overlay.set(None);
        }
    });
    let finder = Finder::new();
    let navigate = StoredValue::new_local(use_navigate());
    let sign_out = ServerAction::<SignOut>::new();
    let run = Callback::new(move |hit: Hit| {
        open.set(false);
        match hit.opens.as_str() {
            "sign-out" => {
                sign_out.dispatch(SignOut {});
            }
            "shortcuts" => overlay.set(Some(Overlay::Shortcuts)),
            deed => match deed.strip_prefix("theme:") {
                Some(theme) => use_theme(theme),
                None => navigate.with_value(|navigate| navigate(deed, Default::default())),
            },
        }
    });
    view! {
        <Dialog id="palette" open title="Find or do">{move || screen(finder, run)}</Dialog>
    }
    .into_any()
}

/// What is typed and what it finds.
#[derive(Clone, Copy)]
struct Finder {
    hits: RwSignal<Vec<Hit>>,
    chosen: RwSignal<usize>,
    said: RwSignal<String>,
    rests: StoredValue<Option<TimeoutHandle>>,
    asked: StoredValue<u32>,
}

impl Finder {
    fn new() -> Self {
        let finder = Self {
            hits: RwSignal::new(Vec::new()),
            chosen: RwSignal::new(0),
            said: RwSignal::new(String::new()),
            rests: StoredValue::new(None),
            asked: StoredValue::new(0),
        };
        finder.show(everything());
        finder
    }

    fn show(self, hits: Vec<Hit>) {
        self.said.set(match hits.len() {
            0 => "Nothing is called like that.".to_owned(),
            1 => "1 found.".to_owned(),
            many => format!("{many} found."),
        });
        self.chosen.set(0);
        self.hits.set(hits);
    }

    fn typed(self, text: String) {
        let this = self.asked.get_value().wrapping_add(1);
        self.asked.set_value(this);
        if text.trim().is_empty() {
            return self.show(everything());
        }
        // What can be done is known here: Enter must never take something that no longer fits.
        self.show(best(&text, everything()));
        let ask = move || {
            spawn_local(async move {
                let found = search(text).await;
                // An answer that was overtaken by further typing is no news.
                if self.asked.try_get_value() != Some(this) {
                    return;
                }
                match found {
                    Ok(hits) => self.show(hits),
                    Err(error) => self.said.set(error.to_string()),
                }
            });
        };
        self.rests.update_value(|rests| {
            if let Some(earlier) = rests.take() {
                earlier.clear();
            }
            *rests = set_timeout_with_handle(ask, RESTS).ok();
        });
    }

    fn key(self, event: &KeyboardEvent, run: Callback<Hit>) {
        let count = self.hits.read_untracked().len();
        let chosen = self.chosen.get_untracked();
        match event.key().as_str() {
            "ArrowDown" if count > 0 => self.chosen.set((chosen + 1) % count),
            "ArrowUp" if count > 0 => self.chosen.set((chosen + count - 1) % count),
            "Enter" => {
                let hit = self.hits.read_untracked().get(chosen).cloned();
                if let Some(hit) = hit {
                    run.run(hit);
                }
            }
            _ => return,
        }
        event.prevent_default();
        if let Some(option) = document().get_element_by_id(&option_id(self.chosen.get_untracked()))
        {
            option.scroll_into_view_with_bool(false);
        }
    }
}

/// What can be done where nothing was typed.
fn everything() -> Vec<Hit> {
    use_viewer()
        .map(|viewer| actions(viewer.role))
        .unwrap_or_default()
}

fn screen(finder: Finder, run: Callback<Hit>) -> AnyView {
    let active = move || (!finder.hits.read().is_empty()).then(|| option_id(finder.chosen.get()));
    let list = move || {
        let groups = groups(&finder.hits.read()).into_iter();
        groups
            .map(|(kind, hits)| {
                let options = hits
                    .into_iter()
                    .map(|(place, hit)| option(finder, place, hit, run));
                view! {
                    <div role="group" aria-label=kind.title()>
                        <p class="palette-kind" aria-hidden="true">{kind.title()}</p>
                        {options.collect_view()}
                    </div>
                }
            })
            .collect_view()
    };
    view! {
        <div class="palette">
            <input class="control" type="text" role="combobox" autofocus autocomplete="off" spellcheck="false"
                aria-label="Find a client, an engagement, a handoff, a job or a person, or something to do"
                aria-expanded="true" aria-controls="palette-hits" aria-autocomplete="list" aria-activedescendant=active
                placeholder="A name, or something to do"
                on:input:target=move |event| finder.typed(event.target().value())
                on:keydown=move |event| finder.key(&event, run) />
            <div class="palette-hits" id="palette-hits" role="listbox" aria-label="Found">{list}</div>
            <p class="muted small" role="status">{finder.said}</p>
        </div>
    }
    .into_any()
}

fn option(finder: Finder, place: usize, hit: Hit, run: Callback<Hit>) -> AnyView {
    let (name, context) = (hit.name.clone(), beside(&hit));
    let selected = move || {
        if finder.chosen.get() == place {
            "true"
        } else {
            "false"
        }
    };
    view! {
        <div class="menu-item" role="option" id=option_id(place) aria-selected=selected
            on:mousemove=move |_| if finder.chosen.get_untracked() != place { finder.chosen.set(place) }
            on:click=move |_| run.run(hit.clone())>
            <span class="truncate">{name}</span>
            <span class="muted small truncate">{context}</span>
        </div>
    }
    .into_any()
}

fn option_id(place: usize) -> String {
    format!("palette-hit-{place}")
}

/// Applied at once, and kept.
fn use_theme(name: &str) {
    let theme = match name {
        "Light" => Theme::Light,
        "Dark" => Theme::Dark,
        _ => Theme::System,
    };
    let looks = Looks {
        theme,
        ..shown_looks()
    };
    show_looks(looks);
    spawn_local(async move {
        // Where it cannot be kept it holds for this page.
        let _ = set_looks(looks.theme, looks.density, looks.shortcuts).await;
    });
}
