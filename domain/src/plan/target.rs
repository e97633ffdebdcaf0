//! What an outcome shall reach in a quarter, as the plan prints it.

use super::Fraction;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A target of a quarter. Written back exactly as it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// What is asked for.
    pub goal: Goal,
    /// In what.
    pub unit: TargetUnit,
}

/// What a target asks for; amounts are hundredths of its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// This or more (`12`, `8+`, `90%+`).
    AtLeast {
        /// Hundredths.
        amount: i64,
        /// Whether it is printed with a plus.
        plus: bool,
    },
    /// This or less (`17 days`, `Target 4:1`), in hundredths.
    AtMost(i64),
    /// From the first to the second (`6-8`), in hundredths.
    Range(i64, i64),
    /// So many percent more than the baseline (`+25%`), in hundredths.
    Growth(i64),
    /// The number of this quarter is what later ones grow from.
    Baseline,
    /// The number is watched.
    Track,
    /// A milestone, done by hand.
    Done,
}

/// The unit that a target is printed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum TargetUnit {
    Count,
    Percent,
    Days,
    Weeks,
    /// So many to one.
    ToOne,
}

impl TargetUnit {
    /// An amount of hundredths as a plain number: a percentage becomes a share.
    pub(super) fn fraction(self, hundredths: i64) -> Fraction {
        let scale = if self == Self::Percent { 10_000 } else { 100 };
        Fraction::new(hundredths, scale).unwrap_or(Fraction::whole(0))
    }
}

impl Target {
    /// The ends of what is asked for, where that is a number to reach: at least the first, at most the second.
    pub fn bounds(&self) -> (Option<Fraction>, Option<Fraction>) {
        let fraction = |hundredths| Some(self.unit.fraction(hundredths));
        match self.goal {
            Goal::AtLeast { amount, .. } => (fraction(amount), None),
            Goal::AtMost(amount) => (None, fraction(amount)),
            Goal::Range(low, high) => (fraction(low), fraction(high)),
            Goal::Done => (Some(Fraction::whole(1)), None),
            Goal::Growth(_) | Goal::Baseline | Goal::Track => (None, None),
        }
    }
}

/// Why a text is not a target.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a target: write it like 12, 8+, 90%+, 17 days, 6-8, +25%, Target 4:1, Baseline, Track or Done"
)]
pub struct NotATarget(String);

impl FromStr for Target {
    type Err = NotATarget;

    fn from_str(text: &str) -> Result<Self, NotATarget> {
        read(text.trim()).ok_or_else(|| NotATarget(text.to_owned()))
    }
}

fn read(text: &str) -> Option<Target> {
    let target = |goal, unit| Some(Target { goal, unit });
    match text {
        "Baseline" => return target(Goal::Baseline, TargetUnit::Count),
        "Track" => return target(Goal::Track, TargetUnit::Count),
        "Done" => return target(Goal::Done, TargetUnit::Count),
        _ => {}
    }
    if let Some(growth) = text.strip_prefix('+') {
        return target(
            Goal::Growth(hundredths(growth.strip_suffix('%')?)?),
            TargetUnit::Percent,
        );
    }
    if let Some(ratio) = text
        .strip_prefix("Target ")
        .and_then(|rest| rest.strip_suffix(":1"))
    {
        return target(Goal::AtMost(hundredths(ratio)?), TargetUnit::ToOne);
    }
    if let Some(days) = text.strip_suffix(" days") {
        return target(Goal::AtMost(hundredths(days)?), TargetUnit::Days);
    }
    if let Some(weeks) = text.strip_suffix(" weeks") {
        return target(Goal::AtMost(hundredths(weeks)?), TargetUnit::Weeks);
    }
    let (text, plus) = text
        .strip_suffix('+')
        .map_or((text, false), |rest| (rest, true));
    let (text, unit) = text
        .strip_suffix('%')
        .map_or((text, TargetUnit::Count), |rest| {
            (rest, TargetUnit::Percent)
        });
    match text.split_once('-') {
        Some((low, high)) if !plus => {
            let (low, high) = (hundredths(low)?, hundredths(high)?);
            (low <= high).then_some(Target {
                goal: Goal::Range(low, high),
                unit,
            })
        }
        Some(_) => None,
        None => target(
            Goal::AtLeast {
                amount: hundredths(text)?,
                plus,
            },
            unit,
        ),
    }
}

fn hundredths(text: &str) -> Option<i64> {
    text.parse::<crate::money::Cents>()
        .ok()
        .filter(|amount| amount.0 >= 0)
        .map(|amount| amount.0)
}

/// Hundredths without trailing zeros: `4000` is `40`, `9250` is `92.5`.
struct Plain(i64);

impl fmt::Display for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, part) if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            (whole, part) => write!(f, "{whole}.{part:02}"),
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, after) = match self.unit {
            TargetUnit::Count => ("", ""),
            TargetUnit::Percent => ("", "%"),
            TargetUnit::Days => ("", " days"),
            TargetUnit::Weeks => ("", " weeks"),
            TargetUnit::ToOne => ("Target ", ":1"),
        };
        match self.goal {
            Goal::Baseline => f.write_str("Baseline"),
            Goal::Track => f.write_str("Track"),
            Goal::Done => f.write_str("Done"),
            Goal::Growth(amount) => write!(f, "+{}%", Plain(amount)),
            Goal::Range(low, high) => write!(f, "{}-{}{after}", Plain(low), Plain(high)),
            Goal::AtMost(amount) => write!(f, "{before}{}{after}", Plain(amount)),
            Goal::AtLeast { amount, plus } => {
                write!(f, "{}{after}{}", Plain(amount), if plus { "+" } else { "" })
            }
        }
    }
}

impl Serialize for Target {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Target {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    /// Every target that the 2026 plan prints.
    #[rstest]
    fn prints_what_it_read(
        #[values(
            "6-8",
            "12",
            "16",
            "20",
            "80%",
            "90%",
            "95%",
            "100%",
            "2",
            "4",
            "6",
            "8+",
            "21 days",
            "17 days",
            "14 days",
            "40%",
            "45%",
            "48%",
            "50%",
            "85%",
            "90%+",
            "Baseline",
            "+25%",
            "+50%",
            "+75%",
            "40+",
            "45+",
            "50+",
            "3",
            "5",
            "5-6",
            "Track",
            "Target 4:1",
            "4 weeks",
            "3 weeks",
            "Done",
            "92.5%"
        )]
        text: &str,
    ) {
        assert_eq!(text.parse::<Target>().unwrap().to_string(), text);
    }

    #[rstest]
    #[case("8+", (Some(8.0), None))]
    #[case("90%+", (Some(0.9), None))]
    #[case("17 days", (None, Some(17.0)))]
    #[case("Target 4:1", (None, Some(4.0)))]
    #[case("6-8", (Some(6.0), Some(8.0)))]
    #[case("Track", (None, None))]
    fn knows_its_bounds(#[case] text: &str, #[case] bounds: (Option<f64>, Option<f64>)) {
        let (low, high) = text.parse::<Target>().unwrap().bounds();
        assert_eq!(
            (low.map(Fraction::to_f64), high.map(Fraction::to_f64)),
            bounds
        );
    }

    #[rstest]
    fn refuses_the_rest(
        #[values("", "—", "8-6", "many", "+25", "6-8+", "-3", "% ", "1e3")] text: &str,
    ) {
        assert!(text.parse::<Target>().is_err());
    }
}
