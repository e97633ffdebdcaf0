//! Where the outcomes come from: by kind of handoff, by client, by producer.

use super::PATH;
use crate::charts::{BarTrack, Chart, DotTrack, TrendLine};
use domain::{
    dashboard::{ClientDot, Dashboard, KindTrend, Load, Open, ProducerBar, Question, toggle},
    metrics::Metric,
};
use leptos::prelude::*;
use std::cmp::Ordering;

/// How many clients are drawn; the table has them all.
const CLIENTS: usize = 8;

/// The compliance of the four kinds, week by week.
pub(super) fn compliance(figures: &Dashboard, question: &Question) -> AnyView {
    let trends = &figures.compliance;
    let measured = trends.iter().filter(|trend| trend.value.is_some());
    let lowest = measured.min_by(|a, b| a.value.partial_cmp(&b.value).unwrap_or(Ordering::Equal));
    let takeaway = match lowest {
        Some(trend) => format!(
            "Lowest: {} with {}, {}.",
            trend.kind, trend.text, trend.parts
        ),
        None => "Nothing settled in this period.".into(),
    };
    let rows = trends.iter().flat_map(|trend| {
        let row = |point: &domain::dashboard::Point| {
            let week = crate::charts::week_name(point.week);
            vec![trend.kind.to_string(), week, point.text.clone()]
        };
        trend.points.iter().map(row).collect::<Vec<_>>()
    });
    let panels = trends
        .iter()
        .map(|trend| panel(trend, question))
        .collect_view();
    view! {
        <Chart title="Compliance by kind, 13 weeks" takeaway heads=&["Kind", "Week of", "#Compliance"] rows=rows.collect()>
            <div class="trends">{panels}</div>
        </Chart>
    }
    .into_any()
}

fn last_text(trend: &KindTrend) -> &str {
    trend.points.last().map_or("no data", |point| &point.text)
}

fn panel(trend: &KindTrend, question: &Question) -> AnyView {
    let href = question
        .opening(Some(Open::of(Metric::compliance(trend.kind))))
        .at(PATH);
    let label = format!(
        "{}: {} in this period, {} last week. Arrow keys go from week to week.",
        trend.kind,
        trend.text,
        last_text(trend)
    );
    view! {
        <div class="trend-panel">
            <a class="trend-name" href=href data-noscroll="" title=trend.parts.clone()>
                <span>{trend.kind.to_string()}</span>
                <span class="num">{trend.text.clone()}</span>
            </a>
            <TrendLine label points=trend.points.clone() target=trend.target />
        </div>
    }
    .into_any()
}

/// On-time delivery by client, the worst first.
pub(super) fn clients(figures: &Dashboard, question: &Question) -> AnyView {
    let dots = &figures.clients;
    let target = figures
        .outcomes
        .iter()
        .find(|tile| tile.metric == Metric::OnTimeDelivery);
    let target = target
        .and_then(|tile| tile.bullet)
        .map(|bullet| bullet.target);
    let left = dots
        .iter()
        .map(|dot| dot.value)
        .fold(target.unwrap_or(1.0), f64::min);
    // The scale begins at the tenth below the worst, so that differences can be seen.
    let from = ((left * 10.0).floor() - 1.0).max(0.0) / 10.0;
    let rows = dots.iter().map(|dot| {
        let of = format!("{} of {}", dot.number.numerator, dot.number.denominator);
        vec![dot.name.clone(), dot.text.clone(), of]
    });
    let shown = dots
        .iter()
        .take(CLIENTS)
        .map(|dot| dot_row(dot, target, from, question))
        .collect_view();
    view! {
        <Chart title="On time, by client" takeaway=clients_takeaway(dots, target) heads=&["Client", "#On time", "#Jobs settled"]
            rows=rows.collect()>
            <ul class="tracks">{shown}</ul>
        </Chart>
    }
    .into_any()
}

