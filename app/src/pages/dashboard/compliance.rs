//! The compliance of the four kinds of handoff, week by week.

use super::shown::Shown;
use crate::charts::{Chart, TrendLine, Values, slots, week_name};
use domain::{
    dashboard::{Dashboard, KindTrend, Point},
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
    view! {
        <div class="trend-panel">
            <a class="trend-name" href=href data-noscroll="" title=text(|trend| trend.parts.clone())>
                <span>{text(|trend| trend.kind.to_string())}</span>
                <span class="num">{text(|trend| trend.text.clone())}</span>
            </a>
            <TrendLine label=text(label) values weeks target />
        </div>
    }
    .into_any()
}

fn label(trend: &KindTrend) -> String {
    let last = trend.points.last();
    format!(
        "{}: {} in this period, {} last week. Arrow keys go from week to week.",
        trend.kind,
        trend.text,
        last.map_or("no data", |point| &point.text)
    )
}

fn values(trend: &KindTrend) -> Values {
    trend.points.iter().map(|point| point.value).collect()
}

fn weeks(trend: &KindTrend) -> Vec<String> {
    let week = |point: &Point| format!("Week of {}: {}", week_name(point.week), point.text);
    trend.points.iter().map(week).collect()
}
