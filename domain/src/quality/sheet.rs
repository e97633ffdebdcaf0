//! First passes and retakes as their page shows them.

use super::{
    By, Counted, Judged, QcCount, QcGroup, QualityQuestion, Ruling,
    count::{counts, keys, rulings},
};
use crate::{
    engagement::Named,
    facts::Facts,
    ids::*,
    metrics::{Ledger, Metric, Scope},
    time::{Day, Instant, Period},
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// How many verdicts stand on one page.
const PER_PAGE: usize = 50;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QualitySheet {
    /// The number of the last change that it knows.
    pub seq: i64,
    /// The agency's day.
    pub today: Day,
    /// The days that it is about.
    pub period: Period,
    /// All verdicts of the period.
    pub all: QcCount,
    /// By workflow, most retakes first.
    pub workflows: Vec<QcGroup>,
    /// By maker.
    pub makers: Vec<QcGroup>,
    /// By the line that failed.
    pub reasons: Vec<QcGroup>,
    /// The clients that there are, by name.
    pub clients: Vec<Named<ClientId>>,
    /// The workflows that there are, by name, each with its client's.
    pub choices: Vec<(Named<WorkflowId>, String)>,
    /// The verdicts that are looked at one by one.
    pub rows: Option<RulingRows>,
}

/// A page of verdicts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulingRows {
    /// What they have in common.
    pub title: String,
    /// How many there are.
    pub total: usize,
    /// Which page it is, from 1.
    pub page: u32,
    /// How many pages there are, at least one.
    pub pages: u32,
    /// The latest first.
    pub rows: Vec<RulingRow>,
}

/// One verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulingRow {
    /// The handoff of the deliverable.
    pub handoff: HandoffId,
    /// What the job is called.
    pub title: String,
    /// Client and workflow.
    pub about: String,
    /// Who made it.
    pub maker: String,
    /// When.
    pub at: Instant,
    /// Whether it was accepted.
    pub accepted: bool,
    /// Whether it was the first verdict.
    pub first: bool,
    /// The lines that failed.
    pub failed: Vec<String>,
}

/// What the page shows for a question; `judged` is what is known of the verdicts beyond their histories.
pub fn sheet(
    ledger: &Ledger,
    judged: &HashMap<HandoffId, Vec<Judged>>,
    question: &QualityQuestion,
    seq: i64,
) -> QualitySheet {
    let (facts, today) = (ledger.facts(), ledger.today());
    let scope = Scope {
        period: question.span.period(today),
        filter: question.filter(),
    };
    let rulings = rulings(ledger, &scope, judged);
    QualitySheet {
        seq,
        today,
        period: scope.period,
        all: QcCount::of(&rulings),
        workflows: counts(&rulings, By::Workflow, facts),
        makers: counts(&rulings, By::Maker, facts),
        reasons: counts(&rulings, By::Reason, facts),
        clients: clients(facts),
        choices: workflows(ledger),
        rows: rows(ledger, &rulings, question),
    }
}

fn clients(facts: &Facts) -> Vec<Named<ClientId>> {
    let named = facts.clients.iter().map(|client| Named {
        id: client.id,
        name: client.name.clone(),
    });
    let mut named: Vec<_> = named.collect();
    named.sort_by(|a, b| a.name.cmp(&b.name));
    named
}

fn workflows(ledger: &Ledger) -> Vec<(Named<WorkflowId>, String)> {
    let client = |engagement| {
        let id = ledger.engagement(engagement)?.client;
        let found = ledger.facts().clients.iter().find(|one| one.id == id)?;
        Some(found.name.clone())
    };
    let named = ledger.facts().workflows.iter().map(|workflow| {
        let name = Named {
            id: workflow.id,
            name: workflow.name.clone(),
        };
        (name, client(workflow.engagement).unwrap_or_default())
    });
    let mut named: Vec<_> = named.collect();
    named.sort_by(|(a, of), (b, other)| (&a.name, of).cmp(&(&b.name, other)));
    named
}

