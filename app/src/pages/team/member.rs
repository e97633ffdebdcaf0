//! One person.

use crate::{
    boot::use_viewer,
    charts::BarTrack,
    ui::{Avatar, Badge, Icon, Tone, when::date},
};
use domain::{
    policy::check_desk,
    team::{Carried, Member, Team},
    time::Day,
};
use leptos::prelude::*;

/// How many engagements are named before the rest is folded away.
const NAMED: usize = 4;

pub(super) fn card(member: &Member, team: &Team, most: f64) -> AnyView {
    let load = member
        .clients
        .map(|clients| load(clients, team.ratio, most));
    let (open, rest) = member
        .engagements
        .split_at(member.engagements.len().min(NAMED));
    let rest = (!rest.is_empty()).then(|| {
        let list = rest.iter().map(carried).collect_view();
        view! {
            <details class="more">
                <summary class="small">{format!("{} more", rest.len())}</summary>
                <ul class="carried">{list}</ul>
            </details>
        }
    });
    let backs_up = (!member.backs_up.is_empty()).then(|| {
        let names: Vec<_> = member
            .backs_up
            .iter()
            .map(|one| one.client.as_str())
            .collect();
        view! { <p class="muted small">{format!("Stands in for {}", names.join(", "))}</p> }
    });
    view! {
        <li class="member card" id=member.id.to_string()>
            <header>
                <Avatar name=member.name.clone() beside_name=true />
                <div>
                    <h3>{member.name.clone()}</h3>
                    <p class="muted small">{member.title.clone()}</p>
                </div>
                {standing(member, team.today)}
            </header>
            {load}
            <ul class="carried">{open.iter().map(carried).collect_view()}</ul>
            {rest}
            {backs_up}
            {held(member)}
            {pass_on(member)}
        </li>
    }
    .into_any()
}

/// New producers work with help until they are independent.
fn standing(member: &Member, today: Day) -> Option<AnyView> {
    member.clients?;
    let (tone, said) = match member.independent_on {
        Some(day) if day <= today => (Tone::Good, format!("Independent since {}", date(day))),
        Some(day) => (Tone::Now, format!("Independent on {}", date(day))),
        None => (Tone::Now, "Working with help".to_owned()),
    };
    Some(view! { <Badge label=said tone=tone /> }.into_any())
}

fn load(clients: i64, ratio: Option<f64>, most: f64) -> AnyView {
    if clients == 0 {
        return view! { <div class="load"><span class="muted">"no clients now"</span></div> }
            .into_any();
    }
    let over = ratio.is_some_and(|ratio| clients as f64 > ratio);
    let noun = if clients == 1 { "client" } else { "clients" };
    let limit = ratio.map(|ratio| domain::metrics::Metric::ClientsPerProducer.shown_value(ratio));
    let limit = limit.map(|limit| {
        if over {
            format!("above {limit}")
        } else {
            format!("within {limit}")
        }
    });
    view! {
        <div class="load" class:below=over>
            <span class="num"><strong>{clients}</strong> " " {noun} " " <span class="muted">{limit}</span></span>
            <BarTrack value=clients as f64 most limit_at=ratio />
        </div>
    }
    .into_any()
}

fn carried(one: &Carried) -> AnyView {
    let backup = match one.backup.clone() {
        Some(backup) => {
            view! { <span class="muted small">{format!("backup {backup}")}</span> }.into_any()
        }
        None => view! { <span class="no-backup small">{Icon::Warning.small()} "no backup"</span> }
            .into_any(),
    };
    view! {
        <li>
            <a href=format!("/engagements/{}", one.id) class="truncate" title=one.name.clone()>{one.client.clone()}</a>
            {backup}
        </li>
    }
    .into_any()
}

fn held(member: &Member) -> Option<AnyView> {
    let Member { handoffs, jobs, .. } = member;
    let some = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {many}")),
    };
    let parts = [
        some(*handoffs, "open handoff", "open handoffs"),
        some(*jobs, "open job", "open jobs"),
    ];
    let said = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    (!said.is_empty()).then(|| {
        let href = format!("/board?producer={}", member.id);
        view! {
            <footer>
                <a class="small num" href=href>{said}</a>
            </footer>
        }
        .into_any()
    })
}

/// The way to passing on all that somebody holds, for those who may.
fn pass_on(member: &Member) -> Option<AnyView> {
    let viewer = use_viewer()?;
    let allowed = check_desk(viewer.role, viewer.person, member.id).is_ok();
    (allowed && member.holds_something()).then(|| {
        view! { <p><a class="small" href=format!("/team/{}", member.id)>"Pass on this desk"</a></p> }
            .into_any()
    })
}
