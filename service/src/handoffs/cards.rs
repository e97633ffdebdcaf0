//! Handoffs as the board shows them.

use crate::{
    Result,
    db::{
        Tx, all,
        rows::meaning::{clock, read},
    },
};
use domain::{
    board::{HandoffCard, turn},
    clock::Clock,
    handoff::{self, HandoffKind, Item, Stage, gate::ItemState},
    ids::*,
    people::Department,
    time::{Day, Instant},
};
use std::collections::HashMap;
use uuid::Uuid;

/// Which cards are read.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Which {
    /// All that are on the board: not accepted, and their job neither declined nor cancelled.
    Open,
    /// One.
    One(HandoffId),
    /// Those of an engagement that are on the board.
    OpenOf(EngagementId),
    /// Accepted ones of a kind, the latest first, from the one after `skip` on.
    Accepted {
        kind: HandoffKind,
        skip: i64,
        limit: i64,
    },
}

#[derive(sqlx::FromRow)]
struct CardRow {
    id: Uuid,
    version: i64,
    kind: i64,
    stage: String,
    position: String,
    engagement: Uuid,
    job: Option<Uuid>,
    clock: String,
    job_clock: Option<String>,
    answered_at: Option<Instant>,
    returns: i64,
    withdrawn: bool,
    client: Uuid,
    client_name: String,
    engagement_name: String,
    job_title: Option<String>,
    pod: Option<Uuid>,
    account_manager: Option<Uuid>,
    producer: Option<Uuid>,
    backup: Option<Uuid>,
}

#[derive(sqlx::FromRow)]
struct ItemRow {
    handoff: Uuid,
    item: String,
    state: String,
}

