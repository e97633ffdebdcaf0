//! Where between the cards of a column a card is held.

use domain::{
    board::Place,
    handoff::{HandoffKind, Stage},
    ids::HandoffId,
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The attribute of the card next to which the carried one would go, for the line that shows it.
const MARK: &str = "data-drop";

/// A place between cards, and the card that shows it.
pub(super) struct Spot {
    /// Where the carried card would go.
    pub place: Place,
    neighbour: HtmlElement,
    side: &'static str,
}

impl Spot {
    /// The place under a point of the screen for the card `carried`; none in an empty column or beside all of them.
    pub(super) fn at(carried: HandoffId, (x, y): (f64, f64)) -> Option<Self> {
        let element = document().element_from_point(x as f32, y as f32)?;
        let cards = cards(&element.closest("[data-stage]").ok()??)?;
        let mut above = None;
        for (id, card) in cards {
            if id == carried {
                continue;
            }
            let rect = card.get_bounding_client_rect();
            if y < rect.top() + rect.height() / 2.0 {
                let place = above.map_or(Place::First, |(id, _)| Place::After(id));
                return Some(Self {
                    place,
                    neighbour: card,
                    side: "above",
                });
            }
            above = Some((id, card));
        }
        let (id, neighbour) = above?;
        Some(Self {
            place: Place::After(id),
            neighbour,
            side: "below",
        })
    }

    /// A place of a column, next to the card that shows it; none where that one is not drawn.
    pub(super) fn of(
        carried: HandoffId,
        (kind, stage): (HandoffKind, Stage),
        place: Place,
    ) -> Option<Self> {
        let column = format!(
            "[data-kind='{}'][data-stage='{}']",
            kind.number(),
            stage.name()
        );
        let column = document().query_selector(&column).ok()??;
        let mut others = cards(&column)?.into_iter().filter(|(id, _)| *id != carried);
        let (neighbour, side) = match place {
            Place::First => (others.next()?, "above"),
            Place::After(above) => (others.find(|(id, _)| *id == above)?, "below"),
        };
        Some(Self {
            place,
            neighbour: neighbour.1,
            side,
        })
    }

    /// Shows the place, in the stead of the one that was shown before.
    pub(super) fn mark(spot: Option<Self>, before: &mut Option<HtmlElement>) {
        if let Some(before) = before.take() {
            // Fails for no name of an attribute.
            let _ = before.remove_attribute(MARK);
        }
        if let Some(Self {
            neighbour, side, ..
        }) = spot
        {
            let _ = neighbour.set_attribute(MARK, side);
            *before = Some(neighbour);
        }
    }
}

/// The cards of a column that are drawn, from the top.
fn cards(column: &Element) -> Option<Vec<(HandoffId, HtmlElement)>> {
    let found = column.query_selector_all("[data-card]").ok()?;
    let cards = (0..found.length()).filter_map(|at| {
        let card = found.item(at)?.dyn_into::<HtmlElement>().ok()?;
        let id = card.get_attribute("data-card")?.parse().ok()?;
        Some((id, card))
    });
    Some(cards.collect())
}
