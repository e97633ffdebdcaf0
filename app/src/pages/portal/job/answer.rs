//! Writing to the agency, with files: an answer to its question, or a remark.

use crate::pages::message::MessageForm;
use crate::ui::Icon;
use domain::ids::JobId;
use leptos::prelude::*;

/// The question, and the form that answers it.
pub fn section(id: JobId, question: Memo<String>, sent: Callback<()>) -> AnyView {
    let asked = move || {
        let question = question.get();
        (!question.is_empty())
            .then(|| view! { <blockquote class="question">{question}</blockquote> })
    };
    view! {
        <section class="card need" aria-labelledby="answer" >
            <h2 id="answer">{Icon::Comment.large()} "We have a question"</h2>
            {asked}
            <MessageForm id label="Your answer" required=true button="Send answer" sent />
        </section>
    }
    .into_any()
}

/// A remark that nobody asked for, folded away.
pub fn remark(id: JobId, sent: Callback<()>) -> AnyView {
    view! {
        <details class="fold">
            <summary>{Icon::Comment.small()} "Write to us, or add files"</summary>
            <MessageForm id label="Your message" button="Send message" sent />
        </details>
    }
    .into_any()
}
