//! Whom a handoff's events and clocks concern.

use domain::{
    clock::Clock,
    closing::FollowUp,
    feed::{
        Carries, FeedItem, FeedKind, Reader, Turned, clock_concerns, concerns, follow_up_concerns,
        job_clock_concerns,
    },
    handoff::{
        HandoffEventKind::{self, *},
        HandoffKind::{self, *},
        Stage,
    },
    ids::*,
    job::JobState,
    people::AccessRole,
    time::Instant,
};
use rstest::rstest;
use uuid::Uuid;

const fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

const ANA: PersonId = person(1);
const PIA: PersonId = person(2);
const BO: PersonId = person(3);
const GUS: PersonId = person(4);
const ELSE: PersonId = person(9);

fn named() -> Carries {
    Carries {
        account_manager: Some(ANA),
        producer: Some(PIA),
        backup: Some(BO),
        makers: vec![GUS],
    }
}

fn reader(person: PersonId, role: AccessRole) -> Reader {
    Reader {
        user: Some(UserId(person.0)),
        person: Some(person),
        role,
    }
}

fn turned(kind: HandoffKind, event: HandoffEventKind) -> Turned {
    Turned {
        kind,
        event,
        by_user: None,
        by_person: Some(ELSE),
        sent_by: None,
    }
}

#[rstest]
#[case(SalesToProduction, Submitted, "PIA BO")]
#[case(SalesToProduction, Returned, "ANA")]
#[case(ProductionToGenerative, Submitted, "GUS")]
#[case(ProductionToGenerative, AvailabilityAnswered, "PIA BO")]
#[case(GenerativeToProduction, Returned, "GUS")]
#[case(ProductionToSales, Submitted, "ANA")]
#[case(ProductionToSales, Accepted, "")]
#[case(ProductionToSales, Opened, "")]
fn an_event_concerns_the_side_that_it_comes_to(
    #[case] kind: HandoffKind,
    #[case] event: HandoffEventKind,
    #[case] expected: &str,
) {
    let everybody = [
        ("ANA", ANA, AccessRole::Sales),
        ("PIA", PIA, AccessRole::Producer),
        ("BO", BO, AccessRole::Producer),
        ("GUS", GUS, AccessRole::Generative),
        ("other producer", person(8), AccessRole::Producer),
        ("executive", person(7), AccessRole::Executive),
    ];
    let told: Vec<&str> = everybody
        .into_iter()
        .filter(|(_, who, role)| {
            concerns(&reader(*who, *role), &named(), &turned(kind, event)).is_some()
        })
        .map(|(name, ..)| name)
        .collect();
    assert_eq!(told.join(" "), expected);
}

#[test]
fn while_nobody_is_named_all_of_the_department_hear_of_it() {
    let (nobody, event) = (Carries::default(), turned(SalesToProduction, Submitted));
    let of = |role| concerns(&reader(person(5), role), &nobody, &event);
    assert_eq!(of(AccessRole::Producer), Some(FeedKind::Arrived));
    assert_eq!(of(AccessRole::Sales), None);
    assert_eq!(of(AccessRole::Admin), None);
}

#[rstest]
#[case(None, "2026-04-02", Some(FeedKind::FollowUp))]
#[case(Some("2026-04-02"), "2026-04-02", Some(FeedKind::FollowUp))]
#[case(Some("2026-04-01"), "2026-04-02", Some(FeedKind::FollowUpOverdue))]
fn a_follow_up_is_its_account_managers_until_it_is_closed(
    #[case] next_on: Option<&str>,
    #[case] today: &str,
    #[case] expected: Option<FeedKind>,
) {
    let open = FollowUp {
        next_on: next_on.map(|day| day.parse().unwrap()),
        ..FollowUp::default()
    };
    let closed = FollowUp {
        closed_at: Some(Instant::UNIX_EPOCH),
        ..open.clone()
    };
    let today = today.parse().unwrap();
    let of =
        |who, role, follow_up| follow_up_concerns(&reader(who, role), &named(), follow_up, today);
    assert_eq!(of(ANA, AccessRole::Sales, &open), expected);
    assert_eq!(of(person(9), AccessRole::Sales, &open), None);
    assert_eq!(of(PIA, AccessRole::Producer, &open), None);
    assert_eq!(of(ANA, AccessRole::Sales, &closed), None);
}

