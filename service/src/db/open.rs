//! Opening the database by its URL, made and migrated by whoever meets it first.

use super::Db;
use sqlx::{
    migrate::MigrateError,
    postgres::PgPoolOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{path::Path, time::Duration};

/// How many connections read at once, on SQLite; how many there are, on Postgres.
const CONNECTIONS: u32 = 8;

/// Why a database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Neither of the two.
    #[error(
        "`{0}` is not a database URL: write it like `sqlite://data/baton.db` or `postgres://user@host/name`"
    )]
    NotAUrl(String),
    /// The folder of the SQLite file cannot be made.
    #[error("the folder `{0}` cannot be used: {1}")]
    Folder(String, std::io::Error),
    /// The database does not answer, or its file cannot be used.
    #[error("the database `{0}` cannot be opened: {1}")]
    Connect(String, sqlx::Error),
    /// Its tables cannot be brought up to date.
    #[error("the tables of `{0}` cannot be brought up to date: {1}")]
    Migrate(String, MigrateError),
    /// A setting in it cannot be read; the log says which.
    #[error("the settings in the database cannot be read; the log says why")]
    Settings,
}

impl Db {
    /// Opens the database at `url`, makes it if there is none, and brings its tables up to date.
    ///
    /// # Errors
    /// When it cannot be reached, made or migrated; the text names the database without its password.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            open_sqlite(Path::new(path.trim_start_matches("//")), url).await
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            open_postgres(url).await
        } else {
            Err(OpenError::NotAUrl(without_password(url)))
        }
    }
}

async fn open_sqlite(file: &Path, url: &str) -> Result<Db, OpenError> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)
            .map_err(|error| OpenError::Folder(folder.display().to_string(), error))?;
    }
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(10));
    let failed = |error| OpenError::Connect(url.to_owned(), error);
    let pool = || {
        SqlitePoolOptions::new()
            .idle_timeout(None)
            .max_lifetime(None)
    };
    let write = pool()
        .max_connections(1)
        .connect_with(options.clone())
        .await;
    let write = write.map_err(failed)?;
    let migrated = sqlx::migrate!("../migrations/sqlite").run(&write).await;
    migrated.map_err(|error| OpenError::Migrate(url.to_owned(), error))?;
    let read = pool().max_connections(CONNECTIONS);
    let read = read.connect_with(options.pragma("query_only", "ON")).await;
    Ok(Db::Sqlite {
        read: read.map_err(failed)?,
        write,
    })
}

async fn open_postgres(url: &str) -> Result<Db, OpenError> {
    let pool = PgPoolOptions::new()
        .max_connections(CONNECTIONS * 2)
        .connect(url)
        .await;
    let pool = pool.map_err(|error| OpenError::Connect(without_password(url), error))?;
    let migrated = sqlx::migrate!("../migrations/postgres").run(&pool).await;
    migrated.map_err(|error| OpenError::Migrate(without_password(url), error))?;
    Ok(Db::Postgres(pool))
}

/// The URL as it may be printed.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        return url.to_owned();
    };
    match rest.rsplit_once('@') {
        Some((user, host)) => {
            let name = user.split(':').next().unwrap_or_default();
            format!("{scheme}://{name}@{host}")
        }
        None => url.to_owned(),
    }
}
