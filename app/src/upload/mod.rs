//! Sending a form with its files from a script: with progress, and a way to stop.
//!
//! The form is a plain one, so that it is sent without scripts as well; this takes over where there are some.

mod add_files;
#[cfg(feature = "hydrate")]
mod xhr;

pub use add_files::AddFiles;

use crate::{
    api::error::ApiError,
    ui::{Button, Icon, size::size},
};
use leptos::{ev::SubmitEvent, prelude::*};
use serde::Deserialize;

/// How it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Sending {
    /// Nothing is on its way.
    #[default]
    Idle,
    /// So many bytes of so many are sent.
    UnderWay {
        /// Bytes sent.
        sent: i64,
        /// All bytes; 0 while that is not known.
        all: i64,
    },
    /// It was not taken; what was typed and chosen is still there.
    Failed(ApiError),
}

/// What the server says of a form that it has taken.
#[derive(Clone, Debug, Deserialize)]
pub struct Taken {
    /// The page to go on to.
    pub url: String,
}

/// One form that is sent now and again.
#[derive(Clone, Copy)]
pub struct Upload {
    state: RwSignal<Sending>,
    #[cfg(feature = "hydrate")]
    under_way: StoredValue<Option<xhr::UnderWay>, LocalStorage>,
}

impl Upload {
    /// Nothing is on its way.
    pub fn new() -> Self {
        let upload = Self {
            state: RwSignal::default(),
            #[cfg(feature = "hydrate")]
            under_way: StoredValue::new_local(None),
        };
        on_cleanup(move || upload.stop());
        upload
    }

    /// How it stands; tracked.
    pub fn state(self) -> Sending {
        self.state.get()
    }

    /// Whether it is on its way; tracked.
    pub fn is_busy(self) -> bool {
        matches!(*self.state.read(), Sending::UnderWay { .. })
    }

    /// Why it was not taken; tracked.
    pub fn failure(self) -> Option<ApiError> {
        match self.state.get() {
            Sending::Failed(error) => Some(error),
            _ => None,
        }
    }

    /// Why it was not taken, where that is about `field`; tracked.
    pub fn failure_of(self, field: &str) -> Option<String> {
        match self.failure()? {
            ApiError::Invalid {
                field: of,
                sentence,
            } if of == field => Some(sentence),
            _ => None,
        }
    }

    /// Sends the form that `event` submits, in place of the browser; `done` is called when it was taken.
    #[cfg(feature = "hydrate")]
    pub fn send(self, event: &SubmitEvent, done: impl FnOnce(Taken) + 'static) {
        event.prevent_default();
        if !matches!(*self.state.read_untracked(), Sending::UnderWay { .. }) {
            xhr::send(self, event, done);
        }
    }

    /// The server submits nothing.
    #[cfg(not(feature = "hydrate"))]
    pub fn send(self, _: &SubmitEvent, _: impl FnOnce(Taken) + 'static) {}

    /// Stops what is on its way.
    pub fn stop(self) {
        #[cfg(feature = "hydrate")]
        xhr::stop(self);
        if self
            .state
            .try_get_untracked()
            .is_some_and(|state| state != Sending::Idle)
        {
            self.state.set(Sending::Idle);
        }
    }
}

impl Default for Upload {
    fn default() -> Self {
        Self::new()
    }
}

/// How far it has come, and the button that stops it; nothing where nothing is on its way.
#[component]
pub fn UploadProgress(
    /// Of which form.
    upload: Upload,
) -> impl IntoView {
    let bar = move || match upload.state() {
        Sending::UnderWay { sent, all } => {
            let words = if sent < all || all == 0 {
                format!("Sending: {} of {}", size(sent), size(all))
            } else {
                "Everything is sent. Waiting for the receipt".to_owned()
            };
            view! {
                <div class="upload">
                    <progress max=all.max(1) value=sent aria-label="Sending"></progress>
                    <span class="small num">{words}</span>
                    <Button icon=Icon::Close on_click=move |_| upload.stop()>"Stop sending"</Button>
                </div>
            }
            .into_any()
        }
        _ => ().into_any(),
    };
    view! { <div role="status">{bar}</div> }.into_any()
}
