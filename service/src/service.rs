//! What every use case works with.

use crate::{
    Clock, Error, Result,
    db::{Db, OpenError, Tx, scalar},
    facts::{Agency, Kept},
    live::Hub,
    random::Random,
};
use chrono::SubsecRound as _;
use domain::{
    calendar::Calendar,
    time::{Instant, Zone},
};
use object_store::{ObjectStore, local::LocalFileSystem};
use std::{
    path::Path,
    sync::{Arc, RwLock},
};
use uuid::Uuid;

/// The use cases' tools; cheap to clone. The app and the server hold one.
#[derive(Clone)]
pub struct Service(Arc<Parts>);

struct Parts {
    db: Db,
    clock: Arc<dyn Clock>,
    random: Random,
    files: Arc<dyn ObjectStore>,
    hub: Hub,
    calendar: RwLock<Calendar>,
    facts: Kept,
}

impl Service {
    /// Opens the database and the folder of files, and makes what is missing.
    ///
    /// # Errors
    /// When the one or the other cannot be used.
    pub async fn open(
        url: &str,
        data_dir: &Path,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, OpenError> {
        let db = Db::open(url).await?;
        let folder = data_dir.join("files");
        let failed = |error| OpenError::Folder(folder.display().to_string(), error);
        std::fs::create_dir_all(&folder).map_err(failed)?;
        let files = LocalFileSystem::new_with_prefix(&folder)
            .map_err(|error| failed(std::io::Error::other(error)))?;
        Self::with(db, Arc::new(files), clock, Random::from_system()).await
    }

    /// Of tools that are there already.
    ///
    /// # Errors
    /// When the settings cannot be read.
    pub async fn with(
        db: Db,
        files: Arc<dyn ObjectStore>,
        clock: Arc<dyn Clock>,
        random: Random,
    ) -> Result<Self, OpenError> {
        let hub = Hub::start(&db);
        let calendar = RwLock::new(Calendar::usual(Zone::utc()));
        let service = Self(Arc::new(Parts {
            db,
            clock,
            random,
            files,
            hub,
            calendar,
            facts: Kept::default(),
        }));
        let mut tx = service.db().read().await.map_err(|_| OpenError::Settings)?;
        service
            .calendar(&mut tx)
            .await
            .map_err(|_| OpenError::Settings)?;
        Ok(service)
    }

    /// The database.
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    /// Where files are.
    pub(crate) fn files(&self) -> &dyn ObjectStore {
        &*self.0.files
    }

    /// The facts that were read last.
    pub(crate) fn kept_facts(&self) -> &Kept {
        &self.0.facts
    }

    /// Wakes those who wait for changes.
    pub fn hub(&self) -> &Hub {
        &self.0.hub
    }

    /// The present, in whole milliseconds: what both databases keep exactly.
    pub fn now(&self) -> Instant {
        self.0.clock.now().trunc_subsecs(3)
    }

    /// A new identity.
    pub fn id(&self) -> Uuid {
        self.0.random.id(self.0.clock.now())
    }

    /// The agency's time zone, as last read.
    pub fn zone(&self) -> Zone {
        self.last_calendar(|calendar| calendar.zone.clone())
    }

    /// What `look` finds in the agency's calendar, as last read.
    pub fn last_calendar<T>(&self, look: impl FnOnce(&Calendar) -> T) -> T {
        match self.0.calendar.read() {
            Ok(calendar) => look(&calendar),
            Err(broken) => look(&broken.into_inner()),
        }
    }

    /// The agency's calendar.
    ///
    /// # Errors
    /// When the settings cannot be read.
    pub async fn calendar(&self, tx: &mut Tx) -> Result<Calendar> {
        let calendar = Agency::load(tx).await?.calendar;
        if let Ok(mut last) = self.0.calendar.write() {
            last.clone_from(&calendar);
        }
        Ok(calendar)
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ready(&self) -> Result<()> {
        let mut tx = self.db().read().await?;
        match scalar!(tx, i64, "SELECT COUNT(*) FROM setting") {
            Ok(_) => Ok(()),
            Err(_) => Err(Error::Unavailable),
        }
    }

    /// Makes what was written stay and wakes those who wait for changes.
    ///
    /// # Errors
    /// When the database could not; then nothing was written.
    pub async fn commit(&self, tx: Tx) -> Result<()> {
        let seq = tx.last_change();
        tx.commit().await?;
        if let Some(seq) = seq {
            self.hub().wake(seq);
        }
        Ok(())
    }
}
