//! What somebody is told whose command came too late.

use super::save::present;
use crate::{
    Error, Result, Service,
    db::{Tx, optional},
};
use domain::ids::HandoffId;

/// Fills a conflict in with who changed what, and the card as it is now.
pub(crate) async fn or_present<T>(
    service: &Service,
    id: HandoffId,
    result: Result<T>,
) -> Result<T> {
    match result {
        Err(Error::Conflict { .. }) => Err(conflict(service, id).await?),
        other => other,
    }
}

async fn conflict(service: &Service, id: HandoffId) -> Result<Error> {
    let mut tx = service.db().read().await?;
    let card = present(&mut tx, id).await?;
    let who = last_change(&mut tx, id).await?;
    let (name, action) = who.unwrap_or_else(|| ("Somebody".to_owned(), "changed".to_owned()));
    let sentence = format!(
        "{name} {action} this handoff in the meantime: it is {} now. Look at it as it is and go on from there.",
        card.stage.words()
    );
    let now = serde_json::to_value(&card).map_err(|error| Error::fault("writing JSON", error))?;
    Ok(Error::Conflict { sentence, now })
}

async fn last_change(tx: &mut Tx, id: HandoffId) -> Result<Option<(String, String)>> {
    let sql = "SELECT actor_name, action FROM change WHERE entity = 'handoff' AND entity_id = $1
               ORDER BY seq DESC LIMIT 1";
    optional!(tx, (String, String), sql, id.to_string())
}
