//! Opening the database by its URL, made and migrated by whoever meets it first.

use super::Db;
use sqlx::{
    migrate::MigrateError,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{path::Path, time::Duration};

/// How many connections read at once, on SQLite; how many there are, on Postgres.
const CONNECTIONS: u32 = 8;

/// How long a Postgres server may take to answer when Baton starts.
const ANSWERS_WITHIN: Duration = Duration::from_secs(5);

/// Why a database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Neither of the two.
    #[error(
        "`{0}` is not a database URL: write it like `sqlite://data/baton.db` or `postgres://user@host/name`"
    )]
    NotAUrl(String),
    /// A URL of Postgres that cannot be read.
    #[error(
        "the URL of the Postgres database cannot be read ({0}): write it like `postgres://user@host:5432/name`"
    )]
    NotPostgres(String),
    /// Nothing answers where the Postgres database should be.
    #[error(
        "the database {0} did not answer within {seconds} seconds: is Postgres running there, and can it be reached from here?",
        seconds = ANSWERS_WITHIN.as_secs()
    )]
    NoAnswer(String),
    /// The folder of the SQLite file cannot be made.
    #[error("the folder `{0}` cannot be used: {1}")]
    Folder(String, std::io::Error),
    /// The database does not answer, or its file cannot be used.
    #[error("the database {0} cannot be opened: {1}")]
    Connect(String, sqlx::Error),
    /// Its tables cannot be brought up to date.
    #[error("the tables of {0} cannot be brought up to date: {1}")]
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
    let options: PgConnectOptions = url
        .parse()
        .map_err(|error| OpenError::NotPostgres(reason(error)))?;
    let place = place(&options);
    reach(&options, &place).await?;
    let pool = PgPoolOptions::new()
        .max_connections(CONNECTIONS * 2)
        .connect_with(options)
        .await;
    let pool = pool.map_err(|error| OpenError::Connect(place.clone(), error))?;
    let migrated = sqlx::migrate!("../migrations/postgres").run(&pool).await;
    migrated.map_err(|error| OpenError::Migrate(place, error))?;
    Ok(Db::Postgres(pool))
}

/// Tries whether the database answers at all. Whoever starts Baton waits for that less long than a
/// request may wait for a connection that others use.
async fn reach(options: &PgConnectOptions, place: &str) -> Result<(), OpenError> {
    let one = PgPoolOptions::new()
        .max_connections(1)
        .acquire_timeout(ANSWERS_WITHIN);
    match one.connect_with(options.clone()).await {
        Ok(pool) => pool.close().await,
        Err(sqlx::Error::PoolTimedOut) => return Err(OpenError::NoAnswer(place.to_owned())),
        Err(error) => return Err(OpenError::Connect(place.to_owned(), error)),
    }
    Ok(())
}

/// Where a Postgres database is, as it may be printed: never with a password.
fn place(options: &PgConnectOptions) -> String {
    let name = options.get_database().unwrap_or(options.get_username());
    match options.get_socket() {
        Some(socket) => format!("{name} at {}", socket.display()),
        None => format!("{name} at {}:{}", options.get_host(), options.get_port()),
    }
}

/// What is wrong with a URL, without what sqlx says around it.
fn reason(error: sqlx::Error) -> String {
    match error {
        sqlx::Error::Configuration(why) => why.to_string(),
        other => other.to_string(),
    }
}

/// A URL of another kind as it may be printed: what could be a password is left out.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        return url.to_owned();
    };
    match rest.rsplit_once('@') {
        Some((_, host)) => format!("{scheme}://…@{host}"),
        None => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("postgres://ana:s3cret@db.example/baton", "baton at db.example:5432")]
    #[case(
        "postgres://ana:s3cret@db.example:6000/baton",
        "baton at db.example:6000"
    )]
    #[case(
        "postgres://db.example/baton?user=ana&password=s3cret",
        "baton at db.example:5432"
    )]
    #[case("postgres://ana:s3cret@db.example", "ana at db.example:5432")]
    fn a_database_is_told_without_its_password(#[case] url: &str, #[case] told: &str) {
        assert_eq!(place(&url.parse().unwrap()), told);
    }

    #[rstest]
    #[case("mysql://ana:s3cret@db.example/baton", "mysql://…@db.example/baton")]
    #[case("baton.db", "baton.db")]
    #[case("postgres://ana:s3cret@db.example:port/baton", "invalid port number")]
    #[tokio::test]
    async fn what_is_no_database_is_told_so(#[case] url: &str, #[case] named: &str) {
        let told = Db::open(url).await.unwrap_err().to_string();
        assert!(
            told.contains(named) && told.contains("postgres://"),
            "{told}"
        );
        assert!(!told.contains("s3cret"), "{told}");
    }
}
