//! One comment.

use super::mention_area::MentionArea;
use crate::{
    api::comments::{DeleteComment, EditComment, edit_comment},
    pages::taking_back::taking_back,
    ui::{Ago, Avatar, Button, ErrorNotice, Icon, Look, toast::use_toasts},
};
use domain::{
    comment::{Comment, Piece, check_author},
    ids::UserId,
};
use leptos::prelude::*;

pub(super) fn entry(comment: Comment, me: Option<UserId>, changed: Callback<()>) -> AnyView {
    let by = comment.by.name.clone();
    let edited = comment.edited_at.filter(|_| comment.deleted_at.is_none());
    let edited = edited.map(|at| view! { " · changed " <Ago at=at /> });
    let said = match comment.deleted_at {
        Some(at) => view! { <p class="muted">"Deleted this comment " <Ago at=at /></p> }.into_any(),
        None => view! { <p class="comment-text">{said(&comment)}</p> }.into_any(),
    };
    let own = check_author(&comment, me).is_ok();
    let at = comment.at;
    view! {
        <li class="comment">
            <Avatar name=by.clone() beside_name=true />
            <div>
                <p><strong>{by}</strong> " " <span class="muted small"><Ago at=at /> {edited}</span></p>
                {said}
                {own.then(|| change(&comment, changed))}
            </div>
        </li>
    }
    .into_any()
}

fn said(comment: &Comment) -> AnyView {
    let piece = |piece: Piece<'_>| match piece {
        Piece::Text(text) => view! { {text.to_owned()} }.into_any(),
        Piece::Mention(name) => view! { <b class="mention">{name.to_owned()}</b> }.into_any(),
    };
    comment
        .pieces()
        .into_iter()
        .map(piece)
        .collect_view()
        .into_any()
}

/// Behind a fold, so that it opens without scripts as well.
fn change(comment: &Comment, changed: Callback<()>) -> AnyView {
    let (edit, delete) = (
        ServerAction::<EditComment>::new(),
        ServerAction::<DeleteComment>::new(),
    );
    let toasts = use_toasts();
    let (id, version) = (comment.id, comment.version);
    let before = StoredValue::new(comment.body.clone());
    Effect::new(move |_| {
        let answer = edit.value().get();
        let edited = answer.is_some();
        if let Some(Ok(())) = answer {
            let before = before.get_value();
            let undo = taking_back(toasts, changed, move || {
                edit_comment(id, version + 1, before.clone())
            });
            toasts.undoable("Changed your comment", undo);
        }
        let deleted = delete.value().get().is_some();
        if edited || deleted {
            changed.run(());
        }
    });
    let error = Signal::derive(move || Some(edit.value().get()?.err()?.to_string()));
    let refused = move || {
        let what = delete.value().get()?.err()?.to_string();
        Some(view! { <ErrorNotice what /> })
    };
    let (which, about) = (which(comment), comment.about);
    let area = format!("comment-{}", comment.id);
    let text = RwSignal::new(comment.body.clone());
    view! {
        <details class="comment-change">
            <summary class="small muted">"Change"</summary>
            <ActionForm action=edit>
                {which()}
                <div class="stack tight">
                    <MentionArea id=area label="Change your comment" about text error />
                    <div class="row"><Button submit=true busy=edit.pending()>"Save"</Button></div>
                </div>
            </ActionForm>
            <ActionForm action=delete>
                {which()}
                {refused}
                <Button look=Look::Danger submit=true icon=Icon::Trash busy=delete.pending()>"Delete this comment"</Button>
            </ActionForm>
        </details>
    }
    .into_any()
}

/// What both forms send with them: which comment, as its author saw it.
fn which(comment: &Comment) -> impl Fn() -> AnyView + Copy + Send + use<> {
    let (id, version) = (comment.id, comment.version);
    move || {
        view! {
            <input type="hidden" name="id" value=id.to_string() />
            <input type="hidden" name="version" value=version.to_string() />
        }
        .into_any()
    }
}
