//! The same import again, and one that changes something.

use super::{agency, databases};
use service::{
    export::export,
    import::{Mode, Report, format::Files, import},
};

async fn brought(service: &service::Service, files: &Files, mode: Mode) -> Report {
    import(service, &databases::importer(), files, mode)
        .await
        .unwrap()
}

fn counts(report: &Report, file: &str) -> (usize, usize, usize) {
    let found = report.files.iter().find(|(name, _)| *name == file);
    found
        .map(|(_, tally)| (tally.new, tally.changed, tally.unchanged))
        .unwrap_or_default()
}

async fn changes(service: &service::Service) -> i64 {
    let mut tx = service.db().read().await.unwrap();
    service::live::latest(&mut tx).await.unwrap()
}

#[tokio::test]
async fn the_second_time_changes_nothing() {
    for empty in databases::both().await {
        let first = brought(&empty.service, &agency::small(), Mode::Write).await;
        assert_eq!(counts(&first, "jobs.csv"), (2, 0, 0), "{}", empty.name);
        let logged = changes(&empty.service).await;
        assert!(
            logged > 0,
            "{}: the import is in the change log",
            empty.name
        );
        let second = brought(&empty.service, &agency::small(), Mode::Write).await;
        assert!(!second.changes_something(), "{}: {second}", empty.name);
        assert_eq!(changes(&empty.service).await, logged, "{}", empty.name);
    }
}

#[tokio::test]
async fn a_dry_run_writes_nothing() {
    for empty in databases::both().await {
        let report = brought(&empty.service, &agency::small(), Mode::DryRun).await;
        assert_eq!(counts(&report, "people.csv"), (3, 0, 0), "{}", empty.name);
        let facts = databases::facts(&empty.service).await;
        assert!(facts.people.is_empty(), "{}", empty.name);
    }
}

#[tokio::test]
async fn what_changed_is_replaced_and_the_rest_stays() {
    for empty in databases::both().await {
        brought(&empty.service, &agency::small(), Mode::Write).await;
        let mut files = Files::default();
        files.0.insert(
            "people.csv".into(),
            b"key,title\npia,Senior Producer\n".to_vec(),
        );
        files.0.insert(
            "settings.csv".into(),
            b"name,value\nopening,Mon-Fri 10:00-16:00\n".to_vec(),
        );
        files.0.insert(
            "costs.csv".into(),
            b"key,engagement,date,amount\nc2,e1,2026-01-22,99.50\n".to_vec(),
        );
        files.0.insert(
            "job_events.csv".into(),
            b"job,at,event,actor\nj2,2026-02-20T19:00:00Z,accepted,pia\n".to_vec(),
        );
        let report = brought(&empty.service, &files, Mode::Write).await;
        assert_eq!(counts(&report, "people.csv"), (0, 1, 0), "{}", empty.name);
        assert_eq!(counts(&report, "costs.csv"), (0, 1, 0), "{}", empty.name);
        assert_eq!(
            counts(&report, "job_events.csv"),
            (1, 0, 0),
            "{}",
            empty.name
        );
        let out = export(&empty.service, &databases::importer())
            .await
            .unwrap();
        let text = |name: &str| String::from_utf8(out.0[name].clone()).unwrap();
        assert!(
            text("people.csv")
                .contains("pia,Pia Sol,pia@agency.example,Production,Senior Producer,2025-01-06")
        );
        assert!(text("costs.csv").contains("c2,e1,2026-01-22,,,99.50,Music"));
        assert!(text("settings.csv").contains("opening,Mon-Fri 10:00-16:00"));
        assert!(text("job_events.csv").contains("j2,2026-02-20T19:00:00Z,accepted,,pia,"));
        assert!(
            !brought(&empty.service, &out, Mode::Write)
                .await
                .changes_something()
        );
    }
}

#[tokio::test]
async fn a_history_goes_on_where_it_stood() {
    for empty in databases::both().await {
        brought(&empty.service, &agency::small(), Mode::Write).await;
        let mut files = Files::default();
        let rows = "handoff,at,event,actor\nh2,2026-01-08T10:00:00-08:00,returned,gil\nh2,2026-01-07T12:00:00-08:00,in_review,gil\n";
        files.0.insert("handoff_events.csv".into(), rows.into());
        let report = brought(&empty.service, &files, Mode::Write).await;
        assert_eq!(
            counts(&report, "handoff_events.csv"),
            (2, 0, 0),
            "{}",
            empty.name
        );
        let out = export(&empty.service, &databases::importer())
            .await
            .unwrap();
        let text = String::from_utf8(out.0["handoff_events.csv"].clone()).unwrap();
        let events: Vec<&str> = text
            .lines()
            .filter(|line| line.starts_with("h2"))
            .filter_map(|line| line.split(',').nth(2))
            .collect();
        assert_eq!(
            events,
            [
                "submitted",
                "in_review",
                "availability_answered",
                "returned"
            ],
            "{}",
            empty.name
        );
    }
}
