//! What is promised before anything is sent.

use super::{request_form::of_workflow, submit::takes_requests};
use crate::{
    Result, Service,
    db::{
        all,
        rows::{EngagementRow, WorkflowRow},
    },
};
use domain::{
    calendar::Calendar,
    engagement::Named,
    ids::*,
    job::{Promise, RequestForm},
    policy::{Action, Actor, may},
    time::Instant,
};

/// The workflows that the actor's company can send requests against now, each with the due time of a
/// request that is sent at this moment and why it is then.
///
/// # Errors
/// When the actor is no client.
pub async fn promises(service: &Service, actor: &Actor) -> Result<Vec<Promise>> {
    may(actor, Action::SubmitJob)?;
    let mut tx = service.db().read().await?;
    let calendar = service.calendar(&mut tx).await?;
    let client = actor.client.map(|id| id.0);
    let sql = "SELECT * FROM engagement WHERE client = $1 ORDER BY name, id";
    let engagements = all!(tx, EngagementRow, sql, client)?;
    let sql =
        "SELECT w.* FROM workflow w JOIN engagement e ON e.id = w.engagement WHERE e.client = $1
               ORDER BY w.name, w.id";
    let workflows = all!(tx, WorkflowRow, sql, client)?;
    let now = service.now();
    let mut promises = Vec::new();
    for engagement in engagements
        .iter()
        .filter(|engagement| takes_requests(engagement, &calendar, now).is_ok())
    {
        let own = workflows
            .iter()
            .filter(|workflow| workflow.engagement == engagement.id);
        for workflow in own {
            let form = of_workflow(&mut tx, workflow.id).await?;
            promises.push(promise(&calendar, engagement, (workflow, form), now)?);
        }
    }
    Ok(promises)
}

fn promise(
    calendar: &Calendar,
    engagement: &EngagementRow,
    (workflow, form): (&WorkflowRow, RequestForm),
    now: Instant,
) -> Result<Promise> {
    let sla = workflow.fact()?.sla;
    Ok(Promise {
        workflow: Named {
            id: WorkflowId(workflow.id),
            name: workflow.name.clone(),
        },
        engagement: Named {
            id: EngagementId(engagement.id),
            name: engagement.name.clone(),
        },
        form,
        sla,
        due_at: calendar.due(sla, now, &[]).at(),
        why: calendar.why(sla, now, &[]),
    })
}
