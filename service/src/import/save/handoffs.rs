//! Handoffs with their histories and items.

use super::{ids::AllIds, put};
use crate::{
    Result,
    db::{Tx, rows as db, run},
    derive,
    export::Stored,
    handoffs::position_after,
    import::{
        batch::Merged,
        format::{HandoffEventRow, HandoffRow},
        replay::{Told, handoff_histories},
    },
};
use domain::{
    calendar::Calendar,
    clock::Clock,
    facts::{EngagementFact, HandoffFact},
};
use std::collections::HashMap;
use uuid::Uuid;

/// Saves the handoffs whose row or history changed, or whose clock something else moves.
pub(super) async fn save(
    tx: &mut Tx,
    stored: &Stored,
    merged: &Merged,
    ids: &AllIds,
    calendar: &Calendar,
    clocks: &HashMap<Uuid, Clock>,
) -> Result<()> {
    let before: HashMap<Uuid, &db::HandoffRow> =
        stored.handoffs.iter().map(|row| (row.id, row)).collect();
    let engagements = engagements(tx).await?;
    let histories = handoff_histories(merged);
    let mut positions = Positions::after(&stored.handoffs);
    let (mut rows, mut events, mut items) = (Vec::new(), Vec::new(), Vec::new());
    for entry in &merged.handoffs {
        let told = histories
            .get(entry.row.key.as_str())
            .map_or(&[][..], Vec::as_slice);
        let mut row = row(&entry.row, ids)?;
        let before = before.get(&row.id).copied();
        let history = history(row.id, told, stored, ids)?;
        let happened: Result<_> = history.iter().map(db::HandoffEventRow::event).collect();
        let fact = row.fact(happened?)?;
        if let Some(engagement) = engagements.get(&row.engagement) {
            let job = row.job.and_then(|job| clocks.get(&job).copied());
            derive::handoff(&mut row, &fact, engagement, job, calendar)?;
        }
        row.position = match before.filter(|before| before.stage == row.stage) {
            Some(before) => before.position.clone(),
            None => positions.next(&row),
        };
        let is_retold = told.iter().any(|told| told.entry.is_touched());
        if before.is_none() {
            items.extend(derive::items(row.id, &fact));
        } else if is_retold {
            run!(tx, "DELETE FROM handoff_event WHERE handoff = $1", row.id)?;
            items.extend(package(tx, row.id, &fact).await?);
        }
        if is_retold {
            events.extend(history);
        }
        if is_retold || before != Some(&row) {
            rows.push(row);
        }
    }
    put!(tx, db::HandoffRow, rows);
    db::HandoffEventRow::insert(tx, &events).await?;
    db::HandoffItemRow::insert(tx, &items).await
}

async fn engagements(tx: &mut Tx) -> Result<HashMap<Uuid, EngagementFact>> {
    let rows = db::EngagementRow::all(tx).await?;
    Ok(rows.iter().map(|row| (row.id, row.fact())).collect())
}

/// The handoff's row, without what its history makes of it.
fn row(row: &HandoffRow, ids: &AllIds) -> Result<db::HandoffRow> {
    let known = ids.handoffs.known(&row.key)?;
    Ok(db::HandoffRow {
        id: known.id,
        key: row.key.to_string(),
        kind: i64::from(row.kind.number()),
        engagement: ids.engagements.id(&row.engagement)?,
        job: ids.jobs.id_of(&row.job)?,
        needed_on: row.needed_on,
        stage: String::new(),
        clock: String::new(),
        due_at: None,
        answered_at: None,
        accepted_at: None,
        returns: 0,
        case_study: false,
        position: String::new(),
        withdrawn: false,
        stopped: false,
        version: known.version,
    })
}

fn history(
    handoff: Uuid,
    told: &[Told<'_, HandoffEventRow>],
    stored: &Stored,
    ids: &AllIds,
) -> Result<Vec<db::HandoffEventRow>> {
    let row = |(seq, told): (i64, &Told<'_, HandoffEventRow>)| {
        let event = &told.entry.row;
        let (actor_person, actor_contact) = ids.actor(&event.actor)?;
        let waived: Vec<&str> = event.waived.iter().map(|item| item.name()).collect();
        Ok(db::HandoffEventRow {
            handoff,
            seq,
            at: event.at,
            kind: event.event.name().to_owned(),
            waived: waived.join(";"),
            case_study: event.case_study == Some(true),
            reason: event.reason.clone(),
            actor_person,
            actor_contact,
            actor_user: stored
                .handoff_events
                .get(told.place)
                .and_then(|row| row.actor_user),
            recorded_at: event.recorded_at.unwrap_or(event.at),
            over_limit: stored
                .handoff_events
                .get(told.place)
                .map(|row| row.over_limit.clone())
                .unwrap_or_default(),
        })
    };
    (1..).zip(told).map(row).collect()
}

/// The items of a handoff as its history leaves them; texts that are there already stay.
async fn package(
    tx: &mut Tx,
    handoff: Uuid,
    fact: &HandoffFact,
) -> Result<Vec<db::HandoffItemRow>> {
    let sql = "SELECT * FROM handoff_item WHERE handoff = $1";
    let before = crate::db::all!(tx, db::HandoffItemRow, sql, handoff)?;
    run!(tx, "DELETE FROM handoff_item WHERE handoff = $1", handoff)?;
    let mut items = derive::items(handoff, fact);
    for item in &mut items {
        if let Some(before) = before.iter().find(|before| before.item == item.item) {
            item.body.clone_from(&before.body);
            item.filled_by = before.filled_by;
        }
    }
    Ok(items)
}

/// The last position of each cell of the board.
struct Positions(HashMap<(i64, String), String>);

impl Positions {
    fn after(handoffs: &[db::HandoffRow]) -> Self {
        let mut last: HashMap<(i64, String), String> = HashMap::new();
        for row in handoffs {
            let cell = last.entry((row.kind, row.stage.clone())).or_default();
            if row.position > *cell {
                cell.clone_from(&row.position);
            }
        }
        Self(last)
    }

    /// The position after the last of the row's cell.
    fn next(&mut self, row: &db::HandoffRow) -> String {
        let last = self.0.entry((row.kind, row.stage.clone())).or_default();
        *last = position_after(Some(last.as_str()).filter(|last| !last.is_empty()));
        last.clone()
    }
}
