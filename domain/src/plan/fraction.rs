//! Exact fractions, so that a mark never hangs on a float's last bit.

use std::cmp::Ordering;

/// `numerator ÷ denominator`; the denominator is positive.
#[derive(Clone, Copy, Debug)]
pub struct Fraction {
    numerator: i128,
    denominator: i128,
}

impl Fraction {
    /// `numerator ÷ denominator`; `None` where the denominator is not positive.
    pub const fn new(numerator: i64, denominator: i64) -> Option<Self> {
        if denominator > 0 {
            Some(Self {
                numerator: numerator as i128,
                denominator: denominator as i128,
            })
        } else {
            None
        }
    }

    /// A whole number.
    pub const fn whole(number: i64) -> Self {
        Self {
            numerator: number as i128,
            denominator: 1,
        }
    }

    /// The product.
    pub const fn times(self, other: Self) -> Self {
        Self {
            numerator: self.numerator * other.numerator,
            denominator: self.denominator * other.denominator,
        }
    }

    /// From `self` towards `other`, by `share`.
    pub const fn towards(self, other: Self, share: Self) -> Self {
        let step = Self {
            numerator: other.numerator * self.denominator - self.numerator * other.denominator,
            denominator: self.denominator * other.denominator,
        }
        .times(share);
        Self {
            numerator: self.numerator * step.denominator + step.numerator * self.denominator,
            denominator: self.denominator * step.denominator,
        }
    }

    /// As a float, to be shown.
    pub fn to_f64(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Fraction {}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.numerator * other.denominator).cmp(&(other.numerator * self.denominator))
    }
}
