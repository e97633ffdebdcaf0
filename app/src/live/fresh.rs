//! Keeping what a page shows as new as the server has it.

use super::{Heard, follow};
use crate::api::error::ApiError;
use domain::board::LiveChange;
use leptos::{prelude::*, task::spawn_local};
use std::{future::Future, time::Duration};

/// Changes that come this close together are answered by asking once.
const BUNDLED: Duration = Duration::from_millis(120);

/// What a page shows, and how it is asked for again.
pub struct Fresh<T: 'static> {
    /// What was last heard.
    pub now: RwSignal<T>,
    /// Whether the line is down.
    pub offline: Signal<bool>,
    /// Asks again.
    pub reload: Callback<()>,
}

impl<T> Clone for Fresh<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Fresh<T> {}

/// Shows `first`, which knows the changes up to `seq`, and asks `load` again after every change that `concerns` it,
/// for as long as the component that calls it stands. What cannot be loaded leaves what is shown as it is: the next
/// change asks again.
pub fn fresh<T, Loading>(
    first: T,
    seq: i64,
    concerns: impl Fn(&LiveChange) -> bool + 'static,
    load: impl Fn() -> Loading + Send + Sync + 'static,
) -> Fresh<T>
where
    T: Send + Sync + 'static,
    Loading: Future<Output = Result<T, ApiError>> + 'static,
{
    let now = RwSignal::new(first);
    let waits = StoredValue::new(false);
    let load = StoredValue::new(load);
    let asked = StoredValue::new(0_u32);
    let reload = Callback::new(move |()| {
        let Some(loading) = load.try_with_value(|load| load()) else {
            return;
        };
        let this = asked.get_value().wrapping_add(1);
        asked.set_value(this);
        spawn_local(async move {
            // An answer that was overtaken by a later question is no news, nor is one to a page that was left.
            if let Ok(loaded) = loading.await
                && asked.try_get_value() == Some(this)
            {
                let _ = now.try_set(loaded);
            }
        });
    });
    let offline = follow(seq, move |heard| {
        let matters = match heard {
            Heard::Resync => true,
            Heard::Change(change) => concerns(&change),
        };
        if matters && !waits.get_value() {
            waits.set_value(true);
            set_timeout(
                move || {
                    if waits.try_set_value(false).is_none() {
                        reload.run(());
                    }
                },
                BUNDLED,
            );
        }
    });
    Fresh {
        now,
        offline,
        reload,
    }
}
