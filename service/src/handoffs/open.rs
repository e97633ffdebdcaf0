//! Opening a handoff.

use super::{position, save::announce, work::Work};
use crate::{
    Result, Service,
    db::{
        Tx,
        rows::{Author, EngagementRow, HandoffEventRow, HandoffItemRow, HandoffRow},
    },
    derive, jobs,
    packages::begin,
};
use domain::{
    facts::HandoffFact,
    handoff::{HandoffEvent, HandoffEventKind, HandoffKind, Stage},
    ids::*,
    package::{EngagementType, Section},
    policy::Actor,
    time::Day,
};

/// What is opened.
pub(crate) struct Opening<'a> {
    pub kind: HandoffKind,
    pub engagement: &'a EngagementRow,
    /// The job whose deliverable is handed over; H3 only.
    pub job: Option<&'a jobs::Work>,
    /// H2 only.
    pub needed_on: Option<Day>,
    /// The kind of engagement whose usual lines the package begins with; H1 only.
    pub usual: Option<EngagementType>,
}

/// Opens a handoff: it is in preparation, with what its package begins with, at the end of its column.
pub(crate) async fn open(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    opening: Opening<'_>,
) -> Result<HandoffId> {
    let calendar = service.calendar(tx).await?;
    let fact = fact(service, &opening);
    let mut row = row(tx, &fact).await?;
    let job = opening
        .job
        .map(|job| domain::job::clock(&calendar, &job.fact));
    derive::handoff(&mut row, &fact, &opening.engagement.fact(), job, &calendar)?;
    HandoffRow::insert(tx, std::slice::from_ref(&row)).await?;
    HandoffItemRow::insert(tx, &derive::items(row.id, &fact)).await?;
    let events = fact.events.iter().zip(1..);
    let events: Vec<_> = events
        .map(|(event, seq)| HandoffEventRow::new(row.id, seq, event, Author::from(actor)))
        .collect();
    HandoffEventRow::insert(tx, &events).await?;
    if !Section::of(fact.kind).is_empty() {
        let mut work = Work::load(tx, actor, fact.id).await?;
        begin(service, tx, actor, &mut work, opening.usual).await?;
    }
    announce(service, tx, actor, fact.id, "opened").await?;
    Ok(fact.id)
}

fn fact(service: &Service, opening: &Opening<'_>) -> HandoffFact {
    let (id, now) = (service.id(), service.now());
    let opened = HandoffEvent {
        at: now,
        kind: HandoffEventKind::Opened,
        waived: Vec::new(),
        case_study: false,
        reason: String::new(),
        recorded_at: now,
    };
    HandoffFact {
        id: HandoffId(id),
        key: id.to_string(),
        kind: opening.kind,
        engagement: EngagementId(opening.engagement.id),
        job: opening.job.map(|job| job.fact.id),
        needed_on: opening.needed_on,
        events: vec![opened],
    }
}

async fn row(tx: &mut Tx, fact: &HandoffFact) -> Result<HandoffRow> {
    Ok(HandoffRow {
        id: fact.id.0,
        key: fact.key.clone(),
        kind: i64::from(fact.kind.number()),
        engagement: fact.engagement.0,
        job: fact.job.map(|id| id.0),
        needed_on: fact.needed_on,
        stage: Stage::Preparing.name().to_owned(),
        clock: String::new(),
        due_at: None,
        answered_at: None,
        accepted_at: None,
        returns: 0,
        case_study: false,
        withdrawn: false,
        stopped: false,
        position: position::at_end(tx, fact.kind, Stage::Preparing).await?,
        version: 1,
    })
}
