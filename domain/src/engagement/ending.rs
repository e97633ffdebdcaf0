//! Ending an engagement before its term: a deal that is called off.

use crate::{
    board::Undo,
    handoff::{HandoffKind, Stage},
    ids::EngagementId,
    job::JobState,
    time::{Day, Instant, Quarter, Zone},
};
use serde::{Deserialize, Serialize};

/// Ending an engagement early.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndEarly {
    /// Which.
    pub id: EngagementId,
    /// The version that whoever ends it saw.
    pub version: i64,
    /// Its last day from now on.
    pub last_day: Day,
    /// Why it ends.
    pub reason: String,
}

/// An engagement that was ended early, as its page tells of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// When it was entered.
    pub at: Instant,
    /// Who ended it.
    pub by: Option<String>,
    /// Its last day before; unset where it had none.
    pub was: Option<Day>,
    /// Its last day since.
    pub last_day: Day,
    /// Why.
    pub reason: String,
    /// When it was taken back, and by whom; unset while it stands.
    pub taken_back: Option<(Instant, String)>,
    /// Whether the viewer can take it back now; unset for what is not offered.
    pub undo: Option<Undo>,
}

/// Taking an early end back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TakeBackEnding {
    /// Of which engagement.
    pub id: EngagementId,
    /// The version that whoever takes it back saw.
    pub version: i64,
}

/// What was done since an engagement ended, and because of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EndingBuiltOn {
    /// Who worked on its closing report, and what they did, as a verb in the past.
    pub report: Option<(String, String)>,
    /// Who wrote about a request that was declined with it, and that request's title.
    pub written: Option<(String, String)>,
}

/// Why an early end is not taken back.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EndingStays {
    /// It counted in a quarter that is over.
    #[error("It was ended in {0}, which is over: what counted then stays. Sign anew instead.")]
    PastQuarter(Quarter),
    /// Its closing report is worked on.
    #[error(
        "{by} {action} its closing report since: the end cannot be taken back any more. Sign anew instead."
    )]
    ReportBegun {
        /// Who.
        by: String,
        /// What they did.
        action: String,
    },
    /// A request that was declined with it goes on elsewhere.
    #[error(
        "{by} has written about “{title}” since, which was declined with it: sign anew instead."
    )]
    Written {
        /// Who.
        by: String,
        /// The request's title.
        title: String,
    },
}

/// Whether an early end that was entered at `at` can be taken back at `now`.
///
/// # Errors
/// When it counted in a quarter that is over, or others have built on it.
pub fn check_ending_taken_back(
    at: Instant,
    built_on: EndingBuiltOn,
    zone: &Zone,
    now: Instant,
) -> Result<(), EndingStays> {
    let quarter = |at| Quarter::of(zone.day(at));
    if quarter(at) != quarter(now) {
        Err(EndingStays::PastQuarter(quarter(at)))
    } else if let Some((by, action)) = built_on.report {
        Err(EndingStays::ReportBegun { by, action })
    } else if let Some((by, title)) = built_on.written {
        Err(EndingStays::Written { by, title })
    } else {
        Ok(())
    }
}

/// Why an engagement is not ended like that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadEnding {
    /// Its closing report is accepted.
    #[error("This engagement is closed already.")]
    Closed,
    /// It was ended before.
    #[error("This engagement was ended already: its closing report is on the board.")]
    Ended,
    /// The last day comes before the first.
    #[error(
        "Its first day is {0}: an engagement that never began ends on that day at the earliest."
    )]
    BeforeStart(Day),
    /// That is no earlier end.
    #[error("It ends on {0} anyway: choose an earlier day.")]
    NotEarlier(Day),
}

/// Whether an engagement that runs from `starts_on` to `ends_on` can end on `last_day`.
///
/// # Errors
/// When that is before its first day, or not before its last.
pub fn check_ending(starts_on: Day, ends_on: Option<Day>, last_day: Day) -> Result<(), BadEnding> {
    if last_day < starts_on {
        return Err(BadEnding::BeforeStart(starts_on));
    }
    match ends_on {
        Some(known) if last_day >= known => Err(BadEnding::NotEarlier(known)),
        _ => Ok(()),
    }
}

