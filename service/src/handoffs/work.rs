//! One handoff, read to be changed.

use crate::{
    Error, Result,
    db::{
        Tx, all,
        rows::{EngagementRow, HandoffItemRow, HandoffRow, meaning::read},
    },
    facts::handoff_events,
    jobs,
};
use domain::{
    facts::HandoffFact,
    handoff::{HandoffKind, Item, OffBoard, Progress, Stage, check_on_board, gate::ItemState},
    ids::*,
    policy::{Action, Actor, may},
};

/// A handoff with all that a change to it looks at.
#[derive(Debug)]
pub(crate) struct Work {
    pub row: HandoffRow,
    pub fact: HandoffFact,
    pub engagement: EngagementRow,
    /// Its job; H3 only.
    pub job: Option<jobs::Work>,
    pub items: Vec<HandoffItemRow>,
}

impl Work {
    /// Reads a handoff that exists for `actor`.
    pub async fn load(tx: &mut Tx, actor: &Actor, id: HandoffId) -> Result<Self> {
        may(actor, Action::SeeBoard)?;
        let missing = Error::NotFound("handoff");
        let row = HandoffRow::by_id(tx, id.0)
            .await?
            .ok_or_else(|| missing.clone())?;
        let engagement = EngagementRow::by_id(tx, row.engagement)
            .await?
            .ok_or_else(|| missing.clone())?;
        may(actor, Action::SeeClient(ClientId(engagement.client))).map_err(|_| missing)?;
        let job = match row.job {
            Some(job) => Some(jobs::Work::load(tx, actor, JobId(job)).await?),
            None => None,
        };
        let sql = "SELECT * FROM handoff_item WHERE handoff = $1";
        Ok(Self {
            fact: row.fact(handoff_events(tx, row.id).await?)?,
            items: all!(tx, HandoffItemRow, sql, row.id)?,
            row,
            engagement,
            job,
        })
    }

    /// Reads a handoff that `actor` saw at `version`.
    pub async fn at_version(
        tx: &mut Tx,
        actor: &Actor,
        id: HandoffId,
        version: i64,
    ) -> Result<Self> {
        let work = Self::load(tx, actor, id).await?;
        if work.row.version != version {
            return Err(Error::stale("handoff"));
        }
        check_on_board(work.why_off_board()?).map_err(Error::refused)?;
        Ok(work)
    }

    /// Why it is on no board any more; none while it is, or once it is accepted.
    fn why_off_board(&self) -> Result<Option<OffBoard>> {
        let job = self.job.as_ref().map(|job| job.state()).transpose()?;
        Ok(OffBoard::of(
            self.stage()?,
            (self.row.withdrawn, self.row.stopped),
            job,
        ))
    }

    pub fn kind(&self) -> HandoffKind {
        self.fact.kind
    }

    pub fn stage(&self) -> Result<Stage> {
        read("handoff.stage", &self.row.stage)
    }

    /// Where the machine has it.
    pub fn progress(&self) -> Result<Progress> {
        let progress = Progress::replay(self.fact.kind, &self.fact.events);
        progress.map_err(|(_, error)| Error::fault("a stored history", error))
    }

    /// How the log names an edit of it: its id, and the version that it has since.
    pub fn edited(&self) -> (String, i64) {
        (self.row.id.to_string(), self.row.version + 1)
    }

    /// How the required items stand, in the order of the package.
    pub fn states(&self) -> Result<Vec<(Item, ItemState)>> {
        let mut states = Vec::new();
        for item in self.kind().required() {
            let row = self.items.iter().find(|row| row.item == item.name());
            let state = row
                .map(|row| read("handoff_item.state", &row.state))
                .transpose()?;
            states.push((*item, state.unwrap_or(ItemState::Missing)));
        }
        Ok(states)
    }
}
