//! What refuses an import: each kind of fault with its file, line and column, and nothing is written.

use super::{agency, databases};
use rstest::rstest;
use service::import::{Mode, Refused, fault::Fault, format::Files, import};

async fn faults(files: &Files) -> Vec<Fault> {
    let empty = databases::sqlite().await;
    match import(&empty.service, &databases::importer(), files, Mode::DryRun).await {
        Err(Refused::Faults(faults)) => faults,
        other => panic!("expected faults, got {other:?}"),
    }
}

#[rstest]
#[case::unknown_column("clients.csv", "key,nmae\nx,X\n", 1, "nmae", "is not a column")]
#[case::column_twice("clients.csv", "key,key\nx,X\n", 1, "key", "twice")]
#[case::missing_column("clients.csv", "name\nX\n", 1, "key", "is missing")]
#[case::empty_file("clients.csv", "", 1, "key", "is missing")]
#[case::unclosed_quote("clients.csv", "key,name\nhal,\"X\n", 2, "name", "never closed")]
#[case::stray_quote(
    "clients.csv",
    "key,name\nhal,X\ntid,a\"b\n",
    3,
    "name",
    "quote stands inside"
)]
#[case::after_quote("clients.csv", "key,name\n\"hal\"x,X\n", 2, "key", "closing quote")]
#[case::short_row("clients.csv", "key,name\nhal\n", 2, "name", "1 cells")]
#[case::long_row("clients.csv", "key,name\nhal,X,Y\n", 2, "", "3 cells")]
#[case::not_utf8("clients.csv", b"key,name\nhal,X\ntid,\xff\n", 3, "name", "UTF-8")]
#[case::duplicate_key(
    "clients.csv",
    "key,name\nhal,X\ntid,Y\nhal,Z\n",
    4,
    "key",
    "earlier row"
)]
#[case::client_without_name("clients.csv", "key,name\nhal,X\ntid,\n", 3, "name", "needed")]
#[case::client_without_a_column_for_it("clients.csv", "key\nhal\n", 2, "name", "needed")]
#[case::near_column("clients.csv", "key,nmae\nx,X\n", 1, "nmae", "`name` is nearest")]
#[case::empty_key("clients.csv", "key,name\nhal,X\ntid,Y\n,Z\n", 4, "key", "empty")]
#[tokio::test]
async fn of_the_file(
    #[case] file: &str,
    #[case] text: impl AsRef<[u8]>,
    #[case] line: u64,
    #[case] column: &str,
    #[case] why: &str,
) {
    one(&agency::with(file, text), file, line, column, why).await;
}

