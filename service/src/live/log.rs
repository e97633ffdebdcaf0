//! Appending to the log.

use crate::{
    Result,
    db::{Tx, dialect, rows::meaning::json, scalar},
};
use domain::{ids::ClientId, policy::Actor, time::Instant};

/// One change, as a use case says it.
#[derive(Debug)]
pub struct Change<T> {
    /// The client whose contacts may see it as well; unset for what is the agency's own.
    pub client: Option<ClientId>,
    /// What kind of thing changed: the name of its table.
    pub entity: &'static str,
    /// Which one.
    pub id: String,
    /// Its version after the change; 0 for what has none.
    pub version: i64,
    /// What happened, as a verb in the past.
    pub action: &'static str,
    /// What it is now.
    pub body: T,
}

/// Appends a change to the log, in the transaction that makes it; its number is handed back.
///
/// Writers take turns (see [`crate::db::Db::write`]), so that numbers become visible in their order
/// and a reader who goes on after the last one misses none.
///
/// # Errors
/// When the database cannot be written.
pub async fn append<T: serde::Serialize>(
    tx: &mut Tx,
    who: &Actor,
    at: Instant,
    change: Change<T>,
) -> Result<i64> {
    let sql = "INSERT INTO change (at, actor, actor_name, client, entity, entity_id, version, action, body)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING seq";
    let seq = scalar!(
        tx,
        i64,
        sql,
        at,
        who.user.map(|id| id.0),
        &who.name,
        change.client.map(|id| id.0),
        change.entity,
        &change.id,
        change.version,
        change.action,
        json(&change.body)?
    )?;
    dialect::notify_nodes(tx, seq).await?;
    tx.note_change(seq);
    Ok(seq)
}
