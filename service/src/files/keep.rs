//! Taking bytes in as they come.

use super::recognise::{HEAD, recognise};
use crate::{Error, Result, Service};
use bytes::Bytes;
use object_store::{WriteMultipart, path::Path};

/// How many parts may wait to be written, so that a fast sender cannot fill the memory.
const PARTS_WAITING: usize = 4;

/// A file that is being taken in; dropped before it is finished, nothing of it stays.
pub struct Keeping {
    path: String,
    size: u64,
    /// Its first bytes, which tell what it is.
    head: Vec<u8>,
    writer: WriteMultipart,
}

/// The bytes of a file, in the store; nobody's until a use case gives it an owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Where the store has it.
    pub path: String,
    /// Bytes.
    pub size: u64,
    /// What they are, as a media type.
    pub found: &'static str,
}

/// A file that somebody sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// The name that the sender gave it.
    pub name: String,
    /// The media type that the sender gave it, if any; nothing is decided by it.
    pub said: Option<String>,
    /// Its bytes.
    pub kept: Kept,
}

/// Starts to take a file in.
///
/// # Errors
/// When the store cannot be written.
pub async fn begin(service: &Service) -> Result<Keeping> {
    let path = format!("{}/{}", service.now().format("%Y/%m"), service.id());
    let upload = service
        .files()
        .put_multipart(&Path::from(path.as_str()))
        .await;
    let upload = upload.map_err(|error| Error::fault("the file store", error))?;
    let writer = WriteMultipart::new(upload);
    Ok(Keeping {
        path,
        size: 0,
        head: Vec::new(),
        writer,
    })
}

impl Keeping {
    /// Bytes taken in so far.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Takes more bytes in; waits while the store is behind.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub async fn write(&mut self, bytes: Bytes) -> Result<()> {
        let ready = self.writer.wait_for_capacity(PARTS_WAITING).await;
        ready.map_err(|error| Error::fault("the file store", error))?;
        self.size += bytes.len() as u64;
        let wanted = HEAD - self.head.len();
        self.head
            .extend_from_slice(&bytes[..bytes.len().min(wanted)]);
        self.writer.put(bytes);
        Ok(())
    }

    /// Ends it: the store has all bytes.
    ///
    /// # Errors
    /// When the store could not write them all; then nothing of it stays.
    pub async fn finish(self) -> Result<Kept> {
        let Self {
            path,
            size,
            head,
            writer,
        } = self;
        let done = writer.finish().await;
        done.map_err(|error| Error::fault("the file store", error))?;
        let found = recognise(&head);
        Ok(Kept { path, size, found })
    }
}

/// Takes in a file of which all bytes are there.
///
/// # Errors
/// When the store cannot be written.
pub async fn take_in(service: &Service, name: &str, bytes: Bytes) -> Result<NewFile> {
    let mut keeping = begin(service).await?;
    keeping.write(bytes).await?;
    Ok(NewFile {
        name: name.to_owned(),
        said: None,
        kept: keeping.finish().await?,
    })
}

/// Removes bytes that no use case took; a failure is logged, and the sweep removes them later.
pub async fn forget(service: &Service, path: &str) {
    if let Err(error) = service.files().delete(&Path::from(path)).await {
        tracing::warn!(%error, path, "a file that nobody owns could not be removed");
    }
}
