//! `baton import`: an agency's past, from a folder of CSV files.

use super::Tools;
use domain::policy::Actor;
use service::import::{Mode, Refused, format::Files, import};
use std::{path::PathBuf, process::ExitCode};

/// What `import` can be told.
///
/// Reads settings.csv, holidays.csv, people.csv, clients.csv, contacts.csv, pods.csv, engagements.csv, workflows.csv,
/// jobs.csv, job_events.csv, handoffs.csv, handoff_events.csv, costs.csv, surveys.csv and milestones.csv, as far as they
/// are there; another CSV file there is a fault, files of other kinds are ignored. Every fault is listed with its file, line and column, and then nothing is written. Rows are known by
/// their key: running the same import twice changes nothing the second time.
#[derive(clap::Args)]
pub struct Import {
    /// The folder of CSV files.
    #[arg(value_name = "DIR")]
    folder: PathBuf,

    /// Only say what would happen: how many rows are new, changed and unchanged.
    #[arg(long)]
    dry_run: bool,
}

impl Import {
    /// Imports.
    ///
    /// # Errors
    /// When the folder cannot be read or the database cannot be written.
    pub async fn run(self, tools: &Tools) -> anyhow::Result<ExitCode> {
        let files = Files::read_from(&self.folder)?;
        let service = tools.service().await?;
        let mode = if self.dry_run {
            Mode::DryRun
        } else {
            Mode::Write
        };
        match import(&service, &Actor::system("Import"), &files, mode).await {
            Ok(report) => {
                println!("{report}");
                Ok(ExitCode::SUCCESS)
            }
            Err(Refused::Faults(faults)) => {
                eprintln!("{}", Refused::Faults(faults));
                Ok(ExitCode::FAILURE)
            }
            Err(refused) => Err(refused.into()),
        }
    }
}
