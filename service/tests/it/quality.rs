//! Deliverables in versions: made, handed over, judged line by line, taken back, delivered, counted.

use crate::{
    agency::{Agency, plain},
    database::on_both,
};
use bytes::Bytes;
use chrono::TimeDelta;
use domain::{
    board::{HandoffCard, MoveHandoff, UndoMove},
    handoff::{
        HandoffEvent, HandoffEventKind, HandoffKind::GenerativeToProduction, Item, Stage,
        gate::ItemState,
    },
    ids::{FileId, JobId},
    job::JobEventKind,
    metrics::Metric,
    policy::Actor,
    quality::*,
};
use service::{
    Error, Result,
    db::rows::{Author, HandoffEventRow, HandoffRow},
    files::{self, Owner},
    handoffs, jobs, quality,
};

/// A job in production, and the card of its deliverable.
async fn in_production(agency: &Agency) -> (JobId, HandoffCard) {
    let id = agency.request().await;
    for event in [JobEventKind::Accepted, JobEventKind::Production] {
        agency
            .happen(&agency.producer, id, event, "")
            .await
            .unwrap();
    }
    (id, agency.card(GenerativeToProduction).await)
}

async fn present(agency: &Agency, card: &HandoffCard) -> HandoffCard {
    let page = handoffs::page(&agency.service, &agency.admin, card.id).await;
    page.unwrap().card
}

async fn deliverable(agency: &Agency, card: &HandoffCard) -> Deliverable {
    let page = handoffs::page(&agency.service, &agency.admin, card.id).await;
    *page.unwrap().deliverable.unwrap()
}

async fn upload(agency: &Agency, actor: &Actor, card: &HandoffCard) -> Result<FileId> {
    let bytes = Bytes::from_static(b"a film");
    let file = files::take_in(&agency.service, "film.mp4", bytes).await?;
    let owner = Owner::Handoff(card.id);
    let ids = files::add(&agency.service, actor, owner, "", vec![file]).await?;
    Ok(ids[0])
}

/// Ticks every line, with a link where one is given.
async fn check(agency: &Agency, card: &HandoffCard, link: &str) -> Result<HandoffCard> {
    let draft = deliverable(agency, card).await;
    let lines = draft.draft(card.id).unwrap().lines.iter();
    let command = SaveVersion {
        id: card.id,
        version: present(agency, card).await.version,
        link: link.into(),
        note: String::new(),
        ticked: lines.map(|line| line.id).collect(),
    };
    quality::save_version(&agency.service, &agency.generative, command).await
}

/// Makes a version with a file and submits it.
async fn hand_over(agency: &Agency, card: &HandoffCard) -> HandoffCard {
    upload(agency, &agency.generative, card).await.unwrap();
    let card = check(agency, card, "").await.unwrap();
    assert!(card.is_complete());
    let pushed = agency.push(&agency.generative, &card, Stage::Submitted);
    pushed.await.unwrap()
}

fn retake(card: &HandoffCard, marks: Vec<Mark>, reason: &str) -> MoveHandoff {
    MoveHandoff {
        marks,
        reason: (!reason.is_empty()).then(|| reason.to_owned()),
        ..plain(card, Stage::Preparing)
    }
}

async fn fail_line(agency: &Agency, card: &HandoffCard, at: usize) -> Vec<Mark> {
    let shown = deliverable(agency, card).await;
    let line = &shown.submitted(card.id).unwrap().lines[at];
    vec![Mark {
        line: line.id,
        passed: false,
        note: "Orange, not red".into(),
    }]
}

fn state(card: &HandoffCard, item: Item) -> ItemState {
    let found = card.items.iter().find(|(known, _)| *known == item);
    found.unwrap().1
}

async fn take_back(agency: &Agency, actor: &Actor, card: &HandoffCard) -> Result<HandoffCard> {
    let command = UndoMove {
        id: card.id,
        version: card.version,
        over_limit: None,
    };
    handoffs::take_back(&agency.service, actor, command).await
}