#[rstest]
#[case("settings.csv", "color,red", 5, "name", "not a setting")]
#[case("holidays.csv", "2026-02-30,X", 3, "date", "not a date")]
#[case("holidays.csv", "2026-1-2,X", 3, "date", "not a date")]
#[case("people.csv", "x,,,,,,,,,", 5, "name", "needed")]
#[case("contacts.csv", "x,hal, ,", 4, "name", "needed")]
#[case("people.csv", "x,X,not mail,,,,,,,", 5, "email", "e-mail")]
#[case("people.csv", "x,X,,Kitchen,,,,,,", 5, "department", "Kitchen")]
#[case(
    "people.csv",
    "x,X,,,,2026-02-01,2026-01-01,,,",
    5,
    "independent_on",
    "before hired_on"
)]
#[case(
    "people.csv",
    "x,X,,,,2026-02-01,,2026-01-01,,",
    5,
    "left_on",
    "before hired_on"
)]
#[case("people.csv", "x,X,,,,,,,9.999,", 5, "monthly_cost", "decimal")]
#[case("people.csv", "x,X,,,,,,,,0", 5, "weekly_hours", "above 0")]
#[case("contacts.csv", "x,nobody,X,", 4, "client", "no row of clients.csv")]
#[case("pods.csv", "x,X,maybe,,,,", 3, "core", "neither")]
#[case(
    "pods.csv",
    "x,X,false,nobody,,,",
    3,
    "account_manager",
    "no row of people.csv"
)]
#[case(
    "pods.csv",
    "x,X,false,,,,pia;nobody",
    3,
    "members",
    "no row of people.csv"
)]
#[case(
    "engagements.csv",
    "x,nobody,X,2026-01-05T10:00:00Z,1,2026-01-19,,,,,",
    4,
    "client",
    "no row of clients.csv"
)]
#[case(
    "engagements.csv",
    "x,hal,X,2026-01-05T10:00:00,1,2026-01-19,,,,,",
    4,
    "sow_signed_at",
    "offset"
)]
#[case(
    "engagements.csv",
    "x,hal,X,2026-01-05T10:00:00Z,$1,2026-01-19,,,,,",
    4,
    "monthly_fee",
    "decimal"
)]
#[case(
    "engagements.csv",
    "x,hal,X,2026-01-05T10:00:00Z,1,2026-01-19,2026-01-18,,,,",
    4,
    "ends_on",
    "before starts_on"
)]
#[case(
    "engagements.csv",
    "x,hal,X,2026-01-05T10:00:00Z,1,2026-01-19,,,,,nopod",
    4,
    "pod",
    "no row of pods.csv"
)]
#[case(
    "workflows.csv",
    "x,nothing,X,3 business days",
    4,
    "engagement",
    "no row of engagements.csv"
)]
#[case("workflows.csv", "x,e1,X,3 weeks", 4, "sla", "SLA")]
#[case(
    "jobs.csv",
    "x,nothing,X,,2026-01-20T10:00:00Z,",
    4,
    "workflow",
    "no row of workflows.csv"
)]
#[case(
    "jobs.csv",
    "x,w1,X,,2026-01-20T10:00:00Z,nobody",
    4,
    "submitted_by",
    "no row of contacts.csv"
)]
#[case(
    "jobs.csv",
    "x,w1,X,,2026-01-20T10:00:00Z,bob",
    4,
    "submitted_by",
    "another client"
)]
#[case(
    "job_events.csv",
    "x,2026-01-20T10:00:00Z,accepted,,,",
    7,
    "job",
    "no row of jobs.csv"
)]
#[case(
    "job_events.csv",
    "j2,2026-02-20T19:00:00Z,applauded,,,",
    7,
    "event",
    "applauded"
)]
#[case(
    "job_events.csv",
    "j2,2026-02-20T19:00:00Z,accepted,,nobody,",
    7,
    "actor",
    "no row of people.csv or contacts.csv"
)]
#[case(
    "job_events.csv",
    "j2,2026-02-20T17:59:59Z,accepted,,,",
    7,
    "at",
    "before the job was submitted"
)]
#[case("handoffs.csv", "x,5,e1,,", 6, "kind", "1, 2, 3 or 4")]
#[case(
    "handoffs.csv",
    "x,1,e9,,",
    6,
    "engagement",
    "no row of engagements.csv"
)]
#[case("handoffs.csv", "x,3,e1,,", 6, "job", "needs the job")]
#[case("handoffs.csv", "x,3,e1,nothing,", 6, "job", "no row of jobs.csv")]
#[case("handoffs.csv", "x,3,e1,j2,", 6, "job", "another engagement")]
#[case("handoffs.csv", "x,1,e1,j1,", 6, "job", "only a handoff of kind 3")]
#[case(
    "handoffs.csv",
    "x,1,e1,,2026-01-19",
    6,
    "needed_on",
    "only a handoff of kind 2"
)]
#[case(
    "handoff_events.csv",
    "x,2026-01-20T10:00:00Z,opened,,,,,",
    9,
    "handoff",
    "no row of handoffs.csv"
)]
#[case(
    "handoff_events.csv",
    "h3,2026-01-20T10:00:00Z,submitted,budget,,,,",
    9,
    "waived",
    "not required"
)]
#[case(
    "handoff_events.csv",
    "h3,2026-01-20T10:00:00Z,submitted,lunch,,,,",
    9,
    "waived",
    "lunch"
)]
#[case(
    "handoff_events.csv",
    "h3,2026-01-20T10:00:00Z,opened,submitted in the platform,,,,",
    9,
    "waived",
    "only a `submitted`"
)]
#[case(
    "handoff_events.csv",
    "h2,2026-01-20T10:00:00Z,accepted,,true,,,",
    9,
    "case_study",
    "kind 4"
)]
#[case("costs.csv", "x,e1,2026-01-21,pia,1,1,", 4, "amount", "not both")]
#[case("costs.csv", "x,e1,2026-01-21,,,,", 4, "amount", "needs hours")]
#[case("costs.csv", "x,e1,2026-01-21,,1,,", 4, "person", "need the person")]
#[case("costs.csv", "x,e1,2026-01-21,sam,1,,", 4, "hours", "cannot be priced")]
#[case(
    "costs.csv",
    "x,e1,2026-01-21,nobody,1,,",
    4,
    "person",
    "no row of people.csv"
)]
#[case("costs.csv", "x,e1,2026-01-21,pia,1.125,,", 4, "hours", "two places")]
#[case(
    "surveys.csv",
    "x,nobody,,job,2026-01-23T09:00:00Z,9,",
    4,
    "client",
    "no row of clients.csv"
)]
#[case(
    "surveys.csv",
    "x,hal,e2,job,2026-01-23T09:00:00Z,9,",
    4,
    "engagement",
    "another client"
)]
#[case(
    "surveys.csv",
    "x,hal,,mood,2026-01-23T09:00:00Z,9,",
    4,
    "level",
    "mood"
)]
#[case(
    "surveys.csv",
    "x,hal,,job,2026-01-23T09:00:00Z,11,",
    4,
    "score",
    "0 to 10"
)]
#[case(
    "milestones.csv",
    "moon_landing,2026-03-01",
    3,
    "outcome",
    "no outcome"
)]
#[tokio::test]
async fn of_a_row(
    #[case] file: &str,
    #[case] row: &str,
    #[case] line: u64,
    #[case] column: &str,
    #[case] why: &str,
) {
    one(&agency::with_row(file, row), file, line, column, why).await;
}

