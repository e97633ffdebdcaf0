//! The time that a workflow promises.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A promised turnaround, counted from the submission of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sla {
    /// So many times the open hours of a day (of the longest weekday, where they differ).
    BusinessDays(u32),
    /// So many open hours.
    BusinessHours(u32),
    /// So many hours, day and night.
    Hours(u32),
}

/// Why a text is not an SLA.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an SLA: write it like `3 business days`, `27 business hours` or `48 hours`")]
pub struct NotAnSla;

impl Sla {
    /// Whether only open hours count.
    pub fn is_business(self) -> bool {
        !matches!(self, Self::Hours(_))
    }
}

impl FromStr for Sla {
    type Err = NotAnSla;

    fn from_str(text: &str) -> Result<Self, NotAnSla> {
        let (amount, unit) = text.trim().split_once(' ').ok_or(NotAnSla)?;
        let amount: u32 = amount.parse().map_err(|_| NotAnSla)?;
        if amount == 0 || amount > 10_000 {
            return Err(NotAnSla);
        }
        match unit.trim() {
            "business day" | "business days" => Ok(Self::BusinessDays(amount)),
            "business hour" | "business hours" => Ok(Self::BusinessHours(amount)),
            "hour" | "hours" => Ok(Self::Hours(amount)),
            _ => Err(NotAnSla),
        }
    }
}

impl fmt::Display for Sla {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (amount, unit) = match self {
            Self::BusinessDays(n) => (n, "business day"),
            Self::BusinessHours(n) => (n, "business hour"),
            Self::Hours(n) => (n, "hour"),
        };
        write!(f, "{amount} {unit}{}", if *amount == 1 { "" } else { "s" })
    }
}

impl Serialize for Sla {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Sla {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("3 business days", Sla::BusinessDays(3))]
    #[case("1 business day", Sla::BusinessDays(1))]
    #[case("27 business hours", Sla::BusinessHours(27))]
    #[case("48 hours", Sla::Hours(48))]
    fn reads_and_writes(#[case] text: &str, #[case] sla: Sla) {
        assert_eq!(text.parse(), Ok(sla));
        assert_eq!(sla.to_string(), text);
    }

    #[rstest]
    #[case("")]
    #[case("3")]
    #[case("0 hours")]
    #[case("-1 hours")]
    #[case("3 weeks")]
    fn refuses_the_rest(#[case] text: &str) {
        assert_eq!(text.parse::<Sla>(), Err(NotAnSla));
    }
}
