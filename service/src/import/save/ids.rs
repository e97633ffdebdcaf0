//! Which row of the database a key stands for.

use crate::{
    Error, Result, Service,
    export::Stored,
    import::{
        batch::Merged,
        format::{Key, Table},
        merge::Entry,
    },
};
use std::collections::HashMap;
use uuid::Uuid;

/// A row of the database.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// Its identity.
    pub id: Uuid,
    /// Its version; 0 for one that is still to be made.
    pub version: i64,
}

/// The rows of a table by key.
#[derive(Debug, Default)]
pub struct Ids(HashMap<String, Known>);

impl Ids {
    fn of<T: Table>(
        stored: impl Iterator<Item = (String, Known)>,
        entries: &[Entry<T>],
        service: &Service,
    ) -> Self {
        let mut ids: HashMap<String, Known> = stored.collect();
        for entry in entries {
            let key = entry.row.identity();
            ids.entry(key).or_insert_with(|| Known {
                id: service.id(),
                version: 0,
            });
        }
        Self(ids)
    }

    /// The row of a key.
    ///
    /// # Errors
    /// When there is none, which was checked before.
    pub fn known(&self, key: &Key) -> Result<Known> {
        let known = self.0.get(key.as_str()).copied();
        known.ok_or_else(|| Error::fault("a checked import", format!("nothing has the key {key}")))
    }

    /// The identity of a key.
    ///
    /// # Errors
    /// When there is none, which was checked before.
    pub fn id(&self, key: &Key) -> Result<Uuid> {
        self.known(key).map(|known| known.id)
    }

    /// The identity of a key, where there is a key.
    ///
    /// # Errors
    /// When there is none, which was checked before.
    pub fn id_of(&self, key: &Option<Key>) -> Result<Option<Uuid>> {
        key.as_ref().map(|key| self.id(key)).transpose()
    }

    /// Whether there is a row of that key.
    pub fn has(&self, key: &Key) -> bool {
        self.0.contains_key(key.as_str())
    }
}

/// The rows of all tables that have keys.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct AllIds {
    pub people: Ids,
    pub clients: Ids,
    pub contacts: Ids,
    pub pods: Ids,
    pub engagements: Ids,
    pub workflows: Ids,
    pub jobs: Ids,
    pub handoffs: Ids,
    pub costs: Ids,
    pub surveys: Ids,
}

impl AllIds {
    /// The stored ones, and new ones for the rows that are still to be made.
    pub fn new(stored: &Stored, merged: &Merged, service: &Service) -> Self {
        macro_rules! ids {
            ($table:ident) => {{
                let rows = stored.$table.iter();
                Ids::of(
                    rows.map(|row| {
                        (
                            row.key.clone(),
                            Known {
                                id: row.id,
                                version: row.version,
                            },
                        )
                    }),
                    &merged.$table,
                    service,
                )
            }};
            ($table:ident, unversioned) => {{
                let rows = stored.$table.iter();
                Ids::of(
                    rows.map(|row| {
                        (
                            row.key.clone(),
                            Known {
                                id: row.id,
                                version: 0,
                            },
                        )
                    }),
                    &merged.$table,
                    service,
                )
            }};
        }
        Self {
            people: ids!(people),
            clients: ids!(clients),
            contacts: ids!(contacts),
            pods: ids!(pods),
            engagements: ids!(engagements),
            workflows: ids!(workflows),
            jobs: ids!(jobs),
            handoffs: ids!(handoffs),
            costs: ids!(costs, unversioned),
            surveys: ids!(surveys, unversioned),
        }
    }

    /// Who made something happen: a person, or else a contact.
    ///
    /// # Errors
    /// When there is nobody of that key, which was checked before.
    pub fn actor(&self, key: &Option<Key>) -> Result<(Option<Uuid>, Option<Uuid>)> {
        match key {
            Some(key) if self.people.has(key) => Ok((Some(self.people.id(key)?), None)),
            key => Ok((None, self.contacts.id_of(key)?)),
        }
    }
}
