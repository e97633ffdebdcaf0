//! Passing a desk on.

use super::load::desk;
use crate::{
    Error, Result, Service,
    db::{
        Tx,
        rows::{EngagementRow, PodRow},
        run, scalar,
    },
    engagements,
    handoffs::{self, Which, cards},
    live::{self, Change},
};
use domain::{
    desk::{Desk, PassDesk, Passed, Place, Receives, Seat, SeatOf, plan},
    ids::PersonId,
    policy::{Action, Actor, may},
    text::Reason,
};
use uuid::Uuid;

/// What the log says of what went to another desk.
const PASSED_ON: &str = "passed on";

/// Passes on all that a person holds, and tells each receiver.
///
/// # Errors
/// When the actor may not, somebody was chosen who cannot take a place, a place has nobody, or the desk is not what
/// they saw; then nothing is passed on.
pub async fn pass(service: &Service, actor: &Actor, command: PassDesk) -> Result<()> {
    may(actor, Action::PassDesk(command.person))?;
    let mut tx = service.db().write().await?;
    let desk = desk(service, &mut tx, command.person).await?;
    let plan = plan(&desk, &command.to).map_err(Error::refused)?;
    let before = cards(&mut tx, Which::Open).await?;
    for receives in &plan.receivers {
        for held in &receives.seats {
            seat(
                service,
                &mut tx,
                actor,
                held.seat,
                (command.person, receives.person.id),
            )
            .await?;
        }
    }
    handoffs::tell_of_others(service, &mut tx, actor, (Which::Open, before), PASSED_ON).await?;
    for receives in &plan.receivers {
        tell(service, &mut tx, actor, (&desk, receives), &command.notes).await?;
    }
    service.commit(tx).await
}

async fn seat(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    seat: Seat,
    (from, to): (PersonId, PersonId),
) -> Result<()> {
    match seat.of {
        SeatOf::Engagement(id) => {
            let row = EngagementRow::by_id(tx, id.0).await?;
            let mut row = row.ok_or(Error::NotFound("engagement"))?;
            let places = (&mut row.account_manager, &mut row.producer, &mut row.backup);
            put(seat.place, to, places);
            row.save(tx).await?;
            engagements::announce(service, tx, actor, &row, PASSED_ON).await
        }
        SeatOf::Pod(id) if seat.place == Place::Member => member(tx, id.0, from, to).await,
        SeatOf::Pod(id) => {
            let row = PodRow::by_id(tx, id.0).await?;
            let mut row = row.ok_or(Error::NotFound("pod"))?;
            let places = (&mut row.account_manager, &mut row.producer, &mut row.backup);
            put(seat.place, to, places);
            row.save(tx).await?;
            tell_of_pod(service, tx, actor, &row).await
        }
    }
}

/// The account manager, the producer and the backup of something.
type Places<'a> = (
    &'a mut Option<Uuid>,
    &'a mut Option<Uuid>,
    &'a mut Option<Uuid>,
);

/// A backup who becomes the producer stands in for nobody any more.
fn put(place: Place, to: PersonId, (account_manager, producer, backup): Places<'_>) {
    match place {
        Place::AccountManager => *account_manager = Some(to.0),
        Place::Producer => {
            *producer = Some(to.0);
            backup.take_if(|backup| *backup == to.0);
        }
        Place::Backup => *backup = Some(to.0),
        Place::Member => {}
    }
}

/// Whoever is in the pod already takes no second place in it.
async fn member(tx: &mut Tx, pod: Uuid, from: PersonId, to: PersonId) -> Result<()> {
    let sql = "SELECT COUNT(*) FROM pod_member WHERE pod = $1 AND person = $2";
    if scalar!(tx, i64, sql, pod, to.0)? > 0 {
        let sql = "DELETE FROM pod_member WHERE pod = $1 AND person = $2";
        run!(tx, sql, pod, from.0)?;
    } else {
        let sql = "UPDATE pod_member SET person = $3 WHERE pod = $1 AND person = $2";
        run!(tx, sql, pod, from.0, to.0)?;
    }
    Ok(())
}

async fn tell_of_pod(service: &Service, tx: &mut Tx, actor: &Actor, row: &PodRow) -> Result<()> {
    let change = Change {
        client: None,
        entity: "pod",
        id: row.id.to_string(),
        version: row.version,
        action: PASSED_ON,
        body: row.fact(),
    };
    live::append(tx, actor, service.now(), change)
        .await
        .map(drop)
}

async fn tell(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    (desk, receives): (&Desk, &Receives),
    notes: &[(PersonId, String)],
) -> Result<()> {
    let note = notes.iter().find(|(to, _)| *to == receives.person.id);
    let note = note
        .map(|(_, note)| note.trim())
        .filter(|note| !note.is_empty());
    let note = note
        .map(str::parse::<Reason>)
        .transpose()
        .map_err(|bad| Error::invalid("notes", bad))?;
    let change = Change {
        client: None,
        entity: "desk",
        id: receives.person.id.to_string(),
        version: 0,
        action: PASSED_ON,
        body: Passed {
            from: desk.person.clone(),
            seats: receives.seats.iter().map(|held| held.words()).collect(),
            note: note.map(String::from).unwrap_or_default(),
        },
    };
    live::append(tx, actor, service.now(), change)
        .await
        .map(drop)
}
