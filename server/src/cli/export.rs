//! `baton export`: everything of the agency as a folder of CSV files.

use super::Tools;
use domain::policy::Actor;
use service::{export::export, import::format::NoFiles};
use std::{path::PathBuf, process::ExitCode};

/// What `export` can be told.
///
/// Writes the files that `baton import` reads, sorted by key and time: an import of them into an empty database makes the
/// same database, and the same export byte for byte.
#[derive(clap::Args)]
pub struct Export {
    /// The folder to write into; it is made where it is missing, and files of these names are replaced.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

impl Export {
    /// Exports.
    ///
    /// # Errors
    /// When the database cannot be read or the folder cannot be written.
    pub async fn run(self, tools: &Tools) -> anyhow::Result<ExitCode> {
        let service = tools.service().await?;
        let files = export(&service, &Actor::system("Export")).await?;
        let written: Result<(), NoFiles> = files.write_to(&self.folder);
        written?;
        println!(
            "Wrote {} files into {}.",
            files.0.len(),
            self.folder.display()
        );
        Ok(ExitCode::SUCCESS)
    }
}
