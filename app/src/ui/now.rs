//! The present instant, one for the whole page.

use domain::time::Instant;
use leptos::prelude::*;

#[derive(Clone, Copy)]
struct Now(ReadSignal<Instant>);

/// Provides the present, which begins at `start`, the server's instant, and passes second by second in the browser.
/// The browser's own clock is only used to tell how much time has passed, so a wrong one does no harm.
pub fn provide_now(start: Instant) {
    let (now, set_now) = signal(start);
    provide_context(Now(now));
    #[cfg(feature = "hydrate")]
    tick(start, set_now);
    #[cfg(not(feature = "hydrate"))]
    let _ = set_now;
}

/// The present instant. Changes every second: derive what you show through a `Memo`, so that it is drawn only when
/// it reads differently.
pub fn use_now() -> Signal<Instant> {
    use_context::<Now>().map_or_else(|| Signal::stored(Instant::UNIX_EPOCH), |now| now.0.into())
}

#[cfg(feature = "hydrate")]
fn tick(start: Instant, set_now: WriteSignal<Instant>) {
    use chrono::TimeDelta;
    use std::time::Duration;

    let loaded = js_sys::Date::now();
    Effect::new(move |_| {
        set_interval(
            move || {
                set_now.set(start + TimeDelta::milliseconds((js_sys::Date::now() - loaded) as i64))
            },
            Duration::from_secs(1),
        );
    });
}
