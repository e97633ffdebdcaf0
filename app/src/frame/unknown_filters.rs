//! What an address filters by that is not there (any more).

use crate::ui::Icon;
use domain::engagement::Named;
use leptos::prelude::*;
use leptos_router::{
    hooks::{use_location, use_query_map},
    params::ParamsMap,
};

/// The values that a filter of the address can have, as the address writes them.
pub type Known = (&'static str, Vec<String>);

/// What can be chosen, as the address writes it.
pub fn ids<Id: ToString>(all: &[Named<Id>]) -> Vec<String> {
    all.iter().map(|one| one.id.to_string()).collect()
}

/// Says which filters of the address name something that is not known here, and offers the page without it.
#[component]
pub fn UnknownFilters(
    /// The page's filters that choose from something.
    known: Vec<Known>,
    /// What is shown is as if they did not stand there.
    #[prop(optional)]
    ignored: bool,
) -> impl IntoView {
    let (params, path) = (use_query_map(), use_location().pathname);
    let notice = move || {
        let (names, rest) = without_unknown(&params.read(), &known);
        (!names.is_empty()).then(|| {
            let href = format!("{}{}", path.read(), rest.to_query_string());
            view! {
                <div class="notice warn">
                    {Icon::Filter.large()}
                    <div><p>{sentence(&names, ignored)}</p></div>
                    <a class="button" href=href data-noscroll="">{if ignored { "Clear it" } else { "Leave it out" }}</a>
                </div>
            }
        })
    };
    view! { <div role="status">{notice}</div> }.into_any()
}

fn sentence(names: &[&str], ignored: bool) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
    let (noun, verb) = if names.len() == 1 {
        ("filter", "names")
    } else {
        ("filters", "name")
    };
    let all = quoted.join(" and ");
    if ignored {
        format!(
            "The {noun} {all} {verb} something that does not exist or that you may not see. That was left out: what is shown is not filtered by it."
        )
    } else {
        format!("The {noun} {all} {verb} something that is not known here any more.")
    }
}

/// The names of the filters with unknown values, and the address without those values.
fn without_unknown(params: &ParamsMap, known: &[Known]) -> (Vec<&'static str>, ParamsMap) {
    let mut rest = params.clone();
    let mut names = Vec::new();
    for (name, values) in known {
        let asked = params.get_all(name).unwrap_or_default();
        let is_known = |part: &&str| values.iter().any(|value| value == part);
        if asked
            .iter()
            .flat_map(|one| parts(one))
            .all(|part| is_known(&part))
        {
            continue;
        }
        names.push(*name);
        rest.remove(name);
        for one in &asked {
            let kept: Vec<&str> = parts(one).filter(is_known).collect();
            if !kept.is_empty() {
                rest.insert(*name, kept.join(","));
            }
        }
    }
    (names, rest)
}

/// The values of a parameter: some pages write them one after the other, others repeat the parameter.
fn parts(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    type Pairs = &'static [(&'static str, &'static str)];

    fn query(pairs: Pairs) -> ParamsMap {
        let mut query = ParamsMap::new();
        for (name, value) in pairs {
            query.insert(*name, (*value).to_owned());
        }
        query
    }

    #[test]
    fn what_is_not_known_is_named_and_left_out() {
        let known = [
            ("client", vec!["a".to_owned(), "b".to_owned()]),
            ("risk", vec!["1".to_owned()]),
        ];
        let cases: [(Pairs, &[&str], Pairs); 5] = [
            (&[], &[], &[]),
            (
                &[("client", "a,b"), ("q", "film")],
                &[],
                &[("client", "a,b"), ("q", "film")],
            ),
            (
                &[("client", "nope"), ("q", "film")],
                &["client"],
                &[("q", "film")],
            ),
            (
                &[("client", "a"), ("client", "nope"), ("client", "b")],
                &["client"],
                &[("client", "a"), ("client", "b")],
            ),
            (
                &[("client", "a,nope"), ("risk", "yes")],
                &["client", "risk"],
                &[("client", "a")],
            ),
        ];
        for (asked, names, rest) in cases {
            let (found, left) = without_unknown(&query(asked), &known);
            assert_eq!(found, names);
            assert_eq!(left, query(rest));
        }
    }

    #[test]
    fn one_filter_is_not_two() {
        assert!(sentence(&["client"], false).contains("The filter “client” names"));
        assert!(sentence(&["client", "kind"], false).contains("filters “client” and “kind” name "));
    }

    #[test]
    fn what_was_left_out_is_told_so() {
        assert!(sentence(&["client"], true).contains("may not see. That was left out"));
    }
}
