//! How the items of a package stand by what its sections say.

use super::store;
use crate::{
    Result, Service,
    db::Tx,
    handoffs::{Work, save},
};
use domain::{
    package::{Package, Section, Terms, state},
    policy::Actor,
    time::Zone,
};

/// What a package is measured against.
pub(super) fn terms(zone: &Zone, work: &Work) -> Terms {
    Terms {
        signed_on: zone.day(work.engagement.sow_signed_at),
        starts_on: work.engagement.starts_on,
        ends_on: work.engagement.ends_on,
        needed_on: work.row.needed_on,
    }
}

/// Sets the items that a section fills to what it makes of them; a text that an item had gives way.
pub(super) async fn settle(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    package: &Package,
    section: Section,
) -> Result<()> {
    let terms = terms(&service.calendar(tx).await?.zone, work);
    let kind = work.kind();
    for item in section.items(kind) {
        let state = state(kind, item, package, &terms);
        save::write_item(service, tx, actor, work, (item, state, String::new())).await?;
    }
    Ok(())
}

/// The same after something that the section is measured against has changed; a section that says nothing, such as one
/// whose items are texts, stays as it is.
pub(crate) async fn settle_written(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    section: Section,
) -> Result<()> {
    let package = store::load(tx, work.row.id).await?;
    if package.is_empty(section) {
        return Ok(());
    }
    settle(service, tx, actor, work, &package, section).await
}
