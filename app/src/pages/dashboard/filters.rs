//! The question as chips: which days, and who.

use super::PATH;
use crate::{
    frame::Filters,
    pages::views::keep,
    ui::{Icon, Menu},
};
use domain::{
    dashboard::{Choice, Choices, Question, Span, toggle},
    metrics::Filter,
    time::{Day, Quarter},
};
use leptos::{either::Either, prelude::*};
use leptos_router::components::Form;

pub(super) fn filters(choices: &Choices, question: &Question, today: Day) -> AnyView {
    let Choices {
        clients,
        producers,
        pods,
        workflows,
        engagements,
    } = choices;
    let picked = [
        chips(clients, question, |filter| &mut filter.clients),
        chips(producers, question, |filter| &mut filter.producers),
        chips(pods, question, |filter| &mut filter.pods),
        chips(workflows, question, |filter| &mut filter.workflows),
        chips(engagements, question, |filter| &mut filter.engagements),
    ]
    .concat();
    let clear = (picked.len() > 1).then(|| {
        let href = question
            .filtered(|filter| *filter = Filter::default())
            .at(PATH);
        view! { <a class="chip" href=href data-noscroll="">"Clear all"</a> }
    });
    let chips = picked.into_iter().map(|(name, href)| {
        let label = format!("Stop filtering by {name}");
        view! {
            <a class="chip" aria-current="true" href=href data-noscroll="" aria-label=label>
                <span class="truncate">{name}</span> {Icon::Close.small()}
            </a>
        }
    });
    let chips = chips.collect_view();
    let menus = [
        span_menu(question, today),
        menu("client", "Client", clients, question, |filter| {
            &mut filter.clients
        }),
        menu("producer", "Producer", producers, question, |filter| {
            &mut filter.producers
        }),
        menu("pod", "Pod", pods, question, |filter| &mut filter.pods),
        menu("workflow", "Workflow", workflows, question, |filter| {
            &mut filter.workflows
        }),
    ];
    let menus = menus.into_iter().collect_view();
    let present = question.at(PATH);
    let views = keep(Signal::derive(move || present.clone()));
    view! { <Filters label="Filter the numbers">{menus} {chips} {clear} {views}</Filters> }
        .into_any()
}

/// The list of a filter that a menu or a chip changes.
type Part<Id> = fn(&mut Filter) -> &mut Vec<Id>;

fn switched<Id: Copy + PartialEq>(question: &Question, part: Part<Id>, id: Id) -> String {
    question
        .filtered(|filter| toggle(part(filter), id))
        .at(PATH)
}

fn is_on<Id: PartialEq>(question: &Question, part: Part<Id>, id: Id) -> bool {
    part(&mut question.filter.clone()).contains(&id)
}

/// What is filtered by: its name, and the address without it.
fn chips<Id: Copy + PartialEq>(
    choices: &[Choice<Id>],
    question: &Question,
    part: Part<Id>,
) -> Vec<(String, String)> {
    let on = choices
        .iter()
        .filter(|choice| is_on(question, part, choice.id));
    on.map(|choice| (choice.name.clone(), switched(question, part, choice.id)))
        .collect()
}

fn menu<Id: Copy + PartialEq>(
    id: &str,
    title: &'static str,
    choices: &[Choice<Id>],
    question: &Question,
    part: Part<Id>,
) -> AnyView {
    let items = choices.iter().map(|choice| {
        let on = is_on(question, part, choice.id);
        item(choice.name.clone(), switched(question, part, choice.id), on)
    });
    let items = items.collect_view();
    let face = move || view! { {title} {Icon::ChevronDown.small()} }.into_any();
    view! {
        <Menu id=format!("filter-{id}") label=format!("Filter by {}", title.to_lowercase()) class="chip" face=face>
            <div class="menu-list">{items}</div>
        </Menu>
    }
    .into_any()
}

fn item(name: String, href: String, on: bool) -> AnyView {
    view! {
        <a class="menu-item" href=href data-noscroll="" aria-current=on.then_some("true")>
            {if on { Either::Left(Icon::Check.small()) } else { Either::Right(view! { <i class="icon"></i> }) }}
            {name}
        </a>
    }
    .into_any()
}

fn span_menu(question: &Question, today: Day) -> AnyView {
    let this = Quarter::of(today);
    let quarters = Quarter::all(this.year)
        .into_iter()
        .filter(|quarter| quarter.number < this.number);
    let mut spans = vec![Span::ThisQuarter];
    spans.extend(quarters.rev().map(Span::Quarter));
    spans.extend([
        Span::Year(this.year),
        Span::Year(this.year - 1),
        Span::Weeks,
    ]);
    let items = spans.into_iter().map(|span| {
        let name = match span {
            Span::ThisQuarter => format!("This quarter, {}", span.name(today)),
            _ => span.name(today),
        };
        item(
            name,
            question.opening(None).over(span).at(PATH),
            span == question.span,
        )
    });
    let items = items.collect_view();
    let name = question.span.name(today);
    let days = days(question, today);
    let label = format!("{name}, choose the period");
    let face = move || {
        view! { {Icon::Calendar.small()} {name.clone()} {Icon::ChevronDown.small()} }.into_any()
    };
    view! {
        <Menu id="filter-period" label class="chip" face=face>
            <div class="menu-list">{items}</div>
            {days}
        </Menu>
    }
    .into_any()
}

/// Any days: a form that puts them into the URL beside the filter that stands there.
fn days(question: &Question, today: Day) -> AnyView {
    let period = question.span.period(today);
    let last = period.to.pred_opt().unwrap_or(period.to);
    let query = question.opening(None).over(Span::ThisQuarter).to_string();
    let kept = query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| {
            view! { <input type="hidden" name=name.to_owned() value=value.to_owned() /> }
        });
    let kept = kept.collect_view();
    view! {
        <Form method="GET" action=PATH attr:class="filter-days">
            {kept}
            <label>"From" <input class="control" type="date" name="from" value=period.from.to_string() required /></label>
            <label>"To" <input class="control" type="date" name="to" value=last.to_string() required /></label>
            <button class="button" type="submit">"Show these days"</button>
        </Form>
    }
    .into_any()
}
