//! What others change, as they change it: the browser's end of `/live`.

#[cfg(feature = "hydrate")]
mod feed;
mod fresh;

pub use fresh::{Fresh, fresh};

use domain::board::LiveChange;
use leptos::prelude::*;

/// What the feed says.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// Something changed.
    Change(Box<LiveChange>),
    /// Too much was missed: load anew what is shown.
    Resync,
}

/// Follows what changes after the change number `after`, for as long as the component that calls it stands, and
/// misses nothing over interruptions. On the server it does nothing.
///
/// Answers whether the line is down.
pub fn follow(after: i64, hear: impl Fn(Heard) + 'static) -> Signal<bool> {
    let offline = RwSignal::new(false);
    #[cfg(feature = "hydrate")]
    feed::open(after, Box::new(hear), offline);
    #[cfg(not(feature = "hydrate"))]
    let _ = (after, hear);
    offline.into()
}
