//! One thing that somebody tries to do.

use crate::support::Answer;
use axum::http::StatusCode;

/// What was tried, and what came of it.
#[derive(Debug)]
pub struct Deed {
    /// Stands in every text that was sent with it, and nowhere else.
    pub mark: String,
    /// What the log says of each thing that was done: what it is, and the verb.
    pub told: Vec<(&'static str, &'static str)>,
    /// Whether any of it was refused.
    pub refused: bool,
}

impl Deed {
    /// Of a deed that is done as a whole or not at all.
    pub fn of(mark: String, told: (&'static str, &'static str), answer: &Answer) -> Self {
        assert!(is_an_answer(answer.status), "{mark} {told:?}: {answer:?}");
        let done = answer.status.is_success();
        Self {
            mark,
            told: done.then_some(told).into_iter().collect(),
            refused: !done,
        }
    }

    pub fn is_done(&self) -> bool {
        !self.told.is_empty()
    }
}

/// Done, or refused in words; never a fault.
pub fn is_an_answer(status: StatusCode) -> bool {
    status.is_success()
        || matches!(
            status,
            StatusCode::FORBIDDEN
                | StatusCode::NOT_FOUND
                | StatusCode::CONFLICT
                | StatusCode::UNPROCESSABLE_ENTITY
        )
}
