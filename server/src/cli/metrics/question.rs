//! What is asked for: the period and the filters, by key.

use super::Metrics;
use anyhow::{Context as _, ensure};
use domain::{
    facts::Facts,
    metrics::{Filter, Scope},
    time::{Instant, Period, Quarter},
};

impl Metrics {
    /// The scope of the question.
    ///
    /// # Errors
    /// When a key is not known, or the period ends before it begins.
    pub(super) fn scope(&self, facts: &Facts, asof: Instant) -> anyhow::Result<Scope> {
        let quarter = Quarter::of(facts.calendar.zone.day(asof)).period();
        let period = Period {
            from: self.from.unwrap_or(quarter.from),
            to: self.to.unwrap_or(quarter.to),
        };
        ensure!(
            period.from <= period.to,
            "--to {} is before --from {}",
            period.to,
            period.from
        );
        Ok(Scope {
            period,
            filter: self.filter(facts)?,
        })
    }

    fn filter(&self, facts: &Facts) -> anyhow::Result<Filter> {
        Ok(Filter {
            clients: ids("client", &self.clients, &facts.clients, |row| {
                (&row.key, row.id)
            })?,
            engagements: ids("engagement", &self.engagements, &facts.engagements, |row| {
                (&row.key, row.id)
            })?,
            workflows: ids("workflow", &self.workflows, &facts.workflows, |row| {
                (&row.key, row.id)
            })?,
            pods: ids("pod", &self.pods, &facts.pods, |row| (&row.key, row.id))?,
            producers: ids("person", &self.producers, &facts.people, |row| {
                (&row.key, row.id)
            })?,
        })
    }
}

fn ids<T, I>(
    what: &str,
    keys: &[String],
    rows: &[T],
    named: impl Fn(&T) -> (&String, I),
) -> anyhow::Result<Vec<I>> {
    let found = |key: &String| {
        let mut named = rows.iter().map(&named);
        let found = named.find(|(known, _)| *known == key).map(|(_, id)| id);
        found.with_context(|| format!("no {what} has the key `{key}`"))
    };
    keys.iter().map(found).collect()
}
