//! A small agency to try things on: one person a department, two clients, a pod, an engagement.

use chrono::{NaiveDate, TimeDelta};
use domain::{
    board::{AnswerAvailability, HandoffCard, MoveHandoff},
    engagement::SignEngagement,
    handoff::{HandoffKind, Stage},
    ids::*,
    job::{JobEventKind, MoveJob},
    money::Cents,
    people::AccessRole,
    policy::Actor,
    quality::Mark,
};
use object_store::memory::InMemory;
use service::{
    Clock as _, FixedClock, Random, Result, Service,
    db::{Db, rows::*},
    engagements, handoffs, jobs, quality,
};
use std::sync::Arc;
use uuid::Uuid;

/// Monday morning in Berlin.
const MONDAY: &str = "2026-03-02T09:00:00+01:00";

/// The agency, and those who work with it.
#[derive(Clone)]
pub struct Agency {
    pub url: String,
    pub service: Service,
    pub clock: Arc<FixedClock>,
    pub sales: Actor,
    pub producer: Actor,
    pub generative: Actor,
    pub executive: Actor,
    pub admin: Actor,
    pub client: Actor,
    pub stranger: Actor,
    pub pod: PodId,
    pub engagement: EngagementId,
    pub workflow: WorkflowId,
}

impl Agency {
    pub async fn new(url: &str) -> Self {
        let clock = Arc::new(FixedClock::at(MONDAY.parse().unwrap()));
        let db = Db::open(url).await.unwrap();
        let service = Service::with(
            db,
            Arc::new(InMemory::new()),
            clock.clone(),
            Random::seeded(1),
        );
        let service = service.await.unwrap();
        let ids = Ids;
        people(&service, &ids).await;
        let staff = |name: &str, role, person| actor(ids.user(name), name, role).of(person);
        let mut agency = Self {
            url: url.to_owned(),
            sales: staff("Sam Sales", AccessRole::Sales, Some(ids.id("Sam Sales"))),
            producer: staff(
                "Pia Producer",
                AccessRole::Producer,
                Some(ids.id("Pia Producer")),
            ),
            generative: staff(
                "Gus Generative",
                AccessRole::Generative,
                Some(ids.id("Gus Generative")),
            ),
            executive: staff("Eve Executive", AccessRole::Executive, None),
            admin: staff("Ada Admin", AccessRole::Admin, None),
            client: staff("Cleo Client", AccessRole::Client, None).at(&ids, "Acme", "Cleo Client"),
            stranger: staff("Bo Other", AccessRole::Client, None).at(&ids, "Borg", "Bo Other"),
            pod: PodId(ids.id("Pod 1")),
            engagement: EngagementId(Uuid::nil()),
            workflow: WorkflowId(ids.id("Product film")),
            service,
            clock,
        };
        agency.engagement = agency
            .sign(ids.id("Acme"), ids.id("Pia Producer"), "Spring films")
            .await;
        agency.workflow_of(agency.engagement).await;
        agency
    }

    /// Another engagement of the same client.
    pub async fn sign_another(&self, name: &str) -> EngagementId {
        self.sign(Ids.id("Acme"), Ids.id("Pia Producer"), name)
            .await
    }

    async fn sign(&self, client: Uuid, producer: Uuid, name: &str) -> EngagementId {
        let command = SignEngagement {
            client: ClientId(client),
            name: name.into(),
            sow_signed_at: self.clock.now(),
            monthly_fee: Cents(3_000_000),
            starts_on: day("2026-03-16"),
            ends_on: Some(day("2026-06-30")),
            account_manager: self.sales.person,
            producer: Some(PersonId(producer)),
            backup: None,
            pod: None,
            usual: None,
        };
        engagements::sign(&self.service, &self.sales, command)
            .await
            .unwrap()
    }

    async fn workflow_of(&self, engagement: EngagementId) {
        let row = WorkflowRow {
            id: self.workflow.0,
            key: "film".into(),
            engagement: engagement.0,
            name: "Product film".into(),
            sla: "3 business days".into(),
            version: 1,
        };
        let mut tx = self.service.db().write().await.unwrap();
        WorkflowRow::insert(&mut tx, &[row]).await.unwrap();
        self.service.commit(tx).await.unwrap();
    }

    /// Somebody leaves the agency.
    pub async fn leave(&self, name: &str, on: &str) {
        let mut tx = self.service.db().write().await.unwrap();
        let found = PersonRow::by_id(&mut tx, Ids.id(name)).await.unwrap();
        let mut person = found.unwrap();
        person.left_on = Some(day(on));
        person.save(&mut tx).await.unwrap();
        self.service.commit(tx).await.unwrap();
    }

