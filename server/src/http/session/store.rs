//! Where sessions are kept: the database, by a hash of their token, so that a stolen copy signs nobody in.

use crate::http::state::Web;
use app::context;
use async_trait::async_trait;
use domain::time::Instant;
use service::access::StoredSession;
use sha2::{Digest as _, Sha256};
use std::fmt;
use time::OffsetDateTime;
use tower_sessions::{
    SessionStore,
    session::{Id, Record},
    session_store::{Error, Result},
};

/// The sessions of the database.
#[derive(Clone)]
pub struct Store(Web);

impl Store {
    pub(super) fn new(web: Web) -> Self {
        Self(web)
    }
}

impl Store {
    /// What the database keeps of a session; whose it is and the browser stand in columns of their own, for lists.
    fn stored(&self, record: &Record) -> Result<StoredSession> {
        let data = serde_json::to_string(&record.data)
            .map_err(|error| Error::Encode(error.to_string()))?;
        let expires_at = Instant::from_timestamp(record.expiry_date.unix_timestamp(), 0);
        let text = |key| record.data.get(key).and_then(|value| value.as_str());
        let now = self.0.now();
        Ok(StoredSession {
            token_hash: hash(&record.id),
            user: text(context::USER).and_then(|user| user.parse().ok()),
            created_at: now,
            last_seen_at: now,
            expires_at: expires_at.unwrap_or(now),
            user_agent: text(context::USER_AGENT).unwrap_or_default().to_owned(),
            data,
        })
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Store")
    }
}

#[async_trait]
impl SessionStore for Store {
    async fn create(&self, record: &mut Record) -> Result<()> {
        self.0
            .service()
            .create_session(self.stored(record)?)
            .await
            .map_err(backend)
    }

    /// Changes a session that is there; one that was revoked meanwhile stays away.
    async fn save(&self, record: &Record) -> Result<()> {
        self.0
            .service()
            .save_session(self.stored(record)?)
            .await
            .map_err(backend)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let found = self.0.service().session(&hash(id)).await.map_err(backend)?;
        found.map(|session| record(*id, &session)).transpose()
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        self.0
            .service()
            .delete_session(&hash(id))
            .await
            .map_err(backend)
    }
}

/// What stands for a session's token in the database.
pub(super) fn hash(id: &Id) -> Vec<u8> {
    Sha256::digest(id.0.to_le_bytes()).to_vec()
}

fn record(id: Id, session: &StoredSession) -> Result<Record> {
    let data =
        serde_json::from_str(&session.data).map_err(|error| Error::Decode(error.to_string()))?;
    let expiry = OffsetDateTime::from_unix_timestamp(session.expires_at.timestamp());
    let expiry_date = expiry.map_err(|error| Error::Decode(error.to_string()))?;
    Ok(Record {
        id,
        data,
        expiry_date,
    })
}

fn backend(error: service::Error) -> Error {
    Error::Backend(error.to_string())
}
