//! The form of a new comment.

use super::mention_area::MentionArea;
use crate::{
    api::comments::WriteComment,
    ui::{Button, Icon},
};
use domain::comment::Subject;
use leptos::prelude::*;

/// Works without scripts; what was typed stays until it is sent.
pub(super) fn form(about: Subject, sent: Callback<()>) -> AnyView {
    let write = ServerAction::<WriteComment>::new();
    let text = RwSignal::new(String::new());
    Effect::new(move |_| {
        if let Some(Ok(())) = write.value().get() {
            text.set(String::new());
            sent.run(());
        }
    });
    let error = Signal::derive(move || {
        let refused = write.value().get()?.err()?;
        Some(refused.to_string())
    });
    view! {
        <ActionForm action=write>
            <input type="hidden" name="about" value=about.to_string() />
            <div class="stack tight">
                <MentionArea id="comment-new" label="Write a comment" about text error />
                <div class="row"><Button submit=true icon=Icon::Send busy=write.pending()>"Comment"</Button></div>
            </div>
        </ActionForm>
    }
    .into_any()
}
