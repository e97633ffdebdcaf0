//! How much concerns the viewer and is unread.

use crate::{
    api::feed::{Unread, count_unread},
    boot::use_viewer,
    live::{Fresh, fresh},
    ui::Icon,
};
use domain::{
    board::{Changed, LiveChange},
    feed::may_concern,
};
use leptos::{leptos_dom::helpers::set_interval_with_handle, prelude::*, task::spawn_local};
use leptos_router::components::A;
use std::time::Duration;

/// How often clocks are looked at that nobody touches.
const CLOCKS: Duration = Duration::from_secs(5 * 60);

/// The most that is shown as a number.
const MOST: i64 = 99;

#[derive(Clone, Copy)]
struct Count(RwSignal<i64>);

/// Makes the count known to the frame and its pages.
pub(super) fn provide_unread() {
    provide_context(Count(RwSignal::new(0)));
}

/// How many items of the viewer's feed are unread; pages that know better may set it.
pub fn use_unread() -> RwSignal<i64> {
    use_context::<Count>().map_or_else(|| RwSignal::new(0), |count| count.0)
}

/// The way to the feed. It counts once the page stands: no page waits for it.
#[component]
pub(super) fn Bell() -> impl IntoView {
    let count = use_unread();
    let first = RwSignal::new(None::<Unread>);
    Effect::new(move |_| {
        spawn_local(async move {
            if let Ok(unread) = count_unread().await {
                let _ = first.try_set(Some(unread));
            }
        });
    });
    let followed = move || first.get().map(|first| following(first, count));
    let shown = move || {
        (count.get() > 0)
            .then(|| view! { <span class="bell-count num">{figure(count.get())}</span> })
    };
    // What is heard has what is seen in it.
    let label = move || match count.get() {
        0 => "What concerns you".to_owned(),
        count => format!("What concerns you: {} unread", figure(count)),
    };
    view! {
        <A href="/feed" attr:class="button quiet icon-only bell" attr:aria-label=label attr:title=label>
            {Icon::Bell.large()}
            {shown}
        </A>
        {followed}
    }
    .into_any()
}

fn figure(count: i64) -> String {
    if count > MOST {
        format!("{MOST}+")
    } else {
        count.to_string()
    }
}

fn following(first: Unread, count: RwSignal<i64>) {
    let viewer = use_viewer();
    let concerns = move |change: &LiveChange| match &change.what {
        Changed::Handoff(card) => viewer
            .as_ref()
            .is_some_and(|viewer| may_concern(viewer.person, viewer.role, card, &change.action)),
        Changed::Comments(_) | Changed::Other(_) => true,
        Changed::Job(_) => false,
    };
    let seq = first.seq;
    let Fresh { now, reload, .. } = fresh(first, seq, concerns, count_unread);
    Effect::new(move |_| count.set(now.get().count));
    Effect::new(move |_| {
        if let Ok(timer) = set_interval_with_handle(move || reload.run(()), CLOCKS) {
            on_cleanup(move || timer.clear());
        }
    });
}
