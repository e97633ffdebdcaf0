//! Making an account.

use super::{address, password};
use crate::{
    Error, Result, Service,
    db::{
        Tx, optional,
        rows::{ContactRow, PersonRow, UserRow},
    },
    live::{self, Change},
};
use domain::{
    ids::{ContactId, PersonId, UserId},
    people::AccessRole,
    policy::{Action, Actor, may},
    text::FullName,
};

/// What an account is made of.
#[derive(Clone, Debug)]
pub struct NewUser {
    /// The e-mail address to sign in with.
    pub email: String,
    /// As others read it.
    pub name: String,
    /// The password.
    pub password: String,
    /// What it may do.
    pub role: AccessRole,
    /// The person of the agency behind it.
    pub person: Option<PersonId>,
    /// The client's contact behind it; for the role `client`, and for no other.
    pub contact: Option<ContactId>,
}

/// Makes an account.
///
/// # Errors
/// When the actor may not, the address is taken or none, the password too weak, or a client's account names no contact.
pub async fn create_user(service: &Service, actor: &Actor, new: NewUser) -> Result<UserId> {
    may(actor, Action::ManageUsers)?;
    let email = address(&new.email);
    let name: FullName = new
        .name
        .parse()
        .map_err(|bad| Error::invalid("name", bad))?;
    check(&email, &new)?;
    let password_hash = password::hash(new.password.clone()).await?;
    let mut tx = service.db().write().await?;
    check_stored(&mut tx, &email, &new).await?;
    let row = UserRow {
        id: service.id(),
        email,
        name: name.into(),
        password_hash,
        role: new.role.name().to_owned(),
        person: new.person.map(|id| id.0),
        contact: new.contact.map(|id| id.0),
        disabled: false,
        created_at: service.now(),
        version: 1,
    };
    UserRow::insert(&mut tx, std::slice::from_ref(&row)).await?;
    live::append(&mut tx, actor, service.now(), change(&row, "created")).await?;
    service.commit(tx).await?;
    Ok(UserId(row.id))
}

/// The change of an account; never with its password.
pub(super) fn change(row: &UserRow, action: &'static str) -> Change<serde_json::Value> {
    Change {
        client: None,
        entity: "user_account",
        id: row.id.to_string(),
        version: row.version,
        action,
        body: serde_json::json!({
            "email": row.email, "name": row.name, "role": row.role, "disabled": row.disabled,
        }),
    }
}

fn check(email: &str, new: &NewUser) -> Result<()> {
    let parts = email
        .split_once('@')
        .filter(|(name, host)| !name.is_empty() && host.contains('.'));
    if parts.is_none() || email.len() > 254 || email.contains(char::is_whitespace) {
        return Err(Error::invalid(
            "email",
            "Write the e-mail address like ana@agency.example.",
        ));
    }
    let weak = domain::password::check(email, &new.password);
    weak.map_err(|bad| Error::invalid("password", bad))?;
    match (new.role, new.contact, new.person) {
        (AccessRole::Client, None, _) | (AccessRole::Client, _, Some(_)) => Err(Error::invalid(
            "contact",
            "A client's account belongs to a contact of that client: name the contact, and no person of the agency.",
        )),
        (role, Some(_), _) if role != AccessRole::Client => Err(Error::invalid(
            "role",
            "A client's contact can only have the role `client`.",
        )),
        _ => Ok(()),
    }
}

async fn check_stored(tx: &mut Tx, email: &str, new: &NewUser) -> Result<()> {
    let taken = optional!(
        tx,
        UserRow,
        "SELECT * FROM user_account WHERE email = $1",
        email
    )?;
    if taken.is_some() {
        return Err(Error::invalid(
            "email",
            format!(
                "There is an account for {email} already: use another address, or change that account."
            ),
        ));
    }
    if let Some(person) = new.person
        && PersonRow::by_id(tx, person.0).await?.is_none()
    {
        return Err(Error::NotFound("person"));
    }
    if let Some(contact) = new.contact
        && ContactRow::by_id(tx, contact.0).await?.is_none()
    {
        return Err(Error::NotFound("contact"));
    }
    Ok(())
}
