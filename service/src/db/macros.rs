//! The same query, once for each database.

/// Expands a query once for each database and runs it in the transaction `$tx`.
macro_rules! on_both {
    ($tx:expr, |$connection:ident| $query:expr) => {
        match $tx.inner() {
            $crate::db::tx::Inner::Sqlite($connection) => {
                let $connection = &mut **$connection;
                $query
            }
            $crate::db::tx::Inner::Postgres($connection) => {
                let $connection = &mut **$connection;
                $query
            }
        }
    };
}

/// All rows of a query: `all!(tx, Row, "SELECT …", bind, …)` is a `Result<Vec<Row>>`.
macro_rules! all {
    ($tx:expr, $row:ty, $sql:expr $(, $bind:expr)* $(,)?) => {
        $crate::db::macros::on_both!($tx, |connection| {
            sqlx::query_as::<_, $row>($sql)$(.bind($bind))*.fetch_all(connection).await
        }).map_err($crate::Error::from)
    };
}

/// The row of a query, if there is one.
macro_rules! optional {
    ($tx:expr, $row:ty, $sql:expr $(, $bind:expr)* $(,)?) => {
        $crate::db::macros::on_both!($tx, |connection| {
            sqlx::query_as::<_, $row>($sql)$(.bind($bind))*.fetch_optional(connection).await
        }).map_err($crate::Error::from)
    };
}

/// The one value of a query that always has one.
macro_rules! scalar {
    ($tx:expr, $type:ty, $sql:expr $(, $bind:expr)* $(,)?) => {
        $crate::db::macros::on_both!($tx, |connection| {
            sqlx::query_scalar::<_, $type>($sql)$(.bind($bind))*.fetch_one(connection).await
        }).map_err($crate::Error::from)
    };
}

/// Runs a statement; the number of rows that it touched.
macro_rules! run {
    ($tx:expr, $sql:expr $(, $bind:expr)* $(,)?) => {
        $crate::db::macros::on_both!($tx, |connection| {
            sqlx::query($sql)$(.bind($bind))*.execute(connection).await.map(|done| done.rows_affected())
        }).map_err($crate::Error::from)
    };
}

pub(crate) use {all, on_both, optional, run, scalar};
