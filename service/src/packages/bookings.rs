//! Whose time is taken: by staffing plans, and by answered pod requests.

use crate::{
    Result,
    db::{Tx, all},
};
use chrono::NaiveDate;
use domain::{
    ids::*,
    package::{Booking, PersonLoad, Terms, WEEKS_SHOWN, WeeklyHours, weekly},
    people::{Department, Person},
    time::Day,
};
use uuid::Uuid;

/// Contracted hours a week of somebody of whom nothing else is known, in hundredths.
const FULL_TIME: i64 = 4_000;

#[derive(sqlx::FromRow)]
struct Row {
    person: Uuid,
    engagement: Uuid,
    /// Hundredths of an hour a week, or percent of the person's week.
    part: i64,
    from_day: NaiveDate,
    to_day: Option<NaiveDate>,
    starts_on: NaiveDate,
    ends_on: Option<NaiveDate>,
}

/// How much of the weeks from `today` on is taken of each person of Generative who is there, by name.
pub(super) async fn of_generative(
    tx: &mut Tx,
    everybody: &[Person],
    today: Day,
) -> Result<Vec<PersonLoad>> {
    let planned = planned(tx).await?;
    let answered = answered(tx, everybody).await?;
    let makers = everybody.iter().filter(|person| {
        person.department == Some(Department::Generative)
            && person.left_on.is_none_or(|left| left > today)
    });
    Ok(makers
        .map(|person| PersonLoad {
            person: person.id,
            name: person.name.clone(),
            title: person.title.clone(),
            weeks: weekly(
                person.id,
                hours_of(person),
                &[&planned, &answered],
                today,
                WEEKS_SHOWN,
            ),
        })
        .collect())
}

fn hours_of(person: &Person) -> i64 {
    person
        .weekly_hours
        .filter(|hours| *hours > 0)
        .unwrap_or(FULL_TIME)
}

/// The staffing plans of engagements that are not closed.
async fn planned(tx: &mut Tx) -> Result<Vec<Booking>> {
    let sql = "SELECT s.person, h.engagement, s.hours AS part, s.from_day, s.to_day, e.starts_on, e.ends_on
               FROM staffing_line s JOIN handoff h ON h.id = s.handoff JOIN engagement e ON e.id = h.engagement
               WHERE s.person IS NOT NULL AND NOT EXISTS (SELECT 1 FROM handoff c
                   WHERE c.engagement = h.engagement AND c.kind = 4 AND c.stage = 'accepted')";
    let rows = all!(tx, Row, sql)?;
    let booking = |row: &Row| Some(row.booking(WeeklyHours::try_from(row.part).ok()?));
    Ok(rows.iter().filter_map(booking).collect())
}

/// The answered roles of engagements that are not closed.
async fn answered(tx: &mut Tx, everybody: &[Person]) -> Result<Vec<Booking>> {
    let sql = "SELECT a.person, h.engagement, a.load AS part, a.from_day, r.to_day, e.starts_on, e.ends_on
               FROM role_answer a JOIN handoff h ON h.id = a.handoff JOIN engagement e ON e.id = h.engagement
               LEFT JOIN pod_role r ON r.handoff = a.handoff AND r.seq = a.seq
               WHERE a.person IS NOT NULL AND a.load IS NOT NULL AND h.answered_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM handoff c
                   WHERE c.engagement = h.engagement AND c.kind = 4 AND c.stage = 'accepted')";
    let rows = all!(tx, Row, sql)?;
    let booking = |row: &Row| {
        let person = everybody.iter().find(|person| person.id.0 == row.person)?;
        let hours = hours_of(person) * row.part / 100;
        Some(row.booking(WeeklyHours::try_from(hours).ok()?))
    };
    Ok(rows.iter().filter_map(booking).collect())
}

impl Row {
    /// Without a last day of its own it lasts as long as the engagement is planned for.
    fn booking(&self, hours: WeeklyHours) -> Booking {
        let terms = Terms {
            signed_on: self.starts_on,
            starts_on: self.starts_on,
            ends_on: self.ends_on,
            needed_on: None,
        };
        Booking {
            person: PersonId(self.person),
            engagement: EngagementId(self.engagement),
            hours,
            from: self.from_day,
            to: self.to_day.unwrap_or_else(|| terms.last_day()),
        }
    }
}
