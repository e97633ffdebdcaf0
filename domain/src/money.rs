//! Money: whole cents. The currency is the agency's, one for the whole installation (a setting).

use serde::{Deserialize, Serialize};
use std::{fmt, iter::Sum, ops, str::FromStr};

/// An amount in whole cents of the agency's currency; may be negative.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Cents(pub i64);

/// The largest amount that is read, either way: ten thousand million. Millions of them can be added up.
const MOST: Cents = Cents(1_000_000_000_000);

impl Cents {
    /// `self × numerator ÷ denominator`, rounded half up (towards +∞ at the half) to the cent.
    /// A denominator of 0 gives 0: nothing can be owed for a share of nothing.
    pub fn share(self, numerator: i64, denominator: i64) -> Self {
        Self(div_half_up(
            self.0 as i128 * numerator as i128,
            denominator as i128,
        ))
    }
}

/// `numerator ÷ denominator`, rounded half up. 0 where the denominator is not positive.
pub(crate) fn div_half_up(numerator: i128, denominator: i128) -> i64 {
    if denominator <= 0 {
        return 0;
    }
    (2 * numerator + denominator).div_euclid(2 * denominator) as i64
}

impl ops::Add for Cents {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl ops::Sub for Cents {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Sum for Cents {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        Self(amounts.map(|amount| amount.0).sum())
    }
}

/// Why a text is not an amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "not an amount: write it as a decimal with at most two places, such as 25000.00, up to ten thousand million"
)]
pub struct NotMoney;

impl FromStr for Cents {
    type Err = NotMoney;

    fn from_str(text: &str) -> Result<Self, NotMoney> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let digits_only = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !digits_only(whole) || !digits_only(fraction) || fraction.len() > 2 {
            return Err(NotMoney);
        }
        let whole: i64 = whole.parse().map_err(|_| NotMoney)?;
        let cents: i64 = format!("{fraction:0<2}").parse().map_err(|_| NotMoney)?;
        let total = whole
            .checked_mul(100)
            .and_then(|w| w.checked_add(cents))
            .ok_or(NotMoney)?;
        if total > MOST.0 {
            return Err(NotMoney);
        }
        Ok(Self(if negative { -total } else { total }))
    }
}

/// As a plain decimal with two places (`25000.00`), the form of the import format.
impl fmt::Display for Cents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let cents = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", cents / 100, cents % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("25000.00", 2_500_000)]
    #[case("25000", 2_500_000)]
    #[case("0.5", 50)]
    #[case("-12.34", -1234)]
    fn reads_decimals(#[case] text: &str, #[case] cents: i64) {
        assert_eq!(text.parse(), Ok(Cents(cents)));
    }

    #[rstest]
    #[case("")]
    #[case("1,000.00")]
    #[case("1.234")]
    #[case("$5")]
    #[case(".5")]
    #[case("5.")]
    #[case("99999999999999999999")]
    #[case("10000000000.01")]
    #[case("-90000000000000000.00")]
    fn refuses_what_is_not_a_decimal(#[case] text: &str) {
        assert_eq!(text.parse::<Cents>(), Err(NotMoney));
    }

    #[rstest]
    #[case(100, 1, 3, 33)]
    #[case(5, 1, 2, 3)]
    #[case(-5, 1, 2, -2)]
    #[case(7, 0, 3, 0)]
    #[case(7, 1, 0, 0)]
    fn rounds_half_up(#[case] cents: i64, #[case] n: i64, #[case] d: i64, #[case] expected: i64) {
        assert_eq!(Cents(cents).share(n, d), Cents(expected));
    }
}
