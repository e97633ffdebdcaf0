//! Facts and plan, as far as somebody may see them.

use crate::{Error, Result, Service, facts, plan};
use chrono::Datelike as _;
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

/// Facts and plan of this moment.
///
/// # Errors
/// When the actor may not see the dashboard, or there is no plan yet.
pub async fn source(service: &Service, actor: &Actor) -> Result<Source> {
    may(actor, Action::SeeDashboard)?;
    let known = facts::current(service).await?;
    let asof = service.now();
    let facts = priced(facts::visible(known.facts.clone(), actor));
    let year = facts.calendar.zone.day(asof).year();
    let mut tx = service.db().read().await?;
    let plan = plan::in_force(&mut tx, year).await?;
    let plan = plan.ok_or_else(|| {
        Error::refused(
            "There is no plan yet: start Baton once, and it brings the plan of 2026 with it.",
        )
    })?;
    Ok(Source {
        facts,
        plan,
        seq: known.seq,
        asof,
    })
}

/// Everybody with what they carry today.
///
/// # Errors
/// When the actor may not see the team.
pub async fn team(service: &Service, actor: &Actor) -> Result<Team> {
    may(actor, Action::SeeTeam)?;
    let known = facts::current(service).await?;
    let facts = facts::visible(known.facts.clone(), actor);
    let ledger = Ledger::new(&facts, service.now());
    let mut tx = service.db().read().await?;
    let plan = plan::in_force(&mut tx, ledger.today().year()).await?;
    Ok(domain::team::team(&ledger, plan.as_ref()))
}
