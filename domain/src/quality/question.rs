//! What the page of quality is asked for, as it stands in the URL.

use crate::{
    dashboard::{
        Span,
        question::{add, pairs},
    },
    ids::*,
    metrics::Filter,
    named,
};
use std::fmt;

named! {
    /// What verdicts are counted by.
    pub enum By {
        All = "all",
        Workflow = "workflow",
        Maker = "maker",
        Reason = "reason",
    }
}

named! {
    /// What is counted of them.
    pub enum Counted {
        FirstPass = "first_pass",
        Retakes = "retakes",
    }
}

/// The verdicts that are looked at one by one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What they were counted by.
    pub by: By,
    /// The key of their group.
    pub of: String,
    /// What was counted.
    pub counted: Counted,
    /// Which page of them, from 1.
    pub page: u32,
}

/// A period, a filter, and the number whose records are open. Printed and parsed as a URL's query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QualityQuestion {
    /// Which days.
    pub span: Span,
    /// Only this client.
    pub client: Option<ClientId>,
    /// Only this workflow.
    pub workflow: Option<WorkflowId>,
    /// The verdicts that are looked at.
    pub open: Option<Opened>,
}

impl QualityQuestion {
    /// Reads a URL's query, with or without its `?`. What cannot be read is passed over: an old or mistyped link shows
    /// the nearest page there is.
    pub fn parse(query: &str) -> Self {
        let mut filter = Filter::default();
        let (mut by, mut of, mut counted, mut page) = (None, String::new(), None, 1);
        for (name, value) in pairs(query) {
            match name {
                "client" => add(&mut filter.clients, value),
                "workflow" => add(&mut filter.workflows, value),
                "by" => by = value.parse().ok(),
                "of" => {
                    of = value
                        .chars()
                        .filter(char::is_ascii_graphic)
                        .take(60)
                        .collect()
                }
                "open" => counted = value.parse().ok(),
                "page" => page = value.parse().unwrap_or(1).max(1),
                _ => {}
            }
        }
        let open = |(by, counted)| Opened {
            by,
            of,
            counted,
            page,
        };
        Self {
            span: Span::parse(query),
            client: filter.clients.first().copied(),
            workflow: filter.workflows.first().copied(),
            open: by.zip(counted).map(open),
        }
    }

    /// The same, with other records open, or none.
    #[must_use]
    pub fn opening(&self, open: Option<Opened>) -> Self {
        Self {
            open,
            ..self.clone()
        }
    }

    /// Who and what, as the numbers are asked.
    pub fn filter(&self) -> Filter {
        Filter {
            clients: self.client.into_iter().collect(),
            workflows: self.workflow.into_iter().collect(),
            ..Filter::default()
        }
    }

    /// Where the page shows this.
    pub fn address(&self) -> String {
        match self.to_string() {
            query if query.is_empty() => "/quality".to_owned(),
            query => format!("/quality?{query}"),
        }
    }
}

/// As a query without its `?`; empty for this quarter without filters.
impl fmt::Display for QualityQuestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = self.span.to_query();
        parts.extend(self.client.map(|id| format!("client={id}")));
        parts.extend(self.workflow.map(|id| format!("workflow={id}")));
        if let Some(open) = &self.open {
            parts.push(format!("by={}&open={}", open.by, open.counted));
            if !open.of.is_empty() {
                parts.push(format!("of={}", open.of));
            }
            if open.page > 1 {
                parts.push(format!("page={}", open.page));
            }
        }
        f.write_str(&parts.join("&"))
    }
}
