//! On-time delivery by client, the worst first.

use super::{
    PATH,
    shown::Shown,
    track_row::{Row, row},
};
use crate::charts::{Chart, DotTrack, slots};
use domain::{
    dashboard::{ClientDot, Dashboard, Question},
    metrics::Metric,
};
use leptos::prelude::*;

/// How many clients are drawn; the table has them all.
const CLIENTS: usize = 8;

pub(super) fn clients(shown: Shown) -> AnyView {
    let count = shown.read(|figures| Some(figures.clients.len().min(CLIENTS)));
    let takeaway = shown.read(|figures| Some(takeaway(&figures.clients, target(figures))));
    let rows = shown.read(|figures| Some(figures.clients.iter().map(cells).collect::<Vec<_>>()));
    let (target, from) = (
        shown.read(|figures| Some(target(figures))),
        shown.read(|figures| Some(scale_from(figures))),
    );
    let dot = move |place: usize| {
        let value = shown.read(move |figures| Some(figures.clients.get(place)?.value));
        let track = view! { <DotTrack value target from /> }.into_any();
        row(shown, place, said, track)
    };
    view! {
        <Chart title="On time, by client" takeaway heads=&["Client", "#On time", "#Jobs settled"] rows>
            <ul class="tracks">{slots(count, dot)}</ul>
        </Chart>
    }
    .into_any()
}

fn target(figures: &Dashboard) -> Option<f64> {
    let mut outcomes = figures.outcomes.iter();
    let tile = outcomes.find(|tile| tile.metric == Metric::OnTimeDelivery)?;
    Some(tile.bullet?.target)
}

/// The scale begins at the tenth below the worst, so that differences can be seen.
fn scale_from(figures: &Dashboard) -> f64 {
    let values = figures.clients.iter().map(|dot| dot.value);
    let left = values.fold(target(figures).unwrap_or(1.0), f64::min);
    ((left * 10.0).floor() - 1.0).max(0.0) / 10.0
}

fn cells(dot: &ClientDot) -> Vec<String> {
    let of = format!("{} of {}", dot.number.numerator, dot.number.denominator);
    vec![dot.name.clone(), dot.text.clone(), of]
}

fn takeaway(dots: &[ClientDot], target: Option<f64>) -> String {
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

fn said(figures: &Dashboard, question: &Question, place: usize) -> Option<Row> {
    let dot = figures.clients.get(place)?;
    let clicked = question.clicked(dot.picked, Metric::OnTimeDelivery, |question| {
        question.filtered(|filter| filter.clients.push(dot.client))
    });
    let (of, all) = (dot.number.numerator, dot.number.denominator);
    let click = if dot.picked {
        "Open its jobs"
    } else {
        "Show only this client"
    };
    Some(Row {
        name: dot.name.clone(),
        text: dot.text.clone(),
        tip: format!("{}: {of} of {all} jobs on time. {click}", dot.name),
        href: clicked.at(PATH),
        below: target(figures).is_some_and(|target| dot.value < target),
        picked: dot.picked,
    })
}
