//! Choosing the kind of work: by its picture and its promise.

use super::{asked::asked, check::Request, faults::Faults, motif::Motif};
use crate::{
    boot::use_zone,
    ui::{FieldError, WhyList, now::use_now, when::day_and_time},
};
use domain::{ids::WorkflowId, job::Promise};
use leptos::prelude::*;

/// A card for each workflow, one of which is chosen, with what that asks for; below, why it is due when it is.
pub fn workflows(
    promises: RwSignal<Vec<Promise>>,
    request: Request,
    faults: Faults,
    scripted: Signal<bool>,
) -> AnyView {
    let (chosen, error) = (request.workflow, faults.about("workflow"));
    let first = promises.get_untracked();
    let cards = first.iter().enumerate().map(|(index, promise)| {
        let id = promise.workflow.id;
        // The first has the name that a fault links to.
        let control = if index == 0 {
            "workflow".to_owned()
        } else {
            format!("workflow-{id}")
        };
        let asked = asked(promise, request, faults, scripted);
        view! { {card(promises, id, control, chosen)} {asked} }
    });
    let cards = cards.collect_view();
    let why = move || {
        let promises = promises.read();
        let promise = promises
            .iter()
            .find(|promise| promise.workflow.id.to_string() == *chosen.read())?;
        Some(view! { <WhyList sla=promise.sla steps=promise.why.clone() /> })
    };
    view! {
        <fieldset class="workflows" aria-describedby="workflow-error">
            <legend>"What kind of work?"</legend>
            <div class="workflow-cards">{cards}</div>
            <FieldError id="workflow-error" error />
            {why}
        </fieldset>
    }
    .into_any()
}

fn card(
    promises: RwSignal<Vec<Promise>>,
    id: WorkflowId,
    control: String,
    chosen: RwSignal<String>,
) -> AnyView {
    let of_this = move |read: fn(&Promise) -> String| {
        Memo::new(move |_| {
            let promises = promises.read();
            promises
                .iter()
                .find(|promise| promise.workflow.id == id)
                .map(read)
                .unwrap_or_default()
        })
    };
    let (name, engagement) = (
        of_this(|it| it.workflow.name.clone()),
        of_this(|it| it.engagement.name.clone()),
    );
    let sla = of_this(|it| it.sla.to_string());
    let by = move || due(promises, id);
    let value = id.to_string();
    let is_chosen = {
        let value = value.clone();
        move || *chosen.read() == value
    };
    let choose = {
        let value = value.clone();
        move |_| chosen.set(value.clone())
    };
    view! {
        <label class="workflow-card">
            <input type="radio" name="workflow" id=control value=value required=true
                checked=is_chosen.clone() prop:checked=is_chosen on:change=choose />
            <Motif name=name.get_untracked() />
            <span class="workflow-words">
                <strong>{name}</strong>
                <span class="muted small">{engagement}</span>
                <span class="workflow-promise"><strong class="num">{by}</strong> <span class="muted">{sla}</span></span>
            </span>
        </label>
    }
    .into_any()
}

/// "by Thu 14:00", in the agency's time.
fn due(promises: RwSignal<Vec<Promise>>, id: WorkflowId) -> Option<String> {
    let promises = promises.read();
    let due = promises
        .iter()
        .find(|promise| promise.workflow.id == id)?
        .due_at?;
    let now = use_now().get_untracked();
    Some(format!(
        "by {}",
        day_and_time(&use_zone().read_value(), now, due)
    ))
}
