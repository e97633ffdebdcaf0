//! How well a name answers what was typed.

use domain::{
    handoff::Stage,
    people::AccessRole,
    search::{Hit, HitKind, MOST_OF_A_KIND, Rank, Standing, actions, best, rank},
};
use proptest::prelude::*;
use rstest::rstest;

#[rstest]
#[case("nor", "Northwind Foods", Some(Rank::Prefix))]
#[case("FOODS", "Northwind Foods", Some(Rank::WordStart))]
#[case("wind", "Northwind Foods", Some(Rank::Within))]
#[case("food north", "Northwind Foods", Some(Rank::Scattered))]
#[case("film acme", "Teaser film", Some(Rank::Scattered))]
#[case("acme", "Teaser film", Some(Rank::Scattered))]
#[case("ökö", "Ökölogie", Some(Rank::Prefix))]
#[case("z", "Teaser film", None)]
#[case("", "Teaser film", None)]
#[case("  ", "Teaser film", None)]
fn names_are_ranked(#[case] typed: &str, #[case] name: &str, #[case] expected: Option<Rank>) {
    assert_eq!(rank(typed, name, "Acme Corp"), expected);
}

proptest! {
    #[test]
    fn every_piece_of_a_name_finds_it(name in "[a-zÖö ]{1,20}", from in 0usize..20, length in 1usize..20) {
        let piece: String = name.chars().skip(from).take(length).collect();
        prop_assume!(!piece.trim().is_empty());
        prop_assert!(rank(&piece, &name, "").is_some_and(|rank| rank <= Rank::Within));
    }
}

fn hit(kind: HitKind, name: &str, context: &str) -> Hit {
    Hit {
        kind,
        name: name.into(),
        context: context.into(),
        opens: "/".into(),
        standing: None,
    }
}

#[test]
fn the_best_of_each_kind_come_first() {
    let mut hits = vec![
        hit(HitKind::Job, "A northern film", ""),
        hit(HitKind::Job, "North", ""),
        hit(HitKind::Job, "Teaser", "Northwind"),
        hit(HitKind::Client, "Northwind", ""),
        hit(HitKind::Client, "Acme", ""),
    ];
    hits.extend((0..9).map(|number| hit(HitKind::Person, &format!("Nora North {number}"), "")));
    let found = best("north", hits);
    let names: Vec<&str> = found.iter().map(|hit| hit.name.as_str()).collect();
    assert_eq!(
        names[..4],
        ["Northwind", "North", "A northern film", "Teaser"]
    );
    assert_eq!(found.len(), 4 + MOST_OF_A_KIND);
}

#[test]
fn what_is_open_comes_before_what_was_accepted() {
    let handoff = |stage, name| Hit {
        standing: Some(Standing { stage, at: None }),
        ..hit(HitKind::Handoff, name, "H3 · Northwind")
    };
    let hits = vec![
        handoff(Stage::Accepted, "North, autumn"),
        handoff(Stage::Accepted, "North, spring"),
        handoff(Stage::InReview, "North, summer"),
    ];
    let names: Vec<String> = best("north", hits)
        .into_iter()
        .map(|hit| hit.name)
        .collect();
    assert_eq!(names, ["North, summer", "North, autumn", "North, spring"]);
}

#[test]
fn a_role_is_offered_what_it_may_do() {
    let offers = |role, name: &str| actions(role).iter().any(|hit| hit.name == name);
    assert!(offers(AccessRole::Sales, "Sign an engagement"));
    assert!(!offers(AccessRole::Producer, "Sign an engagement"));
    assert!(offers(AccessRole::Producer, "Go to team"));
    assert!(!offers(AccessRole::Sales, "Go to team"));
}
