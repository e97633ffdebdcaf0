//! A picture for each kind of work, made from its name: the same name has the same picture everywhere.

use crate::ui::Icon;
use leptos::prelude::*;

/// Cells of the picture, across and down.
const CELLS: (u32, u32) = (5, 3);
/// The side of a cell.
const SIDE: u32 = 20;

/// Words that tell what is made, and the icon that shows it.
const MADE: [(&[&str], Icon); 5] = [
    (
        &[
            "video",
            "film",
            "reel",
            "motion",
            "spot",
            "cut",
            "animation",
        ],
        Icon::Video,
    ),
    (
        &[
            "image", "photo", "visual", "key", "banner", "still", "design",
        ],
        Icon::Image,
    ),
    (
        &[
            "copy",
            "text",
            "article",
            "script",
            "translation",
            "caption",
            "locali",
        ],
        Icon::Text,
    ),
    (
        &["audio", "sound", "voice", "music", "podcast"],
        Icon::Sound,
    ),
    (&["product", "pack", "model", "3d", "catalog"], Icon::Box),
];

/// Shapes on a grid, with an icon where the name says what is made. Decoration: the name stands beside it.
#[component]
pub fn Motif(
    /// The workflow's name.
    name: String,
) -> impl IntoView {
    let shapes = shapes(&name)
        .into_iter()
        .map(|(class, path)| view! { <path class=class d=path /> });
    let icon = made(&name).map(Icon::large);
    view! {
        <span class="motif" aria-hidden="true">
            <svg viewBox=format!("0 0 {} {}", CELLS.0 * SIDE, CELLS.1 * SIDE) preserveAspectRatio="xMidYMid slice">
                {shapes.collect_view()}
            </svg>
            {icon}
        </span>
    }
    .into_any()
}

fn made(name: &str) -> Option<Icon> {
    let name = name.to_lowercase();
    let told = |words: &[&str]| words.iter().any(|word| name.contains(word));
    MADE.into_iter()
        .find(|(words, _)| told(words))
        .map(|(_, icon)| icon)
}

/// What is drawn in each cell: its class (the colour) and its path.
fn shapes(name: &str) -> Vec<(&'static str, String)> {
    let mut state = seed(name);
    let cells = (0..CELLS.1).flat_map(|y| (0..CELLS.0).map(move |x| (x * SIDE, y * SIDE)));
    cells
        .filter_map(|(x, y)| {
            state = next(state);
            let class = ["motif-a", "motif-b", "motif-c"][(state >> 8) as usize % 3];
            shape(state >> 16, x, y).map(|path| (class, path))
        })
        .collect()
}

/// A quarter disc in one of four corners, a bar, a dot, or nothing.
fn shape(number: u64, x: u32, y: u32) -> Option<String> {
    let (right, low) = (x + SIDE, y + SIDE);
    Some(match number % 8 {
        0 => format!("M{x} {y}H{right}A{SIDE} {SIDE} 0 0 1 {x} {low}Z"),
        1 => format!("M{right} {y}V{low}A{SIDE} {SIDE} 0 0 1 {x} {y}Z"),
        2 => format!("M{right} {low}H{x}A{SIDE} {SIDE} 0 0 1 {right} {y}Z"),
        3 => format!("M{x} {low}V{y}A{SIDE} {SIDE} 0 0 1 {right} {low}Z"),
        4 => format!("M{x} {}H{right}V{}H{x}Z", y + SIDE / 4, y + SIDE * 3 / 4),
        5 => format!(
            "M{} {}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z",
            x + SIDE / 4,
            y + SIDE / 2
        ),
        _ => return None,
    })
}

/// FNV-1a: short, and the same on every machine.
fn seed(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The next number of a splitmix sequence.
fn next(state: u64) -> u64 {
    let mixed = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_one_picture_and_others_have_others() {
        let names = [
            "Product film",
            "Social cutdowns",
            "Key visual",
            "Voice-over",
            "",
        ];
        for (index, name) in names.iter().enumerate() {
            assert_eq!(shapes(name), shapes(name));
            assert!(shapes(name).len() > 4, "{name}");
            for other in &names[index + 1..] {
                assert_ne!(shapes(name), shapes(other), "{name} and {other}");
            }
        }
    }

    #[test]
    fn words_tell_what_is_made() {
        assert_eq!(made("Social video cutdowns"), Some(Icon::Video));
        assert_eq!(made("Voice-over"), Some(Icon::Sound));
        assert_eq!(made("Something else"), None);
    }
}
