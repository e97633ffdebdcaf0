//! The facts of this moment, kept until something changes.

use super::load;
use crate::{Result, Service, live};
use domain::facts::Facts;
use std::sync::Arc;
use tokio::sync::Mutex;

/// All facts, as they stand after a change.
#[derive(Debug)]
pub struct Known {
    /// The number of the last change that they know.
    pub seq: i64,
    /// The facts.
    pub facts: Facts,
}

/// Where a node keeps the facts that it read last.
pub(crate) type Kept = Mutex<Option<Arc<Known>>>;

/// All facts as they stand now. They are read again only where the change log went on: reading a
/// year of work takes a tenth of a second. Several who ask at once wait for one reading.
///
/// # Errors
/// When the database cannot be read.
pub async fn current(service: &Service) -> Result<Arc<Known>> {
    let mut kept = service.kept_facts().lock().await;
    let mut tx = service.db().read().await?;
    let seq = live::latest(&mut tx).await?;
    if let Some(known) = kept.as_ref().filter(|known| known.seq == seq) {
        return Ok(known.clone());
    }
    let facts = load(&mut tx).await?;
    let known = Arc::new(Known { seq, facts });
    *kept = Some(known.clone());
    Ok(known)
}
