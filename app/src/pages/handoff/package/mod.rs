//! What is handed over: the sections of H1 and H2 are content, read as tables and written in forms; the items of the
//! others are texts.

mod brand;
mod budget;
mod form;
mod lines;
mod milestones;
mod people;
mod pod_roles;
mod section;
mod sow;
mod specs;
mod staffing;
mod timeline;
mod usual;

pub use budget::table as budget_table;
pub use milestones::list as milestone_list;
pub use people::names;
pub use staffing::table as staffing_table;

pub(super) use lines::{Column, Kind, Lines, editor};
pub(super) use people::options;
pub(super) use section::{being_written, go_back_to};

use super::{Shown, item};
use domain::package::Section;
use leptos::prelude::*;

pub(super) fn package(shown: Shown) -> AnyView {
    let kind = shown.page.read_untracked().card.kind;
    let sections = Section::of(kind);
    let list = if sections.is_empty() {
        let required = kind.required().iter();
        required.map(|item| item::item(shown, *item)).collect_view()
    } else {
        let sections = sections.iter();
        sections
            .map(|section| section::section(shown, *section))
            .collect_view()
    };
    view! {
        <section class="section" aria-labelledby="package">
            <h2 id="package">"What is handed over"</h2>
            {usual::usual(shown)}
            <ul class="package">{list}</ul>
        </section>
    }
    .into_any()
}
