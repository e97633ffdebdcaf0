//! A package as its handoff's page and its engagement's page show it.

use super::{
    begin::sow_package,
    bookings, brand,
    margin_target::margin_target,
    people::{engaged, everybody},
    settle::terms,
    store,
};
use crate::{
    Result, Service,
    db::{Tx, all, optional},
    facts::Agency,
    handoffs::Work,
};
use chrono::{DateTime, Utc};
use domain::{
    handoff::{HandoffEventKind, HandoffKind, Stage},
    ids::*,
    money::Cents,
    package::{PackagePage, PersonLoad, Section, SignatureCorrection, Sow, gaps, monday},
    people::Person,
    policy::{Action, Actor, may},
    time::Day,
};
use uuid::Uuid;

/// The package of a handoff; none where its items are texts.
pub(crate) async fn page(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &Work,
) -> Result<Option<Box<PackagePage>>> {
    let kind = work.kind();
    if Section::of(kind).is_empty() {
        return Ok(None);
    }
    let Agency { calendar, currency } = Agency::load(tx).await?;
    let today = calendar.zone.day(service.now());
    let (everybody, terms) = (everybody(tx).await?, terms(&calendar.zone, work));
    let mut package = store::load(tx, work.row.id).await?;
    let required = kind.required().iter();
    let gaps = required
        .map(|item| (*item, gaps(kind, *item, &package, &terms)))
        .collect();
    // An answer that was taken back is none.
    let answers = match work.row.answered_at {
        Some(_) => store::answers(tx, work.row.id).await?,
        None => Vec::new(),
    };
    let sees_fees = may(actor, Action::SeeFees).is_ok();
    if !sees_fees {
        package.budget = Vec::new();
        package.sow = Sow {
            value: None,
            ..package.sow
        };
    }
    let choosing = writes(actor, work)?.then_some(today);
    Ok(Some(Box::new(PackagePage {
        people: engaged(&everybody, &package, &answers, choosing),
        gaps,
        fee: sees_fees.then_some((Cents(work.engagement.monthly_fee), currency)),
        margin_target: margin_target(tx, today).await?,
        signed_at: work.engagement.sow_signed_at,
        corrections: corrections(tx, work.row.engagement).await?,
        load: load(tx, work, &everybody, today).await?,
        load_from: monday(today),
        brand: brand::around(tx, work, &package.brand).await?,
        onboarding_seconds: onboarding(tx, work).await?,
        today,
        package,
        terms,
        answers,
    })))
}

/// The scope of an engagement: what its SOW package says.
pub(crate) async fn of_engagement(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    id: EngagementId,
) -> Result<Option<Box<PackagePage>>> {
    let Some(handoff) = sow_package(tx, id.0).await? else {
        return Ok(None);
    };
    let work = Work::load(tx, actor, HandoffId(handoff)).await?;
    page(service, tx, actor, &work).await
}

/// Whether the actor writes lines that name people: as the sender while preparing, or answering a request.
fn writes(actor: &Actor, work: &Work) -> Result<bool> {
    let action = match work.stage()? {
        Stage::Preparing => Action::Prepare(work.kind()),
        Stage::Submitted | Stage::InReview => {
            Action::Handoff(work.kind(), HandoffEventKind::AvailabilityAnswered)
        }
        Stage::Accepted => return Ok(false),
    };
    Ok(may(actor, action).is_ok())
}

async fn load(
    tx: &mut Tx,
    work: &Work,
    everybody: &[Person],
    today: Day,
) -> Result<Vec<PersonLoad>> {
    let open =
        work.kind() == HandoffKind::ProductionToGenerative && work.stage()? != Stage::Accepted;
    if !open {
        return Ok(Vec::new());
    }
    bookings::of_generative(tx, everybody, today).await
}

/// From the signature to the first accepted pod request; of a pod request, where that is this one.
async fn onboarding(tx: &mut Tx, work: &Work) -> Result<Option<i64>> {
    let sql = "SELECT id, accepted_at FROM handoff WHERE engagement = $1 AND kind = 2 AND accepted_at IS NOT NULL
               ORDER BY accepted_at, id LIMIT 1";
    let first = optional!(tx, (Uuid, DateTime<Utc>), sql, work.row.engagement)?;
    let is_request = work.kind() == HandoffKind::ProductionToGenerative;
    let ended = first.filter(|(id, _)| !is_request || *id == work.row.id);
    Ok(ended.map(|(_, at)| (at - work.engagement.sow_signed_at).num_seconds()))
}

#[derive(sqlx::FromRow)]
struct CorrectionRow {
    at: DateTime<Utc>,
    name: Option<String>,
    was: DateTime<Utc>,
    becomes: DateTime<Utc>,
    reason: String,
}

async fn corrections(tx: &mut Tx, engagement: Uuid) -> Result<Vec<SignatureCorrection>> {
    let sql = "SELECT s.at, u.name, s.was, s.becomes, s.reason FROM signature_correction s
               LEFT JOIN user_account u ON u.id = s.actor_user WHERE s.engagement = $1 ORDER BY s.seq";
    let rows = all!(tx, CorrectionRow, sql, engagement)?;
    let correction = |row: CorrectionRow| SignatureCorrection {
        at: row.at,
        by: row.name,
        was: row.was,
        becomes: row.becomes,
        reason: row.reason,
    };
    Ok(rows.into_iter().map(correction).collect())
}
