//! What an import makes of the database.

mod agency;
mod handoffs;
mod ids;
mod jobs;
mod numbers;

use crate::{Result, Service, db::Tx, export::Stored, import::batch::Merged};
use ids::AllIds;

/// Writes all rows that are new or changed, and what their histories make of jobs and handoffs.
///
/// # Errors
/// When the database cannot be written.
pub async fn save(service: &Service, tx: &mut Tx, stored: &Stored, merged: &Merged) -> Result<()> {
    let ids = AllIds::new(stored, merged, service);
    agency::save(tx, merged, &ids).await?;
    let calendar = service.calendar(tx).await?;
    let clocks = jobs::save(tx, stored, merged, &ids, &calendar).await?;
    handoffs::save(tx, stored, merged, &ids, &calendar, &clocks).await?;
    numbers::save(tx, merged, &ids).await
}

/// Adds the rows of version 0 and writes the others over what is stored.
macro_rules! put {
    ($tx:expr, $row:ty, $rows:expr) => {{
        let rows: Vec<$row> = $rows;
        let (mut new, old): (Vec<$row>, Vec<$row>) =
            rows.into_iter().partition(|row| row.version == 0);
        for row in &mut new {
            row.version = 1;
        }
        <$row>::insert($tx, &new).await?;
        for mut row in old {
            row.save($tx).await?;
        }
    }};
}

/// The rows of the database for the touched rows of the files.
fn touched<'a, T: 'a, R>(
    entries: &'a [crate::import::merge::Entry<T>],
    row: impl Fn(&'a T) -> Result<R>,
) -> Result<Vec<R>> {
    let touched = entries.iter().filter(|entry| entry.is_touched());
    touched.map(|entry| row(&entry.row)).collect()
}

use put;
