//! `baton user`: the accounts that sign in.

use super::Tools;
use anyhow::{Context as _, bail};
use domain::{
    ids::{ContactId, PersonId},
    people::AccessRole,
    policy::Actor,
};
use service::{
    Service,
    access::{self, NewUser, User as Account},
};
use std::{io::BufRead as _, process::ExitCode};

/// What can be done with accounts. Passwords are read from the standard input, one line: a command line is seen by others.
#[derive(clap::Subcommand)]
pub enum User {
    /// List all accounts: e-mail, role, name, open or closed.
    List,
    /// Make an account. The password is read from the standard input.
    Add(Add),
    /// Give an account a new password, read from the standard input, and end its sessions.
    Password(Which),
    /// Close an account and end its sessions.
    Close(Which),
    /// Open a closed account again.
    Open(Which),
}

/// What an account is made of.
#[derive(clap::Args)]
pub struct Add {
    /// The e-mail address to sign in with.
    email: String,
    /// As others read it.
    #[arg(long)]
    name: String,
    /// What it may do: client, producer, sales, generative, executive or admin.
    #[arg(long)]
    role: AccessRole,
    /// The person of the agency behind it, by e-mail address; where it is left out, whoever has the account's own.
    #[arg(long, value_name = "EMAIL", conflicts_with = "contact")]
    person: Option<String>,
    /// The client's contact behind an account of the role `client`, by e-mail address; the account's own where it is left out.
    #[arg(long, value_name = "EMAIL")]
    contact: Option<String>,
}

/// An account that there is.
#[derive(clap::Args)]
pub struct Which {
    /// The e-mail address that signs in.
    email: String,
}

impl User {
    /// Does it.
    ///
    /// # Errors
    /// With a sentence for whoever typed the command.
    pub async fn run(self, tools: &Tools) -> anyhow::Result<ExitCode> {
        let service = tools.service().await?;
        let me = Actor::system("command line");
        match self {
            Self::List => list(&access::users(&service, &me).await?),
            Self::Add(add) => add.run(&service, &me).await?,
            Self::Password(which) => {
                let account = which.find(&service, &me).await?;
                access::set_password(&service, &me, account.id, &password()?).await?;
                println!(
                    "{} has a new password; its sessions are ended.",
                    account.email
                );
            }
            Self::Close(which) => close(&service, &me, which, true).await?,
            Self::Open(which) => close(&service, &me, which, false).await?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl Add {
    async fn run(self, service: &Service, me: &Actor) -> anyhow::Result<()> {
        let is_contact = self.role == AccessRole::Client || self.contact.is_some();
        let (mut person, mut contact) = (None, None);
        if is_contact {
            contact = Some(self.of_a_client(service, me).await?);
        } else {
            person = self.of_the_agency(service, me).await?;
        }
        let behind = match (&person, &contact) {
            (Some((_, name)), _) => format!("for {name} of the agency"),
            (None, Some((_, name))) => format!("for the contact {name}"),
            (None, None) => "for nobody whom the agency's data know".to_owned(),
        };
        let new = NewUser {
            email: self.email.clone(),
            name: self.name,
            password: password()?,
            role: self.role,
            person: person.map(|(id, _)| id),
            contact: contact.map(|(id, _)| id),
        };
        access::create_user(service, me, new).await?;
        println!(
            "Made the account {} with the role {}, {behind}.",
            self.email.trim().to_lowercase(),
            self.role
        );
        Ok(())
    }

    /// The contact behind the account.
    async fn of_a_client(
        &self,
        service: &Service,
        me: &Actor,
    ) -> anyhow::Result<(ContactId, String)> {
        let email = self.contact.as_ref().unwrap_or(&self.email);
        let contact = access::contact_at(service, me, email).await?;
        contact.with_context(|| {
            format!("no contact of a client has the address {email}; name one with --contact EMAIL")
        })
    }

    /// The person behind the account; nobody where none was named and none has its address.
    async fn of_the_agency(
        &self,
        service: &Service,
        me: &Actor,
    ) -> anyhow::Result<Option<(PersonId, String)>> {
        let email = self.person.as_ref().unwrap_or(&self.email);
        let person = access::person_at(service, me, email).await?;
        if self.person.is_some() && person.is_none() {
            bail!("nobody of the agency has the address {email}");
        }
        Ok(person)
    }
}

impl Which {
    async fn find(&self, service: &Service, me: &Actor) -> anyhow::Result<Account> {
        let accounts = access::users(service, me).await?;
        let email = self.email.trim().to_lowercase();
        let found = accounts.into_iter().find(|account| account.email == email);
        found.with_context(|| {
            format!("there is no account for {email}; `baton user list` shows all")
        })
    }
}

/// Prints a table of accounts, as wide as what stands in it.
fn list(accounts: &[Account]) {
    if accounts.is_empty() {
        println!("There is no account yet; `baton user add` makes one.");
        return;
    }
    let head = ["e-mail", "role", "name", "state"];
    let rows = accounts.iter().map(|account| {
        let state = if account.disabled { "closed" } else { "open" };
        [&account.email, account.role.name(), &account.name, state]
    });
    let rows: Vec<[&str; 4]> = std::iter::once(head).chain(rows).collect();
    let width = |column: usize| {
        let widths = rows.iter().map(|row| row[column].chars().count());
        widths.max().unwrap_or_default()
    };
    let (email, role, name) = (width(0), width(1), width(2));
    for [address, of, person, state] in &rows {
        println!("{address:<email$}  {of:<role$}  {person:<name$}  {state}");
    }
}

async fn close(service: &Service, me: &Actor, which: Which, disabled: bool) -> anyhow::Result<()> {
    let account = which.find(service, me).await?;
    access::set_disabled(service, me, account.id, disabled).await?;
    if disabled {
        println!("{} is closed; its sessions are ended.", account.email);
    } else {
        println!("{} is open: it can sign in again.", account.email);
    }
    Ok(())
}

fn password() -> anyhow::Result<String> {
    eprintln!("Password (one line, it is shown as you type):");
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    let password = line.trim_end_matches(['\r', '\n']);
    if password.is_empty() {
        bail!("no password was given; pipe it in, or type it");
    }
    Ok(password.to_owned())
}
