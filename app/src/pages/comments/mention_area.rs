//! A text area that offers names behind an `@`: arrows choose, Enter or Tab takes, Escape goes on without.

use super::caret::{area_of, caret_of, units};
use crate::{
    api::comments::load_mentionable,
    ui::{TextArea, announcer::use_announcer},
};
use domain::comment::{Mentionable, Subject, asked_for, completed, offered};
use leptos::{
    ev::{Event, KeyboardEvent},
    prelude::*,
    task::spawn_local,
    wasm_bindgen::JsCast,
    web_sys::HtmlTextAreaElement,
};

/// The text area.
#[component]
pub(super) fn MentionArea(
    /// The control's id, unique on the page.
    #[prop(into)]
    id: String,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// What is talked about.
    about: Subject,
    /// What it holds.
    text: RwSignal<String>,
    /// Why it will not do.
    error: Signal<Option<String>>,
) -> impl IntoView {
    let list_id = format!("{id}-people");
    let names = Names::new(about, text, list_id.clone());
    let options = move || {
        let chosen = names.chosen.get();
        let people = names.offered.get().into_iter().enumerate();
        people
            .map(|(index, who)| names.option(index, who, index == chosen))
            .collect_view()
    };
    view! {
        <div class="mention-area" on:input=move |event| names.typed(&event) on:keydown=move |event| names.key(&event)
            on:focusout=move |_| names.close()>
            <TextArea name="text" id label value=text rows=3 error
                hint="An @ and a name tells somebody of it." />
            <ul class="mention-list menu" role="listbox" aria-label="People" id=list_id
                hidden=move || names.offered.read().is_empty()>{options}</ul>
        </div>
    }
    .into_any()
}

/// The names that are offered.
#[derive(Clone, Copy)]
struct Names {
    about: Subject,
    text: RwSignal<String>,
    list_id: StoredValue<String>,
    /// Everybody who can be mentioned; asked for at the first `@`.
    people: RwSignal<Option<Vec<Mentionable>>>,
    offered: RwSignal<Vec<Mentionable>>,
    chosen: RwSignal<usize>,
    /// The id of the text area; the element itself could not leave its thread on the server.
    area: StoredValue<String>,
}

impl Names {
    fn new(about: Subject, text: RwSignal<String>, list_id: String) -> Self {
        let names = Self {
            about,
            text,
            list_id: StoredValue::new(list_id),
            people: RwSignal::new(None),
            offered: RwSignal::new(Vec::new()),
            chosen: RwSignal::new(0),
            area: StoredValue::default(),
        };
        let announcer = use_announcer();
        Effect::new(move |_| {
            let chosen = names
                .offered
                .read()
                .get(names.chosen.get())
                .map(|who| who.name.clone());
            names.mark(chosen.is_some());
            if let Some(name) = chosen {
                announcer.say(name);
            }
        });
        names
    }

    /// Tells those who listen that there is a list and where in it they are. A text area is no combobox to ARIA, but
    /// it may point into a list.
    fn mark(self, open: bool) {
        let Some(area) = self.area() else {
            return;
        };
        let list = self.list_id.get_value();
        let active = format!("{list}-{}", self.chosen.get_untracked());
        for (name, value) in [
            ("aria-autocomplete", "list"),
            ("aria-controls", &list),
            ("aria-activedescendant", &active),
        ] {
            // Neither fails: the names are valid.
            let _ = if open {
                area.set_attribute(name, value)
            } else {
                area.remove_attribute(name)
            };
        }
    }

    fn typed(self, event: &Event) {
        if let Some(area) = area_of(event) {
            self.area.set_value(area.id());
        }
        if self.people.read_untracked().is_none() && self.asked().is_some() {
            self.people.set(Some(Vec::new()));
            spawn_local(async move {
                match load_mentionable(self.about).await {
                    Ok(people) => {
                        let _ = self.people.try_set(Some(people));
                        self.offer();
                    }
                    // The next `@` asks again.
                    Err(_) => {
                        let _ = self.people.try_set(None);
                    }
                }
            });
        }
        self.offer();
    }

    fn offer(self) {
        let Some(asked) = self.asked() else {
            return self.close();
        };
        let people = self.people.read_untracked();
        let found = offered(people.as_deref().unwrap_or_default(), &asked);
        drop(people);
        // A name that stands there whole needs no more help.
        let done = found
            .first()
            .is_some_and(|who| asked.trim_end() == who.name);
        self.chosen.set(0);
        self.offered.set(if done { Vec::new() } else { found });
    }

    fn close(self) {
        if !self.offered.read_untracked().is_empty() {
            self.offered.set(Vec::new());
        }
    }

    fn key(self, event: &KeyboardEvent) {
        let count = self.offered.read_untracked().len();
        if count == 0 {
            return send_with(event);
        }
        let chosen = self.chosen.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => self.chosen.set((chosen + 1) % count),
            "ArrowUp" => self.chosen.set((chosen + count - 1) % count),
            "Enter" | "Tab" => self.take(chosen),
            "Escape" => self.close(),
            _ => return,
        }
        event.prevent_default();
    }

    fn take(self, which: usize) {
        let name = self
            .offered
            .read_untracked()
            .get(which)
            .map(|who| who.name.clone());
        let (Some(name), Some(area)) = (name, self.area()) else {
            return;
        };
        let (text, caret) = completed(&area.value(), caret_of(&area), &name);
        area.set_value(&text);
        let caret = units(&text[..caret]);
        // Fails for no text area.
        let _ = area.set_selection_range(caret, caret);
        self.text.set(text);
        self.close();
    }

    fn option(self, index: usize, who: Mentionable, chosen: bool) -> AnyView {
        let id = format!("{}-{index}", self.list_id.get_value());
        // The press, not the click: the focus stays in the text.
        let press = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            self.take(index);
        };
        view! {
            <li class="menu-item" role="option" id=id aria-selected=if chosen { "true" } else { "false" } on:mousedown=press>
                <span>{who.name}</span> <span class="muted small">{who.title}</span>
            </li>
        }
        .into_any()
    }

    fn area(self) -> Option<HtmlTextAreaElement> {
        let area = document().get_element_by_id(&self.area.get_value())?;
        area.dyn_into().ok()
    }

    /// What is being typed behind an `@`.
    fn asked(self) -> Option<String> {
        let area = self.area()?;
        let text = area.value();
        asked_for(&text[..caret_of(&area)]).map(str::to_owned)
    }
}

/// Ctrl or ⌘ with Enter sends what was written.
fn send_with(event: &KeyboardEvent) {
    if event.key() != "Enter" || !(event.ctrl_key() || event.meta_key()) {
        return;
    }
    if let Some(form) = area_of(event).and_then(|area| area.form()) {
        event.prevent_default();
        // Refused only for a form that has left the page.
        let _ = form.request_submit();
    }
}
