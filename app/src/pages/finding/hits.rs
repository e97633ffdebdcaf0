//! What was found, by kind.

use domain::search::{Hit, HitKind};

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
