//! The sub-commands, one module each: what can be told to it, and what it does.

pub mod demo;
pub mod export;
pub mod import;
pub mod metrics;
pub(crate) mod read;
pub mod serve;
pub mod user;

use crate::settings::Settings;
use service::{Clock, Service, plan};
use std::{process::ExitCode, sync::Arc};

/// What `baton` can be told to do.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Serve the screens, the portal and the live feed.
    Serve(serve::Serve),
    /// Load a year of an invented agency into an empty database.
    Demo(demo::Demo),
    /// Bring in an agency's past, from a folder of CSV files.
    Import(import::Import),
    /// Write everything of the agency into a folder of CSV files.
    Export(export::Export),
    /// Print every number of the agency, with its records if asked for.
    Metrics(metrics::Metrics),
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
            Self::Demo(demo) => demo.run(&tools).await,
            Self::Import(import) => import.run(&tools).await,
            Self::Export(export) => export.run(&tools).await,
            Self::Metrics(metrics) => metrics.run(&tools).await,
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
    /// Opens the database and the folder of files, and makes what is missing: both, and the plan that comes with Baton.
    ///
    /// # Errors
    /// When the one or the other cannot be used.
    pub async fn service(&self) -> anyhow::Result<Service> {
        let Settings {
            database_url,
            data_dir,
            ..
        } = &self.settings;
        let service = Service::open(database_url, data_dir, self.clock.clone()).await?;
        plan::load_if_missing(&service).await?;
        Ok(service)
    }
}
