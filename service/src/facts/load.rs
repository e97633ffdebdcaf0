//! Everything, in a dozen queries.

use super::{
    Agency,
    histories::{of_handoffs, of_jobs},
};
use crate::{
    Result,
    db::{Tx, all, rows::*},
};
use domain::facts::{Facts, HandoffFact, JobFact};

/// Reads all facts as they stand in one moment, each kind in the order of its keys.
///
/// # Errors
/// When the database cannot be read.
pub async fn load(tx: &mut Tx) -> Result<Facts> {
    let Agency { calendar, currency } = Agency::load(tx).await?;
    let people = all!(tx, PersonRow, "SELECT * FROM person ORDER BY key")?;
    let clients = all!(tx, ClientRow, "SELECT * FROM client ORDER BY key")?;
    let pods = all!(tx, PodRow, "SELECT * FROM pod ORDER BY key")?;
    let engagements = all!(tx, EngagementRow, "SELECT * FROM engagement ORDER BY key")?;
    let workflows = all!(tx, WorkflowRow, "SELECT * FROM workflow ORDER BY key")?;
    let costs = all!(tx, CostRow, "SELECT * FROM cost ORDER BY key")?;
    let surveys = all!(tx, SurveyRow, "SELECT * FROM survey ORDER BY key")?;
    let milestones = all!(
        tx,
        MilestoneRow,
        "SELECT * FROM milestone_done ORDER BY outcome"
    )?;
    Ok(Facts {
        calendar,
        currency,
        people: people
            .iter()
            .map(PersonRow::person)
            .collect::<Result<_>>()?,
        clients: clients.iter().map(ClientRow::fact).collect(),
        pods: pods.iter().map(PodRow::fact).collect(),
        engagements: engagements.iter().map(EngagementRow::fact).collect(),
        workflows: workflows
            .iter()
            .map(WorkflowRow::fact)
            .collect::<Result<_>>()?,
        jobs: jobs(tx).await?,
        handoffs: handoffs(tx).await?,
        costs: costs.iter().map(CostRow::fact).collect(),
        surveys: surveys.iter().map(SurveyRow::fact).collect::<Result<_>>()?,
        milestones: milestones.iter().map(MilestoneRow::fact).collect(),
    })
}

async fn jobs(tx: &mut Tx) -> Result<Vec<JobFact>> {
    let rows = all!(tx, JobRow, "SELECT * FROM job ORDER BY key")?;
    let mut histories = of_jobs(tx).await?;
    let rows = rows.iter();
    rows.map(|row| row.fact(histories.remove(&row.id).unwrap_or_default()))
        .collect()
}

async fn handoffs(tx: &mut Tx) -> Result<Vec<HandoffFact>> {
    let rows = all!(
        tx,
        HandoffRow,
        "SELECT * FROM handoff WHERE NOT withdrawn ORDER BY key"
    )?;
    let mut histories = of_handoffs(tx).await?;
    let rows = rows.iter();
    rows.map(|row| row.fact(histories.remove(&row.id).unwrap_or_default()))
        .collect()
}
