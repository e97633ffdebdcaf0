//! What the plan that comes with Baton must have.

use super::*;
use domain::plan::{Block, Dependency, Direction, Mark, Outcome, WhyGo};

#[test]
fn the_plan_of_2026_is_whole() {
    let plan = shipped().unwrap();
    let outcomes: Vec<usize> = plan
        .whygos
        .iter()
        .map(|whygo| whygo.outcomes.len())
        .collect();
    assert_eq!(outcomes, [7, 4, 4]);
    let on = plan
        .dependencies
        .iter()
        .filter(|one| one.direction == Direction::On)
        .count();
    assert_eq!((on, plan.dependencies.len()), (4, 9));
}

#[test]
fn targets_are_printed_as_in_the_brief() {
    let plan = shipped().unwrap();
    let printed = |key: &str| -> Vec<String> {
        let targets = plan
            .outcome(key)
            .map(|outcome| outcome.targets)
            .unwrap_or_default();
        targets
            .iter()
            .map(|target| target.map_or("—".into(), |target| target.to_string()))
            .collect()
    };
    assert_eq!(printed("active_engagements"), ["6-8", "12", "16", "20"]);
    assert_eq!(printed("case_studies"), ["2", "4", "6", "8+"]);
    assert_eq!(printed("on_time_delivery"), ["80%", "85%", "90%", "90%+"]);
    assert_eq!(
        printed("clients_per_producer"),
        ["Baseline", "Track", "Track", "Target 4:1"]
    );
    assert_eq!(printed("producer_job_description"), ["Done", "—", "—", "—"]);
}

/// The tables of the plan as its department wrote it.
const TABLES_2026: &str = include_str!("../../data/plan-2026-tables.md");

/// A table: its rows, the headings first.
type Table = Vec<Vec<String>>;

#[test]
fn every_table_of_the_brief_is_in_the_plan() {
    let plan = shipped().unwrap();
    let printed = printed(&plan);
    let asked = tables(TABLES_2026);
    assert_eq!(asked.len(), 12);
    for table in &asked {
        assert!(printed.contains(table), "not in the plan: {table:#?}");
    }
}

#[test]
fn lists_are_lists() {
    let plan = shipped().unwrap();
    let lists = plan.whygos.iter().flat_map(|whygo| &whygo.sections);
    let lists = lists.flat_map(|section| &section.blocks);
    let lengths: Vec<usize> = lists
        .filter_map(|block| match block {
            Block::List(points) => Some(points.len()),
            _ => None,
        })
        .collect();
    assert_eq!(lengths, [3, 3], "of NPS measurement and the hiring trigger");
}

#[test]
fn a_plan_of_before_there_were_sections_is_read() {
    let mut plan: serde_json::Value = serde_json::from_str(PLAN_2026).unwrap();
    for whygo in plan["whygos"].as_array_mut().unwrap() {
        whygo.as_object_mut().unwrap().remove("sections");
    }
    let plan = read(&plan.to_string()).unwrap();
    assert!(plan.whygos.iter().all(|whygo| whygo.sections.is_empty()));
}

/// The tables of a text whose rows stand between bars.
fn tables(text: &str) -> Vec<Table> {
    let parts = text.split("\n\n");
    let rows = |part: &str| -> Table {
        let lines = part.lines().filter(|line| line.starts_with('|'));
        let lines = lines.filter(|line| !line.starts_with("| ---"));
        lines.map(cells).collect()
    };
    let tables = parts.map(rows);
    tables.filter(|table| !table.is_empty()).collect()
}

fn cells(line: &str) -> Vec<String> {
    let inner = line.trim().trim_start_matches('|').trim_end_matches('|');
    inner
        .split('|')
        .map(|cell| cell.trim().to_owned())
        .collect()
}