#[test]
fn nobody_is_told_what_they_did_themselves() {
    let own = Turned {
        by_person: Some(PIA),
        ..turned(SalesToProduction, Submitted)
    };
    assert_eq!(
        concerns(&reader(PIA, AccessRole::Producer), &named(), &own),
        None
    );
    let own = Turned {
        by_user: Some(UserId(PIA.0)),
        ..turned(SalesToProduction, Submitted)
    };
    assert_eq!(
        concerns(&reader(PIA, AccessRole::Producer), &named(), &own),
        None
    );
}

#[test]
fn whoever_sent_it_hears_of_its_return() {
    let admin = Reader {
        person: None,
        ..reader(person(6), AccessRole::Admin)
    };
    let back = Turned {
        sent_by: admin.user,
        ..turned(SalesToProduction, Returned)
    };
    assert_eq!(concerns(&admin, &named(), &back), Some(FeedKind::Returned));
    let came = Turned {
        event: Submitted,
        ..back
    };
    assert_eq!(concerns(&admin, &named(), &came), None);
}

#[rstest]
#[case(PIA, Stage::Preparing, "2026-03-02T13:00:00Z", None)]
#[case(ANA, Stage::Preparing, "2026-03-02T13:00:00Z", None)]
#[case(ANA, Stage::Preparing, "2026-03-04T03:00:00Z", Some(FeedKind::AtRisk))]
#[case(
    ANA,
    Stage::Preparing,
    "2026-03-05T00:00:00Z",
    Some(FeedKind::Breached)
)]
#[case(PIA, Stage::Preparing, "2026-03-05T00:00:00Z", None)]
#[case(
    PIA,
    Stage::Submitted,
    "2026-03-05T00:00:00Z",
    Some(FeedKind::Breached)
)]
#[case(PIA, Stage::Accepted, "2026-03-05T00:00:00Z", None)]
fn a_clock_concerns_those_whose_turn_it_is(
    #[case] who: PersonId,
    #[case] stage: Stage,
    #[case] now: &str,
    #[case] expected: Option<FeedKind>,
) {
    let from = "2026-03-02T12:00:00Z".parse().unwrap();
    let clock = Clock::until(from, from + chrono::TimeDelta::hours(48));
    let reader = reader(who, AccessRole::Producer);
    let found = clock_concerns(
        &reader,
        &named(),
        (SalesToProduction, stage),
        &clock,
        now.parse().unwrap(),
    );
    assert_eq!(found.map(|(kind, _)| kind), expected);
}

#[rstest]
#[case(PIA, JobState::InProduction, Some(FeedKind::Breached))]
#[case(BO, JobState::Submitted, Some(FeedKind::Breached))]
#[case(GUS, JobState::InProduction, None)]
#[case(PIA, JobState::OnHold, None)]
#[case(PIA, JobState::Delivered, None)]
#[case(PIA, JobState::Cancelled, None)]
fn a_jobs_clock_concerns_who_produces_it_while_it_is_the_agencys_turn(
    #[case] who: PersonId,
    #[case] state: JobState,
    #[case] expected: Option<FeedKind>,
) {
    let clock = Clock::until(
        "2026-03-02T10:00:00Z".parse().unwrap(),
        "2026-03-04T10:00:00Z".parse().unwrap(),
    );
    let now = "2026-03-05T10:00:00Z".parse().unwrap();
    let reader = reader(who, AccessRole::Producer);
    let found = job_clock_concerns(&reader, &named(), state, &clock, now);
    assert_eq!(found.map(|(kind, _)| kind), expected);
}

#[rstest]
#[case(None, false)]
#[case(Some("2026-03-01T10:00:00Z"), false)]
#[case(Some("2026-03-02T10:00:00Z"), false)]
#[case(Some("2026-03-02T10:00:01Z"), true)]
fn what_lies_before_the_account_is_no_news(#[case] joined: Option<&str>, #[case] past: bool) {
    let item = FeedItem {
        key: "one".into(),
        kind: FeedKind::Mention,
        at: "2026-03-02T10:00:00Z".parse().unwrap(),
        by: None,
        title: String::new(),
        client: String::new(),
        said: String::new(),
        opens: None,
        read: false,
    };
    let joined = joined.map(|at| at.parse().unwrap());
    assert_eq!(item.is_past(joined), past);
}
