//! Who takes each place.

use crate::ui::{Button, ErrorNotice, Look, SelectField};
use domain::{
    desk::{Desk, DeskSeat, Seat},
    ids::PersonId,
};
use leptos::prelude::*;

/// The form; a producer's place is offered to the backup first. `refused` says why what was chosen will not do.
pub(super) fn form(desk: &Desk, chosen: &[(Seat, PersonId)], refused: Option<String>) -> AnyView {
    let seats = desk.seats.iter().map(|held| seat(desk, held, chosen));
    let handoffs = desk.handoffs.iter().map(|one| {
        view! { <li><a href=format!("/handoffs/{}", one.id)>{one.name.clone()}</a></li> }
    });
    let follow = (!desk.handoffs.is_empty()).then(|| {
        view! {
            <details class="more">
                <summary class="small">{format!("{} open handoffs go with them", desk.handoffs.len())}</summary>
                <ul class="stack tight">{handoffs.collect_view()}</ul>
            </details>
        }
    });
    view! {
        <form method="get" action=format!("/team/{}", desk.person.id) class="stack">
            {refused.map(|what| view! { <ErrorNotice what /> })}
            <p class="muted">"All of it goes in one step; you see what becomes of it before it does."</p>
            {seats.collect_view()}
            {follow}
            <div class="row"><Button look=Look::Primary submit=true>"Look at it first"</Button></div>
        </form>
    }
    .into_any()
}

fn seat(desk: &Desk, held: &DeskSeat, chosen: &[(Seat, PersonId)]) -> AnyView {
    let takers = desk.takers(held);
    let fits = |person: &PersonId| takers.iter().any(|taker| taker.id == *person);
    let before = chosen.iter().find(|(seat, _)| *seat == held.seat);
    let offered = before
        .map(|(_, person)| *person)
        .or(held.other)
        .filter(fits);
    let value = RwSignal::new(offered.map(|id| id.to_string()).unwrap_or_default());
    let named = takers
        .iter()
        .map(|taker| (taker.id.to_string(), taker.name.clone()));
    let options = std::iter::once((String::new(), "Choose somebody".to_owned()))
        .chain(named)
        .collect();
    view! { <SelectField name=held.seat.to_string() label=held.words() options value /> }.into_any()
}
