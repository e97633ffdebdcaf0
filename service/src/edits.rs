//! Edits as the change log keeps them: what something said before and what it says since, so that the last one that
//! stands can be taken back.

use crate::{
    Error, Result, Service,
    db::{Tx, all},
    live::{self, Change},
};
use domain::{
    handoff::undo::{NotTakenBack, standing},
    policy::Actor,
    time::Instant,
};
use serde::{Serialize, de::DeserializeOwned};

/// What was changed, as the log has it.
pub(crate) trait Edit: Serialize + DeserializeOwned {
    /// How the log names it. The live feed leaves it out: what was edited is told of as well.
    const ENTITY: &'static str;

    /// Whether it took back the last one that stood.
    fn takes_back(&self) -> bool;
}

/// An edit in the log.
#[derive(Clone, Debug)]
pub(crate) struct Told<E> {
    /// Its number in the log.
    pub seq: i64,
    pub at: Instant,
    pub by: String,
    pub edit: E,
}

/// Appends an edit of the thing `id`, which is at `version` since, to the log.
pub(crate) async fn log<E: Edit>(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    (id, version): (String, i64),
    edit: E,
) -> Result<()> {
    let change = Change {
        client: None,
        entity: E::ENTITY,
        id,
        version,
        action: if edit.takes_back() {
            "took back"
        } else {
            "wrote"
        },
        body: edit,
    };
    live::append(tx, actor, service.now(), change)
        .await
        .map(drop)
}

/// All edits of the thing `id`, in the order in which they were made.
pub(crate) async fn all<E: Edit>(tx: &mut Tx, id: String) -> Result<Vec<Told<E>>> {
    let sql = "SELECT seq, at, actor_name, body FROM change WHERE entity = $1 AND entity_id = $2 ORDER BY seq";
    let rows = all!(tx, (i64, Instant, String, String), sql, E::ENTITY, id)?;
    let told = |(seq, at, by, body): (i64, Instant, String, String)| {
        let edit = serde_json::from_str(&body);
        Ok(Told {
            seq,
            at,
            by,
            edit: edit.map_err(|error| Error::fault("a stored edit", error))?,
        })
    };
    rows.into_iter().map(told).collect()
}

/// The last edit of a part that stands, where what it wrote `is_there` still.
///
/// # Errors
/// When there is none, or it was written over.
pub(crate) fn last<E: Edit>(
    edits: &[Told<E>],
    is_of: impl Fn(&E) -> bool,
    is_there: impl Fn(&E) -> bool,
) -> Result<&Told<E>, NotTakenBack> {
    let of_part = edits.iter().filter(|told| is_of(&told.edit));
    let last = standing(of_part, |told| told.edit.takes_back()).pop();
    let last = last.ok_or(NotTakenBack::Nothing)?;
    if is_there(&last.edit) {
        Ok(last)
    } else {
        Err(NotTakenBack::Rewritten)
    }
}
