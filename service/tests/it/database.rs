//! A database of its own for each test, of either kind.

use crate::agency::Agency;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};
use std::future::Future;

/// Runs `test` on a fresh agency in SQLite and, where there is one, in Postgres.
pub async fn on_both<F, T>(test: F)
where
    F: Fn(Agency) -> T,
    T: Future<Output = ()> + Send + 'static,
{
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("baton.db").display());
    test(Agency::new(url, folder.path()).await).await;
    match std::env::var("BATON_TEST_POSTGRES_URL") {
        Ok(server) => on_postgres(&server, folder.path(), test).await,
        Err(_) => eprintln!("skipped on Postgres: BATON_TEST_POSTGRES_URL is not set"),
    }
}

async fn on_postgres<F, T>(server: &str, folder: &std::path::Path, test: F)
where
    F: Fn(Agency) -> T,
    T: Future<Output = ()> + Send + 'static,
{
    let name = format!("baton_test_{:016x}", rand::random::<u64>());
    run(server, format!("CREATE DATABASE {name}")).await;
    let (base, _) = server.rsplit_once('/').unwrap();
    let agency = Agency::new(format!("{base}/{name}"), folder).await;
    let outcome = tokio::spawn(test(agency)).await;
    run(server, format!("DROP DATABASE {name} WITH (FORCE)")).await;
    outcome.unwrap();
}

async fn run(server: &str, sql: String) {
    let mut connection = PgConnection::connect(server).await.unwrap();
    connection.execute(AssertSqlSafe(sql)).await.unwrap();
    connection.close().await.unwrap();
}
