//! What the list of jobs can be filtered by.

use crate::{Result, Service, db::all};
use domain::{
    engagement::Named,
    ids::*,
    job::JobChoices,
    policy::{Action, Actor, may},
};
use uuid::Uuid;

/// The clients, producers and workflows that jobs can be of, by name.
///
/// # Errors
/// When the actor may not open the agency's jobs.
pub async fn choices(service: &Service, actor: &Actor) -> Result<JobChoices> {
    may(actor, Action::SeeJobs)?;
    let mut tx = service.db().read().await?;
    let clients = all!(
        tx,
        (Uuid, String),
        "SELECT id, name FROM client ORDER BY name, id"
    )?;
    let sql = "SELECT DISTINCT p.id, p.name FROM person p JOIN engagement e ON e.producer = p.id ORDER BY p.name, p.id";
    let producers = all!(tx, (Uuid, String), sql)?;
    let sql = "SELECT w.id, w.name, c.name FROM workflow w JOIN engagement e ON e.id = w.engagement
               JOIN client c ON c.id = e.client ORDER BY w.name, c.name, w.id";
    let workflows = all!(tx, (Uuid, String, String), sql)?;
    let workflow = |(id, name, client)| {
        (
            Named {
                id: WorkflowId(id),
                name,
            },
            client,
        )
    };
    Ok(JobChoices {
        clients: clients
            .into_iter()
            .map(|(id, name)| Named {
                id: ClientId(id),
                name,
            })
            .collect(),
        producers: producers
            .into_iter()
            .map(|(id, name)| Named {
                id: PersonId(id),
                name,
            })
            .collect(),
        workflows: workflows.into_iter().map(workflow).collect(),
    })
}
