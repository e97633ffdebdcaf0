//! What concerns the viewer: mentions, handoffs that came or came back, answers, clocks that run out, passed desks.

mod item;

use crate::{
    api::feed::{ReadAll, load_feed},
    frame::{Page, use_unread},
    json::load,
    live::{Fresh, fresh},
    ui::{Button, EmptyState, ErrorNotice, Icon, OfflineBar, Skeleton},
};
use domain::{
    board::{Changed, LiveChange},
    feed::{Feed as Everything, FeedItem},
};
use leptos::prelude::*;

/// The page "What concerns you".
#[component]
pub fn Feed() -> impl IntoView {
    let loaded = load(|| (), |()| load_feed());
    let shown = move || {
        Suspend::new(async move {
            match loaded.await {
                Ok(feed) => following(feed),
                Err(error) => {
                    let retry = Callback::new(move |()| loaded.refetch());
                    view! { <ErrorNotice what=error.to_string() retry /> }.into_any()
                }
            }
        })
    };
    view! {
        <Page title="What concerns you" narrow=true>
            <Suspense fallback=|| view! { <Skeleton lines=6 /> }>{shown}</Suspense>
        </Page>
    }
    .into_any()
}

fn following(first: Everything) -> AnyView {
    let seq = first.seq;
    let concerns = |change: &LiveChange| {
        matches!(
            change.what,
            Changed::Handoff(_) | Changed::Comments(_) | Changed::Other(_)
        )
    };
    let Fresh {
        now: feed,
        offline,
        reload,
    } = fresh(first, seq, concerns, load_feed);
    let read = ServerAction::<ReadAll>::new();
    Effect::new(move |_| {
        if read.value().get().is_some() {
            reload.run(());
        }
    });
    let bell = use_unread();
    Effect::new(move |_| bell.set(i64::try_from(feed.read().unread()).unwrap_or(i64::MAX)));
    let unread = Memo::new(move |_| feed.read().unread());
    let items = Memo::new(move |_| feed.read().items.clone());
    let key = |item: &FeedItem| (item.key.clone(), item.read);
    let all = move || {
        (unread.get() > 0).then(|| {
            view! {
                <ActionForm action=read>
                    <Button submit=true icon=Icon::Check busy=read.pending()>"Mark all as read"</Button>
                </ActionForm>
            }
        })
    };
    let empty = move || {
        items.read().is_empty().then(|| {
            view! {
                <EmptyState icon=Icon::Bell title="Nothing concerns you at the moment"
                    note="Mentions, handoffs that come to you or back to you, answers, and clocks of yours that run out will be here." />
            }
        })
    };
    // Where nothing is, "all read" says nothing more.
    let head = move || {
        (!items.read().is_empty()).then(|| {
            view! {
                <div class="row feed-head">
                    <p class="muted">{move || counted(unread.get())}</p>
                    {all}
                </div>
            }
        })
    };
    view! {
        <OfflineBar offline />
        {head}
        {empty}
        <ol class="feed">
            <For each=move || items.get() key=key children=move |one| item::item(one, feed) />
        </ol>
    }
    .into_any()
}

fn counted(unread: usize) -> String {
    match unread {
        0 => "All read.".to_owned(),
        1 => "1 is unread.".to_owned(),
        many => format!("{many} are unread."),
    }
}
