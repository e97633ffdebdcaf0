//! Jobs and handoffs and what they refer to. Their events are replayed in `replay`.

use super::{Checked, Lookup, each};
use crate::import::{
    batch::{Merged, Unread},
    fault::Faults,
    format::*,
};
use domain::handoff::{HandoffEventKind, HandoffKind};

pub(super) fn check(merged: &Merged, unread: &Unread, known: &Lookup<'_>, faults: &mut Faults) {
    each(&merged.jobs, &unread.jobs, faults, |checked| {
        job(checked, known)
    });
    each(
        &merged.job_events,
        &unread.job_events,
        faults,
        |mut checked| {
            let event = checked.row;
            checked.refers("job", &event.job, &known.jobs);
            actor(&mut checked, &event.actor, known);
        },
    );
    each(&merged.handoffs, &unread.handoffs, faults, |checked| {
        handoff(checked, known)
    });
    each(
        &merged.handoff_events,
        &unread.handoff_events,
        faults,
        |checked| {
            handoff_event(checked, known);
        },
    );
}

fn job(mut checked: Checked<'_, JobRow>, known: &Lookup<'_>) {
    let job = checked.row;
    checked.refers("workflow", &job.workflow, &known.workflows);
    checked.refers("submitted_by", job.submitted_by.as_ref(), &known.contacts);
    let Some(by) = &job.submitted_by else { return };
    let Some(contact) = known.contacts.get(by.as_str()) else {
        return;
    };
    let engagement = known
        .engagement_of(&job.key)
        .and_then(|key| known.engagements.get(key.as_str()));
    let foreign = engagement
        .is_some_and(|engagement| known.clients.differ(&engagement.client, &contact.client));
    checked.require(
        !foreign,
        "submitted_by",
        by.as_str(),
        "is a contact of another client than the job's",
    );
}

fn handoff(mut checked: Checked<'_, HandoffRow>, known: &Lookup<'_>) {
    let handoff = checked.row;
    checked.refers("engagement", &handoff.engagement, &known.engagements);
    let is_pod_request = handoff.kind == HandoffKind::ProductionToGenerative;
    let has_day = handoff.needed_on.is_some();
    checked.require(
        is_pod_request || !has_day,
        "needed_on",
        handoff.needed_on.write(),
        "only a handoff of kind 2 has a day on which it is needed",
    );
    match (&handoff.job, handoff.kind) {
        (Some(job), HandoffKind::GenerativeToProduction) => {
            checked.refers("job", job, &known.jobs);
            let foreign = known
                .engagement_of(job)
                .is_some_and(|of_job| known.engagements.differ(of_job, &handoff.engagement));
            checked.require(
                !foreign,
                "job",
                job.as_str(),
                "is a job of another engagement than the handoff's",
            );
        }
        (None, HandoffKind::GenerativeToProduction) => checked.lacks(
            "job",
            "a handoff of kind 3 needs the job whose deliverable it hands over",
        ),
        (Some(job), _) => checked.fault("job", job.as_str(), "only a handoff of kind 3 has a job"),
        (None, _) => {}
    }
}

fn handoff_event(mut checked: Checked<'_, HandoffEventRow>, known: &Lookup<'_>) {
    let event = checked.row;
    actor(&mut checked, &event.actor, known);
    let is_submission = event.event == HandoffEventKind::Submitted;
    checked.require(
        is_submission || event.waived.is_empty(),
        "waived",
        event.waived.write(),
        "only a `submitted` event waives items",
    );
    checked.refers("handoff", &event.handoff, &known.handoffs);
    let Some(handoff) = known.handoffs.get(event.handoff.as_str()) else {
        return;
    };
    for item in &event.waived {
        let required = handoff.kind.required();
        if !required.contains(item) {
            let names: Vec<_> = required.iter().map(|item| item.name()).collect();
            let why = format!(
                "is not required of a handoff of kind {}: there are {}",
                handoff.kind.number(),
                names.join(", ")
            );
            checked.fault("waived", item.name(), why);
        }
    }
    let closes =
        event.event == HandoffEventKind::Accepted && handoff.kind == HandoffKind::ProductionToSales;
    let has_study = event.case_study == Some(true);
    checked.require(
        closes || !has_study,
        "case_study",
        "true",
        "only an `accepted` event of a handoff of kind 4 delivers a case study",
    );
}

fn actor<T: Table>(checked: &mut Checked<'_, T>, actor: &Option<Key>, known: &Lookup<'_>) {
    let is_known = |key: &Key| known.people.has(key) || known.contacts.has(key);
    let why = "no row of people.csv or contacts.csv has this key";
    checked.require(
        actor.as_ref().is_none_or(is_known),
        "actor",
        actor.write(),
        why,
    );
}
