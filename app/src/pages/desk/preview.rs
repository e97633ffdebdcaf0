//! What becomes of the desk: who gets what, with a note to each.

use super::choose;
use crate::{
    api::desks::PassDesk,
    ui::{Avatar, Button, ErrorNotice, Icon, Look, TextArea},
};
use domain::{
    desk::{Desk, Receives, Seat, plan},
    ids::PersonId,
};
use leptos::prelude::*;

/// The preview; where something is in the way, the choices again with the reason.
pub(super) fn or_choose(desk: Desk, chosen: Vec<(Seat, PersonId)>) -> AnyView {
    let plan = match plan(&desk, &chosen) {
        Ok(plan) => plan,
        Err(refused) => return choose::form(&desk, &chosen, Some(refused.to_string())),
    };
    let pass = ServerAction::<PassDesk>::new();
    let failed = move || {
        let what = pass.value().get()?.err()?.to_string();
        Some(
            view! { <ErrorNotice what kept="Nothing was passed on, and what you wrote is still here." /> },
        )
    };
    let seats = chosen.iter().map(|(seat, person)| {
        view! { <input type="hidden" name=format!("seats[{seat}]") value=person.to_string() /> }
    });
    let without_backup = (!plan.without_backup.is_empty()).then(|| {
        let names = plan.without_backup.join(", ");
        view! { <p class="no-backup">{Icon::Warning.small()} {format!("Without a backup from then on: {names}")}</p> }
    });
    let receivers = plan.receivers.iter().map(receives).collect_view();
    let again = format!("/team/{}", desk.person.id);
    let person = desk.person.id.to_string();
    let seats = seats.collect_view();
    view! {
        <ActionForm action=pass>
            <input type="hidden" name="person" value=person />
            {seats}
            <div class="stack">
                {failed}
                <ul class="stack">{receivers}</ul>
                {without_backup}
                <div class="row">
                    <Button look=Look::Primary submit=true busy=pass.pending()>"Pass it on"</Button>
                    <a class="button" href=again>"Choose again"</a>
                </div>
            </div>
        </ActionForm>
    }
    .into_any()
}

fn receives(receives: &Receives) -> AnyView {
    let (id, name) = (receives.person.id, receives.person.name.clone());
    let seats = receives
        .seats
        .iter()
        .map(|held| view! { <li>{held.words()}</li> })
        .collect_view();
    let text = RwSignal::new(String::new());
    view! {
        <li class="card stack tight">
            <h2 class="person"><Avatar name=name.clone() beside_name=true /> {name.clone()}</h2>
            <ul class="desk-seats">{seats}</ul>
            <TextArea name=format!("notes[to:{id}]") id=format!("note-{id}") label=format!("Note to {name}") value=text
                optional=true rows=2 hint="Stands in their feed." />
        </li>
    }
    .into_any()
}
