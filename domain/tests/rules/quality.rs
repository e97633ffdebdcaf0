//! The quality of deliverables: checklists, versions, verdicts.

use domain::{
    handoff::{Item, Stage, gate::ItemState},
    ids::QcLineId,
    quality::*,
};
use proptest::prelude::*;
use rstest::rstest;
use uuid::Uuid;

fn new_ids() -> impl FnMut() -> Uuid {
    let mut next = 100;
    move || {
        next += 1;
        Uuid::from_u128(next)
    }
}

fn list(text: &str) -> Checklist {
    let read = Checklist::read(text, &Checklist::usual(), new_ids());
    read.unwrap().unwrap()
}

#[test]
fn a_line_keeps_its_identity_while_its_words_stay() {
    let before = list("Loud enough\nLong enough");
    let after = Checklist::read("Long enough\n\n Sharp ", &before, new_ids());
    let after = after.unwrap().unwrap();
    assert_eq!(after.lines[0], before.lines[1]);
    assert_eq!(after.text(), "Long enough\nSharp");
    assert!(before.lines.iter().all(|line| line.id != after.lines[1].id) || after.lines.len() == 2);
}

#[rstest]
#[case("Sharp\nSharp", "“Sharp” stands there twice: write it once.")]
#[case(&"x".repeat(201), "Line 1: The text has 201 characters, and 200 fit: shorten it.")]
fn what_is_no_checklist_says_why(#[case] text: &str, #[case] why: &str) {
    let refused = Checklist::read(text, &Checklist::usual(), new_ids()).unwrap_err();
    assert_eq!(refused.to_string(), why);
}

#[test]
fn too_many_lines_are_refused_and_none_is_the_usual_list() {
    let many: Vec<String> = (0..=MOST_QC_LINES).map(|at| format!("Line {at}")).collect();
    let refused = Checklist::read(&many.join("\n"), &Checklist::usual(), new_ids());
    assert_eq!(refused, Err(BadChecklist::TooMany(MOST_QC_LINES + 1)));
    assert_eq!(
        Checklist::read(" \n ", &Checklist::usual(), new_ids()),
        Ok(None)
    );
}

fn content(files: usize, link: &str, note: &str, ticked: usize) -> Content {
    let list = list("Loud enough\nLong enough");
    let on: Vec<QcLineId> = list.lines.iter().take(ticked).map(|line| line.id).collect();
    Content {
        files,
        link: link.into(),
        note: note.into(),
        checks: list.checks(&on),
    }
}

#[rstest]
#[case(content(0, "", "", 2), 1, 1)]
#[case(content(1, "", "", 0), 2, 0)]
#[case(content(1, "", "", 1), 1, 0)]
#[case(content(1, "", "", 2), 0, 0)]
#[case(content(0, "https://example.com", "", 2), 0, 0)]
#[case(content(0, "", "On the shared drive", 2), 0, 0)]
fn a_version_is_whole_once_it_is_there_and_looked_at(
    #[case] content: Content,
    #[case] assets: usize,
    #[case] platform: usize,
) {
    assert_eq!(gaps(Item::QcPassedAssets, &content).len(), assets);
    assert_eq!(gaps(Item::SubmittedInPlatform, &content).len(), platform);
}

#[rstest]
#[case(content(1, "", "", 2), ItemState::Missing, "", ItemState::Filled)]
#[case(content(0, "", "", 0), ItemState::Filled, "", ItemState::Missing)]
#[case(
    content(0, "", "", 0),
    ItemState::Filled,
    "Checked on set",
    ItemState::Filled
)]
#[case(content(0, "", "", 0), ItemState::Waived, "", ItemState::Waived)]
#[case(content(1, "", "", 2), ItemState::Waived, "", ItemState::Filled)]
fn a_text_stands_in_and_what_was_waived_stays_so(
    #[case] content: Content,
    #[case] present: ItemState,
    #[case] text: &str,
    #[case] expected: ItemState,
) {
    assert_eq!(
        item_state(Item::QcPassedAssets, &content, present, text),
        expected
    );
}

#[test]
fn a_version_that_was_submitted_is_frozen() {
    assert_eq!(check_open(Stage::Preparing), Ok(()));
    let refused = check_open(Stage::InReview).unwrap_err().to_string();
    assert!(
        refused.starts_with("This version is in review"),
        "{refused}"
    );
}

#[rstest]
#[case(0, 0, 1)]
#[case(1, 1, 2)]
#[case(2, 1, 3)]
#[case(0, 2, 3)]
fn versions_are_counted_on(#[case] latest: i64, #[case] submissions: i64, #[case] next: i64) {
    assert_eq!(next_number(latest, submissions), next);
}

fn mark(list: &Checklist, at: usize, passed: bool, note: &str) -> Mark {
    Mark {
        line: list.lines[at].id,
        passed,
        note: note.into(),
    }
}

