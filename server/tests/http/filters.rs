//! An address that filters by what is not there is told so.

use crate::support::{Baton, Who};

const LEFT_OUT: &str = "That was left out";

#[tokio::test]
async fn the_dashboard_says_what_it_left_out() {
    let baton = Baton::start().await;
    for (query, named) in [
        ("client=nonsense", "“client”"),
        ("client=0199a000-0000-7000-8000-000000000000", "“client”"),
        ("workflow=nonsense", "“workflow”"),
        ("pod=x&producer=y", "“producer” and “pod”"),
    ] {
        let address = format!("/dashboard?{query}");
        let page = baton.get(Who::Executive, &address).await.body;
        assert!(
            page.contains(LEFT_OUT) && page.contains(named),
            "{query}: {page}"
        );
    }
    let plain = baton.get(Who::Executive, "/dashboard").await.body;
    assert!(!plain.contains(LEFT_OUT), "{plain}");
}
