//! The answer to a pod request, role by role, and who of Generative is free.

use super::{
    Shown,
    availability::reload_after,
    package::{Column, Kind, Lines, editor, names, options},
};
use crate::{
    api::{error::ApiError, packages::AnswerRoles},
    ui::{Button, ErrorNotice, Look, TextArea, when::date},
};
use chrono::TimeDelta;
use domain::{
    package::{Availability, PackagePage, PersonLoad, PodRole},
    people::Department,
    time::Day,
};
use leptos::prelude::*;

/// Above this many percent of a week somebody has no time left.
const FULL: i64 = 100;
/// From this many percent on a week is nearly full.
const NEARLY_FULL: i64 = 80;

/// What was answered.
pub(super) fn answers(shown: Shown) -> AnyView {
    let page = shown.part(|page| page.package.clone());
    let said = move || {
        let page = page.get()?;
        (!page.answers.is_empty()).then(|| list(&page))
    };
    said.into_any()
}

fn list(page: &PackagePage) -> AnyView {
    let answers = page.answers.iter().map(|answer| {
        let role = page.package.roles.get(answer.role);
        let title = role.map_or_else(|| "A role".to_owned(), |role| role.title.to_string());
        let said = match answer.availability {
            Availability::Free { person, from, load } => {
                let rest = format!(" from {}, {load} % of the week", date(from));
                view! { <strong>{names(page, Some(person), "")}</strong> {rest} }.into_any()
            }
            Availability::NotBefore(day) => format!("Nobody before {}", date(day)).into_any(),
        };
        view! { <dt>{title}</dt> <dd>{said}</dd> }
    });
    view! { <dl class="facts">{answers.collect_view()}</dl> }.into_any()
}

/// A line for each role, with the load of those who could take it below.
pub(super) fn form(shown: Shown) -> AnyView {
    let Some(page) = shown.page.read_untracked().package.clone() else {
        return ().into_any();
    };
    let send = ServerAction::<AnswerRoles>::new();
    reload_after(shown, move || send.value().read().is_some());
    let version = shown.part(|page| page.card.version);
    let failed = move || match send.value().get() {
        Some(Err(error)) => Some(error.to_string()),
        _ => None,
    };
    let wrong = Signal::derive(move || match send.value().get() {
        Some(Err(ApiError::Invalid { field, .. })) => Some(field),
        _ => None,
    });
    let roles = StoredValue::new(page.package.roles.clone());
    let lines = lines(&page);
    let title = move |key: usize| {
        roles
            .with_value(|roles| roles.get(key).map(asked))
            .into_any()
    };
    let remark = RwSignal::new(String::new());
    view! {
        <ActionForm action=send>
            <input type="hidden" name="id" value=shown.id.to_string() />
            <input type="hidden" name="version" value=move || version.get().to_string() />
            <div class="stack tight answer-roles">
                {move || failed().map(|what| view! { <ErrorNotice what kept="What you typed is still here." /> })}
                <p class="muted small">"For each role: who, from when, and with how much of the week. Leave the person open to say that nobody is free before the day."</p>
                {editor(lines, wrong, title)}
                <TextArea name="remark" label="What else to say" value=remark rows=2 optional=true />
                <div class="row"><Button look=Look::Primary submit=true busy=send.pending()>"Answer the request"</Button></div>
            </div>
        </ActionForm>
        {who_is_free(&page)}
    }
    .into_any()
}

fn asked(role: &PodRole) -> AnyView {
    let what = format!("{} h a week from {}", role.hours, date(role.from));
    view! { <p class="asked"><strong>{role.title.to_string()}</strong> " " <span class="muted small">{what}</span></p> }
        .into_any()
}

fn lines(page: &PackagePage) -> Lines {
    let makers = options(page, "Nobody yet", Some(Department::Generative));
    let columns = vec![
        Column::new("person", "Who", Kind::Choice(makers)),
        Column::new("from", "From, or not before", Kind::Day),
        Column::new("load", "% of the week", Kind::Number),
    ];
    let roles = page.package.roles.iter().enumerate();
    let began = roles.map(|(at, role)| began(page, at, role));
    Lines::fixed("answer", columns, began.collect())
}

/// What a line says first: the answer that was given, or what the role asks for.
fn began(page: &PackagePage, at: usize, role: &PodRole) -> Vec<String> {
    let given = page.answers.iter().find(|answer| answer.role == at);
    match given.map(|answer| answer.availability) {
        Some(Availability::Free { person, from, load }) => {
            vec![person.to_string(), from.to_string(), load.to_string()]
        }
        Some(Availability::NotBefore(day)) => vec![String::new(), day.to_string(), share(role)],
        None => vec![String::new(), role.from.to_string(), share(role)],
    }
}

/// The role's hours as a share of a full week of 40 hours.
fn share(role: &PodRole) -> String {
    let percent = (role.hours.hundredths() + 20) / 40;
    percent.clamp(1, 100).to_string()
}

/// How much of each person's weeks is taken.
fn who_is_free(page: &PackagePage) -> AnyView {
    let weeks = page.load.first().map_or(0, |one| one.weeks.len());
    let mondays = (0..weeks as i64).map(|week| page.load_from + TimeDelta::weeks(week));
    let heads = mondays.map(|monday: Day| {
        let short = monday.format("%-d %b").to_string();
        view! { <th scope="col" class="num">{short}</th> }
    });
    let rows = page.load.iter().map(row).collect_view();
    view! {
        <details class="who-is-free" open>
            <summary>"Who is free"</summary>
            <div class="table-scroll" role="region" tabindex="0" aria-label="Who is free, by week">
                <table class="table load-table">
                    <caption class="muted small">"Percent of each week that is taken, by staffing plans and answered requests"</caption>
                    <thead><tr><th scope="col">"Person"</th> {heads.collect_view()}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}

fn row(load: &PersonLoad) -> AnyView {
    let weeks = load.weeks.iter().map(|percent| {
        let class = match *percent {
            percent if percent > FULL => "num over",
            percent if percent >= NEARLY_FULL => "num full",
            0 => "num free",
            _ => "num",
        };
        let word =
            (*percent > FULL).then(|| view! { <span class="visually-hidden">" too much"</span> });
        view! { <td class=class>{*percent} {word}</td> }
    });
    view! {
        <tr>
            <th scope="row">{load.name.clone()} " " <span class="muted small">{load.title.clone()}</span></th>
            {weeks.collect_view()}
        </tr>
    }
    .into_any()
}
