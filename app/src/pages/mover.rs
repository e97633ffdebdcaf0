//! Moving a job by a form: one button, or a reason and a button. Works with scripts off.

use crate::{
    api::{
        error::ApiError,
        jobs::{MoveJob, TakeBackJob, take_back_job},
    },
    ui::{
        Button, ErrorNotice, Icon, Look, TextArea,
        toast::{Toasts, use_toasts},
    },
};
use domain::{
    board::Undo,
    ids::JobId,
    job::{JobCard, JobEventKind},
};
use leptos::{ev::SubmitEvent, prelude::*, server_fn::ServerFn, task::spawn_local};

/// What moves one job: the action behind all of its forms.
#[derive(Clone, Copy)]
pub struct Mover {
    id: JobId,
    version: Signal<i64>,
    action: ServerAction<MoveJob>,
    moved: Callback<()>,
    toasts: Toasts,
}

impl Mover {
    /// Of the job `id`, as its viewer sees it; `moved` is called when it was moved, or when it turned out to be at
    /// another version.
    pub fn new(id: JobId, version: Signal<i64>, moved: Callback<()>) -> Self {
        let mover = Self {
            id,
            version,
            action: ServerAction::new(),
            moved,
            toasts: use_toasts(),
        };
        Effect::new(move |_| match mover.action.value().get() {
            Some(Ok(card)) => mover.tell(&card),
            Some(Err(ApiError::Conflict { .. })) => moved.run(()),
            _ => {}
        });
        mover
    }

    /// Says what was done, and offers to take it back.
    fn tell(self, card: &JobCard) {
        let version = card.version;
        let said = format!("It is {} now.", card.state.words());
        self.toasts.undoable(said, move || self.take_back(version));
        self.moved.run(());
    }

    fn take_back(self, version: i64) {
        spawn_local(async move {
            match take_back_job(self.id, version).await {
                Ok(_) => self.toasts.done("Taken back"),
                Err(error) => self.toasts.fail(error.to_string()),
            }
            // The page may be left by then.
            self.moved.try_run(());
        });
    }

    /// The button that takes the last step back, or why that cannot be.
    pub fn undo(self, undo: &Undo) -> AnyView {
        let version = self.version;
        match undo {
            Undo::Refused(why) => {
                view! { <p class="muted small">"Cannot be taken back. " {why.clone()}</p> }
                    .into_any()
            }
            Undo::Offered => {
                let submit = move |event: SubmitEvent| {
                    event.prevent_default();
                    self.take_back(version.get_untracked());
                };
                view! {
                    <form method="post" action=TakeBackJob::url() on:submit=submit>
                        <input type="hidden" name="id" value=self.id.to_string() />
                        <input type="hidden" name="version" value=move || version.get().to_string() />
                        <Button look=Look::Quiet icon=Icon::Return submit=true>"Take back"</Button>
                    </form>
                }
                .into_any()
            }
        }
    }

    /// Why the last move was refused, where that is not about a field.
    pub fn notice(self) -> AnyView {
        let why = move || match self.action.value().get() {
            Some(Err(ApiError::Invalid { .. })) | Some(Ok(_)) | None => None,
            Some(Err(error)) => Some(error.to_string()),
        };
        let kept = "Nothing was changed, and what you wrote is still here.";
        view! { {move || why().map(|why| view! { <ErrorNotice what=why kept /> })} }.into_any()
    }

    /// A button that moves it.
    pub fn plain(
        self,
        event: JobEventKind,
        look: Look,
        icon: Icon,
        words: &'static str,
    ) -> AnyView {
        let busy = self.busy_with(event);
        let fields = view! { <Button look submit=true icon busy>{words}</Button> };
        self.form(event, fields.into_any())
    }

    /// A reason, and a button that moves it.
    pub fn with_reason(
        self,
        event: JobEventKind,
        label: &'static str,
        words: &'static str,
    ) -> AnyView {
        let error = Signal::derive(move || match self.action.value().get() {
            Some(Err(ApiError::Invalid { sentence, .. })) if self.was_asked(event) => {
                Some(sentence)
            }
            _ => None,
        });
        let busy = self.busy_with(event);
        let id = format!("reason-{event}");
        let fields = view! {
            <TextArea name="reason" id label error rows=3 />
            <div class="row"><Button look=Look::Primary submit=true busy>{words}</Button></div>
        };
        self.form(event, fields.into_any())
    }

    fn form(self, event: JobEventKind, fields: AnyView) -> AnyView {
        let version = move || self.version.get().to_string();
        view! {
            <ActionForm action=self.action>
                <input type="hidden" name="id" value=self.id.to_string() />
                <input type="hidden" name="version" value=version />
                <input type="hidden" name="event" value=event.name() />
                <div class="stack tight">{fields}</div>
            </ActionForm>
        }
        .into_any()
    }

    fn was_asked(self, event: JobEventKind) -> bool {
        self.action
            .input()
            .read()
            .as_ref()
            .is_none_or(|asked| asked.event == event)
    }

    fn busy_with(self, event: JobEventKind) -> Signal<bool> {
        Signal::derive(move || self.action.pending().get() && self.was_asked(event))
    }
}
