//! First passes and retakes: what is known of each verdict, and what they come to.

use crate::{
    Result, Service,
    db::{
        Tx, all,
        rows::{HandoffEventRow, standing},
    },
    facts,
};
use chrono::{DateTime, Utc};
use domain::{
    ids::*,
    metrics::Ledger,
    policy::{Action, Actor, may},
    quality::{self, Judged, QualityQuestion, QualitySheet},
};
use std::collections::HashMap;
use uuid::Uuid;

/// First passes and retakes by workflow, maker and reason, for what a URL's query asks.
///
/// # Errors
/// When the actor may not see them.
pub async fn sheet(service: &Service, actor: &Actor, query: &str) -> Result<QualitySheet> {
    may(actor, Action::SeeQuality)?;
    let known = facts::current(service).await?;
    let facts = facts::visible(known.facts.clone(), actor);
    let mut tx = service.db().read().await?;
    let judged = judged(&mut tx).await?;
    let ledger = Ledger::new(&facts, service.now());
    let question = QualityQuestion::parse(query);
    Ok(quality::sheet(&ledger, &judged, &question, known.seq))
}

/// A verdict on a version, as it is stored.
#[derive(sqlx::FromRow)]
struct VerdictRow {
    id: Uuid,
    handoff: Uuid,
    at: DateTime<Utc>,
    maker: Option<Uuid>,
}

/// What is known of the verdicts of each handoff, in the order of its history. Those of which no version is known (they
/// came with an import) were made by whoever submitted.
async fn judged(tx: &mut Tx) -> Result<HashMap<HandoffId, Vec<Judged>>> {
    let mut told = verdicts(tx).await?;
    let mut failed = failed(tx).await?;
    let sql = "SELECT e.* FROM handoff_event e JOIN handoff h ON h.id = e.handoff WHERE h.kind = 3
               ORDER BY e.handoff, e.seq";
    let mut judged: HashMap<HandoffId, Vec<Judged>> = HashMap::new();
    let mut submitter = None;
    for event in standing(all!(tx, HandoffEventRow, sql)?) {
        match event.kind.as_str() {
            "opened" => submitter = None,
            "submitted" => submitter = event.actor_person,
            "accepted" | "returned" => {
                let known = told
                    .get_mut(&event.handoff)
                    .and_then(|told| take_at(told, event.at));
                let maker = known.as_ref().and_then(|known| known.maker);
                let verdict = Judged {
                    maker: maker.or(submitter).map(PersonId),
                    failed: known
                        .and_then(|known| failed.remove(&known.id))
                        .unwrap_or_default(),
                };
                let of_handoff = judged.entry(HandoffId(event.handoff)).or_default();
                of_handoff.push(verdict);
            }
            _ => {}
        }
    }
    Ok(judged)
}

/// The first of some verdicts that was given at that time.
fn take_at(told: &mut Vec<VerdictRow>, at: DateTime<Utc>) -> Option<VerdictRow> {
    let place = told.iter().position(|verdict| verdict.at == at)?;
    Some(told.remove(place))
}

async fn verdicts(tx: &mut Tx) -> Result<HashMap<Uuid, Vec<VerdictRow>>> {
    let sql = "SELECT q.id, v.handoff, q.at, v.maker FROM qc_verdict q
               JOIN deliverable_version v ON v.id = q.version WHERE q.taken_back_at IS NULL
               ORDER BY q.at, v.number, q.id";
    let mut told: HashMap<Uuid, Vec<VerdictRow>> = HashMap::new();
    for row in all!(tx, VerdictRow, sql)? {
        told.entry(row.handoff).or_default().push(row);
    }
    Ok(told)
}

/// The lines that failed, by verdict.
async fn failed(tx: &mut Tx) -> Result<HashMap<Uuid, Vec<String>>> {
    let sql = "SELECT verdict, words FROM qc_mark WHERE NOT passed ORDER BY verdict, seq";
    let mut failed: HashMap<Uuid, Vec<String>> = HashMap::new();
    for (verdict, words) in all!(tx, (Uuid, String), sql)? {
        failed.entry(verdict).or_default().push(words);
    }
    Ok(failed)
}
