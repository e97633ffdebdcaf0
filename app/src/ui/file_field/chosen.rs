//! What a file field holds.

use leptos::{html, prelude::*};

/// One chosen file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenFile {
    /// Its name.
    pub name: String,
    /// Bytes.
    pub size: i64,
}

/// The files of a field. The input itself has them, so that a form posts them without our doing.
#[derive(Clone, Copy)]
pub struct ChosenFiles {
    pub(super) input: NodeRef<html::Input>,
    list: RwSignal<Vec<ChosenFile>>,
    #[cfg(feature = "hydrate")]
    files: StoredValue<Vec<web_sys::File>, LocalStorage>,
}

impl ChosenFiles {
    /// None yet.
    pub fn new() -> Self {
        Self {
            input: NodeRef::new(),
            list: RwSignal::new(Vec::new()),
            #[cfg(feature = "hydrate")]
            files: StoredValue::new_local(Vec::new()),
        }
    }

    /// The files, in the order in which they were chosen.
    pub fn list(self) -> Vec<ChosenFile> {
        self.list.get()
    }
}

impl Default for ChosenFiles {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(feature = "hydrate")]
impl ChosenFiles {
    /// Adds what was just chosen: by itself, an input forgets what it had.
    pub(super) fn gather(self, single: bool) {
        let Some(chosen) = self.input.get_untracked().and_then(|input| input.files()) else {
            return;
        };
        let chosen = (0..chosen.length()).filter_map(|index| chosen.item(index));
        self.files.update_value(|files| {
            if single {
                files.clear();
            }
            for file in chosen {
                // Chosen twice, it is sent once.
                files.retain(|known| known.name() != file.name() || known.size() != file.size());
                files.push(file);
            }
        });
        self.put_back();
    }

    pub(super) fn take_out(self, index: usize) {
        self.files.update_value(|files| {
            if index < files.len() {
                files.remove(index);
            }
        });
        self.put_back();
    }

    /// Forgets all.
    pub fn clear(self) {
        self.files.update_value(Vec::clear);
        self.put_back();
    }

    /// Has the input hold what is kept.
    fn put_back(self) {
        let Ok(transfer) = web_sys::DataTransfer::new() else {
            return;
        };
        let list = self.files.with_value(|files| {
            for file in files {
                // Fails only for a transfer that is not ours.
                let _ = transfer.items().add_with_file(file);
            }
            let known = |file: &web_sys::File| ChosenFile {
                name: file.name(),
                size: file.size() as i64,
            };
            files.iter().map(known).collect()
        });
        if let Some(input) = self.input.get_untracked() {
            input.set_files(transfer.files().as_ref());
        }
        self.list.set(list);
    }
}

/// On the server nothing has been chosen yet.
#[cfg(not(feature = "hydrate"))]
impl ChosenFiles {
    pub(super) fn gather(self, _: bool) {}

    pub(super) fn take_out(self, _: usize) {}

    /// Forgets all.
    pub fn clear(self) {}
}
