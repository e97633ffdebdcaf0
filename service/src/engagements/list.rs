//! Engagements as a list shows them.

use super::stages::handoffs_by_engagement;
use crate::{
    Result, Service,
    db::{Tx, all},
    facts::Agency,
};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    engagement::{EngagementRow, EngagementStage, Named},
    facts::HandoffFact,
    ids::*,
    money::Cents,
    policy::{Action, Actor, check_role, may},
    time::Day,
};
use std::collections::HashMap;
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    version: i64,
    name: String,
    client: Uuid,
    client_name: String,
    sow_signed_at: DateTime<Utc>,
    monthly_fee: i64,
    starts_on: NaiveDate,
    ends_on: Option<NaiveDate>,
    account_manager: Option<Uuid>,
    producer: Option<Uuid>,
    backup: Option<Uuid>,
    pod: Option<Uuid>,
    pod_name: Option<String>,
}

/// All engagements by client and name.
///
/// # Errors
/// When the actor may not open engagements.
pub async fn list(service: &Service, actor: &Actor) -> Result<Vec<EngagementRow>> {
    may(actor, Action::SeeEngagements)?;
    let mut tx = service.db().read().await?;
    let agency = Agency::load(&mut tx).await?;
    let today = agency.calendar.zone.day(service.now());
    rows(&mut tx, actor, &agency.currency, today).await
}

pub(super) async fn rows(
    tx: &mut Tx,
    actor: &Actor,
    currency: &str,
    today: Day,
) -> Result<Vec<EngagementRow>> {
    let sql = "SELECT e.*, c.name AS client_name, p.name AS pod_name FROM engagement e
               JOIN client c ON c.id = e.client LEFT JOIN pod p ON p.id = e.pod ORDER BY c.name, e.name, e.id";
    let rows = all!(tx, Row, sql)?;
    let people = all!(tx, (Uuid, String), "SELECT id, name FROM person")?;
    let people: HashMap<Uuid, String> = people.into_iter().collect();
    let handoffs = handoffs_by_engagement(tx).await?;
    let fees = check_role(actor.role, Action::SeeFees).is_ok();
    let rows = rows.into_iter();
    Ok(rows
        .map(|row| {
            let handoffs = handoffs.get(&row.id).map_or(&[][..], Vec::as_slice);
            shown(row, handoffs, &people, fees, currency, today)
        })
        .collect())
}

fn shown(
    row: Row,
    handoffs: &[HandoffFact],
    people: &HashMap<Uuid, String>,
    fees: bool,
    currency: &str,
    today: Day,
) -> EngagementRow {
    let person = |id: Option<Uuid>| {
        let id = id?;
        let name = people.get(&id)?.clone();
        Some(Named {
            id: PersonId(id),
            name,
        })
    };
    EngagementRow {
        id: EngagementId(row.id),
        version: row.version,
        stage: EngagementStage::of(handoffs, row.ends_on, today),
        name: row.name,
        client: Named {
            id: ClientId(row.client),
            name: row.client_name,
        },
        sow_signed_at: row.sow_signed_at,
        monthly_fee: fees.then_some(Cents(row.monthly_fee)),
        currency: currency.to_owned(),
        starts_on: row.starts_on,
        ends_on: row.ends_on,
        account_manager: person(row.account_manager),
        producer: person(row.producer),
        backup: person(row.backup),
        pod: row.pod.zip(row.pod_name).map(|(id, name)| Named {
            id: PodId(id),
            name,
        }),
    }
}
