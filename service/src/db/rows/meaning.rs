//! What rows are in the domain, and back.

use super::*;
use crate::{Error, Result};
use domain::{
    clock::Clock,
    facts::*,
    handoff::{HandoffEvent, HandoffKind, Item},
    ids::*,
    job::JobEvent,
    money::Cents,
    people::Person,
};
use std::{fmt::Display, str::FromStr};
use uuid::Uuid;

/// Reads a stored name; only a damaged database has others.
pub(crate) fn read<T: FromStr<Err: Display>>(column: &str, text: &str) -> Result<T> {
    text.parse().map_err(|error| Error::fault(column, error))
}

/// A value as JSON; the types of the domain always can be.
pub(crate) fn json(value: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::fault("writing JSON", error))
}

/// A clock that was stored as JSON.
pub(crate) fn clock(text: &str) -> Result<Clock> {
    serde_json::from_str(text).map_err(|error| Error::fault("a stored clock", error))
}

/// Who made an event happen, as histories keep it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Author {
    /// The person of the agency.
    pub person: Option<PersonId>,
    /// The client's contact.
    pub contact: Option<ContactId>,
    /// The account that entered it.
    pub user: Option<UserId>,
}

impl From<&domain::policy::Actor> for Author {
    fn from(actor: &domain::policy::Actor) -> Self {
        Self {
            person: actor.person,
            contact: actor.contact,
            user: actor.user,
        }
    }
}

impl PersonRow {
    /// The person.
    ///
    /// # Errors
    /// When the department has no known name.
    pub fn person(&self) -> Result<Person> {
        let department = self.department.as_deref();
        Ok(Person {
            id: PersonId(self.id),
            key: self.key.clone(),
            name: self.name.clone(),
            email: self.email.clone(),
            department: department
                .map(|name| read("person.department", name))
                .transpose()?,
            title: self.title.clone(),
            hired_on: self.hired_on,
            independent_on: self.independent_on,
            left_on: self.left_on,
            monthly_cost: self.monthly_cost.map(Cents),
            weekly_hours: self.weekly_hours,
        })
    }
}

impl ClientRow {
    /// The client.
    pub fn fact(&self) -> ClientFact {
        ClientFact {
            id: ClientId(self.id),
            key: self.key.clone(),
            name: self.name.clone(),
        }
    }
}

impl PodRow {
    /// The pod.
    pub fn fact(&self) -> PodFact {
        PodFact {
            id: PodId(self.id),
            key: self.key.clone(),
            name: self.name.clone(),
            core: self.core,
        }
    }
}

impl EngagementRow {
    /// The engagement.
    pub fn fact(&self) -> EngagementFact {
        EngagementFact {
            id: EngagementId(self.id),
            key: self.key.clone(),
            name: self.name.clone(),
            client: ClientId(self.client),
            sow_signed_at: self.sow_signed_at,
            monthly_fee: Cents(self.monthly_fee),
            starts_on: self.starts_on,
            ends_on: self.ends_on,
            account_manager: self.account_manager.map(PersonId),
            producer: self.producer.map(PersonId),
            backup: self.backup.map(PersonId),
            pod: self.pod.map(PodId),
        }
    }
}

impl WorkflowRow {
    /// The workflow.
    ///
    /// # Errors
    /// When its SLA cannot be read.
    pub fn fact(&self) -> Result<WorkflowFact> {
        Ok(WorkflowFact {
            id: WorkflowId(self.id),
            key: self.key.clone(),
            name: self.name.clone(),
            engagement: EngagementId(self.engagement),
            sla: read("workflow.sla", &self.sla)?,
        })
    }
}

impl JobRow {
    /// The job with its history.
    ///
    /// # Errors
    /// When its SLA cannot be read.
    pub fn fact(&self, events: Vec<JobEvent>) -> Result<JobFact> {
        Ok(JobFact {
            id: JobId(self.id),
            key: self.key.clone(),
            title: self.title.clone(),
            workflow: WorkflowId(self.workflow),
            submitted_at: self.submitted_at,
            sla: read("job.sla", &self.sla)?,
            events,
        })
    }
}

