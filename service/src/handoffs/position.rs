//! Where a card stands in its cell of the board.

use crate::{
    Result,
    db::{Tx, scalar},
};
use domain::handoff::{HandoffKind, Stage};
use fractional_index::FractionalIndex;

/// A position after `last`, or the first of a cell.
pub fn after(last: Option<&str>) -> String {
    let last = last.and_then(|last| FractionalIndex::from_string(last).ok());
    let next = last.map_or_else(FractionalIndex::default, |last| {
        FractionalIndex::new_after(&last)
    });
    next.to_string()
}

/// The position after all open cards of a lane's column.
pub(super) async fn at_end(tx: &mut Tx, kind: HandoffKind, stage: Stage) -> Result<String> {
    let sql =
        "SELECT MAX(position) FROM handoff WHERE kind = $1 AND stage = $2 AND stage <> 'accepted'";
    let number = i64::from(kind.number());
    let last = scalar!(tx, Option<String>, sql, number, stage.name())?;
    Ok(after(last.as_deref()))
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
    fn what_is_no_position_begins_anew() {
        assert_eq!(after(Some("not a position")), after(None));
    }
}
