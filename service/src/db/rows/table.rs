//! What every table can do, from one list of its columns.

/// Values that one statement may carry; SQLite allows 32,766.
pub(crate) const MOST_BINDS: usize = 30_000;

/// Declares the row of a table: the struct, `insert` and `all`. With `versioned`, `save` as well:
/// the first column is then the `id`, and `version` is counted.
macro_rules! table {
    ($(#[$doc:meta])* $row:ident in $table:literal, versioned { $($body:tt)+ }) => {
        $crate::db::rows::table::table! { $(#[$doc])* $row in $table { $($body)+ } }
        $crate::db::rows::table::versioned! { $row in $table { $($body)+ } }
    };
    ($(#[$doc:meta])* $row:ident in $table:literal { $($(#[$note:meta])* $field:ident: $type:ty),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
        #[allow(missing_docs)]
        pub struct $row { $($(#[$note])* pub $field: $type),+ }

        impl $row {
            /// The names of its columns.
            pub const COLUMNS: &'static [&'static str] = &[$(stringify!($field)),+];

            /// Adds rows to the table.
            ///
            /// # Errors
            /// When one of them breaks a constraint of the table.
            pub async fn insert(tx: &mut $crate::db::Tx, rows: &[Self]) -> $crate::Result<()> {
                let columns = Self::COLUMNS.join(", ");
                for some in rows.chunks($crate::db::rows::table::MOST_BINDS / Self::COLUMNS.len()) {
                    $crate::db::macros::on_both!(tx, |connection| {
                        let mut query = sqlx::QueryBuilder::new(concat!("INSERT INTO ", $table, " ("));
                        query.push(&columns).push(") ");
                        query.push_values(some, |mut values, row| {
                            $(values.push_bind(row.$field.clone());)+
                        });
                        query.build().persistent(false).execute(connection).await.map(|_| ())
                    })?;
                }
                Ok(())
            }

            /// Every row of the table, in no order.
            ///
            /// # Errors
            /// When the database cannot be read.
            pub async fn all(tx: &mut $crate::db::Tx) -> $crate::Result<Vec<Self>> {
                $crate::db::macros::all!(tx, Self, concat!("SELECT * FROM ", $table))
            }
        }
    };
}

/// Adds `save` and `by_id` to the row of a table that has `id` and `version`.
macro_rules! versioned {
    ($row:ident in $table:literal { $($(#[$note:meta])* $field:ident: $type:ty),+ $(,)? }) => {
        impl $row {
            /// The row with this id.
            ///
            /// # Errors
            /// When the database cannot be read.
            pub async fn by_id(tx: &mut $crate::db::Tx, id: uuid::Uuid) -> $crate::Result<Option<Self>> {
                $crate::db::macros::optional!(tx, Self, concat!("SELECT * FROM ", $table, " WHERE id = $1"), id)
            }

            /// Writes the row over the one with its id and counts its version up.
            ///
            /// # Errors
            /// A conflict, where the table has another version by now.
            pub async fn save(&mut self, tx: &mut $crate::db::Tx) -> $crate::Result<()> {
                let seen = self.version;
                self.version += 1;
                let touched = $crate::db::macros::on_both!(tx, |connection| {
                    let mut query = sqlx::QueryBuilder::new(concat!("UPDATE ", $table, " SET "));
                    let mut set = query.separated(", ");
                    $(set.push(concat!(stringify!($field), " = ")).push_bind_unseparated(self.$field.clone());)+
                    query.push(" WHERE id = ").push_bind(self.id);
                    query.push(" AND version = ").push_bind(seen);
                    query.build().execute(connection).await.map(|done| done.rows_affected())
                })?;
                if touched == 1 { Ok(()) } else { Err($crate::Error::stale($table)) }
            }
        }
    };
}

pub(crate) use {table, versioned};
