//! What only a pod request has: Generative's answer within 24 hours, role by role, with who is free beside it.

use super::{Shown, moving::AVAILABILITY, needed_on::needed_on, roles};
use crate::{
    api::handoffs::AnswerRequest,
    ui::{Button, ClockBar, Look, TextArea, When},
};
use domain::{
    board::HandoffPage,
    clock::Clock,
    handoff::{self, HandoffEventKind, HandoffKind, Stage},
    package::{check_answered, in_days},
    policy::{Action, check_role},
};
use leptos::prelude::*;

pub(super) fn availability(shown: Shown) -> AnyView {
    let is_request = shown.page.read_untracked().card.kind == HandoffKind::ProductionToGenerative;
    if !is_request {
        return ().into_any();
    }
    view! { {onboarding(shown)} {needed_on(shown)} {answer(shown)} }.into_any()
}

/// The acceptance of the first pod request ends the onboarding of its engagement.
fn onboarding(shown: Shown) -> AnyView {
    let seconds = shown.part(|page| page.package.as_ref()?.onboarding_seconds);
    let said = move || {
        let seconds = seconds.get()?;
        Some(view! {
            <section class="section" aria-labelledby="onboarding">
                <h2 id="onboarding">"Onboarding"</h2>
                <p><strong class="num">{in_days(seconds)}</strong> " from the SOW's signature to this acceptance."</p>
            </section>
        })
    };
    said.into_any()
}

fn answer(shown: Shown) -> AnyView {
    let clock = shown.part(answer_clock);
    let answered = shown.part(|page| page.answered_at);
    let by_role = shown.part(|page| {
        let package = page.package.as_ref();
        package.is_some_and(|page| !page.answers.is_empty())
    });
    let said = shown.part(|page| {
        let answers = page.history.iter().rev();
        let mut answers =
            answers.filter(|entry| entry.tells(HandoffEventKind::AvailabilityAnswered));
        answers.next().map(|entry| entry.reason.clone())
    });
    let said = move || {
        let said = said.get().filter(|_| !by_role.get())?;
        Some(view! { <blockquote>{said}</blockquote> })
    };
    let open = shown.part(|page| matches!(page.card.stage, Stage::Submitted | Stage::InReview));
    let asks_roles = shown.part(|page| {
        let package = page.package.as_ref();
        package.is_some_and(|page| !page.package.roles.is_empty())
    });
    let refused = shown.part(move |page| {
        let action = Action::Handoff(page.card.kind, HandoffEventKind::AvailabilityAnswered);
        check_role(shown.role, action)
            .err()
            .map(|refusal| refusal.to_string())
    });
    let lacking = shown.part(lacking);
    let write = move || match asks_roles.get() {
        true => roles::form(shown),
        false => in_words(shown),
    };
    let form = move || {
        open.get()
            .then(|| match (refused.get(), lacking.get(), answered.get()) {
                (Some(why), lacking, None) => {
                    view! { <p class="small">{lacking}</p> <p class="muted small">{why}</p> }
                        .into_any()
                }
                (Some(_), lacking, Some(_)) => {
                    view! { <p class="small">{lacking}</p> }.into_any()
                }
                (None, Some(lacking), _) => {
                    view! { <p class="small">{lacking}</p> {write()} }.into_any()
                }
                (None, None, _) => {
                    view! { <details class="answer-again"><summary>"Answer otherwise"</summary> {write()}</details> }
                        .into_any()
                }
            })
    };
    view! {
        <section class="section" aria-labelledby=AVAILABILITY>
            <h2 id=AVAILABILITY>"Who is available"</h2>
            {roles::answers(shown)}
            {said}
            {move || answered.get().map(|at| view! { <p class="muted small">"Answered " <When at=at /></p> })}
            {move || match clock.get() {
                Some(clock) => view! { <ClockBar clock /> }.into_any(),
                None => view! { <p class="muted">"Generative answers within 24 hours of the submission."</p> }.into_any(),
            }}
            {form}
        </section>
    }
    .into_any()
}

/// What keeps the request from being accepted, in a sentence; nothing once it is answered.
fn lacking(page: &HandoffPage) -> Option<String> {
    let package = page.package.as_ref();
    let (roles, answers) = package.map_or((&[][..], &[][..]), |page| {
        (&page.package.roles[..], &page.answers[..])
    });
    let unanswered = check_answered(roles, answers, page.answered_at.is_some()).err();
    unanswered.map(|unanswered| unanswered.to_string())
}

/// A request whose roles are a text is answered by one.
fn in_words(shown: Shown) -> AnyView {
    let send = ServerAction::<AnswerRequest>::new();
    reload_after(shown, move || send.value().read().is_some());
    let version = shown.part(|page| page.card.version);
    let failed = Signal::derive(move || {
        send.value()
            .get()
            .and_then(Result::err)
            .map(|error| error.to_string())
    });
    let text = RwSignal::new(String::new());
    view! {
        <ActionForm action=send>
            <input type="hidden" name="id" value=shown.id.to_string() />
            <input type="hidden" name="version" value=move || version.get().to_string() />
            <div class="stack tight">
                <TextArea name="answer" label="Who is free, and from when?" value=text rows=3 error=failed />
                <div class="row"><Button look=Look::Primary submit=true busy=send.pending()>"Answer the request"</Button></div>
            </div>
        </ActionForm>
    }
    .into_any()
}

/// The 24 hours that run from the first submission.
fn answer_clock(page: &HandoffPage) -> Option<Clock> {
    page.first_submitted_at
        .map(|at| handoff::answer_clock(at, page.answered_at))
}

/// Asks again once an answer has come, refused or not.
pub(super) fn reload_after(shown: Shown, answered: impl Fn() -> bool + 'static) {
    Effect::new(move |_| {
        if answered() {
            shown.reload.run(());
        }
    });
}
