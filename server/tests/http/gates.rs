//! One gate for every way in: a drag, a menu or the API, a plain form, and several cards at once.

use crate::support::{Answer, Baton, Who};
use axum::http::StatusCode;
use domain::quality::Checklist;

/// Who moves a SOW package without its items where to, and why it stays.
const REFUSED: &[(Who, &str, &str)] = &[
    (
        Who::Sales,
        "submitted",
        "Fill in what is missing, or waive it with a reason.",
    ),
    (
        Who::Sales,
        "accepted",
        "A handoff that is in preparation cannot become accepted.",
    ),
    (Who::Generative, "submitted", "Only Sales can submit this."),
];

#[tokio::test]
async fn what_is_refused_is_refused_alike() {
    let baton = Baton::start().await;
    let id = baton.agency.id("north-h1").to_string();
    for (who, to, why) in REFUSED {
        let asked = format!(
            r#"{{"id":"{id}","version":1,"to":"{to}","items":[],"waive":null,"reason":null,"pod":null,"case_study":false}}"#
        );
        let single = format!(r#"{{"asked":{asked}}}"#);
        let single = baton.call(*who, "send_move", &single).await;
        let form = format!("id={id}&version=1&to={to}");
        let plain = baton.call(*who, "send_plain_move", &form).await;
        for answer in [&single, &plain] {
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{answer:?}");
            assert!(says(answer, why), "{answer:?}");
        }
        let together = format!(r#"{{"asked":[{asked}]}}"#);
        let together = baton.call(*who, "send_moves", &together).await;
        assert_eq!(together.status, StatusCode::OK, "{together:?}");
        assert!(says(&together, why), "{together:?}");
    }
}

#[tokio::test]
async fn a_deliverable_is_accepted_by_its_verdict_alone() {
    let baton = Baton::start().await;
    let id = baton.agency.id("north-made").to_string();
    let why = "QC has judged 0 of 5 lines";
    let asked = format!(
        r#"{{"id":"{id}","version":1,"to":"accepted","items":[],"waive":null,"reason":null,"pod":null,"case_study":false}}"#
    );
    let form = format!("id={id}&version=1&to=accepted");
    let verdict = format!("{form}&looked_at=1");
    for (function, body, status) in [
        (
            "send_move",
            format!(r#"{{"asked":{asked}}}"#),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        (
            "send_plain_move",
            form.clone(),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        (
            "give_verdict",
            verdict.clone(),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        (
            "send_moves",
            format!(r#"{{"asked":[{asked}]}}"#),
            StatusCode::OK,
        ),
    ] {
        let answer = baton.call(Who::Producer, function, &body).await;
        assert_eq!(answer.status, status, "{function}: {answer:?}");
        assert!(says(&answer, why), "{function}: {answer:?}");
    }
    let lines = Checklist::usual().lines.into_iter().enumerate();
    let passed = lines.map(|(at, line)| {
        let id = line.id;
        format!("&lines[{at}][line]={id}&lines[{at}][says]=pass")
    });
    let judged = verdict + &passed.collect::<String>();
    let accepted = baton.call(Who::Producer, "give_verdict", &judged).await;
    assert_eq!(accepted.status, StatusCode::OK, "{accepted:?}");
    assert!(says(&accepted, r#""stage":"accepted""#), "{accepted:?}");
}

#[tokio::test]
async fn a_full_column_asks_alike() {
    let baton = Baton::start().await;
    let limit = "kind=1&stage=submitted&most=1&hard=true";
    let limited = baton.call(Who::Producer, "limit_column", limit).await;
    assert_eq!(limited.status, StatusCode::OK, "{limited:?}");
    let id = |key: &str| baton.agency.id(key).to_string();
    let submit = |id: String| format!("id={id}&version=1&to=submitted&waive=Later");
    let first = baton
        .call(Who::Sales, "send_plain_move", &submit(id("north-h1")))
        .await;
    assert_eq!(first.status, StatusCode::OK, "{first:?}");
    let full = "1 of at most 1 are there already";
    let plain = baton
        .call(Who::Sales, "send_plain_move", &submit(id("south-h1")))
        .await;
    assert_eq!(plain.status, StatusCode::UNPROCESSABLE_ENTITY, "{plain:?}");
    let asked = format!(
        r#"{{"asked":[{{"id":"{}","version":1,"to":"submitted","items":[],"waive":"Later","reason":null,"pod":null,"case_study":false}}]}}"#,
        id("south-h1")
    );
    let together = baton.call(Who::Sales, "send_moves", &asked).await;
    assert!(
        says(&plain, full) && says(&together, full),
        "{plain:?} {together:?}"
    );
    let over = format!("{}&over_limit=In+a+hurry", submit(id("south-h1")));
    let over = baton.call(Who::Sales, "send_plain_move", &over).await;
    assert_eq!(over.status, StatusCode::OK, "{over:?}");
}

#[tokio::test]
async fn what_happened_earlier_is_entered_by_the_agencys_clocks() {
    let baton = Baton::start().await;
    let id = baton.agency.id("north-h1").to_string();
    let at =
        |happened: &str| format!("id={id}&version=1&to=submitted&waive=Later&happened={happened}");
    for (wrong, why) in [
        (
            "2000-01-01T10:00",
            "Something happened to this handoff after that",
        ),
        ("2999-01-01T10:00", "That lies ahead"),
        ("yesterday", "is not a time"),
    ] {
        let answer = baton.call(Who::Sales, "send_plain_move", &at(wrong)).await;
        assert_eq!(
            answer.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{answer:?}"
        );
        assert!(says(&answer, why), "{answer:?}");
    }
    let late = baton
        .call(Who::Sales, "send_plain_move", &at("2026-01-06T10:00"))
        .await;
    assert_eq!(late.status, StatusCode::OK, "{late:?}");
}

fn says(answer: &Answer, sentence: &str) -> bool {
    answer.body.contains(sentence)
}
