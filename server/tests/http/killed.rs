//! A server that is killed in the middle of its work: what it acknowledged is there when it starts again.

use crate::support::{Baton, Form, Who};
use axum::body::to_bytes;
use std::{
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// How many send requests at once.
const SENDERS: usize = 4;
/// How long they do before the server is killed.
const WORKING: Duration = Duration::from_millis(1_500);

/// A running `baton serve`; killed, not asked, when it is dropped.
struct Running {
    child: Child,
    addr: SocketAddr,
}

impl Running {
    fn start(folder: &Path) -> Self {
        let addr = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap();
        let child = Command::new(env!("CARGO_BIN_EXE_baton"))
            .args(["serve", "--addr", &addr.to_string()])
            .env(
                "BATON_DATABASE_URL",
                format!("sqlite://{}", folder.join("baton.db").display()),
            )
            .env("BATON_DATA_DIR", folder)
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let running = Self { child, addr };
        let since = Instant::now();
        while TcpStream::connect(addr).is_err() {
            assert!(
                since.elapsed() < Duration::from_secs(20),
                "the server does not answer"
            );
            thread::sleep(Duration::from_millis(20));
        }
        running
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// Sends a request over a connection of its own; the whole answer, or none where it broke off.
fn ask(addr: SocketAddr, head: &str, body: &[u8]) -> Option<String> {
    let mut stream = TcpStream::connect(addr).ok()?;
    let head = format!(
        "{head}\r\nHost: {addr}\r\nOrigin: http://{addr}\r\nAccept: application/json\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(body).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    Some(answer)
}

/// Sends requests until the server is gone; the ids of those that it acknowledged.
fn send_until_gone(addr: SocketAddr, head: &str, body: &[u8]) -> Vec<String> {
    let mut acknowledged = Vec::new();
    while let Some(answer) = ask(addr, head, body) {
        if let Some((_, rest)) = answer
            .split_once("\"id\":\"")
            .filter(|_| answer.starts_with("HTTP/1.1 201"))
        {
            acknowledged.push(rest.chars().take(36).collect());
        }
    }
    acknowledged
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_survives() {
    let baton = Baton::start().await;
    let cookie = baton.cookie(Who::Nora).await;
    let workflow = baton.agency.id("north-cuts").to_string();
    let form = Form::new()
        .text("workflow", &workflow)
        .text("title", "One more")
        .text("brief", "As always.");
    let (parts, body) = form
        .request("/portal/jobs", "application/json")
        .into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let kind = parts.headers["content-type"].to_str().unwrap();
    let head = format!("POST /portal/jobs HTTP/1.1\r\nCookie: {cookie}\r\nContent-Type: {kind}");

    let running = Running::start(baton.folder());
    let addr = running.addr;
    let acknowledged = thread::scope(|scope| {
        let send = || send_until_gone(addr, &head, &body);
        let senders: Vec<_> = (0..SENDERS).map(|_| scope.spawn(send)).collect();
        thread::sleep(WORKING);
        drop(running);
        senders
            .into_iter()
            .flat_map(|sender| sender.join().unwrap())
            .collect::<Vec<_>>()
    });
    assert!(
        acknowledged.len() > SENDERS,
        "only {} were acknowledged",
        acknowledged.len()
    );

    let again = Running::start(baton.folder());
    let facts = ask(
        again.addr,
        &format!("GET /facts HTTP/1.1\r\nCookie: {cookie}"),
        b"",
    )
    .unwrap();
    assert!(facts.starts_with("HTTP/1.1 200"), "{}", &facts[..200]);
    let lost: Vec<_> = acknowledged
        .iter()
        .filter(|id| !facts.contains(id.as_str()))
        .collect();
    assert!(
        lost.is_empty(),
        "{} of {} are lost",
        lost.len(),
        acknowledged.len()
    );
}