/// The query for cards, and the one for their items, that end alike.
macro_rules! read_cards {
    ($tx:expr, $tail:literal $(, $bind:expr)*) => {{
        let cards = all!($tx, CardRow, concat!(
            "SELECT h.id, h.version, h.kind, h.stage, h.position, h.engagement, h.job, h.clock, j.clock AS job_clock, h.answered_at, h.returns,
                    (h.withdrawn OR h.stopped OR (h.stage <> 'accepted' AND j.id IS NOT NULL AND j.state IN ('declined', 'cancelled')))
                    AS withdrawn, e.client, c.name AS client_name, e.name AS engagement_name, j.title AS job_title,
                    e.pod, e.account_manager, e.producer, e.backup
             FROM handoff h JOIN engagement e ON e.id = h.engagement JOIN client c ON c.id = e.client
             LEFT JOIN job j ON j.id = h.job ", $tail) $(, $bind)*)?;
        let items = all!($tx, ItemRow, concat!(
            "SELECT i.handoff, i.item, i.state FROM handoff_item i WHERE i.handoff IN
             (SELECT h.id FROM handoff h LEFT JOIN job j ON j.id = h.job ", $tail, ")") $(, $bind)*)?;
        (cards, items)
    }};
}

/// Reads cards; open ones in the order of their positions.
pub(crate) async fn cards(tx: &mut Tx, which: Which) -> Result<Vec<HandoffCard>> {
    let (rows, items) = match which {
        Which::Open => read_cards!(
            tx,
            "WHERE h.stage <> 'accepted' AND NOT h.withdrawn AND NOT h.stopped AND (j.id IS NULL OR j.state NOT IN ('declined', 'cancelled'))
             ORDER BY h.position, h.id"
        ),
        Which::One(id) => read_cards!(tx, "WHERE h.id = $1", id.0),
        Which::OpenOf(engagement) => read_cards!(
            tx,
            "WHERE h.engagement = $1 AND h.stage <> 'accepted' AND NOT h.withdrawn AND NOT h.stopped
             AND (j.id IS NULL OR j.state NOT IN ('declined', 'cancelled')) ORDER BY h.position, h.id",
            engagement.0
        ),
        Which::Accepted { kind, skip, limit } => read_cards!(
            tx,
            "WHERE h.kind = $1 AND h.stage = 'accepted' ORDER BY h.accepted_at DESC, h.id LIMIT $2 OFFSET $3",
            i64::from(kind.number()),
            limit,
            skip
        ),
    };
    let people = People::load(tx).await?;
    let mut states: HashMap<Uuid, Vec<(Item, ItemState)>> = HashMap::new();
    for row in items {
        let state = (
            read("handoff_item.item", &row.item)?,
            read("handoff_item.state", &row.state)?,
        );
        states.entry(row.handoff).or_default().push(state);
    }
    let rows = rows.into_iter();
    rows.map(|row| {
        let states = states.remove(&row.id).unwrap_or_default();
        card(row, &states, &people)
    })
    .collect()
}

fn card(row: CardRow, states: &[(Item, ItemState)], people: &People) -> Result<HandoffCard> {
    let kind = HandoffKind::try_from(u8::try_from(row.kind).unwrap_or_default());
    let kind = kind.map_err(|error| crate::Error::fault("handoff.kind", error))?;
    let stage: Stage = read("handoff.stage", &row.stage)?;
    let (clock, next_clock) = (clock(&row.clock)?, next_clock(kind, &row)?);
    let holder = turn(kind, stage).and_then(|department| people.holder(department, &row));
    let state_of = |item: &Item| {
        let found = states.iter().find(|(known, _)| known == item);
        found.map_or(ItemState::Missing, |(_, state)| *state)
    };
    Ok(HandoffCard {
        id: HandoffId(row.id),
        version: row.version,
        kind,
        stage,
        position: row.position,
        client: ClientId(row.client),
        client_name: row.client_name,
        engagement: EngagementId(row.engagement),
        title: row.job_title.unwrap_or_else(|| row.engagement_name.clone()),
        engagement_name: row.engagement_name,
        job: row.job.map(JobId),
        producer: row.producer.map(PersonId),
        producer_name: people.name(row.producer),
        backup: row.backup.map(PersonId),
        backup_name: people.name(row.backup),
        pod: row.pod.map(PodId),
        holder: holder.map(PersonId),
        holder_name: people.name(holder),
        holder_left_on: holder.and_then(|id| people.left.get(&id).copied()),
        items: kind
            .required()
            .iter()
            .map(|item| (*item, state_of(item)))
            .collect(),
        clock,
        next_clock,
        returns: row.returns,
        withdrawn: row.withdrawn,
    })
}

/// What is owed after a submission; unset where that is not submitted.
fn next_clock(kind: HandoffKind, row: &CardRow) -> Result<Option<Clock>> {
    let Some(submitted_at) = clock(&row.clock)?.met_at else {
        return Ok(None);
    };
    match kind {
        HandoffKind::ProductionToGenerative => {
            Ok(Some(handoff::answer_clock(submitted_at, row.answered_at)))
        }
        HandoffKind::GenerativeToProduction => row.job_clock.as_deref().map(clock).transpose(),
        HandoffKind::SalesToProduction | HandoffKind::ProductionToSales => Ok(None),
    }
}

/// Who there is: names, and who of each pod makes things.
struct People {
    names: HashMap<Uuid, String>,
    /// The last days of those who leave or have left.
    left: HashMap<Uuid, Day>,
    makers: HashMap<Uuid, Uuid>,
}

impl People {
    async fn load(tx: &mut Tx) -> Result<Self> {
        let known = all!(
            tx,
            (Uuid, String, Option<Day>),
            "SELECT id, name, left_on FROM person"
        )?;
        let members = all!(
            tx,
            (Uuid, Uuid),
            "SELECT m.pod, m.person FROM pod_member m JOIN person p ON p.id = m.person
             WHERE p.department = 'Generative' ORDER BY m.pod, m.seq DESC"
        )?;
        Ok(Self {
            left: known
                .iter()
                .filter_map(|(id, _, left)| Some((*id, (*left)?)))
                .collect(),
            names: known.into_iter().map(|(id, name, _)| (id, name)).collect(),
            // The last one inserted for a pod stays: its first member.
            makers: members.into_iter().collect(),
        })
    }

    fn name(&self, person: Option<Uuid>) -> Option<String> {
        self.names.get(&person?).cloned()
    }

    /// The engagement's person of that department.
    fn holder(&self, department: Department, row: &CardRow) -> Option<Uuid> {
        match department {
            Department::Sales => row.account_manager,
            Department::Production => row.producer,
            Department::Generative => self.makers.get(&row.pod?).copied(),
            Department::Platform | Department::Executive => None,
        }
    }
}
