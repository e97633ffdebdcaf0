//! What packages contain, and what makes them complete.

use crate::given::day;
use domain::{
    handoff::{HandoffKind, Item, gate::ItemState},
    ids::{EngagementId, FileId, PersonId},
    metrics::Metric,
    money::Cents,
    package::*,
    people::Department,
};
use proptest::prelude::*;
use rstest::rstest;
use uuid::Uuid;

const H1: HandoffKind = HandoffKind::SalesToProduction;
const H2: HandoffKind = HandoffKind::ProductionToGenerative;

fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

/// Signed on 2 March, from 16 March to 30 June 2026.
fn terms() -> Terms {
    Terms {
        signed_on: day("2026-03-02"),
        starts_on: day("2026-03-16"),
        ends_on: Some(day("2026-06-30")),
        needed_on: None,
    }
}

fn milestone(name: &str, on: &str, owner: Option<u128>) -> Milestone {
    Milestone {
        name: name.parse().unwrap(),
        day: day(on),
        owner: owner.map(person),
    }
}

fn said(kind: HandoffKind, item: Item, package: &Package, terms: &Terms) -> Vec<String> {
    let gaps = gaps(kind, item, package, terms);
    gaps.iter().map(ToString::to_string).collect()
}

#[rstest]
#[case(
    "",
    "2026-03-16",
    "",
    "Line 1: The milestone's name is empty: fill it in, or empty the whole line to remove it."
)]
#[case(
    "Kick-off",
    "",
    "",
    "Line 1: The milestone's day is empty: fill it in, or empty the whole line to remove it."
)]
#[case(
    "Kick-off",
    "16.3.26",
    "",
    "Line 1: `16.3.26` does not do here: write a day such as 2026-03-31."
)]
#[case(
    "Kick-off",
    "2026-03-16",
    "Pia",
    "Line 1: `Pia` does not do here: write a person of the list."
)]
#[case("Kick-off", "2026-03-16", "", "")]
#[case(
    "Kick-off",
    "0226-03-16",
    "",
    "Line 1: The year 226 is too far away: check the day."
)]
fn a_milestone_is_read_or_told_what_is_wrong(
    #[case] name: &str,
    #[case] day: &str,
    #[case] owner: &str,
    #[case] refusal: &str,
) {
    let line = MilestoneFields {
        name: name.into(),
        day: day.into(),
        owner: owner.into(),
    };
    let said = lines(&[line]).map_or_else(|bad| bad.to_string(), |_| String::new());
    assert_eq!(said, refusal);
}

#[test]
fn empty_lines_are_dropped_and_still_count() {
    let line = |note: &str, amount: &str| BudgetFields {
        category: "people".into(),
        note: note.into(),
        amount: amount.into(),
    };
    let posted = [line("", ""), line("Hours", "90,000.50"), line("", " ")];
    let rows = lines(&posted).unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].amount, Cents(9_000_050));
    let bad = lines(&[line("", ""), line("Hours", "-1")]).unwrap_err();
    assert_eq!(bad.control(), "lines[1][amount]");
    assert!(
        bad.to_string()
            .starts_with("Line 2: -1.00 is less than nothing"),
        "{bad}"
    );
}

#[test]
fn too_many_lines_are_a_mistake() {
    let line = SpecFields {
        format: "PNG".into(),
        ..SpecFields::default()
    };
    assert_eq!(
        lines(&vec![line.clone(); MOST_LINES]).unwrap().len(),
        MOST_LINES
    );
    assert!(lines(&vec![line; MOST_LINES + 1]).is_err());
}

#[rstest]
#[case("20", Some(2_000))]
#[case("12.5", Some(1_250))]
#[case("12,25", Some(1_225))]
#[case("80", Some(8_000))]
#[case("0", None)]
#[case("80.01", None)]
#[case("-3", None)]
#[case("many", None)]
fn hours_a_week_are_more_than_none_and_at_most_80(
    #[case] text: &str,
    #[case] hundredths: Option<i64>,
) {
    let read: Option<WeeklyHours> = text.parse().ok();
    assert_eq!(read.map(WeeklyHours::hundredths), hundredths);
}

