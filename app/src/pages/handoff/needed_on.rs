//! The day on which the pod is needed, and how far ahead that is.

use super::{Shown, availability::reload_after};
use crate::{
    api::handoffs::{SaveNeededOn, take_back_needed_on},
    ui::{
        Badge, Button, ErrorNotice, TextField, Tone,
        toast::{Toasts, use_toasts},
        when::date,
    },
};
use domain::{
    handoff::Stage,
    package::lead_days,
    policy::{Action, check_role},
    time::Day,
};
use leptos::{prelude::*, task::spawn_local};

pub(super) fn needed_on(shown: Shown) -> AnyView {
    let save = ServerAction::<SaveNeededOn>::new();
    reload_after(shown, move || save.value().read().is_some());
    let day = shown.part(|page| page.needed_on);
    let version = shown.part(|page| page.card.version);
    let today = shown.part(|page| page.package.as_ref().map(|package| package.today));
    let preparing = shown.part(|page| page.card.stage == Stage::Preparing);
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
    let typed = RwSignal::new(
        day.get_untracked()
            .map(|day| day.to_string())
            .unwrap_or_default(),
    );
    let toasts = use_toasts();
    Effect::new(move |_| {
        if let Some(Ok(card)) = save.value().get() {
            // The page is asked for again only now: it still shows the day before.
            let before = day.get_untracked().map(|day| day.to_string());
            let before = before.unwrap_or_default();
            if before == typed.get_untracked() {
                toasts.done("Saved the day");
            } else {
                let undo = undo(shown, card.version, before, typed, toasts);
                toasts.undoable("Saved the day", undo);
            }
        }
    });
    let text = move || day.get().map_or_else(|| "Not said yet".to_owned(), date);
    let chosen = move || {
        let day = if may_set.get() {
            typed.get().parse().ok()
        } else {
            day.get()
        };
        let (day, today) = day.zip(today.get())?;
        preparing.get().then(|| lead(today, day))
    };
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
            <div role="status">{chosen}</div>
        </section>
    }
    .into_any()
}

/// Takes the day back: the one that was there before is typed again.
fn undo(
    shown: Shown,
    version: i64,
    before: String,
    typed: RwSignal<String>,
    toasts: Toasts,
) -> impl Fn() + Send + Sync + 'static {
    move || {
        let before = before.clone();
        spawn_local(async move {
            match take_back_needed_on(shown.id, version).await {
                Ok(_) => {
                    toasts.done("Taken back");
                    // The page may be left by then.
                    let _ = typed.try_set(before);
                }
                Err(error) => toasts.fail(error.to_string()),
            }
            shown.reload.try_run(());
        });
    }
}

/// How far ahead of the day the request is, against the week that it takes.
fn lead(today: Day, needed_on: Day) -> AnyView {
    let (days, enough) = lead_days(today, needed_on);
    let (tone, label) = match days {
        ..0 => (Tone::Bad, "That day has passed".to_owned()),
        0 => (Tone::Bad, "That is today".to_owned()),
        1 => (Tone::Bad, "1 day ahead".to_owned()),
        days if enough => (Tone::Good, format!("{days} days ahead")),
        days => (Tone::Warn, format!("{days} days ahead")),
    };
    let advice = if enough {
        "Submitted today, Generative has the week that it asks for."
    } else {
        "Under the week that Generative asks for: the request counts as late."
    };
    view! { <p><Badge label tone /> " " <span class="muted small">{advice}</span></p> }.into_any()
}
