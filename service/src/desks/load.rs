//! Reading a desk.

use crate::{
    Error, Result, Service,
    db::{Tx, all, rows::PersonRow},
    handoffs::{Which, cards},
};
use domain::{
    desk::{Desk, DeskSeat, Place, Seat, SeatOf, Taker},
    engagement::Named,
    ids::*,
    people::Person,
    time::Day,
};
use uuid::Uuid;

/// The desk of a person.
pub(super) async fn desk(service: &Service, tx: &mut Tx, person: PersonId) -> Result<Desk> {
    let today = service.calendar(tx).await?.zone.day(service.now());
    let row = PersonRow::by_id(tx, person.0).await?;
    let name = row.ok_or(Error::NotFound("person"))?.name;
    let mut seats = of_engagements(tx, person).await?;
    seats.extend(of_pods(tx, person).await?);
    Ok(Desk {
        person: Named { id: person, name },
        seats,
        handoffs: handoffs(tx, person).await?,
        people: takers(tx, person, today).await?,
    })
}

#[derive(sqlx::FromRow)]
struct EngagementSeats {
    id: Uuid,
    name: String,
    client_name: String,
    account_manager: Option<Uuid>,
    producer: Option<Uuid>,
    backup: Option<Uuid>,
}

/// The places in engagements that are not closed.
async fn of_engagements(tx: &mut Tx, person: PersonId) -> Result<Vec<DeskSeat>> {
    let sql = "SELECT e.id, e.name, c.name AS client_name, e.account_manager, e.producer, e.backup
               FROM engagement e JOIN client c ON c.id = e.client
               WHERE (e.account_manager = $1 OR e.producer = $1 OR e.backup = $1)
               AND NOT EXISTS (SELECT 1 FROM handoff h WHERE h.engagement = e.id AND h.kind = 4 AND h.stage = 'accepted')
               ORDER BY c.name, e.name, e.id";
    let mut seats = Vec::new();
    for row in all!(tx, EngagementSeats, sql, person.0)? {
        let places = [
            (Place::AccountManager, row.account_manager, None),
            (Place::Producer, row.producer, row.backup),
            (Place::Backup, row.backup, row.producer),
        ];
        for (place, holder, other) in places {
            if holder == Some(person.0) {
                let of = SeatOf::Engagement(EngagementId(row.id));
                seats.push(DeskSeat {
                    seat: Seat { of, place },
                    name: row.name.clone(),
                    client: row.client_name.clone(),
                    other: other.map(PersonId),
                });
            }
        }
    }
    Ok(seats)
}

#[derive(sqlx::FromRow)]
struct PodSeats {
    id: Uuid,
    name: String,
    account_manager: Option<Uuid>,
    producer: Option<Uuid>,
    backup: Option<Uuid>,
    is_member: bool,
}

async fn of_pods(tx: &mut Tx, person: PersonId) -> Result<Vec<DeskSeat>> {
    let sql = "SELECT p.id, p.name, p.account_manager, p.producer, p.backup,
                      EXISTS (SELECT 1 FROM pod_member m WHERE m.pod = p.id AND m.person = $1) AS is_member
               FROM pod p ORDER BY p.name, p.id";
    let mut seats = Vec::new();
    for row in all!(tx, PodSeats, sql, person.0)? {
        let holds = |holder: Option<Uuid>| holder == Some(person.0);
        let places = [
            (Place::AccountManager, holds(row.account_manager), None),
            (Place::Producer, holds(row.producer), row.backup),
            (Place::Backup, holds(row.backup), row.producer),
            (Place::Member, row.is_member, None),
        ];
        for (place, _, other) in places.into_iter().filter(|(_, holds, _)| *holds) {
            let of = SeatOf::Pod(PodId(row.id));
            seats.push(DeskSeat {
                seat: Seat { of, place },
                name: row.name.clone(),
                client: String::new(),
                other: other.map(PersonId),
            });
        }
    }
    Ok(seats)
}

async fn handoffs(tx: &mut Tx, person: PersonId) -> Result<Vec<Named<HandoffId>>> {
    let open = cards(tx, Which::Open).await?.into_iter();
    let held = open.filter(|card| card.holder == Some(person));
    let named = held.map(|card| Named {
        id: card.id,
        name: format!("{} · {}", card.client_name, card.title),
    });
    Ok(named.collect())
}

/// Everybody else who is there.
async fn takers(tx: &mut Tx, person: PersonId, today: Day) -> Result<Vec<Taker>> {
    let rows = all!(tx, PersonRow, "SELECT * FROM person ORDER BY name, id")?;
    let people = rows
        .iter()
        .map(PersonRow::person)
        .collect::<Result<Vec<Person>>>()?;
    let there = people
        .into_iter()
        .filter(|one| one.id != person && one.left_on.is_none_or(|left| left > today));
    let taker = |one: Person| Taker {
        id: one.id,
        produces: one.is_producer(),
        name: one.name,
        department: one.department,
    };
    Ok(there.map(taker).collect())
}
