//! Who signs in: accounts, passwords, attempts and sessions.

mod actor;
mod attempts;
mod behind;
mod change_password;
mod create_user;
mod manage_users;
mod password;
mod profile;
mod sessions;
mod sign_in;

pub use actor::actor;
pub use behind::{contact_at, person_at};
pub use change_password::change_password;
pub use create_user::{NewUser, create_user};
pub use manage_users::{User, set_disabled, set_password, users};
pub use profile::{Profile, profile};
pub use sessions::{StoredSession, purge_sessions, revoke_session, sessions};
pub use sign_in::sign_in;

/// An e-mail address as accounts keep it: trimmed, lower case.
fn address(email: &str) -> String {
    email.trim().to_lowercase()
}
