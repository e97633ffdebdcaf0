//! What the request form of a workflow asks for.

use crate::{
    Error, Result, Service,
    db::{
        Tx, all,
        rows::{RequestFieldRow, WorkflowRow, meaning::read},
        run,
    },
    live::{self, Change},
};
use domain::{
    ids::*,
    job::{RequestField, RequestForm, SaveRequestForm, WorkflowForm},
    policy::{Action, Actor, may},
};
use uuid::Uuid;

/// Writes the request form of a workflow: requests are asked for it from now on. The workflow's version since is handed
/// back.
///
/// # Errors
/// A refusal where the role may not; a conflict where somebody wrote it since the actor saw it; when the text is no form.
pub async fn save_request_form(
    service: &Service,
    actor: &Actor,
    command: SaveRequestForm,
) -> Result<i64> {
    may(actor, Action::EditRequestForm)?;
    let mut tx = service.db().write().await?;
    let mut workflow = WorkflowRow::by_id(&mut tx, command.workflow.0)
        .await?
        .ok_or(Error::NotFound("workflow"))?;
    if workflow.version != command.version {
        return Err(Error::stale("workflow"));
    }
    let before = of_workflow(&mut tx, workflow.id).await?;
    let form = RequestForm::read(&command.text, &before, || service.id());
    let form = form.map_err(|bad| Error::invalid("text", bad))?;
    write(&mut tx, workflow.id, &form).await?;
    workflow.save(&mut tx).await?;
    let change = Change {
        client: None,
        entity: "workflow",
        id: workflow.id.to_string(),
        version: workflow.version,
        action: "wrote the request form of",
        body: form,
    };
    live::append(&mut tx, actor, service.now(), change).await?;
    service.commit(tx).await?;
    Ok(workflow.version)
}

/// Writes a form in the place of what there was.
pub(crate) async fn write(tx: &mut Tx, workflow: Uuid, form: &RequestForm) -> Result<()> {
    run!(
        tx,
        "DELETE FROM request_field WHERE workflow = $1",
        workflow
    )?;
    let row = |(seq, field): (i64, &RequestField)| RequestFieldRow {
        workflow,
        seq,
        id: field.id.0,
        kind: field.kind.to_string(),
        words: field.words.to_string(),
        needed: field.needed,
    };
    let rows: Vec<_> = (1..).zip(&form.fields).map(row).collect();
    RequestFieldRow::insert(tx, &rows).await
}

/// What a request against a workflow is asked for.
pub(super) async fn of_workflow(tx: &mut Tx, workflow: Uuid) -> Result<RequestForm> {
    let sql = "SELECT * FROM request_field WHERE workflow = $1 ORDER BY seq";
    let field = |row: RequestFieldRow| {
        Ok(RequestField {
            id: RequestFieldId(row.id),
            kind: read("request_field.kind", &row.kind)?,
            words: read("request_field.words", &row.words)?,
            needed: row.needed,
        })
    };
    let rows = all!(tx, RequestFieldRow, sql, workflow)?;
    let fields = rows.into_iter().map(field).collect::<Result<_>>()?;
    Ok(RequestForm { fields })
}

/// The request forms of an engagement's workflows, by their names.
pub(crate) async fn forms_of_engagement(
    tx: &mut Tx,
    engagement: EngagementId,
) -> Result<Vec<WorkflowForm>> {
    let sql = "SELECT * FROM workflow WHERE engagement = $1 ORDER BY name, id";
    let mut forms = Vec::new();
    for row in all!(tx, WorkflowRow, sql, engagement.0)? {
        forms.push(WorkflowForm {
            workflow: WorkflowId(row.id),
            form: of_workflow(tx, row.id).await?,
            name: row.name,
            version: row.version,
        });
    }
    Ok(forms)
}
