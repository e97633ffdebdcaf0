//! The records behind a number: those it counted, and those it left out with the reason.

use super::{Figure, Open, Question};
use crate::{
    facts::Facts,
    ids::*,
    metrics::{Ledger, Metric, Number, RecordKind, Scope, Trace, Traced, trace_period},
    money::Cents,
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// How many records stand on one page.
pub const PER_PAGE: usize = 50;

/// The records behind a number, a page of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Records {
    /// What is looked at.
    pub open: Open,
    /// The number as people read it.
    pub text: String,
    /// How many were counted.
    pub counted: usize,
    /// How many were left out.
    pub left_out: usize,
    /// How many of those that are looked at share a reason, the most frequent first.
    pub reasons: Vec<(String, usize)>,
    /// One page of those that are looked at.
    pub rows: Vec<RecordRow>,
    /// How many pages there are, at least one.
    pub pages: u32,
}

/// One record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecordRow {
    /// What it is.
    pub kind: RecordKind,
    /// What it is called.
    pub title: String,
    /// Whose it is, where that says more.
    pub about: String,
    /// Its page, where it has one.
    pub path: Option<String>,
    /// What it adds, where that is more than one: days, money.
    pub adds: Option<String>,
    /// Why it counts as it does, or was left out.
    pub why: String,
}

/// The page of records that `open` asks for.
pub(super) fn records(ledger: &Ledger, question: &Question, open: Open) -> Records {
    let scope = Scope {
        period: question.span.period(ledger.today()),
        filter: question.filter.clone(),
    };
    let traced = trace_period(ledger, open.metric, &scope);
    let figure = traced.as_ref().map(|(number, _)| *number);
    let trace = traced.map(|(_, trace)| trace).unwrap_or_default();
    let (counted, left_out) = (trace.counted.len(), trace.left_out.len());
    let wanted = wanted(trace, open);
    let pages = wanted.len().div_ceil(PER_PAGE).max(1);
    let page = (open.page as usize).clamp(1, pages);
    let rows = wanted.iter().skip((page - 1) * PER_PAGE).take(PER_PAGE);
    Records {
        open: Open {
            page: page as u32,
            ..open
        },
        text: figure
            .map_or(Figure::NotApplicable, Figure::Measured)
            .shown(open.metric),
        counted,
        left_out,
        reasons: reasons(&wanted),
        rows: rows.map(|traced| row(ledger, open, traced)).collect(),
        pages: pages as u32,
    }
}

/// Those that are looked at; of shares, what fell short comes first, for that is what people look for.
fn wanted(trace: Trace, open: Open) -> Vec<Traced> {
    if open.left_out {
        return trace.left_out;
    }
    let mut counted = trace.counted;
    if open.metric.parts_of().is_some() {
        counted.sort_by_key(|traced| traced.part.numerator);
    }
    counted
}

fn reasons(records: &[Traced]) -> Vec<(String, usize)> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for record in records {
        *counts.entry(record.why.to_string()).or_default() += 1;
    }
    let mut reasons: Vec<_> = counts.into_iter().collect();
    reasons.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    reasons
}

/// What a record is called, whose it is and where its page is.
#[derive(Default)]
struct Named {
    title: String,
    about: String,
    path: Option<String>,
}

impl Named {
    fn new(title: &str, about: &str, path: String) -> Self {
        Self {
            title: title.to_owned(),
            about: about.to_owned(),
            path: Some(path),
        }
    }
}

fn row(ledger: &Ledger, open: Open, traced: &Traced) -> RecordRow {
    let named = named(ledger, traced).unwrap_or_else(|| Named {
        title: traced.key.clone(),
        ..Named::default()
    });
    RecordRow {
        kind: traced.kind,
        title: named.title,
        about: named.about,
        path: named.path,
        adds: (!open.left_out)
            .then(|| adds(open.metric, traced))
            .flatten(),
        why: traced.why.to_string(),
    }
}

/// A page has few rows, so that looking each up is quicker than indexing everything.
fn named(ledger: &Ledger, traced: &Traced) -> Option<Named> {
    let (facts, id) = (ledger.facts(), traced.id);
    match traced.kind {
        RecordKind::Engagement => engagement(ledger, EngagementId(id)),
        RecordKind::Job => job(ledger, JobId(id)),
        RecordKind::Handoff => {
            let handoff = facts.handoffs.iter().find(|one| one.id.0 == id)?;
            let about = match handoff.job {
                Some(id) => job(ledger, id)?,
                None => engagement(ledger, handoff.engagement)?,
            };
            let title = format!("H{} {}", handoff.kind.number(), about.title);
            let path = format!("/handoffs/{}", handoff.id);
            Some(Named::new(&title, &about.about, path))
        }
        RecordKind::Cost => {
            let cost = facts.costs.iter().find(|one| one.id.0 == id)?;
            let about = engagement(ledger, cost.engagement)?;
            let note = Some(&cost.note).filter(|note| !note.is_empty());
            let title = format!("{} {}", cost.date, note.unwrap_or(&about.title));
            Some(Named { title, ..about })
        }
        RecordKind::Survey => {
            let survey = facts.surveys.iter().find(|one| one.id.0 == id)?;
            let about = survey.engagement.and_then(|id| engagement(ledger, id));
            Some(Named {
                title: client(facts, survey.client)?.to_owned(),
                about: survey.comment.clone(),
                path: about.and_then(|about| about.path),
            })
        }
        RecordKind::Person => {
            let person = ledger.person(PersonId(id))?;
            Some(Named::new(
                &person.name,
                &person.title,
                format!("/team#{id}"),
            ))
        }
        RecordKind::Client => {
            let name = client(facts, ClientId(id))?;
            Some(Named::new(name, "", format!("/engagements?client={id}")))
        }
        RecordKind::Milestone => Some(Named::new(&traced.key, "", "/plan".into())),
    }
}

fn client(facts: &Facts, id: ClientId) -> Option<&str> {
    let found = facts.clients.iter().find(|one| one.id == id);
    found.map(|client| client.name.as_str())
}

fn engagement(ledger: &Ledger, id: EngagementId) -> Option<Named> {
    let engagement = ledger.engagement(id)?;
    let client = client(ledger.facts(), engagement.client)?;
    Some(Named::new(
        &engagement.name,
        client,
        format!("/engagements/{id}"),
    ))
}

fn job(ledger: &Ledger, id: JobId) -> Option<Named> {
    let facts = ledger.facts();
    let job = facts.jobs.iter().find(|one| one.id == id)?;
    let workflow = facts.workflows.iter().find(|one| one.id == job.workflow)?;
    let about = engagement(ledger, workflow.engagement)?;
    Some(Named::new(&job.title, &about.about, format!("/jobs/{id}")))
}

/// What a counted record adds, where the reason does not say it all.
fn adds(metric: Metric, traced: &Traced) -> Option<String> {
    match metric {
        Metric::ProductionMargin => Some(Cents(traced.part.numerator).to_string()),
        Metric::OnboardingDays | Metric::ProducerRampWeeks => Some(
            Number {
                numerator: traced.part.numerator,
                denominator: traced.part.denominator,
            }
            .shown(metric),
        ),
        _ => None,
    }
}
