//! Sessions: kept by a hash of their token, listed and ended by their owner.

use crate::{
    Error, Result, Service,
    db::{Tx, all, optional, rows::SessionRow, run},
    live::{self, Change},
};
use domain::{ids::UserId, policy::Actor, time::Instant};

/// A session as the web layer keeps it.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredSession {
    /// SHA-256 of the token: what stands for it everywhere.
    pub token_hash: Vec<u8>,
    /// Whose it is; unset before signing in.
    pub user: Option<UserId>,
    /// When it began.
    pub created_at: Instant,
    /// When it was last written.
    pub last_seen_at: Instant,
    /// When it ends by itself.
    pub expires_at: Instant,
    /// The browser, by its own words.
    pub user_agent: String,
    /// What the web layer keeps in it, as JSON.
    pub data: String,
}

impl Service {
    /// Keeps a new session.
    ///
    /// # Errors
    /// When there is one with this token already.
    pub async fn create_session(&self, session: StoredSession) -> Result<()> {
        let mut tx = self.db().write_apart().await?;
        SessionRow::insert(&mut tx, &[session.into()]).await?;
        tx.commit().await
    }

    /// Changes a session; one that was ended meanwhile stays away. When it began stays as it is.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn save_session(&self, session: StoredSession) -> Result<()> {
        let mut tx = self.db().write_apart().await?;
        let row = SessionRow::from(session);
        let sql = "UPDATE session SET user_id = $2, last_seen_at = $3, expires_at = $4, user_agent = $5, data = $6
                   WHERE token_hash = $1";
        run!(
            tx,
            sql,
            row.token_hash,
            row.user_id,
            row.last_seen_at,
            row.expires_at,
            row.user_agent,
            row.data
        )?;
        tx.commit().await
    }

    /// The session whose token hashes to this, unless it has run out.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn session(&self, token_hash: &[u8]) -> Result<Option<StoredSession>> {
        let mut tx = self.db().read().await?;
        let sql = "SELECT * FROM session WHERE token_hash = $1 AND expires_at > $2";
        let row = optional!(tx, SessionRow, sql, token_hash, self.now())?;
        Ok(row.map(StoredSession::from))
    }

    /// Ends a session.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn delete_session(&self, token_hash: &[u8]) -> Result<()> {
        let mut tx = self.db().write_apart().await?;
        run!(tx, "DELETE FROM session WHERE token_hash = $1", token_hash)?;
        tx.commit().await
    }
}

/// The actor's own sessions, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn sessions(service: &Service, actor: &Actor) -> Result<Vec<StoredSession>> {
    let mut tx = service.db().read().await?;
    let sql =
        "SELECT * FROM session WHERE user_id = $1 AND expires_at > $2 ORDER BY last_seen_at DESC";
    let rows = all!(
        tx,
        SessionRow,
        sql,
        actor.user.map(|id| id.0),
        service.now()
    )?;
    Ok(rows.into_iter().map(StoredSession::from).collect())
}

/// Ends one of the actor's own sessions; whoever streams with it is woken and finds it gone.
///
/// # Errors
/// When it is not the actor's.
pub async fn revoke_session(service: &Service, actor: &Actor, token_hash: &[u8]) -> Result<()> {
    let mut tx = service.db().write().await?;
    let sql = "DELETE FROM session WHERE token_hash = $1 AND user_id = $2";
    let ended = run!(tx, sql, token_hash, actor.user.map(|id| id.0))?;
    if ended == 0 {
        return Err(Error::NotFound("session"));
    }
    note(service, &mut tx, actor).await?;
    service.commit(tx).await
}

/// Forgets sessions that have run out, and attempts to sign in that no limit looks at any more.
///
/// # Errors
/// When the database cannot be written.
pub async fn purge_sessions(service: &Service) -> Result<u64> {
    let mut tx = service.db().write_apart().await?;
    let now = service.now();
    let gone = run!(tx, "DELETE FROM session WHERE expires_at <= $1", now)?;
    run!(
        tx,
        "DELETE FROM login_attempt WHERE at <= $1",
        now - chrono::TimeDelta::days(31)
    )?;
    tx.commit().await?;
    Ok(gone)
}

async fn note(service: &Service, tx: &mut Tx, actor: &Actor) -> Result<i64> {
    let change = Change {
        client: None,
        entity: "session",
        id: actor.user.map(|id| id.to_string()).unwrap_or_default(),
        version: 0,
        action: "ended",
        body: (),
    };
    live::append(tx, actor, service.now(), change).await
}

impl From<SessionRow> for StoredSession {
    fn from(row: SessionRow) -> Self {
        Self {
            token_hash: row.token_hash,
            user: row.user_id.map(UserId),
            created_at: row.created_at,
            last_seen_at: row.last_seen_at,
            expires_at: row.expires_at,
            user_agent: row.user_agent,
            data: row.data,
        }
    }
}

impl From<StoredSession> for SessionRow {
    fn from(session: StoredSession) -> Self {
        Self {
            token_hash: session.token_hash,
            user_id: session.user.map(|id| id.0),
            created_at: session.created_at,
            last_seen_at: session.last_seen_at,
            expires_at: session.expires_at,
            user_agent: session.user_agent,
            data: session.data,
        }
    }
}
