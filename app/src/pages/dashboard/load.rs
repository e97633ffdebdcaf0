//! Active clients by producer, against the ratio that the plan aims at.

use super::{
    PATH,
    shown::Shown,
    track_row::{Row, row},
};
use crate::charts::{BarTrack, Chart, slots};
use domain::{
    dashboard::{Dashboard, Load, ProducerBar, Question},
    metrics::Metric,
};
use leptos::prelude::*;

pub(super) fn load(shown: Shown) -> AnyView {
    let count = shown.read(|figures| Some(figures.load.bars.len()));
    let takeaway = shown.read(|figures| Some(takeaway(&figures.load)));
    let rows = shown.read(|figures| Some(figures.load.bars.iter().map(cells).collect::<Vec<_>>()));
    let partly = shown.whether(|figures| figures.load.partly_filtered);
    let note = move || {
        partly.get().then(|| {
            view! { <p class="muted small">"This filter does not apply to the load: all is shown."</p> }
        })
    };
    let limit_at = shown.read(|figures| Some(figures.load.target));
    let most = shown.read(|figures| Some(most(&figures.load)));
    let bar = move |place: usize| {
        let value = shown.read(move |figures| Some(figures.load.bars.get(place)?.clients as f64));
        let track = view! { <BarTrack value most limit_at /> }.into_any();
        row(shown, place, said, track)
    };
    view! {
        <Chart title="Clients per producer" takeaway heads=&["Producer", "#Active clients"] rows>
            {note}
            <ul class="tracks">{slots(count, bar)}</ul>
        </Chart>
    }
    .into_any()
}

/// The right end of the scale.
fn most(load: &Load) -> f64 {
    let values = load.bars.iter().map(|bar| bar.clients as f64);
    values.fold(load.target.unwrap_or(1.0), f64::max) * 1.1
}

fn cells(bar: &ProducerBar) -> Vec<String> {
    vec![bar.name.clone(), bar.clients.to_string()]
}

fn takeaway(load: &Load) -> String {
    let Some(target) = load.target else {
        return String::new();
    };
    let bars = load.bars.iter();
    let over: Vec<_> = bars.filter(|bar| bar.clients as f64 > target).collect();
    let ratio = Metric::ClientsPerProducer.shown_value(target);
    match over.as_slice() {
        [] => format!("Nobody carries more than {ratio}."),
        [one] => format!("{} carries {}, above {ratio}.", one.name, one.clients),
        many => format!(
            "{} of {} producers are above {ratio}.",
            many.len(),
            load.bars.len()
        ),
    }
}

fn said(figures: &Dashboard, question: &Question, place: usize) -> Option<Row> {
    let bar = figures.load.bars.get(place)?;
    let clicked = question.clicked(bar.picked, Metric::ClientsPerProducer, |question| {
        question.filtered(|filter| filter.producers.push(bar.producer))
    });
    let (name, clients) = (&bar.name, bar.clients);
    let click = if bar.picked {
        "Open the records"
    } else {
        "Show only this producer"
    };
    Some(Row {
        name: name.clone(),
        text: clients.to_string(),
        tip: format!("{name}: {clients} active clients. {click}"),
        href: clicked.at(PATH),
        below: figures
            .load
            .target
            .is_some_and(|target| clients as f64 > target),
        picked: bar.picked,
    })
}
