//! What Baton knows of an engagement that ends: the numbers of its closing report.

use super::Lines;
use crate::{
    facts::{EngagementFact, JobFact},
    handoff::{HandoffEventKind, HandoffKind},
    ids::{EngagementId, JobId},
    job::JobEventKind,
    metrics::{Filter, Ledger, Metric, Number, RecordKind, Scope, Trace, measure, trace},
    people::AccessRole,
    policy::{Action, check_role},
    time::{Day, Period},
};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use uuid::Uuid;

/// How many of the best deliverables a report names.
const MOST_BEST: usize = 5;

/// The numbers of a closing report, over the whole engagement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Numbers {
    /// From its first day to the day after its last known one.
    pub period: Period,
    /// Unset for those who may not see it.
    pub margin: Option<Margin>,
    /// `on_time_delivery`: jobs on time ÷ jobs settled.
    pub on_time: Number,
    /// `job_requests`: jobs that the client sent.
    pub requests: Number,
    /// `qc_first_pass`: deliverables accepted at their first verdict ÷ those with a verdict.
    pub first_pass: Number,
    /// How often a deliverable was returned by QC.
    pub retakes: i64,
    /// `nps`, so far.
    pub nps: Number,
    /// The deliverables that went best, the latest first.
    pub best: Vec<Best>,
}

impl Numbers {
    /// What somebody with `role` may see of them. Sales gets the margin with the report: not before it is submitted.
    pub fn seen_by(mut self, role: AccessRole, submitted: bool) -> Self {
        let handed_over = role == AccessRole::Sales && submitted;
        if !handed_over && check_role(role, Action::SeeMargin).is_err() {
            self.margin = None;
        }
        self
    }
}

/// `production_margin`, and what it is made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Margin {
    /// Revenue − cost ÷ revenue, in cents.
    pub number: Number,
    /// Where the money went.
    pub lines: Lines,
}

/// A deliverable that its client approved, on time, without a retake and without asking for changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Best {
    /// Its job.
    pub job: JobId,
    /// That job's title.
    pub title: String,
    /// The day on which it was approved.
    pub approved_on: Day,
}

/// Drafts the numbers of `engagement` as they are known at the ledger's instant; `None` where there is no such
/// engagement.
pub fn draft(ledger: &Ledger, engagement: EngagementId) -> Option<Numbers> {
    let fact = ledger.engagement(engagement)?;
    let scope = Scope {
        period: period(ledger, fact),
        filter: Filter {
            engagements: vec![engagement],
            ..Filter::default()
        },
    };
    // Every one of these metrics knows the engagement filter.
    let number = |metric| measure(ledger, metric, &scope);
    let (margin, spent) = trace(ledger, Metric::ProductionMargin, &scope)?;
    let (on_time, deliveries) = trace(ledger, Metric::OnTimeDelivery, &scope)?;
    Some(Numbers {
        margin: Some(Margin {
            number: margin,
            lines: Lines::of(ledger, &spent),
        }),
        best: best(ledger, fact, &deliveries),
        on_time,
        requests: number(Metric::JobRequests)?,
        first_pass: number(Metric::QcFirstPass)?,
        retakes: retakes(ledger, engagement),
        nps: number(Metric::Nps)?,
        period: scope.period,
    })
}

/// From the signature, which may come before the first day, so that no request is lost, to today or the last day.
fn period(ledger: &Ledger, engagement: &EngagementFact) -> Period {
    let signed = ledger.facts().calendar.zone.day(engagement.sow_signed_at);
    let last = engagement
        .ends_on
        .map_or(ledger.today(), |end| end.min(ledger.today()));
    let from = signed.min(engagement.starts_on);
    Period {
        from,
        to: last.max(from).succ_opt().unwrap_or(Day::MAX),
    }
}

fn retakes(ledger: &Ledger, engagement: EngagementId) -> i64 {
    let handoffs = ledger.facts().handoffs.iter();
    let deliverables = handoffs.filter(|handoff| {
        handoff.engagement == engagement && handoff.kind == HandoffKind::GenerativeToProduction
    });
    let events = deliverables.flat_map(|handoff| &handoff.events);
    let returned =
        events.filter(|event| event.kind == HandoffEventKind::Returned && event.at <= ledger.asof);
    i64::try_from(returned.count()).unwrap_or(i64::MAX)
}

fn best(ledger: &Ledger, engagement: &EngagementFact, deliveries: &Trace) -> Vec<Best> {
    let on_time: HashSet<Uuid> = deliveries
        .counted
        .iter()
        .filter(|traced| traced.kind == RecordKind::Job && traced.part.numerator == 1)
        .map(|traced| traced.id)
        .collect();
    let workflows: HashSet<_> = ledger
        .facts()
        .workflows
        .iter()
        .filter(|workflow| workflow.engagement == engagement.id)
        .map(|workflow| workflow.id)
        .collect();
    let jobs = ledger.facts().jobs.iter();
    let candidates =
        jobs.filter(|job| workflows.contains(&job.workflow) && on_time.contains(&job.id.0));
    let mut best: Vec<Best> = candidates.filter_map(|job| praise(ledger, job)).collect();
    best.sort_by(|a, b| {
        b.approved_on
            .cmp(&a.approved_on)
            .then_with(|| a.title.cmp(&b.title))
    });
    best.truncate(MOST_BEST);
    best
}

/// A job that went straight through; `None` where it went back, or is not approved yet.
fn praise(ledger: &Ledger, job: &JobFact) -> Option<Best> {
    let mut known = job.events.iter().filter(|event| event.at <= ledger.asof);
    let went_back = known
        .clone()
        .any(|event| event.kind == JobEventKind::ChangesRequested)
        || known
            .clone()
            .filter(|event| event.kind == JobEventKind::Production)
            .count()
            > 1;
    let approved = known.find(|event| event.kind == JobEventKind::Approved)?;
    (!went_back).then(|| Best {
        job: job.id,
        title: job.title.clone(),
        approved_on: ledger.facts().calendar.zone.day(approved.at),
    })
}
