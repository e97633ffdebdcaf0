//! What was changed about the limits of columns, and taking a change back.

use super::limits::{self, ENTITY};
use crate::{
    Error, Result, Service,
    db::{Tx, all, rows::meaning::read},
};
use domain::{
    board::{ColumnLimit, LimitChange, Undo, limit::ChangedSince},
    handoff::{HandoffKind, Stage, undo::standing},
    policy::{Action, Actor, may},
    time::Instant,
};
use std::collections::HashMap;

/// What the log says of a change that takes another one back.
const TOOK_BACK: &str = "took back the limit of";

/// How many of the latest changes are listed.
const LATEST: usize = 50;

/// The latest changes of limits, the newest first; the last one of each column that stands can be taken back by those
/// who set limits.
///
/// # Errors
/// When the actor may not open the board.
pub async fn limit_changes(service: &Service, actor: &Actor) -> Result<Vec<LimitChange>> {
    may(actor, Action::SeeBoard)?;
    let mut tx = service.db().read().await?;
    let mut changes = all_changes(&mut tx).await?;
    let may_set = may(actor, Action::SetLimits).is_ok();
    let columns: Vec<_> = changes.iter().map(column).collect();
    for (at, column) in columns.into_iter().enumerate() {
        let stands = standing_of(&changes, column);
        let change = &mut changes[at];
        change.taken_back = !change.takes_back && !stands.contains(&change.seq);
        let is_last = stands.last() == Some(&change.seq);
        change.undo = (is_last && may_set).then_some(Undo::Offered);
    }
    changes.reverse();
    changes.truncate(LATEST);
    Ok(changes)
}

/// Takes the change number `seq` back: its column has the limit that it had before, and the log keeps both. The number of
/// the change that this is.
///
/// # Errors
/// A refusal where the role may not, or the limit was changed since; when there is no such change, or it was taken back.
pub async fn take_back_limit(service: &Service, actor: &Actor, seq: i64) -> Result<i64> {
    may(actor, Action::SetLimits)?;
    let mut tx = service.db().write().await?;
    let changes = all_changes(&mut tx).await?;
    let found = changes.iter().find(|change| change.seq == seq);
    let change = found.ok_or(Error::NotFound("change"))?;
    let stands = standing_of(&changes, column(change));
    if !stands.contains(&seq) {
        return Err(Error::NotFound("change"));
    }
    if stands.last() != Some(&seq) {
        let mut of_column = changes.iter().filter(|one| column(one) == column(change));
        let by = of_column.next_back().map(|last| last.by.clone());
        return Err(Error::refused(ChangedSince(by.unwrap_or_default())));
    }
    let limit = (change.before, TOOK_BACK);
    let taken_back = limits::put(service, &mut tx, actor, column(change), limit).await?;
    service.commit(tx).await?;
    Ok(taken_back)
}

const fn column(change: &LimitChange) -> (HandoffKind, Stage) {
    (change.kind, change.stage)
}

/// The numbers of a column's changes that stand.
fn standing_of(changes: &[LimitChange], of: (HandoffKind, Stage)) -> Vec<i64> {
    let of_column = changes.iter().filter(|change| column(change) == of);
    let standing = standing(of_column, |change| change.takes_back);
    standing.into_iter().map(|change| change.seq).collect()
}

/// All changes in their order, each with the limit before it.
async fn all_changes(tx: &mut Tx) -> Result<Vec<LimitChange>> {
    let sql = "SELECT seq, at, actor_name, entity_id, action, body FROM change WHERE entity = $1 ORDER BY seq";
    type Row = (i64, Instant, String, String, String, String);
    let mut limits: HashMap<_, Option<ColumnLimit>> = HashMap::new();
    let mut changes = Vec::new();
    for (seq, at, by, of, action, body) in all!(tx, Row, sql, ENTITY)? {
        let (kind, stage) = read_column(&of)?;
        let now = serde_json::from_str(&body);
        let now = now.map_err(|error| Error::fault("a stored limit", error))?;
        changes.push(LimitChange {
            seq,
            at,
            by,
            kind,
            stage,
            before: limits.insert((kind, stage), now).flatten(),
            now,
            takes_back: action == TOOK_BACK,
            taken_back: false,
            undo: None,
        });
    }
    Ok(changes)
}

/// A column as the log names it: `1/preparing`.
fn read_column(text: &str) -> Result<(HandoffKind, Stage)> {
    let (kind, stage) = text.split_once('/').unwrap_or_default();
    let kind = kind.parse::<u8>().unwrap_or_default().try_into();
    let kind = kind.map_err(|error| Error::fault("the column of a limit", error))?;
    Ok((kind, read("the column of a limit", stage)?))
}
