//! An empty Baton on each database. Postgres is tried where `BATON_TEST_POSTGRES_URL` names a server
//! on which databases may be made; `script/test` starts one.

use chrono::{TimeZone as _, Utc};
use domain::{facts::Facts, policy::Actor};
use service::{FixedClock, Service};
use sqlx::{Connection as _, Executor as _, PgConnection};
use std::sync::Arc;
use tempfile::TempDir;
use uuid::Uuid;

/// Baton with an empty database.
pub struct Empty {
    /// Its name, for messages.
    pub name: &'static str,
    /// Baton.
    pub service: Service,
    _folder: TempDir,
}

/// One on each database.
pub async fn both() -> Vec<Empty> {
    let mut all = vec![sqlite().await];
    if let Ok(server) = std::env::var("BATON_TEST_POSTGRES_URL") {
        all.push(postgres(&server).await);
    }
    all
}

/// One on SQLite.
pub async fn sqlite() -> Empty {
    let folder = TempDir::new().unwrap();
    let url = format!("sqlite://{}", folder.path().join("baton.db").display());
    open("SQLite", &url, folder).await
}

async fn postgres(server: &str) -> Empty {
    let name = format!("import_{}", Uuid::from_u128(rand::random()).simple());
    let mut connection = PgConnection::connect(server).await.unwrap();
    let create = format!("CREATE DATABASE {name}");
    connection
        .execute(sqlx::AssertSqlSafe(create))
        .await
        .unwrap();
    let (base, _) = server.rsplit_once('/').unwrap();
    open(
        "Postgres",
        &format!("{base}/{name}"),
        TempDir::new().unwrap(),
    )
    .await
}

async fn open(name: &'static str, url: &str, folder: TempDir) -> Empty {
    let now = Utc.with_ymd_and_hms(2026, 11, 23, 19, 0, 0).unwrap();
    let clock = Arc::new(FixedClock::at(now));
    let service = Service::open(url, folder.path(), clock).await.unwrap();
    Empty {
        name,
        service,
        _folder: folder,
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
