//! Mentions, and who may be mentioned by whom.

use domain::{
    comment::{
        CannotMention, Comment, Mentionable, Piece, RefusedComment, Subject, asked_for,
        check_author, check_mention, completed, mentions, offered, pieces,
    },
    engagement::Named,
    ids::*,
    people::AccessRole,
};
use proptest::prelude::*;
use rstest::rstest;
use uuid::Uuid;

const NAMES: &[&str] = &["Ana Ruiz", "Ana Ruiz-Gómez", "Ana", "Öz Ål"];

#[rstest]
#[case("@Ana Ruiz look at this", &["@Ana Ruiz"])]
#[case("look, @ana ruiz.", &["@ana ruiz"])]
#[case("@Ana Ruiz-Gómez and @Ana", &["@Ana Ruiz-Gómez", "@Ana"])]
#[case("(@öz ål)", &["@öz ål"])]
#[case("ana@Ana", &[])]
#[case("@Anastasia", &[])]
#[case("@ Ana", &[])]
#[case("@@Ana", &["@Ana"])]
#[case("@", &[])]
#[case("@Nobody", &[])]
fn a_mention_is_a_whole_name_behind_an_at(#[case] text: &str, #[case] expected: &[&str]) {
    let found: Vec<&str> = mentions(text, NAMES)
        .into_iter()
        .map(|(place, _)| &text[place])
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn of_two_names_the_longer_counts() {
    assert_eq!(mentions("@Ana Ruiz", NAMES), [(0..9, 0)]);
    assert_eq!(
        mentions("@Ana Ruiz", &["Ana", "Ana Ruiz", "ana ruiz"]),
        [(0..9, 1)]
    );
}

#[test]
fn pieces_set_mentions_apart() {
    let text = "Ask @Ana, please";
    let expected = [
        Piece::Text("Ask "),
        Piece::Mention("@Ana"),
        Piece::Text(", please"),
    ];
    assert_eq!(pieces(text, NAMES), expected);
}

proptest! {
    #[test]
    fn pieces_are_the_text(text in "[@Aan Ruiz öÖ.\n-]{0,40}") {
        let joined: String = pieces(&text, NAMES)
            .into_iter()
            .map(|piece| match piece { Piece::Text(text) | Piece::Mention(text) => text })
            .collect();
        prop_assert_eq!(joined, text);
    }

    #[test]
    fn what_was_completed_is_a_mention(before in "([a-z ]{0,9} )?", after in "[ a-z]{0,10}", which in 0..NAMES.len()) {
        let name = NAMES[which];
        let typed: String = name.chars().take(2).collect();
        let text = format!("{before}@{typed}{after}");
        let (text, caret) = completed(&text, before.len() + 1 + typed.len(), name);
        let found = mentions(&text, &[name]);
        prop_assert_eq!(found.len(), 1, "{}", &text);
        prop_assert!(text.is_char_boundary(caret) && caret >= found[0].0.end);
    }
}

#[rstest]
#[case("@", Some(""))]
#[case("hello @an", Some("an"))]
#[case("@Ana Ru", Some("Ana Ru"))]
#[case("mail@ex", None)]
#[case("@Ana\nnext", None)]
#[case("@ and on", None)]
#[case("nothing", None)]
#[case("@this goes on and on for so long that it is no name", None)]
fn what_is_typed_behind_an_at_is_looked_for(#[case] before: &str, #[case] expected: Option<&str>) {
    assert_eq!(asked_for(before), expected);
}

fn someone(role: AccessRole, active: bool) -> Mentionable {
    Mentionable {
        user: Some(UserId(Uuid::from_u128(7))),
        name: "Ana Ruiz".into(),
        title: "Producer".into(),
        role,
        active,
    }
}

#[test]
fn only_those_who_may_see_it_are_mentioned() {
    let about = Subject::Handoff(HandoffId(Uuid::nil()));
    for &role in AccessRole::ALL {
        let checked = check_mention(&someone(role, true), about);
        assert_eq!(checked.is_ok(), role != AccessRole::Client, "{role}");
    }
    let refused = |who| check_mention(&who, about).unwrap_err();
    assert_eq!(
        refused(someone(AccessRole::Client, true)),
        CannotMention::Client("Ana Ruiz".into())
    );
    assert_eq!(
        refused(someone(AccessRole::Sales, false)),
        CannotMention::Away("Ana Ruiz".into())
    );
    let without_account = Mentionable {
        user: None,
        ..someone(AccessRole::Sales, true)
    };
    assert_eq!(
        refused(without_account),
        CannotMention::Away("Ana Ruiz".into())
    );
}

#[test]
fn a_comment_is_its_authors_alone() {
    let by = UserId(Uuid::from_u128(1));
    let at = "2026-03-02T09:00:00Z".parse().unwrap();
    let comment = Comment {
        id: CommentId(Uuid::nil()),
        version: 1,
        about: Subject::Job(JobId(Uuid::nil())),
        by: Named {
            id: by,
            name: "Ana Ruiz".into(),
        },
        at,
        edited_at: None,
        deleted_at: None,
        body: "Hello".into(),
        mentioned: Vec::new(),
    };
    assert_eq!(check_author(&comment, Some(by)), Ok(()));
    let others = [None, Some(UserId(Uuid::from_u128(2)))];
    for other in others {
        let refused = check_author(&comment, other).unwrap_err();
        assert_eq!(refused, RefusedComment::NotYours("Ana Ruiz".into()));
    }
    let gone = Comment {
        deleted_at: Some(at),
        ..comment
    };
    assert_eq!(check_author(&gone, Some(by)), Err(RefusedComment::Deleted));
}

#[test]
fn a_subject_reads_back_what_it_writes() {
    let id = Uuid::from_u128(0x0189);
    let all = [
        Subject::Handoff(HandoffId(id)),
        Subject::Job(JobId(id)),
        Subject::Engagement(EngagementId(id)),
    ];
    for subject in all {
        assert_eq!(subject.to_string().parse(), Ok(subject));
        assert!(subject.path().ends_with(&id.to_string()));
    }
    for wrong in ["", "handoff", "handoff:", "client:0189", "handoff:no"] {
        assert!(wrong.parse::<Subject>().is_err(), "{wrong}");
    }
}

#[test]
fn the_best_names_are_offered_first() {
    let named = |name: &str, title: &str| Mentionable {
        name: name.into(),
        title: title.into(),
        ..someone(AccessRole::Sales, true)
    };
    let people = [
        named("Bo Ana", "Producer"),
        named("Ana Ruiz", "Producer"),
        named("Joana Bo", "Preditor"),
        named("Gus", "Preditor"),
    ];
    let names = |typed: &str| -> Vec<String> {
        offered(&people, typed)
            .into_iter()
            .map(|who| who.name)
            .collect()
    };
    assert_eq!(names("ana"), ["Ana Ruiz", "Bo Ana", "Joana Bo"]);
    assert_eq!(names("predi"), ["Gus", "Joana Bo"]);
    assert_eq!(names("zz"), Vec::<String>::new());
    let many = vec![named("Ana", "Producer"); 20];
    assert_eq!(offered(&many, "").len(), 6);
}