/// What the plan prints as tables.
fn printed(plan: &Plan) -> Vec<Table> {
    let mut printed = vec![head(plan), alignment(plan), indicators()];
    for whygo in &plan.whygos {
        printed.push(outcomes(whygo));
        printed.extend(of_sections(whygo));
    }
    let on = [
        "Department",
        "Dependency",
        "Production Delivers",
        "Timeline",
    ];
    let from = [
        "Department",
        "Dependency",
        "Deliverable Needed",
        "Success Criteria",
    ];
    printed.push(dependencies(plan, Direction::On, on));
    printed.push(dependencies(plan, Direction::From, from));
    let cadence = plan.cadence.iter();
    let cadence = cadence.map(|one| [one.cadence.clone(), one.activity.clone()]);
    printed.push(table(["Cadence", "Activity"], cadence));
    let signed = plan.sign_off.iter().map(|one| {
        let date = one.date.map(|date| date.to_string()).unwrap_or_default();
        let tick = if one.approved { "[x]" } else { "[ ]" };
        [one.role.clone(), one.name.clone(), date, tick.to_owned()]
    });
    printed.push(table(["Role", "Name", "Date", "Approved"], signed));
    printed
}

fn table<const COLUMNS: usize>(
    heads: [&str; COLUMNS],
    rows: impl Iterator<Item = [String; COLUMNS]>,
) -> Table {
    let heads = heads.map(str::to_owned).to_vec();
    std::iter::once(heads).chain(rows.map(Vec::from)).collect()
}

fn head(plan: &Plan) -> Table {
    let year = plan.fiscal_year();
    let day = |day: domain::time::Day| day.format("%B %-d, %Y").to_string();
    let rows = [
        ["Department Head".to_owned(), plan.head.clone()],
        ["Reports To".to_owned(), plan.reports_to.clone()],
        [
            "Fiscal Year".to_owned(),
            format!("{} - {}", day(year.from), day(year.last())),
        ],
        ["Last Updated".to_owned(), plan.last_updated.clone()],
        ["Status".to_owned(), plan.status.clone()],
    ];
    table(["Department", &plan.department], rows.into_iter())
}

fn alignment(plan: &Plan) -> Table {
    let rows = plan.whygos.iter().map(|whygo| {
        let name = format!("#{}: {}", whygo.number, whygo.title);
        [name, whygo.ladders(), whygo.strength.clone()]
    });
    table(["Department WhyGO", "Ladders To", "Connection"], rows)
}

fn indicators() -> Table {
    let marks = Mark::ALL.iter();
    let meant = marks.filter_map(|mark| Some([mark.name().to_owned(), mark.meaning()?.to_owned()]));
    table(["Indicator", "Meaning"], meant)
}

fn outcomes(whygo: &WhyGo) -> Table {
    let row = |outcome: &Outcome| {
        let [q1, q2, q3, q4] = outcome
            .targets
            .map(|target| target.map_or("—".to_owned(), |target| target.to_string()));
        let owners = outcome.owners.join(" + ");
        [outcome.name.clone(), q1, q2, q3, q4, owners]
    };
    let heads = ["Outcome", "Q1", "Q2", "Q3", "Q4", "Owner"];
    table(heads, whygo.outcomes.iter().map(row))
}

fn of_sections(whygo: &WhyGo) -> impl Iterator<Item = Table> {
    let blocks = whygo.sections.iter().flat_map(|section| &section.blocks);
    blocks.filter_map(|block| match block {
        Block::Table { heads, rows, .. } => {
            let all = std::iter::once(heads).chain(rows);
            Some(all.cloned().collect())
        }
        _ => None,
    })
}

fn dependencies(plan: &Plan, direction: Direction, heads: [&str; 4]) -> Table {
    let wanted = plan.dependencies.iter();
    let wanted = wanted.filter(|one| one.direction == direction).cloned();
    let row = |one: Dependency| [one.department, one.dependency, one.delivers, one.measure];
    table(heads, wanted.map(row))
}
