//! Taking a move back: right after it from its message, or from the history. Where the column that the card came from
//! has no room any more, it is asked why the card goes beyond the limit.

use crate::{
    api::{board::take_back_move, error::ApiError},
    ui::{
        Button, Dialog, Icon, Look, TextArea,
        focus::focus,
        toast::{Toasts, use_toasts},
    },
};
use domain::{board::HandoffCard, ids::HandoffId};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// Hears what came of taking a move back.
pub type Undone = Callback<Result<HandoffCard, ApiError>>;

/// How a page takes moves back; its [`UndoDialog`] asks what has to be asked.
#[derive(Clone, Copy)]
pub struct Undoing {
    full: RwSignal<Option<Full>>,
    toasts: Toasts,
}

/// A move that is taken back into a column without room.
#[derive(Clone)]
struct Full {
    id: HandoffId,
    version: i64,
    /// That there is no room, in a sentence.
    said: String,
    done: Undone,
}

impl Undoing {
    /// The page's own; nothing is asked yet.
    pub fn of_page() -> Self {
        Self {
            full: RwSignal::new(None),
            toasts: use_toasts(),
        }
    }

    /// Takes the last move of a handoff back, beyond the column's limit for the reason `why`; empty where there is none.
    pub fn take_back(self, (id, version): (HandoffId, i64), why: String, done: Undone) {
        spawn_local(async move {
            match take_back_move(id, version, why).await {
                Err(ApiError::Invalid { field, sentence }) if field == "over_limit" => {
                    let full = Full {
                        id,
                        version,
                        said: sentence.clone(),
                        done,
                    };
                    if self.full.try_set(Some(full)).is_some() {
                        // The page that could ask was left.
                        self.toasts.fail(sentence);
                    }
                }
                answer => done.run(answer),
            }
        });
    }

    /// Says what was done to `card`, and offers for ten seconds to take it back; what came of that is handed to `done`.
    pub fn offer(self, said: String, card: &HandoffCard, done: Undone) {
        let seen = (card.id, card.version);
        let undo = move || self.take_back(seen, String::new(), done);
        self.toasts.undoable(said, undo);
    }
}

/// Asks why a move is taken back into a column that has no room.
#[component]
pub fn UndoDialog(
    /// What it asks for.
    undoing: Undoing,
) -> impl IntoView {
    let full = undoing.full;
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(full.read().is_some()));
    Effect::new(move |_| {
        if !open.get() && full.read_untracked().is_some() {
            full.set(None);
        }
    });
    view! {
        <Dialog id="undo-dialog" open title="Take the move back">
            {move || full.get().map(|asked| form(asked, undoing))}
        </Dialog>
    }
    .into_any()
}

fn form(asked: Full, undoing: Undoing) -> AnyView {
    let why = RwSignal::new(String::new());
    let fault = RwSignal::new(None);
    let said = asked.said.clone();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let why = why.get_untracked().trim().to_owned();
        if why.is_empty() {
            fault.set(Some(
                "Say why this one goes beyond the limit, or leave it as it is.".to_owned(),
            ));
            focus("over_limit");
            return;
        }
        undoing.full.set(None);
        undoing.take_back((asked.id, asked.version), why, asked.done);
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            <div class="notice warn">{Icon::AtRisk.large()} <p>{said}</p></div>
            <TextArea name="over_limit" label="Why does it go beyond the limit?" value=why rows=2 error=fault
                hint="Kept in the handoff's history." />
            <footer class="dialog-actions">
                <Button on_click=move |_| undoing.full.set(None)>"Leave it as it is"</Button>
                <Button look=Look::Primary submit=true>"Take it back"</Button>
            </footer>
        </form>
    }
    .into_any()
}
