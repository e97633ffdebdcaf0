//! The order of the list's rows, and what they are gathered by.

use crate::pages::{
    board::list_look::{GroupBy, ListLook, SortBy},
    handoff::moving::title,
};
use domain::board::HandoffCard;
use std::cmp::Ordering;

/// Rows that belong together, under what they have in common; empty where nothing gathers them.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they have in common, in words.
    pub name: String,
    /// The rows, in their order.
    pub cards: Vec<HandoffCard>,
}

/// The cards as the list shows them: sorted, then gathered; groups in the order of the board or of their names.
pub fn arrange(mut cards: Vec<HandoffCard>, look: ListLook) -> Vec<Group> {
    cards.sort_by(|a, b| {
        let order = compare(a, b, look.sort);
        let order = if look.down { order.reverse() } else { order };
        order.then_with(|| a.id.cmp(&b.id))
    });
    let mut groups: Vec<((usize, String), Group)> = Vec::new();
    for card in cards {
        let key = group_of(&card, look.group);
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, group)) => group.cards.push(card),
            None => {
                let name = key.1.clone();
                let cards = vec![card];
                groups.push((key, Group { name, cards }));
            }
        }
    }
    groups.sort_by(|(a, _), (b, _)| a.cmp(b));
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The first rows of all groups, `count` together.
pub fn first_rows(mut groups: Vec<Group>, mut count: usize) -> Vec<Group> {
    for group in &mut groups {
        group.cards.truncate(count);
        count -= group.cards.len();
    }
    groups.retain(|group| !group.cards.is_empty());
    groups
}

fn compare(a: &HandoffCard, b: &HandoffCard, by: SortBy) -> Ordering {
    match by {
        // Without a promise comes last.
        SortBy::Due => {
            let due = |card: &HandoffCard| {
                let due_at = card.running().due_at;
                (due_at.is_none(), due_at)
            };
            due(a).cmp(&due(b))
        }
        SortBy::Client => text(&a.client_name).cmp(&text(&b.client_name)),
        SortBy::Title => text(&a.title).cmp(&text(&b.title)),
        SortBy::Kind => a.kind.cmp(&b.kind),
        SortBy::Stage => a.stage.cmp(&b.stage),
        SortBy::Producer => named(a.producer_name.as_ref()).cmp(&named(b.producer_name.as_ref())),
        SortBy::Holder => named(a.holder_name.as_ref()).cmp(&named(b.holder_name.as_ref())),
        SortBy::Items => missing(a).cmp(&missing(b)),
    }
}

fn text(text: &str) -> String {
    text.to_lowercase()
}

/// Nobody comes last.
fn named(name: Option<&String>) -> (bool, String) {
    (
        name.is_none(),
        name.map(|name| text(name)).unwrap_or_default(),
    )
}

fn missing(card: &HandoffCard) -> usize {
    let (done, required) = card.items_done();
    required - done
}

/// The place of a card's group among the groups, and its name.
fn group_of(card: &HandoffCard, by: GroupBy) -> (usize, String) {
    let nobody = || (1, "Nobody".to_owned());
    match by {
        GroupBy::Nothing => (0, String::new()),
        GroupBy::Kind => (usize::from(card.kind.number()), card.kind.to_string()),
        GroupBy::Client => (0, card.client_name.clone()),
        GroupBy::Producer => card
            .producer_name
            .clone()
            .map_or_else(nobody, |name| (0, name)),
        GroupBy::Stage => (card.stage as usize, title(card.stage).to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::board::sample::{card, id};
    use domain::handoff::Stage;

    fn look(sort: SortBy, down: bool, group: GroupBy) -> ListLook {
        ListLook { sort, down, group }
    }

    fn of(number: u128, client: &str, producer: Option<&str>, stage: Stage) -> HandoffCard {
        HandoffCard {
            client_name: client.into(),
            producer_name: producer.map(str::to_owned),
            ..card(number, 1, stage)
        }
    }

    fn some() -> Vec<HandoffCard> {
        vec![
            of(1, "Northwind", Some("Pia"), Stage::Submitted),
            of(2, "acme", None, Stage::Preparing),
            of(3, "Borg", Some("Ana"), Stage::Submitted),
        ]
    }

    fn ids(groups: &[Group]) -> Vec<u128> {
        let cards = groups.iter().flat_map(|group| &group.cards);
        cards.map(|card| card.id.0.as_u128()).collect()
    }

    #[test]
    fn rows_are_sorted_either_way() {
        let up = arrange(some(), look(SortBy::Client, false, GroupBy::Nothing));
        assert_eq!((up.len(), ids(&up)), (1, vec![2, 3, 1]));
        let down = arrange(some(), look(SortBy::Client, true, GroupBy::Nothing));
        assert_eq!(ids(&down), [1, 3, 2]);
        let producers = arrange(some(), look(SortBy::Producer, false, GroupBy::Nothing));
        assert_eq!(ids(&producers), [3, 1, 2], "nobody comes last");
    }

    #[test]
    fn what_is_alike_keeps_one_order() {
        let alike = arrange(some(), look(SortBy::Kind, true, GroupBy::Nothing));
        assert_eq!(ids(&alike), [1, 2, 3]);
        assert_eq!(alike[0].cards[0].id, id(1));
    }

    #[test]
    fn long_lists_begin_with_their_first_rows() {
        let groups = arrange(some(), look(SortBy::Client, false, GroupBy::Stage));
        assert_eq!(ids(&first_rows(groups.clone(), 2)), [2, 3]);
        assert_eq!(first_rows(groups.clone(), 1).len(), 1);
        assert_eq!(first_rows(groups.clone(), 9), groups);
    }

    #[test]
    fn rows_are_gathered() {
        let stages = arrange(some(), look(SortBy::Client, false, GroupBy::Stage));
        let names: Vec<_> = stages.iter().map(|group| group.name.as_str()).collect();
        assert_eq!(
            (names, ids(&stages)),
            (vec!["Preparing", "Submitted"], vec![2, 3, 1])
        );
        let producers = arrange(some(), look(SortBy::Client, false, GroupBy::Producer));
        let names: Vec<_> = producers.iter().map(|group| group.name.as_str()).collect();
        assert_eq!(names, ["Ana", "Pia", "Nobody"]);
    }
}
