//! One mistake is one fault: what only follows from it is not reported as well.

use super::{agency, databases};
use rstest::rstest;
use service::import::{Mode, Refused, format::Files, import};

async fn told(files: &Files) -> Vec<String> {
    let empty = databases::sqlite().await;
    match import(&empty.service, &databases::importer(), files, Mode::DryRun).await {
        Err(Refused::Faults(faults)) => faults.iter().map(ToString::to_string).collect(),
        other => panic!("expected faults, got {other:?}"),
    }
}

/// Changes one text of one file.
fn mistaken(file: &str, right: &str, wrong: &str) -> Files {
    let mut files = agency::small();
    let text = String::from_utf8(files.0[file].clone()).unwrap();
    assert!(text.contains(right), "{file} has no {right}");
    files
        .0
        .insert(file.into(), text.replacen(right, wrong, 1).into());
    files
}

#[rstest]
#[case::cell("clients.csv", "hal,Halcyon", "hal,")]
#[case::person("people.csv", "pia,Pia Sol,pia@agency.example", "pia,Pia Sol,pia")]
#[case::cost_of_a_person("people.csv", "9000.00", "much")]
#[case::short_row("people.csv", "pia,Pia Sol,", "pia,")]
#[case::department("people.csv", ",Production,", ",Kitchen,")]
#[case::engagement("engagements.csv", "25000.00", "$25,000")]
#[case::client_of_an_engagement("engagements.csv", "e1,hal", "e1,hall")]
#[case::client_of_a_contact("contacts.csv", "ann,hal", "ann,hall")]
#[case::workflow("workflows.csv", "3 business days", "3 weeks")]
#[case::engagement_of_a_workflow("workflows.csv", "w1,e1", "w1,e9")]
#[case::job("jobs.csv", "2026-01-20T10:00:00-08:00", "yesterday")]
#[case::workflow_of_a_job("jobs.csv", "j1,w1", "j1,w9")]
#[case::event("job_events.csv", "accepted", "applauded")]
#[case::kind("handoffs.csv", "h1,1", "h1,5")]
#[case::engagement_of_a_handoff("handoffs.csv", "h3,3,e1", "h3,3,e9")]
#[case::handoff_event("handoff_events.csv", "2026-01-06T10:00:00-08:00", "soon")]
#[case::quote("clients.csv", "Halcyon", "\"Halcyon")]
#[case::column_of_names("clients.csv", "key,name", "key,nmae")]
#[case::column_of_keys("clients.csv", "key,name", "kye,name")]
#[case::column_of_costs("people.csv", "monthly_cost", "monthly_costs")]
#[case::column_of_amounts("costs.csv", "amount", "amuont")]
#[case::column_of_jobs("handoffs.csv", ",job,", ",jobb,")]
#[tokio::test]
async fn a_mistake_is_told_once(#[case] file: &str, #[case] right: &str, #[case] wrong: &str) {
    let told = told(&mistaken(file, right, wrong)).await;
    assert!(
        told.len() == 1 && told[0].starts_with(file),
        "{file}, `{right}` is `{wrong}`: {told:#?}"
    );
}

#[tokio::test]
async fn two_mistakes_are_told_both() {
    let mut files = mistaken("clients.csv", "hal,Halcyon", "hal,");
    let contacts = b"key,client,name\nann,hal,Ann\nbob,tide,Bob\n".to_vec();
    files.0.insert("contacts.csv".into(), contacts);
    files.0.remove("jobs.csv");
    files.0.remove("job_events.csv");
    files.0.insert(
        "handoffs.csv".into(),
        b"key,kind,engagement\nh1,1,e1\nh2,2,e1\nh4,4,e1\n".to_vec(),
    );
    let told = told(&files).await;
    let starts = [
        "clients.csv, line 2, column name",
        "contacts.csv, line 3, column client",
    ];
    assert!(
        told.len() == 2
            && told
                .iter()
                .zip(starts)
                .all(|(told, start)| told.starts_with(start)),
        "{told:#?}"
    );
}

#[tokio::test]
async fn a_misspelt_file_is_named_and_what_refers_to_its_rows_is_not() {
    let mut files = agency::small();
    let clients = files.0.remove("clients.csv").unwrap();
    files.0.insert("cliens.csv".into(), clients);
    let told = told(&files).await;
    assert_eq!(told.len(), 1, "{told:#?}");
    let start = "cliens.csv: is not a file of the import format (`clients.csv` is nearest): it has settings.csv,";
    assert!(told[0].starts_with(start), "{told:#?}");
}

#[tokio::test]
async fn a_file_that_is_like_none_is_named_as_well() {
    let told = told(&agency::with("invoices.csv", "key\n")).await;
    assert_eq!(told.len(), 1, "{told:#?}");
    let start = "invoices.csv: is not a file of the import format: it has settings.csv,";
    assert!(told[0].starts_with(start), "{told:#?}");
}

#[test]
fn of_a_folder_all_csv_files_are_read_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    for name in [
        "clients.csv",
        "Cliens.CSV",
        "README.md",
        ".clients.csv",
        "clients.csv.bak",
    ] {
        std::fs::write(folder.path().join(name), "key,name\n").unwrap();
    }
    std::fs::create_dir(folder.path().join("old.csv")).unwrap();
    let files = Files::read_from(folder.path()).unwrap();
    let names: Vec<_> = files.0.keys().map(String::as_str).collect();
    assert_eq!(names, ["Cliens.CSV", "clients.csv"]);
}
