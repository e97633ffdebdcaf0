//! Files: streamed in, kept apart by client, handed out so that they cannot run.

use crate::support::{Answer, Baton, Form, Who};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use serde_json::Value;

fn request_form(baton: &Baton) -> Form {
    let workflow = baton.agency.id("north-cuts").to_string();
    Form::new()
        .text("workflow", &workflow)
        .text("title", "A film")
        .text("brief", "See the file.")
}

/// Adds files to Northwind's job and gives the address of the first.
async fn add(baton: &Baton, name: &str, content: &'static [u8]) -> String {
    let path = format!("/jobs/{}/files", baton.agency.id("north-1"));
    let answer = baton
        .post(Who::Nora, &path, Form::new().file(name, content))
        .await;
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    let ids: Value = serde_json::from_str(&answer.body).unwrap();
    format!("/files/{}", ids["ids"][0].as_str().unwrap())
}

async fn part(baton: &Baton, path: &str, range: &str) -> Answer {
    let request = Request::get(path)
        .header(header::RANGE, range)
        .body(Body::empty())
        .unwrap();
    baton.send(baton.by(Who::Nora, request).await).await
}

#[tokio::test]
async fn a_request_goes_out_with_its_file() {
    let baton = Baton::start().await;
    let answer = baton
        .post(
            Who::Nora,
            "/portal/jobs",
            request_form(&baton).file("brief.pdf", b"what we want"),
        )
        .await;
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    let job: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(
        job["url"],
        format!("/portal/jobs/{}", job["id"].as_str().unwrap())
    );
    assert_eq!(baton.stored_files(), 1);
}

#[tokio::test]
async fn without_scripts_a_request_goes_on_to_its_page() {
    let baton = Baton::start().await;
    let form = request_form(&baton).request("/portal/jobs", "text/html");
    let answer = baton.send(baton.by(Who::Nora, form).await).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
    assert!(answer.location().starts_with("/portal/jobs/"));
}

#[tokio::test]
async fn a_refused_request_leaves_no_file_and_keeps_what_was_typed() {
    let baton = Baton::start().await;
    let workflow = baton.agency.id("north-cuts").to_string();
    let form = Form::new()
        .text("workflow", &workflow)
        .text("title", "")
        .text("brief", "Kept <brief>")
        .file("a.txt", b"a");
    let answer = baton
        .send(
            baton
                .by(Who::Nora, form.request("/portal/jobs", "text/html"))
                .await,
        )
        .await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/portal/new"),
        "{answer:?}"
    );
    assert_eq!(baton.stored_files(), 0);
    let page = baton.get(Who::Nora, "/portal/new").await;
    assert!(page.body.contains("Kept "), "{}", page.body);
    assert!(
        !page.body.contains("Kept <brief>"),
        "what was typed is escaped"
    );
    let again = baton.get(Who::Nora, "/portal/new").await;
    assert!(!again.body.contains("Kept "), "it is shown once");
}

#[tokio::test]
async fn a_file_over_the_limit_is_refused_and_removed() {
    let baton = Baton::start().await;
    let form = request_form(&baton)
        .file("small.txt", b"small")
        .large_file("film.mov", 201);
    let answer = baton.post(Who::Nora, "/portal/jobs", form).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(
        answer.body.contains("“film.mov” is larger than 200 MB"),
        "{}",
        answer.body
    );
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    assert_eq!(baton.stored_files(), 0);
}

#[tokio::test]
async fn a_file_of_just_the_limit_is_taken() {
    let baton = Baton::start().await;
    let answer = baton
        .post(
            Who::Nora,
            "/portal/jobs",
            request_form(&baton).large_file("film.mov", 200),
        )
        .await;
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
}

#[tokio::test]
async fn another_client_cannot_tell_a_file_from_none() {
    let baton = Baton::start().await;
    let path = add(&baton, "secret.txt", b"ours").await;
    assert_eq!(baton.get(Who::Nora, &path).await.body, "ours");
    assert_eq!(baton.get(Who::Producer, &path).await.body, "ours");
    let foreign = baton.get(Who::Sam, &path).await;
    let unknown = baton
        .get(Who::Sam, "/files/01890000-0000-7000-8000-000000000000")
        .await;
    let nonsense = baton.get(Who::Sam, "/files/nonsense").await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    assert_eq!(
        (foreign.status, &foreign.body),
        (unknown.status, &unknown.body)
    );
    assert_eq!(
        (foreign.status, &foreign.body),
        (nonsense.status, &nonsense.body)
    );
    assert_eq!(
        baton.get(Who::Stranger, &path).await.status,
        StatusCode::UNAUTHORIZED
    );
}

const MP4: &[u8] = b"\0\0\0\x18ftypisom\0\0\x02\0isomiso2";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

