//! The picture of a carried card that follows the pointer.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// A copy of a card above everything; it goes away when it is dropped.
pub(super) struct Ghost {
    element: HtmlElement,
    /// Where in the card it was gripped.
    grip: (f64, f64),
}

impl Ghost {
    pub(super) fn of(card: &HtmlElement, (x, y): (f64, f64)) -> Option<Self> {
        let element: HtmlElement = card.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
        let place = card.get_bounding_client_rect();
        // It is no second card: neither for ids nor for those who listen or use the keyboard.
        for name in [
            "id",
            "data-card",
            "tabindex",
            "aria-label",
            "aria-describedby",
            "aria-roledescription",
        ] {
            element.remove_attribute(name).ok()?;
        }
        element.set_attribute("aria-hidden", "true").ok()?;
        element.set_attribute("inert", "").ok()?;
        element.class_list().add_1("ghost").ok()?;
        let style = element.style();
        style
            .set_property("width", &format!("{}px", place.width()))
            .ok()?;
        style
            .set_property("height", &format!("{}px", place.height()))
            .ok()?;
        let board = card.closest(".board").ok()??;
        board.append_child(&element).ok()?;
        let ghost = Self {
            element,
            grip: (x - place.left(), y - place.top()),
        };
        ghost.follow((x, y));
        Some(ghost)
    }

    pub(super) fn follow(&self, (x, y): (f64, f64)) {
        let (left, top) = (x - self.grip.0, y - self.grip.1);
        // Refused only for properties that there are not.
        let _ = self.element.style().set_property(
            "transform",
            &format!("translate3d({left}px, {top}px, 0) rotate(1.5deg)"),
        );
    }
}

impl Drop for Ghost {
    fn drop(&mut self) {
        self.element.remove();
    }
}
