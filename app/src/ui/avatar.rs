//! Who.

use leptos::prelude::*;

/// The colours that an avatar can have.
const HUES: usize = 6;

/// A person's initials in a disc, named for screen readers and on hover; the initials themselves are drawn by the
/// style sheet, so that nobody hears them. The same name has the same colour everywhere.
#[component]
pub fn Avatar(
    /// Full name.
    #[prop(into)]
    name: String,
    /// Hidden from screen readers, for where the name stands beside it.
    #[prop(optional)]
    beside_name: bool,
) -> impl IntoView {
    let class = format!("avatar hue-{}", hue(&name));
    let initials = initials(&name);
    if beside_name {
        view! { <span class=class data-initials=initials aria-hidden="true"></span> }.into_any()
    } else {
        view! { <span class=class data-initials=initials role="img" aria-label=name.clone() title=name></span> }
            .into_any()
    }
}

/// The first letters of the first and the last word.
fn initials(name: &str) -> String {
    let mut words = name
        .split_whitespace()
        .filter_map(|word| word.chars().next());
    let (first, last) = (words.next(), words.next_back());
    first
        .into_iter()
        .chain(last)
        .flat_map(char::to_uppercase)
        .collect()
}

fn hue(name: &str) -> usize {
    name.bytes().map(usize::from).sum::<usize>() % HUES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_those_of_first_and_last_word() {
        let cases = [
            ("Ana Ruiz", "AR"),
            ("Ana", "A"),
            ("ana maria ruiz", "AR"),
            ("", ""),
            ("Ångström Öl", "ÅÖ"),
        ];
        for (name, expected) in cases {
            assert_eq!(initials(name), expected, "{name}");
        }
    }
}
