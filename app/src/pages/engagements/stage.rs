//! An engagement's stage, and amounts, as people read them.

use crate::ui::{Badge, Icon, Tone};
use domain::{engagement::EngagementStage, money::Cents};
use leptos::prelude::*;

/// The stage as a badge.
pub fn badge(stage: EngagementStage) -> AnyView {
    let (tone, icon) = match stage {
        EngagementStage::Signed | EngagementStage::Scoped | EngagementStage::PodRequested => {
            (Tone::Neutral, Icon::Open)
        }
        EngagementStage::Active => (Tone::Now, Icon::Play),
        EngagementStage::Closing => (Tone::Warn, Icon::Flag),
        EngagementStage::Closed => (Tone::Good, Icon::Met),
    };
    view! { <Badge label=words(stage) tone icon /> }.into_any()
}

const fn words(stage: EngagementStage) -> &'static str {
    match stage {
        EngagementStage::Signed => "Signed",
        EngagementStage::Scoped => "Scoped",
        EngagementStage::PodRequested => "Pod requested",
        EngagementStage::Active => "Active",
        EngagementStage::Closing => "Closing",
        EngagementStage::Closed => "Closed",
    }
}

/// An amount with its thousands apart; cents only where there are some: `25,000`, `25,000.50`.
pub fn amount(cents: Cents) -> String {
    let Cents(cents) = cents;
    let sign = if cents < 0 { "−" } else { "" };
    let whole = (cents.unsigned_abs() / 100).to_string();
    let mut grouped = String::new();
    for (place, digit) in whole.char_indices() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    match cents.unsigned_abs() % 100 {
        0 => format!("{sign}{grouped}"),
        rest => format!("{sign}{grouped}.{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_their_thousands_apart() {
        let cases = [
            (0, "0"),
            (99_900, "999"),
            (100_000, "1,000"),
            (2_500_050, "25,000.50"),
            (-123_456_700, "−1,234,567"),
        ];
        for (cents, said) in cases {
            assert_eq!(amount(Cents(cents)), said);
        }
    }
}
