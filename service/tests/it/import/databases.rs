//! An empty Baton on each database.

use crate::database::{self, Database};
use chrono::{TimeZone as _, Utc};
use domain::{facts::Facts, policy::Actor};
use service::{FixedClock, Service};
use std::sync::Arc;

/// Baton with an empty database.
pub struct Empty {
    /// The kind of its database, for messages.
    pub name: &'static str,
    /// Baton.
    pub service: Service,
    _database: Database,
}

/// One on each database.
pub async fn both() -> Vec<Empty> {
    let mut all = Vec::new();
    for database in database::both().await {
        all.push(open(database).await);
    }
    all
}

/// One on SQLite.
pub async fn sqlite() -> Empty {
    open(database::sqlite()).await
}

async fn open(database: Database) -> Empty {
    let now = Utc.with_ymd_and_hms(2026, 11, 23, 19, 0, 0).unwrap();
    let clock = Arc::new(FixedClock::at(now));
    let service = Service::open(&database.url, database.folder.path(), clock).await;
    Empty {
        name: database.name,
        service: service.unwrap(),
        _database: database,
    }
}

/// Who imports.
pub fn importer() -> Actor {
    Actor::system("Import")
}

/// What a database knows.
pub async fn facts(service: &Service) -> Facts {
    let mut tx = service.db().read().await.unwrap();
    service::facts::load(&mut tx).await.unwrap()
}
