//! What a package begins with: the usual lines of its kind of engagement, or what is known already.

use super::{
    brand, people,
    settle::{settle, terms},
    store,
};
use crate::{
    Result, Service, brands,
    db::{Tx, optional},
    handoffs::Work,
};
use domain::{
    brand::Brand,
    handoff::HandoffKind,
    ids::{ClientId, PersonId},
    money::Cents,
    package::{EngagementType, Package, Seats, Section, roles_of, template},
    policy::Actor,
};
use uuid::Uuid;

/// Fills the sections of which nothing is written yet: an H1's from the template of `usual`, an H2's from the
/// engagement's staffing plan and milestones and the client's brand page. The sections that it filled.
pub(crate) async fn begin(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    usual: Option<EngagementType>,
) -> Result<usize> {
    let page = brands::of(tx, ClientId(work.engagement.client)).await?;
    let known = match (work.kind(), usual) {
        (HandoffKind::SalesToProduction, Some(usual)) => {
            of_template(service, tx, work, usual).await?
        }
        (HandoffKind::ProductionToGenerative, _) => {
            carried_over(tx, work, page.brand.clone()).await?
        }
        _ => return Ok(0),
    };
    let mut package = store::load(tx, work.row.id).await?;
    let mut filled = 0;
    for section in Section::of(work.kind()) {
        if known.is_empty(*section) || !package.is_empty(*section) || has_text(work, *section) {
            continue;
        }
        let content = known.content(*section);
        store::write(tx, work.row.id, &content).await?;
        package.put(content);
        if *section == Section::Brand {
            brand::note_origin(tx, work.row.id, page.version, service.now()).await?;
        }
        settle(service, tx, actor, work, &package, *section).await?;
        filled += 1;
    }
    Ok(filled)
}

/// Whether an item of the section says something as a text.
fn has_text(work: &Work, section: Section) -> bool {
    let is_of = |item: &str| section.items(work.kind()).any(|of| of.name() == item);
    let mut items = work.items.iter();
    items.any(|row| is_of(&row.item) && !row.body.is_empty())
}

async fn of_template(
    service: &Service,
    tx: &mut Tx,
    work: &Work,
    usual: EngagementType,
) -> Result<Package> {
    let zone = service.calendar(tx).await?.zone;
    let seats = Seats {
        account_manager: work.engagement.account_manager.map(PersonId),
        producer: work.engagement.producer.map(PersonId),
    };
    let fee = Cents(work.engagement.monthly_fee);
    Ok(template(usual, &terms(&zone, work), fee, seats))
}

async fn carried_over(tx: &mut Tx, work: &Work, known: Brand) -> Result<Package> {
    let scope = match sow_package(tx, work.row.engagement).await? {
        Some(handoff) => store::load(tx, handoff).await?,
        None => Package::default(),
    };
    let people = people::everybody(tx).await?;
    let department = |id| people.iter().find(|person| person.id == id)?.department;
    Ok(Package {
        roles: roles_of(&scope.staffing, department),
        milestones: scope.milestones,
        brand: known,
        ..Package::default()
    })
}

/// The SOW package (H1) of an engagement.
pub(super) async fn sow_package(tx: &mut Tx, engagement: Uuid) -> Result<Option<Uuid>> {
    let sql = "SELECT id FROM handoff WHERE engagement = $1 AND kind = 1 ORDER BY id DESC LIMIT 1";
    let row = optional!(tx, (Uuid,), sql, engagement)?;
    Ok(row.map(|(id,)| id))
}
