//! Who may do what: the table of the policy.

use domain::{
    handoff::{HandoffEventKind, HandoffKind},
    ids::{ClientId, PersonId, UserId},
    job::JobEventKind,
    people::AccessRole,
    policy::{Action, Actor, Page, Refusal, Scope, check_role, landing, may, rail, scope},
};
use rstest::rstest;
use uuid::Uuid;

const H1: HandoffKind = HandoffKind::SalesToProduction;
const H2: HandoffKind = HandoffKind::ProductionToGenerative;
const H3: HandoffKind = HandoffKind::GenerativeToProduction;
const H4: HandoffKind = HandoffKind::ProductionToSales;

#[rstest]
#[case(Action::SeePortal, "client")]
#[case(Action::SubmitJob, "client")]
#[case(Action::AnswerSurvey, "client")]
#[case(Action::SeeBoard, "producer sales generative executive admin")]
#[case(Action::SeeJobs, "producer sales generative executive admin")]
#[case(Action::SeeEngagements, "producer sales generative executive admin")]
#[case(Action::SeeDashboard, "producer sales generative executive admin")]
#[case(Action::SeeQuality, "producer generative executive admin")]
#[case(Action::EditChecklist, "producer admin")]
#[case(Action::EditRequestForm, "producer admin")]
#[case(Action::SeePlan, "producer sales generative executive admin")]
#[case(Action::SeeTeam, "producer executive admin")]
#[case(Action::SeeFees, "producer sales executive admin")]
#[case(Action::SeeMargin, "producer executive admin")]
#[case(Action::Job(JobEventKind::Accepted), "producer admin")]
#[case(Action::Job(JobEventKind::Declined), "producer admin")]
#[case(Action::Job(JobEventKind::Production), "producer generative admin")]
#[case(Action::Job(JobEventKind::Qc), "producer generative admin")]
#[case(Action::Job(JobEventKind::Delivered), "producer admin")]
#[case(Action::Job(JobEventKind::Held), "producer admin")]
#[case(Action::Job(JobEventKind::Resumed), "client producer admin")]
#[case(Action::Job(JobEventKind::ChangesRequested), "client admin")]
#[case(Action::Job(JobEventKind::Approved), "client admin")]
#[case(Action::Job(JobEventKind::Cancelled), "client admin")]
#[case(Action::Prepare(H1), "sales admin")]
#[case(Action::Prepare(H2), "producer admin")]
#[case(Action::Prepare(H3), "generative admin")]
#[case(Action::Prepare(H4), "producer admin")]
#[case(Action::Handoff(H1, HandoffEventKind::Submitted), "sales admin")]
#[case(Action::Handoff(H1, HandoffEventKind::Accepted), "producer admin")]
#[case(Action::Handoff(H2, HandoffEventKind::Submitted), "producer admin")]
#[case(Action::Handoff(H2, HandoffEventKind::Returned), "generative admin")]
#[case(
    Action::Handoff(H2, HandoffEventKind::AvailabilityAnswered),
    "generative admin"
)]
#[case(Action::Handoff(H3, HandoffEventKind::Submitted), "generative admin")]
#[case(Action::Handoff(H3, HandoffEventKind::InReview), "producer admin")]
#[case(Action::Handoff(H4, HandoffEventKind::Submitted), "producer admin")]
#[case(Action::Handoff(H4, HandoffEventKind::Accepted), "sales admin")]
#[case(Action::Arrange(H1), "producer sales admin")]
#[case(Action::Arrange(H3), "producer generative admin")]
#[case(Action::SetLimits, "producer admin")]
#[case(Action::SeeBrand, "producer sales generative executive admin")]
#[case(Action::WriteBrand, "producer sales admin")]
#[case(Action::SaveView, "producer sales generative executive admin")]
#[case(Action::Comment, "producer sales generative executive admin")]
#[case(Action::SeeFeed, "producer sales generative executive admin")]
#[case(Action::Search, "producer sales generative executive admin")]
#[case(Action::PassDesk(PersonId(Uuid::nil())), "producer executive admin")]
#[case(Action::SignEngagement, "sales admin")]
#[case(Action::EnterCost, "producer admin")]
#[case(Action::MarkMilestone, "producer admin")]
#[case(Action::ManageUsers, "admin")]
#[case(Action::ManageSettings, "admin")]
#[case(Action::Import, "admin")]
#[case(Action::Export, "admin")]
#[case(Action::SeeChanges, "admin")]
fn these_roles_may(#[case] action: Action, #[case] expected: &str) {
    let may = |role: &&AccessRole| check_role(**role, action).is_ok();
    let found: Vec<&str> = AccessRole::ALL
        .iter()
        .filter(may)
        .map(|role| role.name())
        .collect();
    assert_eq!(found.join(" "), expected);
}

