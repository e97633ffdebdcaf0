//! `GET /handoffs/{id}/case-study.zip`: the case-study package of a closing report, zipped as it is sent.

use super::media::disposition;
use crate::http::{error, session::SignedIn, state::Web};
use app::api::error::ApiError;
use async_zip::{Compression, ZipEntryBuilder, tokio::write::ZipFileWriter};
use axum::{
    Extension,
    body::Body,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use futures::{AsyncWriteExt as _, StreamExt as _};
use service::{
    Error, Service,
    closing::{self, CaseStudy},
    files::{self, StoredFile},
};
use tokio::io::DuplexStream;
use tokio_util::io::ReaderStream;

/// Bytes that wait for a slow reader.
const AHEAD: usize = 64 * 1024;

/// Sends texts, numbers and visuals in one file.
pub async fn case_study(
    State(web): State<Web>,
    who: Option<Extension<SignedIn>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Response {
    let Some(Extension(who)) = who else {
        return error::answer(ApiError::SignedOut, &headers);
    };
    let Ok(id) = id.parse() else {
        return error::answer(Error::NotFound("closing report"), &headers);
    };
    match closing::case_study(web.service(), &who.actor, id).await {
        Ok(package) => send(web.service().clone(), package),
        Err(error) => error::answer(error, &headers),
    }
}

fn send(service: Service, package: CaseStudy) -> Response {
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/zip"),
        ),
        (
            header::CONTENT_DISPOSITION,
            disposition(&format!("{}.zip", package.name), false),
        ),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("private, no-cache"),
        ),
    ];
    let (reader, writer) = tokio::io::duplex(AHEAD);
    tokio::spawn(async move {
        // The reader sees a file that breaks off, which no program takes for a whole one.
        if let Err(error) = write(&service, package, writer).await {
            tracing::warn!(%error, "a case-study package was not sent to its end");
        }
    });
    (headers, Body::from_stream(ReaderStream::new(reader))).into_response()
}

async fn write(service: &Service, package: CaseStudy, writer: DuplexStream) -> anyhow::Result<()> {
    let mut zip = ZipFileWriter::with_tokio(writer);
    for (name, text) in [
        ("case-study.md", package.text),
        ("numbers.csv", package.numbers),
    ] {
        let entry = ZipEntryBuilder::new(name.into(), Compression::Stored);
        zip.write_entry_whole(entry, text.as_bytes()).await?;
    }
    for (number, visual) in (1..).zip(&package.visuals) {
        // Two may have the same name.
        let name = format!(
            "visuals/{number:02} {}",
            visual.name.replace(['/', '\\'], "_")
        );
        let entry = ZipEntryBuilder::new(name.into(), Compression::Stored);
        let mut entry = zip.write_entry_stream(entry).await?;
        copy(service, visual, &mut entry).await?;
        entry.close().await?;
    }
    zip.close().await?;
    Ok(())
}

async fn copy(
    service: &Service,
    visual: &StoredFile,
    entry: &mut (impl futures::AsyncWrite + Unpin),
) -> anyhow::Result<()> {
    let mut bytes = Box::pin(files::read(service, &visual.path, None).await?);
    while let Some(some) = bytes.next().await {
        entry.write_all(&some?).await?;
    }
    Ok(())
}
