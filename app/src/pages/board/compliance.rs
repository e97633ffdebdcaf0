//! How each lane did this quarter, at its left edge.

use crate::{api::board::load_compliance, ui::Tone};
use domain::{
    board::LaneCompliance,
    dashboard::{Open, Question, Span},
    handoff::HandoffKind,
    metrics::Metric,
    plan::Mark,
    policy::Page,
};
use leptos::prelude::*;

/// The compliance of all lanes, once it is known.
pub type Compliances = RwSignal<Vec<LaneCompliance>>;

/// Asks for the compliance once the page stands: it is measured over a quarter's facts, and the cards need not wait.
pub fn load() -> Compliances {
    let known = RwSignal::new(Vec::new());
    Effect::new(move |_| {
        leptos::task::spawn_local(async move {
            // A board without these figures is still a board: they are tried again with the next visit.
            if let Ok(measured) = load_compliance().await {
                known.set(measured);
            }
        });
    });
    known
}

/// The figure, its target and its mark.
#[component]
pub fn Compliance(
    /// The lane.
    kind: HandoffKind,
    /// All lanes' compliance.
    known: Compliances,
) -> impl IntoView {
    let draw = move || {
        let lane = known.read().iter().find(|lane| lane.kind == kind).cloned();
        lane.map(|lane| {
            let tone = tone(lane.mark);
            let words = words(&lane);
            view! {
                <a class=format!("lane-compliance {}", tone.class()) title=words.clone() href=records(&lane)>
                    <span class="visually-hidden">{words.clone()} ". Its records"</span>
                    <span class="lane-figure num" aria-hidden="true">{figure(&lane)}</span>
                    <span class="lane-target num" aria-hidden="true">
                        {(tone != Tone::Neutral).then(|| tone.icon().small())}
                        {lane.target.clone().map(|target| format!("of {target}"))}
                    </span>
                </a>
            }
        })
    };
    view! { <div class="lane-score">{draw}</div> }.into_any()
}

/// The records of the quarter behind the figure: all who see the board see the dashboard.
fn records(lane: &LaneCompliance) -> String {
    let question = Question {
        span: Span::Quarter(lane.quarter),
        open: Some(Open::of(Metric::compliance(lane.kind))),
        ..Question::default()
    };
    question.at(Page::Dashboard.path())
}

fn figure(lane: &LaneCompliance) -> String {
    lane.number.shown(Metric::compliance(lane.kind))
}

fn words(lane: &LaneCompliance) -> String {
    let target = lane
        .target
        .as_ref()
        .map(|target| format!(", target {target}"))
        .unwrap_or_default();
    let number = lane.number;
    if number.denominator == 0 {
        return format!("{}: no handoff settled yet{target}", lane.quarter);
    }
    format!(
        "{}: {} compliant, {} of {}{target}: {}",
        lane.quarter,
        figure(lane),
        number.numerator,
        number.denominator,
        said(lane.mark)
    )
}

const fn said(mark: Mark) -> &'static str {
    match mark {
        Mark::OnPace => "met",
        Mark::Slightly => "slightly below",
        Mark::Behind => "below",
        Mark::NoData => "no data",
        Mark::Watched => "watched",
    }
}

const fn tone(mark: Mark) -> Tone {
    match mark {
        Mark::OnPace => Tone::Good,
        Mark::Slightly => Tone::Warn,
        Mark::Behind => Tone::Bad,
        Mark::NoData | Mark::Watched => Tone::Neutral,
    }
}