#[test]
fn a_line_does_not_end_before_it_begins() {
    let line = StaffingFields {
        title: "Preditor".into(),
        hours: "20".into(),
        from: "2026-03-16".into(),
        to: "2026-03-15".into(),
        ..StaffingFields::default()
    };
    let bad = lines(&[line]).unwrap_err();
    assert_eq!(
        bad.to_string(),
        "Line 1: The last day, 2026-03-15, comes before the first, 2026-03-16."
    );
}

#[rstest]
#[case(Item::SignedSow, &["The signed document is missing", "The SOW's value is missing"])]
#[case(Item::Milestones, &["There are no milestones"])]
#[case(Item::Timeline, &["A timeline takes two milestones"])]
#[case(Item::StaffingPlan, &["Nobody is planned"])]
#[case(Item::Budget, &["There is no budget"])]
fn an_empty_package_says_what_to_do(#[case] item: Item, #[case] begin: &[&str]) {
    let said = said(H1, item, &Package::default(), &terms());
    assert_eq!(said.len(), begin.len(), "{said:?}");
    for (sentence, begin) in said.iter().zip(begin) {
        assert!(sentence.starts_with(begin), "{sentence}");
        assert!(sentence.contains(": "), "it says what to do: {sentence}");
    }
}

#[test]
fn a_milestone_needs_an_owner_and_a_day_inside_the_engagement() {
    let package = Package {
        milestones: vec![
            milestone("Kick-off", "2026-03-01", Some(1)),
            milestone("Launch", "2026-07-01", None),
        ],
        ..Package::default()
    };
    assert_eq!(
        said(H1, Item::Milestones, &package, &terms()),
        ["“Launch” has no owner: choose whose milestone it is."]
    );
    let timeline = said(H1, Item::Timeline, &package, &terms());
    assert!(
        timeline[0]
            .starts_with("“Kick-off” on 2026-03-01 comes before the SOW was signed, 2026-03-02"),
        "{timeline:?}"
    );
    assert!(
        timeline[1].starts_with(
            "“Launch” on 2026-07-01 comes after the engagement's last day, 2026-06-30"
        ),
        "{timeline:?}"
    );
    let open = Terms {
        ends_on: None,
        ..terms()
    };
    assert_eq!(
        said(H1, Item::Timeline, &package, &open).len(),
        1,
        "an open end has no last day"
    );
}

#[test]
fn a_pod_requests_timeline_needs_the_day() {
    let package = Package {
        milestones: vec![
            milestone("Kick-off", "2026-03-16", None),
            milestone("Launch", "2026-06-01", None),
        ],
        ..Package::default()
    };
    assert_eq!(
        state(H2, Item::Timeline, &package, &terms()),
        ItemState::Missing
    );
    let needed = Terms {
        needed_on: Some(day("2026-03-16")),
        ..terms()
    };
    assert_eq!(
        state(H2, Item::Timeline, &package, &needed),
        ItemState::Filled
    );
}

#[rstest]
#[case(EngagementType::AlwaysOn)]
#[case(EngagementType::Campaign)]
#[case(EngagementType::Launch)]
#[case(EngagementType::Pilot)]
fn a_template_fills_all_but_the_signed_document(#[case] kind: EngagementType) {
    for terms in [
        terms(),
        Terms {
            ends_on: None,
            ..terms()
        },
    ] {
        let seats = Seats {
            account_manager: Some(person(1)),
            producer: Some(person(2)),
        };
        let mut package = template(kind, &terms, Cents(3_000_000), seats);
        let missing = |package: &Package| -> Vec<Item> {
            let required = H1.required().iter().copied();
            required
                .filter(|item| state(H1, *item, package, &terms) == ItemState::Missing)
                .collect()
        };
        assert_eq!(missing(&package), [Item::SignedSow]);
        package.sow.file = Some(FileId(Uuid::nil()));
        assert!(missing(&package).is_empty());
        let margin = planned(&terms, Cents(3_000_000), &package.budget);
        assert_eq!(
            margin.number().shown(Metric::ProductionMargin),
            "50.0%",
            "the usual budget leaves half"
        );
        let roles = roles_of(&package.staffing, |_| Some(Department::Production));
        assert_eq!(
            roles.len(),
            4,
            "all makers are asked for, the producer is not"
        );
    }
}

