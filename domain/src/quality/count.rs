//! First passes and retakes, counted by workflow, maker and reason.
//!
//! What is counted are the verdicts that `qc_first_pass` looks at ([`crate::metrics::qc_verdicts`]), so that both say the
//! same; who made a version and what failed in it is added to them.

use super::By;
use crate::{
    facts::Facts,
    ids::*,
    metrics::{Ledger, Number, Scope, qc_verdicts},
    time::Instant,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// What is known of a verdict beyond its handoff's history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judged {
    /// Who made the version that it is about.
    pub maker: Option<PersonId>,
    /// The lines that failed, as they read then.
    pub failed: Vec<String>,
}

/// A verdict with all that it is counted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// The handoff of the deliverable.
    pub handoff: HandoffId,
    /// Its job.
    pub job: Option<JobId>,
    /// Whose it is.
    pub client: ClientId,
    /// The kind of work.
    pub workflow: Option<WorkflowId>,
    /// When.
    pub at: Instant,
    /// Accepted, or else a retake.
    pub accepted: bool,
    /// Whether it is the deliverable's first.
    pub first: bool,
    /// Who made it, and what failed.
    pub judged: Judged,
}

/// What a group of verdicts comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QcCount {
    /// First verdicts that accepted.
    pub passed: i64,
    /// First verdicts.
    pub firsts: i64,
    /// Verdicts that returned, first or not.
    pub retakes: i64,
}

/// The verdicts that have something in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QcGroup {
    /// Names it in an address; without letters that need escapes.
    pub key: String,
    /// What they have in common.
    pub name: String,
    /// What else tells it from others of the same name; may be empty.
    pub about: String,
    /// What they come to.
    pub count: QcCount,
}

impl QcCount {
    fn add(&mut self, ruling: &Ruling) {
        self.firsts += i64::from(ruling.first);
        self.passed += i64::from(ruling.first && ruling.accepted);
        self.retakes += i64::from(!ruling.accepted);
    }

    /// First passes ÷ first verdicts, as `qc_first_pass` has it.
    pub const fn first_pass(self) -> Number {
        Number {
            numerator: self.passed,
            denominator: self.firsts,
        }
    }

    /// All of these together.
    pub fn of<'r>(rulings: impl IntoIterator<Item = &'r Ruling>) -> Self {
        let mut count = Self::default();
        rulings.into_iter().for_each(|ruling| count.add(ruling));
        count
    }
}

/// The verdicts of the period with what is known of them; `judged` has those of each handoff in the order of its history.
pub fn rulings(
    ledger: &Ledger,
    scope: &Scope,
    judged: &HashMap<HandoffId, Vec<Judged>>,
) -> Vec<Ruling> {
    let verdicts = qc_verdicts(ledger, scope).into_iter();
    let mut rulings: Vec<_> = verdicts
        .map(|verdict| {
            let known = judged.get(&verdict.handoff.id);
            Ruling {
                handoff: verdict.handoff.id,
                job: verdict.handoff.job,
                client: verdict.client,
                workflow: verdict.workflow,
                at: verdict.at,
                accepted: verdict.accepted,
                first: verdict.first,
                judged: known
                    .and_then(|known| known.get(verdict.place))
                    .cloned()
                    .unwrap_or_default(),
            }
        })
        .collect();
    rulings.sort_by_key(|ruling| (std::cmp::Reverse(ruling.at), ruling.handoff));
    rulings
}

/// The groups of some verdicts: most retakes first, then by name. By reason only retakes have a group, one for each line
/// that failed.
pub fn counts(rulings: &[Ruling], by: By, facts: &Facts) -> Vec<QcGroup> {
    let mut groups: BTreeMap<String, QcGroup> = BTreeMap::new();
    for ruling in rulings {
        for (key, name, about) in names(ruling, by, facts) {
            let group = groups.entry(key.clone()).or_insert_with(|| QcGroup {
                key,
                name,
                about,
                count: QcCount::default(),
            });
            group.count.add(ruling);
        }
    }
    let mut groups: Vec<_> = groups.into_values().collect();
    groups.sort_by(|a, b| {
        let fewer_retakes = b.count.retakes.cmp(&a.count.retakes);
        fewer_retakes.then_with(|| (&a.name, &a.about).cmp(&(&b.name, &b.about)))
    });
    groups
}

/// The keys of the groups that a verdict is in.
pub(super) fn keys(ruling: &Ruling, by: By) -> Vec<String> {
    let id = |id: Option<String>| vec![id.unwrap_or_else(|| UNKNOWN.to_owned())];
    match by {
        By::All => vec![By::All.name().to_owned()],
        By::Workflow => id(ruling.workflow.map(|id| id.to_string())),
        By::Maker => id(ruling.judged.maker.map(|id| id.to_string())),
        By::Reason if ruling.accepted => Vec::new(),
        By::Reason if ruling.judged.failed.is_empty() => id(None),
        By::Reason => {
            let mut keys: Vec<_> = ruling
                .judged
                .failed
                .iter()
                .map(|line| key_of(line))
                .collect();
            keys.sort();
            keys.dedup();
            keys
        }
    }
}

/// The group of what is not known.
const UNKNOWN: &str = "unknown";

fn names(ruling: &Ruling, by: By, facts: &Facts) -> Vec<(String, String, String)> {
    let named = |key: String| {
        let (name, about) = match by {
            By::All => ("All".to_owned(), String::new()),
            By::Workflow => workflow(ruling, facts),
            By::Maker => (maker(ruling, facts), String::new()),
            By::Reason => (reason(ruling, &key), String::new()),
        };
        (key, name, about)
    };
    keys(ruling, by).into_iter().map(named).collect()
}

fn workflow(ruling: &Ruling, facts: &Facts) -> (String, String) {
    let known = ruling.workflow;
    let workflow = known.and_then(|id| facts.workflows.iter().find(|one| one.id == id));
    let client = facts.clients.iter().find(|one| one.id == ruling.client);
    (
        workflow.map_or_else(|| "Not known".to_owned(), |one| one.name.clone()),
        client.map(|one| one.name.clone()).unwrap_or_default(),
    )
}

fn maker(ruling: &Ruling, facts: &Facts) -> String {
    let known = ruling.judged.maker;
    let person = known.and_then(|id| facts.people.iter().find(|one| one.id == id));
    person.map_or_else(|| "Not known".to_owned(), |one| one.name.clone())
}

fn reason(ruling: &Ruling, key: &str) -> String {
    let mut failed = ruling.judged.failed.iter();
    let found = failed.find(|line| key_of(line) == key);
    found.map_or_else(|| "In words alone".to_owned(), Clone::clone)
}

/// Lines that read the same are the same reason, whatever workflow they stand in. FNV-1a, so that words become something
/// that an address can carry.
fn key_of(line: &str) -> String {
    let hash = line.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
