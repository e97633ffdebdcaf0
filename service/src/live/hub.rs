//! Wakes those who wait for changes, on this node and, with Postgres, on the others.

use crate::db::{Db, dialect};
use std::sync::Arc;
use tokio::{sync::watch, task::JoinHandle};

/// Tells its subscribers that there are changes up to a number. They read them from the log when
/// they come to it: one who is slow misses wake-ups, but no change, and holds up nobody.
#[derive(Debug)]
pub struct Hub {
    latest: Arc<watch::Sender<i64>>,
    listener: Option<JoinHandle<()>>,
}

impl Hub {
    /// Starts to listen to the other nodes, where there can be any.
    pub(crate) fn start(db: &Db) -> Self {
        let latest = Arc::new(watch::Sender::new(0));
        let listener = match db {
            Db::Sqlite { .. } => None,
            Db::Postgres(pool) => {
                let (pool, latest) = (pool.clone(), latest.clone());
                Some(tokio::spawn(dialect::listen(pool, move |seq| {
                    raise(&latest, seq)
                })))
            }
        };
        Self { latest, listener }
    }

    /// Tells all that there are changes up to `seq`.
    pub(crate) fn wake(&self, seq: i64) {
        raise(&self.latest, seq);
    }

    /// A subscription: `changed().await` on it waits for the next change. The value is the number of the latest
    /// change that this node heard of; 0 before the first.
    pub fn changed(&self) -> watch::Receiver<i64> {
        self.latest.subscribe()
    }
}

impl Drop for Hub {
    fn drop(&mut self) {
        if let Some(listener) = &self.listener {
            listener.abort();
        }
    }
}

/// Raises the number, and wakes in any case: a number may have been skipped while the connection was away.
fn raise(latest: &watch::Sender<i64>, seq: i64) {
    latest.send_modify(|latest| *latest = seq.max(*latest));
}
