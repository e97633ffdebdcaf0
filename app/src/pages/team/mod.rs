//! Team: who there is, and what everybody carries today.

mod member;

use crate::{
    api::team::whole_team,
    frame::Page,
    json::load,
    ui::{EmptyState, ErrorNotice, Icon, Skeleton},
};
use domain::team::{Team as Everybody, TeamDepartment};
use leptos::prelude::*;

/// The page "Team".
#[component]
pub fn Team() -> impl IntoView {
    let everybody = load(|| (), |()| whole_team());
    let shown = move || {
        everybody.get().map(|answer| match answer {
            Ok(team) if team.departments.is_empty() => view! {
                <EmptyState icon=Icon::Team title="Nobody is here yet"
                    note="People come in with the import of the agency's data." />
            }
            .into_any(),
            Ok(team) => screen(&team),
            Err(error) => {
                let retry = Callback::new(move |()| everybody.refetch());
                view! { <ErrorNotice what=error.to_string() retry /> }.into_any()
            }
        })
    };
    view! {
        <Page title="Team">
            <Transition fallback=|| view! { <Skeleton lines=6 cards=true /> }>{shown}</Transition>
        </Page>
    }
    .into_any()
}

fn screen(team: &Everybody) -> AnyView {
    // One scale for all, so that loads can be compared at a glance.
    let loads = team.departments.iter().flat_map(|one| &one.members);
    let loads = loads
        .filter_map(|member| member.clients)
        .map(|clients| clients as f64);
    let most = loads.fold(team.ratio.unwrap_or(1.0), f64::max) * 1.1;
    let departments = team
        .departments
        .iter()
        .map(|one| department(one, team, most));
    view! { <div class="team">{left_behind(team, most)} {departments.collect_view()}</div> }
        .into_any()
}

fn department(one: &TeamDepartment, team: &Everybody, most: f64) -> AnyView {
    let name = one
        .department
        .map_or("Without a department", |department| department.name());
    let members = one
        .members
        .iter()
        .map(|member| member::card(member, team, most));
    view! {
        <section class="section">
            <h2>{name} <span class="count">{one.members.len()}</span></h2>
            <ul class="members">{members.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// Those who have left with work on their desks: first, since nobody does that work.
fn left_behind(team: &Everybody, most: f64) -> Option<AnyView> {
    let members = team
        .left
        .iter()
        .map(|member| member::card(member, team, most));
    let members = (!team.left.is_empty()).then(|| members.collect_view())?;
    Some(
        view! {
            <section class="section" aria-labelledby="left-behind">
                <h2 id="left-behind">"Left, with work on their desk" <span class="count">{team.left.len()}</span></h2>
                <p class="notice warn">{Icon::Warning.large()} "Nobody does this work any more: pass it on."</p>
                <ul class="members">{members}</ul>
            </section>
        }
        .into_any(),
    )
}
