//! What the server hands to the page before anything is drawn.

use crate::{api::viewer::Viewer, ui::looks::Looks};
use domain::time::{Instant, Zone};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// Known when the page begins: written into the HTML by the server, read back by the browser, so that both
/// render the same first page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Boot {
    /// Who is signed in, if anybody.
    pub viewer: Option<Viewer>,
    /// The instant at which the server renders.
    pub now: Instant,
    /// The agency's time zone.
    pub zone: Zone,
    /// The theme and density that this browser chose.
    pub looks: Looks,
}

impl Default for Boot {
    fn default() -> Self {
        Self {
            viewer: None,
            now: Instant::UNIX_EPOCH,
            zone: Zone::utc(),
            looks: Looks::default(),
        }
    }
}

/// Takes the `Boot` that the server put into the context, in the browser the one that came with the page, and
/// provides it to all that is below.
pub fn provide_boot() -> Boot {
    let boot = SharedValue::new(|| use_context::<Boot>().unwrap_or_default()).into_inner();
    provide_context(boot.clone());
    boot
}

/// The page's `Boot`.
pub fn use_boot() -> Boot {
    use_context::<Boot>().unwrap_or_default()
}

/// Who is signed in, if anybody.
pub fn use_viewer() -> Option<Viewer> {
    use_boot().viewer
}

/// The agency's time zone.
pub fn use_zone() -> Zone {
    use_boot().zone
}
