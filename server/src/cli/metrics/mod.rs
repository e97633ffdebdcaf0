//! `baton metrics`: every number, so that an outsider can check it.

mod line;
mod question;

use super::{Tools, read};
use domain::{
    metrics::{Ledger, Metric},
    time::{Day, Instant},
};
use line::Line;
use service::facts;
use std::process::ExitCode;

/// What `metrics` can be told.
///
/// Prints numerator, denominator and value of every metric, as known at an instant, over a period and under filters.
/// Several filters of one kind widen it, several kinds must all hold. Money is in cents, durations are in seconds or days.
#[derive(clap::Args)]
pub struct Metrics {
    /// What happened after this instant is not known; now where it is left out. Like 2026-09-30T18:00:00-07:00.
    #[arg(long, value_name = "INSTANT", value_parser = read::instant)]
    asof: Option<Instant>,

    /// The first day of the period; that of the quarter of `--asof` where it is left out.
    #[arg(long, value_name = "DATE", value_parser = read::day)]
    from: Option<Day>,

    /// The day after the last one of the period; the end of the quarter where it is left out.
    #[arg(long, value_name = "DATE", value_parser = read::day)]
    to: Option<Day>,

    /// Only this client, by its key; may be given several times.
    #[arg(long = "client", value_name = "KEY")]
    clients: Vec<String>,

    /// Only this engagement.
    #[arg(long = "engagement", value_name = "KEY")]
    engagements: Vec<String>,

    /// Only this workflow.
    #[arg(long = "workflow", value_name = "KEY")]
    workflows: Vec<String>,

    /// Only engagements of this pod.
    #[arg(long = "pod", value_name = "KEY")]
    pods: Vec<String>,

    /// Only engagements of this producer.
    #[arg(long = "producer", value_name = "KEY")]
    producers: Vec<String>,

    /// Print a JSON array instead of a table.
    #[arg(long)]
    json: bool,

    /// List the records that each number counted and left out, with the reason; with `--json` alone.
    #[arg(long, requires = "json")]
    trace: bool,
}

impl Metrics {
    /// Prints the numbers.
    ///
    /// # Errors
    /// When a key is not known, the period is none, or the database cannot be read.
    pub async fn run(self, tools: &Tools) -> anyhow::Result<ExitCode> {
        let service = tools.service().await?;
        let mut tx = service.db().read().await?;
        let facts = facts::load(&mut tx).await?;
        drop(tx);
        let asof = self.asof.unwrap_or_else(|| tools.clock.now());
        let scope = self.scope(&facts, asof)?;
        let ledger = Ledger::new(&facts, asof);
        let metrics = Metric::ALL
            .iter()
            .filter(|metric| **metric != Metric::Milestone);
        let lines: Vec<Line> = metrics
            .map(|metric| Line::of(&ledger, *metric, &scope, self.trace))
            .collect();
        if self.json {
            println!("{}", serde_json::to_string_pretty(&lines)?);
        } else {
            lines.iter().for_each(|line| println!("{line}"));
        }
        Ok(ExitCode::SUCCESS)
    }
}
