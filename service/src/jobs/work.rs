//! One job, read to be looked at or changed.

use crate::{
    Error, Result,
    db::{
        Tx,
        rows::{EngagementRow, JobRow, WorkflowRow, meaning::read},
    },
    facts::job_events,
};
use domain::{
    calendar::{Calendar, Step},
    facts::JobFact,
    ids::*,
    job::{JobState, Progress, holds_before_delivery},
    people::AccessRole,
    policy::{Action, Actor, may},
};

/// A job with all that a change to it looks at.
#[derive(Debug)]
pub(crate) struct Work {
    pub row: JobRow,
    pub fact: JobFact,
    pub engagement: EngagementRow,
}

impl Work {
    /// Reads a job that exists for `actor`.
    pub async fn load(tx: &mut Tx, actor: &Actor, id: JobId) -> Result<Self> {
        see_jobs(actor)?;
        let missing = Error::NotFound("job");
        let row = JobRow::by_id(tx, id.0)
            .await?
            .ok_or_else(|| missing.clone())?;
        let workflow = WorkflowRow::by_id(tx, row.workflow)
            .await?
            .ok_or_else(|| missing.clone())?;
        let engagement = EngagementRow::by_id(tx, workflow.engagement).await?;
        let engagement = engagement.ok_or_else(|| missing.clone())?;
        may(actor, Action::SeeClient(ClientId(engagement.client))).map_err(|_| missing)?;
        let fact = row.fact(job_events(tx, row.id).await?)?;
        Ok(Self {
            row,
            fact,
            engagement,
        })
    }

    /// Reads a job that `actor` saw at `version`.
    pub async fn at_version(tx: &mut Tx, actor: &Actor, id: JobId, version: i64) -> Result<Self> {
        let work = Self::load(tx, actor, id).await?;
        if work.row.version == version {
            Ok(work)
        } else {
            Err(Error::stale("job"))
        }
    }

    pub fn client(&self) -> ClientId {
        ClientId(self.engagement.client)
    }

    pub fn state(&self) -> Result<JobState> {
        read("job.state", &self.row.state)
    }

    /// Where the machine has it.
    pub fn progress(&self) -> Result<Progress> {
        let progress = Progress::replay(&self.fact.events);
        progress.map_err(|(_, error)| Error::fault("a stored history", error))
    }

    /// Why it is due when it is.
    pub fn why(&self, calendar: &Calendar) -> Vec<Step> {
        calendar.why(
            self.fact.sla,
            self.fact.submitted_at,
            &holds_before_delivery(&self.fact.events),
        )
    }
}

/// Whether `actor` may open jobs at all: its own in the portal, or the agency's.
pub(super) fn see_jobs(actor: &Actor) -> Result<()> {
    let action = match actor.role {
        AccessRole::Client => Action::SeePortal,
        _ => Action::SeeJobs,
    };
    Ok(may(actor, action)?)
}
