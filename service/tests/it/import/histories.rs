//! Histories: any order in the file, possible sequences alone, and what they make of jobs and handoffs.

use super::{agency, databases};
use rstest::rstest;
use service::import::{Mode, Refused, import};

#[rstest]
#[case::job("job_events.csv", "j2,2026-02-20T19:00:00Z,qc,,,", 7, &["submitted", "in QC", "j2"])]
#[case::after_approval("job_events.csv", "j1,2026-02-20T19:00:00Z,held,,,", 7, &["approved", "on hold"])]
#[case::by_time_not_by_line("job_events.csv", "j1,2026-01-20T11:30:00-08:00,delivered,,,", 7, &["accepted", "delivered"])]
#[case::handoff("handoff_events.csv", "h3,2026-02-20T19:00:00Z,accepted,,,,,", 9, &["in preparation", "accepted", "h3"])]
#[case::closed("handoff_events.csv", "h4,2026-05-20T19:00:00Z,returned,,,,,", 9, &["accepted", "in preparation"])]
#[case::availability("handoff_events.csv", "h3,2026-02-20T19:00:00Z,availability_answered,,,,,", 9, &["pod request"])]
#[tokio::test]
async fn impossible_ones_are_refused(
    #[case] file: &str,
    #[case] row: &str,
    #[case] line: u64,
    #[case] words: &[&str],
) {
    let empty = databases::sqlite().await;
    let refused = import(
        &empty.service,
        &databases::importer(),
        &agency::with_row(file, row),
        Mode::Write,
    )
    .await;
    let Err(Refused::Faults(faults)) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert_eq!(
        (
            faults[0].file.as_str(),
            faults[0].line,
            faults[0].column.as_str()
        ),
        (file, line, "event")
    );
    for word in words {
        assert!(
            faults[0].to_string().contains(word),
            "`{word}` is not in: {}",
            faults[0]
        );
    }
}

#[tokio::test]
async fn their_order_in_the_file_does_not_matter() {
    let mut exports = Vec::new();
    for turned in [false, true] {
        let empty = databases::sqlite().await;
        let mut files = agency::small();
        if turned {
            for name in ["job_events.csv", "handoff_events.csv"] {
                let text = String::from_utf8(files.0[name].clone()).unwrap();
                let mut lines: Vec<&str> = text.lines().collect();
                lines[1..].reverse();
                files.0.insert(name.into(), lines.join("\n").into_bytes());
            }
        }
        import(&empty.service, &databases::importer(), &files, Mode::Write)
            .await
            .unwrap();
        exports.push(
            service::export::export(&empty.service, &databases::importer())
                .await
                .unwrap(),
        );
    }
    assert_eq!(exports[0], exports[1]);
}
