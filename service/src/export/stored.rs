//! Everything that the format knows of, as it stands in the database.

use crate::{
    Result,
    db::{Tx, rows::*},
};
use std::collections::HashMap;
use uuid::Uuid;

/// The rows of all tables of the format, sorted: by key, and events by their key and number.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct Stored {
    pub settings: Vec<SettingRow>,
    pub holidays: Vec<HolidayRow>,
    pub people: Vec<PersonRow>,
    pub clients: Vec<ClientRow>,
    pub contacts: Vec<ContactRow>,
    pub pods: Vec<PodRow>,
    pub pod_members: Vec<PodMemberRow>,
    pub engagements: Vec<EngagementRow>,
    pub workflows: Vec<WorkflowRow>,
    pub jobs: Vec<JobRow>,
    pub job_events: Vec<JobEventRow>,
    pub handoffs: Vec<HandoffRow>,
    pub handoff_events: Vec<HandoffEventRow>,
    pub costs: Vec<CostRow>,
    pub surveys: Vec<SurveyRow>,
    pub milestones: Vec<MilestoneRow>,
}

impl Stored {
    /// Reads them in one moment of the database.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn read(tx: &mut Tx) -> Result<Self> {
        let mut stored = Self {
            settings: SettingRow::all(tx).await?,
            holidays: HolidayRow::all(tx).await?,
            people: PersonRow::all(tx).await?,
            clients: ClientRow::all(tx).await?,
            contacts: ContactRow::all(tx).await?,
            pods: PodRow::all(tx).await?,
            pod_members: PodMemberRow::all(tx).await?,
            engagements: EngagementRow::all(tx).await?,
            workflows: WorkflowRow::all(tx).await?,
            jobs: JobRow::all(tx).await?,
            job_events: JobEventRow::all(tx).await?,
            handoffs: HandoffRow::all(tx).await?,
            handoff_events: HandoffEventRow::all(tx).await?,
            costs: CostRow::all(tx).await?,
            surveys: SurveyRow::all(tx).await?,
            milestones: MilestoneRow::all(tx).await?,
        };
        stored.sort();
        stored.leave_out_taken_back();
        Ok(stored)
    }

    /// Whether nothing of an agency is stored yet.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty() && self.clients.is_empty() && self.engagements.is_empty()
    }

    /// The format tells what happened: what was taken back never did.
    fn leave_out_taken_back(&mut self) {
        self.job_events = standing(std::mem::take(&mut self.job_events));
        self.handoff_events = standing(std::mem::take(&mut self.handoff_events));
        self.handoffs.retain(|handoff| !handoff.withdrawn);
    }

    /// Sorted here, because databases sort text differently.
    fn sort(&mut self) {
        macro_rules! by_key {
            ($($table:ident),+) => { $(self.$table.sort_by(|a, b| a.key.cmp(&b.key));)+ };
        }
        by_key!(
            people,
            clients,
            contacts,
            pods,
            engagements,
            workflows,
            jobs,
            handoffs,
            costs,
            surveys
        );
        self.settings.sort_by(|a, b| a.name.cmp(&b.name));
        self.holidays.sort_by_key(|holiday| holiday.date);
        self.milestones.sort_by(|a, b| a.outcome.cmp(&b.outcome));
        self.pod_members
            .sort_by_key(|member| (member.pod, member.seq));
        let jobs = places(self.jobs.iter().map(|job| job.id));
        self.job_events
            .sort_by_key(|event| (jobs.get(&event.job).copied(), event.seq));
        let handoffs = places(self.handoffs.iter().map(|handoff| handoff.id));
        self.handoff_events
            .sort_by_key(|event| (handoffs.get(&event.handoff).copied(), event.seq));
    }
}

/// Where each identity stands.
fn places(ids: impl Iterator<Item = Uuid>) -> HashMap<Uuid, usize> {
    ids.enumerate().map(|(place, id)| (id, place)).collect()
}
