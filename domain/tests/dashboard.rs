//! What the dashboard, the plan and the team show of a small agency.

mod support;

use domain::{
    dashboard::{Dashboard, Figure, Hanging, Open, Question, Sight, dashboard},
    facts::{Facts, Spent},
    handoff::HandoffEventKind::*,
    ids::*,
    job::JobEventKind,
    metrics::{Ledger, Metric, priced},
    money::Cents,
    people::{AccessRole, Department},
    plan::{Mark, Outcome, Plan, WhyGo, sheet},
    team::team,
};
use support::*;

const ASOF: &str = "2026-11-23T10:00:00Z";

fn outcome(key: &str, metric: Metric, targets: [&str; 4]) -> Outcome {
    Outcome {
        key: key.into(),
        name: key.into(),
        metric,
        owners: vec![],
        targets: targets.map(|text| text.parse().ok()),
    }
}

fn plan() -> Plan {
    let outcomes = vec![
        outcome(
            "engagements",
            Metric::ActiveEngagements,
            ["6-8", "12", "16", "20"],
        ),
        outcome(
            "h1",
            Metric::HandoffCompliance1,
            ["80%", "90%", "95%", "100%"],
        ),
        outcome(
            "margin",
            Metric::ProductionMargin,
            ["40%", "45%", "48%", "50%"],
        ),
        outcome("nps", Metric::Nps, ["Baseline", "40+", "45+", "50+"]),
        outcome(
            "ratio",
            Metric::ClientsPerProducer,
            ["Baseline", "Track", "Track", "Target 4:1"],
        ),
    ];
    let whygo = WhyGo {
        number: 1,
        title: "Scale".into(),
        why: String::new(),
        goal: String::new(),
        ladders_to: vec![1],
        strength: "Strong".into(),
        outcomes,
        notes: vec![],
        sections: vec![],
    };
    Plan {
        year: 2026,
        department: "Production".into(),
        head: String::new(),
        reports_to: String::new(),
        status: String::new(),
        last_updated: String::new(),
        summary: vec![],
        through_line: String::new(),
        whygos: vec![whygo],
        dependencies: vec![],
        cadence: vec![],
        sign_off: vec![],
    }
}

/// A job's way to its delivery.
fn delivered(when: &str) -> Vec<(&str, JobEventKind)> {
    use JobEventKind::*;
    let begun = "2026-11-02T10:00:00Z";
    vec![
        (begun, Accepted),
        (begun, Production),
        (begun, Qc),
        (when, Delivered),
    ]
}

/// Two clients; one job on time at each, one late at the second; an H1 late; an H3 at risk with its job.
fn facts() -> Facts {
    let mut facts = agency();
    let ana = facts.person("ana", "Producer");
    ana.hired_on = Some(day("2025-01-01"));
    ana.department = Some(Department::Production);
    for (client, engagement) in [("north", "n1"), ("south", "s1")] {
        facts.client(client);
        let signed = facts.engagement(engagement, client, "2026-10-05T09:00:00Z");
        signed.producer = Some(PersonId(id("ana")));
        facts.workflow(engagement, engagement, "48 hours");
    }
    facts.job(
        "n-in-time",
        "n1",
        "2026-11-02T09:00:00Z",
        &delivered("2026-11-03T09:00:00Z"),
    );
    facts.job(
        "s-in-time",
        "s1",
        "2026-11-02T09:00:00Z",
        &delivered("2026-11-03T09:00:00Z"),
    );
    facts.job(
        "s-late",
        "s1",
        "2026-11-02T09:00:00Z",
        &delivered("2026-11-05T09:00:00Z"),
    );
    facts.job(
        "s-open",
        "s1",
        "2026-11-21T11:00:00Z",
        &[
            ("2026-11-21T12:00:00Z", JobEventKind::Accepted),
            ("2026-11-21T13:00:00Z", JobEventKind::Production),
        ],
    );
    facts
        .handoff("s-open-h3", 3, "s1", &[("2026-11-21T13:00:00Z", Opened)])
        .job = Some(JobId(id("s-open")));
    facts.handoff(
        "n-h1",
        1,
        "n1",
        &[
            ("2026-10-05T09:00:00Z", Opened),
            ("2026-10-09T09:00:00Z", Submitted),
        ],
    );
    facts
}

fn ask(facts: &Facts, query: &str, role: AccessRole) -> Dashboard {
    let ledger = Ledger::new(facts, at(ASOF));
    dashboard(&ledger, &plan(), &Question::parse(query), Sight::of(role))
}

