//! Passing on a desk.

use domain::{
    desk::{Desk, DeskSeat, Place, RefusedPass, Seat, SeatOf, Taker, plan},
    engagement::Named,
    ids::*,
    people::Department,
};
use rstest::rstest;
use uuid::Uuid;

const fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

const PIA: PersonId = person(1);
const BO: PersonId = person(2);
const KIM: PersonId = person(3);
const ANA: PersonId = person(4);

fn seat(number: u128, place: Place) -> Seat {
    let of = SeatOf::Engagement(EngagementId(Uuid::from_u128(number)));
    Seat { of, place }
}

fn held(number: u128, place: Place, other: Option<PersonId>) -> DeskSeat {
    DeskSeat {
        seat: seat(number, place),
        name: format!("Engagement {number}"),
        client: "Acme".into(),
        other,
    }
}

fn taker(id: PersonId, name: &str, department: Department) -> Taker {
    Taker {
        id,
        name: name.into(),
        department: Some(department),
        produces: department == Department::Production,
    }
}

/// Pia produces one engagement, backed up by Bo, and stands in for Kim in another.
fn desk() -> Desk {
    Desk {
        person: Named {
            id: PIA,
            name: "Pia".into(),
        },
        seats: vec![
            held(1, Place::Producer, Some(BO)),
            held(2, Place::Backup, Some(KIM)),
        ],
        handoffs: Vec::new(),
        people: vec![
            taker(BO, "Bo", Department::Production),
            taker(KIM, "Kim", Department::Production),
            taker(ANA, "Ana", Department::Sales),
        ],
    }
}

#[rstest]
#[case(Some(BO), Some(BO), "Bo: 2", "Engagement 1")]
#[case(Some(KIM), Some(BO), "Bo: 1, Kim: 1", "")]
fn each_receiver_is_named_with_what_they_get(
    #[case] producer: Option<PersonId>,
    #[case] backup: Option<PersonId>,
    #[case] receives: &str,
    #[case] without_backup: &str,
) {
    let plan = plan(&desk(), &choices(producer, backup)).unwrap();
    let found: Vec<String> = plan
        .receivers
        .iter()
        .map(|one| format!("{}: {}", one.person.name, one.seats.len()))
        .collect();
    assert_eq!(found.join(", "), receives);
    assert_eq!(plan.without_backup.join(", "), without_backup);
}

fn choices(producer: Option<PersonId>, backup: Option<PersonId>) -> Vec<(Seat, PersonId)> {
    let all = [
        (seat(1, Place::Producer), producer),
        (seat(2, Place::Backup), backup),
    ];
    all.into_iter()
        .filter_map(|(seat, who)| Some((seat, who?)))
        .collect()
}

#[rstest]
#[case(None, Some(BO), RefusedPass::Nobody("Producer of Engagement 1 (Acme)".into()))]
#[case(Some(BO), None, RefusedPass::Nobody("Backup of Engagement 2 (Acme)".into()))]
#[case(Some(ANA), Some(BO), RefusedPass::Unfit("Producer of Engagement 1 (Acme)".into()))]
#[case(Some(PIA), Some(BO), RefusedPass::Unfit("Producer of Engagement 1 (Acme)".into()))]
#[case(Some(person(9)), Some(BO), RefusedPass::Unfit("Producer of Engagement 1 (Acme)".into()))]
#[case(Some(BO), Some(KIM), RefusedPass::OwnBackup("Backup of Engagement 2 (Acme)".into()))]
fn a_desk_is_refused(
    #[case] producer: Option<PersonId>,
    #[case] backup: Option<PersonId>,
    #[case] expected: RefusedPass,
) {
    assert_eq!(plan(&desk(), &choices(producer, backup)), Err(expected));
}

#[test]
fn what_is_no_longer_theirs_is_not_passed_on() {
    let mut to = choices(Some(BO), Some(BO));
    to.push((seat(3, Place::Producer), BO));
    assert_eq!(plan(&desk(), &to), Err(RefusedPass::Stale));
    let empty = Desk {
        seats: Vec::new(),
        ..desk()
    };
    assert_eq!(plan(&empty, &[]), Err(RefusedPass::Empty("Pia".into())));
}

#[test]
fn a_seat_reads_back_what_it_writes() {
    for place in Place::ALL {
        let engagement = seat(7, *place);
        assert_eq!(engagement.to_string().parse(), Ok(engagement));
        let pod = Seat {
            of: SeatOf::Pod(PodId(Uuid::from_u128(7))),
            place: *place,
        };
        assert_eq!(pod.to_string().parse(), Ok(pod));
    }
    for wrong in [
        "",
        "pod",
        "pod:1:producer",
        "job:00000000-0000-0000-0000-000000000007:producer",
    ] {
        assert!(wrong.parse::<Seat>().is_err(), "{wrong}");
    }
}
