//! People by name, and as choices of a line.

use domain::{
    ids::PersonId,
    package::{Engaged, PackagePage},
    people::Department,
};
use leptos::prelude::*;

/// The name of whoever has a line; `none` where nobody has.
pub fn names(page: &PackagePage, person: Option<PersonId>, none: &'static str) -> AnyView {
    match person {
        Some(id) => page.name(id).to_owned().into_any(),
        None => view! { <span class="muted">{none}</span> }.into_any(),
    }
}

/// The people that a line can name, those of `department` alone where one is given.
pub(in crate::pages::handoff) fn options(
    page: &PackagePage,
    none: &str,
    department: Option<Department>,
) -> Vec<(String, String)> {
    let fits = |one: &&Engaged| department.is_none() || one.department == department;
    let people = page.people.iter().filter(fits);
    let named = people.map(|one| (one.id.to_string(), format!("{}, {}", one.name, one.title)));
    std::iter::once((String::new(), none.to_owned()))
        .chain(named)
        .collect()
}
