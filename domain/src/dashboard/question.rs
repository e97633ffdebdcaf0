//! What a dashboard is asked for, as it stands in the URL.

use super::{Choice, Choices, Span};
use crate::metrics::{Filter, Metric};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A period, a filter, and the number whose records are open. Printed and parsed as a URL's query.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Which days.
    pub span: Span,
    /// Who and what.
    pub filter: Filter,
    /// The number whose records are looked at.
    pub open: Option<Open>,
}

/// The records that are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Open {
    /// Whose.
    pub metric: Metric,
    /// Those that were left out, rather than those that were counted.
    pub left_out: bool,
    /// Which page of them, from 1.
    pub page: u32,
}

impl Open {
    /// The counted records of `metric`, from the first.
    pub const fn of(metric: Metric) -> Self {
        Self {
            metric,
            left_out: false,
            page: 1,
        }
    }
}

impl Question {
    /// Reads a URL's query, with or without its `?`. What cannot be read is passed over: an old or mistyped
    /// link shows the nearest page there is.
    pub fn parse(query: &str) -> Self {
        let mut question = Self {
            span: Span::parse(query),
            ..Self::default()
        };
        let (mut left_out, mut page) = (false, 1);
        for (name, value) in pairs(query) {
            let filter = &mut question.filter;
            match name {
                "client" => add(&mut filter.clients, value),
                "engagement" => add(&mut filter.engagements, value),
                "workflow" => add(&mut filter.workflows, value),
                "pod" => add(&mut filter.pods, value),
                "producer" => add(&mut filter.producers, value),
                "open" => question.open = value.parse().ok().map(Open::of),
                "show" => left_out = value == "left-out",
                "page" => page = value.parse().unwrap_or(1).max(1),
                _ => {}
            }
        }
        if let Some(open) = &mut question.open {
            (open.left_out, open.page) = (left_out, page);
        }
        question
    }

    /// The same, with the records of `open`, or none.
    pub fn opening(&self, open: Option<Open>) -> Self {
        Self {
            open,
            ..self.clone()
        }
    }

    /// The same over `span`.
    pub fn over(&self, span: Span) -> Self {
        Self {
            span,
            ..self.clone()
        }
    }

    /// The same with the filter changed by `change`, and no records open.
    pub fn filtered(&self, change: impl FnOnce(&mut Filter)) -> Self {
        let mut question = self.opening(None);
        change(&mut question.filter);
        question
    }

    /// The same, filtered by nothing but what there is to choose from: a number is never narrowed by something that
    /// its reader cannot see among the filters.
    pub fn among(&self, choices: &Choices) -> Self {
        let mut question = self.clone();
        let filter = &mut question.filter;
        keep(&mut filter.clients, &choices.clients);
        keep(&mut filter.engagements, &choices.engagements);
        keep(&mut filter.workflows, &choices.workflows);
        keep(&mut filter.pods, &choices.pods);
        keep(&mut filter.producers, &choices.producers);
        question
    }

    /// What a click on a mark asks for, one of many that `metric` compares: the first does `pick` it, a second one opens
    /// its records. The filters above let it go.
    pub fn clicked(&self, picked: bool, metric: Metric, pick: impl FnOnce(&Self) -> Self) -> Self {
        if picked {
            self.opening(Some(Open::of(metric)))
        } else {
            pick(self)
        }
    }

    /// Where `page` shows this.
    pub fn at(&self, page: &str) -> String {
        match self.to_string() {
            query if query.is_empty() => page.to_owned(),
            query => format!("{page}?{query}"),
        }
    }
}

/// Takes `id` into `list`, or out of it.
pub fn toggle<T: PartialEq>(list: &mut Vec<T>, id: T) {
    match list.iter().position(|other| *other == id) {
        Some(place) => drop(list.remove(place)),
        None => list.push(id),
    }
}

fn keep<Id: PartialEq>(ids: &mut Vec<Id>, choices: &[Choice<Id>]) {
    ids.retain(|id| choices.iter().any(|choice| choice.id == *id));
}

pub(crate) fn add<T: FromStr + PartialEq>(list: &mut Vec<T>, value: &str) {
    if let Ok(id) = value.parse()
        && !list.contains(&id)
    {
        list.push(id);
    }
}

/// The names and values of a query. Nothing that is asked for here needs escapes.
pub(crate) fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    let query = query.strip_prefix('?').unwrap_or(query);
    query.split('&').filter_map(|pair| pair.split_once('='))
}

/// As a query without its `?`; empty for this quarter without filters.
impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = self.span.to_query();
        let mut all = |name: &str, ids: Vec<String>| {
            parts.extend(ids.into_iter().map(|id| format!("{name}={id}")));
        };
        let filter = &self.filter;
        all("client", texts(&filter.clients));
        all("engagement", texts(&filter.engagements));
        all("workflow", texts(&filter.workflows));
        all("pod", texts(&filter.pods));
        all("producer", texts(&filter.producers));
        if let Some(open) = self.open {
            parts.push(format!("open={}", open.metric));
            if open.left_out {
                parts.push("show=left-out".into());
            }
            if open.page > 1 {
                parts.push(format!("page={}", open.page));
            }
        }
        f.write_str(&parts.join("&"))
    }
}

fn texts<T: fmt::Display>(ids: &[T]) -> Vec<String> {
    ids.iter().map(T::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn ids<T: fmt::Debug>(make: fn(Uuid) -> T) -> impl Strategy<Value = Vec<T>> {
        proptest::collection::btree_set(any::<u128>(), 0..3)
            .prop_map(move |set| set.into_iter().map(|n| make(Uuid::from_u128(n))).collect())
    }

    fn any_filter() -> impl Strategy<Value = Filter> {
        let parts = (
            ids(ClientId),
            ids(EngagementId),
            ids(WorkflowId),
            ids(PodId),
            ids(PersonId),
        );
        parts.prop_map(
            |(clients, engagements, workflows, pods, producers)| Filter {
                clients,
                engagements,
                workflows,
                pods,
                producers,
            },
        )
    }

    fn any_open() -> impl Strategy<Value = Option<Open>> {
        let metric = (0..Metric::ALL.len()).prop_map(|index| Metric::ALL[index]);
        proptest::option::of((metric, any::<bool>(), 1..9_u32)).prop_map(|open| {
            open.map(|(metric, left_out, page)| Open {
                metric,
                left_out,
                page,
            })
        })
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_back(
            span in crate::dashboard::span::any_span(),
            filter in any_filter(),
            open in any_open(),
        ) {
            let question = Question { span, filter, open };
            prop_assert_eq!(Question::parse(&question.to_string()), question);
        }

        #[test]
        fn whatever_stands_in_the_url_is_answered(text in ".{0,80}") {
            let question = Question::parse(&text);
            prop_assert_eq!(Question::parse(&question.to_string()), question);
        }
    }

    #[test]
    fn what_cannot_be_read_is_passed_over() {
        let question = Question::parse("?client=nobody&period=yesterday&open=luck&x=1");
        assert_eq!(question, Question::default());
        assert_eq!(question.at("/dashboard"), "/dashboard");
    }

    #[test]
    fn what_is_in_goes_out() {
        let mut list = vec![1, 2];
        toggle(&mut list, 1);
        toggle(&mut list, 3);
        assert_eq!(list, [2, 3]);
    }
}
