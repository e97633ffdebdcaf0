//! What a number is asked for: a period, an instant of knowing, and a set of filters.

use super::Metric;
use crate::{
    facts::EngagementFact,
    ids::*,
    time::{Day, Instant, Period, Zone},
};
use serde::{Deserialize, Serialize};

/// A set of clients, engagements, workflows, pods and producers. An empty list lets all pass; several
/// kinds together must all hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// Only these clients.
    pub clients: Vec<ClientId>,
    /// Only these engagements.
    pub engagements: Vec<EngagementId>,
    /// Only these workflows; few numbers know them.
    pub workflows: Vec<WorkflowId>,
    /// Only engagements that have one of these pods now.
    pub pods: Vec<PodId>,
    /// Only engagements that have one of these producers now.
    pub producers: Vec<PersonId>,
}

fn passes<T: PartialEq>(wanted: &[T], id: Option<&T>) -> bool {
    wanted.is_empty() || id.is_some_and(|id| wanted.contains(id))
}

impl Filter {
    /// Whether what hangs on `engagement` passes (workflows aside).
    pub fn engagement(&self, engagement: &EngagementFact) -> bool {
        passes(&self.clients, Some(&engagement.client))
            && passes(&self.engagements, Some(&engagement.id))
            && passes(&self.pods, engagement.pod.as_ref())
            && passes(&self.producers, engagement.producer.as_ref())
    }

    /// Whether what hangs on `workflow` passes that filter.
    pub fn workflow(&self, workflow: Option<WorkflowId>) -> bool {
        passes(&self.workflows, workflow.as_ref())
    }

    /// Whether `producer` passes that filter.
    pub fn producer(&self, producer: PersonId) -> bool {
        passes(&self.producers, Some(&producer))
    }

    /// Whether an NPS answer passes: without an engagement it drops out under every filter but the client's.
    pub fn survey(&self, client: ClientId, engagement: Option<&EngagementFact>) -> bool {
        let about_an_engagement =
            !(self.engagements.is_empty() && self.pods.is_empty() && self.producers.is_empty());
        passes(&self.clients, Some(&client))
            && match engagement {
                Some(engagement) => {
                    passes(&self.engagements, Some(&engagement.id))
                        && passes(&self.pods, engagement.pod.as_ref())
                        && passes(&self.producers, engagement.producer.as_ref())
                }
                None => !about_an_engagement,
            }
    }

    /// Whether `metric` can be asked for under this filter (DOMAIN section 5, "Filters").
    pub fn applies_to(&self, metric: Metric) -> bool {
        let beyond_producer =
            !(self.clients.is_empty() && self.engagements.is_empty() && self.pods.is_empty());
        let workflow = !self.workflows.is_empty();
        match metric {
            Metric::HandoffCompliance3
            | Metric::OnTimeDelivery
            | Metric::JobRequests
            | Metric::QcFirstPass => true,
            Metric::Producers | Metric::ProducerRampWeeks | Metric::ClientsPerProducer => {
                !beyond_producer && !workflow
            }
            Metric::Milestone => !beyond_producer && !workflow && self.producers.is_empty(),
            _ => !workflow,
        }
    }
}

/// The period that a number is about, and what may be known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The days.
    pub period: Period,
    /// Who and what is asked for.
    pub filter: Filter,
}

/// A period as far as it is known at an instant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    /// The first instant.
    pub start: Instant,
    /// The instant after the last.
    pub end: Instant,
    asof: Instant,
    /// The first day.
    pub from: Day,
    /// The day after the last known one: a period still running is measured to the day of `asof`, included.
    pub to: Day,
}

impl Known {
    pub fn new(period: Period, asof: Instant, zone: &Zone) -> Self {
        let (start, end) = period.instants(zone);
        let tomorrow = zone.day(asof).succ_opt().unwrap_or(Day::MAX);
        Self {
            start,
            end,
            asof,
            from: period.from,
            to: period.to.min(tomorrow),
        }
    }

    /// Whether something that happened at `at` is in the period and known.
    pub fn has(&self, at: Instant) -> bool {
        self.start <= at && at < self.end && at <= self.asof
    }

    /// Whether something of that day is in the period and known.
    pub fn has_day(&self, day: Day) -> bool {
        self.from <= day && day < self.to
    }
}
