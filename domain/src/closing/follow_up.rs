//! Sales' loop after the closing report: ask for NPS, re-engage, and see it through.

use crate::{
    ids::ContactId,
    time::{Day, Instant},
};
use serde::{Deserialize, Serialize};

crate::named! {
    /// What Sales goes for with a client whose engagement closed.
    pub enum ReEngagement {
        Expansion = "expansion",
        Renewal = "renewal",
        None = "none",
    }
}

/// How the loop stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// The contact who was asked for an NPS answer.
    pub nps_asked_of: Option<ContactId>,
    /// When.
    pub nps_asked_at: Option<Instant>,
    /// What Sales goes for; unset while it is not decided.
    pub re_engagement: Option<ReEngagement>,
    /// What happens next, in words.
    pub next_step: String,
    /// On which day.
    pub next_on: Option<Day>,
    /// When the loop was closed; unset while it is open.
    pub closed_at: Option<Instant>,
}

/// Why a follow-up is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RefusedFollowUp {
    /// Nothing can be written any more.
    #[error("This follow-up was closed: it is kept as it was.")]
    Closed,
    /// Going for something without saying how.
    #[error("Say what the next step towards the {0} is, and on which day.")]
    NoNextStep(ReEngagement),
    /// The step is longer than a line.
    #[error("The next step has {0} characters, and 500 fit: shorten it.")]
    TooLong(usize),
    /// A day of asking without anybody who was asked.
    #[error("Say whom you asked for an NPS answer on that day, or leave the day empty.")]
    AskedNobody,
    /// A day of asking that is still to come.
    #[error("{0} is still to come: write the day on which you asked for an NPS answer.")]
    AskedLater(Day),
    /// It cannot be closed yet.
    #[error("{0}")]
    NotClosable(#[from] NotClosable),
}

/// What is still to be done before the loop can be closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotClosable {
    /// The client was not asked.
    #[error("Ask the client for an NPS answer first, and note whom you asked.")]
    NpsNotAsked,
    /// Nothing was decided.
    #[error("Decide first what comes next: expansion, renewal or none.")]
    Undecided,
}

impl FollowUp {
    /// Whether this may follow on `before`.
    ///
    /// # Errors
    /// When `before` is closed, or this leaves out what its decision needs.
    pub fn check_after(&self, before: &Self) -> Result<(), RefusedFollowUp> {
        if before.closed_at.is_some() {
            return Err(RefusedFollowUp::Closed);
        }
        let length = self.next_step.chars().count();
        if length > 500 {
            return Err(RefusedFollowUp::TooLong(length));
        }
        if let Some(goal @ (ReEngagement::Expansion | ReEngagement::Renewal)) = self.re_engagement
            && (self.next_step.trim().is_empty() || self.next_on.is_none())
        {
            return Err(RefusedFollowUp::NoNextStep(goal));
        }
        if self.closed_at.is_some() {
            self.check_closable()?;
        }
        Ok(())
    }

    /// Whether all is done.
    ///
    /// # Errors
    /// What is still to be done.
    pub fn check_closable(&self) -> Result<(), NotClosable> {
        if self.nps_asked_at.is_none() {
            return Err(NotClosable::NpsNotAsked);
        }
        if self.re_engagement.is_none() {
            return Err(NotClosable::Undecided);
        }
        Ok(())
    }

    /// What is to be done next, in words.
    pub fn next(&self) -> &str {
        match self.next_step.as_str() {
            "" if self.nps_asked_at.is_none() => "Ask for an NPS answer",
            "" => "Decide what comes next",
            step => step,
        }
    }

