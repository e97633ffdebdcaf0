//! What was found, by kind.

use crate::{boot::use_zone, pages::handoff::moving::title, ui::when::date};
use domain::{
    handoff::Stage,
    search::{Hit, HitKind},
};
use leptos::prelude::WithValue;

/// Hits of one kind; each with its place among all.
pub(super) type Group = (HitKind, Vec<(usize, Hit)>);

/// The hits by kind, in their order.
pub(super) fn groups(hits: &[Hit]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (place, hit) in hits.iter().enumerate() {
        let placed = (place, hit.clone());
        match groups.last_mut() {
            Some((kind, of_kind)) if *kind == hit.kind => of_kind.push(placed),
            _ => groups.push((hit.kind, vec![placed])),
        }
    }
    groups
}

/// What is said beside a hit: what it belongs to, and where it stands.
pub(super) fn beside(hit: &Hit) -> String {
    let Some(standing) = hit.standing else {
        return hit.context.clone();
    };
    let day = standing
        .at
        .map(|at| date(use_zone().with_value(|zone| zone.local(at).date())));
    let stage = title(standing.stage).to_lowercase();
    let stands = match (standing.stage, day) {
        (Stage::Accepted, Some(day)) => format!("{stage} {day}"),
        (_, Some(day)) => format!("{stage}, due {day}"),
        (_, None) => stage,
    };
    format!("{} · {stands}", hit.context)
}
