//! Scrolling by carrying a card to an edge.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// How close to the edge, in CSS pixels.
const EDGE: f64 = 56.0;

/// The most that it scrolls in a frame, in CSS pixels.
const FASTEST: f64 = 14.0;

/// Scrolls the window up and down and a lane from side to side while the pointer is at their edge. Answers whether it
/// did, so that it has to be asked again in the next frame.
pub(super) fn at_edge((x, y): (f64, f64)) -> bool {
    let height = number(window().inner_height());
    let down = speed(y, 0.0, height);
    if down != 0.0 {
        window().scroll_by_with_x_and_y(0.0, down);
    }
    let across = lane_at(x, y).map_or(0.0, |lane| {
        let box_of = lane.get_bounding_client_rect();
        let across = speed(x, box_of.left(), box_of.right());
        let before = lane.scroll_left();
        lane.set_scroll_left(before + across as i32);
        if lane.scroll_left() == before {
            0.0
        } else {
            across
        }
    });
    down != 0.0 || across != 0.0
}

fn lane_at(x: f64, y: f64) -> Option<Element> {
    let element = document().element_from_point(x as f32, y as f32)?;
    element.closest(".lane-columns").ok()?
}

/// Faster the closer it is to the edge; negative at the first one.
fn speed(at: f64, from: f64, to: f64) -> f64 {
    let pace = |distance: f64| (1.0 - distance.max(0.0) / EDGE) * FASTEST;
    if at < from + EDGE {
        -pace(at - from)
    } else if at > to - EDGE {
        pace(to - at)
    } else {
        0.0
    }
}

fn number(value: Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue>) -> f64 {
    value
        .ok()
        .and_then(|value| value.unchecked_into::<js_sys::Number>().as_f64())
        .unwrap_or_default()
}
