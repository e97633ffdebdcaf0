//! The board: its cards, and moving them.

#![allow(
    clippy::too_many_arguments,
    reason = "the arguments of a server function are the fields of its form"
)]
#![allow(
    missing_docs,
    reason = "the fields of a server function are its arguments, named in its sentence"
)]

use super::error::ApiError;
use crate::pages::board::FIRST;
use domain::{
    board::{
        Board, BoardFilter, ColumnLimit, HandoffCard, LaneCompliance, LimitChange, MoveHandoff,
        Moved,
    },
    engagement::Named,
    handoff::{HandoffKind, Stage},
    ids::{ClientId, HandoffId, PersonId, PodId},
    time::Instant,
};
use leptos::{prelude::*, server_fn::codec::Json};
use serde::{Deserialize, Serialize};

/// What a board begins with: enough to fill the screen, so that the page is light. The rest is asked for when the
/// browser has taken over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FirstBoard {
    /// The board with the first cards of each cell that pass the filter.
    pub board: Board,
    /// How many cards of each cell pass, in the order of lanes and columns; left out where none does.
    pub counts: Vec<(HandoffKind, Stage, u32)>,
    /// How many cards stand in the columns that have a limit, in the order of the board's limits, filter or not.
    pub there: Vec<u32>,
    /// Whether these are all open cards.
    pub whole: bool,
    /// The person that the viewer is.
    pub me: Option<PersonId>,
    /// The clients that the open cards are of, by name.
    pub clients: Vec<Named<ClientId>>,
    /// The producers of the open cards, by name.
    pub producers: Vec<Named<PersonId>>,
    /// How many accepted cards of each kind pass.
    pub accepted: Vec<(HandoffKind, i64)>,
}

impl FirstBoard {
    /// All of `board`, with what it can be filtered by.
    pub fn all(board: Board, me: Option<PersonId>) -> Self {
        let (clients, producers) = choices(&board.cards);
        Self {
            counts: Vec::new(),
            there: Vec::new(),
            accepted: Vec::new(),
            whole: true,
            me,
            clients,
            producers,
            board,
        }
    }

    /// The beginning of `board`.
    pub fn of(board: Board, filter: &BoardFilter, me: Option<PersonId>, now: Instant) -> Self {
        let (clients, producers) = choices(&board.cards);
        let there = board
            .limits
            .iter()
            .map(|limit| there(&board.cards, limit))
            .collect();
        let mut counts: Vec<(HandoffKind, Stage, u32)> = Vec::new();
        let mut cards = Vec::new();
        let all = board.cards.len();
        for card in board.cards {
            if !filter.passes(&card, me, now) {
                continue;
            }
            let at = counts
                .iter()
                .position(|(kind, stage, _)| (*kind, *stage) == (card.kind, card.stage));
            let at = at.unwrap_or_else(|| {
                counts.push((card.kind, card.stage, 0));
                counts.len() - 1
            });
            counts[at].2 += 1;
            if counts[at].2 as usize <= FIRST {
                cards.push(card);
            }
        }
        counts.sort_unstable();
        let whole = cards.len() == all;
        Self {
            board: Board { cards, ..board },
            counts,
            there,
            whole,
            me,
            clients,
            producers,
            accepted: Vec::new(),
        }
    }
}

/// The clients and the producers of some cards.
fn choices(cards: &[HandoffCard]) -> (Vec<Named<ClientId>>, Vec<Named<PersonId>>) {
    let client = |card: &HandoffCard| (card.client, card.client_name.clone());
    let producer = |card: &HandoffCard| Some((card.producer?, card.producer_name.clone()?));
    let clients = named(cards.iter().map(client));
    (clients, named(cards.iter().filter_map(producer)))
}

/// How many of `cards` stand in the column of that limit.
fn there(cards: &[HandoffCard], limit: &ColumnLimit) -> u32 {
    let here = |card: &&HandoffCard| (card.kind, card.stage) == (limit.kind, limit.stage);
    u32::try_from(cards.iter().filter(here).count()).unwrap_or(u32::MAX)
}

