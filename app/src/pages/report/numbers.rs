//! The numbers of a closing report.

use crate::{
    pages::engagements::stage::amount,
    ui::{DataTable, Stat, when::date},
};
use domain::{
    closing::{Line, Numbers},
    metrics::{Metric, Number},
    money::Cents,
};
use leptos::prelude::*;

/// The figures, large.
pub(super) fn figures(numbers: &Numbers) -> AnyView {
    let margin = numbers.margin.as_ref();
    view! {
        <section class="section" aria-labelledby="figures">
            <h2 id="figures">"The record"</h2>
            <div class="report-figures">
                {margin.map(|margin| figure("Margin", Metric::ProductionMargin, margin.number))}
                {figure("On time", Metric::OnTimeDelivery, numbers.on_time)}
                {figure("Requests", Metric::JobRequests, numbers.requests)}
                {figure("QC first pass", Metric::QcFirstPass, numbers.first_pass)}
                <Stat label="Retakes" value=Signal::stored(numbers.retakes.to_string()) />
                {figure("NPS so far", Metric::Nps, numbers.nps)}
            </div>
        </section>
    }
    .into_any()
}

fn figure(label: &'static str, metric: Metric, number: Number) -> AnyView {
    let of = metric.parts_of().filter(|_| number.denominator > 0);
    let note = of.map(|parts| format!("{} of {} {parts}", number.numerator, number.denominator));
    view! { <Stat label value=Signal::stored(number.shown(metric)) note=note /> }.into_any()
}

/// What the margin is made of.
pub(super) fn money(numbers: &Numbers, currency: &str) -> Option<AnyView> {
    let lines = &numbers.margin.as_ref()?.lines;
    let all = lines
        .revenue
        .iter()
        .map(|line| row(line, 1))
        .chain(lines.cost.iter().map(|line| row(line, -1)));
    let sum = |lines: &[Line]| lines.iter().map(|line| line.amount).sum::<Cents>();
    let left = amount(sum(&lines.revenue) - sum(&lines.cost));
    let caption = format!("Fees and costs in {currency}");
    let rows = all.collect_view();
    let total = format!("Left, in {currency}");
    Some(
        view! {
            <section class="section" aria-labelledby="money">
                <h2 id="money">"Margin, by line"</h2>
                <DataTable caption heads=&["What for", "#Amount"]>
                    {rows}
                    <tr class="total"><th scope="row">{total}</th><td class="num">{left}</td></tr>
                </DataTable>
            </section>
        }
        .into_any(),
    )
}

fn row(line: &Line, sign: i64) -> AnyView {
    let cents = Cents(sign * line.amount.0);
    view! { <tr><td>{line.what.clone()}</td><td class="num">{amount(cents)}</td></tr> }.into_any()
}

/// The deliverables that went straight through.
pub(super) fn best(numbers: &Numbers) -> Option<AnyView> {
    let items = numbers.best.iter().map(|best| {
        let approved = date(best.approved_on);
        view! {
            <li><a href=format!("/jobs/{}", best.job)>{best.title.clone()}</a> <span class="muted">"approved " {approved}</span></li>
        }
        .into_any()
    });
    (!numbers.best.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="best">
                <h2 id="best">"On time, and right at once"</h2>
                <ul class="best">{items.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}
