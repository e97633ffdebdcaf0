//! How many handoffs a column takes.

use super::Undo;
use crate::{
    handoff::{HandoffKind, Stage},
    text::Reason,
    time::Instant,
};
use serde::{Deserialize, Serialize};

/// How many open handoffs of a kind may stand in a stage at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnLimit {
    /// The lane.
    pub kind: HandoffKind,
    /// The column.
    pub stage: Stage,
    /// At most so many cards; 1 to [`MOST`].
    pub most: u32,
    /// Held to, unless somebody says why not; a soft one only warns.
    pub hard: bool,
}

/// Setting the limit of a column, or taking it away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetLimit {
    /// The lane.
    pub kind: HandoffKind,
    /// The column.
    pub stage: Stage,
    /// At most so many cards; unset for no limit.
    pub most: Option<u32>,
    /// Held to, or only warned of.
    pub hard: bool,
}

impl SetLimit {
    /// The limit from now on; none where it is taken away.
    pub fn limit(&self) -> Option<ColumnLimit> {
        self.most.map(|most| ColumnLimit {
            kind: self.kind,
            stage: self.stage,
            most,
            hard: self.hard,
        })
    }
}

/// A change of a column's limit, as the list of changes tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LimitChange {
    /// Its number in the log.
    pub seq: i64,
    /// When it was made.
    pub at: Instant,
    /// Who made it.
    pub by: String,
    /// The lane.
    pub kind: HandoffKind,
    /// The column.
    pub stage: Stage,
    /// The limit before; unset for none.
    pub before: Option<ColumnLimit>,
    /// The limit since; unset for none.
    pub now: Option<ColumnLimit>,
    /// Whether it took an earlier change back.
    pub takes_back: bool,
    /// Whether it was taken back later.
    pub taken_back: bool,
    /// Whether the viewer can take it back now; unset for what is not offered.
    pub undo: Option<Undo>,
}

/// That a change of a limit is not taken back: there is a later one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} changed this limit since: set it by hand instead.")]
pub struct ChangedSince(pub String);

/// The highest limit there is: beyond it, none is meant.
pub const MOST: u32 = 999;

/// Why there can be no such limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadLimit {
    /// Accepted handoffs are done with.
    #[error("Accepted handoffs are not limited: they are done with.")]
    Accepted,
    /// Nothing, or more than anybody counts.
    #[error("A limit is a number from 1 to {MOST}; leave it empty for no limit.")]
    OutOfRange,
}

/// That a column has no room for one more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{}, {}: {there} of at most {} are there already. Wait until one moves on, or say why this one goes beyond the limit.",
    limit.kind, limit.stage.words(), limit.most
)]
pub struct ColumnFull {
    /// The limit that is reached.
    pub limit: ColumnLimit,
    /// How many cards are there.
    pub there: u32,
}

impl ColumnLimit {
    /// Whether such a limit can be set.
    ///
    /// # Errors
    /// For the accepted ones, and a number out of range.
    pub fn check(&self) -> Result<(), BadLimit> {
        if self.stage == Stage::Accepted {
            Err(BadLimit::Accepted)
        } else if !(1..=MOST).contains(&self.most) {
            Err(BadLimit::OutOfRange)
        } else {
            Ok(())
        }
    }

    /// Whether more cards are there than it allows.
    pub const fn is_exceeded(&self, there: u32) -> bool {
        there > self.most
    }

    /// Whether one more card would be more than it allows.
    pub const fn is_reached(&self, there: u32) -> bool {
        there >= self.most
    }
}

/// Whether a column where `there` cards stand takes one more. With a reason in `why` it goes beyond a hard limit,
/// and the reason is handed back, to be kept; where the limit does not ask for one, none is.
///
/// # Errors
/// When a hard limit is reached and no reason is given.
pub fn check_room<'w>(
    limit: Option<&ColumnLimit>,
    there: u32,
    why: Option<&'w Reason>,
) -> Result<Option<&'w Reason>, ColumnFull> {
    match limit {
        Some(limit) if limit.hard && limit.is_reached(there) => match why {
            Some(why) => Ok(Some(why)),
            None => Err(ColumnFull {
                limit: *limit,
                there,
            }),
        },
        _ => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn limit(most: u32, hard: bool) -> ColumnLimit {
        ColumnLimit {
            kind: HandoffKind::SalesToProduction,
            stage: Stage::InReview,
            most,
            hard,
        }
    }

    #[rstest]
    #[case(None, 900, None, Ok(false))]
    #[case(Some(limit(3, true)), 2, None, Ok(false))]
    #[case(Some(limit(3, true)), 2, Some("In a hurry"), Ok(false))]
    #[case(Some(limit(3, true)), 3, Some("In a hurry"), Ok(true))]
    #[case(Some(limit(3, false)), 9, None, Ok(false))]
    #[case(
        Some(limit(3, true)),
        3,
        None,
        Err(
            "Sales → Production, in review: 3 of at most 3 are there already. Wait until one moves on, or say why this one goes beyond the limit."
        )
    )]
    fn a_hard_limit_asks_for_a_reason(
        #[case] limit: Option<ColumnLimit>,
        #[case] there: u32,
        #[case] why: Option<&str>,
        #[case] expected: Result<bool, &str>,
    ) {
        let why: Option<Reason> = why.map(|why| why.parse().unwrap());
        let room = check_room(limit.as_ref(), there, why.as_ref());
        let said = room
            .map(|kept| kept.is_some())
            .map_err(|full| full.to_string());
        assert_eq!(
            said.as_ref().map_err(String::as_str),
            expected.as_ref().map_err(|no| *no)
        );
    }

    #[rstest]
    #[case(Stage::Submitted, 1, Ok(()))]
    #[case(Stage::Submitted, MOST, Ok(()))]
    #[case(Stage::Submitted, 0, Err(BadLimit::OutOfRange))]
    #[case(Stage::Submitted, MOST + 1, Err(BadLimit::OutOfRange))]
    #[case(Stage::Accepted, 3, Err(BadLimit::Accepted))]
    fn limits_that_can_be_set(
        #[case] stage: Stage,
        #[case] most: u32,
        #[case] expected: Result<(), BadLimit>,
    ) {
        let limit = ColumnLimit {
            stage,
            ..limit(most, true)
        };
        assert_eq!(limit.check(), expected);
    }
}
