//! What can be done with the job now, and who does what comes next where it is not the viewer.

use crate::{
    pages::mover::Mover,
    ui::{Icon, Look},
};
use domain::{
    job::{JobEventKind, JobPage, JobState},
    people::AccessRole,
    policy::{Action, check_role},
};
use leptos::prelude::*;

/// The moves that the machine and the policy allow; the next one that is somebody else's says whose.
/// `question` stands between them, where the client can be asked.
pub fn section(
    job: RwSignal<JobPage>,
    mover: Mover,
    role: Option<AccessRole>,
    question: impl Fn() -> Option<AnyView> + Send + Sync + 'static,
) -> AnyView {
    // Drawn anew only when what can be done changes, so that a reason that is being typed stays.
    let moves = Memo::new(move |_| job.read().moves.clone());
    let state = Memo::new(move |_| job.read().card.state);
    let forms = move || {
        let moves = moves.get();
        let offered = ORDER.into_iter().filter(|event| moves.contains(event));
        offered
            .map(|event| form(event, state.get(), mover))
            .collect_view()
    };
    let waits = move || {
        others_turn(state.get(), &moves.read(), role)
            .map(|why| view! { <p class="muted job-waits">{Icon::Info.small()} " " {why}</p> })
    };
    let handoff = move || {
        let job = job.read();
        let open = job
            .handoffs
            .iter()
            .rev()
            .find(|handoff| handoff.stage != domain::handoff::Stage::Accepted)?;
        let words = match job.card.state {
            JobState::InProduction => "Open its handoff to submit the deliverable",
            JobState::InQc => "Open its handoff for the QC verdict",
            _ => return None,
        };
        Some(
            view! { <a class="button primary" href=format!("/handoffs/{}", open.id)>{words} {Icon::ArrowRight.small()}</a> },
        )
    };
    view! {
        <section class="job-moves" aria-label="What you can do">
            {handoff}
            {forms}
            {question}
            {waits}
        </section>
    }
    .into_any()
}

/// What comes next first, what takes away last.
const ORDER: [JobEventKind; 8] = [
    JobEventKind::Accepted,
    JobEventKind::Production,
    JobEventKind::Resumed,
    JobEventKind::Approved,
    JobEventKind::Held,
    JobEventKind::ChangesRequested,
    JobEventKind::Declined,
    JobEventKind::Cancelled,
];

fn form(event: JobEventKind, state: JobState, mover: Mover) -> AnyView {
    match event {
        JobEventKind::Accepted => mover.plain(event, Look::Primary, Icon::Check, "Accept"),
        JobEventKind::Production if state == JobState::ChangesRequested => {
            mover.plain(event, Look::Primary, Icon::Play, "Start on the changes")
        }
        JobEventKind::Production => {
            mover.plain(event, Look::Primary, Icon::Play, "Start production")
        }
        JobEventKind::Resumed => mover.plain(event, Look::Primary, Icon::Play, "Resume"),
        JobEventKind::Approved => {
            mover.plain(event, Look::Plain, Icon::Met, "Approve for the client")
        }
        JobEventKind::Cancelled => folded(
            Icon::Trash,
            "Cancel for the client",
            mover.plain(event, Look::Danger, Icon::Close, "Yes, cancel it"),
        ),
        JobEventKind::Held => folded(
            Icon::Pause,
            "Ask the client and hold",
            mover.with_reason(
                event,
                "What does the client have to tell us?",
                "Ask and put on hold",
            ),
        ),
        JobEventKind::ChangesRequested => folded(
            Icon::Return,
            "Ask for changes for the client",
            mover.with_reason(event, "What should be different?", "Ask for changes"),
        ),
        JobEventKind::Declined => folded(
            Icon::Close,
            "Decline",
            mover.with_reason(
                event,
                "Why can we not do this? The client reads it.",
                "Decline this job",
            ),
        ),
        JobEventKind::Qc | JobEventKind::Delivered => ().into_any(),
    }
}

fn folded(icon: Icon, words: &'static str, form: AnyView) -> AnyView {
    view! {
        <details class="fold">
            <summary class="button">{icon.small()} {words}</summary>
            {form}
        </details>
    }
    .into_any()
}

/// Who does what comes next, where the viewer may not.
fn others_turn(
    state: JobState,
    moves: &[JobEventKind],
    role: Option<AccessRole>,
) -> Option<String> {
    let next = match state {
        JobState::Submitted => JobEventKind::Accepted,
        JobState::Accepted | JobState::ChangesRequested => JobEventKind::Production,
        JobState::OnHold => JobEventKind::Resumed,
        JobState::Delivered => {
            return Some(
                "The client looks at the delivery now, and approves it or asks for changes."
                    .to_owned(),
            );
        }
        _ => return None,
    };
    if moves.contains(&next) {
        return None;
    }
    check_role(role?, Action::Job(next))
        .err()
        .map(|refusal| refusal.to_string())
}
