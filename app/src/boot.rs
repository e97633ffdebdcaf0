//! What the server hands to the page before anything is drawn.

use crate::{api::viewer::Viewer, ui::looks::Looks};
use domain::{
    calendar::Calendar,
    time::{Instant, Zone},
};
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
    /// The agency's calendar from now on, by which clocks are counted down.
    pub calendar: Calendar,
    /// The theme and density that this browser chose.
    pub looks: Looks,
}

impl Default for Boot {
    fn default() -> Self {
        Self {
            viewer: None,
            now: Instant::UNIX_EPOCH,
            calendar: Calendar::usual(Zone::utc()),
            looks: Looks::default(),
        }
    }
}

/// Takes the `Boot` that the server put into the context, in the browser the one that came with the page, and
/// makes it known to all that is below.
pub fn provide_boot() -> Boot {
    let boot = SharedValue::new(|| use_context::<Boot>().unwrap_or_default()).into_inner();
    provide_context(Provided {
        viewer: StoredValue::new(boot.viewer.clone()),
        zone: StoredValue::new(boot.calendar.zone.clone()),
        calendar: StoredValue::new(boot.calendar.clone()),
        looks: boot.looks,
    });
    boot
}

/// What is kept of it: handles, so that a thousand cards can each hold the zone.
#[derive(Clone, Copy)]
struct Provided {
    viewer: StoredValue<Option<Viewer>>,
    zone: StoredValue<Zone>,
    calendar: StoredValue<Calendar>,
    looks: Looks,
}

/// Who is signed in, if anybody.
pub fn use_viewer() -> Option<Viewer> {
    use_context::<Provided>()?.viewer.get_value()
}

/// The agency's time zone.
pub fn use_zone() -> StoredValue<Zone> {
    use_context::<Provided>().map_or_else(|| StoredValue::new(Zone::utc()), |boot| boot.zone)
}

/// The agency's calendar, from the day on which the page began.
pub fn use_calendar() -> StoredValue<Calendar> {
    use_context::<Provided>().map_or_else(
        || StoredValue::new(Calendar::usual(Zone::utc())),
        |boot| boot.calendar,
    )
}

/// The theme and density that the page began with.
pub fn use_looks() -> Looks {
    use_context::<Provided>()
        .map(|boot| boot.looks)
        .unwrap_or_default()
}
