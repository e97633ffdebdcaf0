//! The compliance of the four kinds of handoff, week by week.

use super::{PATH, shown::Shown};
use crate::charts::{Chart, TrendLine, Values, slots, week_name};
use domain::{
    dashboard::{Dashboard, KindTrend, Point, Question, Span},
    metrics::Metric,
};
use leptos::prelude::*;
use std::cmp::Ordering;

pub(super) fn compliance(shown: Shown) -> AnyView {
    let count = shown.read(|figures| Some(figures.compliance.len()));
    let takeaway = shown.read(|figures| Some(takeaway(figures)));
    let rows = shown.read(|figures| Some(rows(figures)));
    view! {
        <Chart title="Compliance by kind, 13 weeks" takeaway heads=&["Kind", "Week of", "#Compliance"] rows>
            <div class="trends">{slots(count, move |place| panel(shown, place))}</div>
        </Chart>
    }
    .into_any()
}

fn takeaway(figures: &Dashboard) -> String {
    let measured = figures.compliance.iter();
    let measured = measured.filter(|trend| trend.value.is_some());
    let lowest = measured.min_by(|a, b| a.value.partial_cmp(&b.value).unwrap_or(Ordering::Equal));
    match lowest {
        Some(trend) => format!(
            "Lowest: {} with {}, {}.",
            trend.kind, trend.text, trend.parts
        ),
        None => "Nothing settled in this period.".into(),
    }
}

fn rows(figures: &Dashboard) -> Vec<Vec<String>> {
    let rows = figures.compliance.iter().flat_map(|trend| {
        let row = |point: &Point| {
            let week = week_name(point.week);
            vec![trend.kind.to_string(), week, point.text.clone()]
        };
        trend.points.iter().map(row)
    });
    rows.collect()
}

fn panel(shown: Shown, place: usize) -> AnyView {
    let trend = shown.one(move |figures| figures.compliance.get(place));
    let text = move |part: fn(&KindTrend) -> String| trend.read(part);
    let href = shown.records(trend.read(|trend| Some(Metric::compliance(trend.kind))));
    let (values, target) = (trend.read(values), trend.read(|trend| trend.target));
    let weeks = trend.read(weeks);
    let weeks = Memo::new(move |_| weeks.get());
    let addresses = Memo::new(move |_| {
        let figures = shown.figures.read();
        let trend = figures.as_deref().and_then(|it| it.compliance.get(place));
        trend.map_or_else(Vec::new, |trend| addresses(trend, &shown.question.read()))
    });
    view! {
        <div class="trend-panel">
            <a class="trend-name" href=href data-noscroll="" title=text(|trend| trend.parts.clone())>
                <span>{text(|trend| trend.kind.to_string())}</span>
                <span class="num">{text(|trend| trend.text.clone())}</span>
            </a>
            <TrendLine label=text(label) values weeks addresses target />
        </div>
    }
    .into_any()
}

/// Where a click on each week leads.
fn addresses(trend: &KindTrend, question: &Question) -> Vec<String> {
    let metric = Metric::compliance(trend.kind);
    let address = |point: &Point| {
        let week = Span::week(point.week);
        let picked = question.span == week;
        let clicked =
            question.clicked(picked, metric, |question| question.opening(None).over(week));
        clicked.at(PATH)
    };
    trend.points.iter().map(address).collect()
}

fn label(trend: &KindTrend) -> String {
    let last = trend.points.last();
    let last =
        last.map(|point| format!(", {} in the week of {}", point.text, week_name(point.week)));
    format!(
        "{}: {} in this period{}. Arrow keys go from week to week, Enter shows only that week.",
        trend.kind,
        trend.text,
        last.unwrap_or_default()
    )
}

fn values(trend: &KindTrend) -> Values {
    trend.points.iter().map(|point| point.value).collect()
}

fn weeks(trend: &KindTrend) -> Vec<String> {
    let week = |point: &Point| format!("Week of {}: {}", week_name(point.week), point.text);
    trend.points.iter().map(week).collect()
}
