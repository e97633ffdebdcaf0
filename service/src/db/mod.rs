//! Storage: one SQL text, two databases.
//!
//! Everything runs in a [`Tx`]: a reading one sees one moment of the database however many queries
//! it makes, a writing one is alone (SQLite) or guarded by versions (Postgres).

pub(crate) mod dialect;
pub(crate) mod macros;
mod open;
pub mod rows;
pub(crate) mod tx;

pub(crate) use macros::{all, optional, run, scalar};
pub use open::OpenError;
pub use tx::Tx;

use sqlx::{PgPool, SqlitePool};

/// The database that Baton keeps everything in but files.
#[derive(Clone, Debug)]
pub enum Db {
    /// Embedded, in one file.
    Sqlite {
        /// Connections that only read.
        read: SqlitePool,
        /// The one connection that writes.
        write: SqlitePool,
    },
    /// A Postgres server, or one that speaks its protocol.
    Postgres(PgPool),
}
