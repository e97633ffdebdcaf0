//! How a number is written: the only place where one is divided and rounded.

use super::{Metric, Number, Unit};
use crate::money::div_half_up;

impl Number {
    /// As people read it: `87.5%`, `12`, `17.3 days`, `3.8:1`, `no data`. Rounded half up.
    pub fn shown(self, metric: Metric) -> String {
        if self.denominator == 0 {
            return "no data".into();
        }
        let times = |factor: i64| {
            let numerator = i128::from(self.numerator) * i128::from(factor);
            div_half_up(numerator, i128::from(self.denominator))
        };
        match metric.unit() {
            Unit::Count => times(1).to_string(),
            Unit::Percent => tenths(times(1000)) + "%",
            Unit::Days => tenths(times(10)) + " days",
            Unit::Weeks => tenths(times(10)) + " weeks",
            Unit::Ratio => tenths(times(10)) + ":1",
            Unit::Done if self.numerator > 0 => "Done".into(),
            Unit::Done => "Not done".into(),
        }
    }
}

impl Metric {
    /// A plain number in its unit (a share for percentages), as people read it; whole amounts stay whole.
    pub fn shown_value(self, value: f64) -> String {
        let percent = self.unit() == Unit::Percent;
        let in_tenths = (value * if percent { 1000.0 } else { 10.0 }).round() as i64;
        let text = tenths(in_tenths);
        let text = text.strip_suffix(".0").unwrap_or(&text);
        let unit = match self.unit() {
            Unit::Percent => "%",
            Unit::Days => " days",
            Unit::Weeks => " weeks",
            Unit::Ratio => ":1",
            Unit::Count | Unit::Done => "",
        };
        format!("{text}{unit}")
    }

    /// What numerator and denominator are, for "7 of 8 settled"; none where that says nothing to people.
    pub const fn parts_of(self) -> Option<&'static str> {
        Some(match self {
            Self::HandoffCompliance1
            | Self::HandoffCompliance2
            | Self::HandoffCompliance3
            | Self::HandoffCompliance4
            | Self::SowPackage48h
            | Self::PodRequestLeadTime => "handoffs settled",
            Self::OnTimeDelivery => "jobs settled",
            Self::ClientsPerProducer => "producers",
            Self::QcFirstPass => "first verdicts",
            Self::Availability24h => "answers due",
            Self::PlatformAdoption => "stage changes",
            _ => return None,
        })
    }
}

/// Tenths with their point: `875` is `87.5`.
fn tenths(tenths: i64) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    let size = tenths.unsigned_abs();
    format!("{sign}{}.{}", size / 10, size % 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(Metric::HandoffCompliance1, 7, 8, "87.5%")]
    #[case(Metric::HandoffCompliance1, 2, 3, "66.7%")]
    #[case(Metric::HandoffCompliance1, 0, 5, "0.0%")]
    #[case(Metric::HandoffCompliance1, 0, 0, "no data")]
    #[case(Metric::ProductionMargin, -5, 1000, "-0.5%")]
    #[case(Metric::ActiveEngagements, 12, 1, "12")]
    #[case(Metric::Nps, 4200, 100, "42")]
    #[case(Metric::OnboardingDays, 17 * 86_400 + 43_200, 86_400, "17.5 days")]
    #[case(Metric::ProducerRampWeeks, 24, 7, "3.4 weeks")]
    #[case(Metric::ClientsPerProducer, 15, 4, "3.8:1")]
    #[case(Metric::Milestone, 0, 1, "Not done")]
    fn is_rounded_to_be_shown(
        #[case] metric: Metric,
        #[case] numerator: i64,
        #[case] denominator: i64,
        #[case] shown: &str,
    ) {
        let number = Number {
            numerator,
            denominator,
        };
        assert_eq!(number.shown(metric), shown);
    }

    #[rstest]
    #[case(Metric::OnTimeDelivery, 0.9, "90%")]
    #[case(Metric::OnTimeDelivery, 0.925, "92.5%")]
    #[case(Metric::CaseStudies, 4.35, "4.4")]
    #[case(Metric::ClientsPerProducer, 4.0, "4:1")]
    #[case(Metric::OnboardingDays, 17.0, "17 days")]
    fn whole_amounts_stay_whole(#[case] metric: Metric, #[case] value: f64, #[case] shown: &str) {
        assert_eq!(metric.shown_value(value), shown);
    }
}
