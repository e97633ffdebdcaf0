//! The commands that bring data in and out, as somebody types them.

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Output, Stdio},
    time::{Duration, Instant},
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
        self.command(arguments).output().unwrap()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_baton"));
        command
            .args(arguments)
            .env(
                "BATON_DATABASE_URL",
                format!("sqlite://{}", self.path("baton.db")),
            )
            .env("BATON_DATA_DIR", self.path("data"))
            .env("RUST_LOG", "error");
        command
    }

    /// What a command that must fail says.
    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.baton(arguments);
        assert!(!output.status.success(), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    /// What a command prints that is given a password, or what it says when it fails.
    fn with_password(&self, arguments: &[&str]) -> Result<String, String> {
        let mut running = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = running.stdin.take().unwrap();
        // One that refuses before it reads has closed its end.
        let _ = input.write_all(b"a quiet harbour at dawn\n");
        drop(input);
        let output = running.wait_with_output().unwrap();
        let told = |bytes| String::from_utf8(bytes).unwrap();
        match output.status.success() {
            true => Ok(told(output.stdout)),
            false => Err(told(output.stderr)),
        }
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
    fs::write(
        format!("{folder}/contacts.csv"),
        "key,client,name\nann,nobody,Ann Roe\n",
    )
    .unwrap();
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
fn a_value_that_cannot_be_read_is_told_with_how_to_write_it() {
    let desk = Desk::new();
    for (arguments, value, expected) in [
        (
            ["demo", "--today", "23.11.2026"],
            "23.11.2026",
            "like 2026-01-31",
        ),
        (
            ["metrics", "--from", "2026-13-01"],
            "2026-13-01",
            "like 2026-01-31",
        ),
        (
            ["metrics", "--to", "tomorrow"],
            "tomorrow",
            "like 2026-01-31",
        ),
        (
            ["metrics", "--asof", "2026-09-30T18:00"],
            "2026-09-30T18:00",
            "with an offset, like 2026-01-31T09:30:00-08:00",
        ),
        (
            ["serve", "--addr", "here:3000"],
            "here:3000",
            "like 127.0.0.1:3000",
        ),
        (
            ["serve", "--addr", "127.0.0.1"],
            "127.0.0.1",
            "like 127.0.0.1:3000",
        ),
        (
            ["metrics", "--database-url", "mysql://baton"],
            "mysql://baton",
            "like `sqlite://data/baton.db` or `postgres://user@host/name`",
        ),
        (
            [
                "metrics",
                "--database-url",
                "postgres://ana@host:many/baton",
            ],
            "port",
            "like `postgres://user@host:5432/name`",
        ),
    ] {
        let told = desk.refused(&arguments);
        assert!(
            told.contains(value) && told.contains(expected),
            "{arguments:?}: {told}"
        );
    }
}

#[test]
fn a_postgres_that_does_not_answer_is_told_soon_and_without_its_password() {
    let desk = Desk::new();
    let started = Instant::now();
    let url = "postgres://ana:s3cret@127.0.0.1:1/studio";
    let told = desk.refused(&["metrics", "--database-url", url]);
    assert!(started.elapsed() < Duration::from_secs(10), "{told}");
    assert!(
        told.contains("studio at 127.0.0.1:1 did not answer within 5 seconds"),
        "{told}"
    );
    assert!(!told.contains("s3cret"), "{told}");
}

#[test]
fn accounts_are_made_listed_and_closed_by_e_mail_address() {
    let desk = Desk::new();
    let folder = desk.path("in");
    fs::create_dir(&folder).unwrap();
    let files = [
        (
            "people.csv",
            "key,name,email\npia,Pia Sol,Pia@agency.example\n",
        ),
        ("clients.csv", "key,name\nhal,Halcyon\n"),
        (
            "contacts.csv",
            "key,client,name,email\nann,hal,Ann Roe,ann@halcyon.example\n",
        ),
    ];
    for (name, text) in files {
        fs::write(format!("{folder}/{name}"), text).unwrap();
    }
    desk.told(&["import", &folder]);
    assert!(desk.told(&["user", "list"]).contains("no account yet"));

    let add = |email, role, more: &[&str]| {
        let named = ["user", "add", email, "--name", "Some One", "--role", role];
        desk.with_password(&[&named, more].concat())
    };
    let made = [
        add("pia@agency.example", "producer", &[]),
        add("ceo@agency.example", "executive", &[]),
        add(
            "pia.two@agency.example",
            "admin",
            &["--person", "pia@agency.example"],
        ),
        add("ann@halcyon.example", "client", &[]),
    ];
    let told = [
        "Made the account pia@agency.example with the role producer, for Pia Sol of the agency.\n",
        "Made the account ceo@agency.example with the role executive, for nobody whom the agency's data know.\n",
        "Made the account pia.two@agency.example with the role admin, for Pia Sol of the agency.\n",
        "Made the account ann@halcyon.example with the role client, for the contact Ann Roe.\n",
    ];
    assert_eq!(made.map(Result::unwrap), told);
    let refused = [
        add("bob@halcyon.example", "client", &[]),
        add(
            "x@agency.example",
            "sales",
            &["--person", "nobody@agency.example"],
        ),
    ];
    let whys = [
        "bob@halcyon.example; name one with --contact",
        "nobody@agency.example",
    ];
    for (refused, why) in refused.into_iter().zip(whys) {
        let told = refused.unwrap_err();
        assert!(told.contains(why), "{told}");
    }

    let closed = desk.told(&["user", "close", "Ann@halcyon.example"]);
    assert_eq!(
        closed,
        "ann@halcyon.example is closed; its sessions are ended.\n"
    );
    let list = desk.told(&["user", "list"]);
    let expected = "\
e-mail                  role       name      state
ann@halcyon.example     client     Some One  closed
ceo@agency.example      executive  Some One  open
pia.two@agency.example  admin      Some One  open
pia@agency.example      producer   Some One  open
";
    assert_eq!(list, expected);
    let opened = desk.told(&["user", "open", "ann@halcyon.example"]);
    assert_eq!(
        opened,
        "ann@halcyon.example is open: it can sign in again.\n"
    );
    let renewed = desk.with_password(&["user", "password", "ann@halcyon.example"]);
    let told = "ann@halcyon.example has a new password; its sessions are ended.\n";
    assert_eq!(renewed.as_deref(), Ok(told));
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
