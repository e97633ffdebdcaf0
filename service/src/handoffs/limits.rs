//! How many cards the columns of the board take.

use crate::{
    Error, Result, Service,
    db::{
        Tx, all, optional,
        rows::{BoardLimitRow, meaning::read},
        run, scalar,
    },
    live::{self, Change},
};
use domain::{
    board::{ColumnLimit, SetLimit, limit::check_room},
    handoff::{HandoffKind, Stage},
    ids::HandoffId,
    policy::{Action, Actor, may},
    text::Reason,
};

/// How the log names the limit of a column.
pub(super) const ENTITY: &str = "board_limit";

/// Sets, changes or takes away the limit of a column. The number of the change, by which it can be taken back.
///
/// # Errors
/// A refusal where the role may not; what is wrong with the number.
pub async fn set_limit(service: &Service, actor: &Actor, command: SetLimit) -> Result<i64> {
    may(actor, Action::SetLimits)?;
    let limit = command.limit();
    if let Some(limit) = limit {
        limit.check().map_err(|bad| Error::invalid("most", bad))?;
    }
    let mut tx = service.db().write().await?;
    let action = if limit.is_some() {
        "limited"
    } else {
        "no longer limits"
    };
    let column = (command.kind, command.stage);
    let seq = put(service, &mut tx, actor, column, (limit, action)).await?;
    service.commit(tx).await?;
    Ok(seq)
}

/// Puts a limit, or none, in the place of the one that a column has; the number of the change.
pub(super) async fn put(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    (kind, stage): (HandoffKind, Stage),
    (limit, action): (Option<ColumnLimit>, &'static str),
) -> Result<i64> {
    let kind = i64::from(kind.number());
    let sql = "DELETE FROM board_limit WHERE kind = $1 AND stage = $2";
    run!(tx, sql, kind, stage.name())?;
    if let Some(limit) = limit {
        let row = BoardLimitRow {
            kind,
            stage: stage.name().to_owned(),
            most: i64::from(limit.most),
            hard: limit.hard,
        };
        BoardLimitRow::insert(tx, &[row]).await?;
    }
    let change = Change {
        client: None,
        entity: ENTITY,
        id: format!("{kind}/{}", stage.name()),
        version: 0,
        action,
        body: limit,
    };
    live::append(tx, actor, service.now(), change).await
}

/// The limits of all columns that have one, for those who may open the board.
///
/// # Errors
/// When the actor may not.
pub async fn limits(service: &Service, actor: &Actor) -> Result<Vec<ColumnLimit>> {
    may(actor, Action::SeeBoard)?;
    let mut tx = service.db().read().await?;
    all(&mut tx).await
}

/// The limits of all columns that have one.
pub(super) async fn all(tx: &mut Tx) -> Result<Vec<ColumnLimit>> {
    let rows = all!(
        tx,
        BoardLimitRow,
        "SELECT * FROM board_limit ORDER BY kind, stage"
    )?;
    rows.iter().map(limit).collect()
}

/// Whether a card may come into a column, and the reason to keep where it goes beyond the limit.
pub(super) async fn room(
    tx: &mut Tx,
    card: HandoffId,
    (kind, stage): (HandoffKind, Stage),
    why: Option<&str>,
) -> Result<String> {
    let number = i64::from(kind.number());
    let sql = "SELECT * FROM board_limit WHERE kind = $1 AND stage = $2";
    let Some(row) = optional!(tx, BoardLimitRow, sql, number, stage.name())? else {
        return Ok(String::new());
    };
    let why: Option<Reason> = why
        .filter(|why| !why.trim().is_empty())
        .map(|why| why.parse().map_err(|bad| Error::invalid(OVER, bad)))
        .transpose()?;
    let there = count(tx, card, (kind, stage)).await?;
    let kept = check_room(Some(&limit(&row)?), there, why.as_ref());
    let kept = kept.map_err(|full| Error::invalid(OVER, full))?;
    Ok(kept.map(ToString::to_string).unwrap_or_default())
}

/// The field of a move that says why it goes beyond a limit.
const OVER: &str = "over_limit";

/// How many other cards stand in a column.
async fn count(tx: &mut Tx, card: HandoffId, (kind, stage): (HandoffKind, Stage)) -> Result<u32> {
    let sql = "SELECT COUNT(*) FROM handoff h LEFT JOIN job j ON j.id = h.job
               WHERE h.kind = $1 AND h.stage = $2 AND h.stage <> 'accepted' AND NOT h.withdrawn AND NOT h.stopped AND h.id <> $3
               AND (j.id IS NULL OR j.state NOT IN ('declined', 'cancelled'))";
    let number = i64::from(kind.number());
    let count = scalar!(tx, i64, sql, number, stage.name(), card.0)?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

fn limit(row: &BoardLimitRow) -> Result<ColumnLimit> {
    let kind = u8::try_from(row.kind).unwrap_or_default().try_into();
    Ok(ColumnLimit {
        kind: kind.map_err(|error| Error::fault("board_limit.kind", error))?,
        stage: read("board_limit.stage", &row.stage)?,
        most: u32::try_from(row.most).unwrap_or_default(),
        hard: row.hard,
    })
}