impl JobEventRow {
    /// The row of an event.
    pub fn new(job: Uuid, seq: i64, event: &JobEvent, by: Author) -> Self {
        Self {
            job,
            seq,
            at: event.at,
            kind: event.kind.name().to_owned(),
            reason: event.reason.clone(),
            actor_person: by.person.map(|id| id.0),
            actor_contact: by.contact.map(|id| id.0),
            actor_user: by.user.map(|id| id.0),
            recorded_at: event.recorded_at,
        }
    }

    /// The event.
    ///
    /// # Errors
    /// When its kind has no known name.
    pub fn event(&self) -> Result<JobEvent> {
        Ok(JobEvent {
            at: self.at,
            kind: read("job_event.kind", &self.kind)?,
            reason: self.reason.clone(),
            recorded_at: self.recorded_at,
        })
    }
}

impl HandoffRow {
    /// The kind, H1 to H4.
    ///
    /// # Errors
    /// When its number is none of the four.
    pub fn handoff_kind(&self) -> Result<HandoffKind> {
        let number = u8::try_from(self.kind).unwrap_or_default();
        HandoffKind::try_from(number).map_err(|error| Error::fault("handoff.kind", error))
    }

    /// The handoff with its history.
    ///
    /// # Errors
    /// When its kind is none of the four.
    pub fn fact(&self, events: Vec<HandoffEvent>) -> Result<HandoffFact> {
        Ok(HandoffFact {
            id: HandoffId(self.id),
            key: self.key.clone(),
            kind: self.handoff_kind()?,
            engagement: EngagementId(self.engagement),
            job: self.job.map(JobId),
            needed_on: self.needed_on,
            events,
        })
    }
}

impl HandoffEventRow {
    /// The row of an event.
    pub fn new(handoff: Uuid, seq: i64, event: &HandoffEvent, by: Author) -> Self {
        let waived: Vec<&str> = event.waived.iter().map(|item| item.name()).collect();
        Self {
            handoff,
            seq,
            at: event.at,
            kind: event.kind.name().to_owned(),
            waived: waived.join(";"),
            case_study: event.case_study,
            reason: event.reason.clone(),
            actor_person: by.person.map(|id| id.0),
            actor_contact: by.contact.map(|id| id.0),
            actor_user: by.user.map(|id| id.0),
            recorded_at: event.recorded_at,
            over_limit: String::new(),
        }
    }

    /// The event.
    ///
    /// # Errors
    /// When its kind or a waived item has no known name.
    pub fn event(&self) -> Result<HandoffEvent> {
        let names = self.waived.split(';').filter(|name| !name.is_empty());
        let waived: Result<Vec<Item>> = names
            .map(|name| read("handoff_event.waived", name))
            .collect();
        Ok(HandoffEvent {
            at: self.at,
            kind: read("handoff_event.kind", &self.kind)?,
            waived: waived?,
            case_study: self.case_study,
            reason: self.reason.clone(),
            recorded_at: self.recorded_at,
        })
    }
}

impl CostRow {
    /// The cost entry.
    pub fn fact(&self) -> CostFact {
        let spent = match (self.person, self.hours) {
            (Some(person), Some(hundredths)) => Spent::Hours {
                person: PersonId(person),
                hundredths,
            },
            _ => Spent::Amount(Cents(self.amount.unwrap_or_default())),
        };
        CostFact {
            id: CostId(self.id),
            key: self.key.clone(),
            engagement: EngagementId(self.engagement),
            date: self.date,
            spent,
            note: self.note.clone(),
        }
    }
}

impl SurveyRow {
    /// The answer.
    ///
    /// # Errors
    /// When its level has no known name.
    pub fn fact(&self) -> Result<SurveyFact> {
        Ok(SurveyFact {
            id: SurveyId(self.id),
            key: self.key.clone(),
            client: ClientId(self.client),
            engagement: self.engagement.map(EngagementId),
            level: read("survey.level", &self.level)?,
            at: self.at,
            score: u8::try_from(self.score).unwrap_or_default(),
            comment: self.comment.clone(),
        })
    }
}

impl MilestoneRow {
    /// The milestone.
    pub fn fact(&self) -> MilestoneFact {
        MilestoneFact {
            outcome: self.outcome.clone(),
            done_on: self.done_on,
        }
    }
}
