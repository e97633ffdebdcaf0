//! Early ends of engagements as the change log keeps them, each with what it set in motion.

use super::take_back_ending::check;
use crate::{
    Error, Result, Service,
    db::{
        Tx,
        rows::{EngagementEndingRow, EngagementRow},
    },
    edits::{self, Told},
};
use domain::{
    board::Undo,
    engagement::Ending,
    handoff::undo::NotTakenBack,
    ids::*,
    policy::{Action, Actor, may},
    time::Day,
};
use serde::{Deserialize, Serialize};

/// An early end, with what became of the handoffs and jobs that were open then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Ended {
    /// The last day before; unset where it was open-ended.
    pub was: Option<Day>,
    pub last_day: Day,
    pub reason: String,
    /// Handoffs that left the board and count nowhere.
    pub withdrawn: Vec<HandoffId>,
    /// Handoffs that left the board and count as they did.
    pub stopped: Vec<HandoffId>,
    /// Jobs that nobody had begun with.
    pub declined: Vec<JobId>,
    /// The closing report, where there was none before.
    pub opened: Option<HandoffId>,
    pub takes_back: bool,
}

impl Ended {
    /// An end that has set nothing in motion yet.
    pub fn of(row: &EngagementEndingRow) -> Self {
        Self {
            was: row.was,
            last_day: row.last_day,
            reason: row.reason.clone(),
            withdrawn: Vec::new(),
            stopped: Vec::new(),
            declined: Vec::new(),
            opened: None,
            takes_back: false,
        }
    }
}

impl edits::Edit for Ended {
    const ENTITY: &'static str = "engagement_ending";

    fn takes_back(&self) -> bool {
        self.takes_back
    }
}

/// All ends of an engagement, and what took them back.
pub(super) async fn all(tx: &mut Tx, row: &EngagementRow) -> Result<Vec<Told<Ended>>> {
    edits::all::<Ended>(tx, row.id.to_string()).await
}

/// The end that stands, or why there is none to take back.
pub(super) fn last<'e>(
    ends: &'e [Told<Ended>],
    row: &EngagementRow,
) -> Result<&'e Told<Ended>, NotTakenBack> {
    edits::last(ends, |_| true, |ended| row.ends_on == Some(ended.last_day))
}

/// How an engagement was ended early, each time that it was, as its page tells of it.
pub(super) async fn endings(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    id: EngagementId,
) -> Result<Vec<Ending>> {
    let row = EngagementRow::by_id(tx, id.0).await?;
    let row = row.ok_or(Error::NotFound("engagement"))?;
    let ends = all(tx, &row).await?;
    let mut endings: Vec<Ending> = Vec::new();
    for told in &ends {
        if !told.edit.takes_back {
            endings.push(ending(told));
        } else if let Some(last) = endings.last_mut() {
            last.taken_back = Some((told.at, told.by.clone()));
        }
    }
    if let (Ok(told), Some(stands)) = (last(&ends, &row), endings.last_mut()) {
        stands.undo = offer(service, tx, actor, &row, told).await?;
    }
    Ok(endings)
}

fn ending(told: &Told<Ended>) -> Ending {
    Ending {
        at: told.at,
        by: Some(told.by.clone()),
        was: told.edit.was,
        last_day: told.edit.last_day,
        reason: told.edit.reason.clone(),
        taken_back: None,
        undo: None,
    }
}

/// Whether `actor` can take the end back now; none where the role may not.
async fn offer(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    row: &EngagementRow,
    told: &Told<Ended>,
) -> Result<Option<Undo>> {
    if may(actor, Action::SignEngagement).is_err() {
        return Ok(None);
    }
    match check(service, tx, actor, row, told).await {
        Ok(()) => Ok(Some(Undo::Offered)),
        Err(Error::Refused(why)) => Ok(Some(Undo::Refused(why))),
        Err(fault) => Err(fault),
    }
}
