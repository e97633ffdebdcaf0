//! Reading a form with files: texts into memory, files into the store as they come.

use crate::http::state::Web;
use app::api::error::ApiError;
use axum::{
    extract::multipart::{Field, Multipart, MultipartError},
    http::StatusCode,
};
use service::{
    Error,
    files::{self, NewFile},
};
use std::time::Duration;

/// The largest file, in bytes: 200 MB, as file managers count them.
pub const MOST_FILE_BYTES: u64 = 200 << 20;
/// The largest form with all its files, in bytes.
pub const MOST_FORM_BYTES: usize = 1 << 30;
/// The most files of one form.
const MOST_FILES: usize = 20;
/// The most texts of one form.
const MOST_TEXTS: usize = 200;
/// The longest text of a form, in bytes.
const MOST_TEXT_BYTES: usize = 100_000;
/// A sender who is silent for longer is given up.
const PATIENCE: Duration = Duration::from_secs(60);

const BROKEN: &str = "The form did not arrive whole. Check your connection and send it again.";

/// What was sent.
#[derive(Debug, Default)]
pub struct Form {
    /// The texts by the names of their fields.
    pub texts: Vec<(String, String)>,
    /// The files, each with the name of its field; the store has them.
    pub files: Vec<(String, NewFile)>,
}

/// Why a form could not be read.
#[derive(Debug)]
pub enum Fault {
    /// It is larger than what is taken; the sentence says what is.
    TooLarge(String),
    /// It broke off or is no form.
    Broken,
    /// The store did not do its part.
    Ours(Error),
}

impl Form {
    /// The text of a field; empty where there is none.
    pub fn text(&self, name: &str) -> &str {
        self.texts
            .iter()
            .find(|(field, _)| field == name)
            .map_or("", |(_, text)| text)
    }
}

impl Fault {
    /// The status and the sentence to answer with.
    pub fn said(self) -> (StatusCode, ApiError) {
        match self {
            Self::TooLarge(said) => (StatusCode::PAYLOAD_TOO_LARGE, ApiError::Refused(said)),
            Self::Broken => (
                StatusCode::BAD_REQUEST,
                ApiError::Refused(BROKEN.to_owned()),
            ),
            Self::Ours(error) => (StatusCode::SERVICE_UNAVAILABLE, error.into()),
        }
    }
}

/// Reads the whole form. On a fault its texts are still given back, its files are forgotten, and what else comes is
/// read and dropped: a browser shows the answer only once it has sent everything.
pub async fn read(web: &Web, mut body: Multipart) -> (Form, Option<Fault>) {
    let mut form = Form::default();
    let mut fault = None;
    loop {
        let next = tokio::time::timeout(PATIENCE, body.next_field()).await;
        let field = match next
            .map_err(|_| Fault::Broken)
            .and_then(|field| field.map_err(Fault::from))
        {
            Ok(Some(field)) => field,
            Ok(None) => break,
            Err(broken) => {
                fault.get_or_insert(broken);
                break;
            }
        };
        if let Err(why) = form.take(web, field, fault.is_none()).await {
            fault.get_or_insert(why);
        }
    }
    if fault.is_some() {
        form.forget(web).await;
    }
    (form, fault)
}

impl Form {
    async fn take(&mut self, web: &Web, mut field: Field<'_>, keeping: bool) -> Result<(), Fault> {
        let name = field.name().unwrap_or_default().to_owned();
        match field.file_name().map(str::to_owned) {
            None => {
                let text = text(&mut field).await?;
                if self.texts.len() == MOST_TEXTS {
                    return Err(Fault::TooLarge("The form has too many fields.".to_owned()));
                }
                self.texts.push((name, text));
            }
            // A file input that was left empty is sent without a name.
            Some(file_name) if file_name.is_empty() || !keeping => drain(&mut field).await?,
            Some(file_name) => {
                if self.files.len() == MOST_FILES {
                    drain(&mut field).await?;
                    return Err(Fault::TooLarge(format!(
                        "Send at most {MOST_FILES} files at once."
                    )));
                }
                let file = keep(web, &file_name, &mut field).await?;
                self.files.push((name, file));
            }
        }
        Ok(())
    }

    /// Removes its files from the store, when nothing came of the form.
    pub async fn forget(&mut self, web: &Web) {
        for (_, file) in self.files.drain(..) {
            files::forget(web.service(), &file.kept.path).await;
        }
    }
}

async fn keep(web: &Web, name: &str, field: &mut Field<'_>) -> Result<NewFile, Fault> {
    let mut keeping = files::begin(web.service()).await.map_err(Fault::Ours)?;
    while let Some(bytes) = chunk(field).await? {
        if keeping.size() + bytes.len() as u64 > MOST_FILE_BYTES {
            drop(keeping);
            drain(field).await?;
            let most = MOST_FILE_BYTES >> 20;
            return Err(Fault::TooLarge(format!(
                "“{name}” is larger than {most} MB. Send a smaller file, or a link to it."
            )));
        }
        keeping.write(bytes).await.map_err(Fault::Ours)?;
    }
    let kept = keeping.finish().await.map_err(Fault::Ours)?;
    Ok(NewFile {
        name: name.to_owned(),
        said: field.content_type().map(str::to_owned),
        kept,
    })
}

async fn text(field: &mut Field<'_>) -> Result<String, Fault> {
    let mut bytes = Vec::new();
    while let Some(more) = chunk(field).await? {
        if bytes.len() + more.len() > MOST_TEXT_BYTES {
            drain(field).await?;
            return Err(Fault::TooLarge(
                "A text of the form is too long. Shorten it, or send it as a file.".to_owned(),
            ));
        }
        bytes.extend_from_slice(&more);
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

async fn drain(field: &mut Field<'_>) -> Result<(), Fault> {
    while chunk(field).await?.is_some() {}
    Ok(())
}

async fn chunk(field: &mut Field<'_>) -> Result<Option<bytes::Bytes>, Fault> {
    match tokio::time::timeout(PATIENCE, field.chunk()).await {
        Ok(chunk) => Ok(chunk?),
        Err(_) => Err(Fault::Broken),
    }
}

impl From<MultipartError> for Fault {
    fn from(error: MultipartError) -> Self {
        match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge(format!(
                "All files together may have {} MB.",
                MOST_FORM_BYTES >> 20
            )),
            _ => Self::Broken,
        }
    }
}