/// Each once, by name.
fn named<Id: PartialEq>(all: impl Iterator<Item = (Id, String)>) -> Vec<Named<Id>> {
    let mut found: Vec<Named<Id>> = Vec::new();
    for (id, name) in all {
        if !found.iter().any(|named| named.id == id) {
            found.push(Named { id, name });
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

/// The beginning of the board under a filter.
#[server(input = Json)]
pub async fn load_first_board(filter: BoardFilter) -> Result<FirstBoard, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let board = service::handoffs::board(&service, &actor).await?;
    let accepted = service::handoffs::count_accepted(&service, &actor, &filter).await?;
    Ok(FirstBoard {
        accepted,
        ..FirstBoard::of(board, &filter, actor.person, service.now())
    })
}

/// All open cards, with what their list can be filtered by.
#[server(input = Json)]
pub async fn load_listed_board() -> Result<FirstBoard, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let board = service::handoffs::board(&service, &actor).await?;
    Ok(FirstBoard::all(board, actor.person))
}

/// All open cards.
#[server(input = Json)]
pub async fn load_whole_board() -> Result<Board, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::handoffs::board(&service, &actor).await?)
}

/// Accepted cards of a kind that pass `filter`, the latest first, after the first `after`, a few dozen at a time.
#[server(input = Json)]
pub async fn load_accepted(
    kind: HandoffKind,
    filter: BoardFilter,
    after: i64,
) -> Result<Vec<HandoffCard>, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::handoffs::accepted(&service, &actor, kind, &filter, after).await?)
}

/// How many accepted cards of each kind pass `filter`.
#[server(input = Json)]
pub async fn count_accepted(filter: BoardFilter) -> Result<Vec<(HandoffKind, i64)>, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::handoffs::count_accepted(&service, &actor, &filter).await?)
}

/// How each kind complies this quarter.
#[server(input = Json)]
pub async fn load_compliance() -> Result<Vec<LaneCompliance>, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::handoffs::compliance(&service, &actor).await?)
}

/// Moves a card, with the items, reasons and answers that the move asks for; `happened` is when it really happened, by
/// the agency's clocks, where it is entered later.
#[server(input = Json)]
pub async fn send_move(
    asked: MoveHandoff,
    #[server(default)] happened: String,
) -> Result<HandoffCard, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let asked = at_its_time(&service, asked, &happened)?;
    Ok(service::handoffs::move_handoff(&service, &actor, asked).await?)
}

#[cfg(feature = "ssr")]
pub(super) fn at_its_time(
    service: &service::Service,
    asked: MoveHandoff,
    happened: &str,
) -> Result<MoveHandoff, ApiError> {
    Ok(match happened.trim() {
        "" => asked,
        text => MoveHandoff {
            happened_at: Some(super::local_time::instant(service, "happened", text)?),
            ..asked
        },
    })
}

/// Moves several cards, each under its own gate; what became of each, in the same order.
#[server(input = Json)]
pub async fn send_moves(asked: Vec<MoveHandoff>) -> Result<Vec<Moved>, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::handoffs::move_together(&service, &actor, asked).await?)
}

/// Takes the last move of a handoff back; `over_limit` is why it goes beyond the limit of the column that it came from.
#[server]
pub async fn take_back_move(
    id: HandoffId,
    version: i64,
    #[server(default)] over_limit: String,
) -> Result<HandoffCard, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let command = domain::board::UndoMove {
        id,
        version,
        over_limit: Some(over_limit),
    };
    Ok(service::handoffs::take_back(&service, &actor, command).await?)
}

/// How many cards the columns take that have a limit.
#[server(input = Json)]
pub async fn load_limits() -> Result<Vec<ColumnLimit>, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::handoffs::limits(&service, &actor).await?)
}

/// What was changed about the limits, the newest first.
#[server(input = Json)]
pub async fn load_limit_changes() -> Result<Vec<LimitChange>, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::handoffs::limit_changes(&service, &actor).await?)
}

