//! Why a use case did not do what it was asked.

/// The result of a use case.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a use case did not do what it was asked. Its text may be shown to whoever asked: nothing of
/// the database is in it (that goes to the log).
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Error {
    /// A rule says no; the sentence says why and what to do.
    #[error("{0}")]
    Refused(String),
    /// There is no such thing, or the actor may not know of it: both answer the same.
    #[error("There is no such {0}, or it is not yours to see.")]
    NotFound(&'static str),
    /// Somebody changed it since the actor looked.
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
        field: &'static str,
        /// What is wrong with it and how to write it.
        sentence: String,
    },
    /// An answer to a request form cannot be taken.
    #[error("{0}")]
    BadAnswer(#[from] domain::job::BadAnswer),
    /// The database or the file store did not do its part; the reason is in the log.
    #[error(
        "That did not work because of a fault on our side. Nothing was changed; try again in a moment."
    )]
    Unavailable,
}

impl Error {
    /// A refusal in the words of a rule.
    pub fn refused(sentence: impl ToString) -> Self {
        Self::Refused(sentence.to_string())
    }

    /// A value that cannot be taken.
    pub fn invalid(field: &'static str, sentence: impl ToString) -> Self {
        Self::Invalid {
            field,
            sentence: sentence.to_string(),
        }
    }

    /// Logs a fault of ours and hides it from the actor.
    pub(crate) fn fault(what: &str, error: impl std::fmt::Display) -> Self {
        tracing::error!(%error, "{what}");
        Self::Unavailable
    }

    /// Somebody else's change came first and nothing is known yet of what it is now.
    pub(crate) fn stale(what: &str) -> Self {
        Self::Conflict {
            sentence: format!("Somebody changed this {what} in the meantime. Look at it again."),
            now: serde_json::Value::Null,
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        Self::fault("the database", error)
    }
}

impl From<domain::policy::Refusal> for Error {
    fn from(refusal: domain::policy::Refusal) -> Self {
        match refusal {
            domain::policy::Refusal::NotFound => Self::NotFound("thing"),
            role => Self::Refused(role.to_string()),
        }
    }
}
