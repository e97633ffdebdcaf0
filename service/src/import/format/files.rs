//! The files of an import or export, in memory or in a folder.

use super::*;
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
    /// None of the format's files is there.
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

    /// Reads the format's files of a folder; others there are left alone.
    ///
    /// # Errors
    /// Where the folder or a file cannot be read, or holds nothing of the format.
    pub fn read_from(folder: &Path) -> Result<Self, NoFiles> {
        let mut files = BTreeMap::new();
        fs::read_dir(folder).map_err(|why| unreadable(folder, why))?;
        for name in Self::NAMES {
            let path = folder.join(name);
            match fs::read(&path) {
                Ok(bytes) => drop(files.insert(name.to_owned(), bytes)),
                Err(why) if why.kind() == io::ErrorKind::NotFound => {}
                Err(why) => return Err(unreadable(&path, why)),
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
}

fn unreadable(path: &Path, why: io::Error) -> NoFiles {
    NoFiles::Unreadable {
        path: path.display().to_string(),
        why,
    }
}
