//! Signing a SOW.

use super::announce;
use crate::{
    Error, Result, Service,
    db::{
        Tx,
        rows::{ClientRow, EngagementRow, PersonRow, PodRow},
    },
    handoffs::{self, Opening},
};
use domain::{
    engagement::{SignEngagement, check_terms},
    handoff::HandoffKind,
    ids::*,
    policy::{Action, Actor, may},
    text::FullName,
};

/// Signs an engagement; its H1 (Sales → Production) is opened with it.
///
/// # Errors
/// When the role may not, the terms do not hold together, or somebody in them is unknown.
pub async fn sign(
    service: &Service,
    actor: &Actor,
    command: SignEngagement,
) -> Result<EngagementId> {
    may(actor, Action::SignEngagement)?;
    let name: FullName = command
        .name
        .parse()
        .map_err(|bad| Error::invalid("name", bad))?;
    check_terms(&command, service.now()).map_err(|bad| Error::invalid(bad.field(), bad))?;
    let mut tx = service.db().write().await?;
    check_known(&mut tx, &command).await?;
    let id = service.id();
    let row = EngagementRow {
        id,
        key: id.to_string(),
        client: command.client.0,
        name: name.into(),
        sow_signed_at: command.sow_signed_at,
        monthly_fee: command.monthly_fee.0,
        starts_on: command.starts_on,
        ends_on: command.ends_on,
        account_manager: command.account_manager.map(|id| id.0),
        producer: command.producer.map(|id| id.0),
        backup: command.backup.map(|id| id.0),
        pod: command.pod.map(|id| id.0),
        version: 1,
    };
    EngagementRow::insert(&mut tx, std::slice::from_ref(&row)).await?;
    announce(service, &mut tx, actor, &row, "signed").await?;
    let opening = Opening {
        kind: HandoffKind::SalesToProduction,
        engagement: &row,
        job: None,
        needed_on: None,
        usual: command.usual,
    };
    handoffs::open(service, &mut tx, actor, opening).await?;
    service.commit(tx).await?;
    Ok(EngagementId(id))
}

async fn check_known(tx: &mut Tx, command: &SignEngagement) -> Result<()> {
    if ClientRow::by_id(tx, command.client.0).await?.is_none() {
        return Err(Error::NotFound("client"));
    }
    for person in [command.account_manager, command.producer, command.backup]
        .into_iter()
        .flatten()
    {
        if PersonRow::by_id(tx, person.0).await?.is_none() {
            return Err(Error::NotFound("person"));
        }
    }
    if let Some(pod) = command.pod
        && PodRow::by_id(tx, pod.0).await?.is_none()
    {
        return Err(Error::NotFound("pod"));
    }
    Ok(())
}
