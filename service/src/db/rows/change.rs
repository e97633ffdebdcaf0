//! The one history.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// One change, as the log keeps it.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct ChangeRow {
    pub seq: i64,
    pub at: DateTime<Utc>,
    pub actor: Option<Uuid>,
    pub actor_name: String,
    /// The client whose contacts may see it as well.
    pub client: Option<Uuid>,
    pub entity: String,
    pub entity_id: String,
    pub version: i64,
    pub action: String,
    /// What the entity is now, as JSON.
    pub body: String,
}