#[test]
fn what_was_judged_once_answers_every_question_alike() {
    let facts = facts();
    let kept = Ledger::new(&facts, at(ASOF)).standings();
    for query in [
        "",
        "client=c1",
        "open=on_time_delivery",
        "open=production_margin",
        "from=2026-01-01&to=2026-06-30",
    ] {
        let question = Question::parse(query);
        let again = Ledger::judged(&facts, kept.clone());
        let again = dashboard(&again, &plan(), &question, Sight::of(AccessRole::Executive));
        assert_eq!(again, ask(&facts, query, AccessRole::Executive), "{query}");
    }
}

fn texts(figures: &Dashboard) -> Vec<(&str, &str)> {
    let tiles = figures.outcomes.iter();
    tiles
        .map(|tile| (tile.outcome.as_str(), tile.text.as_str()))
        .collect()
}

#[test]
fn every_outcome_has_its_tile() {
    let figures = ask(&facts(), "", AccessRole::Executive);
    let expected = [
        ("engagements", "2"),
        ("h1", "0.0%"),
        ("margin", "100.0%"),
        ("nps", "no data"),
        ("ratio", "2.0:1"),
    ];
    assert_eq!(texts(&figures), expected);
    assert_eq!(figures.outcomes[1].mark, Some(Mark::Behind));
    assert_eq!(figures.outcomes[3].mark, Some(Mark::NoData));
    assert_eq!(figures.outcomes[0].points.len(), 13);
}

#[test]
fn who_may_not_see_margin_gets_no_tile_and_no_records_of_it() {
    let figures = ask(&facts(), "open=production_margin", AccessRole::Sales);
    assert!(
        texts(&figures)
            .iter()
            .all(|(outcome, _)| *outcome != "margin")
    );
    assert_eq!(figures.records, None);
    let seen = ask(&facts(), "open=production_margin", AccessRole::Executive);
    assert!(seen.records.is_some());
}

#[test]
fn a_part_of_a_count_is_not_judged_by_the_target_of_the_whole() {
    let facts = facts();
    let query = format!("client={}", id("north"));
    let figures = ask(&facts, &query, AccessRole::Executive);
    let engagements = &figures.outcomes[0];
    assert_eq!(
        (
            engagements.text.as_str(),
            engagements.mark,
            engagements.bullet
        ),
        ("1", None, None)
    );
    assert_eq!(figures.outcomes[4].figure, Figure::NotApplicable);
}

#[test]
fn targets_are_those_of_quarters() {
    let figures = ask(&facts(), "period=2026", AccessRole::Executive);
    assert!(
        figures
            .outcomes
            .iter()
            .all(|tile| tile.mark.is_none() && tile.target.is_none())
    );
}

#[test]
fn clients_are_sorted_the_worst_first_and_picked_ones_keep_their_neighbours() {
    let query = format!("client={}", id("north"));
    let figures = ask(&facts(), &query, AccessRole::Executive);
    let dots = figures.clients.iter();
    let dots: Vec<_> = dots
        .map(|dot| (dot.name.as_str(), dot.text.as_str(), dot.picked))
        .collect();
    assert_eq!(dots, [("south", "50.0%", false), ("north", "100.0%", true)]);
}

#[test]
fn what_nothing_has_filters_nothing() {
    let plain = ask(&facts(), "", AccessRole::Executive);
    let unknown = format!("client={0}&workflow={0}&producer={0}", id("nobody"));
    let asked = ask(&facts(), &unknown, AccessRole::Executive);
    assert_eq!(asked, plain);
    let half = format!("client={}&client={}", id("north"), id("nobody"));
    let whole = format!("client={}", id("north"));
    let role = AccessRole::Executive;
    assert_eq!(ask(&facts(), &half, role), ask(&facts(), &whole, role));
}

#[test]
fn load_knows_the_filter_for_producers_alone() {
    let query = format!("client={}", id("north"));
    let load = ask(&facts(), &query, AccessRole::Executive).load;
    assert_eq!(
        (load.bars[0].clients, load.target, load.partly_filtered),
        (2, Some(4.0), true)
    );
}

#[test]
fn a_clock_that_a_job_shares_with_its_handoff_is_listed_once() {
    let deadlines = ask(&facts(), "", AccessRole::Executive).deadlines;
    let whats: Vec<_> = deadlines.next.iter().map(|one| one.what).collect();
    assert!(
        matches!(whats.as_slice(), [Hanging::Handoff(found, _)] if *found == HandoffId(id("s-open-h3")))
    );
    assert_eq!((deadlines.breached, deadlines.at_risk), (0, 1));
}

