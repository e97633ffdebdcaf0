//! What the two databases say differently.

use super::tx::{Inner, Tx};
use crate::Result;
use sqlx::{PgPool, postgres::PgListener};
use std::time::Duration;

/// The advisory lock that writers take, so that they wait for each other.
const WRITER_LOCK: i64 = 0x0062_6174_6F6E; // "baton"

/// The channel on which nodes tell each other of changes.
const CHANNEL: &str = "baton_change";

/// Starts a reading transaction of Postgres that sees one moment.
pub(super) const PG_READ: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// Starts a writing transaction of SQLite: takes the write lock at once rather than at the first
/// write, where a reader that became a writer could be refused.
pub(super) const SQLITE_WRITE: &str = "BEGIN IMMEDIATE";

/// Makes this transaction the only one that may append to the log until it ends. SQLite has one writer anyway.
pub(super) async fn wait_for_turn(tx: &mut Tx) -> Result<()> {
    if let Inner::Postgres(tx) = tx.inner() {
        let lock = sqlx::query("SELECT pg_advisory_xact_lock($1)").bind(WRITER_LOCK);
        lock.execute(&mut **tx).await?;
    }
    Ok(())
}

/// Tells the other nodes of change `seq` once the transaction is committed.
pub(crate) async fn notify_nodes(tx: &mut Tx, seq: i64) -> Result<()> {
    if let Inner::Postgres(tx) = tx.inner() {
        let notify = sqlx::query("SELECT pg_notify($1, $2)")
            .bind(CHANNEL)
            .bind(seq.to_string());
        notify.execute(&mut **tx).await?;
    }
    Ok(())
}

/// Hears of the changes of all nodes, for ever. After a lost connection it says 0: look again.
pub(crate) async fn listen(pool: PgPool, heard: impl Fn(i64)) {
    loop {
        if let Err(error) = listen_once(&pool, &heard).await {
            tracing::warn!(%error, "listening to the other nodes; trying again");
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
        heard(0);
    }
}

async fn listen_once(pool: &PgPool, heard: &impl Fn(i64)) -> sqlx::Result<()> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    heard(0);
    while let Some(notification) = listener.try_recv().await? {
        heard(notification.payload().parse().unwrap_or_default());
    }
    Ok(())
}
