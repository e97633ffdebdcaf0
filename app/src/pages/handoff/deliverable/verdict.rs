//! The receiver's form: what QC says of each line, and whether the version is accepted or goes back.

use super::Shown;
use crate::{
    api::{
        error::ApiError,
        quality::{GiveVerdict, MarkFields, give_verdict},
    },
    pages::handoff::moving::title,
    ui::{ErrorNotice, TextArea, TextField, toast::use_toasts},
};
use domain::{board::HandoffCard, handoff::Stage, quality::LineOnPage};
use leptos::{ev::SubmitEvent, prelude::*, server_fn::ServerFn, task::spawn_local};

/// What is said of a line while it is written.
#[derive(Clone, Copy)]
struct Said {
    line: StoredValue<String>,
    says: RwSignal<String>,
    note: RwSignal<String>,
}

impl Said {
    fn fields(self) -> MarkFields {
        MarkFields {
            line: self.line.get_value(),
            says: self.says.get_untracked(),
            note: self.note.get_untracked(),
        }
    }
}

/// The verdict on the version of that number.
pub(super) fn form(shown: Shown, number: i64) -> AnyView {
    let page = shown.page.read_untracked();
    let version = page
        .deliverable
        .as_ref()
        .and_then(|all| all.submitted(shown.id));
    let lines = version
        .map(|version| version.lines.clone())
        .unwrap_or_default();
    drop(page);
    let said: Vec<Said> = lines.iter().map(begin).collect();
    let (reason, happened) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let failed = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let seen = shown.part(|page| page.card.version);
    let rows = lines.iter().zip(&said).enumerate().map(row).collect_view();
    let send = sender(shown, number, said, (reason, happened), failed, busy);
    let refused = move || {
        failed
            .get()
            .map(|what| view! { <ErrorNotice what kept="What you wrote is still here." /> })
    };
    view! {
        <form class="stack section-form qc-form" method="post" action=GiveVerdict::url() on:submit=send>
            <input type="hidden" name="id" value=shown.id.to_string() />
            <input type="hidden" name="version" value=move || seen.get().to_string() />
            <input type="hidden" name="looked_at" value=number.to_string() />
            <h3 id="verdict" tabindex="-1">{format!("Your verdict on version {number}")}</h3>
            {refused}
            {rows}
            <TextArea name="reason" id="qc-reason" label="What else is wrong" value=reason rows=2 optional=true
                hint="A return names at least one line that failed, or says why here." />
            <details class="late">
                <summary>"It happened earlier"</summary>
                <TextField name="happened" id="verdict-happened" label="When the verdict was given" kind="datetime-local"
                    value=happened optional=true hint="By the agency's clocks. The history shows both times." />
            </details>
            <div class="row">
                <button class="button primary" type="submit" name="to" value="accepted" disabled=move || busy.get()>
                    "Accept version " {number}
                </button>
                <button class="button" type="submit" name="to" value="preparing" disabled=move || busy.get()>
                    "Return for a retake"
                </button>
            </div>
        </form>
    }
    .into_any()
}

fn begin(line: &LineOnPage) -> Said {
    Said {
        line: StoredValue::new(line.id.to_string()),
        says: RwSignal::new(String::new()),
        note: RwSignal::new(String::new()),
    }
}

fn row((at, (line, said)): (usize, (&LineOnPage, &Said))) -> AnyView {
    let (says, note) = (said.says, said.note);
    let choice = move |value: &'static str, words: &'static str| {
        view! {
            <label class="choice">
                <input type="radio" name=format!("lines[{at}][says]") value=value
                    prop:checked=move || says.get() == value on:change=move |_| says.set(value.to_owned()) />
                {words}
            </label>
        }
    };
    view! {
        <fieldset class="qc-row">
            <legend>{line.words.clone()}</legend>
            <input type="hidden" name=format!("lines[{at}][line]") value=line.id.to_string() />
            <div class="qc-says">{choice("pass", "Pass")} {choice("fail", "Fail")}</div>
            <input class="control" name=format!("lines[{at}][note]") maxlength="500"
                aria-label=format!("Note on: {}", line.words) placeholder="Note"
                prop:value=note on:input:target=move |event| note.set(event.target().value()) />
        </fieldset>
    }
    .into_any()
}

/// Where the pressed button says that it goes.
fn pressed(event: &SubmitEvent) -> Stage {
    let value = event
        .submitter()
        .and_then(|button| button.get_attribute("value"));
    value
        .and_then(|value| value.parse().ok())
        .unwrap_or(Stage::Accepted)
}

fn sender(
    shown: Shown,
    number: i64,
    said: Vec<Said>,
    (reason, happened): (RwSignal<String>, RwSignal<String>),
    failed: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
) -> impl Fn(SubmitEvent) + 'static {
    let toasts = use_toasts();
    let undone = Callback::new(move |done: Result<HandoffCard, ApiError>| {
        if let Err(error) = done {
            toasts.fail(error.to_string());
        }
        shown.reload.run(());
    });
    move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let to = pressed(&event);
        let version = shown.page.read_untracked().card.version;
        let lines: Vec<MarkFields> = said.iter().map(|said| said.fields()).collect();
        let (words, at) = (reason.get_untracked(), happened.get_untracked());
        spawn_local(async move {
            match give_verdict(shown.id, version, to, number, lines, words, at).await {
                Ok(card) => {
                    let said = format!("Moved to {}", title(card.stage));
                    shown.undoing.offer(said, &card, undone);
                    let _ = failed.try_set(None);
                }
                Err(error) => {
                    let _ = failed.try_set(Some(error.to_string()));
                }
            }
            let _ = busy.try_set(false);
            shown.reload.run(());
        });
    }
}
