//! What only a pod request has: the day on which the pod is needed, and Generative's answer within 24 hours.

use super::Shown;
use crate::{
    api::handoffs::{AnswerRequest, SaveNeededOn},
    ui::{Button, ClockBar, ErrorNotice, Look, TextArea, TextField, When, when::date},
};
use chrono::TimeDelta;
use domain::{
    board::HandoffPage,
    clock::Clock,
    handoff::{AVAILABILITY_HOURS, HandoffEventKind, HandoffKind, Stage},
    policy::{Action, check_role},
};
use leptos::prelude::*;

pub(super) fn availability(shown: Shown) -> AnyView {
    let is_request = shown.page.read_untracked().card.kind == HandoffKind::ProductionToGenerative;
    if !is_request {
        return ().into_any();
    }
    view! { {needed_on(shown)} {answer(shown)} }.into_any()
}

fn needed_on(shown: Shown) -> AnyView {
    let save = ServerAction::<SaveNeededOn>::new();
    reload_after(shown, move || save.value().read().is_some());
    let day = shown.part(|page| page.needed_on);
    let version = shown.part(|page| page.card.version);
    let may_set = shown.part(move |page| {
        page.card.stage == Stage::Preparing
            && check_role(shown.role, Action::Prepare(page.card.kind)).is_ok()
    });
    let failed = move || {
        save.value()
            .get()
            .and_then(Result::err)
            .map(|error| error.to_string())
    };
    let text = move || day.get().map_or_else(|| "Not said yet".to_owned(), date);
    let typed = RwSignal::new(
        day.get_untracked()
            .map(|day| day.to_string())
            .unwrap_or_default(),
    );
    view! {
        <section class="section" aria-labelledby="needed">
            <h2 id="needed">"When the pod is needed"</h2>
            <p>{text}</p>
            {move || failed().map(|what| view! { <ErrorNotice what /> })}
            <Show when=move || may_set.get()>
                <ActionForm action=save>
                    <input type="hidden" name="id" value=shown.id.to_string() />
                    <input type="hidden" name="version" value=move || version.get().to_string() />
                    <div class="row needed-on">
                        <TextField name="day" label="Needed on" kind="date" value=typed optional=true hint="The request is due 7 days before." />
                        <Button submit=true busy=save.pending()>"Save the day"</Button>
                    </div>
                </ActionForm>
            </Show>
        </section>
    }
    .into_any()
}

fn answer(shown: Shown) -> AnyView {
    let send = ServerAction::<AnswerRequest>::new();
    reload_after(shown, move || send.value().read().is_some());
    let clock = shown.part(answer_clock);
    let version = shown.part(|page| page.card.version);
    let answered = shown.part(|page| page.answered_at);
    let said = shown.part(|page| {
        let answers = page.history.iter().rev();
        let mut answers =
            answers.filter(|entry| entry.tells(HandoffEventKind::AvailabilityAnswered));
        answers.next().map(|entry| entry.reason.clone())
    });
    let open = shown.part(|page| matches!(page.card.stage, Stage::Submitted | Stage::InReview));
    let refused = shown.part(move |page| {
        let action = Action::Handoff(page.card.kind, HandoffEventKind::AvailabilityAnswered);
        check_role(shown.role, action)
            .err()
            .map(|refusal| refusal.to_string())
    });
    let failed = Signal::derive(move || {
        send.value()
            .get()
            .and_then(Result::err)
            .map(|error| error.to_string())
    });
    let text = RwSignal::new(String::new());
    let form = move || {
        (open.get() && answered.get().is_none()).then(|| match refused.get() {
            Some(why) => view! { <p class="muted small">{why}</p> }.into_any(),
            None => view! {
                <ActionForm action=send>
                    <input type="hidden" name="id" value=shown.id.to_string() />
                    <input type="hidden" name="version" value=move || version.get().to_string() />
                    <div class="stack tight">
                        <TextArea name="answer" label="Who is free, and from when?" value=text rows=3 error=failed />
                        <div class="row"><Button look=Look::Primary submit=true busy=send.pending()>"Answer the request"</Button></div>
                    </div>
                </ActionForm>
            }
            .into_any(),
        })
    };
    view! {
        <section class="section" aria-labelledby="availability">
            <h2 id="availability">"Who is available"</h2>
            {move || said.get().map(|said| view! { <blockquote>{said}</blockquote> })}
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

/// The 24 hours that run from the first submission.
fn answer_clock(page: &HandoffPage) -> Option<Clock> {
    let from = page.first_submitted_at?;
    let clock = Clock::until(from, from + TimeDelta::hours(AVAILABILITY_HOURS));
    Some(Clock {
        met_at: page.answered_at,
        ..clock
    })
}

/// Asks again once an answer has come, refused or not.
fn reload_after(shown: Shown, answered: impl Fn() -> bool + 'static) {
    Effect::new(move |_| {
        if answered() {
            shown.reload.run(());
        }
    });
}
