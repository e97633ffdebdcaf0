//! Who is looking.

use domain::{ids::PersonId, people::AccessRole, policy};
use serde::{Deserialize, Serialize};

/// The signed-in user as the screens know them. What they may do is asked of `domain`; what they did is
/// authorised by the session, never by this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewer {
    /// Full name.
    pub name: String,
    /// The e-mail address that signs in.
    pub email: String,
    /// What the account may do.
    pub role: AccessRole,
    /// The person of the agency behind the account.
    pub person: Option<PersonId>,
    /// The company of a client's user; `None` for the agency's own people.
    pub client_name: Option<String>,
}

impl Viewer {
    /// The page that this role starts on.
    pub fn home(&self) -> &'static str {
        policy::landing(self.role).path()
    }
}
