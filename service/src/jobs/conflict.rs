//! What somebody is told whose command came too late.

use super::cards::present;
use crate::{Error, Result, Service};
use domain::ids::JobId;

/// Fills a conflict in with the job as it is now.
pub(super) async fn or_present<T>(service: &Service, id: JobId, result: Result<T>) -> Result<T> {
    let Err(Error::Conflict { .. }) = result else {
        return result;
    };
    let mut tx = service.db().read().await?;
    let card = present(&mut tx, id).await?;
    Err(Error::Conflict {
        sentence: format!(
            "Somebody changed this job in the meantime: it is {} now. Look at it as it is and go on from there.",
            card.state.words()
        ),
        now: serde_json::to_value(&card).map_err(|error| Error::fault("writing JSON", error))?,
    })
}
