//! What a mark says, apart from its words.

use super::Icon;

/// How something stands. Each tone has a colour and a shape, so that neither is needed to tell them apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Says nothing in particular.
    #[default]
    Neutral,
    /// In somebody's hands right now.
    Now,
    /// Met, done, passed.
    Good,
    /// At risk.
    Warn,
    /// Breached, refused, failed.
    Bad,
}

impl Tone {
    /// The class that colours it.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Now => "now",
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
        }
    }

    /// The shape that goes with it.
    pub const fn icon(self) -> Icon {
        match self {
            Self::Neutral => Icon::Open,
            Self::Now => Icon::Clock,
            Self::Good => Icon::Met,
            Self::Warn => Icon::AtRisk,
            Self::Bad => Icon::Breached,
        }
    }
}
