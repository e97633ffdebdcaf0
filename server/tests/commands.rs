//! The commands that bring data in and out, as somebody types them.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};
use tempfile::TempDir;

/// A database and folders of its own.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).display().to_string()
    }

    fn baton(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_baton"))
            .args(arguments)
            .env(
                "BATON_DATABASE_URL",
                format!("sqlite://{}", self.path("baton.db")),
            )
            .env("BATON_DATA_DIR", self.path("data"))
            .env("RUST_LOG", "error")
            .output()
            .unwrap()
    }

    /// What a command that must succeed prints.
    fn told(&self, arguments: &[&str]) -> String {
        let output = self.baton(arguments);
        let faults = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{arguments:?}: {faults}");
        String::from_utf8(output.stdout).unwrap()
    }
}

fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let mut files: Vec<_> = entries
        .map(|entry| {
            (
                entry.file_name().into_string().unwrap(),
                fs::read(entry.path()).unwrap(),
            )
        })
        .collect();
    files.sort();
    files
}

#[test]
fn the_demo_goes_out_and_in_again() {
    let (first, second) = (Desk::new(), Desk::new());
    let told = first.told(&["demo", "--today", "2026-11-23"]);
    for role in [
        "client",
        "producer",
        "sales",
        "generative",
        "executive",
        "admin",
    ] {
        assert!(
            told.contains(&format!("{role}@demo.baton.example")),
            "{told}"
        );
    }
    let again = first.told(&["demo"]);
    assert!(
        again.contains("Nothing was changed") && again.contains("admin@demo.baton.example"),
        "{again}"
    );
    let (out, back) = (first.path("out"), second.path("out"));
    first.told(&["export", &out]);
    assert!(
        second
            .told(&["import", &out, "--dry-run"])
            .contains("nothing was written")
    );
    assert!(second.told(&["import", &out]).contains("Imported."));
    assert!(
        second
            .told(&["import", &out])
            .contains("nothing was changed")
    );
    second.told(&["export", &back]);
    assert!(
        files(Path::new(&out)) == files(Path::new(&back)),
        "the export is the same byte for byte"
    );
    let question = [
        "metrics",
        "--asof",
        "2026-09-30T12:00:00-07:00",
        "--from",
        "2026-07-01",
        "--to",
        "2026-10-01",
        "--json",
    ];
    let numbers = first.told(&question);
    assert_eq!(numbers, second.told(&question), "both count the same");
    let numbers: serde_json::Value = serde_json::from_str(&numbers).unwrap();
    let names: Vec<_> = numbers
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one["metric"].as_str())
        .collect();
    assert_eq!(
        (names.len(), names[0], names[18]),
        (19, "active_engagements", "platform_adoption")
    );
    assert!(!names.contains(&"milestone"));
    let traced = first.told(&[&question[..], &["--client", "ocelot-motors", "--trace"]].concat());
    let traced: serde_json::Value = serde_json::from_str(&traced).unwrap();
    let producers = traced
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["metric"] == "producers");
    assert_eq!(
        *producers.unwrap(),
        serde_json::json!({ "metric": "producers", "filter": "not applicable" })
    );
    assert!(
        traced[0]["counted"][0]["key"]
            .as_str()
            .unwrap()
            .starts_with("ocelot-motors"),
        "{}",
        traced[0]
    );
}

#[test]
fn faults_go_to_stderr_with_their_place() {
    let desk = Desk::new();
    let folder = desk.path("in");
    fs::create_dir(&folder).unwrap();
    fs::write(
        format!("{folder}/clients.csv"),
        "key,name,color\nhal,Halcyon,red\n",
    )
    .unwrap();
    fs::write(format!("{folder}/contacts.csv"), "key,client\nann,nobody\n").unwrap();
    let output = desk.baton(&["import", &folder]);
    assert!(!output.status.success());
    assert!(output.stdout.is_empty());
    let faults = String::from_utf8(output.stderr).unwrap();
    for place in [
        "clients.csv, line 1, column color",
        "contacts.csv, line 2, column client",
        "2 faults",
    ] {
        assert!(faults.contains(place), "{faults}");
    }
}

#[test]
fn what_is_not_there_is_named() {
    let desk = Desk::new();
    let nowhere = desk.path("nowhere");
    for (arguments, named) in [
        (vec!["import", nowhere.as_str()], "nowhere"),
        (
            vec!["metrics", "--client", "nobody"],
            "no client has the key `nobody`",
        ),
        (
            vec!["metrics", "--from", "2026-02-01", "--to", "2026-01-01"],
            "before --from",
        ),
    ] {
        let output = desk.baton(&arguments);
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(
            !output.status.success() && told.contains(named),
            "{arguments:?}: {told}"
        );
    }
}

#[test]
fn every_command_helps() {
    let desk = Desk::new();
    for command in ["demo", "import", "export", "metrics"] {
        let help = desk.told(&[command, "--help"]);
        assert!(
            help.contains("Usage: baton") && help.contains("--database-url"),
            "{help}"
        );
    }
}
