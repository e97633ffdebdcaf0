//! `baton import`: an agency's past, from files.
//!
//! Read all files, note everything that is wrong, lay the rows over what is stored, follow every
//! history through the state machines, and only then write, in one transaction. An import tells
//! facts: it sets nothing in motion.

pub mod batch;
pub mod check;
pub mod fault;
pub mod format;
pub mod merge;
mod normal;
pub mod replay;
mod report;
mod save;

pub use report::{Refused, Report};

use crate::{Result, Service, db::Tx, export::Stored, live, plan};
use batch::{Batch, Incoming, Merged};
use check::Lookup;
use domain::{
    handoff::HandoffKind,
    policy::{Action, Actor, may},
};
use fault::{Fault, Faults};
use format::Files;
use std::collections::{BTreeSet, HashSet};

/// Whether an import writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// It writes.
    Write,
    /// It only says what it would write.
    DryRun,
}

/// Brings files in. Running the same import twice changes nothing the second time.
///
/// # Errors
/// With every fault of the files, or when the actor may not or the database cannot be written; then
/// nothing was written.
pub async fn import(
    service: &Service,
    actor: &Actor,
    files: &Files,
    mode: Mode,
) -> std::result::Result<Report, Refused> {
    may(actor, Action::Import).map_err(crate::Error::from)?;
    let mut faults = Faults::default();
    let incoming = Incoming::read(files, &mut faults);
    let mut tx = service.db().write().await?;
    let stored = Stored::read(&mut tx).await?;
    let outcomes = plan::outcome_keys(&mut tx).await?;
    let merged = checked(stored.batch()?, incoming, &outcomes, faults)?;
    let report = Report::of(&merged, mode);
    if mode == Mode::Write && report.changes_something() {
        save::save(service, &mut tx, &stored, &merged).await?;
        log(service, &mut tx, actor, &report).await?;
        service.commit(tx).await?;
    }
    Ok(report)
}

/// What there will be, if all of it can be; `faults` are those of reading the files.
fn checked(
    stored: Batch,
    mut incoming: Incoming,
    outcomes: &BTreeSet<String>,
    mut faults: Faults,
) -> std::result::Result<Merged, Vec<Fault>> {
    let rows = stored.handoffs.iter();
    let reports = rows.filter(|handoff| handoff.kind == HandoffKind::ProductionToSales);
    let reports: HashSet<String> = reports.map(|handoff| handoff.key.to_string()).collect();
    normal::normalise(&mut incoming, |handoff| reports.contains(handoff));
    let (merged, unread) = Merged::new(stored, incoming);
    let known = Lookup::new(&merged, &unread);
    check::check(&merged, &unread, &known, outcomes, &mut faults);
    replay::replay(&merged, &known, &unread, &mut faults);
    drop(known);
    faults.or(merged)
}

async fn log(service: &Service, tx: &mut Tx, actor: &Actor, report: &Report) -> Result<()> {
    let change = live::Change {
        client: None,
        entity: "import",
        id: service.id().to_string(),
        version: 0,
        action: "imported",
        body: report.summary(),
    };
    live::append(tx, actor, service.now(), change)
        .await
        .map(|_| ())
}
