//! Transactions.

use super::{Db, dialect};
use crate::Result;
use sqlx::{Postgres, Sqlite, Transaction};

/// A transaction; dropped without [`Tx::commit`], it leaves no trace.
#[derive(Debug)]
pub struct Tx {
    inner: Inner,
    /// The number of the last change that it appended to the log.
    last_change: Option<i64>,
}

/// The transaction of either database.
#[derive(Debug)]
pub(crate) enum Inner {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Db {
    /// Starts to read: all queries of the transaction see the same moment.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn read(&self) -> Result<Tx> {
        Ok(Tx::of(match self {
            Self::Sqlite { read, .. } => Inner::Sqlite(read.begin().await?),
            Self::Postgres(pool) => Inner::Postgres(pool.begin_with(dialect::PG_READ).await?),
        }))
    }

    /// Starts to write what the change log will tell of. It waits for its turn: there is one such
    /// writer at a time, on either database, so that changes become visible in the order of their
    /// numbers and a version that was looked at stays what it is until the commit.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn write(&self) -> Result<Tx> {
        let mut tx = self.write_apart().await?;
        dialect::wait_for_turn(&mut tx).await?;
        Ok(tx)
    }

    /// Starts to write what the change log does not tell of, such as sessions; on Postgres this waits
    /// for nobody.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn write_apart(&self) -> Result<Tx> {
        Ok(Tx::of(match self {
            Self::Sqlite { write, .. } => {
                Inner::Sqlite(write.begin_with(dialect::SQLITE_WRITE).await?)
            }
            Self::Postgres(pool) => Inner::Postgres(pool.begin().await?),
        }))
    }
}

impl Tx {
    fn of(inner: Inner) -> Self {
        Self {
            inner,
            last_change: None,
        }
    }

    pub(crate) fn inner(&mut self) -> &mut Inner {
        &mut self.inner
    }

    pub(crate) fn note_change(&mut self, seq: i64) {
        self.last_change = Some(seq);
    }

    pub(crate) fn last_change(&self) -> Option<i64> {
        self.last_change
    }

    /// Makes what was written stay. When this returns, it survives a crash.
    ///
    /// # Errors
    /// When the database could not; then nothing was written.
    pub async fn commit(self) -> Result<()> {
        match self.inner {
            Inner::Sqlite(tx) => tx.commit().await?,
            Inner::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }
}
