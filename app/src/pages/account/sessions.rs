//! The browsers in which the viewer is signed in, each of which can be signed out.

use crate::{
    api::session::{OpenSession, RevokeSession, open_sessions},
    json::load,
    ui::{Ago, Badge, Button, ErrorNotice, Icon, Look, Skeleton, Tone},
};
use leptos::prelude::*;

/// The list.
#[component]
pub fn Sessions() -> impl IntoView {
    let revoke = ServerAction::<RevokeSession>::new();
    let sessions = load(move || revoke.version().get(), |_| open_sessions());
    let refused = move || {
        revoke
            .value()
            .get()
            .and_then(Result::err)
            .map(|error| error.to_string())
    };
    let shown = move || {
        Suspend::new(async move {
            match sessions.await {
                Ok(sessions) => {
                    let rows = sessions
                        .into_iter()
                        .map(|session| row(session, revoke))
                        .collect_view();
                    view! { <ul class="sessions">{rows}</ul> }.into_any()
                }
                Err(error) => {
                    let retry = Callback::new(move |()| sessions.refetch());
                    view! { <ErrorNotice what=error.to_string() retry /> }.into_any()
                }
            }
        })
    };
    view! {
        {move || refused().map(|what| view! { <ErrorNotice what /> })}
        <Transition fallback=|| view! { <Skeleton lines=2 /> }>{shown}</Transition>
    }
    .into_any()
}

fn row(session: OpenSession, revoke: ServerAction<RevokeSession>) -> AnyView {
    let OpenSession {
        id,
        user_agent,
        began_at,
        seen_at,
        is_this,
    } = session;
    let browser = browser(&user_agent);
    let busy = {
        let id = id.clone();
        Signal::derive(move || {
            revoke.pending().get()
                && revoke
                    .input()
                    .read()
                    .as_ref()
                    .is_some_and(|asked| asked.id == id)
        })
    };
    let which = browser.clone();
    let end = if is_this {
        view! { <Badge label="This browser" tone=Tone::Now /> }.into_any()
    } else {
        view! {
            <ActionForm action=revoke>
                <input type="hidden" name="id" value=id />
                <Button submit=true look=Look::Danger icon=Icon::SignOut busy>
                    "Sign out" <span class="visually-hidden">{format!(" {which}")}</span>
                </Button>
            </ActionForm>
        }
        .into_any()
    };
    view! {
        <li class="session">
            <span class="session-what">
                <strong>{browser}</strong>
                <span class="muted small">"Signed in " <Ago at=began_at /> " · last seen " <Ago at=seen_at /></span>
            </span>
            {end}
        </li>
    }
    .into_any()
}

/// Browser and system by the names people know: "Firefox on Linux".
fn browser(user_agent: &str) -> String {
    let first = |names: &[(&'static str, &'static str)]| {
        names
            .iter()
            .find(|(mark, _)| user_agent.contains(mark))
            .map(|(_, name)| *name)
    };
    // Each names those it descends from as well, so the youngest are asked for first.
    let browser = first(&[
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => format!("{browser} on {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => "An unknown browser".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::browser;

    #[test]
    fn browsers_have_the_names_people_know() {
        for (agent, name) in [
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
                "Firefox on Linux",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
                "Edge on Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
                "Safari on iPhone",
            ),
            ("curl/8.5.0", "An unknown browser"),
        ] {
            assert_eq!(browser(agent), name, "{agent}");
        }
    }
}