/// Looks for the fault; the wrong file may bring others about, such as references to rows it lacks.
async fn one(files: &Files, file: &str, line: u64, column: &str, why: &str) {
    let faults = faults(files).await;
    let found = faults.iter().any(|fault| {
        (fault.file.as_str(), fault.line, fault.column.as_str()) == (file, line, column)
            && fault.to_string().contains(why)
    });
    assert!(
        found,
        "{file} line {line} column {column} ({why}) is not among {faults:#?}"
    );
}

#[tokio::test]
async fn all_are_named_at_once_and_nothing_is_written() {
    for empty in databases::both().await {
        let mut files = agency::with_row("people.csv", "x,X,,Kitchen,,2026-13-01,,,,");
        files.0.insert(
            "clients.csv".into(),
            b"key,name,color\nhal,X,red\n".to_vec(),
        );
        let rows = b"job,at,event,reason,actor\nj1,2026-01-20T11:00:00-08:00,qc,,x\nj2,yesterday,qc,,\nj9,2026-01-20T11:00:00-08:00,qc,,\n";
        files.0.insert("job_events.csv".into(), rows.to_vec());
        let refused = import(&empty.service, &databases::importer(), &files, Mode::Write).await;
        let Err(Refused::Faults(faults)) = refused else {
            panic!("{}: {refused:?}", empty.name)
        };
        let places: Vec<_> = faults
            .iter()
            .map(|fault| (fault.file.as_str(), fault.line, fault.column.as_str()))
            .collect();
        // The actor `x` is no fault of its own: its row is named already.
        let expected = [
            ("clients.csv", 1, "color"),
            ("contacts.csv", 3, "client"),
            ("engagements.csv", 3, "client"),
            ("job_events.csv", 2, "event"),
            ("job_events.csv", 3, "at"),
            ("job_events.csv", 4, "job"),
            ("people.csv", 5, "department"),
            ("people.csv", 5, "hired_on"),
        ];
        assert_eq!(places, expected, "{}", empty.name);
        let facts = databases::facts(&empty.service).await;
        assert!(
            facts.people.is_empty() && facts.engagements.is_empty(),
            "{}",
            empty.name
        );
    }
}

#[tokio::test]
async fn what_may_be_left_out_may_be_left_out() {
    for empty in databases::both().await {
        let mut files = agency::small();
        files.0.retain(|name, _| {
            [
                "clients.csv",
                "engagements.csv",
                "handoffs.csv",
                "handoff_events.csv",
            ]
            .contains(&name.as_str())
        });
        files.0.insert(
            "clients.csv".into(),
            b"\xef\xbb\xbfkey,name\r\nhal,Halcyon\r\n".to_vec(),
        );
        let engagements = "starts_on,key,client,monthly_fee,sow_signed_at\n2026-01-19,e1,hal,1,2026-01-05T18:00:00Z\n";
        files.0.insert("engagements.csv".into(), engagements.into());
        files.0.insert(
            "handoffs.csv".into(),
            b"key,kind,engagement\nh1,1,e1\n".to_vec(),
        );
        let events = "handoff,at,event\nh1,2026-01-06T18:00:00Z,accepted\nh1,2026-01-05T18:00:00Z,submitted\n";
        files.0.insert("handoff_events.csv".into(), events.into());
        let report = import(&empty.service, &databases::importer(), &files, Mode::Write).await;
        assert!(report.is_ok(), "{}: {report:?}", empty.name);
        let facts = databases::facts(&empty.service).await;
        assert_eq!(
            facts.engagements[0].name, "e1",
            "a name that is not known is the key"
        );
    }
}
