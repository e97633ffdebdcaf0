//! Reading a closing report.

use super::visuals;
use crate::{
    Error, Result, Service,
    db::{
        Tx, all, optional,
        rows::{ClosingReportRow, FollowUpRow},
        scalar,
    },
    facts,
    handoffs::Work,
};
use domain::{
    closing::{ClosingReport, FollowUpOnPage, Numbers, ReportText, draft},
    engagement::Named,
    handoff::{HandoffKind, Item, Stage, first_submission, prepare::check_item},
    ids::*,
    metrics::Ledger,
    policy::{Action, Actor, may},
};
use uuid::Uuid;

/// The closing report that the handoff `id` hands over: its saved numbers, or a draft of this moment while it is being
/// prepared.
///
/// # Errors
/// When the actor may not open it, or there is none.
pub async fn report(service: &Service, actor: &Actor, id: HandoffId) -> Result<ClosingReport> {
    let known = facts::current(service).await?;
    let mut tx = service.db().read().await?;
    let work = closing(&mut tx, actor, id).await?;
    let saved = ClosingReportRow::of(&mut tx, id).await?;
    // What was handed over without being saved here is what was known when it was submitted.
    let submitted_at = first_submission(&work.fact.events).map(|event| event.at);
    let numbers = match &saved {
        Some(row) => row.numbers()?,
        None => {
            let asof = submitted_at.unwrap_or_else(|| service.now());
            draft_of(&Ledger::new(&known.facts, asof), &work)?
        }
    };
    let stage = work.stage()?;
    let preparing = stage == Stage::Preparing;
    let client = "SELECT name FROM client WHERE id = $1";
    Ok(ClosingReport {
        handoff: id,
        version: work.row.version,
        client_name: scalar!(&mut tx, String, client, work.engagement.client)?,
        engagement_name: work.engagement.name.clone(),
        currency: known.facts.currency.clone(),
        producer_name: producer(&known.facts, &work),
        numbers: numbers.seen_by(actor.role, submitted_at.is_some()),
        saved: saved.is_some() || submitted_at.is_some(),
        text: saved.map_or_else(|| said_elsewhere(&work), |row| row.text()),
        visuals: visuals::of(&mut tx, id, work.engagement.id).await?,
        editable: preparing && may(actor, Action::Prepare(work.kind())).is_ok(),
        follow_up: match stage {
            Stage::Accepted => Some(follow_up(service, &mut tx, actor, &work).await?),
            _ => None,
        },
    })
}

/// The handoff, where it hands over a closing report.
pub(super) async fn closing(tx: &mut Tx, actor: &Actor, id: HandoffId) -> Result<Work> {
    let work = Work::load(tx, actor, id).await?;
    match work.kind() {
        HandoffKind::ProductionToSales => Ok(work),
        _ => Err(Error::NotFound("closing report")),
    }
}

/// The handoff that `actor` saw at `version`, where it hands over a closing report that they may write now.
pub(super) async fn writable(
    tx: &mut Tx,
    actor: &Actor,
    id: HandoffId,
    version: i64,
) -> Result<Work> {
    let work = closing(tx, actor, id).await?;
    may(actor, Action::Prepare(work.kind()))?;
    if work.row.version != version {
        return Err(Error::stale("closing report"));
    }
    check_item(work.kind(), work.stage()?, Item::MarginData).map_err(Error::refused)?;
    Ok(work)
}

/// The numbers of this moment.
pub(super) fn draft_of(ledger: &Ledger, work: &Work) -> Result<Numbers> {
    draft(ledger, EngagementId(work.engagement.id)).ok_or(Error::NotFound("engagement"))
}

fn producer(facts: &domain::facts::Facts, work: &Work) -> Option<String> {
    let id = work.engagement.producer?;
    let found = facts.people.iter().find(|person| person.id.0 == id);
    found.map(|person| person.name.clone())
}

/// The texts of a report that came in as items: by import, or by the gate's dialog.
fn said_elsewhere(work: &Work) -> ReportText {
    let cases = Item::UseCasesForSales.name();
    let found = work.items.iter().find(|row| row.item == cases);
    ReportText {
        summary: String::new(),
        use_cases: found.map(|row| row.body.clone()).unwrap_or_default(),
    }
}

async fn follow_up(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &Work,
) -> Result<FollowUpOnPage> {
    let zone = service.calendar(tx).await?.zone;
    let now = FollowUpRow::of(tx, HandoffId(work.row.id)).await?;
    let manager = "SELECT name FROM person WHERE id = $1";
    let manager = optional!(tx, (String,), manager, work.engagement.account_manager)?;
    let sql = "SELECT id, name FROM contact WHERE client = $1 ORDER BY name, id";
    let contacts = all!(tx, (Uuid, String), sql, work.engagement.client)?;
    let named = |(id, name)| Named {
        id: ContactId(id),
        name,
    };
    Ok(FollowUpOnPage {
        nps_asked_on: now.nps_asked_at.map(|at| zone.day(at)),
        account_manager: manager.map(|(name,)| name),
        overdue: now.is_overdue(zone.day(service.now())),
        now,
        contacts: contacts.into_iter().map(named).collect(),
        editable: may(actor, Action::FollowUp).is_ok(),
    })
}
