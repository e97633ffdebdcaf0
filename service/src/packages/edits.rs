//! What was written into a package's sections, as the change log keeps it, and taking the last of it back.

use super::{settle::settle, store};
use crate::{
    Error, Result, Service,
    db::Tx,
    edits::{self, Told},
    handoffs::{Text, Work, or_present, put_row, row_of, save, text_of},
};
use domain::{
    board::{Entry, HandoffCard, Happened, TakeBack, Undo},
    handoff::{Item, prepare::check_section, undo::NotTakenBack},
    package::{Package, Section},
    policy::{Action, Actor, may},
};
use serde::{Deserialize, Serialize};

/// A section as it stood: its lines, and its items where a text stood in for them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Said {
    package: Package,
    items: Vec<(Item, Text)>,
}

impl Said {
    /// Whether both say the same, whenever that was written.
    fn is_as(&self, other: &Self) -> bool {
        let bodies = |said: &Self| -> Vec<(Item, String)> {
            let items = said.items.iter();
            items
                .map(|(item, text)| (*item, text.body.clone()))
                .collect()
        };
        self.package == other.package && bodies(self) == bodies(other)
    }
}

/// One edit of a section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Edit {
    section: Section,
    before: Said,
    now: Said,
    /// Whether it took back the last edit of the section that stood.
    takes_back: bool,
}

impl edits::Edit for Edit {
    const ENTITY: &'static str = "package_section";

    fn takes_back(&self) -> bool {
        self.takes_back
    }
}

/// What a section says now.
pub(super) async fn said(tx: &mut Tx, work: &Work, section: Section) -> Result<Said> {
    let mut package = Package::default();
    package.put(store::load(tx, work.row.id).await?.content(section));
    let items = section.items(work.kind());
    let items = items.map(|item| Ok((item, text_of(work, item)?)));
    Ok(Said {
        package,
        items: items.collect::<Result<_>>()?,
    })
}

/// Notes in the log that a section says something else than `before`.
pub(super) async fn note(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &Work,
    (section, before): (Section, Said),
) -> Result<()> {
    let now = said(tx, work, section).await?;
    if now.is_as(&before) {
        return Ok(());
    }
    let edit = Edit {
        section,
        before,
        now,
        takes_back: false,
    };
    edits::log(service, tx, actor, work.edited(), edit).await
}

/// Takes the last edit of a section back: it says again what it said before, and the log keeps both.
///
/// # Errors
/// A refusal where the role may not, the package is not with its sender, or nothing of the section can be taken back; a
/// conflict with the card as it is, where it was changed since the actor saw it.
pub async fn take_back_section(
    service: &Service,
    actor: &Actor,
    command: TakeBack,
    section: Section,
) -> Result<HandoffCard> {
    let id = command.id;
    or_present(
        service,
        id,
        try_take_back(service, actor, command, section).await,
    )
    .await
}

async fn try_take_back(
    service: &Service,
    actor: &Actor,
    command: TakeBack,
    section: Section,
) -> Result<HandoffCard> {
    let mut tx = service.db().write().await?;
    let mut work = Work::at_version(&mut tx, actor, command.id, command.version).await?;
    may(actor, Action::Prepare(work.kind()))?;
    check_section(work.kind(), work.stage()?, section).map_err(Error::refused)?;
    let edits = edits::all::<Edit>(&mut tx, work.row.id.to_string()).await?;
    let now = said(&mut tx, &work, section).await?;
    let last = last(&edits, section, &now).map_err(Error::refused)?;
    let before = last.edit.before.clone();
    put_back(service, &mut tx, actor, &mut work, section, &before).await?;
    let edit = Edit {
        section,
        before: now,
        now: before,
        takes_back: true,
    };
    edits::log(service, &mut tx, actor, work.edited(), edit).await?;
    let card = save::save(service, &mut tx, actor, &mut work, section.wrote()).await?;
    service.commit(tx).await?;
    Ok(card)
}

/// Lines count as their items' content; where there were none, the texts stand in for them again.
async fn put_back(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    section: Section,
    before: &Said,
) -> Result<()> {
    store::write(tx, work.row.id, &before.package.content(section)).await?;
    if !before.package.is_empty(section) {
        let package = store::load(tx, work.row.id).await?;
        return settle(service, tx, actor, work, &package, section).await;
    }
    for (item, text) in &before.items {
        let row = row_of(work, *item, text);
        put_row(tx, work, row).await?;
    }
    Ok(())
}

/// The last edit of a section that stands, or why there is none to take back.
fn last<'e>(
    edits: &'e [Told<Edit>],
    section: Section,
    now: &Said,
) -> Result<&'e Told<Edit>, NotTakenBack> {
    edits::last(
        edits,
        |edit| edit.section == section,
        |edit| edit.now.is_as(now),
    )
}

/// What was written into the sections, and taken back, as lines of the handoff's history; the last edit of each section
/// can be taken back.
pub(crate) async fn written_sections(
    tx: &mut Tx,
    actor: &Actor,
    work: &Work,
) -> Result<Vec<Entry>> {
    let edits = edits::all::<Edit>(tx, work.row.id.to_string()).await?;
    let may_write = may(actor, Action::Prepare(work.kind())).is_ok();
    let mut entries = Vec::with_capacity(edits.len());
    for told in &edits {
        let section = told.edit.section;
        let now = said(tx, work, section).await?;
        let is_last = last(&edits, section, &now).is_ok_and(|last| std::ptr::eq(last, told));
        let writable = may_write && check_section(work.kind(), work.stage()?, section).is_ok();
        let what = if told.edit.takes_back {
            Happened::TookBackSection(section)
        } else {
            Happened::WroteSection(section)
        };
        let undo = (is_last && writable).then_some(Undo::Offered);
        entries.push(Entry::edit(told.at, told.by.clone(), what, undo));
    }
    Ok(entries)
}
