//! What is said, to eyes and ears, when a card is carried and moved.

use super::hand::{By, Carry, Then};
use crate::pages::handoff::moving::{Verdict, title};
use domain::{board::HandoffCard, clock::ClockState, handoff::Stage, time::Instant};

/// The keys that work on a card; described once for the whole board.
pub const HELP: &str = "Press Space to pick the card up, left and right arrows to carry it to another column, up and \
                        down arrows to carry it within its column, Space again to drop it, Escape to put it back. Without a card in hand, arrow keys go from card to card.";

/// A card in a few words.
pub fn name(card: &HandoffCard) -> String {
    format!("{}, {}", card.client_name, card.title)
}

/// A card's label for those who listen: name, items, holder, clock, moves under way.
pub fn label(card: &HandoffCard, now: Instant, pending: bool) -> String {
    let (done, required) = card.items_done();
    let mut parts = vec![name(card), format!("{done} of {required} items")];
    parts.extend(
        card.holder_name
            .as_ref()
            .map(|holder| format!("with {holder}")),
    );
    parts.extend(card.is_left_behind(now).then(|| "who has left".to_owned()));
    let clock = match card.running().state(now) {
        ClockState::AtRisk => Some("at risk"),
        ClockState::Breached => Some("overdue"),
        ClockState::Held => Some("on hold"),
        _ => None,
    };
    parts.extend(clock.map(str::to_owned));
    parts.extend(pending.then(|| "being moved".to_owned()));
    parts.join(", ")
}

/// What to announce when the hand did something.
pub fn on_hand(then: Then, card: &HandoffCard, verdict: &Verdict) -> Option<String> {
    let name = name(card);
    match then {
        Then::Lifted(Carry { from, by, .. }) => {
            let how = if by == By::Keys {
                " Arrow keys carry it, Space drops it, Escape puts it back."
            } else {
                ""
            };
            Some(format!("{name} picked up from {}.{how}", title(from)))
        }
        Then::Hovers(Carry {
            over: Some(over),
            from,
            ..
        }) if over == from => Some(format!("{}, where it came from.", title(over))),
        Then::Hovers(Carry {
            over: Some(over), ..
        }) => {
            let hint = verdict
                .hint()
                .map(|hint| format!(" {hint}."))
                .unwrap_or_default();
            Some(format!("{}.{}", title(over), hint.replace("..", ".")))
        }
        Then::PutBack(Carry { from, .. }) => Some(format!("{name} put back into {}.", title(from))),
        _ => None,
    }
}

/// What to announce when a card has moved.
pub fn moved(card: &HandoffCard, from: Stage, to: Stage) -> String {
    format!(
        "{} moved from {} to {}.",
        name(card),
        title(from),
        title(to)
    )
}

/// What to announce when others have moved a card.
pub fn moved_by(by: &str, card: &HandoffCard) -> String {
    format!("{by} moved {} to {}.", name(card), title(card.stage))
}

/// What to announce while a card is carried up and down a column: the place where it would go, counted from 0, and how
/// many there are.
#[cfg(feature = "hydrate")]
pub fn carried_to((place, places): (usize, usize), over: Stage) -> String {
    format!("Place {} of {places} in {}.", place + 1, title(over))
}

/// What to announce when a card went elsewhere in its column: below `above`, or on top.
pub fn arranged(card: &HandoffCard, above: Option<&HandoffCard>) -> String {
    let stage = title(card.stage);
    match above {
        Some(above) => format!("{} placed below {} in {stage}", card.title, above.title),
        None => format!("{} placed on top of {stage}", card.title),
    }
}
