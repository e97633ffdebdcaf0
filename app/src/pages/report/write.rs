//! The form that writes a closing report.

use super::visuals::{picture, what_of};
use crate::{
    api::closing::{SaveReport, take_back_report},
    pages::taking_back::taking_back,
    ui::{Button, ErrorNotice, Look, TextArea, toast::use_toasts},
};
use domain::closing::{ClosingReport, Visual};
use leptos::{form::ActionForm, prelude::*};

pub(super) fn write(report: &ClosingReport, reload: Callback<()>) -> AnyView {
    let save = ServerAction::<SaveReport>::new();
    let toasts = use_toasts();
    Effect::new(move |_| {
        if let Some(Ok(card)) = &*save.value().read() {
            let (id, version) = (card.id, card.version);
            let undo = taking_back(toasts, reload, move || take_back_report(id, version));
            toasts.undoable("Report saved", undo);
            reload.run(());
        }
    });
    let failed = move || {
        let refused = save.value().get().and_then(Result::err)?;
        Some(
            view! { <ErrorNotice what=refused.to_string() kept="What you wrote is still here." /> },
        )
    };
    let summary = RwSignal::new(report.text.summary.clone());
    let use_cases = RwSignal::new(report.text.use_cases.clone());
    let (id, version) = (report.handoff.to_string(), report.version.to_string());
    let choices = choices(&report.visuals, &id);
    view! {
        <section class="section report-form" aria-labelledby="write">
            <h2 id="write">"Write the report"</h2>
            <ActionForm action=save>
                <div class="stack">
                    <input type="hidden" name="id" value=id />
                    <input type="hidden" name="version" value=version />
                    {failed}
                    <TextArea name="summary" label="What happened" value=summary optional=true rows=5
                        hint="What was asked for, what came of it, what was hard." />
                    <TextArea name="use_cases" label="Use cases for Sales" value=use_cases optional=true rows=5
                        hint="What the next client can be told. One a paragraph." />
                    {choices}
                    <div class="row">
                        <Button look=Look::Primary submit=true busy=save.pending()>"Save the report"</Button>
                        <span class="muted small">"Saving keeps the numbers as they are at this moment."</span>
                    </div>
                </div>
            </ActionForm>
        </section>
    }
    .into_any()
}

fn choices(visuals: &[Visual], handoff: &str) -> AnyView {
    if visuals.is_empty() {
        return view! {
            <p class="muted">
                "There is no image or video to pick yet. "
                <a href=format!("/handoffs/{handoff}")>"Add one to the handoff"</a>
                "; those of its deliverables appear here by themselves."
            </p>
        }
        .into_any();
    }
    let choices = visuals
        .iter()
        .enumerate()
        .map(|(at, visual)| choice(at, visual));
    view! {
        <fieldset class="visual-choices">
            <legend>"Case-study visuals"</legend>
            {choices.collect_view()}
        </fieldset>
    }
    .into_any()
}

fn choice(at: usize, visual: &Visual) -> AnyView {
    view! {
        <label class="visual-choice">
            {picture(visual)}
            <span class="choice">
                <input type="checkbox" name=format!("visuals[{at}]") value=visual.file.id.to_string() checked=visual.picked />
                {what_of(visual)}
            </span>
        </label>
    }
    .into_any()
}
