//! Facts and plan, as far as somebody may see them.

use crate::{
    Error, Result, Service,
    db::{Tx, rows::PlanRow},
    facts, live,
};
use domain::{
    facts::Facts,
    metrics::{Ledger, priced},
    plan::Plan,
    policy::{Action, Actor, may},
    team::Team,
    time::Instant,
};

/// What every number of the department is computed from.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// What happened, as far as the actor may see it; hours are priced, for the browser is to know no rates.
    pub facts: Facts,
    /// What was promised for the year.
    pub plan: Plan,
    /// The number of the last change that the facts know.
    pub seq: i64,
    /// When they were read.
    pub asof: Instant,
}

/// Facts and plan, read in one moment.
///
/// # Errors
/// When the actor may not see the dashboard, or there is no plan yet.
pub async fn source(service: &Service, actor: &Actor) -> Result<Source> {
    may(actor, Action::SeeDashboard)?;
    let mut tx = service.db().read().await?;
    let seq = live::latest(&mut tx).await?;
    let facts = priced(facts::visible(facts::load(&mut tx).await?, actor));
    let asof = service.now();
    let plan = latest_plan(&mut tx, facts.calendar.zone.day(asof)).await?;
    let plan = plan.ok_or_else(|| {
        Error::refused(
            "There is no plan yet: start Baton once, and it brings the plan of 2026 with it.",
        )
    })?;
    Ok(Source {
        facts,
        plan,
        seq,
        asof,
    })
}

/// Everybody with what they carry today.
///
/// # Errors
/// When the actor may not see the team.
pub async fn team(service: &Service, actor: &Actor) -> Result<Team> {
    may(actor, Action::SeeTeam)?;
    let mut tx = service.db().read().await?;
    let facts = facts::visible(facts::load(&mut tx).await?, actor);
    let ledger = Ledger::new(&facts, service.now());
    let plan = latest_plan(&mut tx, ledger.today()).await?;
    Ok(domain::team::team(&ledger, plan.as_ref()))
}

/// The plan of this year; before there is one, the last one that there was.
async fn latest_plan(tx: &mut Tx, today: domain::time::Day) -> Result<Option<Plan>> {
    use chrono::Datelike as _;
    let rows = PlanRow::all(tx).await?.into_iter();
    let begun = rows.filter(|row| row.year <= i64::from(today.year()));
    let latest = begun.max_by_key(|row| row.year);
    let plan = latest.map(|row| serde_json::from_str(&row.body));
    plan.transpose()
        .map_err(|error| Error::fault("a stored plan", error))
}
