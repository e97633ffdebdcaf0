//! That somebody who holds work has left.

use super::{Badge, Tone};
use crate::boot::use_viewer;
use domain::{ids::PersonId, policy::check_desk};
use leptos::prelude::*;

/// "Left: pass on", a link to the desk for those who may pass it on; for others, that somebody has to.
#[component]
pub fn LeftMark(
    /// Who has left.
    person: PersonId,
) -> impl IntoView {
    let may =
        use_viewer().is_some_and(|viewer| check_desk(viewer.role, viewer.person, person).is_ok());
    if may {
        let href = format!("/team/{person}");
        view! { <a class="left-mark" href=href><Badge label="Left: pass on" tone=Tone::Warn /></a> }
            .into_any()
    } else {
        view! { <span class="left-mark" title="An executive or an admin passes this work on."><Badge label="Left" tone=Tone::Warn /></span> }
            .into_any()
    }
}
