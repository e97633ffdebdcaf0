//! Telling the packages of the engagements that are not closed.

use super::{
    art,
    paper::pdf,
    repertoire::house,
    rng::Rng,
    scope::{KINDS, Scope},
};
use crate::{
    Error, Result, Service,
    brands::write_brand,
    db::{
        Tx, all,
        rows::{EngagementRow, HandoffRow},
    },
    export::Stored,
    files::{self, NewFile, Owner},
    live::{self, Change},
    packages::{note_origin, save_section, write_answers, write_content},
};
use domain::{
    brand::SaveBrand,
    handoff::{HandoffKind, Stage},
    ids::*,
    money::Cents,
    package::{Package, SavePackage, Section},
    policy::Actor,
    time::Instant,
};
use uuid::Uuid;

/// The version of a brand page once its files and its texts are there.
const FIRST: i64 = 2;

/// Writes the packages of all engagements that are not closed.
pub async fn write(service: &Service, system: &Actor, stored: &Stored, seed: u64) -> Result<()> {
    brand_pages(service, system, stored).await?;
    let mut rng = Rng::new(seed);
    let zone = service.zone();
    let mut begun = 0;
    for engagement in stored
        .engagements
        .iter()
        .filter(|one| !is_closed(stored, one))
    {
        let scope = Scope::of(stored, engagement, &zone, &mut rng)?;
        let mut handoffs: Vec<_> = stored
            .handoffs
            .iter()
            .filter(|one| one.engagement == engagement.id)
            .collect();
        handoffs.retain(|one| KINDS.contains(&one.kind));
        for (number, handoff) in handoffs.into_iter().enumerate() {
            let package = scope.package_of(handoff, number, &mut rng);
            if handoff.stage == Stage::Preparing.name() {
                begin(service, system, handoff, &package, begun).await?;
                begun += 1;
            } else {
                tell(
                    service, system, handoff, engagement, stored, &scope, package,
                )
                .await?;
            }
        }
    }
    Ok(())
}

/// Each client has its brand page.
async fn brand_pages(service: &Service, system: &Actor, stored: &Stored) -> Result<()> {
    for (place, client) in stored.clients.iter().enumerate() {
        let client = ClientId(client.id);
        mood_board(service, system, client, place).await?;
        let command = SaveBrand {
            client,
            version: 1,
            fields: house(place).fields(),
        };
        write_brand(service, system, command).await?;
    }
    Ok(())
}

/// A picture in the colours of the house.
async fn mood_board(
    service: &Service,
    system: &Actor,
    client: ClientId,
    place: usize,
) -> Result<()> {
    let picture = art::picture(place, &mut Rng::new(place as u64));
    let picture = picture.map_err(|error| Error::fault("a mood board", error))?;
    let file = files::take_in(service, "Mood board.png", picture.into()).await?;
    files::add(service, system, Owner::Brand(client), "", vec![file]).await?;
    Ok(())
}

fn is_closed(stored: &Stored, engagement: &EngagementRow) -> bool {
    let mut handoffs = stored.handoffs.iter();
    handoffs
        .any(|one| one.engagement == engagement.id && one.kind == 4 && one.accepted_at.is_some())
}

/// A package in preparation is begun: one more section each time, never all.
async fn begin(
    service: &Service,
    system: &Actor,
    handoff: &HandoffRow,
    package: &Package,
    begun: usize,
) -> Result<()> {
    let kind = handoff.handoff_kind()?;
    let sections = Section::of(kind);
    // The signed document comes last: somebody has to upload it.
    let in_turn = sections.iter().filter(|one| **one != Section::Sow);
    let mut version = handoff.version;
    for section in in_turn.take(begun % sections.len()) {
        let command = SavePackage {
            id: HandoffId(handoff.id),
            version,
            content: package.content(*section),
        };
        version = save_section(service, system, command).await?.version;
    }
    Ok(())
}

/// A package that was submitted says all that it said then.
async fn tell(
    service: &Service,
    system: &Actor,
    handoff: &HandoffRow,
    engagement: &EngagementRow,
    stored: &Stored,
    scope: &Scope<'_>,
    mut package: Package,
) -> Result<()> {
    let id = HandoffId(handoff.id);
    let kind = handoff.handoff_kind()?;
    let document = if kind == HandoffKind::SalesToProduction {
        Some(document(service, engagement).await?)
    } else {
        None
    };
    let mut tx = service.db().write().await?;
    if let Some(document) = document {
        let files =
            files::attach(service, &mut tx, system, Owner::Handoff(id), vec![document]).await?;
        package.sow.file = files.first().copied();
    }
    let waived = waived(&mut tx, handoff.id).await?;
    for section in Section::of(kind) {
        if section
            .items(kind)
            .any(|item| waived.iter().any(|(name,)| name == item.name()))
        {
            continue;
        }
        write_content(&mut tx, handoff.id, &package.content(*section)).await?;
    }
    if let Some(begun) = began(stored, handoff) {
        note_origin(&mut tx, handoff.id, FIRST, begun).await?;
    }
    if handoff.answered_at.is_some() {
        write_answers(&mut tx, handoff.id, &scope.answers(&package.roles)).await?;
    }
    note(service, &mut tx, system, id).await?;
    service.commit(tx).await
}

/// When it was opened.
fn began(stored: &Stored, handoff: &HandoffRow) -> Option<Instant> {
    let mut events = stored.handoff_events.iter();
    events
        .find(|event| event.handoff == handoff.id)
        .map(|event| event.at)
}

/// The log knows of the package, and the handoff's own last move stays the last thing that happened to it.
async fn note(service: &Service, tx: &mut Tx, system: &Actor, id: HandoffId) -> Result<()> {
    let change = Change {
        client: None,
        entity: "package",
        id: id.to_string(),
        version: 0,
        action: "told",
        body: id,
    };
    live::append(tx, system, service.now(), change)
        .await
        .map(drop)
}

/// The names of the items that it goes without.
async fn waived(tx: &mut Tx, handoff: Uuid) -> Result<Vec<(String,)>> {
    let sql = "SELECT item FROM handoff_item WHERE handoff = $1 AND state = 'waived'";
    all!(tx, (String,), sql, handoff)
}

async fn document(service: &Service, engagement: &EngagementRow) -> Result<NewFile> {
    let lines = [
        "Statement of Work".to_owned(),
        engagement.name.clone(),
        format!("Monthly fee {} USD", Cents(engagement.monthly_fee)),
        format!("From {}", engagement.starts_on),
        "Signed by both parties. This is an invented document.".to_owned(),
    ];
    files::take_in(
        service,
        &format!("{}.pdf", engagement.name),
        pdf(&lines).into(),
    )
    .await
}
