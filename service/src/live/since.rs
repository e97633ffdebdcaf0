//! Reading the log.

use crate::{
    Result, Service,
    db::{Tx, all, rows::ChangeRow, scalar},
};
use domain::policy::{Action, Actor, Scope, check_role, scope};

/// The changes after number `after` that `actor` may see, in order, at most `limit`.
///
/// # Errors
/// When the database cannot be read.
pub async fn since(
    service: &Service,
    actor: &Actor,
    after: i64,
    limit: i64,
) -> Result<Vec<ChangeRow>> {
    let mut tx = service.db().read().await?;
    match scope(actor) {
        Scope::Nothing => Ok(Vec::new()),
        Scope::Client(client) => of_client(&mut tx, client.0, after, limit).await,
        Scope::All => of_agency(&mut tx, actor, after, limit).await,
    }
}

async fn of_client(
    tx: &mut Tx,
    client: uuid::Uuid,
    after: i64,
    limit: i64,
) -> Result<Vec<ChangeRow>> {
    let sql = "SELECT * FROM change WHERE client = $1 AND seq > $2 ORDER BY seq LIMIT $3";
    let rows = all!(tx, ChangeRow, sql, client, after, limit)?;
    Ok(rows.into_iter().map(told_to_client).collect())
}

/// A client hears that something of its own changed, not who at the agency did what to it (a retake
/// is the agency's own): it asks for the page that it may see.
fn told_to_client(row: ChangeRow) -> ChangeRow {
    ChangeRow {
        actor: None,
        actor_name: String::new(),
        action: "changed".to_owned(),
        body: "null".to_owned(),
        ..row
    }
}

/// Accounts and settings are the admins' alone. Edits of a package are told of with the handoff.
async fn of_agency(tx: &mut Tx, actor: &Actor, after: i64, limit: i64) -> Result<Vec<ChangeRow>> {
    let admin = check_role(actor.role, Action::SeeChanges).is_ok();
    let sql = "SELECT * FROM change WHERE seq > $1
               AND entity NOT IN ('handoff_item', 'package_section', 'needed_on', 'report_text',
                                  'engagement_ending')
               AND ($2 OR entity NOT IN ('user_account', 'session', 'setting')) ORDER BY seq LIMIT $3";
    all!(tx, ChangeRow, sql, after, admin, limit)
}

/// The number of the latest change; 0 before the first.
///
/// # Errors
/// When the database cannot be read.
pub async fn latest(tx: &mut Tx) -> Result<i64> {
    scalar!(tx, i64, "SELECT COALESCE(MAX(seq), 0) FROM change")
}
