//! What the packages of the engagements that are not closed contain.

use super::{paper::pdf, repertoire::BRANDS, rng::Rng};
use crate::{
    Result, Service,
    db::{
        Tx, all,
        rows::{EngagementRow, HandoffRow, PersonRow},
    },
    export::Stored,
    files::{self, NewFile, Owner},
    live::{self, Change},
    packages::{save_section, write_answers, write_content},
};
use domain::{
    handoff::Stage,
    ids::*,
    money::Cents,
    package::{
        Availability, BrandContext, EngagementType, Package, PodRole, RoleAnswer, SavePackage,
        Seats, Section, SpecFields, StaffingLine, Terms, WeeklyHours, lines, roles_of, template,
    },
    policy::Actor,
    text::Label,
    time::Zone,
};
use uuid::Uuid;

/// Kinds of an H1 and an H2, as the table has them.
const KINDS: [i64; 2] = [1, 2];

/// Writes the packages of all engagements that are not closed.
pub async fn write(service: &Service, system: &Actor, stored: &Stored, seed: u64) -> Result<()> {
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
                tell(service, system, handoff, engagement, &scope, package).await?;
            }
        }
    }
    Ok(())
}

fn is_closed(stored: &Stored, engagement: &EngagementRow) -> bool {
    let mut handoffs = stored.handoffs.iter();
    handoffs
        .any(|one| one.engagement == engagement.id && one.kind == 4 && one.accepted_at.is_some())
}

/// What is known of an engagement when its packages are told.
struct Scope<'a> {
    terms: Terms,
    sow: Package,
    makers: Vec<&'a PersonRow>,
    brand: BrandContext,
}

impl<'a> Scope<'a> {
    fn of(
        stored: &'a Stored,
        engagement: &EngagementRow,
        zone: &Zone,
        rng: &mut Rng,
    ) -> Result<Self> {
        let terms = Terms {
            signed_on: zone.day(engagement.sow_signed_at),
            starts_on: engagement.starts_on,
            ends_on: engagement.ends_on,
            needed_on: None,
        };
        let seats = Seats {
            account_manager: engagement.account_manager.map(PersonId),
            producer: engagement.producer.map(PersonId),
        };
        let kind = match engagement.ends_on {
            None => EngagementType::AlwaysOn,
            Some(_) => *rng.pick(&[
                EngagementType::Campaign,
                EngagementType::Launch,
                EngagementType::Pilot,
            ]),
        };
        let makers = makers(stored, engagement);
        let mut sow = template(kind, &terms, Cents(engagement.monthly_fee), seats);
        sow.staffing
            .iter_mut()
            .for_each(|line| staff(line, &makers));
        let share = 850 + rng.below(480) as i64;
        for line in &mut sow.budget {
            // In whole hundreds, as people write budgets.
            line.amount = Cents(line.amount.share(share, 1_000).0 / 10_000 * 10_000);
        }
        let brand = rng.pick(&BRANDS);
        Ok(Self {
            terms,
            sow,
            makers,
            brand: BrandContext {
                text: crate::db::rows::meaning::read("a brand", brand.0)?,
                links: vec![crate::db::rows::meaning::read("a brand's link", brand.1)?],
            },
        })
    }

    /// An SOW package, or a pod request: the first for the whole pod, later ones for another pair of hands.
    fn package_of(&self, handoff: &HandoffRow, number: usize, rng: &mut Rng) -> Package {
        if handoff.kind == KINDS[0] {
            return self.sow.clone();
        }
        let mut roles = roles_of(&self.sow.staffing, |id| {
            let is_maker = self.makers.iter().any(|maker| maker.id == id.0);
            is_maker.then_some(domain::people::Department::Generative)
        });
        if number > 1 && !roles.is_empty() {
            roles = vec![roles.swap_remove(rng.below(roles.len()))];
            roles[0].from = handoff.needed_on.unwrap_or(self.terms.starts_on);
        }
        Package {
            roles,
            milestones: self.sow.milestones.clone(),
            specs: lines(&specs(rng)).unwrap_or_default(),
            brand: self.brand.clone(),
            ..Package::default()
        }
    }
}

/// The people of Generative in the engagement's pod.
fn makers<'a>(stored: &'a Stored, engagement: &EngagementRow) -> Vec<&'a PersonRow> {
    let members = stored
        .pod_members
        .iter()
        .filter(|one| Some(one.pod) == engagement.pod);
    let person = |id| stored.people.iter().find(|person| person.id == id);
    members.filter_map(|member| person(member.person)).collect()
}

/// A line has the pod's person of its title, who works for other engagements too.
fn staff(line: &mut StaffingLine, makers: &[&PersonRow]) {
    let of_title = makers
        .iter()
        .find(|maker| maker.title == line.title.as_str());
    if let Some(maker) = of_title {
        line.person = Some(PersonId(maker.id));
    }
    let hours = line.hours.hundredths() * 55 / 10_000;
    line.hours = WeeklyHours::whole(hours);
}

fn specs(rng: &mut Rng) -> Vec<SpecFields> {
    let spec = |format: &str, size: &str, count: usize, duration: &str, notes: &str| SpecFields {
        format: format.to_owned(),
        size: size.to_owned(),
        count: count.to_string(),
        duration: duration.to_owned(),
        notes: notes.to_owned(),
    };
    vec![
        spec(
            "MP4, H.264",
            "1920 × 1080",
            2 + rng.below(4),
            "15 s",
            "Captions burnt in, music cleared",
        ),
        spec(
            "MP4, H.264",
            "1080 × 1920",
            4 + rng.below(8),
            "6 s",
            "Safe area for the handle",
        ),
        spec(
            "PNG",
            "3000 × 3000",
            10 + rng.below(20),
            "",
            "Transparent ground",
        ),
    ]
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
    scope: &Scope<'_>,
    mut package: Package,
) -> Result<()> {
    let id = HandoffId(handoff.id);
    let kind = handoff.handoff_kind()?;
    let document = match handoff.kind == KINDS[0] {
        true => Some(document(service, engagement).await?),
        false => None,
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
    if handoff.answered_at.is_some() {
        write_answers(&mut tx, handoff.id, &scope.answers(&package.roles)).await?;
    }
    note(service, &mut tx, system, id).await?;
    service.commit(tx).await
}

impl Scope<'_> {
    /// Whoever has the title in the pod takes the role.
    fn answers(&self, roles: &[PodRole]) -> Vec<RoleAnswer> {
        let free = |title: &Label| {
            self.makers
                .iter()
                .find(|maker| maker.title == title.as_str())
        };
        let answer = |(role, asked): (usize, &PodRole)| RoleAnswer {
            role,
            availability: match free(&asked.title) {
                Some(maker) => Availability::Free {
                    person: PersonId(maker.id),
                    from: asked.from,
                    load: u8::try_from(asked.hours.hundredths() / 40)
                        .unwrap_or(100)
                        .clamp(1, 100),
                },
                None => Availability::NotBefore(asked.from + chrono::TimeDelta::weeks(3)),
            },
        };
        roles.iter().enumerate().map(answer).collect()
    }
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
    let mut keeping = files::begin(service).await?;
    keeping.write(pdf(&lines).into()).await?;
    Ok(NewFile {
        name: format!("{}.pdf", engagement.name),
        kept: keeping.finish().await?,
    })
}