#[rstest]
#[case("2026-03-01", Some("2026-03-31"), 3_000_000)]
#[case("2026-03-17", Some("2026-03-31"), 1_451_613)]
#[case("2026-01-01", None, 36_000_000)]
fn the_fee_counts_by_the_days_of_the_term(
    #[case] first: &str,
    #[case] last: Option<&str>,
    #[case] cents: i64,
) {
    let terms = Terms {
        starts_on: day(first),
        ends_on: last.map(day),
        ..terms()
    };
    assert_eq!(terms.fees(Cents(3_000_000)), Cents(cents));
}

#[rstest]
#[case("60%", 400, false)]
#[case("60%+", 401, true)]
#[case("Track", 999, false)]
fn a_margin_under_the_target_is_warned_of(
    #[case] target: &str,
    #[case] cost: i64,
    #[case] under: bool,
) {
    let margin = PlannedMargin {
        revenue: Cents(1_000),
        cost: Cents(cost),
    };
    assert_eq!(margin.is_under(&target.parse().unwrap()), under);
}

#[test]
fn without_a_fee_there_is_no_margin() {
    let margin = PlannedMargin {
        revenue: Cents(0),
        cost: Cents(5),
    };
    assert_eq!(margin.number().shown(Metric::ProductionMargin), "no data");
    assert!(!margin.is_under(&"60%".parse().unwrap()));
}

#[rstest]
#[case("2026-03-08", (7, true))]
#[case("2026-03-07", (6, false))]
#[case("2026-02-28", (-1, false))]
fn a_pod_is_requested_a_week_ahead(#[case] needed: &str, #[case] lead: (i64, bool)) {
    assert_eq!(lead_days(day("2026-03-01"), day(needed)), lead);
}

#[test]
fn each_role_is_answered_with_a_person_or_a_day() {
    let role = PodRole {
        title: "Preditor".parse().unwrap(),
        hours: WeeklyHours::whole(20),
        from: day("2026-03-16"),
        to: None,
    };
    let free = AnswerFields {
        person: person(7).to_string(),
        from: "2026-03-20".into(),
        load: "50 %".into(),
    };
    let busy = AnswerFields {
        from: "2026-04-01".into(),
        ..AnswerFields::default()
    };
    let roles = [role.clone(), role];
    let answers = check_answers(&roles, &[free.clone(), busy]).unwrap();
    let expected = Availability::Free {
        person: person(7),
        from: day("2026-03-20"),
        load: 50,
    };
    assert_eq!(answers[0].availability, expected);
    assert_eq!(
        answers[1].availability,
        Availability::NotBefore(day("2026-04-01"))
    );
    let uneven = check_answers(&roles, std::slice::from_ref(&free)).unwrap_err();
    assert_eq!(
        uneven.to_string(),
        "The request has 2 roles and the answer 1 lines: answer each role."
    );
    let over = AnswerFields {
        load: "101".into(),
        ..free.clone()
    };
    assert!(
        check_answers(&roles, &[free, over])
            .unwrap_err()
            .to_string()
            .starts_with("Line 2: `101`")
    );
}

fn booking(engagement: u128, hours: i64, from: &str, to: &str) -> Booking {
    Booking {
        person: person(7),
        engagement: EngagementId(Uuid::from_u128(engagement)),
        hours: WeeklyHours::whole(hours),
        from: day(from),
        to: day(to),
    }
}

#[test]
fn the_same_work_is_not_counted_twice() {
    let plan = [
        booking(1, 20, "2026-03-02", "2026-03-15"),
        booking(2, 10, "2026-03-04", "2026-03-31"),
    ];
    let answered = [booking(1, 10, "2026-03-02", "2026-03-31")];
    let weeks = weekly(person(7), 4_000, &[&plan, &answered], day("2026-03-05"), 4);
    // Week 1: 20 h, and 10 h on three of five days; week 3: what was answered outlasts what was planned.
    assert_eq!(weeks, [65, 75, 50, 50]);
    assert_eq!(
        weekly(person(8), 4_000, &[&plan], day("2026-03-05"), 2),
        [0, 0],
        "of somebody else nothing is taken"
    );
}

