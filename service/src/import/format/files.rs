//! The files of an import or export, in memory or in a folder.

use super::{nearest::nearest, *};
use crate::import::fault::{Fault, Faults};
use std::{collections::BTreeMap, fs, io, path::Path};

/// The files of a folder by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(pub BTreeMap<String, Vec<u8>>);

/// Why a folder could not be read.
#[derive(Debug, thiserror::Error)]
pub enum NoFiles {
    /// The system refused.
    #[error("{path}: {why}")]
    Unreadable {
        /// The file or folder.
        path: String,
        /// What the system said.
        why: io::Error,
    },
    /// No CSV file is there.
    #[error(
        "{0} has none of the files of the import format (settings.csv, people.csv, clients.csv, …)"
    )]
    None(String),
}

impl Files {
    /// The names of all files of the format, in the order in which they refer to each other.
    pub const NAMES: [&'static str; 15] = [
        SettingRow::FILE,
        HolidayRow::FILE,
        PersonRow::FILE,
        ClientRow::FILE,
        ContactRow::FILE,
        PodRow::FILE,
        EngagementRow::FILE,
        WorkflowRow::FILE,
        JobRow::FILE,
        JobEventRow::FILE,
        HandoffRow::FILE,
        HandoffEventRow::FILE,
        CostRow::FILE,
        SurveyRow::FILE,
        MilestoneRow::FILE,
    ];

    /// Reads the CSV files of a folder, those of the format and any others: what somebody saved as
    /// CSV was meant to be read. Files of other kinds, hidden ones and folders are left alone.
    ///
    /// # Errors
    /// Where the folder or a file cannot be read, or no CSV file is there.
    pub fn read_from(folder: &Path) -> Result<Self, NoFiles> {
        let mut files = BTreeMap::new();
        for entry in fs::read_dir(folder).map_err(|why| unreadable(folder, why))? {
            let path = entry.map_err(|why| unreadable(folder, why))?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if is_csv(&name) && path.is_file() {
                let bytes = fs::read(&path).map_err(|why| unreadable(&path, why))?;
                files.insert(name.into_owned(), bytes);
            }
        }
        if files.is_empty() {
            return Err(NoFiles::None(folder.display().to_string()));
        }
        Ok(Self(files))
    }

    /// Writes the files into a folder, which is made where it is missing.
    ///
    /// # Errors
    /// Where the system refuses.
    pub fn write_to(&self, folder: &Path) -> Result<(), NoFiles> {
        fs::create_dir_all(folder).map_err(|why| unreadable(folder, why))?;
        for (name, bytes) in &self.0 {
            let path = folder.join(name);
            fs::write(&path, bytes).map_err(|why| unreadable(&path, why))?;
        }
        Ok(())
    }

    /// The bytes of a file; nothing where it is missing.
    pub fn bytes(&self, name: &str) -> Option<&[u8]> {
        self.0.get(name).map(Vec::as_slice)
    }

    /// Notes every file that the format does not have, with the name that was meant.
    pub fn note_unknown(&self, faults: &mut Faults) {
        for name in self.unknown() {
            let meant = meant(name).map(|meant| format!(" (`{meant}` is nearest)"));
            let why = format!(
                "is not a file of the import format{}: it has {}",
                meant.unwrap_or_default(),
                Self::NAMES.join(", ")
            );
            faults.add(name, Fault::WHOLE_FILE, "", "", why);
        }
    }

    /// Whether a file of the format is missing because it stands there under a misspelt name.
    pub fn is_misnamed(&self, name: &str) -> bool {
        !self.0.contains_key(name) && self.unknown().any(|other| meant(other) == Some(name))
    }

    fn unknown(&self) -> impl Iterator<Item = &str> {
        let names = self.0.keys().map(String::as_str);
        names.filter(|name| !Self::NAMES.contains(name))
    }
}

/// The file of the format that a name comes near to.
fn meant(name: &str) -> Option<&'static str> {
    nearest(name, Files::NAMES)
}

/// By its ending; hidden files are what systems keep beside one's own.
fn is_csv(name: &str) -> bool {
    !name.starts_with('.') && name.to_lowercase().ends_with(".csv")
}

fn unreadable(path: &Path, why: io::Error) -> NoFiles {
    NoFiles::Unreadable {
        path: path.display().to_string(),
        why,
    }
}
