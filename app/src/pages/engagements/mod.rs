//! The engagements: what runs for whom, who carries it, and signing a new one.

mod sign;
pub mod stage;
pub mod table;

use crate::{
    api::engagements::load_engagements,
    boot::use_viewer,
    frame::{Filters, Page},
    json::load,
    ui::{ChipLink, EmptyState, ErrorNotice, Icon, Skeleton},
};
use domain::{
    engagement::{EngagementRow, EngagementStage},
    policy::{Action, check_role},
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The page "Engagements".
#[component]
pub fn Engagements() -> impl IntoView {
    let loaded = load(|| (), |()| load_engagements());
    let shown = move || {
        Suspend::new(async move {
            match loaded.await {
                Ok(rows) => list(rows),
                Err(error) => {
                    let retry = Callback::new(move |()| loaded.refetch());
                    view! { <ErrorNotice what=error.to_string() retry /> }.into_any()
                }
            }
        })
    };
    let may_sign =
        use_viewer().is_some_and(|viewer| check_role(viewer.role, Action::SignEngagement).is_ok());
    view! {
        <Page title="Engagements">
            {may_sign.then(sign::sign)}
            <Suspense fallback=|| view! { <Skeleton lines=8 /> }>{shown}</Suspense>
        </Page>
    }
    .into_any()
}

/// Which of them the address asks for.
#[derive(Clone, Copy, PartialEq)]
enum Which {
    Running,
    Unbacked,
    Closed,
    All,
}

impl Which {
    const ALL: [(Self, &'static str, &'static str); 4] = [
        (Self::Running, "Running", "/engagements"),
        (
            Self::Unbacked,
            "Without backup",
            "/engagements?show=unbacked",
        ),
        (Self::Closed, "Closed", "/engagements?show=closed"),
        (Self::All, "All", "/engagements?show=all"),
    ];

    fn read(asked: Option<&str>) -> Self {
        match asked {
            Some("unbacked") => Self::Unbacked,
            Some("closed") => Self::Closed,
            Some("all") => Self::All,
            _ => Self::Running,
        }
    }

    fn has(self, row: &EngagementRow) -> bool {
        let closed = row.stage == EngagementStage::Closed;
        match self {
            Self::Running => !closed,
            Self::Unbacked => !closed && row.backup.is_none(),
            Self::Closed => closed,
            Self::All => true,
        }
    }
}

fn list(rows: Vec<EngagementRow>) -> AnyView {
    let params = use_query_map();
    let which = Memo::new(move |_| Which::read(params.read().get_str("show")));
    let rows = StoredValue::new(rows);
    let chips = Which::ALL.into_iter().map(move |(this, label, href)| {
        let count = rows.with_value(|rows| rows.iter().filter(|row| this.has(row)).count());
        let on = Signal::derive(move || which.get() == this);
        view! { <ChipLink label=format!("{label} {count}") on href=href.to_owned() /> }
    });
    let table = move || {
        let wanted: Vec<EngagementRow> = rows.with_value(|rows| {
            rows.iter()
                .filter(|row| which.get().has(row))
                .cloned()
                .collect()
        });
        match wanted.is_empty() {
            false => table::table(wanted),
            true if rows.with_value(Vec::is_empty) => view! {
                <EmptyState icon=Icon::Engagements title="No engagement yet"
                    note="An engagement begins when Sales signs a SOW. Its first handoff opens with it." />
            }
            .into_any(),
            true => view! {
                <EmptyState icon=Icon::Filter title="No engagement here" note="None of the engagements is in this state.">
                    <a class="button" href="/engagements?show=all">"Show all"</a>
                </EmptyState>
            }
            .into_any(),
        }
    };
    view! {
        <Filters label="Filter the engagements">{chips.collect_view()}</Filters>
        {table}
    }
    .into_any()
}