#[test]
fn a_job_is_owed_until_it_is_delivered_even_where_its_handoff_is_submitted() {
    let mut facts = facts();
    let handoff = facts
        .handoffs
        .iter_mut()
        .find(|one| one.id.0 == id("s-open-h3"))
        .expect("it is there");
    handoff
        .events
        .push(event("2026-11-23T09:00:00Z", Submitted));
    let job = handoff.job.expect("it has one");
    let deadlines = ask(&facts, "", AccessRole::Executive).deadlines;
    let whats: Vec<_> = deadlines.next.iter().map(|one| one.what).collect();
    assert_eq!(whats, [Hanging::Job(job)]);
}

#[test]
fn records_name_what_fell_short_first_and_lead_to_its_page() {
    let facts = facts();
    let records = ask(&facts, "open=on_time_delivery", AccessRole::Executive).records;
    let records = records.expect("it is open");
    assert_eq!(
        (records.counted, records.left_out, records.text.as_str()),
        (3, 1, "66.7%")
    );
    let first = &records.rows[0];
    assert_eq!(
        (
            first.title.as_str(),
            first.about.as_str(),
            first.why.as_str()
        ),
        ("s-late", "south", "delivered after it was due")
    );
    assert_eq!(first.path, Some(format!("/jobs/{}", id("s-late"))));
}

#[test]
fn a_page_beyond_the_last_is_the_last() {
    let records = ask(
        &facts(),
        "open=on_time_delivery&show=left-out&page=9",
        AccessRole::Executive,
    )
    .records;
    let records = records.expect("it is open");
    let open = Open {
        left_out: true,
        ..Open::of(Metric::OnTimeDelivery)
    };
    assert_eq!(
        (records.open, records.pages, records.rows.len()),
        (open, 1, 1)
    );
}

#[test]
fn every_share_of_the_page_can_name_its_records() {
    let facts = facts();
    for tile in ask(&facts, "", AccessRole::Executive).outcomes {
        let query = format!("open={}", tile.metric);
        let records = ask(&facts, &query, AccessRole::Executive).records;
        assert_eq!(records.map(|records| records.text), Some(tile.text));
    }
}

#[test]
fn priced_hours_give_the_same_margin_and_tell_no_rate() {
    let mut facts = facts();
    let rated = &mut facts.people[0];
    (rated.monthly_cost, rated.weekly_hours) = (Some(Cents(700_001)), Some(40));
    facts.person("unrated", "Preditor");
    for (key, person) in [("rated", "ana"), ("left out", "unrated")] {
        let spent = Spent::Hours {
            person: PersonId(id(person)),
            hundredths: 333,
        };
        facts.cost(key, "n1", "2026-11-03", spent);
    }
    let told = priced(facts.clone());
    assert!(told.people.iter().all(|one| one.monthly_cost.is_none()));
    let margin = |facts| {
        let records = ask(facts, "open=production_margin", AccessRole::Executive).records;
        records.map(|records| (records.text, records.rows, records.left_out))
    };
    assert_eq!(margin(&told), margin(&facts));
}

#[test]
fn the_plan_shows_quarters_that_have_begun() {
    let facts = facts();
    let ledger = Ledger::new(&facts, at(ASOF));
    let sheet = sheet(&ledger, &plan(), Sight::of(AccessRole::Sales));
    let shown = |row: usize| {
        sheet.rows[0][row]
            .cells
            .clone()
            .map(|cell| cell.actual.unwrap_or_default())
    };
    assert_eq!(shown(0), ["0", "0", "0", "2"]);
    assert_eq!(shown(2), ["", "", "", ""], "margin is not for Sales");
    assert_eq!(
        sheet.rows[0][1].cells[3].target.as_deref(),
        Some("100%"),
        "targets are"
    );
}

#[test]
fn the_team_knows_what_everybody_carries() {
    let facts = facts();
    let team = team(&Ledger::new(&facts, at(ASOF)), Some(&plan()));
    assert_eq!(team.departments.len(), 1);
    let ana = &team.departments[0].members[0];
    assert_eq!(
        (
            ana.clients,
            ana.engagements.len(),
            ana.handoffs,
            ana.jobs,
            team.ratio
        ),
        (Some(2), 2, 1, 4, Some(4.0))
    );
}