    /// Somebody gets an account now that may do what another may.
    pub async fn join(&self, name: &str, like: &Actor) -> Actor {
        let user = Ids.user(name);
        let row = UserRow {
            id: user.0,
            email: format!("{}@example.example", Ids.id(name)),
            name: name.into(),
            password_hash: String::new(),
            role: like.role.name().into(),
            person: like.person.map(|id| id.0),
            contact: None,
            disabled: false,
            created_at: self.clock.now(),
            version: 1,
        };
        let mut tx = self.service.db().write().await.unwrap();
        UserRow::insert(&mut tx, &[row]).await.unwrap();
        self.service.commit(tx).await.unwrap();
        Actor {
            user: Some(user),
            name: name.into(),
            ..like.clone()
        }
    }

    /// Lets time pass.
    pub fn later(&self, by: TimeDelta) {
        self.clock.advance(by);
    }

    /// The cards of a kind that are on the board.
    pub async fn cards(&self, kind: HandoffKind) -> Vec<HandoffCard> {
        let board = handoffs::board(&self.service, &self.admin).await.unwrap();
        board
            .cards
            .into_iter()
            .filter(|card| card.kind == kind)
            .collect()
    }

    /// The one card of a kind that is on the board.
    pub async fn card(&self, kind: HandoffKind) -> HandoffCard {
        let cards = self.cards(kind).await;
        assert_eq!(cards.len(), 1, "one card of {kind} is on the board");
        cards.into_iter().next().unwrap()
    }

    /// Moves a card as it is.
    pub async fn push(&self, actor: &Actor, card: &HandoffCard, to: Stage) -> Result<HandoffCard> {
        handoffs::move_handoff(&self.service, actor, plain(card, to)).await
    }

    /// Accepts a deliverable, every line of whose checklist passed.
    pub async fn pass(&self, actor: &Actor, card: &HandoffCard) -> Result<HandoffCard> {
        let command = MoveHandoff {
            marks: self.passes(card).await,
            ..plain(card, Stage::Accepted)
        };
        handoffs::move_handoff(&self.service, actor, command).await
    }

    /// That every line of a deliverable's checklist passed.
    pub async fn passes(&self, card: &HandoffCard) -> Vec<Mark> {
        let lines = quality::lines(&self.service, &self.admin, card.id).await;
        let lines = lines.unwrap().into_iter();
        let mark = |(line, _)| Mark {
            line,
            passed: true,
            note: String::new(),
        };
        lines.map(mark).collect()
    }

    /// Fills everything in and submits.
    pub async fn submit(&self, actor: &Actor, card: &HandoffCard) -> Result<HandoffCard> {
        let items = card
            .kind
            .required()
            .iter()
            .map(|item| (*item, format!("the {item}")))
            .collect();
        let command = MoveHandoff {
            items,
            ..plain(card, Stage::Submitted)
        };
        handoffs::move_handoff(&self.service, actor, command).await
    }

    /// Generative says in words who is available.
    pub async fn answer(&self, card: &HandoffCard) -> HandoffCard {
        let command = AnswerAvailability {
            id: card.id,
            version: card.version,
            answer: "Gus, from Monday".into(),
        };
        handoffs::answer_availability(&self.service, &self.generative, command)
            .await
            .unwrap()
    }

    /// The client sends a request.
    pub async fn request(&self) -> JobId {
        let command = jobs::SubmitJob {
            workflow: self.workflow,
            title: "A film".into(),
            brief: "Thirty seconds.".into(),
            answers: Vec::new(),
            files: Vec::new(),
        };
        jobs::submit(&self.service, &self.client, command)
            .await
            .unwrap()
    }

    /// Lets something happen to a job as it is.
    pub async fn happen(
        &self,
        actor: &Actor,
        id: JobId,
        event: JobEventKind,
        reason: &str,
    ) -> Result<domain::job::JobCard> {
        let version = jobs::page(&self.service, &self.admin, id)
            .await
            .unwrap()
            .card
            .version;
        let command = MoveJob {
            id,
            version,
            event,
            reason: reason.into(),
        };
        jobs::move_job(&self.service, actor, command).await
    }

    /// What the log told last of a kind of thing.
    pub async fn last_told(&self, entity: &str) -> String {
        let all = service::live::since(&self.service, &self.admin, 0, i64::MAX).await;
        let mut changes = all.unwrap().into_iter().rev();
        let last = changes.find(|change| change.entity == entity);
        last.unwrap().body
    }

    /// How many changes the log has.
    pub async fn changes(&self) -> i64 {
        let mut tx = self.service.db().read().await.unwrap();
        service::live::latest(&mut tx).await.unwrap()
    }
}

/// A move without anything on the way.
pub fn plain(card: &HandoffCard, to: Stage) -> MoveHandoff {
    MoveHandoff::plain(card.id, card.version, to)
}

/// A day of the year.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The same identity for the same name.
struct Ids;