fn clients_takeaway(dots: &[ClientDot], target: Option<f64>) -> String {
    let Some(worst) = dots.first() else {
        return "No job settled in this period.".into();
    };
    let Some(target) = target else {
        return format!("{} is lowest with {}.", worst.name, worst.text);
    };
    let below = dots.iter().filter(|dot| dot.value < target).count();
    let target = Metric::OnTimeDelivery.shown_value(target);
    match below {
        0 => format!("All {} clients are at {target} or above.", dots.len()),
        below => format!("{below} of {} clients are below {target}.", dots.len()),
    }
}

fn dot_row(dot: &ClientDot, target: Option<f64>, from: f64, question: &Question) -> AnyView {
    let href = question
        .filtered(|filter| toggle(&mut filter.clients, dot.client))
        .at(PATH);
    let below = target.is_some_and(|target| dot.value < target);
    let tip = format!(
        "{}: {} of {} jobs on time. {}",
        dot.name,
        dot.number.numerator,
        dot.number.denominator,
        if dot.picked {
            "Show all clients"
        } else {
            "Show only this client"
        }
    );
    view! {
        <li>
            <a class="track-row" class:below=below href=href data-noscroll="" aria-current=dot.picked.then_some("true")>
                <span class="truncate">{dot.name.clone()}</span>
                <DotTrack value=dot.value target from />
                <span class="num">{dot.text.clone()}</span>
                <span class="tip" role="tooltip">{tip}</span>
            </a>
        </li>
    }
    .into_any()
}

/// Active clients by producer, against the ratio that the plan aims at.
pub(super) fn load(figures: &Dashboard, question: &Question) -> AnyView {
    let Load {
        bars,
        target,
        partly_filtered,
    } = &figures.load;
    let most = bars
        .iter()
        .map(|bar| bar.clients as f64)
        .fold(target.unwrap_or(1.0), f64::max)
        * 1.1;
    let rows = bars
        .iter()
        .map(|bar| vec![bar.name.clone(), bar.clients.to_string()]);
    let note = partly_filtered.then(|| {
        view! { <p class="muted small">"This filter does not apply to the load: all is shown."</p> }
    });
    let shown = bars
        .iter()
        .map(|bar| bar_row(bar, *target, most, question))
        .collect_view();
    view! {
        <Chart title="Clients per producer" takeaway=load_takeaway(bars, *target) heads=&["Producer", "#Active clients"]
            rows=rows.collect()>
            {note}
            <ul class="tracks">{shown}</ul>
        </Chart>
    }
    .into_any()
}

fn load_takeaway(bars: &[ProducerBar], target: Option<f64>) -> String {
    let Some(target) = target else {
        return String::new();
    };
    let over: Vec<_> = bars
        .iter()
        .filter(|bar| bar.clients as f64 > target)
        .collect();
    let ratio = Metric::ClientsPerProducer.shown_value(target);
    match over.as_slice() {
        [] => format!("Nobody carries more than {ratio}."),
        [one] => format!("{} carries {}, above {ratio}.", one.name, one.clients),
        many => format!(
            "{} of {} producers are above {ratio}.",
            many.len(),
            bars.len()
        ),
    }
}

fn bar_row(bar: &ProducerBar, target: Option<f64>, most: f64, question: &Question) -> AnyView {
    let href = question
        .filtered(|filter| toggle(&mut filter.producers, bar.producer))
        .at(PATH);
    let above = target.is_some_and(|target| bar.clients as f64 > target);
    let tip = format!(
        "{}: {} active clients. {}",
        bar.name,
        bar.clients,
        if bar.picked {
            "Show all producers"
        } else {
            "Show only this producer"
        }
    );
    view! {
        <li>
            <a class="track-row" class:below=above href=href data-noscroll="" aria-current=bar.picked.then_some("true")>
                <span class="truncate">{bar.name.clone()}</span>
                <BarTrack value=bar.clients as f64 most limit_at=target />
                <span class="num">{bar.clients}</span>
                <span class="tip" role="tooltip">{tip}</span>
            </a>
        </li>
    }
    .into_any()
}
