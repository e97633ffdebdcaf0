//! What follows from a move, in its transaction (DOMAIN section 3).

use super::{
    Which, cards,
    open::{Opening, open},
    refresh::tell_of_others,
    work::Work,
};
use crate::{
    Error, Result, Service,
    db::{Tx, rows::PodRow},
    engagements, jobs,
};
use domain::{
    board::{HandoffCard, MoveHandoff},
    handoff::{HandoffEventKind, HandoffKind, undo::job_move},
    ids::*,
    policy::Actor,
    time::Instant,
};

/// What the log says of an engagement that got its pod.
pub(super) const ASSIGNED: &str = "assigned a pod to";

/// What it says of the engagement's other handoffs, whose cards show the pod and its people.
pub(super) const POD_OF: &str = "changed the pod of";

/// Carries out what follows from `event` having happened to the handoff.
pub(super) async fn apply(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    command: &MoveHandoff,
    (event, at): (HandoffEventKind, Instant),
) -> Result<()> {
    use HandoffKind::*;
    match (work.kind(), event) {
        (SalesToProduction, HandoffEventKind::Accepted) => {
            request_pod(service, tx, actor, work).await
        }
        (ProductionToGenerative, HandoffEventKind::Accepted) => {
            assign_pod(service, tx, actor, work, command.pod).await
        }
        (ProductionToSales, HandoffEventKind::Accepted) => {
            engagements::announce(service, tx, actor, &work.engagement, "closed").await
        }
        (GenerativeToProduction, event) => move_job(service, tx, actor, work, event, at).await,
        _ => Ok(()),
    }
}

/// H1 accepted: Production requests the pod, needed when the engagement starts.
async fn request_pod(service: &Service, tx: &mut Tx, actor: &Actor, work: &Work) -> Result<()> {
    let opening = Opening {
        kind: HandoffKind::ProductionToGenerative,
        engagement: &work.engagement,
        job: None,
        needed_on: Some(work.engagement.starts_on),
        usual: None,
    };
    open(service, tx, actor, opening).await.map(drop)
}

/// H2 accepted: the pod is assigned, and brings its people to places that are still empty.
async fn assign_pod(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    chosen: Option<PodId>,
) -> Result<()> {
    let Some(pod) = chosen.or(work.engagement.pod.map(PodId)) else {
        return Err(Error::invalid(
            "pod",
            "Choose the pod that works on this engagement.",
        ));
    };
    let pod = PodRow::by_id(tx, pod.0)
        .await?
        .ok_or(Error::NotFound("pod"))?;
    let others = others(tx, work).await?;
    let engagement = &mut work.engagement;
    engagement.pod = Some(pod.id);
    engagement.account_manager = engagement.account_manager.or(pod.account_manager);
    engagement.producer = engagement.producer.or(pod.producer);
    engagement.backup = engagement.backup.or(pod.backup);
    engagement.save(tx).await?;
    engagements::announce(service, tx, actor, engagement, ASSIGNED).await?;
    tell_of_others(service, tx, actor, others, POD_OF).await
}

/// The other open handoffs of the engagement, as they are now.
pub(super) async fn others(tx: &mut Tx, work: &Work) -> Result<(Which, Vec<HandoffCard>)> {
    let which = Which::OpenOf(EngagementId(work.engagement.id));
    let mut others = cards(tx, which).await?;
    others.retain(|card| card.id.0 != work.row.id);
    Ok((which, others))
}

/// H3: its job goes to QC, back into production, or to the client.
async fn move_job(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    event: HandoffEventKind,
    at: Instant,
) -> Result<()> {
    let Some(kind) = job_move(work.kind(), event) else {
        return Ok(());
    };
    match &mut work.job {
        Some(job) if kind.target() != Some(job.state()?) => {
            jobs::record_at(service, tx, actor, job, (kind, at), String::new()).await
        }
        _ => Ok(()),
    }
}
