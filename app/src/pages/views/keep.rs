//! The way from a page to its views.

use leptos::prelude::*;
use leptos_router::params::ParamsMap;

/// The parameter that names the address at hand.
pub const OF: &str = "of";

/// Where the views are, with the address at hand to be kept.
pub fn views_with(address: String) -> String {
    let mut params = ParamsMap::new();
    params.insert(OF, address);
    format!("/views{}", params.to_query_string())
}

/// A chip that leads to the views, and brings the present one along.
pub fn keep(address: Signal<String>) -> AnyView {
    let href = move || views_with(address.get());
    view! { <a class="chip" href=href>"Views"</a> }.into_any()
}
