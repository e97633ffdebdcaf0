//! Jobs that have just come in.

use super::query::JobsQuery;
use crate::ui::toast::use_toasts;
use domain::{
    ids::JobId,
    job::{JobCard, JobList, JobState},
};
use leptos::prelude::*;
use std::{collections::HashSet, time::Duration};

/// How long a job that has come in stands out.
const STANDS_OUT: Duration = Duration::from_secs(8);

/// Which jobs came in while the list was looked at.
#[derive(Clone, Copy)]
pub struct Arrivals(RwSignal<HashSet<JobId>>);

impl Arrivals {
    /// Watches `jobs`; a new job that comes in without another `query` having been asked is marked, and told of: it may stand further down.
    pub fn among(jobs: RwSignal<JobList>, query: Memo<JobsQuery>) -> Self {
        let marked = RwSignal::new(HashSet::new());
        let toasts = use_toasts();
        Effect::new(move |before: Option<(JobsQuery, HashSet<JobId>)>| {
            let query = query.get_untracked();
            let jobs = jobs.read();
            let here: HashSet<JobId> = jobs.cards.iter().map(|card| card.id).collect();
            if let Some((asked, known)) = before
                && asked == query
            {
                let is_new = |card: &&JobCard| {
                    card.state == JobState::Submitted && !known.contains(&card.id)
                };
                for card in jobs.cards.iter().filter(is_new) {
                    toasts.tell(format!(
                        "New job: {}, from {}",
                        card.title, card.client.name
                    ));
                    mark(marked, card.id);
                }
            }
            (query, here)
        });
        Self(marked)
    }

    /// Whether a job has just come in; tracked.
    pub fn has(self, id: JobId) -> bool {
        self.0.read().contains(&id)
    }
}

fn mark(marked: RwSignal<HashSet<JobId>>, id: JobId) {
    marked.update(|marked| {
        marked.insert(id);
    });
    set_timeout(
        move || {
            // Nobody looks any more where the page was left meanwhile.
            let _ = marked.try_update(|marked| marked.remove(&id));
        },
        STANDS_OUT,
    );
}
