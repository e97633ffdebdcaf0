//! A small agency to count on: facts built a line at a time, known by their keys.

#![allow(dead_code, reason = "each test binary uses its part")]

use domain::{
    calendar::{Calendar, Opening},
    facts::*,
    handoff::{HandoffEvent, HandoffEventKind, HandoffKind, Item},
    ids::*,
    job::{JobEvent, JobEventKind},
    metrics::{Filter, Ledger, Metric, Number, Scope, Trace, measure, trace},
    money::Cents,
    people::Person,
    time::{Day, Instant, Period, Zone},
};
use uuid::Uuid;

/// The identity that belongs to a key.
pub fn id(key: &str) -> Uuid {
    Uuid::from_u128(key.bytes().fold(0xcbf2_9ce4_8422_2325_u128, |hash, byte| {
        (hash ^ u128::from(byte)).wrapping_mul(0x0100_0000_01b3)
    }))
}

/// An instant, from RFC 3339.
pub fn at(text: &str) -> Instant {
    text.parse().expect(text)
}

/// A day, from `YYYY-MM-DD`.
pub fn day(text: &str) -> Day {
    text.parse().expect(text)
}

/// A period of days.
pub fn period(from: &str, to: &str) -> Period {
    Period {
        from: day(from),
        to: day(to),
    }
}

/// An agency in UTC, open on weekdays from 9 to 18, with nobody and nothing in it.
pub fn agency() -> Facts {
    let calendar = Calendar {
        zone: Zone::utc(),
        opening: Opening::usual(),
        holidays: Default::default(),
    };
    Facts {
        calendar,
        currency: "USD".into(),
        people: vec![],
        clients: vec![],
        pods: vec![],
        engagements: vec![],
        workflows: vec![],
        jobs: vec![],
        handoffs: vec![],
        costs: vec![],
        surveys: vec![],
        milestones: vec![],
    }
}

/// Adds rows by key.
pub trait Build {
    fn client(&mut self, key: &str);
    fn engagement(&mut self, key: &str, client: &str, signed: &str) -> &mut EngagementFact;
    fn person(&mut self, key: &str, title: &str) -> &mut Person;
    fn workflow(&mut self, key: &str, engagement: &str, sla: &str);
    fn job(&mut self, key: &str, workflow: &str, submitted: &str, events: &[(&str, JobEventKind)]);
    fn handoff(
        &mut self,
        key: &str,
        kind: u8,
        engagement: &str,
        events: &[(&str, HandoffEventKind)],
    ) -> &mut HandoffFact;
    fn survey(&mut self, key: &str, client: &str, engagement: Option<&str>, at: &str, score: u8);
    fn cost(&mut self, key: &str, engagement: &str, date: &str, spent: Spent);
}

impl Build for Facts {
    fn client(&mut self, key: &str) {
        self.clients.push(ClientFact {
            id: ClientId(id(key)),
            key: key.into(),
            name: key.into(),
        });
    }

    fn engagement(&mut self, key: &str, client: &str, signed: &str) -> &mut EngagementFact {
        self.engagements.push(EngagementFact {
            id: EngagementId(id(key)),
            key: key.into(),
            name: key.into(),
            client: ClientId(id(client)),
            sow_signed_at: at(signed),
            monthly_fee: Cents(3_000_000),
            starts_on: at(signed).date_naive(),
            ends_on: None,
            account_manager: None,
            producer: None,
            backup: None,
            pod: None,
        });
        self.engagements.last_mut().expect("just pushed")
    }

    fn person(&mut self, key: &str, title: &str) -> &mut Person {
        self.people.push(Person {
            id: PersonId(id(key)),
            key: key.into(),
            name: key.into(),
            email: format!("{key}@agency.example"),
            department: None,
            title: title.into(),
            hired_on: None,
            independent_on: None,
            left_on: None,
            monthly_cost: None,
            weekly_hours: None,
        });
        self.people.last_mut().expect("just pushed")
    }

