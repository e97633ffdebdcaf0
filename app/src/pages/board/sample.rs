//! Cards for tests.

use domain::{
    board::HandoffCard,
    clock::Clock,
    handoff::{HandoffKind, Stage, gate::ItemState},
    ids::{ClientId, EngagementId, HandoffId},
    time::Instant,
};
use uuid::Uuid;

/// The kind of [`card`]s.
pub const KIND: HandoffKind = HandoffKind::SalesToProduction;

/// The id of a card by its number.
pub fn id(number: u128) -> HandoffId {
    HandoffId(Uuid::from_u128(number))
}

/// A complete SOW package; cards of higher numbers stand below.
pub fn card(number: u128, version: i64, stage: Stage) -> HandoffCard {
    of_kind(KIND, number, version, stage)
}

/// A complete package of that kind.
pub fn of_kind(kind: HandoffKind, number: u128, version: i64, stage: Stage) -> HandoffCard {
    let items = kind.required().iter();
    HandoffCard {
        id: id(number),
        version,
        kind,
        stage,
        position: format!("a{number:03}"),
        client: ClientId(Uuid::nil()),
        client_name: "Northwind".into(),
        engagement: EngagementId(Uuid::nil()),
        engagement_name: "Spring launch".into(),
        job: None,
        title: "Spring launch".into(),
        producer: None,
        producer_name: None,
        backup: None,
        backup_name: None,
        pod: None,
        holder: None,
        holder_name: None,
        items: items.map(|item| (*item, ItemState::Filled)).collect(),
        clock: Clock::unpromised(Instant::UNIX_EPOCH),
        next_clock: None,
        returns: 0,
        holder_left_on: None,
        withdrawn: false,
    }
}