#[test]
fn a_verdict_goes_together_with_its_lines() {
    let list = list("Loud enough\nLong enough");
    let lines = list.checks(&[]);
    let say = |verdict, marks: &[Mark], words| check_verdict(verdict, marks, &lines, words);
    let (good, bad) = (
        mark(&list, 0, true, ""),
        mark(&list, 1, false, " 3 s short "),
    );
    assert_eq!(
        say(Verdict::Accepted, &[good.clone(), bad.clone()], ""),
        Err(RefusedVerdict::AcceptedWithFailure("Long enough".into()))
    );
    assert_eq!(
        say(Verdict::Retake, &[good], " "),
        Err(RefusedVerdict::NoReason)
    );
    assert_eq!(say(Verdict::Retake, &[], "Too dark"), Ok("Too dark".into()));
    assert_eq!(
        say(Verdict::Retake, std::slice::from_ref(&bad), "Too dark"),
        Ok("Too dark\nFailed: Long enough (3 s short)".into())
    );
    let unknown = Mark {
        line: QcLineId(Uuid::nil()),
        ..bad
    };
    assert_eq!(
        say(Verdict::Retake, &[unknown], ""),
        Err(RefusedVerdict::UnknownLine)
    );
}

#[rstest]
#[case::nothing_said("Loud enough\nLong enough", &[], "QC has judged 0 of 2 lines, and not “Loud enough”: ")]
#[case::one_left("Loud enough\nLong enough", &[0], "QC has judged 1 of 2 lines, and not “Long enough”: ")]
#[case::the_same_twice("Loud enough\nLong enough", &[1, 1], "QC has judged 1 of 2 lines, and not “Loud enough”: ")]
#[case::all("Loud enough\nLong enough", &[1, 0], "")]
#[case::one_line("Sharp", &[0], "")]
fn what_is_accepted_was_judged_line_by_line(
    #[case] lines: &str,
    #[case] passed: &[usize],
    #[case] refusal: &str,
) {
    let list = list(lines);
    let marks: Vec<Mark> = passed.iter().map(|at| mark(&list, *at, true, "")).collect();
    let said = check_verdict(Verdict::Accepted, &marks, &list.checks(&[]), "");
    match said {
        Ok(reason) => assert_eq!((reason.as_str(), refusal), ("", "")),
        Err(why) => {
            let why = why.to_string();
            assert!(!refusal.is_empty() && why.starts_with(refusal), "{why}");
            assert!(why.ends_with("the verdict on the deliverable's page, then accept it."));
        }
    }
}

#[test]
fn without_a_checklist_there_is_nothing_to_judge() {
    assert_eq!(
        check_verdict(Verdict::Accepted, &[], &[], ""),
        Ok(String::new())
    );
}

fn any_question() -> impl Strategy<Value = QualityQuestion> {
    let open = (
        0..By::ALL.len(),
        "[a-z0-9-]{0,20}",
        0..Counted::ALL.len(),
        1..9_u32,
    );
    let open = prop::option::of(open.prop_map(|(by, of, counted, page)| Opened {
        by: By::ALL[by],
        of,
        counted: Counted::ALL[counted],
        page,
    }));
    let id = || prop::option::of(any::<u128>().prop_map(Uuid::from_u128));
    (id(), id(), open).prop_map(|(client, workflow, open)| QualityQuestion {
        client: client.map(domain::ids::ClientId),
        workflow: workflow.map(domain::ids::WorkflowId),
        open,
        ..QualityQuestion::default()
    })
}

proptest! {
    #[test]
    fn what_a_link_asks_is_read_back(question in any_question()) {
        prop_assert_eq!(QualityQuestion::parse(&question.to_string()), question);
    }

    #[test]
    fn whatever_stands_in_the_link_is_answered(text in ".{0,80}") {
        let question = QualityQuestion::parse(&text);
        prop_assert_eq!(QualityQuestion::parse(&question.to_string()), question);
    }

    /// A retake is never without a reason, an acceptance never with a failure or a line that nobody judged.
    #[test]
    fn a_verdict_that_is_taken_says_why(
        says in prop::collection::vec(prop::option::of(any::<bool>()), 2),
        words in "[a-z ]{0,8}",
        accepted in any::<bool>(),
    ) {
        let list = list("Loud enough\nLong enough");
        let marks: Vec<Mark> = says
            .iter()
            .enumerate()
            .filter_map(|(at, says)| Some(mark(&list, at, (*says)?, "")))
            .collect();
        let failed = marks.iter().any(|mark| !mark.passed);
        let open = marks.len() < list.lines.len();
        let verdict = if accepted { Verdict::Accepted } else { Verdict::Retake };
        match check_verdict(verdict, &marks, &list.checks(&[]), &words) {
            Ok(reason) => {
                prop_assert_eq!(reason.is_empty(), accepted);
                prop_assert!(!accepted || !open);
            }
            Err(RefusedVerdict::Unjudged(why)) => {
                prop_assert!(accepted && open && !failed);
                prop_assert_eq!((why.judged, why.lines), (marks.len(), list.lines.len()));
            }
            Err(_) => prop_assert!(accepted == failed),
        }
    }
}