/// What becomes of an open handoff when its engagement ends early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenHandoff {
    /// Nobody needs it any more: it leaves the board. It was not settled, so it counts nowhere.
    Withdrawn,
    /// The same, but it was submitted or its time had run out: it counts in its quarter as it did.
    Stopped,
    /// It goes on: what is under way is delivered, and the engagement is closed in order.
    GoesOn,
}

/// What becomes of an open handoff of `kind` that was settled by now, or not.
pub const fn ends_handoff(kind: HandoffKind, stage: Stage, settled: bool) -> OpenHandoff {
    match (kind, stage, settled) {
        (_, Stage::Accepted, _) => OpenHandoff::GoesOn,
        (HandoffKind::SalesToProduction | HandoffKind::ProductionToGenerative, _, true) => {
            OpenHandoff::Stopped
        }
        (HandoffKind::SalesToProduction | HandoffKind::ProductionToGenerative, _, false) => {
            OpenHandoff::Withdrawn
        }
        _ => OpenHandoff::GoesOn,
    }
}

/// Whether a job in that state is declined with its engagement: nobody has begun with it. What is in the making is
/// finished, or cancelled by the client.
pub const fn ends_job(state: JobState) -> bool {
    matches!(state, JobState::Submitted | JobState::Accepted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[rstest]
    #[case(None, "2026-05-01", "")]
    #[case(Some("2026-06-30"), "2026-06-29", "")]
    #[case(
        Some("2026-06-30"),
        "2026-06-30",
        "It ends on 2026-06-30 anyway: choose an earlier day."
    )]
    #[case(
        None,
        "2026-03-15",
        "Its first day is 2026-03-16: an engagement that never began ends on that day at the earliest."
    )]
    fn it_ends_within_its_term(
        #[case] ends_on: Option<&str>,
        #[case] last: &str,
        #[case] refusal: &str,
    ) {
        let said = check_ending(day("2026-03-16"), ends_on.map(day), day(last));
        let said = said.err().map(|why| why.to_string()).unwrap_or_default();
        assert_eq!(said, refusal);
    }

    #[rstest]
    #[case("2026-05-04T10:00:00Z", None, None, "")]
    #[case("2026-03-31T10:00:00Z", None, None, "It was ended in 2026-Q1")]
    #[case(
        "2026-05-04T10:00:00Z",
        Some("prepared"),
        None,
        "Ana prepared its closing report since"
    )]
    #[case(
        "2026-05-04T10:00:00Z",
        None,
        Some("Cut 4"),
        "Ana has written about “Cut 4” since"
    )]
    fn an_end_is_taken_back_while_nobody_built_on_it(
        #[case] at: &str,
        #[case] report: Option<&str>,
        #[case] written: Option<&str>,
        #[case] refusal: &str,
    ) {
        let by_ana = |what: &str| ("Ana".to_owned(), what.to_owned());
        let built_on = EndingBuiltOn {
            report: report.map(by_ana),
            written: written.map(by_ana),
        };
        let now = "2026-05-05T10:00:00Z".parse().unwrap();
        let said = check_ending_taken_back(at.parse().unwrap(), built_on, &Zone::utc(), now);
        match said.map_err(|why| why.to_string()) {
            Ok(()) => assert_eq!(refusal, ""),
            Err(why) => assert!(!refusal.is_empty() && why.starts_with(refusal), "{why}"),
        }
    }

    #[rstest]
    #[case(
        HandoffKind::SalesToProduction,
        Stage::Preparing,
        false,
        OpenHandoff::Withdrawn
    )]
    #[case(
        HandoffKind::ProductionToGenerative,
        Stage::Submitted,
        true,
        OpenHandoff::Stopped
    )]
    #[case(
        HandoffKind::ProductionToGenerative,
        Stage::Accepted,
        true,
        OpenHandoff::GoesOn
    )]
    #[case(
        HandoffKind::GenerativeToProduction,
        Stage::InReview,
        true,
        OpenHandoff::GoesOn
    )]
    #[case(
        HandoffKind::ProductionToSales,
        Stage::Preparing,
        false,
        OpenHandoff::GoesOn
    )]
    fn what_was_asked_for_is_not_needed_and_what_is_made_is_delivered(
        #[case] kind: HandoffKind,
        #[case] stage: Stage,
        #[case] settled: bool,
        #[case] becomes: OpenHandoff,
    ) {
        assert_eq!(ends_handoff(kind, stage, settled), becomes);
    }
}
