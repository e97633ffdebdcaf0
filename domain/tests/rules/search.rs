//! How well a name answers what was typed.

use domain::search::{Rank, rank};
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
