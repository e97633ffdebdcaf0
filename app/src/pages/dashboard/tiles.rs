//! The plan's outcomes as small multiples.

use super::PATH;
use crate::{
    charts::{BulletGraph, Sparkline},
    ui::Tone,
};
use domain::{
    dashboard::{Dashboard, Figure, Open, Question, Tile},
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

pub(super) fn tiles(figures: &Dashboard, question: &Question) -> AnyView {
    let tiles = figures.outcomes.iter().map(|one| tile(one, question));
    view! { <ul class="tiles" aria-label="Outcomes of the plan">{tiles.collect_view()}</ul> }
        .into_any()
}

fn tile(tile: &Tile, question: &Question) -> AnyView {
    let href = question.opening(Some(Open::of(tile.metric))).at(PATH);
    let judged = tile.mark.and_then(mark);
    let tone = judged.map_or(Tone::Neutral, |(tone, _)| tone);
    let sign = tile.mark.map(Mark::name);
    let said = judged.map(|(_, word)| {
        view! { <span class="tile-mark"><b>{sign}</b> " " {word}</span> }
    });
    let target = match (&tile.target, tile.figure) {
        // What is only watched has no target to name: "Track", "Baseline".
        (Some(watched), _) if tile.mark == Some(Mark::Watched) => watched.clone(),
        (Some(target), _) => format!("Target {}", target.trim_start_matches("Target ")),
        (None, Figure::NotApplicable) => "Does not apply to this filter".into(),
        (None, _) => String::new(),
    };
    let large = tile.figure.value().is_some();
    let goes = tile.metric != Metric::Milestone && tile.points.len() > 1;
    let spark = goes.then(|| view! { <Sparkline points=tile.points.clone() /> });
    view! {
        <li>
            <a class=format!("tile {}", tone.class()) href=href data-noscroll="">
                <span class="tile-name">{tile.name.clone()}</span>
                <span class="tile-row">
                    <span class="tile-figure num" class:none=!large>{tile.text.clone()}</span>
                    {spark}
                </span>
                {tile.bullet.map(|bullet| view! { <BulletGraph bullet /> })}
                <span class="tile-row tile-foot">
                    <span class="muted num">{target}</span>
                    {said}
                </span>
                <span class="tip" role="tooltip">{tile.takeaway.clone()}</span>
            </a>
        </li>
    }
    .into_any()
}