    /// Whether its next step should have been taken by `today`.
    pub fn is_overdue(&self, today: Day) -> bool {
        self.closed_at.is_none() && self.next_on.is_some_and(|day| day < today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{closing::WriteFollowUp, ids::HandoffId, time::Zone};
    use rstest::rstest;

    fn day(text: &str) -> Option<Day> {
        Some(text.parse().unwrap())
    }

    fn renewal() -> FollowUp {
        FollowUp {
            re_engagement: Some(ReEngagement::Renewal),
            next_step: "Call Nora".into(),
            next_on: day("2026-04-01"),
            ..FollowUp::default()
        }
    }

    #[rstest]
    #[case(renewal(), "")]
    #[case(FollowUp { next_on: None, ..renewal() }, "Say what the next step towards the renewal is, and on which day.")]
    #[case(FollowUp { next_step: " ".into(), ..renewal() }, "Say what the next step towards the renewal is, and on which day.")]
    #[case(FollowUp { re_engagement: Some(ReEngagement::None), ..FollowUp::default() }, "")]
    #[case(FollowUp { closed_at: Some(Instant::UNIX_EPOCH), ..renewal() }, "Ask the client for an NPS answer first, and note whom you asked.")]
    #[case(
        FollowUp { closed_at: Some(Instant::UNIX_EPOCH), nps_asked_at: Some(Instant::UNIX_EPOCH), ..FollowUp::default() },
        "Decide first what comes next: expansion, renewal or none."
    )]
    fn a_decision_needs_a_next_step_and_closing_needs_both(
        #[case] next: FollowUp,
        #[case] refusal: &str,
    ) {
        let said = next.check_after(&FollowUp::default());
        assert_eq!(
            said.map_or_else(|no| no.to_string(), |()| String::new()),
            refusal
        );
    }

    #[test]
    fn what_is_closed_stays_as_it_was() {
        let closed = FollowUp {
            closed_at: Some(Instant::UNIX_EPOCH),
            ..renewal()
        };
        assert_eq!(renewal().check_after(&closed), Err(RefusedFollowUp::Closed));
    }

    const DAY: i64 = 86_400;

    #[rstest]
    #[case(Some(1), Some(1), None, Some(100))]
    #[case(Some(1), Some(1), Some("1970-01-01"), Some(100))]
    #[case(Some(1), Some(1), Some("1970-01-02"), Some(DAY))]
    #[case(Some(1), Some(2), None, Some(2 * DAY + 200))]
    #[case(Some(1), Some(2), Some("1970-01-03"), Some(2 * DAY + 200))]
    #[case(Some(1), Some(2), Some("1970-01-02"), Some(DAY))]
    #[case(Some(1), None, None, None)]
    #[case(None, Some(2), None, Some(2 * DAY + 200))]
    fn asking_another_contact_is_asking_anew(
        #[case] before: Option<u128>,
        #[case] now: Option<u128>,
        #[case] on: Option<&str>,
        #[case] asked_at: Option<i64>,
    ) {
        let contact = |id: u128| ContactId(uuid::Uuid::from_u128(id));
        let at = |seconds| Instant::from_timestamp(seconds, 0).unwrap();
        let before = FollowUp {
            nps_asked_of: before.map(contact),
            nps_asked_at: before.map(|_| at(100)),
            ..FollowUp::default()
        };
        let written = WriteFollowUp {
            id: HandoffId(uuid::Uuid::nil()),
            nps_asked_of: now.map(contact),
            nps_asked_on: on.map(|day| day.parse().unwrap()),
            re_engagement: None,
            next_step: String::new(),
            next_on: None,
            close: false,
        };
        assert_eq!(
            written
                .after(&before, at(2 * DAY + 200), &Zone::utc())
                .nps_asked_at,
            asked_at.map(at)
        );
    }

    #[rstest]
    #[case(Some(1), Some("2026-04-01"), None)]
    #[case(Some(1), Some("2026-03-01"), None)]
    #[case(None, None, None)]
    #[case(
        None,
        Some("2026-03-01"),
        Some("Say whom you asked for an NPS answer on that day, or leave the day empty.")
    )]
    #[case(
        Some(1),
        Some("2026-04-02"),
        Some("2026-04-02 is still to come: write the day on which you asked for an NPS answer.")
    )]
    fn nobody_is_asked_in_days_to_come(
        #[case] of: Option<u128>,
        #[case] on: Option<&str>,
        #[case] refusal: Option<&str>,
    ) {
        let written = WriteFollowUp {
            id: HandoffId(uuid::Uuid::nil()),
            nps_asked_of: of.map(|id| ContactId(uuid::Uuid::from_u128(id))),
            nps_asked_on: on.map(|day| day.parse().unwrap()),
            re_engagement: None,
            next_step: String::new(),
            next_on: None,
            close: false,
        };
        let said = written.check_asked("2026-04-01".parse().unwrap());
        assert_eq!(said.err().map(|no| no.to_string()).as_deref(), refusal);
    }

    #[rstest]
    #[case("2026-04-01", false)]
    #[case("2026-04-02", true)]
    fn it_is_overdue_the_day_after(#[case] today: &str, #[case] overdue: bool) {
        assert_eq!(renewal().is_overdue(today.parse().unwrap()), overdue);
    }
}
