//! The day on which a pod is needed.

use super::{conflict::or_present, save, work::Work};
use crate::{
    Error, Result, Service,
    db::Tx,
    edits::{self, Told},
    packages::settle_written,
};
use domain::{
    board::{Entry, HandoffCard, Happened, TakeBack, Undo},
    handoff::{prepare::check_needed_on, undo::NotTakenBack},
    ids::HandoffId,
    package::Section,
    policy::{Action, Actor, may},
    time::Day,
};
use serde::{Deserialize, Serialize};

/// One change of the day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Edit {
    before: Option<Day>,
    now: Option<Day>,
    takes_back: bool,
}

impl edits::Edit for Edit {
    const ENTITY: &'static str = "needed_on";

    fn takes_back(&self) -> bool {
        self.takes_back
    }
}

/// Sets or clears the day on which the pod is needed; the due time of the request follows it.
///
/// # Errors
/// A refusal where the role may not, or it is no pod request in preparation; a conflict with the
/// card as it is, where it was changed since the actor saw it.
pub async fn set_needed_on(
    service: &Service,
    actor: &Actor,
    id: HandoffId,
    version: i64,
    day: Option<Day>,
) -> Result<HandoffCard> {
    or_present(service, id, try_set(service, actor, id, version, day).await).await
}

async fn try_set(
    service: &Service,
    actor: &Actor,
    id: HandoffId,
    version: i64,
    day: Option<Day>,
) -> Result<HandoffCard> {
    let mut tx = service.db().write().await?;
    let mut work = writable(&mut tx, actor, id, version).await?;
    if work.row.needed_on != day {
        let edit = Edit {
            before: work.row.needed_on,
            now: day,
            takes_back: false,
        };
        edits::log(service, &mut tx, actor, work.edited(), edit).await?;
    }
    let card = put(service, &mut tx, actor, &mut work, day).await?;
    service.commit(tx).await?;
    Ok(card)
}

/// Takes the last change of the day back: it is needed on the day before it again, and the log keeps both.
///
/// # Errors
/// A refusal where the role may not, it is no pod request in preparation, or no change of the day can be taken back; a
/// conflict with the card as it is, where it was changed since the actor saw it.
pub async fn take_back_needed_on(
    service: &Service,
    actor: &Actor,
    command: TakeBack,
) -> Result<HandoffCard> {
    let id = command.id;
    or_present(service, id, try_take_back(service, actor, command).await).await
}

async fn try_take_back(service: &Service, actor: &Actor, command: TakeBack) -> Result<HandoffCard> {
    let mut tx = service.db().write().await?;
    let mut work = writable(&mut tx, actor, command.id, command.version).await?;
    let edits = edits::all::<Edit>(&mut tx, work.row.id.to_string()).await?;
    let before = last(&edits, &work).map_err(Error::refused)?.edit.before;
    let edit = Edit {
        before: work.row.needed_on,
        now: before,
        takes_back: true,
    };
    edits::log(service, &mut tx, actor, work.edited(), edit).await?;
    let card = put(service, &mut tx, actor, &mut work, before).await?;
    service.commit(tx).await?;
    Ok(card)
}

/// A pod request that `actor` saw at `version`, and whose day they may set.
async fn writable(tx: &mut Tx, actor: &Actor, id: HandoffId, version: i64) -> Result<Work> {
    let work = Work::at_version(tx, actor, id, version).await?;
    may(actor, Action::Prepare(work.kind()))?;
    check_needed_on(work.kind(), work.stage()?).map_err(Error::refused)?;
    Ok(work)
}

async fn put(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    day: Option<Day>,
) -> Result<HandoffCard> {
    work.row.needed_on = day;
    work.fact.needed_on = day;
    settle_written(service, tx, actor, work, Section::Milestones).await?;
    save::save(service, tx, actor, work, "set the day of").await
}

/// The last change that stands, or why there is none to take back.
fn last<'e>(edits: &'e [Told<Edit>], work: &Work) -> Result<&'e Told<Edit>, NotTakenBack> {
    edits::last(edits, |_| true, |edit| edit.now == work.row.needed_on)
}

/// The days that were said, and taken back, as lines of the handoff's history; the last can be taken back.
pub(super) async fn days(tx: &mut Tx, actor: &Actor, work: &Work) -> Result<Vec<Entry>> {
    let edits = edits::all::<Edit>(tx, work.row.id.to_string()).await?;
    let last = last(&edits, work).ok();
    let may_set = may(actor, Action::Prepare(work.kind())).is_ok();
    let settable = may_set && check_needed_on(work.kind(), work.stage()?).is_ok();
    let line = |told: &Told<Edit>| {
        let is_last = last.is_some_and(|last| std::ptr::eq(last, told));
        let what = if told.edit.takes_back {
            Happened::TookBackNeededOn(told.edit.now)
        } else {
            Happened::SetNeededOn(told.edit.now)
        };
        let undo = (is_last && settable).then_some(Undo::Offered);
        Entry::edit(told.at, told.by.clone(), what, undo)
    };
    Ok(edits.iter().map(line).collect())
}
