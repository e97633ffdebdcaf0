//! Loading the demo agency into an empty database.

use super::{MAIL, agency, cast, companies, forms, qc, tell, works};
use crate::{
    Error, Result, Service,
    access::{NewUser, create_user, users},
    db::{Tx, scalar},
    export::Stored,
    handoffs::{board, fill_item},
    import::{Mode, Refused, Report, import},
};
use domain::{
    board::FillItem,
    handoff::{HandoffKind, Stage},
    ids::{ContactId, PersonId},
    package::Section,
    people::AccessRole,
    policy::Actor,
    time::Day,
};

/// The password of all demo sign-ins. It is printed by `baton demo`: these accounts guard nothing.
pub const PASSWORD: &str = "a year in one night";

/// What was loaded.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The rows of each file.
    pub report: Report,
    /// Who can sign in, with what role.
    pub sign_ins: Vec<(AccessRole, String)>,
}

/// Why the demo agency was not loaded.
#[derive(Clone, Debug, thiserror::Error)]
pub enum NotLoaded {
    /// There is something in the database.
    #[error(
        "There is an agency in this database already: the demo agency is only loaded into an empty one. Nothing was changed."
    )]
    NotEmpty,
    /// The import of the demo's files was refused.
    #[error(transparent)]
    Refused(#[from] Refused),
}

impl From<Error> for NotLoaded {
    fn from(error: Error) -> Self {
        Self::Refused(error.into())
    }
}

/// Loads the demo agency's year that ends at `today`, through the same import as any other agency's,
/// and makes an account for each role.
///
/// # Errors
/// When the database is not empty or cannot be written.
pub async fn load(
    service: &Service,
    today: Day,
    seed: u64,
) -> std::result::Result<Loaded, NotLoaded> {
    let mut tx = service.db().read().await?;
    if !is_empty(&mut tx).await? {
        return Err(NotLoaded::NotEmpty);
    }
    drop(tx);
    let system = Actor::system("Demo");
    let batch = agency(today, seed).map_err(|error| Error::fault("the demo agency", error))?;
    let report = import(service, &system, &batch.files(), Mode::Write).await?;
    prepare(service, &system, seed).await?;
    let sign_ins = sign_ins(service, &system).await?;
    Ok(Loaded { report, sign_ins })
}

/// The demo's accounts that there are, with what role.
///
/// # Errors
/// When the database cannot be read.
pub async fn known_sign_ins(service: &Service) -> Result<Vec<(AccessRole, String)>> {
    let users = users(service, &Actor::system("Demo")).await?;
    let of_demo = users.into_iter().filter(|user| user.email.ends_with(MAIL));
    Ok(of_demo.map(|user| (user.role, user.email)).collect())
}

/// Whether there is neither an agency nor an account.
async fn is_empty(tx: &mut Tx) -> Result<bool> {
    let accounts = scalar!(tx, i64, "SELECT COUNT(*) FROM user_account")?;
    Ok(accounts == 0 && Stored::read(tx).await?.is_empty())
}

/// The packages of what is still going on say what they would: H1s and H2s in rows, deliverables in versions, and of the
/// closing reports in preparation each second one has its first items, one more each time.
async fn prepare(service: &Service, system: &Actor, seed: u64) -> Result<()> {
    let mut tx = service.db().read().await?;
    let stored = Stored::read(&mut tx).await?;
    drop(tx);
    tell::write(service, system, &stored, seed).await?;
    forms::write(service, system, &stored, seed).await?;
    qc::write(service, system, &stored, seed).await?;
    works::write(service, system, &stored, seed).await?;
    let cards = board(service, system).await?.cards;
    let open = cards
        .into_iter()
        .filter(|card| card.stage == Stage::Preparing && Section::of(card.kind).is_empty());
    for (place, card) in open.enumerate() {
        if card.kind == HandoffKind::GenerativeToProduction {
            qc::begin(service, system, &card, place).await?;
            continue;
        }
        let required = card.kind.required();
        let mut version = card.version;
        for item in &required[..place % required.len()] {
            let command = FillItem {
                id: card.id,
                version,
                item: *item,
                body: format!("{}: see the engagement's folder.", item.name()),
            };
            version = fill_item(service, system, command).await?.version;
        }
    }
    Ok(())
}

async fn sign_ins(service: &Service, system: &Actor) -> Result<Vec<(AccessRole, String)>> {
    let mut tx = service.db().read().await?;
    let stored = Stored::read(&mut tx).await?;
    drop(tx);
    let contact = companies::contact(companies::SIGNS_IN, 0);
    let contact = stored
        .contacts
        .iter()
        .find(|row| row.key == contact.as_str());
    let mut made = Vec::new();
    if let Some(row) = contact {
        let who = (None, Some(ContactId(row.id)));
        made.push(
            account(
                service,
                system,
                AccessRole::Client,
                (&row.name, &row.email),
                who,
            )
            .await?,
        );
    }
    for (role, name) in cast::SIGN_INS {
        let key = cast::person(name);
        let person = stored.people.iter().find(|row| row.key == key.as_str());
        if let (Some(row), Ok(role)) = (person, role.parse()) {
            let who = (Some(PersonId(row.id)), None);
            made.push(account(service, system, role, (&row.name, &row.email), who).await?);
        }
    }
    Ok(made)
}

async fn account(
    service: &Service,
    system: &Actor,
    role: AccessRole,
    (name, email): (&str, &str),
    (person, contact): (Option<PersonId>, Option<ContactId>),
) -> Result<(AccessRole, String)> {
    let new = NewUser {
        email: email.to_owned(),
        name: name.to_owned(),
        password: PASSWORD.to_owned(),
        role,
        person,
        contact,
    };
    create_user(service, system, new).await?;
    Ok((role, email.to_owned()))
}
