//! Taking back what was just done, from its message.

use crate::{api::error::ApiError, ui::toast::Toasts};
use leptos::{prelude::*, task::spawn_local};
use std::future::Future;

/// What takes something back when it is run: `send` asks the server for it. How that went is said, and the page shown
/// anew.
pub fn taking_back<T, Answer>(
    toasts: Toasts,
    reload: Callback<()>,
    send: impl Fn() -> Answer + Clone + Send + Sync + 'static,
) -> impl Fn() + Clone + Send + Sync + 'static
where
    T: 'static,
    Answer: Future<Output = Result<T, ApiError>> + 'static,
{
    move || {
        let answer = send();
        spawn_local(async move {
            match answer.await {
                Ok(_) => toasts.done("Taken back"),
                Err(error) => toasts.fail(error.to_string()),
            }
            // The page may be left by then.
            reload.try_run(());
        });
    }
}
