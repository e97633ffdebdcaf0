//! A bullet graph: where a number stands, where it should stand by now, and where it shall end.

use crate::plan::{Expected, Fraction, Goal, Target};
use serde::{Deserialize, Serialize};

/// All of it in the metric's plain unit (a share for percentages), to be put on a scale from `start` to `end`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bullet {
    /// The left end of the scale.
    pub start: f64,
    /// The right end of the scale.
    pub end: f64,
    /// Where the number stands.
    pub actual: Option<f64>,
    /// Where it shall stand at the end of the quarter.
    pub target: f64,
    /// Where it should stand by now, if that differs.
    pub pace: Option<f64>,
    /// Where `[~]` ends and `[-]` begins: four fifths of what is expected, or five fourths where less is better.
    pub behind: f64,
    /// The target is the most that it should be.
    pub less_is_better: bool,
}

impl Bullet {
    /// None for a target that is no number to reach. A growth is reached from its `baseline`.
    pub(super) fn new(
        actual: Option<f64>,
        target: Target,
        expected: Option<Expected>,
        baseline: Option<f64>,
        percent: bool,
    ) -> Option<Self> {
        let (low, high) = target.bounds();
        let less_is_better = low.is_none() && high.is_some();
        let expected = expected.and_then(|expected| {
            if less_is_better {
                expected.high
            } else {
                expected.low
            }
        });
        let target = match target.goal {
            Goal::Growth(hundredths) => baseline? * (1.0 + hundredths as f64 / 10_000.0),
            _ => low.or(high)?.to_f64(),
        };
        let expected = expected.map_or(target, Fraction::to_f64);
        let pace = ((expected - target).abs() > 1e-9).then_some(expected);
        let behind = if less_is_better {
            expected * 1.25
        } else {
            expected * 0.8
        };
        let reached = [Some(target), Some(expected), actual]
            .into_iter()
            .flatten()
            .fold(behind, f64::max);
        let end = if percent && reached <= 1.0 {
            1.0
        } else {
            reached * 1.15
        };
        Some(Self {
            start: actual.unwrap_or(0.0).min(0.0),
            end: if end > 0.0 { end } else { 1.0 },
            actual,
            target,
            pace,
            behind,
            less_is_better,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bullet(actual: f64, target: &str, percent: bool) -> Bullet {
        Bullet::new(Some(actual), target.parse().unwrap(), None, None, percent).unwrap()
    }

    #[test]
    fn percentages_end_at_all_of_it() {
        let Bullet {
            start,
            end,
            target,
            behind,
            ..
        } = bullet(0.5, "90%", true);
        assert_eq!((start, end, target), (0.0, 1.0, 0.9));
        assert!((behind - 0.72).abs() < 1e-9);
    }

    #[test]
    fn less_is_better_where_the_target_is_the_most() {
        let bullet = bullet(20.0, "16 days", false);
        assert!(bullet.less_is_better && bullet.end > 20.0);
        assert!((bullet.behind - 20.0).abs() < 1e-9);
    }

    #[test]
    fn a_loss_stands_left_of_nothing() {
        assert_eq!(bullet(-0.2, "40%", true).start, -0.2);
    }

    #[test]
    fn a_growth_is_reached_from_its_baseline() {
        let growth = "+25%".parse().unwrap();
        let bullet = Bullet::new(Some(90.0), growth, None, Some(80.0), false).unwrap();
        assert_eq!((bullet.target, bullet.less_is_better), (100.0, false));
        assert_eq!(Bullet::new(Some(90.0), growth, None, None, false), None);
    }

    #[test]
    fn what_is_only_watched_has_none() {
        let track = "Track".parse().unwrap();
        assert_eq!(Bullet::new(Some(1.0), track, None, None, false), None);
    }
}
