//! What a workflow asks for with a request, and what keeps one from being sent.

use domain::{
    ids::RequestFieldId,
    job::{BadForm, Given, RequestFieldKind, RequestForm},
};
use proptest::prelude::*;
use rstest::rstest;
use uuid::Uuid;

const FORM: &str =
    "needed file: Product photos\ntext: Which colors?\nneeded text: Where is it shown?";

fn read(text: &str) -> Result<RequestForm, BadForm> {
    let mut number = 0;
    RequestForm::read(text, &RequestForm::default(), || {
        number += 1;
        Uuid::from_u128(number)
    })
}

fn form() -> RequestForm {
    read(FORM).unwrap()
}

fn field(number: u128) -> RequestFieldId {
    RequestFieldId(Uuid::from_u128(number))
}

fn given(texts: &[(u128, &str)], files: &[u128]) -> Given {
    Given {
        texts: texts
            .iter()
            .map(|(id, text)| (field(*id), (*text).to_owned()))
            .collect(),
        files: files.iter().copied().map(field).collect(),
    }
}

#[test]
fn a_form_is_written_one_field_a_line() {
    let form = form();
    let kinds: Vec<_> = form.fields.iter().map(|it| (it.kind, it.needed)).collect();
    use RequestFieldKind::{File, Text};
    assert_eq!(kinds, [(File, true), (Text, false), (Text, true)]);
    assert_eq!(form.text(), FORM);
}

#[rstest]
#[case("", "")]
#[case("\n  \n", "")]
#[case("  Needed  File :  Logo  ", "needed file: Logo")]
#[case("TEXT: With: a colon", "text: With: a colon")]
fn how_it_is_written_does_not_matter(#[case] text: &str, #[case] read_as: &str) {
    assert_eq!(read(text).unwrap().text(), read_as);
}

#[rstest]
#[case(
    "Product photos",
    "Line 1 does not say what it asks for: begin it with “text:”, “file:”, “needed text:” or “needed file:”."
)]
#[case(
    "text: A\nfolder: B",
    "Line 2 does not say what it asks for: begin it with “text:”, “file:”, “needed text:” or “needed file:”."
)]
#[case("\ntext:  ", "Line 2: The text is empty: write up to 200 characters.")]
#[case("text: A\nfile: A", "“A” stands there twice: ask for it once.")]
fn what_is_no_form_is_refused_by_line(#[case] text: &str, #[case] sentence: &str) {
    assert_eq!(read(text).unwrap_err().to_string(), sentence);
}

#[test]
fn more_fields_than_anybody_fills_in_are_refused() {
    let lines: Vec<String> = (0..21).map(|line| format!("text: {line}")).collect();
    assert_eq!(read(&lines.join("\n")), Err(BadForm::TooMany(21)));
}

#[test]
fn a_field_keeps_its_identity_while_its_words_and_kind_stay() {
    let after = RequestForm::read(
        "text: Where is it shown?\nfile: Which colors?",
        &form(),
        || Uuid::from_u128(9),
    );
    let ids: Vec<_> = after.unwrap().fields.iter().map(|it| it.id).collect();
    assert_eq!(ids, [field(3), field(9)]);
}

#[rstest]
#[case::whole(given(&[(3, "Online")], &[1]), &[])]
#[case::more_than_needed(given(&[(2, "Red"), (3, "Online")], &[1, 1]), &[])]
#[case::nothing(given(&[], &[]), &[1, 3])]
#[case::blank_is_nothing(given(&[(3, "  \n")], &[1]), &[3])]
#[case::a_text_for_a_file(given(&[(1, "photos"), (3, "Online")], &[]), &[1])]
#[case::a_file_for_a_text(given(&[], &[1, 3]), &[3])]
#[case::of_another_form(given(&[(7, "Online")], &[8]), &[1, 3])]
fn what_is_needed_is_asked_for_by_field(#[case] given: Given, #[case] missing: &[u128]) {
    let faults = form().check(&given).err().unwrap_or_default();
    let fields: Vec<_> = faults.iter().map(|fault| fault.field).collect();
    assert_eq!(
        fields,
        missing.iter().copied().map(field).collect::<Vec<_>>()
    );
}

#[test]
fn a_refusal_names_what_is_asked_for() {
    let form = form();
    let long = "x".repeat(5_001);
    let faults = form.check(&given(&[(2, &long)], &[])).unwrap_err();
    let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "“Product photos” is missing: this kind of work cannot begin without. Choose a file.",
            "“Which colors?”: The answer has 5001 characters, and 5000 fit: shorten it.",
            "“Where is it shown?” is not answered: this kind of work cannot begin without.",
        ]
    );
}

#[test]
fn a_form_that_asks_for_nothing_takes_anything() {
    let form = RequestForm::default();
    let answers = form.check(&given(&[(1, "x")], &[2]));
    assert_eq!(answers, Ok(vec![]));
}

#[test]
fn a_control_names_its_field() {
    let id = field(5);
    assert_eq!(RequestFieldId::of_control(&id.control()), Some(id));
    assert_eq!(RequestFieldId::of_control("title"), None);
    assert_eq!(RequestFieldId::of_control("answer-x"), None);
}

proptest! {
    /// Whatever is given: it is taken exactly when everything that is needed is there.
    #[test]
    fn a_request_goes_out_when_nothing_needed_is_missing(
        texts in proptest::collection::vec((1_u128..5, "[a ]{0,3}"), 0..4),
        files in proptest::collection::vec(1_u128..5, 0..4),
    ) {
        let given = Given {
            texts: texts.into_iter().map(|(id, text)| (field(id), text)).collect(),
            files: files.into_iter().map(field).collect(),
        };
        let shown = given.texts.iter().find(|(id, _)| *id == field(3));
        let whole = given.files.contains(&field(1)) && shown.is_some_and(|(_, text)| !text.trim().is_empty());
        prop_assert_eq!(form().check(&given).is_ok(), whole);
    }
}
