//! The sub-commands, one module each: what can be told to it, and what it does.

pub mod serve;
pub mod user;

use crate::settings::Settings;
use service::{Clock, Service};
use std::{process::ExitCode, sync::Arc};

/// What `baton` can be told to do.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Serve the screens, the portal and the live feed.
    Serve(serve::Serve),
    /// Make, list and change the accounts that sign in.
    #[command(subcommand)]
    User(user::User),
}

impl Command {
    /// Does it.
    ///
    /// # Errors
    /// With a sentence for whoever typed the command.
    pub async fn run(self, tools: Tools) -> anyhow::Result<ExitCode> {
        match self {
            Self::Serve(serve) => serve.run(&tools).await,
            Self::User(user) => user.run(&tools).await,
        }
    }
}

/// What the sub-commands work with.
pub struct Tools {
    /// What every sub-command is told.
    pub settings: Settings,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
}

impl Tools {
    /// Opens the database and the folder of files, and makes what is missing.
    ///
    /// # Errors
    /// When the one or the other cannot be used.
    pub async fn service(&self) -> anyhow::Result<Service> {
        let Settings {
            database_url,
            data_dir,
            ..
        } = &self.settings;
        Ok(Service::open(database_url, data_dir, self.clock.clone()).await?)
    }
}
