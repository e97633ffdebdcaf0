//! One place in an engagement or a pod.

use crate::{ids::*, named};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

named! {
    /// What somebody is in an engagement or a pod.
    pub enum Place {
        AccountManager = "account_manager",
        Producer = "producer",
        Backup = "backup",
        Member = "member",
    }
}

impl Place {
    /// As a list names it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::AccountManager => "Account manager",
            Self::Producer => "Producer",
            Self::Backup => "Backup",
            Self::Member => "Member",
        }
    }
}

/// What a place is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SeatOf {
    /// An engagement.
    Engagement(EngagementId),
    /// A pod.
    Pod(PodId),
}

/// A place. As text: `engagement:0189…:producer`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Seat {
    /// In what.
    pub of: SeatOf,
    /// As what.
    pub place: Place,
}

impl fmt::Display for Seat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.of {
            SeatOf::Engagement(id) => write!(f, "engagement:{id}:{}", self.place),
            SeatOf::Pod(id) => write!(f, "pod:{id}:{}", self.place),
        }
    }
}

/// Why a text names no place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no place in an engagement or a pod: write its kind, its id and the place, colons between them"
)]
pub struct NotASeat(String);

impl FromStr for Seat {
    type Err = NotASeat;
    fn from_str(text: &str) -> Result<Self, NotASeat> {
        read(text).ok_or_else(|| NotASeat(text.to_owned()))
    }
}

fn read(text: &str) -> Option<Seat> {
    let mut parts = text.splitn(3, ':');
    let (kind, id, place) = (parts.next()?, parts.next()?, parts.next()?);
    let of = match kind {
        "engagement" => SeatOf::Engagement(id.parse().ok()?),
        "pod" => SeatOf::Pod(id.parse().ok()?),
        _ => return None,
    };
    let place = place.parse().ok()?;
    Some(Seat { of, place })
}

impl TryFrom<String> for Seat {
    type Error = NotASeat;
    fn try_from(text: String) -> Result<Self, NotASeat> {
        text.parse()
    }
}

impl From<Seat> for String {
    fn from(seat: Seat) -> Self {
        seat.to_string()
    }
}
