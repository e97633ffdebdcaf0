//! The question as chips: which days, and who.

use super::PATH;
use crate::{
    frame::{Filters, Known, UnknownFilters},
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
use std::sync::Arc;

pub(super) fn filters(choices: Choices, question: Memo<Question>, today: Day) -> AnyView {
    let known = known(&choices);
    let choices = Arc::new(choices);
    let menus = [
        span_menu(question, today),
        menu("client", "Client", &choices, question, |choices, asked| {
            items(&choices.clients, asked, |filter| &mut filter.clients)
        }),
        menu(
            "producer",
            "Producer",
            &choices,
            question,
            |choices, asked| items(&choices.producers, asked, |filter| &mut filter.producers),
        ),
        menu("pod", "Pod", &choices, question, |choices, asked| {
            items(&choices.pods, asked, |filter| &mut filter.pods)
        }),
        menu(
            "workflow",
            "Workflow",
            &choices,
            question,
            |choices, asked| items(&choices.workflows, asked, |filter| &mut filter.workflows),
        ),
    ];
    let menus = menus.into_iter().collect_view();
    let picked = move || picked(&choices, &question.read());
    let views = keep(Signal::derive(move || question.read().at(PATH)));
    view! {
        <Filters label="Filter the numbers">{menus} {picked} {views}</Filters>
        <UnknownFilters known ignored=true />
    }
    .into_any()
}

/// What the address can filter by; the numbers leave out anything else.
fn known(choices: &Choices) -> Vec<Known> {
    vec![
        ("client", values(&choices.clients)),
        ("producer", values(&choices.producers)),
        ("pod", values(&choices.pods)),
        ("workflow", values(&choices.workflows)),
        ("engagement", values(&choices.engagements)),
    ]
}

fn values<Id: ToString>(choices: &[Choice<Id>]) -> Vec<String> {
    choices.iter().map(|one| one.id.to_string()).collect()
}

/// What is filtered by, each to be let go.
fn picked(choices: &Choices, question: &Question) -> AnyView {
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
    (chips.collect_view(), clear).into_any()
}

/// The question as the items of a menu change it. They are many, and follow it only while they can be seen.
fn asked_in(open: RwSignal<bool>, question: Memo<Question>) -> Memo<Question> {
    Memo::new(move |before: Option<&Question>| match before {
        Some(before) if !open.get() => before.clone(),
        _ => question.get(),
    })
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

fn menu(
    id: &str,
    title: &'static str,
    choices: &Arc<Choices>,
    question: Memo<Question>,
    items: fn(&Choices, &Question) -> AnyView,
) -> AnyView {
    let (choices, open) = (choices.clone(), RwSignal::new(false));
    let asked = asked_in(open, question);
    let items = move || items(&choices, &asked.read());
    let face = move || view! { {title} {Icon::ChevronDown.small()} }.into_any();
    view! {
        <Menu id=format!("filter-{id}") label=format!("Filter by {}", title.to_lowercase()) class="chip" face=face open>
            <div class="menu-list">{items}</div>
        </Menu>
    }
    .into_any()
}

fn items<Id: Copy + PartialEq>(
    choices: &[Choice<Id>],
    question: &Question,
    part: Part<Id>,
) -> AnyView {
    let items = choices.iter().map(|choice| {
        let on = is_on(question, part, choice.id);
        item(choice.name.clone(), switched(question, part, choice.id), on)
    });
    items.collect_view().into_any()
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

fn span_menu(question: Memo<Question>, today: Day) -> AnyView {
    let open = RwSignal::new(false);
    let asked = asked_in(open, question);
    let items = move || spans(&asked.read(), today);
    let days = move || days(&asked.read(), today);
    let name = Signal::derive(move || question.read().span.name(today));
    let label = Signal::derive(move || format!("{}, choose the period", name.get()));
    let face =
        move || view! { {Icon::Calendar.small()} {name} {Icon::ChevronDown.small()} }.into_any();
    view! {
        <Menu id="filter-period" label class="chip" face=face open>
            <div class="menu-list">{items}</div>
            {days}
        </Menu>
    }
    .into_any()
}

fn spans(question: &Question, today: Day) -> AnyView {
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
        let href = question.opening(None).over(span).at(PATH);
        item(name, href, span == question.span)
    });
    items.collect_view().into_any()
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