/// Takes a change of a limit back, by its number.
#[server]
pub async fn take_back_limit(seq: i64) -> Result<i64, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::handoffs::take_back_limit(&service, &actor, seq).await?)
}

/// Limits a column; an empty number takes the limit away. The number of the change.
#[server]
pub async fn limit_column(
    kind: HandoffKind,
    stage: Stage,
    #[server(default)] most: String,
    #[server(default)] hard: bool,
) -> Result<i64, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let most =
        match most.trim() {
            "" => None,
            text => Some(text.parse().map_err(|_| {
                ApiError::invalid("most", domain::board::limit::BadLimit::OutOfRange)
            })?),
        };
    let command = domain::board::SetLimit {
        kind,
        stage,
        most,
        hard,
    };
    Ok(service::handoffs::set_limit(&service, &actor, command).await?)
}

/// The same by the fields of a plain form, for browsers without scripts.
#[server]
#[allow(
    clippy::too_many_arguments,
    reason = "one for each field of the form, which posts without scripts"
)]
pub async fn send_plain_move(
    id: HandoffId,
    version: i64,
    to: Stage,
    #[server(default)] reason: String,
    #[server(default)] waive: String,
    pod: Option<PodId>,
    #[server(default)] case_study: bool,
    #[server(default)] over_limit: String,
    #[server(default)] happened: String,
) -> Result<HandoffCard, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let said = |text: String| (!text.trim().is_empty()).then_some(text);
    let asked = MoveHandoff {
        reason: said(reason),
        waive: said(waive),
        over_limit: said(over_limit),
        pod,
        case_study,
        ..MoveHandoff::plain(id, version, to)
    };
    let asked = at_its_time(&service, asked, &happened)?;
    Ok(service::handoffs::move_handoff(&service, &actor, asked).await?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::board::sample::{card, of_kind};

    fn board(cards: Vec<HandoffCard>) -> Board {
        Board {
            seq: 7,
            cards,
            accepted: Vec::new(),
            pods: Vec::new(),
            limits: Vec::new(),
        }
    }

    fn first(cards: Vec<HandoffCard>, filter: &BoardFilter) -> FirstBoard {
        FirstBoard::of(board(cards), filter, None, Instant::UNIX_EPOCH)
    }

    #[test]
    fn a_long_column_is_cut_and_counted() {
        let mut cards: Vec<_> = (0..40)
            .map(|number| card(number, 1, Stage::Preparing))
            .collect();
        cards.push(of_kind(
            HandoffKind::ProductionToSales,
            99,
            1,
            Stage::InReview,
        ));
        let first = first(cards, &BoardFilter::default());
        let expected = [
            (HandoffKind::SalesToProduction, Stage::Preparing, 40),
            (HandoffKind::ProductionToSales, Stage::InReview, 1),
        ];
        assert_eq!(first.counts, expected);
        assert_eq!((first.board.cards.len(), first.whole), (FIRST + 1, false));
    }

    #[test]
    fn a_short_board_is_whole() {
        let first = first(vec![card(1, 1, Stage::Submitted)], &BoardFilter::default());
        assert!(first.whole);
    }

    #[test]
    fn choices_are_of_all_cards_each_once_by_name() {
        let other = HandoffCard {
            client_name: "Acme".into(),
            client: ClientId(uuid::Uuid::from_u128(5)),
            ..card(3, 1, Stage::Preparing)
        };
        let filter = BoardFilter {
            text: "north".into(),
            ..BoardFilter::default()
        };
        let first = first(
            vec![
                card(1, 1, Stage::Preparing),
                card(2, 1, Stage::Preparing),
                other,
            ],
            &filter,
        );
        let names: Vec<_> = first
            .clients
            .iter()
            .map(|client| client.name.as_str())
            .collect();
        assert_eq!(names, ["Acme", "Northwind"]);
        assert_eq!((first.board.cards.len(), first.whole), (2, false));
    }
}
