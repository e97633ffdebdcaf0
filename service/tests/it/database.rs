//! A database of its own for each test, of either kind. Postgres is tried where
//! `BATON_TEST_POSTGRES_URL` names a server on which databases may be made; `script/test` starts one.

use crate::agency::Agency;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};
use std::future::Future;
use tempfile::TempDir;

/// An empty database that goes when this goes.
pub struct Database {
    /// Its kind, for messages.
    pub name: &'static str,
    /// Where it is.
    pub url: String,
    /// A folder of the test's own.
    pub folder: TempDir,
    _dropped: Option<Dropped>,
}

/// Runs `test` on a fresh agency on each database.
pub async fn on_both<F, T>(test: F)
where
    F: Fn(Agency) -> T,
    T: Future<Output = ()>,
{
    for database in both().await {
        test(Agency::new(&database.url).await).await;
    }
}

/// One of each kind.
pub async fn both() -> Vec<Database> {
    let mut all = vec![sqlite()];
    match std::env::var("BATON_TEST_POSTGRES_URL") {
        Ok(server) => all.push(postgres(&server).await),
        Err(_) => eprintln!("skipped on Postgres: BATON_TEST_POSTGRES_URL is not set"),
    }
    all
}

/// One in SQLite.
pub fn sqlite() -> Database {
    let folder = TempDir::new().unwrap();
    let url = format!("sqlite://{}", folder.path().join("baton.db").display());
    Database {
        name: "SQLite",
        url,
        folder,
        _dropped: None,
    }
}

async fn postgres(server: &str) -> Database {
    let name = format!("baton_test_{:016x}", rand::random::<u64>());
    run(server, format!("CREATE DATABASE {name}")).await;
    let (base, _) = server.rsplit_once('/').unwrap();
    Database {
        name: "Postgres",
        url: format!("{base}/{name}"),
        folder: TempDir::new().unwrap(),
        _dropped: Some(Dropped {
            server: server.to_owned(),
            name,
        }),
    }
}

/// A database of a Postgres server that goes when this goes.
struct Dropped {
    server: String,
    name: String,
}

impl Drop for Dropped {
    /// On a thread of its own: the test's runtime cannot wait for itself.
    fn drop(&mut self) {
        let sql = format!("DROP DATABASE {} WITH (FORCE)", self.name);
        let server = self.server.clone();
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build();
            runtime.unwrap().block_on(run(&server, sql));
        });
        let gone = dropping.join().is_ok();
        assert!(
            gone || std::thread::panicking(),
            "the test's database stays"
        );
    }
}

async fn run(server: &str, sql: String) {
    let mut connection = PgConnection::connect(server).await.unwrap();
    connection.execute(AssertSqlSafe(sql)).await.unwrap();
    connection.close().await.unwrap();
}
