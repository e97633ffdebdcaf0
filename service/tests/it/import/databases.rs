//! An empty Baton on each database. Postgres is tried where `BATON_TEST_POSTGRES_URL` names a server
//! on which databases may be made; `script/test` starts one.

use chrono::{TimeZone as _, Utc};
use domain::{facts::Facts, policy::Actor};
use service::{FixedClock, Service};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};
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
    _database: Option<Dropped>,
}

/// A database of a Postgres server that goes when this goes.
struct Dropped {
    server: String,
    name: String,
}

impl Drop for Dropped {
    /// On a thread of its own: the test's runtime cannot wait for itself.
    fn drop(&mut self) {
        let (server, sql) = (
            self.server.clone(),
            format!("DROP DATABASE {} WITH (FORCE)", self.name),
        );
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(run(&server, sql));
        });
        assert!(
            dropping.join().is_ok() || std::thread::panicking(),
            "the test's database stays"
        );
    }
}

async fn run(server: &str, sql: String) {
    let mut connection = PgConnection::connect(server).await.unwrap();
    connection.execute(AssertSqlSafe(sql)).await.unwrap();
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
    open("SQLite", &url, folder, None).await
}

async fn postgres(server: &str) -> Empty {
    let name = format!("baton_test_{}", Uuid::now_v7().simple());
    run(server, format!("CREATE DATABASE {name}")).await;
    let (base, _) = server.rsplit_once('/').unwrap();
    let url = format!("{base}/{name}");
    let dropped = Dropped {
        server: server.to_owned(),
        name,
    };
    open("Postgres", &url, TempDir::new().unwrap(), Some(dropped)).await
}

async fn open(name: &'static str, url: &str, folder: TempDir, database: Option<Dropped>) -> Empty {
    let now = Utc.with_ymd_and_hms(2026, 11, 23, 19, 0, 0).unwrap();
    let clock = Arc::new(FixedClock::at(now));
    let service = Service::open(url, folder.path(), clock).await.unwrap();
    Empty {
        name,
        service,
        _folder: folder,
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
