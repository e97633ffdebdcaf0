//! Why a server function did not do what it was asked, as the screens are told.

use leptos::server_fn::{
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};
use serde::{Deserialize, Serialize};

/// Why a server function did not do what it was asked. As text it is a sentence to show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, thiserror::Error)]
pub enum ApiError {
    /// Nobody is signed in, or no longer.
    #[error("You are signed out. Sign in again to go on; nothing that you typed is lost.")]
    SignedOut,
    /// A rule says no; the sentence says why and what to do.
    #[error("{0}")]
    Refused(String),
    /// There is no such thing, or the viewer may not know of it.
    #[error("{0}")]
    NotFound(String),
    /// Somebody changed it since the viewer looked.
    #[error("{sentence}")]
    Conflict {
        /// Who changed what.
        sentence: String,
        /// What it is now, as the JSON of its card; null where that is not known.
        now: serde_json::Value,
    },
    /// A value cannot be taken as it is.
    #[error("{sentence}")]
    Invalid {
        /// The name of the field.
        field: String,
        /// What is wrong with it and how to write it.
        sentence: String,
    },
    /// A fault on our side.
    #[error("{0}")]
    Unavailable(String),
    /// The server could not be asked, or did not understand; the screen keeps what was typed.
    #[error("Baton could not be reached. Check your connection and try again.")]
    Unreachable,
}

impl FromServerFnError for ApiError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Response(_) => Self::Unreachable,
            ServerFnErrorErr::Args(what) | ServerFnErrorErr::MissingArg(what) => unread(&what),
            // Includes the answers of the server's own doors, which are sentences too.
            other => Self::Unavailable(other.to_string()),
        }
    }
}

/// What was sent cannot be read at all: a fault of whoever sent it.
fn unread(what: &str) -> ApiError {
    let error = ApiError::Invalid {
        field: String::new(),
        sentence: format!(
            "What was sent cannot be read ({what}). Load the page again, and send it once more."
        ),
    };
    #[cfg(feature = "ssr")]
    let error = error.noted();
    error
}

#[cfg(feature = "ssr")]
mod on_server {
    use super::ApiError;
    use http::{Method, StatusCode, header::ACCEPT, request::Parts};
    use leptos::prelude::use_context;
    use leptos_axum::ResponseOptions;
    use leptos_router::location::RequestUrl;
    use service::Error;

    impl From<Error> for ApiError {
        fn from(error: Error) -> Self {
            let sentence = error.to_string();
            let told = match error {
                Error::Refused(sentence) => Self::Refused(sentence),
                Error::NotFound(_) => Self::NotFound(sentence),
                Error::Conflict { sentence, now } => Self::Conflict { sentence, now },
                Error::Invalid { field, sentence } => Self::Invalid {
                    field: field.to_owned(),
                    sentence,
                },
                Error::BadAnswer(bad) => Self::Invalid {
                    field: bad.field.control(),
                    sentence,
                },
                Error::Unavailable => Self::Unavailable(sentence),
            };
            told.noted()
        }
    }

    impl ApiError {
        /// A value of a form that cannot be read: which field, and how to write it.
        pub(crate) fn invalid(field: impl Into<String>, sentence: impl ToString) -> Self {
            let told = Self::Invalid {
                field: field.into(),
                sentence: sentence.to_string(),
            };
            told.noted()
        }

        /// Gives the answer that is being made the error's status. A page takes it only where the thing that it is
        /// about does not exist (one refused part does not refuse the page), and the answer to a plain form not at
        /// all: it must stay a redirect back to the form.
        pub(crate) fn noted(self) -> Self {
            let applies = match self {
                _ if is_plain_form() => false,
                Self::NotFound(_) => true,
                _ => use_context::<RequestUrl>().is_none(),
            };
            if let (true, Some(response)) = (applies, use_context::<ResponseOptions>()) {
                response.set_status(self.status());
            }
            self
        }

        /// The status that says most nearly what happened.
        pub const fn status(&self) -> StatusCode {
            match self {
                Self::SignedOut => StatusCode::UNAUTHORIZED,
                Self::Refused(_) => StatusCode::FORBIDDEN,
                Self::NotFound(_) => StatusCode::NOT_FOUND,
                Self::Conflict { .. } => StatusCode::CONFLICT,
                Self::Invalid { .. } => StatusCode::UNPROCESSABLE_ENTITY,
                Self::Unavailable(_) | Self::Unreachable => StatusCode::SERVICE_UNAVAILABLE,
            }
        }
    }

    /// Whether a browser without scripts sent a form.
    fn is_plain_form() -> bool {
        let Some(request) = use_context::<Parts>() else {
            return false;
        };
        let accept = request
            .headers
            .get(ACCEPT)
            .and_then(|accept| accept.to_str().ok());
        request.method == Method::POST && accept.is_some_and(|accept| accept.contains("text/html"))
    }
}
