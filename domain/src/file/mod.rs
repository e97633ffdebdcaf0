//! What a file is by its bytes, whatever it is named; whether it can be looked at; and whether its name says otherwise.

mod disguise;
mod known;

pub use disguise::{Disguise, disguise};
pub use known::{EMPTY, FileType, TEXT, UNKNOWN, known};

use crate::named;

named! {
    /// How a file is looked at without being downloaded.
    pub enum Preview {
        Image = "image",
        Video = "video",
        Audio = "audio",
        Pdf = "pdf",
        /// Plain text, in UTF-8.
        Text = "text",
    }
}

impl Preview {
    /// Whether a case study can show it.
    pub const fn is_visual(self) -> bool {
        matches!(self, Self::Image | Self::Video)
    }
}

/// How a file of the media type `found` is looked at; unset for what browsers cannot show, or could run.
pub fn preview(found: &str) -> Option<Preview> {
    known(found)?.preview
}

/// What comes after the last dot of a name, in lower case; none where there is nothing on one of its sides.
pub fn ending(name: &str) -> Option<String> {
    let (before, after) = name.trim().rsplit_once('.')?;
    (!before.is_empty() && !after.is_empty()).then(|| after.to_lowercase())
}
