//! Moving a job by a form: one button, or a reason and a button. Works with scripts off.

use crate::{
    api::{error::ApiError, jobs::MoveJob},
    ui::{Button, ErrorNotice, Icon, Look, TextArea},
};
use domain::{ids::JobId, job::JobEventKind};
use leptos::prelude::*;

/// What moves one job: the action behind all of its forms.
#[derive(Clone, Copy)]
pub struct Mover {
    id: JobId,
    version: Signal<i64>,
    action: ServerAction<MoveJob>,
}

impl Mover {
    /// Of the job `id`, as its viewer sees it; `moved` is called when it was moved, or when it turned out to be at
    /// another version.
    pub fn new(id: JobId, version: Signal<i64>, moved: Callback<()>) -> Self {
        let action = ServerAction::<MoveJob>::new();
        Effect::new(move |_| {
            if matches!(
                *action.value().read(),
                Some(Ok(()) | Err(ApiError::Conflict { .. }))
            ) {
                moved.run(());
            }
        });
        Self {
            id,
            version,
            action,
        }
    }

    /// Why the last move was refused, where that is not about a field.
    pub fn notice(self) -> AnyView {
        let why = move || match self.action.value().get() {
            Some(Err(ApiError::Invalid { .. })) | Some(Ok(())) | None => None,
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
