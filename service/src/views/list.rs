//! One's own views.

use crate::{
    Result, Service,
    db::{
        all,
        rows::{SavedViewRow, meaning::read},
    },
};
use domain::{
    ids::ViewId,
    policy::{Action, Actor, may},
    view::{Looking, SavedView},
};

/// The views that the actor keeps, by page and name.
///
/// # Errors
/// When the actor may keep none.
pub async fn list(service: &Service, actor: &Actor) -> Result<Vec<SavedView>> {
    may(actor, Action::SaveView)?;
    let mut tx = service.db().read().await?;
    let sql = "SELECT * FROM saved_view WHERE owner = $1";
    let rows = all!(&mut tx, SavedViewRow, sql, actor.user.map(|id| id.0))?;
    let mut views = rows.into_iter().map(view).collect::<Result<Vec<_>>>()?;
    views.sort_by_key(|view| (view.looking.page, view.name.to_lowercase(), view.id));
    Ok(views)
}

fn view(row: SavedViewRow) -> Result<SavedView> {
    Ok(SavedView {
        id: ViewId(row.id),
        looking: Looking {
            page: read("saved_view.page", &row.page)?,
            query: row.query,
        },
        name: row.name,
    })
}
