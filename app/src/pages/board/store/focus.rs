//! Where the eye and the keys are.

use super::BoardStore;
use domain::ids::HandoffId;
use leptos::prelude::*;
use std::time::Duration;

/// How long a card is looked for that the filter may hide.
const GIVES_UP: Duration = Duration::from_millis(600);

impl BoardStore {
    /// Scrolls to a card and focuses it, as soon as it is drawn.
    pub fn find(self, id: HandoffId) {
        // The board may be left by then.
        self.seek.try_set(Some(id));
        set_timeout(
            move || {
                if self.seek.try_get_untracked() == Some(Some(id)) {
                    self.seek.set(None);
                }
            },
            GIVES_UP,
        );
    }
}
