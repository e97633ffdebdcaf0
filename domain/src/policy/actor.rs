//! Who does something, and which client's things exist for them.

use crate::{ids::*, people::AccessRole};
use serde::{Deserialize, Serialize};

/// Who does something: taken from the session, never from the request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The account; unset for the system itself (the command line, the import).
    pub user: Option<UserId>,
    /// As others read it: "Ana Ruiz".
    pub name: String,
    /// What the account may do.
    pub role: AccessRole,
    /// The person of the agency behind it.
    pub person: Option<PersonId>,
    /// The company of a client's account.
    pub client: Option<ClientId>,
    /// The contact behind a client's account.
    pub contact: Option<ContactId>,
}

impl Actor {
    /// The system itself: the command line and the import. It may do everything.
    pub fn system(name: impl Into<String>) -> Self {
        Self {
            user: None,
            name: name.into(),
            role: AccessRole::Admin,
            person: None,
            client: None,
            contact: None,
        }
    }
}

/// Which clients' things exist for an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scope {
    /// Everything.
    All,
    /// One company's alone.
    Client(ClientId),
    /// Nothing: a client's account that names no company.
    Nothing,
}

impl Scope {
    /// Whether things of `client` exist in it.
    pub fn has(self, client: ClientId) -> bool {
        match self {
            Self::All => true,
            Self::Client(own) => own == client,
            Self::Nothing => false,
        }
    }
}

/// Which clients' things exist for `actor`.
pub fn scope(actor: &Actor) -> Scope {
    match (actor.role, actor.client) {
        (AccessRole::Client, Some(own)) => Scope::Client(own),
        (AccessRole::Client, None) => Scope::Nothing,
        _ => Scope::All,
    }
}
