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
    /// The id of the person of the agency behind it.
    #[arg(long, value_name = "ID")]
    person: Option<PersonId>,
    /// The id of the client's contact behind it; for the role `client`.
    #[arg(long, value_name = "ID", required_if_eq("role", "client"))]
    contact: Option<ContactId>,
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
            Self::List => list(&service, &me).await?,
            Self::Add(add) => add.run(&service, &me).await?,
            Self::Password(which) => {
                let id = which.find(&service, &me).await?.id;
                access::set_password(&service, &me, id, &password()?).await?;
            }
            Self::Close(which) => close(&service, &me, which, true).await?,
            Self::Open(which) => close(&service, &me, which, false).await?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl Add {
    async fn run(self, service: &Service, me: &Actor) -> anyhow::Result<()> {
        let Self {
            email,
            name,
            role,
            person,
            contact,
        } = self;
        let password = password()?;
        access::create_user(
            service,
            me,
            NewUser {
                email,
                name,
                password,
                role,
                person,
                contact,
            },
        )
        .await?;
        Ok(())
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

async fn list(service: &Service, me: &Actor) -> anyhow::Result<()> {
    for Account {
        email,
        role,
        name,
        disabled,
        ..
    } in access::users(service, me).await?
    {
        let state = if disabled { "closed" } else { "open" };
        println!("{email}\t{role}\t{name}\t{state}");
    }
    Ok(())
}

async fn close(service: &Service, me: &Actor, which: Which, disabled: bool) -> anyhow::Result<()> {
    let id = which.find(service, me).await?.id;
    Ok(access::set_disabled(service, me, id, disabled).await?)
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
