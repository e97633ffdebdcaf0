//! What can be asked for, and what would be promised.

use crate::api::portal::load_promises;
use domain::job::Promise;
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_query_map;
use std::time::Duration;

/// How long a promise may stand on the screen before it is asked for again.
const PROMISE_LASTS: Duration = Duration::from_secs(60);

/// What was chosen before, what the address names, or the only one there is.
pub fn first_choice(promises: &[Promise], before: &str) -> String {
    let named = use_query_map()
        .read_untracked()
        .get("workflow")
        .unwrap_or_default();
    let only = || match promises {
        [only] => only.workflow.id.to_string(),
        _ => String::new(),
    };
    let wanted = if before.is_empty() {
        named
    } else {
        before.to_owned()
    };
    let known = promises
        .iter()
        .any(|promise| promise.workflow.id.to_string() == wanted);
    if known { wanted } else { only() }
}

/// The promises, asked for again every minute while the page is looked at: they move with the clock.
pub fn kept_true(promises: Vec<Promise>) -> RwSignal<Vec<Promise>> {
    let promises = RwSignal::new(promises);
    Effect::new(move |_| {
        let again = move || {
            spawn_local(async move {
                if let Ok(loaded) = load_promises().await {
                    // Nobody looks any more where the page was left meanwhile.
                    let _ = promises.try_set(loaded);
                }
            });
        };
        if let Ok(timer) = set_interval_with_handle(again, PROMISE_LASTS) {
            on_cleanup(move || timer.clear());
        }
    });
    promises
}
