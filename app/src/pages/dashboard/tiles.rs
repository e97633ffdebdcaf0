//! The plan's outcomes as small multiples.

use super::shown::Shown;
use crate::{
    charts::{BulletGraph, Sparkline, Values, slots},
    ui::Tone,
};
use domain::{
    dashboard::{Figure, Tile},
    metrics::Metric,
    plan::Mark,
};
use leptos::prelude::*;

/// A mark with its word: colour never speaks alone.
pub(crate) fn mark(mark: Mark) -> Option<(Tone, &'static str)> {
    match mark {
        Mark::OnPace => Some((Tone::Good, "on pace")),
        Mark::Slightly => Some((Tone::Warn, "slightly off")),
        Mark::Behind => Some((Tone::Bad, "off pace")),
        Mark::NoData | Mark::Watched => None,
    }
}

pub(super) fn tiles(shown: Shown) -> AnyView {
    let count = shown.read(|figures| Some(figures.outcomes.len()));
    view! { <ul class="tiles" aria-label="Outcomes of the plan">{slots(count, move |place| tile(shown, place))}</ul> }
        .into_any()
}

fn tile(shown: Shown, place: usize) -> AnyView {
    let tile = shown.one(move |figures| figures.outcomes.get(place));
    let text = move |part: fn(&Tile) -> String| tile.read(part);
    let href = shown.records(tile.read(|tile| Some(tile.metric)));
    let (values, bullet) = (tile.read(values), tile.read(|tile| tile.bullet));
    let none = tile.whether(|tile| tile.figure.value().is_none());
    let goes = tile.whether(goes);
    let judged = tile.whether(|tile| judged(tile).is_some());
    let reaches = tile.whether(|tile| tile.bullet.is_some());
    let spark = move || goes.get().then(|| view! { <Sparkline values /> });
    let graph = move || reaches.get().then(|| view! { <BulletGraph bullet /> });
    let said = move || {
        judged.get().then(|| {
            view! { <span class="tile-mark"><b>{text(sign)}</b> " " <span class="tile-word">{text(word)}</span></span> }
        })
    };
    view! {
        <li>
            <a class=text(class) href=href data-noscroll="">
                <span class="tile-name">{text(|tile| tile.name.clone())}</span>
                <span class="tile-row">
                    <span class="tile-figure num" class:none=none>{text(|tile| tile.text.clone())}</span>
                    {spark}
                </span>
                {graph}
                <span class="tile-row tile-foot">
                    <span class="muted num">{text(target)}</span>
                    {said}
                </span>
                <span class="tip" role="tooltip">{text(|tile| tile.takeaway.clone())}</span>
            </a>
        </li>
    }
    .into_any()
}

fn judged(tile: &Tile) -> Option<(Tone, &'static str)> {
    tile.mark.and_then(mark)
}

fn class(tile: &Tile) -> String {
    let tone = judged(tile).map_or(Tone::Neutral, |(tone, _)| tone);
    format!("tile {}", tone.class())
}

fn sign(tile: &Tile) -> String {
    tile.mark.map_or("", Mark::name).to_owned()
}

fn word(tile: &Tile) -> String {
    judged(tile).map_or("", |(_, word)| word).to_owned()
}

fn target(tile: &Tile) -> String {
    match (&tile.target, tile.figure) {
        // What is only watched has no target to name: "Track", "Baseline".
        (Some(watched), _) if tile.mark == Some(Mark::Watched) => watched.clone(),
        (Some(target), _) => format!("Target {}", target.trim_start_matches("Target ")),
        (None, Figure::NotApplicable) => "Does not apply to this filter".into(),
        (None, _) => String::new(),
    }
}

/// Whether it has weeks that can be followed.
fn goes(tile: &Tile) -> bool {
    tile.metric != Metric::Milestone && tile.points.len() > 1
}

fn values(tile: &Tile) -> Values {
    tile.points.iter().map(|point| point.value).collect()
}
