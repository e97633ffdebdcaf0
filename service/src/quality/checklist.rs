//! What QC looks at in the deliverables of a workflow.

use super::content::settle_draft;
use crate::{
    Error, Result, Service,
    db::{
        Tx, all,
        rows::{QcLineRow, WorkflowRow, meaning::read},
        run,
    },
    handoffs::{Work, save},
    live::{self, Change},
};
use domain::{
    ids::*,
    policy::{Action, Actor, may},
    quality::{Checklist, QcLine, SaveChecklist, WorkflowChecklist},
};
use uuid::Uuid;

/// Writes the checklist of a workflow. Versions that are being made are checked against it from now on; those that were
/// submitted keep the lines that they had. The workflow's version since is handed back.
///
/// # Errors
/// A refusal where the role may not; a conflict where somebody wrote it since the actor saw it; when the text is no
/// checklist.
pub async fn save_checklist(
    service: &Service,
    actor: &Actor,
    command: SaveChecklist,
) -> Result<i64> {
    may(actor, Action::EditChecklist)?;
    let mut tx = service.db().write().await?;
    let mut workflow = WorkflowRow::by_id(&mut tx, command.workflow.0)
        .await?
        .ok_or(Error::NotFound("workflow"))?;
    if workflow.version != command.version {
        return Err(Error::stale("checklist"));
    }
    let before = of_workflow(&mut tx, workflow.id).await?;
    let list = Checklist::read(&command.text, &before, || service.id());
    let list = list.map_err(|bad| Error::invalid("text", bad))?;
    write(&mut tx, workflow.id, list.as_ref()).await?;
    workflow.save(&mut tx).await?;
    let change = Change {
        client: None,
        entity: "workflow",
        id: workflow.id.to_string(),
        version: workflow.version,
        action: "wrote the checklist of",
        body: list,
    };
    live::append(&mut tx, actor, service.now(), change).await?;
    settle_drafts(service, &mut tx, actor, workflow.id).await?;
    service.commit(tx).await?;
    Ok(workflow.version)
}

/// What is being made is complete, or not, by the lines that there are now.
async fn settle_drafts(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    workflow: Uuid,
) -> Result<()> {
    let sql = "SELECT v.handoff FROM deliverable_version v JOIN handoff h ON h.id = v.handoff
               JOIN job j ON j.id = h.job
               WHERE j.workflow = $1 AND v.submitted_at IS NULL AND h.stage = 'preparing' ORDER BY v.id";
    for (handoff,) in all!(tx, (Uuid,), sql, workflow)? {
        let mut work = Work::load(tx, actor, HandoffId(handoff)).await?;
        settle_draft(service, tx, actor, &mut work).await?;
        save(service, tx, actor, &mut work, "changed the checklist of").await?;
    }
    Ok(())
}

/// Writes a checklist in the place of what there was; none takes it away.
pub(crate) async fn write(tx: &mut Tx, workflow: Uuid, list: Option<&Checklist>) -> Result<()> {
    run!(tx, "DELETE FROM qc_line WHERE workflow = $1", workflow)?;
    let lines = list.map_or(&[][..], |list| &list.lines);
    let row = |(seq, line): (i64, &QcLine)| QcLineRow {
        workflow,
        seq,
        id: line.id.0,
        words: line.words.to_string(),
    };
    let rows: Vec<_> = (1..).zip(lines).map(row).collect();
    QcLineRow::insert(tx, &rows).await
}

/// What QC looks at in the deliverables of a workflow: its own list, or the usual one.
pub(crate) async fn of_workflow(tx: &mut Tx, workflow: Uuid) -> Result<Checklist> {
    Ok(own(tx, workflow).await?.unwrap_or_else(Checklist::usual))
}

async fn own(tx: &mut Tx, workflow: Uuid) -> Result<Option<Checklist>> {
    let sql = "SELECT * FROM qc_line WHERE workflow = $1 ORDER BY seq";
    let rows = all!(tx, QcLineRow, sql, workflow)?;
    let line = |row: QcLineRow| {
        Ok(QcLine {
            id: QcLineId(row.id),
            words: read("qc_line.words", &row.words)?,
        })
    };
    let lines: Vec<QcLine> = rows.into_iter().map(line).collect::<Result<_>>()?;
    Ok((!lines.is_empty()).then_some(Checklist { lines }))
}

/// The checklists of an engagement's workflows, by their names.
pub(crate) async fn of_engagement(
    tx: &mut Tx,
    engagement: EngagementId,
) -> Result<Vec<WorkflowChecklist>> {
    let sql = "SELECT * FROM workflow WHERE engagement = $1 ORDER BY name, id";
    let mut lists = Vec::new();
    for row in all!(tx, WorkflowRow, sql, engagement.0)? {
        let own = own(tx, row.id).await?;
        lists.push(WorkflowChecklist {
            workflow: WorkflowId(row.id),
            name: row.name,
            version: row.version,
            own: own.is_some(),
            list: own.unwrap_or_else(Checklist::usual),
        });
    }
    Ok(lists)
}
