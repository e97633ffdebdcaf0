//! Stored rows in the form of the files.

use super::Stored;
use crate::{
    Error, Result,
    db::rows::{self as db, meaning::read},
    import::{batch::Batch, format::*},
};
use domain::{
    handoff::{HandoffEventKind, HandoffKind},
    money::Cents,
};
use std::collections::HashMap;
use uuid::Uuid;

/// The keys of what others refer to, by identity.
struct Keys(HashMap<Uuid, Key>);

impl Keys {
    fn of(&self, id: Uuid) -> Result<Key> {
        let key = self.0.get(&id).cloned();
        key.ok_or_else(|| Error::fault("a stored reference", format!("nothing has the id {id}")))
    }

    fn of_known(&self, id: Option<Uuid>) -> Result<Option<Key>> {
        id.map(|id| self.of(id)).transpose()
    }
}

impl Stored {
    /// All rows in the form of the files, in the order in which they are stored here.
    ///
    /// # Errors
    /// When a stored name or reference is none: a damaged database.
    pub fn batch(&self) -> Result<Batch> {
        let keys = self.keys();
        Ok(Batch {
            settings: self.settings.iter().map(setting).collect(),
            holidays: self.holidays.iter().map(holiday).collect(),
            people: self.people.iter().map(person).collect::<Result<_>>()?,
            clients: self.clients.iter().map(client).collect(),
            contacts: self
                .contacts
                .iter()
                .map(|row| contact(row, &keys))
                .collect::<Result<_>>()?,
            pods: self.pods(&keys)?,
            engagements: self
                .engagements
                .iter()
                .map(|row| engagement(row, &keys))
                .collect::<Result<_>>()?,
            workflows: self
                .workflows
                .iter()
                .map(|row| workflow(row, &keys))
                .collect::<Result<_>>()?,
            jobs: self
                .jobs
                .iter()
                .map(|row| job(row, &keys))
                .collect::<Result<_>>()?,
            job_events: self
                .job_events
                .iter()
                .map(|row| job_event(row, &keys))
                .collect::<Result<_>>()?,
            handoffs: self
                .handoffs
                .iter()
                .map(|row| handoff(row, &keys))
                .collect::<Result<_>>()?,
            handoff_events: self.handoff_events(&keys)?,
            costs: self
                .costs
                .iter()
                .map(|row| cost(row, &keys))
                .collect::<Result<_>>()?,
            surveys: self
                .surveys
                .iter()
                .map(|row| survey(row, &keys))
                .collect::<Result<_>>()?,
            milestones: self.milestones.iter().map(milestone).collect(),
        })
    }

    fn keys(&self) -> Keys {
        let mut keys = HashMap::new();
        macro_rules! add {
            ($($table:ident),+) => { $(keys.extend(self.$table.iter().map(|row| (row.id, Key(row.key.clone()))));)+ };
        }
        add!(
            people,
            clients,
            contacts,
            pods,
            engagements,
            workflows,
            jobs,
            handoffs
        );
        Keys(keys)
    }

    fn pods(&self, keys: &Keys) -> Result<Vec<PodRow>> {
        let mut members: HashMap<Uuid, Vec<Key>> = HashMap::new();
        for member in &self.pod_members {
            members
                .entry(member.pod)
                .or_default()
                .push(keys.of(member.person)?);
        }
        let row = |pod: &db::PodRow| {
            Ok(PodRow {
                key: Key(pod.key.clone()),
                name: pod.name.clone(),
                core: pod.core,
                account_manager: keys.of_known(pod.account_manager)?,
                producer: keys.of_known(pod.producer)?,
                backup: keys.of_known(pod.backup)?,
                members: members.remove(&pod.id).unwrap_or_default(),
            })
        };
        self.pods.iter().map(row).collect()
    }

    fn handoff_events(&self, keys: &Keys) -> Result<Vec<HandoffEventRow>> {
        let closing = i64::from(HandoffKind::ProductionToSales.number());
        let reports: HashMap<Uuid, bool> = self
            .handoffs
            .iter()
            .map(|row| (row.id, row.kind == closing))
            .collect();
        let row = |row: &db::HandoffEventRow| {
            let event = row.event()?;
            let is_report = reports.get(&row.handoff).copied().unwrap_or_default();
            let closes = is_report && event.kind == HandoffEventKind::Accepted;
            Ok(HandoffEventRow {
                handoff: keys.of(row.handoff)?,
                at: event.at,
                event: event.kind,
                waived: event.waived,
                case_study: closes.then_some(event.case_study),
                reason: event.reason,
                actor: keys.of_known(row.actor_person.or(row.actor_contact))?,
                recorded_at: (event.recorded_at != event.at).then_some(event.recorded_at),
            })
        };
        self.handoff_events.iter().map(row).collect()
    }
}

