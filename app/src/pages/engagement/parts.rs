//! The sections of an engagement's page.

use crate::{
    pages::{
        engagements::{stage::amount, table::runs},
        handoff::moving::title,
        job::state::words,
    },
    ui::{Avatar, ClockBar, DataTable, FileList, Icon, ItemSegments, LeftMark, When},
};
use domain::{
    board::HandoffCard,
    engagement::{EngagementPage, EngagementStage, Named, WorkflowRow},
    ids::PersonId,
    package::in_days,
};
use leptos::prelude::*;

pub(super) fn people(page: &EngagementPage) -> AnyView {
    let row = &page.row;
    let backup = match &row.backup {
        None if row.stage == EngagementStage::Closed => {
            view! { <span class="muted">"None"</span> }.into_any()
        }
        None => view! { <span class="no-backup">{Icon::AtRisk.small()} "No backup: only one person could go on with it"</span> }.into_any(),
        some => person(page, some.as_ref()),
    };
    let pod = row
        .pod
        .as_ref()
        .map_or_else(|| "Not assigned yet".to_owned(), |pod| pod.name.clone());
    view! {
        <section class="section" aria-labelledby="people">
            <h2 id="people">"Who carries it"</h2>
            <dl class="facts">
                <dt>"Producer"</dt> <dd>{person(page, row.producer.as_ref())}</dd>
                <dt>"Backup"</dt> <dd>{backup}</dd>
                <dt>"Account manager"</dt> <dd>{person(page, row.account_manager.as_ref())}</dd>
                <dt>"Pod"</dt> <dd>{pod}</dd>
            </dl>
        </section>
    }
    .into_any()
}

fn person(page: &EngagementPage, person: Option<&Named<PersonId>>) -> AnyView {
    match person {
        Some(Named { name, id }) => {
            let left = (page.left.contains(id) && page.row.stage != EngagementStage::Closed)
                .then(|| view! { <LeftMark person=*id /> });
            view! { <span class="person"><Avatar name=name.clone() beside_name=true /> {name.clone()} {left}</span> }.into_any()
        }
        None => view! { <span class="muted">"Nobody yet"</span> }.into_any(),
    }
}

pub(super) fn terms(page: &EngagementPage) -> AnyView {
    let row = &page.row;
    let fee = row.monthly_fee.map(|fee| {
        let fee = format!("{} {}", amount(fee), row.currency);
        view! { <dt>"Fee a month"</dt> <dd class="num">{fee}</dd> }
    });
    view! {
        <section class="section" aria-labelledby="terms">
            <h2 id="terms">"Terms"</h2>
            <dl class="facts">
                <dt>"SOW signed"</dt> <dd><When at=row.sow_signed_at /></dd>
                <dt>"Runs"</dt> <dd>{runs(row.starts_on, row.ends_on)}</dd>
                {fee}
                {onboarding(page)}
            </dl>
            {super::scope::correction(page)}
        </section>
    }
    .into_any()
}

/// How long it took from the signature to the pod.
fn onboarding(page: &EngagementPage) -> Option<AnyView> {
    let seconds = page.scope.as_ref()?.onboarding_seconds?;
    Some(view! { <dt>"Onboarding"</dt> <dd class="num">{in_days(seconds)}</dd> }.into_any())
}

pub(super) fn jobs(page: &EngagementPage) -> AnyView {
    let all: i64 = page.jobs.iter().map(|(_, count)| count).sum();
    let lines = page
        .jobs
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(state, count)| {
            view! { <dt>{words(*state)}</dt> <dd class="num">{*count}</dd> }
        });
    view! {
        <section class="section" aria-labelledby="jobs">
            <h2 id="jobs">"Jobs" <span class="count">{all}</span></h2>
            {(all == 0).then(|| view! { <p class="muted">"None yet: they come in through the portal."</p> })}
            <dl class="facts">{lines.collect_view()}</dl>
        </section>
    }
    .into_any()
}

pub(super) fn workflows(page: &EngagementPage) -> AnyView {
    if page.workflows.is_empty() {
        return view! {
            <section class="section" aria-labelledby="workflows">
                <h2 id="workflows">"Workflows"</h2>
                <p class="muted">"None yet: a workflow is set up once the engagement is scoped."</p>
            </section>
        }
        .into_any();
    }
    let line = |row: &WorkflowRow| {
        view! {
            <tr>
                <td>{row.name.clone()}</td>
                <td>{row.sla.to_string()}</td>
                <td class="num">{row.open_jobs}</td>
                <td class="num">{row.jobs}</td>
            </tr>
        }
    };
    let rows = page.workflows.iter().map(line).collect_view();
    view! {
        <section class="section" aria-labelledby="workflows">
            <h2 id="workflows">"Workflows"</h2>
            <DataTable caption="Workflows" heads=&["Workflow", "Promise", "#Open jobs", "#All jobs"]>{rows}</DataTable>
        </section>
    }
    .into_any()
}

pub(super) fn open_handoffs(page: &EngagementPage) -> AnyView {
    let lines = page.open.iter().map(open_handoff).collect_view();
    let none = page
        .open
        .is_empty()
        .then(|| view! { <p class="muted">"None: nothing is being handed over."</p> });
    view! {
        <section class="section" aria-labelledby="open">
            <h2 id="open">"Open handoffs"</h2>
            {none}
            <ul class="open-handoffs">{lines}</ul>
        </section>
    }
    .into_any()
}

fn open_handoff(card: &HandoffCard) -> AnyView {
    let items: Vec<_> = card.items.iter().map(|(_, state)| *state).collect();
    view! {
        <li>
            <a href=format!("/handoffs/{}", card.id)>{card.title.clone()}</a>
            <span class="muted small">{card.kind.to_string()} " · " {title(card.stage)}</span>
            <ItemSegments items />
            <ClockBar clock=card.running() />
        </li>
    }
    .into_any()
}

pub(super) fn files(page: &EngagementPage) -> AnyView {
    let none = page
        .files
        .is_empty()
        .then(|| view! { <p class="muted">"No files yet: the SOW package brings them."</p> });
    view! {
        <section class="section" aria-labelledby="files">
            <h2 id="files">"Files of the SOW"</h2>
            {none}
            <FileList files=page.files.clone() />
        </section>
    }
    .into_any()
}
