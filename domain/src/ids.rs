//! Identifiers: one type a kind of thing, so that a job's id cannot be passed where a handoff's is asked for.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// Someone of the agency.
    PersonId,
    /// A company that the agency works for.
    ClientId,
    /// Somebody of a client who uses the portal.
    ContactId,
    /// An account that signs in.
    UserId,
    /// The team of an engagement.
    PodId,
    /// One SOW with one client.
    EngagementId,
    /// A kind of work that an engagement delivers again and again.
    WorkflowId,
    /// One request of a client against a workflow.
    JobId,
    /// Work passing from one department to another.
    HandoffId,
    /// A file that belongs to a job or a handoff.
    FileId,
    /// Money spent on an engagement.
    CostId,
    /// A client's NPS answer.
    SurveyId,
    /// A comment of the agency's people.
    CommentId,
    /// A way of looking at a page, kept under a name.
    ViewId,
    /// A line of a QC checklist.
    QcLineId,
    /// A field of a request form.
    RequestFieldId,
}