impl Ids {
    fn id(&self, name: &str) -> Uuid {
        let mut bytes = [0; 16];
        for (at, byte) in name.bytes().enumerate() {
            bytes[at % 16] ^= byte.rotate_left((at / 16) as u32);
        }
        Uuid::from_bytes(bytes)
    }

    fn user(&self, name: &str) -> UserId {
        UserId(self.id(&format!("user {name}")))
    }
}

struct Draft(Actor);

fn actor(user: UserId, name: &str, role: AccessRole) -> Draft {
    Draft(Actor {
        user: Some(user),
        name: name.into(),
        role,
        person: None,
        client: None,
        contact: None,
    })
}

impl Draft {
    fn of(self, person: Option<Uuid>) -> Actor {
        Actor {
            person: person.map(PersonId),
            ..self.0
        }
    }
}

trait At {
    fn at(self, ids: &Ids, client: &str, contact: &str) -> Actor;
}

impl At for Actor {
    fn at(self, ids: &Ids, client: &str, contact: &str) -> Actor {
        Actor {
            client: Some(ClientId(ids.id(client))),
            contact: Some(ContactId(ids.id(contact))),
            ..self
        }
    }
}

async fn people(service: &Service, ids: &Ids) {
    let mut tx = service.db().write().await.unwrap();
    let setting = |name: &str, value: &str| SettingRow {
        name: name.into(),
        value: value.into(),
    };
    let settings = [
        setting("timezone", "Europe/Berlin"),
        setting("currency", "EUR"),
    ];
    SettingRow::insert(&mut tx, &settings).await.unwrap();
    let person = |name: &str, department: &str, title: &str| PersonRow {
        id: ids.id(name),
        key: name.into(),
        name: name.into(),
        email: format!("{}@agency.example", ids.id(name)),
        department: Some(department.into()),
        title: title.into(),
        hired_on: Some(day("2025-01-01")),
        independent_on: None,
        left_on: None,
        monthly_cost: Some(500_000),
        weekly_hours: Some(4_000),
        version: 1,
    };
    let persons = [
        person("Sam Sales", "Sales", "Account Manager"),
        person("Pia Producer", "Production", "Producer"),
        person("Gus Generative", "Generative", "Workflow Engineer"),
    ];
    PersonRow::insert(&mut tx, &persons).await.unwrap();
    let client = |name: &str| ClientRow {
        id: ids.id(name),
        key: name.into(),
        name: name.into(),
        version: 1,
    };
    ClientRow::insert(&mut tx, &[client("Acme"), client("Borg")])
        .await
        .unwrap();
    let contact = |client: &str, name: &str| ContactRow {
        id: ids.id(name),
        key: name.into(),
        client: ids.id(client),
        name: name.into(),
        email: format!("{}@client.example", ids.id(name)),
        version: 1,
    };
    let contacts = [contact("Acme", "Cleo Client"), contact("Borg", "Bo Other")];
    ContactRow::insert(&mut tx, &contacts).await.unwrap();
    let pod = PodRow {
        id: ids.id("Pod 1"),
        key: "pod-1".into(),
        name: "Pod 1".into(),
        core: true,
        account_manager: None,
        producer: None,
        backup: None,
        version: 1,
    };
    PodRow::insert(&mut tx, &[pod]).await.unwrap();
    let member = PodMemberRow {
        pod: ids.id("Pod 1"),
        seq: 1,
        person: ids.id("Gus Generative"),
    };
    PodMemberRow::insert(&mut tx, &[member]).await.unwrap();
    let user =
        |name: &str, role: AccessRole, person: Option<Uuid>, contact: Option<Uuid>| UserRow {
            id: ids.user(name).0,
            email: format!("{}@example.example", ids.id(name)),
            name: name.into(),
            password_hash: String::new(),
            role: role.name().into(),
            person,
            contact,
            disabled: false,
            created_at: MONDAY.parse().unwrap(),
            version: 1,
        };
    let users = [
        user(
            "Sam Sales",
            AccessRole::Sales,
            Some(ids.id("Sam Sales")),
            None,
        ),
        user(
            "Pia Producer",
            AccessRole::Producer,
            Some(ids.id("Pia Producer")),
            None,
        ),
        user(
            "Gus Generative",
            AccessRole::Generative,
            Some(ids.id("Gus Generative")),
            None,
        ),
        user("Eve Executive", AccessRole::Executive, None, None),
        user("Ada Admin", AccessRole::Admin, None, None),
        user(
            "Cleo Client",
            AccessRole::Client,
            None,
            Some(ids.id("Cleo Client")),
        ),
        user(
            "Bo Other",
            AccessRole::Client,
            None,
            Some(ids.id("Bo Other")),
        ),
    ];
    UserRow::insert(&mut tx, &users).await.unwrap();
    service.commit(tx).await.unwrap();
}