#[tokio::test]
async fn items_are_complete_by_what_is_in_the_version() {
    on_both(|agency| async move {
        let (_, card) = in_production(&agency).await;
        upload(&agency, &agency.generative, &card).await.unwrap();
        let begun = present(&agency, &card).await;
        assert_eq!(state(&begun, Item::SubmittedInPlatform), ItemState::Filled);
        assert_eq!(state(&begun, Item::QcPassedAssets), ItemState::Missing);
        let shown = deliverable(&agency, &card).await;
        let lacking = &shown
            .gaps
            .iter()
            .find(|(item, _)| *item == Item::QcPassedAssets)
            .unwrap()
            .1;
        assert_eq!(lacking.len(), 5, "no line of the usual list is ticked");
        let whole = check(&agency, &card, "").await.unwrap();
        assert!(whole.is_complete());
        let file = deliverable(&agency, &card).await.versions[0].files[0].id;
        let emptied = quality::remove_file(
            &agency.service,
            &agency.generative,
            card.id,
            whole.version,
            file,
        )
        .await
        .unwrap();
        assert_eq!(
            state(&emptied, Item::SubmittedInPlatform),
            ItemState::Missing
        );
        let gone = files::find(&agency.service, &agency.generative, file).await;
        assert_eq!(gone, Err(Error::NotFound("file")));
        let linked = check(&agency, &card, "https://example.com/cut")
            .await
            .unwrap();
        assert!(linked.is_complete(), "a link is something to look at");
        let wrong = check(&agency, &card, "the cut folder").await.unwrap_err();
        assert!(
            matches!(wrong, Error::Invalid { field: "link", .. }),
            "{wrong:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn what_was_submitted_stays_as_it_was() {
    on_both(|agency| async move {
        let (_, card) = in_production(&agency).await;
        let card = hand_over(&agency, &card).await;
        let file = deliverable(&agency, &card).await.versions[0].files[0].id;
        let frozen = "This version is submitted, and stays as it was submitted";
        let added = upload(&agency, &agency.generative, &card)
            .await
            .unwrap_err();
        let removed = quality::remove_file(
            &agency.service,
            &agency.generative,
            card.id,
            card.version,
            file,
        )
        .await
        .unwrap_err();
        let command = SaveVersion {
            id: card.id,
            version: card.version,
            link: String::new(),
            note: "One more thing".into(),
            ticked: Vec::new(),
        };
        let written = quality::save_version(&agency.service, &agency.generative, command).await;
        for refused in [added, removed, written.unwrap_err()] {
            assert!(refused.to_string().starts_with(frozen), "{refused}");
        }
        assert_eq!(deliverable(&agency, &card).await.versions[0].files.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_retake_fails_lines_and_the_next_version_begins() {
    on_both(|agency| async move {
        let (id, card) = in_production(&agency).await;
        let card = hand_over(&agency, &card).await;
        let nothing = handoffs::move_handoff(
            &agency.service,
            &agency.producer,
            retake(&card, Vec::new(), ""),
        )
        .await;
        assert!(matches!(
            nothing,
            Err(Error::Invalid {
                field: "reason",
                ..
            })
        ));
        let marks = fail_line(&agency, &card, 2).await;
        let accepted = MoveHandoff {
            marks: marks.clone(),
            ..plain(&card, Stage::Accepted)
        };
        let accepted = handoffs::move_handoff(&agency.service, &agency.producer, accepted).await;
        assert!(matches!(accepted, Err(Error::Refused(_))), "{accepted:?}");
        let overtaken = MoveHandoff {
            looked_at: Some(7),
            ..retake(&card, marks.clone(), "")
        };
        let overtaken = handoffs::move_handoff(&agency.service, &agency.producer, overtaken).await;
        assert!(
            matches!(overtaken, Err(Error::Conflict { .. })),
            "{overtaken:?}"
        );
        let back =
            handoffs::move_handoff(&agency.service, &agency.producer, retake(&card, marks, ""))
                .await
                .unwrap();
        assert_eq!((back.returns, back.is_complete()), (1, false));
        let shown = deliverable(&agency, &card).await;
        let numbers: Vec<_> = shown.versions.iter().map(|one| one.number).collect();
        assert_eq!(numbers, [2, 1]);
        let first = &shown.versions[1];
        let verdict = first.verdict().unwrap();
        assert_eq!(
            (
                verdict.verdict,
                verdict.by.as_deref(),
                verdict.reason.as_str()
            ),
            (
                Verdict::Retake,
                Some("Pia Producer"),
                "Failed: Logo, type and colors are the brand's (Orange, not red)"
            )
        );
        assert_eq!(first.lines[2].passed, Some(false));
        let again = hand_over(&agency, &back).await;
        agency.pass(&agency.producer, &again).await.unwrap();
        let shown = deliverable(&agency, &card).await;
        assert_eq!(
            shown.versions[0].verdict().unwrap().verdict,
            Verdict::Accepted
        );
        assert_eq!(shown.versions[0].maker.as_deref(), Some("Gus Generative"));
        let job = jobs::page(&agency.service, &agency.producer, id)
            .await
            .unwrap();
        assert_eq!(job.deliverable.unwrap().versions.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn no_way_leads_past_the_verdict() {
    on_both(|agency| async move {
        let (id, card) = in_production(&agency).await;
        let card = hand_over(&agency, &card).await;
        let passes = agency.passes(&card).await;
        let lines = |marks: &[Mark]| MoveHandoff {
            marks: marks.to_vec(),
            ..plain(&card, Stage::Accepted)
        };
        let left = "judge every line in the verdict on the deliverable's page";
        for (who, marks) in [
            (&agency.producer, &passes[..0]),
            (&agency.producer, &passes[1..]),
            (&agency.admin, &passes[..0]),
        ] {
            let alone = handoffs::move_handoff(&agency.service, who, lines(marks)).await;
            let alone = alone.unwrap_err();
            assert!(
                matches!(alone, Error::Invalid { field: "marks", .. }),
                "{alone:?}"
            );
            let together = vec![lines(marks)];
            let together = handoffs::move_together(&agency.service, who, together).await;
            let together = together.unwrap()[0].refused.clone().unwrap();
            assert_eq!(alone.to_string(), together);
            assert!(together.contains(left), "{together}");
        }
        let by_hand = agency.happen(&agency.producer, id, JobEventKind::Delivered, "");
        assert!(matches!(by_hand.await, Err(Error::Refused(_))));
        assert_eq!(present(&agency, &card).await, card, "nothing was changed");
        let together = vec![lines(&passes)];
        let together = handoffs::move_together(&agency.service, &agency.producer, together).await;
        assert_eq!(together.unwrap()[0].refused, None, "every line is judged");
        let shown = deliverable(&agency, &card).await;
        let version = &shown.versions[0];
        let all = version.lines.iter().all(|line| line.passed == Some(true));
        assert!(all && version.verdict().is_some());
    })
    .await;
}

/// As an import tells it: submitted, and nothing known of its version.
async fn submitted_elsewhere(agency: &Agency, card: &HandoffCard) {
    let at = agency.service.now();
    let event = HandoffEvent {
        at,
        kind: HandoffEventKind::Submitted,
        waived: Vec::new(),
        case_study: false,
        reason: String::new(),
        recorded_at: at,
    };
    let by = Author::from(&agency.generative);
    let line = HandoffEventRow::new(card.id.0, 2, &event, by);
    let mut tx = agency.service.db().write().await.unwrap();
    HandoffEventRow::insert(&mut tx, &[line]).await.unwrap();
    let row = HandoffRow::by_id(&mut tx, card.id.0).await.unwrap();
    let mut row = row.unwrap();
    row.stage = Stage::Submitted.name().into();
    row.save(&mut tx).await.unwrap();
    agency.service.commit(tx).await.unwrap();
}

#[tokio::test]
async fn what_was_handed_over_elsewhere_is_judged_as_well() {
    on_both(|agency| async move {
        let (_, card) = in_production(&agency).await;
        submitted_elsewhere(&agency, &card).await;
        let card = present(&agency, &card).await;
        let shown = deliverable(&agency, &card).await;
        let waits = shown.submitted(card.id).unwrap();
        assert_eq!((waits.number, waits.lines.len()), (1, 5));
        let marks = fail_line(&agency, &card, 0).await;
        let back = MoveHandoff {
            looked_at: Some(waits.number),
            ..retake(&card, marks, "")
        };
        handoffs::move_handoff(&agency.service, &agency.producer, back)
            .await
            .unwrap();
        let shown = deliverable(&agency, &card).await;
        let told = &shown.versions[1];
        assert_eq!(
            (told.number, told.verdict().unwrap().verdict),
            (1, Verdict::Retake)
        );
    })
    .await;
}

#[tokio::test]
async fn a_text_in_the_gates_dialog_is_a_version_too() {
    on_both(|agency| async move {
        let (_, card) = in_production(&agency).await;
        let card = agency.submit(&agency.generative, &card).await.unwrap();
        let shown = deliverable(&agency, &card).await;
        let only = &shown.versions[0];
        assert_eq!((shown.versions.len(), only.number), (1, 1));
        assert_eq!(
            only.note,
            "the QC-passed assets\nthe submitted in the platform"
        );
        let words = retake(&card, Vec::new(), "Too dark");
        handoffs::move_handoff(&agency.service, &agency.producer, words)
            .await
            .unwrap();
        let shown = deliverable(&agency, &card).await;
        assert_eq!(shown.versions[1].verdict().unwrap().reason, "Too dark");
    })
    .await;
}

#[tokio::test]
async fn what_is_taken_back_leaves_versions_and_verdicts_whole() {
    on_both(|agency| async move {
        let (id, card) = in_production(&agency).await;
        let sent = hand_over(&agency, &card).await;
        let open = take_back(&agency, &agency.generative, &sent).await.unwrap();
        assert!(open.is_complete());
        assert!(
            deliverable(&agency, &card).await.versions[0]
                .submitted_at
                .is_none()
        );
        let sent = agency
            .push(&agency.generative, &open, Stage::Submitted)
            .await
            .unwrap();
        agency.later(TimeDelta::minutes(1));
        let marks = fail_line(&agency, &sent, 0).await;
        let back = retake(&sent, marks, "");
        let back = handoffs::move_handoff(&agency.service, &agency.producer, back)
            .await
            .unwrap();
        let undone = take_back(&agency, &agency.producer, &back).await.unwrap();
        assert_eq!(
            (undone.stage, undone.is_complete()),
            (Stage::Submitted, true)
        );
        let shown = deliverable(&agency, &card).await;
        assert_eq!(shown.versions.len(), 1, "no second version begins");
        assert!(shown.versions[0].verdicts[0].taken_back && shown.versions[0].verdict().is_none());
        assert_eq!(shown.versions[0].lines[0].passed, None);
        let accepted = agency.pass(&agency.producer, &undone).await.unwrap();
        let client = |id| jobs::portal_job(&agency.service, &agency.client, id);
        assert_eq!(client(id).await.unwrap().delivered.files.len(), 1);
        take_back(&agency, &agency.producer, &accepted)
            .await
            .unwrap();
        assert_eq!(client(id).await.unwrap().delivered, Delivered::default());
        let sheet = quality::sheet(&agency.service, &agency.producer, "")
            .await
            .unwrap();
        assert_eq!(sheet.all, QcCount::default());
    })
    .await;
}

#[tokio::test]
async fn a_client_sees_the_version_that_was_delivered_alone() {
    on_both(|agency| async move {
        let (id, card) = in_production(&agency).await;
        let card = hand_over(&agency, &card).await;
        let first = deliverable(&agency, &card).await.versions[0].files[0].id;
        let missing = Err(Error::NotFound("file"));
        let find = |actor: Actor, file| {
            let service = agency.service.clone();
            async move {
                files::find(&service, &actor, file)
                    .await
                    .map(|found| found.name)
            }
        };
        assert_eq!(find(agency.client.clone(), first).await, missing);
        let back = retake(&card, Vec::new(), "Too dark");
        let back = handoffs::move_handoff(&agency.service, &agency.producer, back)
            .await
            .unwrap();
        let card = hand_over(&agency, &back).await;
        let second = deliverable(&agency, &card).await.versions[0].files[0].id;
        agency.pass(&agency.producer, &card).await.unwrap();
        assert_eq!(
            find(agency.client.clone(), second).await.as_deref(),
            Ok("film.mp4")
        );
        assert_eq!(
            find(agency.client.clone(), first).await,
            missing,
            "a retake is the agency's own"
        );
        assert_eq!(find(agency.stranger.clone(), second).await, missing);
        let seen = jobs::page(&agency.service, &agency.client, id)
            .await
            .unwrap();
        assert_eq!(seen.deliverable, None);
        let seen: Vec<_> = seen.delivered.files.iter().map(|file| file.id).collect();
        assert_eq!(seen, [second]);
    })
    .await;
}

#[tokio::test]
async fn first_passes_and_retakes_are_counted_by_workflow_maker_and_reason() {
    on_both(|agency| async move {
        let (_, card) = in_production(&agency).await;
        let card = hand_over(&agency, &card).await;
        let marks = fail_line(&agency, &card, 2).await;
        let back = retake(&card, marks, "");
        let back = handoffs::move_handoff(&agency.service, &agency.producer, back)
            .await
            .unwrap();
        let card = hand_over(&agency, &back).await;
        agency.pass(&agency.producer, &card).await.unwrap();
        let (_, card) = in_production(&agency).await;
        let card = hand_over(&agency, &card).await;
        agency.pass(&agency.producer, &card).await.unwrap();
        let sheet = |query: String| {
            let (service, actor) = (agency.service.clone(), agency.generative.clone());
            async move { quality::sheet(&service, &actor, &query).await.unwrap() }
        };
        let all = sheet(String::new()).await;
        let expected = QcCount {
            passed: 1,
            firsts: 2,
            retakes: 1,
        };
        assert_eq!(all.all, expected);
        assert_eq!(all.all.first_pass().shown(Metric::QcFirstPass), "50.0%");
        assert_eq!(
            (all.workflows[0].name.as_str(), all.workflows[0].count),
            ("Product film", expected)
        );
        assert_eq!(
            (all.makers[0].name.as_str(), all.makers[0].count),
            ("Gus Generative", expected)
        );
        assert_eq!(all.reasons[0].name, "Logo, type and colors are the brand's");
        let open = Opened {
            by: By::Reason,
            of: all.reasons[0].key.clone(),
            counted: Counted::Retakes,
            page: 1,
        };
        let question = QualityQuestion {
            open: Some(open),
            ..QualityQuestion::default()
        };
        let rows = sheet(question.to_string()).await.rows.unwrap();
        assert_eq!((rows.total, rows.rows[0].title.as_str()), (1, "A film"));
        let sales = quality::sheet(&agency.service, &agency.sales, "")
            .await
            .unwrap_err();
        assert!(matches!(sales, Error::Refused(_)));
    })
    .await;
}

#[tokio::test]
async fn a_checklist_is_written_and_open_versions_are_checked_by_it() {
    on_both(|agency| async move {
        let (_, card) = in_production(&agency).await;
        upload(&agency, &agency.generative, &card).await.unwrap();
        let whole = check(&agency, &card, "").await.unwrap();
        assert!(whole.is_complete());
        let write = |actor: &Actor, version, text: &str| {
            let command = SaveChecklist {
                workflow: agency.workflow,
                version,
                text: text.into(),
            };
            let (service, actor) = (agency.service.clone(), actor.clone());
            async move { quality::save_checklist(&service, &actor, command).await }
        };
        let refused = write(&agency.generative, 1, "Loud enough")
            .await
            .unwrap_err();
        assert_eq!(
            refused,
            Error::Refused("Only Production can write a QC checklist.".into())
        );
        write(&agency.producer, 1, "Loud enough\n\nLong enough")
            .await
            .unwrap();
        let late = write(&agency.producer, 1, "Sharp").await.unwrap_err();
        assert!(matches!(late, Error::Conflict { .. }), "{late:?}");
        let lacking = present(&agency, &card).await;
        assert_eq!(state(&lacking, Item::QcPassedAssets), ItemState::Missing);
        let lines: Vec<_> = deliverable(&agency, &card).await.versions[0]
            .lines
            .iter()
            .map(|line| line.words.clone())
            .collect();
        assert_eq!(lines, ["Loud enough", "Long enough"]);
        let twice = write(&agency.producer, 2, "Sharp\nSharp")
            .await
            .unwrap_err();
        assert!(
            matches!(twice, Error::Invalid { field: "text", .. }),
            "{twice:?}"
        );
        write(&agency.producer, 2, "  ").await.unwrap();
        let lines = deliverable(&agency, &card).await.versions[0].lines.len();
        assert_eq!(lines, 5, "an empty list is the usual one");
    })
    .await;
}
