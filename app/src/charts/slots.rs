//! As many views of one kind as there are values: each stays where it is, and only what it says changes.

use leptos::prelude::*;
use std::sync::Arc;

type Slot = Arc<dyn Fn(usize) -> AnyView + Send + Sync>;

/// `count` views, each made once for its place (from 0). What a place holds is read reactively by its view, which must
/// bear that there is nothing: a view may be asked once more before it goes.
pub fn slots(
    count: Signal<usize>,
    slot: impl Fn(usize) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    erased(count, Arc::new(slot))
}

fn erased(count: Signal<usize>, slot: Slot) -> AnyView {
    view! { <For each=move || 0..count.get() key=|place| *place children=move |place| slot(place) /> }
        .into_any()
}
