//! Whom a handoff's events and clocks concern.

use super::FeedKind;
use crate::{
    board::{HandoffCard, turn},
    clock::{Clock, ClockState},
    closing::FollowUp,
    handoff::{HandoffEventKind, HandoffKind, Stage},
    ids::*,
    job::JobState,
    people::{AccessRole, Department},
    time::{Day, Instant},
};

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    /// The account.
    pub user: Option<UserId>,
    /// The person behind it.
    pub person: Option<PersonId>,
    /// What the account may do, which says whose department it is of.
    pub role: AccessRole,
}

/// Who carries an engagement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carries {
    /// Who sells and cares for it.
    pub account_manager: Option<PersonId>,
    /// Who produces it.
    pub producer: Option<PersonId>,
    /// Who stands in for the producer.
    pub backup: Option<PersonId>,
    /// The people of Generative in its pod.
    pub makers: Vec<PersonId>,
}

impl Carries {
    /// Those of a department; nobody while nobody is named.
    fn of(&self, department: Department) -> Vec<PersonId> {
        match department {
            Department::Sales => self.account_manager.into_iter().collect(),
            Department::Production => self.producer.into_iter().chain(self.backup).collect(),
            Department::Generative => self.makers.clone(),
            Department::Platform | Department::Executive => Vec::new(),
        }
    }
}

/// An event of a handoff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turned {
    /// The handoff's kind.
    pub kind: HandoffKind,
    /// What happened.
    pub event: HandoffEventKind,
    /// The account that entered it.
    pub by_user: Option<UserId>,
    /// The person who did it.
    pub by_person: Option<PersonId>,
    /// The account that had submitted it before.
    pub sent_by: Option<UserId>,
}

/// Why an event concerns its reader, if it does: a submission those who receive it, a return and an answer those who
/// had sent it. Where nobody of the department is named yet, it concerns all of the department; what one did oneself
/// never does.
pub fn concerns(reader: &Reader, carries: &Carries, turned: &Turned) -> Option<FeedKind> {
    let own = (turned.by_user.is_some() && turned.by_user == reader.user)
        || (turned.by_person.is_some() && turned.by_person == reader.person);
    let (kind, department) = match turned.event {
        HandoffEventKind::Submitted => (FeedKind::Arrived, turned.kind.receiver()),
        HandoffEventKind::Returned => (FeedKind::Returned, turned.kind.sender()),
        HandoffEventKind::AvailabilityAnswered => (FeedKind::Answered, turned.kind.sender()),
        _ => return None,
    };
    let sent =
        kind != FeedKind::Arrived && turned.sent_by.is_some() && turned.sent_by == reader.user;
    (!own && (sent || is_theirs(reader, carries, department))).then_some(kind)
}

/// Why a handoff's clock concerns its reader at `now`, and since when: while it is the turn of their side, and it is at
/// risk or breached.
pub fn clock_concerns(
    reader: &Reader,
    carries: &Carries,
    (kind, stage): (HandoffKind, Stage),
    clock: &Clock,
    now: Instant,
) -> Option<(FeedKind, Instant)> {
    let department = turn(kind, stage)?;
    let theirs = is_theirs(reader, carries, department);
    theirs.then(|| runs_out(clock, now)).flatten()
}

/// Why a job's clock concerns its reader at `now`, and since when: whoever produces it, while it is the agency's turn
/// and the clock is at risk or breached.
pub fn job_clock_concerns(
    reader: &Reader,
    carries: &Carries,
    state: JobState,
    clock: &Clock,
    now: Instant,
) -> Option<(FeedKind, Instant)> {
    let agencys = state.is_open() && !matches!(state, JobState::OnHold | JobState::Delivered);
    let theirs = agencys && is_theirs(reader, carries, Department::Production);
    theirs.then(|| runs_out(clock, now)).flatten()
}

/// Why an open follow-up concerns its reader on `today`: it is the account manager's until it is closed.
pub fn follow_up_concerns(
    reader: &Reader,
    carries: &Carries,
    follow_up: &FollowUp,
    today: Day,
) -> Option<FeedKind> {
    let theirs = follow_up.closed_at.is_none() && is_theirs(reader, carries, Department::Sales);
    theirs.then(|| match follow_up.is_overdue(today) {
        true => FeedKind::FollowUpOverdue,
        false => FeedKind::FollowUp,
    })
}

fn runs_out(clock: &Clock, now: Instant) -> Option<(FeedKind, Instant)> {
    match clock.state(now) {
        ClockState::AtRisk => Some((FeedKind::AtRisk, clock.at_risk_at?)),
        ClockState::Breached => Some((FeedKind::Breached, clock.due_at?)),
        _ => None,
    }
}

fn is_theirs(reader: &Reader, carries: &Carries, department: Department) -> bool {
    let named = carries.of(department);
    if named.is_empty() {
        return department_of(reader.role) == Some(department);
    }
    reader.person.is_some_and(|person| named.contains(&person))
}

/// The department whose handoffs a role moves.
const fn department_of(role: AccessRole) -> Option<Department> {
    match role {
        AccessRole::Sales => Some(Department::Sales),
        AccessRole::Producer => Some(Department::Production),
        AccessRole::Generative => Some(Department::Generative),
        AccessRole::Client | AccessRole::Executive | AccessRole::Admin => None,
    }
}

/// Whether a change of a handoff, as the live feed tells of it, may concern a reader, so that they should ask again:
/// cheap, and never no where [`concerns`] says yes. Who is in a pod, or who had sent it, is not on the card.
pub fn may_concern(
    person: Option<PersonId>,
    role: AccessRole,
    card: &HandoffCard,
    action: &str,
) -> bool {
    let told = ["submitted", "returned", "answered", "accepted", "passed on"].contains(&action);
    let carried = [card.holder, card.producer, card.backup];
    told && match role {
        AccessRole::Producer => {
            card.producer.is_none() || (person.is_some() && carried.contains(&person))
        }
        AccessRole::Sales => {
            card.kind.sender() == Department::Sales || card.kind.receiver() == Department::Sales
        }
        _ => true,
    }
}
