//! The rows that others refer to, by key.

use crate::import::{batch::Merged, format::*, merge::Entry};
use std::collections::HashMap;

/// The rows that others refer to, by key.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Lookup<'a> {
    pub people: HashMap<String, &'a PersonRow>,
    pub clients: HashMap<String, &'a ClientRow>,
    pub contacts: HashMap<String, &'a ContactRow>,
    pub pods: HashMap<String, &'a PodRow>,
    pub engagements: HashMap<String, &'a EngagementRow>,
    pub workflows: HashMap<String, &'a WorkflowRow>,
    pub jobs: HashMap<String, &'a JobRow>,
    pub handoffs: HashMap<String, &'a HandoffRow>,
}

impl<'a> Lookup<'a> {
    /// Lists the rows.
    pub fn new(merged: &'a Merged) -> Self {
        Self {
            people: by_key(&merged.people),
            clients: by_key(&merged.clients),
            contacts: by_key(&merged.contacts),
            pods: by_key(&merged.pods),
            engagements: by_key(&merged.engagements),
            workflows: by_key(&merged.workflows),
            jobs: by_key(&merged.jobs),
            handoffs: by_key(&merged.handoffs),
        }
    }

    /// The engagement of a job.
    pub fn engagement_of(&self, job: &Key) -> Option<&'a Key> {
        let job = self.jobs.get(job.as_str())?;
        let workflow = self.workflows.get(job.workflow.as_str())?;
        Some(&workflow.engagement)
    }
}

fn by_key<T: Table>(entries: &[Entry<T>]) -> HashMap<String, &T> {
    let rows = entries.iter().map(|entry| &entry.row);
    rows.map(|row| (row.identity(), row)).collect()
}