#[rstest]
#[case(
    Action::Handoff(H3, HandoffEventKind::Submitted),
    "Only Generative can submit this."
)]
#[case(
    Action::Job(JobEventKind::Qc),
    "Only Production and Generative can take this job to QC."
)]
#[case(Action::SeeFees, "Only Production, Sales and executives can see fees.")]
#[case(Action::ManageUsers, "Only an admin can manage users.")]
fn a_refusal_says_who_may(#[case] action: Action, #[case] sentence: &str) {
    let refusal = check_role(AccessRole::Client, action).unwrap_err();
    assert_eq!(refusal.to_string(), sentence);
}

fn actor(role: AccessRole, client: Option<ClientId>) -> Actor {
    Actor {
        user: Some(UserId(Uuid::from_u128(1))),
        role,
        client,
        ..Actor::system("Ana Ruiz")
    }
}

const OWN: ClientId = ClientId(Uuid::from_u128(10));
const FOREIGN: ClientId = ClientId(Uuid::from_u128(11));

#[test]
fn a_client_sees_its_own_company_alone() {
    let client = actor(AccessRole::Client, Some(OWN));
    assert_eq!(scope(&client), Scope::Client(OWN));
    assert_eq!(may(&client, Action::SeeClient(OWN)), Ok(()));
    assert_eq!(
        may(&client, Action::SeeClient(FOREIGN)),
        Err(Refusal::NotFound)
    );
    let nobody = actor(AccessRole::Client, None);
    assert_eq!(may(&nobody, Action::SeeClient(OWN)), Err(Refusal::NotFound));
}

#[test]
fn the_agency_sees_every_company() {
    for role in AccessRole::ALL
        .iter()
        .filter(|role| **role != AccessRole::Client)
    {
        assert_eq!(scope(&actor(*role, None)), Scope::All);
        assert_eq!(may(&actor(*role, None), Action::SeeClient(FOREIGN)), Ok(()));
    }
}

#[test]
fn the_system_may_do_everything() {
    let system = Actor::system("import");
    assert_eq!(may(&system, Action::SubmitJob), Ok(()));
    assert_eq!(may(&system, Action::Import), Ok(()));
}

#[test]
fn every_role_may_open_the_page_that_it_lands_on() {
    for &role in AccessRole::ALL {
        assert!(rail(role).contains(&landing(role)), "{role}");
    }
}

#[rstest]
#[case(AccessRole::Client, &[Page::Portal])]
#[case(AccessRole::Sales, &[Page::Board, Page::Jobs, Page::Engagements, Page::Dashboard, Page::Plan])]
#[case(AccessRole::Executive, &[Page::Board, Page::Jobs, Page::Engagements, Page::Dashboard, Page::Quality, Page::Plan, Page::Team])]
fn the_rail_shows_what_a_role_may_open(#[case] role: AccessRole, #[case] pages: &[Page]) {
    assert_eq!(rail(role), pages);
}

#[test]
fn a_producer_passes_on_their_own_desk_alone() {
    let (own, other) = (PersonId(Uuid::from_u128(20)), PersonId(Uuid::from_u128(21)));
    let producer = Actor {
        person: Some(own),
        ..actor(AccessRole::Producer, None)
    };
    assert_eq!(may(&producer, Action::PassDesk(own)), Ok(()));
    let refused = may(&producer, Action::PassDesk(other)).unwrap_err();
    assert!(
        refused
            .to_string()
            .starts_with("Only executives and admins"),
        "{refused}"
    );
    let executive = actor(AccessRole::Executive, None);
    assert_eq!(may(&executive, Action::PassDesk(other)), Ok(()));
}
