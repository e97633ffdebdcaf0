//! The list of views.

use super::Doing;
use crate::ui::{Button, EmptyState, Icon, Look, TextField};
use domain::view::SavedView;
use leptos::prelude::*;

pub(super) fn rows(views: &[SavedView], doing: Doing) -> AnyView {
    if views.is_empty() {
        return view! {
            <EmptyState icon=Icon::Filter title="No view is kept yet"
                note="Filter the board, its list or the dashboard, and choose Views there.">
                <a class="button" href="/board">"Go to the board"</a>
            </EmptyState>
        }
        .into_any();
    }
    let rows = views.iter().map(|view| row(view, doing)).collect_view();
    view! {
        <section class="section" aria-labelledby="kept">
            <h2 id="kept">"Your views"</h2>
            <ul class="views">{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(view: &SavedView, doing: Doing) -> AnyView {
    let (id, dropped) = (view.id.to_string(), view.id.to_string());
    let address = view.looking.address();
    let name = RwSignal::new(view.name.clone());
    let field = format!("rename-{id}");
    view! {
        <li>
            <div class="view-what">
                <a href=address>{view.name.clone()}</a>
                <span class="muted small">{view.looking.page.title()}</span>
            </div>
            <details class="more">
                <summary>"Rename or delete"</summary>
                <div class="row keep-view">
                    <ActionForm action=doing.rename>
                        <div class="row keep-view">
                            <input type="hidden" name="id" value=id.clone() />
                            <TextField name="name" id=field label="Name" value=name />
                            <Button submit=true>"Rename"</Button>
                        </div>
                    </ActionForm>
                    <ActionForm action=doing.delete>
                        <input type="hidden" name="id" value=dropped />
                        <Button look=Look::Danger submit=true>"Delete"</Button>
                    </ActionForm>
                </div>
            </details>
        </li>
    }
    .into_any()
}
