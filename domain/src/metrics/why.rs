//! Why a record counts as it does, or does not: the sentence that stands beside it in a trace.

use crate::{money::Cents, time::Day};
use std::fmt;

/// A reason, small enough to be made for every record and written only when somebody looks.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Why {
    // Counted.
    Compliant,
    SubmittedLate,
    NeverSubmitted,
    ItemsWaived,
    OnTime,
    DeliveredLate,
    NotDelivered,
    Active,
    Accepted { tenths: i64 },
    CaseStudy,
    Requested,
    Promoter(u8),
    Passive(u8),
    Detractor(u8),
    Producer,
    Independent { days: i64 },
    FirstPass,
    Returned,
    Answered,
    AnsweredLate,
    Unanswered,
    InTime,
    RecordedAtOnce,
    RecordedLate { minutes: i64 },
    Revenue { month: Day, days: i64, of: i64 },
    Spent(Cents),
    Done(Day),
    // Left out.
    Filtered,
    OutsidePeriod,
    NotSettled,
    OnHold,
    JobDeclined,
    JobCancelled,
    NotSigned,
    Closed,
    NotAccepted,
    NotFirst,
    NoCaseStudy,
    NoVerdict,
    NotSubmitted,
    AwaitingAnswer,
    NoActiveDay,
    NoCostRate,
    NotHired,
    Left,
    NotIndependent,
    NoActiveEngagement,
    NotDone,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::Accepted { tenths } => {
                return write!(f, "pod assigned after {}.{} days", tenths / 10, tenths % 10);
            }
            Self::Promoter(score) => return write!(f, "promoter, {score} of 10"),
            Self::Passive(score) => return write!(f, "passive, {score} of 10"),
            Self::Detractor(score) => return write!(f, "detractor, {score} of 10"),
            Self::Independent { days } => return write!(f, "independent after {days} days"),
            Self::RecordedLate { minutes } => {
                return write!(f, "recorded {minutes} minutes after it happened");
            }
            Self::Revenue { month, days, of } => {
                return write!(f, "{}: {days} of {of} days", month.format("%B %Y"));
            }
            Self::Spent(amount) => return write!(f, "cost of {amount}"),
            Self::Done(day) => return write!(f, "done on {day}"),
            Self::Compliant => "submitted in time, complete",
            Self::SubmittedLate => "submitted after it was due",
            Self::NeverSubmitted => "due and not submitted",
            Self::ItemsWaived => "submitted with items waived",
            Self::OnTime => "delivered in time",
            Self::DeliveredLate => "delivered after it was due",
            Self::NotDelivered => "due and not delivered",
            Self::Active => "signed and not closed",
            Self::CaseStudy => "closed with a case-study package",
            Self::Requested => "submitted in the period",
            Self::Producer => "a producer on the team",
            Self::FirstPass => "accepted at the first verdict",
            Self::Returned => "returned at the first verdict",
            Self::Answered => "answered within 24 hours",
            Self::AnsweredLate => "answered after 24 hours",
            Self::Unanswered => "24 hours ran out without an answer",
            Self::InTime => "in time",
            Self::RecordedAtOnce => "recorded within 5 minutes",
            Self::Filtered => "not in the filter",
            Self::OutsidePeriod => "outside the period",
            Self::NotSettled => "not due and not submitted yet",
            Self::OnHold => "on hold: its clock stands still",
            Self::JobDeclined => "the job was declined before it settled",
            Self::JobCancelled => "the job was cancelled before it settled",
            Self::NotSigned => "not signed by then",
            Self::Closed => "closed by then",
            Self::NotAccepted => "not accepted by then",
            Self::NotFirst => "not the first accepted pod request of its engagement",
            Self::NoCaseStudy => "accepted without a case-study package",
            Self::NoVerdict => "no verdict yet",
            Self::NotSubmitted => "not submitted yet",
            Self::AwaitingAnswer => "its 24 hours are still running",
            Self::NoActiveDay => "no active day in the period",
            Self::NoCostRate => "hours without a known cost rate of the person",
            Self::NotHired => "not hired by then",
            Self::Left => "had left by then",
            Self::NotIndependent => "not independent yet",
            Self::NoActiveEngagement => "no active engagement",
            Self::NotDone => "not done by then",
        };
        f.write_str(text)
    }
}
