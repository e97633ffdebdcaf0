//! What the address says about the list of jobs: its filter and its page.

use crate::address::{joined, list, toggle};
use domain::job::JobFilter;
use leptos_router::params::ParamsMap;
use std::str::FromStr;

/// Everything that the list's address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JobsQuery {
    /// Which jobs are shown.
    pub filter: JobFilter,
    /// Which page of them, from 0.
    pub page: i64,
}

impl JobsQuery {
    /// Reads the address. What it cannot read, it leaves out: an old link still opens the list.
    pub fn read(params: &ParamsMap) -> Self {
        let page: Option<i64> = params.get_str("page").and_then(|page| page.parse().ok());
        Self {
            filter: JobFilter {
                states: list(params, "state"),
                clients: list(params, "client"),
                workflows: list(params, "workflow"),
                producers: list(params, "producer"),
                at_risk: params.get_str("risk") == Some("1"),
                text: params.get("q").unwrap_or_default(),
            },
            // People count pages from 1.
            page: page.unwrap_or(1).max(1) - 1,
        }
    }

    /// The address that says this: `/jobs` alone for the first page of all open jobs.
    pub fn address(&self) -> String {
        let Self { filter, page } = self;
        let mut params = ParamsMap::new();
        let mut put = |name: &'static str, value: String| {
            if !value.is_empty() {
                params.insert(name, value);
            }
        };
        put("state", joined(&filter.states, ToString::to_string));
        put("client", joined(&filter.clients, ToString::to_string));
        put("workflow", joined(&filter.workflows, ToString::to_string));
        put("producer", joined(&filter.producers, ToString::to_string));
        put(
            "risk",
            if filter.at_risk {
                "1".to_owned()
            } else {
                String::new()
            },
        );
        put("q", filter.text.clone());
        put(
            "page",
            if *page > 0 {
                (page + 1).to_string()
            } else {
                String::new()
            },
        );
        format!("/jobs{}", params.to_query_string())
    }

    /// With `change` made to its filter: that list begins at its first page.
    pub fn with(&self, change: impl FnOnce(&mut JobFilter)) -> Self {
        let mut filter = self.filter.clone();
        change(&mut filter);
        Self { filter, page: 0 }
    }

    /// Another page of the same list.
    pub fn at(&self, page: i64) -> Self {
        Self {
            page,
            ..self.clone()
        }
    }

    /// Whether any open job may be hidden by the filter.
    pub fn is_filtered(&self) -> bool {
        self.filter != JobFilter::default()
    }
}

/// Switches what `value` names; what names nothing changes nothing.
pub fn switch<T: FromStr + PartialEq>(list: &mut Vec<T>, value: &str) {
    if let Ok(item) = value.parse() {
        toggle(list, item);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{
        ids::{ClientId, PersonId, WorkflowId},
        job::JobState,
    };
    use leptos_router::location::RequestUrl;
    use uuid::Uuid;

    fn read(address: &str) -> JobsQuery {
        let params = RequestUrl::new(address)
            .parse()
            .map(|url| url.search_params().clone());
        JobsQuery::read(&params.unwrap_or_default())
    }

    #[test]
    fn what_is_printed_is_read_back() {
        for (seed, text) in ["", "spring launch", "a&b=c #1?", "50 % + Größe"]
            .into_iter()
            .enumerate()
        {
            let number = seed as u128;
            let query = JobsQuery {
                filter: JobFilter {
                    states: JobState::ALL[..seed].to_vec(),
                    clients: (0..number).map(|n| ClientId(Uuid::from_u128(n))).collect(),
                    workflows: (0..number % 2)
                        .map(|n| WorkflowId(Uuid::from_u128(n + 3)))
                        .collect(),
                    producers: (0..number % 3)
                        .map(|n| PersonId(Uuid::from_u128(n + 7)))
                        .collect(),
                    at_risk: seed % 2 == 0,
                    text: text.to_owned(),
                },
                page: seed as i64,
            };
            assert_eq!(read(&query.address()), query, "{}", query.address());
        }
    }

    #[test]
    fn nothing_asked_is_the_plain_address() {
        assert_eq!(JobsQuery::default().address(), "/jobs");
    }

    #[test]
    fn what_is_no_filter_is_left_out() {
        assert_eq!(
            read("/jobs?state=open,delivered&client=nobody&risk=yes&page=-3").address(),
            "/jobs?state=delivered"
        );
    }

    #[test]
    fn another_filter_begins_at_the_first_page() {
        let query = JobsQuery::default().at(4);
        assert_eq!(
            query
                .with(|filter| switch(&mut filter.states, "delivered"))
                .address(),
            "/jobs?state=delivered"
        );
    }
}
