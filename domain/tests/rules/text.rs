//! Texts that people type.

use domain::text::{BadText, Brief, JobTitle, Reason};
use rstest::rstest;

#[rstest]
#[case("  A film  ", "A film")]
#[case("Ä", "Ä")]
fn are_trimmed(#[case] typed: &str, #[case] kept: &str) {
    assert_eq!(typed.parse::<JobTitle>().unwrap().as_str(), kept);
}

#[test]
fn line_ends_are_the_same_from_a_form_and_from_a_script() {
    assert_eq!("one\r\ntwo".parse::<Brief>(), "one\ntwo".parse::<Brief>());
}

#[rstest]
#[case("")]
#[case(" \r\n\t ")]
fn a_reason_says_something(#[case] typed: &str) {
    let refused = typed.parse::<Reason>().unwrap_err();
    assert_eq!(
        refused.to_string(),
        "The reason is empty: write up to 2000 characters."
    );
}

#[test]
fn a_brief_may_be_left_empty() {
    assert!("".parse::<Brief>().is_ok());
}

#[test]
fn length_is_counted_in_characters() {
    assert!("ä".repeat(200).parse::<JobTitle>().is_ok());
    let refused = "ä".repeat(201).parse::<JobTitle>().unwrap_err();
    let (what, length, most) = ("title", 201, 200);
    assert_eq!(refused, BadText::TooLong { what, length, most });
}

#[test]
fn what_comes_over_the_wire_is_checked_as_well() {
    assert!(serde_json::from_str::<Reason>("\"Wrong logo\"").is_ok());
    assert!(serde_json::from_str::<Reason>("\"  \"").is_err());
}
