//! The plans of departments, as stored; the plan of 2026 is there from the first start on.

use crate::{
    Error, Result, Service,
    db::{
        Tx, optional,
        rows::{PlanRow, meaning::json},
    },
    live::{self, Change},
};
use domain::{plan::Plan, policy::Actor};
use std::collections::BTreeSet;

/// The plan of Production for 2026, as it was approved.
const PLAN_2026: &str = include_str!("../data/plan-2026.json");

/// Stores the plan that comes with Baton, unless there is one of its year and department already.
///
/// # Errors
/// When the database cannot be written.
pub async fn load_if_missing(service: &Service) -> Result<()> {
    let plan = shipped()?;
    let mut tx = service.db().read().await?;
    if stored(&mut tx, plan.year, &plan.department)
        .await?
        .is_some()
    {
        return Ok(());
    }
    drop(tx);
    let mut tx = service.db().write().await?;
    if stored(&mut tx, plan.year, &plan.department)
        .await?
        .is_some()
    {
        return Ok(());
    }
    let row = PlanRow {
        year: i64::from(plan.year),
        department: plan.department.clone(),
        body: json(&plan)?,
    };
    PlanRow::insert(&mut tx, &[row]).await?;
    let change = Change {
        client: None,
        entity: "plan",
        id: format!("{}-{}", plan.year, plan.department),
        version: 1,
        action: "loaded",
        body: &plan,
    };
    live::append(&mut tx, &Actor::system("Baton"), service.now(), change).await?;
    service.commit(tx).await
}

/// The plan of a year and department, where there is one.
///
/// # Errors
/// When the database cannot be read, or the stored plan.
pub async fn plan(service: &Service, year: i32, department: &str) -> Result<Option<Plan>> {
    let mut tx = service.db().read().await?;
    stored(&mut tx, year, department).await
}

/// The plan that holds in `year`: that year's, or before there is one, the last one that there was.
pub(crate) async fn in_force(tx: &mut Tx, year: i32) -> Result<Option<Plan>> {
    let sql = "SELECT * FROM plan WHERE year <= $1 ORDER BY year DESC, department LIMIT 1";
    let row = optional!(tx, PlanRow, sql, i64::from(year))?;
    row.map(|row| read(&row.body)).transpose()
}

/// The keys of all outcomes that there are: those of the stored plans and of the one that comes with Baton.
pub(crate) async fn outcome_keys(tx: &mut Tx) -> Result<BTreeSet<String>> {
    let mut plans = vec![shipped()?];
    for row in PlanRow::all(tx).await? {
        plans.push(read(&row.body)?);
    }
    let outcomes = plans.iter().flat_map(Plan::outcomes);
    Ok(outcomes.map(|outcome| outcome.key.clone()).collect())
}

async fn stored(tx: &mut Tx, year: i32, department: &str) -> Result<Option<Plan>> {
    let sql = "SELECT * FROM plan WHERE year = $1 AND department = $2";
    let row = optional!(tx, PlanRow, sql, i64::from(year), department)?;
    row.map(|row| read(&row.body)).transpose()
}

fn shipped() -> Result<Plan> {
    read(PLAN_2026)
}

fn read(body: &str) -> Result<Plan> {
    serde_json::from_str(body).map_err(|error| Error::fault("a stored plan", error))
}

#[cfg(test)]
mod tests;