    fn workflow(&mut self, key: &str, engagement: &str, sla: &str) {
        let sla = sla.parse().expect(sla);
        let engagement = EngagementId(id(engagement));
        self.workflows.push(WorkflowFact {
            id: WorkflowId(id(key)),
            key: key.into(),
            name: key.into(),
            engagement,
            sla,
        });
    }

    fn job(&mut self, key: &str, workflow: &str, submitted: &str, events: &[(&str, JobEventKind)]) {
        let sla = self
            .workflows
            .iter()
            .find(|w| w.key == workflow)
            .expect("a workflow")
            .sla;
        let event = |(when, kind): &(&str, JobEventKind)| JobEvent {
            at: at(when),
            kind: *kind,
            reason: String::new(),
            recorded_at: at(when),
        };
        self.jobs.push(JobFact {
            id: JobId(id(key)),
            key: key.into(),
            title: key.into(),
            workflow: WorkflowId(id(workflow)),
            submitted_at: at(submitted),
            sla,
            events: events.iter().map(event).collect(),
        });
    }

    fn handoff(
        &mut self,
        key: &str,
        kind: u8,
        engagement: &str,
        events: &[(&str, HandoffEventKind)],
    ) -> &mut HandoffFact {
        self.handoffs.push(HandoffFact {
            id: HandoffId(id(key)),
            key: key.into(),
            kind: HandoffKind::try_from(kind).expect("a kind"),
            engagement: EngagementId(id(engagement)),
            job: None,
            needed_on: None,
            events: events
                .iter()
                .map(|(when, kind)| event(when, *kind))
                .collect(),
        });
        self.handoffs.last_mut().expect("just pushed")
    }

    fn survey(&mut self, key: &str, client: &str, engagement: Option<&str>, when: &str, score: u8) {
        self.surveys.push(SurveyFact {
            id: SurveyId(id(key)),
            key: key.into(),
            client: ClientId(id(client)),
            engagement: engagement.map(|key| EngagementId(id(key))),
            level: SurveyLevel::Relationship,
            at: at(when),
            score,
            comment: String::new(),
        });
    }

    fn cost(&mut self, key: &str, engagement: &str, date: &str, spent: Spent) {
        let engagement = EngagementId(id(engagement));
        self.costs.push(CostFact {
            id: CostId(id(key)),
            key: key.into(),
            engagement,
            date: day(date),
            spent,
            note: String::new(),
        });
    }
}

/// One event of a handoff, recorded as it happened.
pub fn event(when: &str, kind: HandoffEventKind) -> HandoffEvent {
    HandoffEvent {
        at: at(when),
        kind,
        waived: vec![],
        case_study: false,
        reason: String::new(),
        recorded_at: at(when),
    }
}

/// Marks items as waived in the first submission.
pub fn waive(handoff: &mut HandoffFact, items: &[Item]) {
    let first = handoff
        .events
        .iter_mut()
        .find(|event| event.kind == HandoffEventKind::Submitted);
    first.expect("a submission").waived = items.to_vec();
}

/// The number under no filter.
pub fn number(facts: &Facts, metric: Metric, asof: &str, period: Period) -> (i64, i64) {
    filtered(facts, metric, asof, period, Filter::default())
        .map(|n| (n.numerator, n.denominator))
        .expect("it applies")
}

/// The number under a filter, if that applies.
pub fn filtered(
    facts: &Facts,
    metric: Metric,
    asof: &str,
    period: Period,
    filter: Filter,
) -> Option<Number> {
    measure(
        &Ledger::new(facts, at(asof)),
        metric,
        &Scope { period, filter },
    )
}

/// The trace under no filter.
pub fn traced(facts: &Facts, metric: Metric, asof: &str, period: Period) -> Trace {
    trace(
        &Ledger::new(facts, at(asof)),
        metric,
        &Scope {
            period,
            filter: Filter::default(),
        },
    )
    .expect("it applies")
    .1
}
