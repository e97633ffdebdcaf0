//! The plan as it is written: what the department promised for a year.

use super::{Section, Target};
use crate::{
    metrics::Metric,
    time::{Period, Quarter},
};
use serde::{Deserialize, Serialize};

/// A year of a department.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Plan {
    pub year: i32,
    pub department: String,
    pub head: String,
    pub reports_to: String,
    pub status: String,
    pub last_updated: String,
    pub summary: Vec<String>,
    pub through_line: String,
    pub whygos: Vec<WhyGo>,
    pub dependencies: Vec<Dependency>,
    pub cadence: Vec<Cadence>,
    pub sign_off: Vec<SignOff>,
}

/// A goal with its why, and the outcomes that show it is reached.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct WhyGo {
    pub number: u8,
    pub title: String,
    pub why: String,
    pub goal: String,
    /// The company goals it ladders to.
    pub ladders_to: Vec<u8>,
    /// How strong that connection is.
    pub strength: String,
    pub outcomes: Vec<Outcome>,
    /// What the plan adds in words (dependencies on the platform).
    #[serde(default)]
    pub notes: Vec<String>,
    /// What the plan adds under headings of its own (the handoff cycle, the pod's structure, the hiring trigger).
    #[serde(default)]
    pub sections: Vec<Section>,
}

impl WhyGo {
    /// The company goals that it ladders to: `Company #1 + #4`.
    pub fn ladders(&self) -> String {
        let goals = self.ladders_to.iter().map(|goal| format!("#{goal}"));
        format!("Company {}", goals.collect::<Vec<_>>().join(" + "))
    }
}

/// What shall be reached, quarter by quarter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Outcome {
    /// Its name in files (`milestones.csv`) and URLs.
    pub key: String,
    pub name: String,
    pub metric: Metric,
    pub owners: Vec<String>,
    /// Q1 to Q4; none where the plan prints a dash.
    pub targets: [Option<Target>; 4],
}

impl Outcome {
    /// The target of `quarter`, if it has one.
    pub fn target(&self, quarter: Quarter) -> Option<Target> {
        self.targets
            .get(quarter.number.checked_sub(1)? as usize)
            .copied()
            .flatten()
    }
}

crate::named! {
    /// Who depends on whom.
    pub enum Direction {
        /// What others need from this department.
        On = "on",
        /// What this department needs from others.
        From = "from",
    }
}

/// A dependency between departments (addendum A).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Dependency {
    pub direction: Direction,
    pub department: String,
    pub dependency: String,
    pub delivers: String,
    /// The timeline, or the success criterion.
    pub measure: String,
    /// The number that shows it, where one does.
    pub metric: Option<Metric>,
}

/// How often the plan is looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Cadence {
    pub cadence: String,
    pub activity: String,
}

/// Who approves it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct SignOff {
    pub role: String,
    pub name: String,
    pub date: Option<crate::time::Day>,
    pub approved: bool,
}

impl Plan {
    /// The days of its fiscal year, which is the calendar's.
    pub fn fiscal_year(&self) -> Period {
        let [first, .., last] = Quarter::all(self.year).map(|quarter| quarter.period());
        Period {
            from: first.from,
            to: last.to,
        }
    }

    /// Every outcome, in the order of the plan.
    pub fn outcomes(&self) -> impl Iterator<Item = &Outcome> {
        self.whygos.iter().flat_map(|whygo| &whygo.outcomes)
    }

    /// The outcome with that key.
    pub fn outcome(&self, key: &str) -> Option<&Outcome> {
        self.outcomes().find(|outcome| outcome.key == key)
    }
}
