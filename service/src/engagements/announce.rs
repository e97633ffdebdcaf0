//! Telling of an engagement.

use crate::{
    Result, Service,
    db::{Tx, rows::EngagementRow},
    live::{self, Change},
};
use domain::policy::Actor;

/// Tells of an engagement as it is now: the agency alone, since its fee is in it.
pub(crate) async fn announce(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    row: &EngagementRow,
    action: &'static str,
) -> Result<()> {
    let change = Change {
        client: None,
        entity: "engagement",
        id: row.id.to_string(),
        version: row.version,
        action,
        body: row.fact(),
    };
    live::append(tx, actor, service.now(), change)
        .await
        .map(drop)
}