fn setting(row: &db::SettingRow) -> SettingRow {
    SettingRow {
        name: Key(row.name.clone()),
        value: row.value.clone(),
    }
}

fn holiday(row: &db::HolidayRow) -> HolidayRow {
    HolidayRow {
        date: row.date,
        name: row.name.clone(),
    }
}

fn person(row: &db::PersonRow) -> Result<PersonRow> {
    let person = row.person()?;
    Ok(PersonRow {
        key: Key(person.key),
        name: person.name,
        email: person.email,
        department: person.department,
        title: person.title,
        hired_on: person.hired_on,
        independent_on: person.independent_on,
        left_on: person.left_on,
        monthly_cost: person.monthly_cost,
        weekly_hours: person.weekly_hours.map(Hours),
    })
}

fn client(row: &db::ClientRow) -> ClientRow {
    ClientRow {
        key: Key(row.key.clone()),
        name: row.name.clone(),
    }
}

fn contact(row: &db::ContactRow, keys: &Keys) -> Result<ContactRow> {
    Ok(ContactRow {
        key: Key(row.key.clone()),
        client: keys.of(row.client)?,
        name: row.name.clone(),
        email: row.email.clone(),
    })
}

fn engagement(row: &db::EngagementRow, keys: &Keys) -> Result<EngagementRow> {
    Ok(EngagementRow {
        key: Key(row.key.clone()),
        client: keys.of(row.client)?,
        name: row.name.clone(),
        sow_signed_at: row.sow_signed_at,
        monthly_fee: Cents(row.monthly_fee),
        starts_on: row.starts_on,
        ends_on: row.ends_on,
        account_manager: keys.of_known(row.account_manager)?,
        producer: keys.of_known(row.producer)?,
        backup: keys.of_known(row.backup)?,
        pod: keys.of_known(row.pod)?,
    })
}

fn workflow(row: &db::WorkflowRow, keys: &Keys) -> Result<WorkflowRow> {
    Ok(WorkflowRow {
        key: Key(row.key.clone()),
        engagement: keys.of(row.engagement)?,
        name: row.name.clone(),
        sla: read("workflow.sla", &row.sla)?,
    })
}

fn job(row: &db::JobRow, keys: &Keys) -> Result<JobRow> {
    Ok(JobRow {
        key: Key(row.key.clone()),
        workflow: keys.of(row.workflow)?,
        title: row.title.clone(),
        brief: row.brief.clone(),
        submitted_at: row.submitted_at,
        submitted_by: keys.of_known(row.submitted_by)?,
    })
}

fn job_event(row: &db::JobEventRow, keys: &Keys) -> Result<JobEventRow> {
    let event = row.event()?;
    Ok(JobEventRow {
        job: keys.of(row.job)?,
        at: event.at,
        event: event.kind,
        reason: event.reason,
        actor: keys.of_known(row.actor_person.or(row.actor_contact))?,
        recorded_at: (event.recorded_at != event.at).then_some(event.recorded_at),
    })
}

fn handoff(row: &db::HandoffRow, keys: &Keys) -> Result<HandoffRow> {
    Ok(HandoffRow {
        key: Key(row.key.clone()),
        kind: row.handoff_kind()?,
        engagement: keys.of(row.engagement)?,
        job: keys.of_known(row.job)?,
        needed_on: row.needed_on,
    })
}

fn cost(row: &db::CostRow, keys: &Keys) -> Result<CostRow> {
    Ok(CostRow {
        key: Key(row.key.clone()),
        engagement: keys.of(row.engagement)?,
        date: row.date,
        person: keys.of_known(row.person)?,
        hours: row.hours.map(Hours),
        amount: row.amount.map(Cents),
        note: row.note.clone(),
    })
}

fn survey(row: &db::SurveyRow, keys: &Keys) -> Result<SurveyRow> {
    let survey = row.fact()?;
    Ok(SurveyRow {
        key: Key(survey.key),
        client: keys.of(row.client)?,
        engagement: keys.of_known(row.engagement)?,
        level: survey.level,
        at: survey.at,
        score: Score(survey.score),
        comment: survey.comment,
    })
}

fn milestone(row: &db::MilestoneRow) -> MilestoneRow {
    MilestoneRow {
        outcome: Key(row.outcome.clone()),
        done_on: row.done_on,
    }
}
