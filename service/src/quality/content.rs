//! What a version consists of, and how the items of its handoff stand by that.

use super::checklist::of_workflow;
use crate::{
    Error, Result, Service,
    db::{
        Tx, optional,
        rows::{DeliverableVersionRow, meaning::json},
        scalar,
    },
    handoffs::{Work, write_item},
};
use domain::{
    handoff::{HandoffKind, Item, gate::ItemState},
    policy::Actor,
    quality::{Checked, Checklist, Content, item_state},
};
use uuid::Uuid;

/// Whether the handoff hands over a deliverable.
pub(super) fn is_deliverable(work: &Work) -> bool {
    work.kind() == HandoffKind::GenerativeToProduction
}

/// What QC looks at in the deliverable of a handoff.
pub(super) async fn list_of(tx: &mut Tx, work: &Work) -> Result<Checklist> {
    match &work.job {
        Some(job) => of_workflow(tx, job.row.workflow).await,
        None => Ok(Checklist::usual()),
    }
}

/// The version that is being made, if it was begun.
pub(super) async fn draft(tx: &mut Tx, handoff: Uuid) -> Result<Option<DeliverableVersionRow>> {
    let sql = "SELECT * FROM deliverable_version WHERE handoff = $1 AND submitted_at IS NULL
               ORDER BY number DESC LIMIT 1";
    optional!(tx, DeliverableVersionRow, sql, handoff)
}

/// The version that was submitted last, if one is known.
pub(super) async fn submitted(tx: &mut Tx, handoff: Uuid) -> Result<Option<DeliverableVersionRow>> {
    let sql = "SELECT * FROM deliverable_version WHERE handoff = $1 AND submitted_at IS NOT NULL
               ORDER BY number DESC LIMIT 1";
    optional!(tx, DeliverableVersionRow, sql, handoff)
}

impl DeliverableVersionRow {
    /// The maker's own check.
    pub(super) fn checks(&self) -> Result<Vec<Checked>> {
        let read = serde_json::from_str(&self.checks);
        read.map_err(|error| Error::fault("a maker's check", error))
    }

    pub(super) fn set_checks(&mut self, checks: &[Checked]) -> Result<()> {
        self.checks = json(&checks)?;
        Ok(())
    }

    /// What it consists of.
    pub(super) async fn content(&self, tx: &mut Tx) -> Result<Content> {
        let sql = "SELECT COUNT(*) FROM deliverable_file WHERE version = $1";
        let files = scalar!(tx, i64, sql, self.id)?;
        Ok(Content {
            files: usize::try_from(files).unwrap_or_default(),
            link: self.link.clone(),
            note: self.note.clone(),
            checks: self.checks()?,
        })
    }
}

/// Sets the items of a deliverable to what the version that is being made makes of them; one that is not begun has
/// nothing in it.
pub(crate) async fn settle_draft(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
) -> Result<()> {
    if !is_deliverable(work) {
        return Ok(());
    }
    let list = list_of(tx, work).await?;
    let content = match draft(tx, work.row.id).await? {
        Some(row) => row.content(tx).await?,
        None => Content::default(),
    };
    let content = content.checked_against(&list);
    settle(service, tx, actor, work, &content).await
}

/// The same where a version was begun; what only its texts say stays as it is.
pub(crate) async fn settle_written(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
) -> Result<()> {
    match is_deliverable(work) && draft(tx, work.row.id).await?.is_some() {
        true => settle_draft(service, tx, actor, work).await,
        false => Ok(()),
    }
}

/// Sets the items to what a version makes of them; texts stay.
pub(super) async fn settle(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    content: &Content,
) -> Result<()> {
    for (item, present) in work.states()? {
        let text = text_of(work, item);
        let state = item_state(item, content, present, &text);
        if state != present {
            write_item(service, tx, actor, work, (item, state, text)).await?;
        }
    }
    Ok(())
}

/// What an item says in words.
pub(super) fn text_of(work: &Work, item: Item) -> String {
    let found = work.items.iter().find(|row| row.item == item.name());
    let filled = found.filter(|row| row.state == ItemState::Filled.name());
    filled.map(|row| row.body.clone()).unwrap_or_default()
}
