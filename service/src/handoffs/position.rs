//! Where a card stands in its cell of the board.

use crate::{
    Result,
    db::{Tx, optional, scalar},
};
use domain::{
    board::Place,
    handoff::{HandoffKind, Stage},
    ids::HandoffId,
};
use fractional_index::FractionalIndex;

/// A position after `last`, or the first of a cell.
pub fn after(last: Option<&str>) -> String {
    between(last, None)
}

/// A position after `above` and before `below`, as far as these are positions at all.
fn between(above: Option<&str>, below: Option<&str>) -> String {
    let read = |text: &str| FractionalIndex::from_string(text).ok();
    let (above, below) = (above.and_then(read), below.and_then(read));
    let found = match (&above, &below) {
        (Some(above), Some(below)) => FractionalIndex::new_between(above, below),
        (None, Some(below)) => Some(FractionalIndex::new_before(below)),
        _ => None,
    };
    let at_end = || {
        above
            .as_ref()
            .map_or_else(FractionalIndex::default, FractionalIndex::new_after)
    };
    found.unwrap_or_else(at_end).to_string()
}

/// The position at which `card` comes into a lane's column: at a place, or at the end.
pub(super) async fn at(
    tx: &mut Tx,
    card: HandoffId,
    cell: (HandoffKind, Stage),
    place: Option<Place>,
) -> Result<String> {
    let above = match place {
        None => None,
        Some(Place::First) => Some(None),
        Some(Place::After(other)) if other == card => None,
        Some(Place::After(other)) => position_of(tx, other, cell).await?.map(Some),
    };
    match above {
        Some(above) => {
            let below = next_after(tx, card, cell, above.as_deref()).await?;
            Ok(between(above.as_deref(), below.as_deref()))
        }
        None => at_end(tx, cell.0, cell.1).await,
    }
}

/// The position after all open cards of a lane's column.
pub(super) async fn at_end(tx: &mut Tx, kind: HandoffKind, stage: Stage) -> Result<String> {
    let sql =
        "SELECT MAX(position) FROM handoff WHERE kind = $1 AND stage = $2 AND stage <> 'accepted'";
    let number = i64::from(kind.number());
    let last = scalar!(tx, Option<String>, sql, number, stage.name())?;
    Ok(after(last.as_deref()))
}

/// Where a card stands in that cell; none where it has left it.
async fn position_of(
    tx: &mut Tx,
    card: HandoffId,
    (kind, stage): (HandoffKind, Stage),
) -> Result<Option<String>> {
    let sql =
        "SELECT position FROM handoff WHERE id = $1 AND kind = $2 AND stage = $3 AND NOT withdrawn";
    let number = i64::from(kind.number());
    let found = optional!(tx, (String,), sql, card.0, number, stage.name())?;
    Ok(found.map(|(position,)| position))
}

/// The first position of a cell that comes after `above`, `card` itself aside.
async fn next_after(
    tx: &mut Tx,
    card: HandoffId,
    (kind, stage): (HandoffKind, Stage),
    above: Option<&str>,
) -> Result<Option<String>> {
    let sql = "SELECT MIN(position) FROM handoff
               WHERE kind = $1 AND stage = $2 AND stage <> 'accepted' AND id <> $3 AND position > $4";
    let number = i64::from(kind.number());
    // Every position comes after the empty text.
    let above = above.unwrap_or_default();
    scalar!(tx, Option<String>, sql, number, stage.name(), card.0, above)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_position_sorts_after_the_one_before() {
        let mut last = after(None);
        for _ in 0..1_000 {
            let next = after(Some(&last));
            assert!(next > last, "{next} comes after {last}");
            last = next;
        }
    }

    #[test]
    fn there_is_always_room_between_two() {
        let (mut above, below) = (after(None), after(Some(&after(None))));
        for _ in 0..200 {
            let middle = between(Some(&above), Some(&below));
            assert!(above < middle && middle < below, "{above} {middle} {below}");
            above = middle;
        }
    }

    #[test]
    fn there_is_always_room_at_the_top() {
        let mut first = after(None);
        for _ in 0..200 {
            let higher = between(None, Some(&first));
            assert!(higher < first, "{higher} comes before {first}");
            first = higher;
        }
    }

    #[test]
    fn what_is_no_position_begins_anew() {
        assert_eq!(after(Some("not a position")), after(None));
        assert_eq!(between(Some("no"), Some("none")), after(None));
    }
}
