//! Who signs in.

use super::table::table;
use chrono::{DateTime, Utc};
use uuid::Uuid;

table! {
    /// An account that signs in.
    UserRow in "user_account", versioned {
        id: Uuid,
        /// Lower case.
        email: String,
        name: String,
        /// A PHC string of argon2id.
        password_hash: String,
        role: String,
        person: Option<Uuid>,
        contact: Option<Uuid>,
        disabled: bool,
        created_at: DateTime<Utc>,
        version: i64,
    }
}

table! {
    /// A session of an account, or of a visitor who has not signed in.
    SessionRow in "session" {
        /// SHA-256 of the token.
        token_hash: Vec<u8>,
        user_id: Option<Uuid>,
        created_at: DateTime<Utc>,
        last_seen_at: DateTime<Utc>,
        expires_at: DateTime<Utc>,
        user_agent: String,
        data: String,
    }
}

table! {
    /// Somebody tried to sign in.
    LoginAttemptRow in "login_attempt" {
        id: Uuid,
        at: DateTime<Utc>,
        /// The e-mail address that was tried, lower case.
        account: String,
        /// The network address that it came from.
        source: String,
        succeeded: bool,
    }
}
