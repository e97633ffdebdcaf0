//! What was written into a closing report, as the change log keeps it, and taking the last of it back.

use super::report::writable;
use crate::{
    Error, Result, Service,
    db::{
        Tx, all,
        rows::{ClosingReportRow, ClosingVisualRow},
        run, scalar,
    },
    edits::{self, Told},
    handoffs::{self, Text, Work, put_row, row_of, text_of},
};
use domain::{
    board::{Entry, HandoffCard, Happened, TakeBack, Undo},
    closing::{Numbers, RefusedReport, ReportText},
    handoff::{HandoffKind, Item, prepare::check_item, undo::NotTakenBack},
    ids::*,
    policy::{Action, Actor, may},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A closing report as it stood.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Said {
    /// Unset before it was first saved.
    saved: Option<(ReportText, Numbers)>,
    /// In their order.
    visuals: Vec<FileId>,
    /// What the handoff's page said of it.
    items: Vec<(Item, Text)>,
}

impl Said {
    /// Whether both say the same, whoever wrote that and when.
    fn is_as(&self, other: &Self) -> bool {
        let bodies = |said: &Self| -> Vec<(Item, String)> {
            let items = said.items.iter();
            items
                .map(|(item, text)| (*item, text.body.clone()))
                .collect()
        };
        (&self.saved, &self.visuals) == (&other.saved, &other.visuals)
            && bodies(self) == bodies(other)
    }
}

/// One edit of a closing report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Edit {
    before: Said,
    now: Said,
    takes_back: bool,
}

impl edits::Edit for Edit {
    const ENTITY: &'static str = "report_text";

    fn takes_back(&self) -> bool {
        self.takes_back
    }
}

/// What the report says now.
pub(super) async fn said(tx: &mut Tx, work: &Work) -> Result<Said> {
    let saved = ClosingReportRow::of(tx, HandoffId(work.row.id)).await?;
    let sql = "SELECT file FROM closing_visual WHERE handoff = $1 ORDER BY seq";
    let visuals = all!(tx, (Uuid,), sql, work.row.id)?;
    let items = work.kind().required().iter();
    let items = items.map(|item| Ok((*item, text_of(work, *item)?)));
    Ok(Said {
        saved: match saved {
            Some(row) => Some((row.text(), row.numbers()?)),
            None => None,
        },
        visuals: visuals.into_iter().map(|(id,)| FileId(id)).collect(),
        items: items.collect::<Result<_>>()?,
    })
}

/// Notes in the log that the report says something else than `before`.
pub(super) async fn note(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &Work,
    before: Said,
) -> Result<()> {
    let now = said(tx, work).await?;
    if now.is_as(&before) {
        return Ok(());
    }
    let edit = Edit {
        before,
        now,
        takes_back: false,
    };
    edits::log(service, tx, actor, work.edited(), edit).await
}

/// Takes what was last written into a closing report back: texts, numbers and visuals are again what they were before,
/// and the log keeps both.
///
/// # Errors
/// A refusal where the role may not, the report is not with its sender, nothing of it can be taken back, or a visual of
/// before is no more; a conflict with the card as it is, where it was changed since the actor saw it.
pub async fn take_back_report(
    service: &Service,
    actor: &Actor,
    command: TakeBack,
) -> Result<HandoffCard> {
    let done = try_take_back(service, actor, command).await;
    handoffs::or_present(service, command.id, done).await
}

async fn try_take_back(service: &Service, actor: &Actor, command: TakeBack) -> Result<HandoffCard> {
    let mut tx = service.db().write().await?;
    let mut work = writable(&mut tx, actor, command.id, command.version).await?;
    let edits = edits::all::<Edit>(&mut tx, work.row.id.to_string()).await?;
    let now = said(&mut tx, &work).await?;
    let before = last(&edits, &now).map_err(Error::refused)?;
    let before = before.edit.before.clone();
    put_back(&mut tx, &mut work, &before).await?;
    let edit = Edit {
        before: now,
        now: before,
        takes_back: true,
    };
    edits::log(service, &mut tx, actor, work.edited(), edit).await?;
    let card = handoffs::save(service, &mut tx, actor, &mut work, "prepared").await?;
    service.commit(tx).await?;
    Ok(card)
}

async fn put_back(tx: &mut Tx, work: &mut Work, before: &Said) -> Result<()> {
    let id = HandoffId(work.row.id);
    for visual in &before.visuals {
        let sql = "SELECT COUNT(*) FROM file WHERE id = $1";
        if scalar!(tx, i64, sql, visual.0)? == 0 {
            return Err(Error::refused(RefusedReport::VisualGone));
        }
    }
    match &before.saved {
        Some((text, numbers)) => ClosingReportRow::replace(tx, id, text, numbers).await?,
        None => {
            let sql = "DELETE FROM closing_report WHERE handoff = $1";
            run!(tx, sql, id.0).map(drop)?;
        }
    }
    ClosingVisualRow::replace(tx, id, &before.visuals).await?;
    for (item, text) in &before.items {
        let row = row_of(work, *item, text);
        put_row(tx, work, row).await?;
    }
    Ok(())
}

/// The last edit that stands, or why there is none to take back.
fn last<'e>(edits: &'e [Told<Edit>], now: &Said) -> Result<&'e Told<Edit>, NotTakenBack> {
    edits::last(edits, |_| true, |edit| edit.now.is_as(now))
}

/// What was written into the closing report, and taken back, as lines of the handoff's history. The last can be taken
/// back, or says why not.
pub(crate) async fn written_reports(tx: &mut Tx, actor: &Actor, work: &Work) -> Result<Vec<Entry>> {
    if work.kind() != HandoffKind::ProductionToSales {
        return Ok(Vec::new());
    }
    let edits = edits::all::<Edit>(tx, work.row.id.to_string()).await?;
    let now = said(tx, work).await?;
    let last = last(&edits, &now).ok();
    let undo = undo(actor, work)?;
    let line = |told: &Told<Edit>| {
        let is_last = last.is_some_and(|last| std::ptr::eq(last, told));
        let what = if told.edit.takes_back {
            Happened::TookBackReport
        } else {
            Happened::WroteReport
        };
        let undo = undo.clone().filter(|_| is_last);
        Entry::edit(told.at, told.by.clone(), what, undo)
    };
    Ok(edits.iter().map(line).collect())
}

fn undo(actor: &Actor, work: &Work) -> Result<Option<Undo>> {
    if may(actor, Action::Prepare(work.kind())).is_err() {
        return Ok(None);
    }
    let refused = check_item(work.kind(), work.stage()?, Item::MarginData).err();
    Ok(Some(refused.map_or(Undo::Offered, |why| {
        Undo::Refused(why.to_string())
    })))
}