proptest! {
    #[test]
    fn a_dragged_milestone_lands_in_the_span(share in -1.0f64..2.0, length in 0i64..1_000) {
        let terms = Terms { ends_on: Some(day("2026-03-16") + chrono::TimeDelta::days(length)), ..terms() };
        let span = span(&terms, []);
        let dropped = day_at(&span, share);
        prop_assert!(span.first <= dropped && dropped <= span.last);
        prop_assert!((0..=1_000).contains(&span.per_mille(dropped)));
    }

    #[test]
    fn fields_are_what_their_row_was_made_of(name in "[a-zA-Z0-9][a-zA-Z0-9 ]{0,50}[a-z]", hours in 1i64..=8_000, amount in 0i64..1_000_000_000, count in 1u32..=10_000) {
        let staffing = StaffingLine {
            title: name.parse().unwrap(),
            person: Some(person(3)),
            hours: WeeklyHours::try_from(hours).unwrap(),
            from: day("2026-03-16"),
            to: None,
        };
        prop_assert_eq!(lines(&[StaffingFields::from(&staffing)]).unwrap(), vec![staffing]);
        let budget = BudgetLine { category: BudgetCategory::Compute, note: name.parse().unwrap(), amount: Cents(amount) };
        prop_assert_eq!(lines(&[BudgetFields::from(&budget)]).unwrap(), vec![budget]);
        let spec = DeliverableSpec {
            format: name.parse().unwrap(),
            size: "".parse().unwrap(),
            count,
            duration: "30 s".parse().unwrap(),
            notes: name.parse().unwrap(),
        };
        prop_assert_eq!(lines(&[SpecFields::from(&spec)]).unwrap(), vec![spec]);
    }

    #[test]
    fn load_never_falls_when_more_is_booked(hours in 1i64..=80, more in 1i64..=80, from in 0i64..40, length in 0i64..60) {
        let first = day("2026-03-02") + chrono::TimeDelta::days(from);
        let one = Booking { from: first, to: first + chrono::TimeDelta::days(length), ..booking(1, hours, "2026-03-02", "2026-03-02") };
        let two = Booking { engagement: EngagementId(Uuid::from_u128(2)), hours: WeeklyHours::whole(more), ..one };
        let less = weekly(person(7), 4_000, &[&[one]], day("2026-03-02"), 8);
        let more = weekly(person(7), 4_000, &[&[one, two]], day("2026-03-02"), 8);
        prop_assert!(less.iter().zip(&more).all(|(less, more)| less <= more));
    }
}

fn role(title: &str) -> PodRole {
    PodRole {
        title: title.parse().unwrap(),
        hours: WeeklyHours::whole(20),
        from: day("2026-03-16"),
        to: None,
    }
}

fn answered(role: usize, day_of_march: u32) -> RoleAnswer {
    let availability = Availability::NotBefore(day(&format!("2026-03-{day_of_march:02}")));
    RoleAnswer { role, availability }
}

#[rstest]
#[case(&[], &[], false, Some("Nobody has said yet who is available"))]
#[case(&[], &[], true, None)]
#[case(&["Preditor"], &[], true, Some("Nobody has said yet who takes Preditor:"))]
#[case(&["Preditor", "AI Generalist"], &[1], true, Some("Nobody has said yet who takes Preditor:"))]
#[case(&["A", "B", "C"], &[], true, Some("Nobody has said yet who takes A, B and C:"))]
#[case(&["Preditor", "AI Generalist"], &[0, 1], true, None)]
fn a_request_is_accepted_once_each_role_is_answered(
    #[case] roles: &[&str],
    #[case] with: &[usize],
    #[case] in_words: bool,
    #[case] refused: Option<&str>,
) {
    let roles: Vec<_> = roles.iter().map(|title| role(title)).collect();
    let answers: Vec<_> = with.iter().map(|at| answered(*at, 20)).collect();
    match (check_answered(&roles, &answers, in_words), refused) {
        (Ok(()), None) => {}
        (Err(told), Some(begins)) => assert!(told.to_string().starts_with(begins), "{told}"),
        (told, _) => panic!("{told:?}"),
    }
}

#[test]
fn a_role_that_reads_as_before_keeps_its_answer() {
    let before = [role("Preditor"), role("AI Generalist"), role("Preditor")];
    let answers = [answered(0, 1), answered(1, 2), answered(2, 3)];
    let now = [
        role("AI Generalist"),
        role("Data/LoRA Specialist"),
        role("Preditor"),
    ];
    assert_eq!(
        answers_kept(&before, &answers, &now),
        [answered(0, 2), answered(2, 1)]
    );
    assert_eq!(answers_kept(&before, &answers, &before), answers);
}
