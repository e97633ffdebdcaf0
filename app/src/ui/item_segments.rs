//! How far a package is: one segment an item.

use domain::handoff::gate::ItemState;
use leptos::prelude::*;

/// A row of segments: full, empty, or crossed out; read out as "3 of 5 items, 1 waived".
#[component]
pub fn ItemSegments(
    /// The items, in their order.
    #[prop(into)]
    items: Signal<Vec<ItemState>>,
) -> impl IntoView {
    let segments = move || {
        items
            .get()
            .into_iter()
            .map(|item| view! { <i class=item.name()></i> })
            .collect_view()
    };
    view! {
        <span class="item-segments" role="img" aria-label=move || spoken(&items.read()) title=move || spoken(&items.read())>
            {segments}
        </span>
    }
    .into_any()
}

fn spoken(items: &[ItemState]) -> String {
    let count = |wanted| items.iter().filter(|item| **item == wanted).count();
    let (filled, waived) = (count(ItemState::Filled), count(ItemState::Waived));
    let waived = if waived > 0 {
        format!(", {waived} waived")
    } else {
        String::new()
    };
    format!("{filled} of {} items{waived}", items.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waived_items_are_not_counted_as_there() {
        use ItemState::{Filled, Missing, Waived};
        assert_eq!(spoken(&[Filled, Missing, Filled]), "2 of 3 items");
        assert_eq!(spoken(&[Filled, Waived]), "1 of 2 items, 1 waived");
    }
}