fn rows(ledger: &Ledger, rulings: &[Ruling], question: &QualityQuestion) -> Option<RulingRows> {
    let open = question.open.as_ref()?;
    let of = if open.by == By::All {
        By::All.name()
    } else {
        &open.of
    };
    let wanted: Vec<_> = rulings
        .iter()
        .filter(|ruling| match open.counted {
            Counted::FirstPass => ruling.first,
            Counted::Retakes => !ruling.accepted,
        })
        .filter(|ruling| keys(ruling, open.by).iter().any(|key| key == of))
        .collect();
    let pages = wanted.len().div_ceil(PER_PAGE).max(1);
    let page = (open.page as usize).clamp(1, pages);
    let shown = wanted.iter().skip((page - 1) * PER_PAGE).take(PER_PAGE);
    let group = counts(rulings, open.by, ledger.facts());
    let group = group.into_iter().find(|group| group.key == of);
    Some(RulingRows {
        title: title(open.counted, open.by, group.as_ref()),
        total: wanted.len(),
        page: page as u32,
        pages: pages as u32,
        rows: shown.map(|ruling| row(ledger, ruling)).collect(),
    })
}

fn title(counted: Counted, by: By, group: Option<&QcGroup>) -> String {
    let what = match counted {
        Counted::FirstPass => "First verdicts",
        Counted::Retakes => "Retakes",
    };
    match group {
        Some(group) if by != By::All => format!("{what}: {}", group.name),
        _ => what.to_owned(),
    }
}

/// A page has few rows, so that looking each up is quicker than indexing everything.
fn row(ledger: &Ledger, ruling: &Ruling) -> RulingRow {
    let facts = ledger.facts();
    let job = ruling.job;
    let job = job.and_then(|id| facts.jobs.iter().find(|one| one.id == id));
    let client = facts.clients.iter().find(|one| one.id == ruling.client);
    let workflow = ruling.workflow;
    let workflow = workflow.and_then(|id| facts.workflows.iter().find(|one| one.id == id));
    let about = [client.map(|one| &one.name), workflow.map(|one| &one.name)];
    let about: Vec<&str> = about.into_iter().flatten().map(String::as_str).collect();
    let maker = ruling.judged.maker.and_then(|id| ledger.person(id));
    RulingRow {
        handoff: ruling.handoff,
        title: job.map_or_else(|| "A deliverable".to_owned(), |job| job.title.clone()),
        about: about.join(" · "),
        maker: maker.map_or_else(|| "Not known".to_owned(), |one| one.name.clone()),
        at: ruling.at,
        accepted: ruling.accepted,
        first: ruling.first,
        failed: ruling.judged.failed.clone(),
    }
}

impl QualitySheet {
    /// What all verdicts of the period say, in a sentence.
    pub fn takeaway(&self) -> String {
        let QcCount {
            passed,
            firsts,
            retakes,
        } = self.all;
        if firsts == 0 && retakes == 0 {
            return "QC gave no verdict in this period.".to_owned();
        }
        let share = self.all.first_pass().shown(Metric::QcFirstPass);
        let retakes = match retakes {
            0 => "no retake".to_owned(),
            1 => "1 retake".to_owned(),
            many => format!("{many} retakes"),
        };
        format!(
            "{passed} of {firsts} deliverables passed at their first verdict ({share}), {retakes}."
        )
    }

    /// Who or what has the most retakes, in a sentence.
    pub fn most(groups: &[QcGroup]) -> String {
        match groups.first().filter(|group| group.count.retakes > 0) {
            None => "No retake in this period.".to_owned(),
            Some(group) => {
                let all: i64 = groups.iter().map(|group| group.count.retakes).sum();
                let about = match group.about.as_str() {
                    "" => String::new(),
                    about => format!(" of {about}"),
                };
                format!(
                    "Most: {}{about}, {} of {all}.",
                    group.name, group.count.retakes
                )
            }
        }
    }
}
