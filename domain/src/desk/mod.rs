//! A person's desk: the places they hold in open engagements and in pods, and passing all of them on in one step.
//! Open handoffs and jobs follow: who holds them is derived from these places.

mod plan;
mod seat;

pub use plan::{PassPlan, Receives, RefusedPass, plan};
pub use seat::{NotASeat, Place, Seat, SeatOf};

use crate::{engagement::Named, ids::*, people::Department};
use serde::{Deserialize, Serialize};

/// Everything that somebody holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Desk {
    /// Whose it is.
    pub person: Named<PersonId>,
    /// The places, by client and name.
    pub seats: Vec<DeskSeat>,
    /// Open handoffs that wait for them, by title.
    pub handoffs: Vec<Named<HandoffId>>,
    /// Who could take places: everybody else who is there.
    pub people: Vec<Taker>,
}

impl Desk {
    /// Those who could take a place, by name.
    pub fn takers(&self, seat: &DeskSeat) -> Vec<&Taker> {
        let fits = |taker: &&Taker| taker.fits(seat.seat.place);
        self.people.iter().filter(fits).collect()
    }
}

/// One place that somebody holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskSeat {
    /// Which.
    pub seat: Seat,
    /// The engagement's or the pod's name.
    pub name: String,
    /// Whose engagement it is; empty for a pod.
    pub client: String,
    /// The engagement's producer, for a backup's place, or its backup, for a producer's.
    pub other: Option<PersonId>,
}

impl DeskSeat {
    /// As a list names it: "Producer of Spring films (Acme)".
    pub fn words(&self) -> String {
        let of = format!("{} of {}", self.seat.place.words(), self.name);
        match self.client.as_str() {
            "" => of,
            client => format!("{of} ({client})"),
        }
    }
}

/// Somebody who could take a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taker {
    /// Who.
    pub id: PersonId,
    /// Full name.
    pub name: String,
    /// The department.
    pub department: Option<Department>,
    /// Whether the title is Producer.
    pub produces: bool,
}

impl Taker {
    /// Whether they could hold such a place: producers are backed up by producers, and each department keeps its own.
    pub fn fits(&self, place: Place) -> bool {
        match place {
            Place::AccountManager => self.department == Some(Department::Sales),
            Place::Producer | Place::Backup => self.produces,
            Place::Member => self.department == Some(Department::Generative),
        }
    }
}

/// What a receiver is told, as the change log keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passed {
    /// Whose desk it was.
    pub from: Named<PersonId>,
    /// The places that went to the receiver, in words.
    pub seats: Vec<String>,
    /// What the one who passed it on says.
    pub note: String,
}

impl Passed {
    /// How much it is: "1 place", "3 places".
    pub fn counted(&self) -> String {
        match self.seats.len() {
            1 => "1 place".to_owned(),
            many => format!("{many} places"),
        }
    }
}

/// Passing a desk on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassDesk {
    /// Whose.
    pub person: PersonId,
    /// Who takes each place.
    pub to: Vec<(Seat, PersonId)>,
    /// What each receiver is told.
    pub notes: Vec<(PersonId, String)>,
}