#[tokio::test]
async fn only_what_cannot_run_is_shown_and_as_what_it_is() {
    let baton = Baton::start().await;
    let saved = "application/octet-stream";
    let cases: [(&str, &'static [u8], &str); 9] = [
        ("film.mp4", MP4, "video/mp4"),
        ("hero.png", PNG, "image/png"),
        ("offer.pdf", b"%PDF-1.4\n", "application/pdf"),
        (
            "notes.txt",
            b"Gr\xc3\xbc\xc3\x9fe",
            "text/plain; charset=utf-8",
        ),
        ("script.js", b"alert(1)", "text/plain; charset=utf-8"),
        // A name does not make a picture of it.
        (
            "hero.png",
            b"<!DOCTYPE html><script>alert(1)</script>",
            saved,
        ),
        ("logo.svg", b"<svg onload='alert(1)'/>", saved),
        ("page.html", b"<html ><p>", saved),
        ("film.mp4", b"PK\x03\x04\x14\0\0\0", saved),
    ];
    for (name, content, kind) in cases {
        let path = add(&baton, name, content).await;
        let answer = baton.get(Who::Nora, &path).await;
        let way = if kind == saved {
            "attachment;"
        } else {
            "inline;"
        };
        assert_eq!(answer.header(header::CONTENT_TYPE), kind, "{name}");
        assert!(
            answer.header(header::CONTENT_DISPOSITION).starts_with(way),
            "{name}"
        );
        assert_eq!(
            answer.header(header::X_CONTENT_TYPE_OPTIONS),
            "nosniff",
            "{name}"
        );
        let policy = answer.header(header::CONTENT_SECURITY_POLICY);
        assert!(
            policy.starts_with("default-src 'none';") && !policy.contains("script-src"),
            "{name}: {policy}"
        );
        let framed = policy.contains("frame-ancestors 'self'");
        assert_eq!(framed, kind == "application/pdf", "{name}: {policy}");
    }
}

#[tokio::test]
async fn a_disguised_file_says_so_where_it_is_listed() {
    let baton = Baton::start().await;
    add(&baton, "logo.png", b"%PDF-1.4\n").await;
    let page = baton
        .get(
            Who::Nora,
            &format!("/portal/jobs/{}", baton.agency.id("north-1")),
        )
        .await;
    assert!(
        page.body.contains("Named .png, but its content is a PDF."),
        "{}",
        page.body
    );
}

#[tokio::test]
async fn a_player_gets_the_part_it_asks_for() {
    let baton = Baton::start().await;
    let path = add(&baton, "notes.txt", b"0123456789").await;
    let middle = part(&baton, &path, "bytes=2-4").await;
    assert_eq!(
        (middle.status, middle.body.as_str()),
        (StatusCode::PARTIAL_CONTENT, "234")
    );
    assert_eq!(middle.header(header::CONTENT_RANGE), "bytes 2-4/10");
    assert_eq!(middle.header(header::CONTENT_LENGTH), "3");
    let beyond = part(&baton, &path, "bytes=10-").await;
    assert_eq!(beyond.status, StatusCode::RANGE_NOT_SATISFIABLE);
    assert_eq!(beyond.header(header::CONTENT_RANGE), "bytes */10");
}

#[tokio::test]
async fn a_files_bytes_are_sent_as_they_are() {
    let baton = Baton::start().await;
    let path = add(&baton, "notes.txt", &[b'a'; 1_000]).await;
    let request = Request::get(&path).header(header::ACCEPT_ENCODING, "br, gzip");
    let request = request.body(Body::empty()).unwrap();
    let answer = baton.send(baton.by(Who::Nora, request).await).await;
    assert_eq!(answer.header(header::CONTENT_ENCODING), "");
    assert_eq!(answer.header(header::ACCEPT_RANGES), "bytes");
    assert_eq!(answer.header(header::CONTENT_LENGTH), "1000");
}

#[tokio::test]
async fn a_file_that_is_known_already_is_not_sent_again() {
    let baton = Baton::start().await;
    let path = add(&baton, "notes.txt", b"0123456789").await;
    let tag = baton
        .get(Who::Nora, &path)
        .await
        .header(header::ETAG)
        .to_owned();
    let ask = async |who, name, value: &str| {
        let request = Request::get(&path)
            .header(name, value)
            .header(header::RANGE, "bytes=0-0");
        let request = request.body(Body::empty()).unwrap();
        baton.send(baton.by(who, request).await).await
    };
    let known = ask(
        Who::Nora,
        header::IF_NONE_MATCH,
        &format!("\"other\", W/{tag}"),
    )
    .await;
    assert_eq!(
        (known.status, known.body.as_str()),
        (StatusCode::NOT_MODIFIED, "")
    );
    let other = ask(Who::Nora, header::IF_NONE_MATCH, "\"other\"").await;
    assert_eq!(other.status, StatusCode::PARTIAL_CONTENT);
    let same = ask(Who::Nora, header::IF_RANGE, &tag).await;
    assert_eq!(
        (same.status, same.body.as_str()),
        (StatusCode::PARTIAL_CONTENT, "0")
    );
    let changed = ask(Who::Nora, header::IF_RANGE, "\"other\"").await;
    assert_eq!(
        (changed.status, changed.body.as_str()),
        (StatusCode::OK, "0123456789")
    );
    let foreign = ask(Who::Sam, header::IF_NONE_MATCH, &tag).await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND, "a tag is no key");
}

#[tokio::test]
async fn a_case_study_is_a_zip_of_texts_and_numbers() {
    let baton = Baton::start().await;
    let path = format!(
        "/handoffs/{}/case-study.zip",
        baton.agency.id("north-closed")
    );
    let request = Request::get(&path).body(Body::empty()).unwrap();
    let answer = baton.stream(baton.by(Who::Sales, request).await).await;
    assert_eq!(answer.headers()[header::CONTENT_TYPE], "application/zip");
    let bytes = axum::body::to_bytes(answer.into_body(), 1 << 20)
        .await
        .unwrap();
    assert!(bytes.starts_with(b"PK"));
    let has = |name: &[u8]| bytes.windows(name.len()).any(|some| some == name);
    assert!(has(b"case-study.md") && has(b"numbers.csv") && has(b"production_margin"));
}
