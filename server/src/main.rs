//! The binary `baton`: one sub-command a task. What they do is in `cli`.

use clap::Parser;
use server::{
    cli::{Command, Tools},
    log,
    settings::Settings,
};
use std::{process::ExitCode, sync::Arc};

/// Baton: handoffs, client portal and numbers of an agency, in one program.
#[derive(Parser)]
#[command(name = "baton", version, propagate_version = true)]
struct Baton {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    command: Command,
}

/// The machine's clock: the only place that asks it.
struct SystemClock;

impl service::Clock for SystemClock {
    #[allow(
        clippy::disallowed_methods,
        reason = "below this everybody is told the time"
    )]
    fn now(&self) -> domain::time::Instant {
        chrono::Utc::now()
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let Baton { settings, command } = Baton::parse();
    log::start();
    let tools = Tools {
        settings,
        clock: Arc::new(SystemClock),
    };
    match command.run(tools).await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("baton: {error:#}");
            ExitCode::FAILURE
        }
    }
}
