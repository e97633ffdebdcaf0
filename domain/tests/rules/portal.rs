//! What a client sees of a job, and what it never sees.

use chrono::TimeDelta;
use domain::{
    board::AttachedFile, calendar::Sla, clock::Clock, engagement::Named, ids::*, job::*,
    time::Instant,
};
use rstest::rstest;
use uuid::Uuid;

fn at(hour: i64) -> Instant {
    Instant::UNIX_EPOCH + TimeDelta::hours(hour)
}

fn card(state: JobState, asked: bool) -> JobCard {
    let named = |name: &str| name.to_owned();
    JobCard {
        id: JobId(Uuid::nil()),
        version: 3,
        title: named("Spring film"),
        state,
        before_hold: None,
        client: Named {
            id: ClientId(Uuid::nil()),
            name: named("Northwind"),
        },
        engagement: Named {
            id: EngagementId(Uuid::nil()),
            name: named("Retainer"),
        },
        workflow: Named {
            id: WorkflowId(Uuid::nil()),
            name: named("Product film"),
        },
        producer: Some(Named {
            id: PersonId(Uuid::nil()),
            name: named("Ana Ruiz"),
        }),
        submitted_at: at(0),
        clock: Clock::until(at(0), at(50)),
        asked,
    }
}

fn event(hour: i64, kind: JobEventKind, by: &str, reason: &str) -> TimelineEntry {
    TimelineEntry {
        at: at(hour),
        kind,
        by: Some(by.to_owned()),
        reason: reason.to_owned(),
        recorded_at: at(hour),
        takes_back: false,
        taken_back: false,
        undo: None,
    }
}

fn page(timeline: Vec<TimelineEntry>, messages: Vec<Message>) -> JobPage {
    JobPage {
        backup: Some("Bo Backup".into()),
        card: card(JobState::InProduction, false),
        seq: 7,
        brief: "Thirty seconds.".to_owned(),
        sla: Sla::Hours(50),
        submitted_by: Some("Kim Park".to_owned()),
        why: Vec::new(),
        answers: Vec::new(),
        timeline,
        messages,
        files: Vec::<AttachedFile>::new(),
        moves: vec![JobEventKind::Cancelled],
        handoffs: Vec::new(),
        deliverable: None,
        delivered: Default::default(),
    }
}

fn seen(page: JobPage) -> Vec<(PortalEvent, Option<String>)> {
    let job = PortalJob::from(page);
    job.timeline
        .into_iter()
        .map(|entry| (entry.what, entry.by))
        .collect()
}

#[rstest]
#[case(JobState::Submitted, false, PortalState::Sent, None)]
#[case(JobState::Submitted, true, PortalState::Sent, Some(Need::Answer))]
#[case(JobState::InQc, false, PortalState::InTheMaking, None)]
#[case(JobState::ChangesRequested, false, PortalState::InTheMaking, None)]
#[case(JobState::OnHold, false, PortalState::OnHold, Some(Need::Answer))]
#[case(JobState::Delivered, false, PortalState::ToReview, Some(Need::Review))]
#[case(JobState::Delivered, true, PortalState::ToReview, Some(Need::Review))]
#[case(JobState::Approved, true, PortalState::Done, None)]
fn says_what_is_needed_of_the_client(
    #[case] state: JobState,
    #[case] asked: bool,
    #[case] shown: PortalState,
    #[case] need: Option<Need>,
) {
    let card = PortalCard::from(&card(state, asked));
    assert_eq!((card.state, card.need), (shown, need));
}

#[test]
fn qc_and_retakes_are_the_agencys_own() {
    use JobEventKind::*;
    let timeline = vec![
        event(1, Accepted, "Ana Ruiz", ""),
        event(2, Production, "Bo Lind", ""),
        event(3, Qc, "Bo Lind", ""),
        event(4, Production, "Ana Ruiz", "The hands have six fingers."),
        event(5, Qc, "Bo Lind", ""),
        event(6, Delivered, "Ana Ruiz", ""),
        event(7, ChangesRequested, "Kim Park", "Warmer, please."),
        event(8, Production, "Bo Lind", ""),
    ];
    let client = |name: &str| Some(name.to_owned());
    assert_eq!(
        seen(page(timeline, Vec::new())),
        [
            (PortalEvent::ChangesRequested, client("Kim Park")),
            (PortalEvent::Delivered, None),
            (PortalEvent::Started, None),
            (PortalEvent::Accepted, None),
            (PortalEvent::Sent, client("Kim Park")),
        ]
    );
}

#[test]
fn nothing_internal_is_on_the_wire() {
    use JobEventKind::*;
    let timeline = vec![
        event(1, Accepted, "Ana Ruiz", ""),
        event(2, Production, "Bo Lind", ""),
        event(3, Qc, "Bo Lind", "Six fingers."),
        event(4, Production, "Bo Lind", "Six fingers."),
    ];
    let wire = serde_json::to_string(&PortalJob::from(page(timeline, Vec::new()))).unwrap();
    for internal in [
        "Bo Lind",
        "Ana Ruiz",
        "Six fingers",
        "in_qc",
        "\"qc\"",
        "handoff",
        "producer",
    ] {
        assert!(!wire.contains(internal), "{internal} in {wire}");
    }
}

#[test]
fn the_question_is_the_latest_that_was_asked() {
    let message = |hour, body: &str, is_question| Message {
        at: at(hour),
        by: "Ana Ruiz".to_owned(),
        body: body.to_owned(),
        is_question,
    };
    let timeline = vec![event(2, JobEventKind::Held, "Ana Ruiz", "Which logo?")];
    let messages = vec![
        message(1, "Which film?", true),
        message(3, "Thank you.", false),
    ];
    let job = PortalJob::from(page(timeline, messages));
    assert_eq!(job.question(), "Which logo?");
    assert_eq!(
        job.timeline.first().map(|entry| entry.what),
        Some(PortalEvent::Said)
    );
}
