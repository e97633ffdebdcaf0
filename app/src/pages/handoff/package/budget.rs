//! The budget, and the margin that it leaves of the fee.

use super::{
    form::{Answer, Saving, form},
    lines::{Column, Kind, Lines, cells, editor},
};
use crate::{
    api::packages::{SaveBudget, save_budget},
    pages::{
        engagements::stage::amount,
        handoff::{Shown, moving::sentence_case},
    },
    ui::{Badge, DataTable, Tone, when::date},
};
use domain::{
    metrics::Metric,
    package::{
        BudgetCategory, BudgetFields, BudgetLine, OPEN_END_MONTHS, PackagePage, lines, planned,
    },
    policy::{Action, check_role},
};
use leptos::{prelude::*, server_fn::ServerFn};

pub(super) fn read(shown: Shown) -> AnyView {
    if let Err(refusal) = check_role(shown.role, Action::SeeFees) {
        return view! { <p class="muted">{refusal.to_string()}</p> }.into_any();
    }
    let page = shown.part(|page| page.package.clone());
    let said = move || {
        let page = page.get()?;
        (!page.package.budget.is_empty()).then(|| table(&page))
    };
    said.into_any()
}

/// The budget as a table, with its planned margin below.
pub fn table(page: &PackagePage) -> AnyView {
    let rows = page.package.budget.iter().map(|row| {
        view! {
            <tr>
                <td>{sentence_case(row.category.name())}</td>
                <td>{row.note.to_string()}</td>
                <td class="num">{amount(row.amount)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <DataTable caption="Budget" heads=&["Category", "What for", "#Over the term"]>{rows}</DataTable>
        {margin(page, &page.package.budget)}
    }
    .into_any()
}

/// What a budget leaves of the fee, against the plan's target of this quarter; nothing for those who may not see fees.
fn margin(page: &PackagePage, budget: &[BudgetLine]) -> Option<AnyView> {
    let (fee, currency) = page.fee.clone()?;
    let margin = planned(&page.terms, fee, budget);
    let share = margin.number().shown(Metric::ProductionMargin);
    let verdict = page.margin_target.map(|target| {
        let (tone, label) = if margin.is_under(&target) {
            (
                Tone::Warn,
                format!("under the plan's {target} this quarter"),
            )
        } else {
            (Tone::Good, format!("the plan asks {target} this quarter"))
        };
        view! { <Badge label tone /> }
    });
    let open_end = page
        .terms
        .ends_on
        .is_none()
        .then(|| format!(" An open end is planned for {OPEN_END_MONTHS} months."));
    let term = format!(
        "{} {currency} a month from {} to {}.",
        amount(fee),
        date(page.terms.starts_on),
        date(page.terms.last_day())
    );
    Some(
        view! {
            <dl class="facts planned-margin">
                <dt>"Fees over the term"</dt> <dd class="num">{amount(margin.revenue)} " " {currency.clone()}</dd>
                <dt>"Planned cost"</dt> <dd class="num">{amount(margin.cost)} " " {currency.clone()}</dd>
                <dt>"Planned margin"</dt> <dd><strong class="num">{share}</strong> " " {verdict}</dd>
            </dl>
            <p class="muted small">{term} {open_end}</p>
        }
        .into_any(),
    )
}

pub(super) fn edit(saving: Saving, page: &PackagePage) -> AnyView {
    let categories = BudgetCategory::ALL.iter();
    let categories = categories.map(|one| (one.name().to_owned(), sentence_case(one.name())));
    let columns = vec![
        Column::new("category", "Category", Kind::Choice(categories.collect())),
        Column::new("note", "What for", Kind::Text),
        Column::new("amount", "Over the term", Kind::Number),
    ];
    let began = page.package.budget.iter().map(|row: &BudgetLine| {
        let BudgetFields {
            category,
            note,
            amount,
        } = row.into();
        vec![category, note, amount]
    });
    let typed = Lines::new("budget", columns, began.collect());
    let page = StoredValue::new(page.clone());
    let running = move || {
        typed.rows.track();
        for row in typed.rows.read().iter() {
            row.cells.iter().for_each(Track::track);
        }
        let fields: Vec<_> = typed.values().into_iter().map(fields_of).collect();
        // While a line is half typed the last margin would mislead: then none is shown.
        let budget = lines(&fields).ok()?;
        page.with_value(|page| margin(page, &budget))
    };
    let fields = view! {
        <p class="muted small">"Amounts are for the whole term. A line left empty is dropped."</p>
        {editor(typed, saving.wrong(), |_| ().into_any())}
        <div role="status">{running}</div>
    };
    let id = saving.shown.id;
    let answer = move |version| -> Answer {
        let lines = typed.values().into_iter().map(fields_of).collect();
        Box::pin(save_budget(id, version, lines))
    };
    form(saving, SaveBudget::url(), fields.into_any(), answer)
}

fn fields_of(line: Vec<String>) -> BudgetFields {
    let [category, note, amount] = cells(line);
    BudgetFields {
        category,
        note,
        amount,
    }
}
