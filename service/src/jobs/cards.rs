//! Jobs as lists show them.

use crate::{
    Error, Result,
    db::{
        Tx, all,
        rows::meaning::{clock, read},
    },
};
use chrono::{DateTime, Utc};
use domain::{engagement::Named, ids::*, job::JobCard};
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    version: i64,
    title: String,
    state: String,
    before_hold: Option<String>,
    submitted_at: DateTime<Utc>,
    clock: String,
    workflow: Uuid,
    workflow_name: String,
    engagement: Uuid,
    engagement_name: String,
    client: Uuid,
    client_name: String,
    producer: Option<Uuid>,
    producer_name: Option<String>,
    asked: Option<bool>,
}

macro_rules! read_cards {
    ($tx:expr, $tail:literal $(, $bind:expr)*) => {
        all!($tx, Row, concat!(
            "SELECT j.id, j.version, j.title, j.state, j.before_hold, j.submitted_at, j.clock,
                    w.id AS workflow, w.name AS workflow_name, e.id AS engagement, e.name AS engagement_name,
                    c.id AS client, c.name AS client_name, p.id AS producer, p.name AS producer_name,
                    (SELECT m.is_question FROM message m WHERE m.job = j.id ORDER BY m.at DESC, m.id DESC LIMIT 1) AS asked
             FROM job j JOIN workflow w ON w.id = j.workflow JOIN engagement e ON e.id = w.engagement
             JOIN client c ON c.id = e.client LEFT JOIN person p ON p.id = e.producer ", $tail) $(, $bind)*)
            .and_then(|rows| rows.into_iter().map(card).collect::<Result<Vec<JobCard>>>())
    };
}

/// The jobs of one client, or of all; with `open`, only those that something is left to do for.
pub(super) async fn cards(
    tx: &mut Tx,
    client: Option<ClientId>,
    open: bool,
) -> Result<Vec<JobCard>> {
    let all_states = !open;
    match client {
        Some(client) => read_cards!(
            tx,
            "WHERE c.id = $1 AND ($2 OR j.state NOT IN ('approved', 'declined', 'cancelled'))",
            client.0,
            all_states
        ),
        None => read_cards!(
            tx,
            "WHERE $1 OR j.state NOT IN ('approved', 'declined', 'cancelled')",
            all_states
        ),
    }
}

/// One job as it is now.
pub(super) async fn present(tx: &mut Tx, id: JobId) -> Result<JobCard> {
    let found = read_cards!(tx, "WHERE j.id = $1", id.0)?;
    found.into_iter().next().ok_or(Error::NotFound("job"))
}

fn card(row: Row) -> Result<JobCard> {
    let producer = row.producer.zip(row.producer_name);
    Ok(JobCard {
        id: JobId(row.id),
        version: row.version,
        title: row.title,
        state: read("job.state", &row.state)?,
        before_hold: row
            .before_hold
            .map(|state| read("job.before_hold", &state))
            .transpose()?,
        client: Named {
            id: ClientId(row.client),
            name: row.client_name,
        },
        engagement: Named {
            id: EngagementId(row.engagement),
            name: row.engagement_name,
        },
        workflow: Named {
            id: WorkflowId(row.workflow),
            name: row.workflow_name,
        },
        producer: producer.map(|(id, name)| Named {
            id: PersonId(id),
            name,
        }),
        submitted_at: row.submitted_at,
        clock: clock(&row.clock)?,
        asked: row.asked.unwrap_or_default(),
    })
}
