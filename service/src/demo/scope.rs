//! What the packages of an engagement say.

use super::{repertoire::house, rng::Rng};
use crate::{
    Error, Result,
    db::rows::{EngagementRow, HandoffRow, PersonRow},
    export::Stored,
};
use domain::{
    brand::Brand,
    ids::*,
    money::Cents,
    package::{
        Availability, EngagementType, Package, PodRole, RoleAnswer, Seats, SpecFields,
        StaffingLine, Terms, WeeklyHours, lines, roles_of, template,
    },
    people::Department,
    text::Label,
    time::Zone,
};

/// Kinds of an H1 and an H2, as the table has them.
pub const KINDS: [i64; 2] = [1, 2];

/// What is known of an engagement when its packages are told.
pub struct Scope<'a> {
    terms: Terms,
    sow: Package,
    makers: Vec<&'a PersonRow>,
    brand: Brand,
}

impl<'a> Scope<'a> {
    /// The scope of an engagement: a client's brand is the same in all of them.
    pub fn of(
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
        let client = stored
            .clients
            .iter()
            .position(|one| one.id == engagement.client);
        let brand = house(client.unwrap_or_default()).fields().read();
        Ok(Self {
            terms,
            sow,
            makers,
            brand: brand.map_err(|bad| Error::fault("a brand", bad.sentence))?,
        })
    }

    /// An SOW package, or a pod request: the first for the whole pod, later ones for another pair of hands.
    pub fn package_of(&self, handoff: &HandoffRow, number: usize, rng: &mut Rng) -> Package {
        if handoff.kind == KINDS[0] {
            return self.sow.clone();
        }
        let mut roles = roles_of(&self.sow.staffing, |id| {
            let is_maker = self.makers.iter().any(|maker| maker.id == id.0);
            is_maker.then_some(Department::Generative)
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

impl Scope<'_> {
    /// Whoever has the title in the pod takes the role.
    pub fn answers(&self, roles: &[PodRole]) -> Vec<RoleAnswer> {
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
