//! Export, then import into an empty database: the same database, and the same bytes again.

use super::{agency, databases};
use service::{
    export::export,
    import::{Mode, format::Files, import},
};

async fn there_and_back(files: &Files) {
    let importer = databases::importer();
    for (first, second) in databases::both()
        .await
        .into_iter()
        .zip(databases::both().await)
    {
        import(&first.service, &importer, files, Mode::Write)
            .await
            .unwrap();
        let out = export(&first.service, &importer).await.unwrap();
        import(&second.service, &importer, &out, Mode::Write)
            .await
            .unwrap();
        let again = export(&second.service, &importer).await.unwrap();
        for (name, bytes) in &out.0 {
            let (one, other) = (
                String::from_utf8_lossy(bytes),
                String::from_utf8_lossy(&again.0[name]),
            );
            assert!(one == other, "{name} differs on {}", first.name);
        }
    }
}

#[tokio::test]
async fn a_small_agency() {
    there_and_back(&agency::small()).await;
}

#[tokio::test]
async fn the_demo_agency() {
    let today = "2026-11-23".parse().unwrap();
    there_and_back(&service::demo::agency(today, 7).unwrap().files()).await;
}

#[tokio::test]
async fn text_of_every_kind_is_kept_exactly() {
    let hard = "\"=1+1,\"\"two\"\"\r\nline 2\n 😀 café \u{2028}\t+@-'\"";
    let mut files = agency::small();
    let jobs = format!(
        "key,workflow,title,brief,submitted_at\nj1,w1, =cmd|' /C calc'!A0 ,{hard},2026-01-20T10:00:00.123456-08:00\n"
    );
    files.0.insert("jobs.csv".into(), jobs.into_bytes());
    there_and_back(&files).await;
    for empty in databases::both().await {
        import(&empty.service, &databases::importer(), &files, Mode::Write)
            .await
            .unwrap();
        let out = export(&empty.service, &databases::importer())
            .await
            .unwrap();
        let text = String::from_utf8(out.0["jobs.csv"].clone()).unwrap();
        assert!(text.contains(hard), "{}: {text}", empty.name);
        assert!(
            text.contains("j1,w1, =cmd|' /C calc'!A0 ,"),
            "{}: {text}",
            empty.name
        );
        assert!(
            text.contains("2026-01-20T18:00:00.123456Z"),
            "{}: {text}",
            empty.name
        );
    }
}

#[tokio::test]
async fn both_databases_know_the_same() {
    let mut known = Vec::new();
    for empty in databases::both().await {
        import(
            &empty.service,
            &databases::importer(),
            &agency::small(),
            Mode::Write,
        )
        .await
        .unwrap();
        known.push((
            export(&empty.service, &databases::importer())
                .await
                .unwrap(),
            databases::facts(&empty.service).await.jobs.len(),
        ));
    }
    assert!(known.windows(2).all(|pair| pair[0] == pair[1]));
}
