//! The list as a table.

use super::stage::{amount, badge};
use crate::{
    boot::use_viewer,
    ui::{Avatar, DataTable, Icon, when::date},
};
use domain::{
    engagement::{EngagementRow, EngagementStage, Named},
    ids::PersonId,
    policy::{Action, check_role},
    time::Day,
};
use leptos::prelude::*;

const WITH_FEES: &[&str] = &[
    "Engagement",
    "Stage",
    "Producer",
    "Backup",
    "Account manager",
    "#Fee a month",
    "Runs",
];
const WITHOUT_FEES: &[&str] = &[
    "Engagement",
    "Stage",
    "Producer",
    "Backup",
    "Account manager",
    "Runs",
];

pub(super) fn table(rows: Vec<EngagementRow>) -> AnyView {
    let fees = use_viewer().is_some_and(|viewer| check_role(viewer.role, Action::SeeFees).is_ok());
    let heads = if fees { WITH_FEES } else { WITHOUT_FEES };
    let rows = rows.into_iter().map(|row| line(row, fees)).collect_view();
    view! {
        <div class="engagements"><DataTable caption="Engagements" heads>{rows}</DataTable></div>
    }
    .into_any()
}

fn line(row: EngagementRow, fees: bool) -> AnyView {
    let fee = fees.then(|| view! { <td class="num">{row.monthly_fee.map(|fee| format!("{} {}", amount(fee), row.currency))}</td> });
    view! {
        <tr>
            <td>
                <div class="engagement-name">
                    <a href=format!("/engagements/{}", row.id)>{row.name}</a>
                    <span class="muted small">{row.client.name}</span>
                </div>
            </td>
            <td>{badge(row.stage)}</td>
            <td>{person(row.producer)}</td>
            <td class="engagement-backup">{backup(row.stage, row.backup)}</td>
            <td class="engagement-manager">{person(row.account_manager)}</td>
            {fee}
            <td class="engagement-runs">{runs(row.starts_on, row.ends_on)}</td>
        </tr>
    }
    .into_any()
}

fn person(person: Option<Named<PersonId>>) -> AnyView {
    match person {
        Some(Named { name, .. }) => {
            view! { <span class="person"><Avatar name=name.clone() beside_name=true /> {name.clone()}</span> }.into_any()
        }
        None => view! { <span class="muted">"Nobody yet"</span> }.into_any(),
    }
}

/// Without a backup, only one person could go on with it; once it is closed, nobody has to.
fn backup(stage: EngagementStage, backup: Option<Named<PersonId>>) -> AnyView {
    match backup {
        None if stage == EngagementStage::Closed => {
            view! { <span class="muted">"None"</span> }.into_any()
        }
        None => {
            view! { <span class="no-backup">{Icon::AtRisk.small()} "No backup"</span> }.into_any()
        }
        some => person(some),
    }
}

/// From when to when: `12 Mar 2026 – open`.
pub fn runs(starts_on: Day, ends_on: Option<Day>) -> String {
    let end = ends_on.map_or_else(|| "open".to_owned(), date);
    format!("{} – {end}", date(starts_on))
}
