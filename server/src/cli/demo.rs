//! `baton demo`: the year of an invented agency.

use super::{Tools, read};
use domain::time::Day;
use service::demo::{self, NotLoaded};
use std::{path::PathBuf, process::ExitCode};

/// What `demo` can be told.
///
/// Loads a year of an invented agency, ending today, into an empty database and prints who can sign in. The same day and
/// seed give the same agency, byte for byte. A database that has something in it is left as it is.
#[derive(clap::Args)]
pub struct Demo {
    /// The last day of the year; today where it is left out.
    #[arg(long, value_name = "DATE", value_parser = read::day)]
    today: Option<Day>,

    /// The seed that chance starts from.
    #[arg(long, default_value_t = demo::SEED)]
    seed: u64,

    /// Write the agency's CSV files into this folder instead; no database is touched.
    #[arg(long, value_name = "DIR")]
    write: Option<PathBuf>,
}

impl Demo {
    /// Writes or loads the demo agency.
    ///
    /// # Errors
    /// When the folder or the database cannot be written, or the database is not empty.
    pub async fn run(self, tools: &Tools) -> anyhow::Result<ExitCode> {
        let today = match self.today {
            Some(today) => today,
            None => demo::today(tools.clock.now())?,
        };
        if let Some(folder) = self.write {
            let files = demo::agency(today, self.seed)?.files();
            files.write_to(&folder)?;
            println!("Wrote {} files into {}.", files.0.len(), folder.display());
            return Ok(ExitCode::SUCCESS);
        }
        let service = tools.service().await?;
        let sign_ins = match demo::load(&service, today, self.seed).await {
            Ok(loaded) => {
                println!("{}", loaded.report);
                loaded.sign_ins
            }
            // Not a failure: whoever starts Baton with its demo does so more than once.
            Err(there @ NotLoaded::NotEmpty) => {
                println!("{there}");
                demo::known_sign_ins(&service).await?
            }
            Err(failed) => return Err(failed.into()),
        };
        if !sign_ins.is_empty() {
            println!("Demo sign-ins, all with the password `{}`:", demo::PASSWORD);
        }
        for (role, email) in sign_ins {
            println!("  {:<12}{email}", role.name());
        }
        Ok(ExitCode::SUCCESS)
    }
}
