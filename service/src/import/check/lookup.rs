//! The rows that others refer to, by key.

use crate::import::{
    batch::{Merged, Unread},
    format::*,
    merge::Entry,
};
use std::collections::HashMap;

/// The rows that others refer to, by key.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Lookup<'a> {
    pub people: Named<'a, PersonRow>,
    pub clients: Named<'a, ClientRow>,
    pub contacts: Named<'a, ContactRow>,
    pub pods: Named<'a, PodRow>,
    pub engagements: Named<'a, EngagementRow>,
    pub workflows: Named<'a, WorkflowRow>,
    pub jobs: Named<'a, JobRow>,
    pub handoffs: Named<'a, HandoffRow>,
}

/// The rows of a file by key, and those that could not be read.
#[derive(Debug)]
pub struct Named<'a, T> {
    rows: HashMap<String, &'a T>,
    lost: &'a Lost,
}

impl<'a, T: Table> Named<'a, T> {
    fn new(entries: &'a [Entry<T>], lost: &'a Lost) -> Self {
        let rows = entries.iter().map(|entry| &entry.row);
        let rows = rows.map(|row| (row.identity(), row)).collect();
        Self { rows, lost }
    }

    /// Whether there is a row of this key; one that could not be read is one.
    pub fn has(&self, key: &Key) -> bool {
        self.rows.contains_key(key.as_str()) || self.lost.has(key.as_str())
    }

    /// The row of this key; nothing where the files have one that could not be read.
    pub fn get(&self, key: &str) -> Option<&'a T> {
        let row = self.rows.get(key).copied();
        row.filter(|_| !self.lost.has(key))
    }

    /// Whether two keys are those of different rows. One that no row has is noted where it stands,
    /// and differs from none.
    pub fn differ(&self, key: &Key, other: &Key) -> bool {
        key != other && self.has(key) && self.has(other)
    }

    /// Whether a value that a row lacks may stand in a column that could not be read.
    pub fn lacks_columns(&self) -> bool {
        self.lost.has_columns()
    }
}

impl<'a> Lookup<'a> {
    /// Lists the rows.
    pub fn new(merged: &'a Merged, unread: &'a Unread) -> Self {
        Self {
            people: Named::new(&merged.people, &unread.people),
            clients: Named::new(&merged.clients, &unread.clients),
            contacts: Named::new(&merged.contacts, &unread.contacts),
            pods: Named::new(&merged.pods, &unread.pods),
            engagements: Named::new(&merged.engagements, &unread.engagements),
            workflows: Named::new(&merged.workflows, &unread.workflows),
            jobs: Named::new(&merged.jobs, &unread.jobs),
            handoffs: Named::new(&merged.handoffs, &unread.handoffs),
        }
    }

    /// The engagement of a job.
    pub fn engagement_of(&self, job: &Key) -> Option<&'a Key> {
        let job = self.jobs.get(job.as_str())?;
        let workflow = self.workflows.get(job.workflow.as_str())?;
        Some(&workflow.engagement)
    }
}
