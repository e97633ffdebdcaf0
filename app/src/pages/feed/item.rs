//! One thing that concerns the viewer.

use crate::{
    api::feed::read_item,
    ui::{Ago, Icon},
};
use domain::feed::{Feed, FeedItem, FeedKind};
use leptos::{ev::MouseEvent, prelude::*, task::spawn_local};
use leptos_router::{NavigateOptions, hooks::use_navigate};

/// A link to what it is about; following it marks it as read.
pub(super) fn item(item: FeedItem, feed: RwSignal<Feed>) -> AnyView {
    let (icon, tone) = face(item.kind);
    let words = words(&item);
    let follow = (!item.read).then(|| follower(&item, feed));
    let open = move |event: MouseEvent| {
        if let Some(follow) = &follow {
            follow(event);
        }
    };
    let about = match item.client.as_str() {
        "" => item.title.clone(),
        client => format!("{} · {client}", item.title),
    };
    let said =
        (!item.said.is_empty()).then(|| view! { <p class="feed-said">{item.said.clone()}</p> });
    let unread = (!item.read).then(|| view! { <span class="visually-hidden">"Unread: "</span> });
    let at = item.at;
    view! {
        <li class="feed-item" class:unread=!item.read>
            <span class=format!("feed-mark {tone}")>{icon.small()}</span>
            <div>
                <p>{unread} <a href=item.path() on:click=open>{about}</a></p>
                <p class="muted small">{words} " · " <Ago at=at /></p>
                {said}
            </div>
        </li>
    }
    .into_any()
}

/// Notes that the item is read before the page is left for what it opens: a request that is under way when a page goes
/// is cut off, and the item would be unread again.
fn follower(item: &FeedItem, feed: RwSignal<Feed>) -> impl Fn(MouseEvent) + 'static {
    let (key, path) = (item.key.clone(), item.path());
    let navigate = use_navigate();
    move |event| {
        let (key, path, navigate) = (key.clone(), path.clone(), navigate.clone());
        let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key();
        if !elsewhere {
            event.prevent_default();
        }
        spawn_local(async move {
            let noted = read_item(key.clone()).await.is_ok();
            if !elsewhere {
                navigate(&path, NavigateOptions::default());
            } else if noted {
                // Unread is what it stays where this fails, or the page was left.
                let _ = feed.try_update(|feed| feed.read(&key));
            }
        });
    }
}

const fn face(kind: FeedKind) -> (Icon, &'static str) {
    match kind {
        FeedKind::Mention => (Icon::Comment, "calm"),
        FeedKind::Arrived => (Icon::ArrowRight, "calm"),
        FeedKind::Returned => (Icon::Return, "warn"),
        FeedKind::Answered => (Icon::Check, "calm"),
        FeedKind::AtRisk => (Icon::AtRisk, "warn"),
        FeedKind::Breached => (Icon::Breached, "bad"),
        FeedKind::FollowUp => (Icon::Flag, "calm"),
        FeedKind::FollowUpOverdue => (Icon::Flag, "bad"),
        FeedKind::Desk => (Icon::Team, "calm"),
    }
}

fn words(item: &FeedItem) -> String {
    let by = item.by.as_deref().unwrap_or("Somebody");
    match item.kind {
        FeedKind::Mention => format!("{by} mentioned you"),
        FeedKind::Arrived => format!("{by} submitted it to you"),
        FeedKind::Returned => format!("{by} returned it"),
        FeedKind::Answered => format!("{by} answered who is available"),
        FeedKind::AtRisk => "80 % of its time is used".to_owned(),
        FeedKind::Breached => "Its time has run out".to_owned(),
        FeedKind::FollowUp => "Its follow-up is open".to_owned(),
        FeedKind::FollowUpOverdue => "The next step of its follow-up is overdue".to_owned(),
        FeedKind::Desk => format!("{by} passed it on to you"),
    }
}
