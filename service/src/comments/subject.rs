//! What a comment is about.

use crate::{
    Error, Result,
    db::{Tx, optional},
};
use domain::{
    comment::Subject,
    ids::ClientId,
    policy::{Action, Actor, may},
};
use uuid::Uuid;

/// Makes sure that there is such a thing for `actor`, and that comments are theirs to read and write.
pub(super) async fn open(tx: &mut Tx, actor: &Actor, about: Subject) -> Result<()> {
    may(actor, Action::Comment)?;
    may(actor, about.action())?;
    let missing = Error::NotFound(about.kind());
    let client = client_of(tx, about).await?.ok_or_else(|| missing.clone())?;
    may(actor, Action::SeeClient(client)).map_err(|_| missing)
}

async fn client_of(tx: &mut Tx, about: Subject) -> Result<Option<ClientId>> {
    let (sql, id) = match about {
        Subject::Handoff(id) => (
            "SELECT e.client FROM handoff h JOIN engagement e ON e.id = h.engagement WHERE h.id = $1",
            id.0,
        ),
        Subject::Job(id) => (
            "SELECT e.client FROM job j JOIN workflow w ON w.id = j.workflow
             JOIN engagement e ON e.id = w.engagement WHERE j.id = $1",
            id.0,
        ),
        Subject::Engagement(id) => ("SELECT client FROM engagement WHERE id = $1", id.0),
    };
    let row = optional!(tx, (Uuid,), sql, id)?;
    Ok(row.map(|(client,)| ClientId(client)))
}
