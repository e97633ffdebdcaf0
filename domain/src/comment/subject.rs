//! What a comment is about.

use crate::{ids::*, policy::Action};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A record that people talk about. As text it is its kind and its id: `handoff:0189…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Subject {
    /// A handoff.
    Handoff(HandoffId),
    /// A job.
    Job(JobId),
    /// An engagement.
    Engagement(EngagementId),
}

impl Subject {
    /// What it is, in a word.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Handoff(_) => "handoff",
            Self::Job(_) => "job",
            Self::Engagement(_) => "engagement",
        }
    }

    /// Its own page.
    pub fn path(self) -> String {
        match self {
            Self::Handoff(id) => format!("/handoffs/{id}"),
            Self::Job(id) => format!("/jobs/{id}"),
            Self::Engagement(id) => format!("/engagements/{id}"),
        }
    }

    /// What somebody must be allowed to open it.
    pub const fn action(self) -> Action {
        match self {
            Self::Handoff(_) => Action::SeeBoard,
            Self::Job(_) => Action::SeeJobs,
            Self::Engagement(_) => Action::SeeEngagements,
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = match self {
            Self::Handoff(id) => id.0,
            Self::Job(id) => id.0,
            Self::Engagement(id) => id.0,
        };
        write!(f, "{}:{id}", self.kind())
    }
}

/// Why a text names no record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` names nothing that can be commented on: write handoff, job or engagement, a colon, and its id"
)]
pub struct NotASubject(String);

impl FromStr for Subject {
    type Err = NotASubject;
    fn from_str(text: &str) -> Result<Self, NotASubject> {
        let wrong = || NotASubject(text.to_owned());
        let (kind, id) = text.split_once(':').ok_or_else(wrong)?;
        let id = id.parse().map_err(|_| wrong())?;
        match kind {
            "handoff" => Ok(Self::Handoff(HandoffId(id))),
            "job" => Ok(Self::Job(JobId(id))),
            "engagement" => Ok(Self::Engagement(EngagementId(id))),
            _ => Err(wrong()),
        }
    }
}

impl TryFrom<String> for Subject {
    type Error = NotASubject;
    fn try_from(text: String) -> Result<Self, NotASubject> {
        text.parse()
    }
}

impl From<Subject> for String {
    fn from(subject: Subject) -> Self {
        subject.to_string()
    }
}
