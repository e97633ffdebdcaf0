//! Costs, NPS answers and milestones.

use super::{ids::AllIds, touched};
use crate::{
    Result,
    db::{Tx, rows as db, run},
    import::batch::Merged,
};

pub(super) async fn save(tx: &mut Tx, merged: &Merged, ids: &AllIds) -> Result<()> {
    costs(tx, merged, ids).await?;
    surveys(tx, merged, ids).await?;
    let rows = touched(&merged.milestones, |row| {
        Ok(db::MilestoneRow {
            outcome: row.outcome.to_string(),
            done_on: row.done_on,
        })
    })?;
    for row in &rows {
        run!(
            tx,
            "DELETE FROM milestone_done WHERE outcome = $1",
            &row.outcome
        )?;
    }
    db::MilestoneRow::insert(tx, &rows).await
}

async fn costs(tx: &mut Tx, merged: &Merged, ids: &AllIds) -> Result<()> {
    for entry in merged.costs.iter().filter(|entry| entry.is_changed()) {
        run!(
            tx,
            "DELETE FROM cost WHERE id = $1",
            ids.costs.id(&entry.row.key)?
        )?;
    }
    let rows = touched(&merged.costs, |row| {
        Ok(db::CostRow {
            id: ids.costs.id(&row.key)?,
            key: row.key.to_string(),
            engagement: ids.engagements.id(&row.engagement)?,
            date: row.date,
            person: ids.people.id_of(&row.person)?,
            hours: row.hours.map(|hours| hours.0),
            amount: row.amount.map(|amount| amount.0),
            note: row.note.clone(),
        })
    })?;
    db::CostRow::insert(tx, &rows).await
}

async fn surveys(tx: &mut Tx, merged: &Merged, ids: &AllIds) -> Result<()> {
    for entry in merged.surveys.iter().filter(|entry| entry.is_changed()) {
        run!(
            tx,
            "DELETE FROM survey WHERE id = $1",
            ids.surveys.id(&entry.row.key)?
        )?;
    }
    let rows = touched(&merged.surveys, |row| {
        Ok(db::SurveyRow {
            id: ids.surveys.id(&row.key)?,
            key: row.key.to_string(),
            client: ids.clients.id(&row.client)?,
            engagement: ids.engagements.id_of(&row.engagement)?,
            level: row.level.name().to_owned(),
            at: row.at,
            score: i64::from(row.score.0),
            comment: row.comment.clone(),
        })
    })?;
    db::SurveyRow::insert(tx, &rows).await
}
