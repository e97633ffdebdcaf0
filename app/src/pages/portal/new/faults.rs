//! What stands in the way, shown where it is, until it is put right.

use super::check::Request;
use crate::{api::error::ApiError, ui::FormFault};
use leptos::prelude::*;

/// What keeps a request from being sent, once somebody has tried to.
#[derive(Clone, Copy)]
pub struct Faults {
    tried: RwSignal<bool>,
    all: Memo<Vec<FormFault>>,
}

impl Faults {
    /// None before the first try; then whatever is wrong at present. What the server refused stays until its control
    /// holds something else, or, where it is about no control, until the request is sent again.
    pub fn of(
        request: Request,
        refused: impl Fn() -> Option<ApiError> + Send + Sync + 'static,
    ) -> Self {
        let tried = RwSignal::new(false);
        let refused = Memo::new(move |_| refused().as_ref().map(fault_of));
        let shown = move |fault: &FormFault| request.shown(&fault.field);
        // What the refused control held when it was refused.
        let held = RwSignal::new(untrack(|| refused.get().as_ref().map(shown)));
        Effect::new(move |_| {
            let refused = refused.get();
            held.set(untrack(|| refused.as_ref().map(shown)));
        });
        let all = Memo::new(move |_| {
            let here = match tried.get() {
                true => request.faults(),
                false => Vec::new(),
            };
            if !here.is_empty() {
                return here;
            }
            let stands = |fault: &FormFault| held.get().is_none_or(|held| held == shown(fault));
            refused.get().filter(stands).into_iter().collect()
        });
        Self { tried, all }
    }

    /// Somebody tries to send it; answers whether nothing stands in the way.
    pub fn none(self, request: Request) -> bool {
        self.tried.set(true);
        untrack(|| request.faults()).is_empty()
    }

    /// All of them.
    pub fn all(self) -> Signal<Vec<FormFault>> {
        self.all.into()
    }

    /// The reason that is about a control.
    pub fn about(self, control: &str) -> Signal<Option<String>> {
        let control = control.to_owned();
        Signal::derive(move || {
            let all = self.all.read();
            let fault = all.iter().find(|fault| fault.field == control);
            fault.map(|fault| fault.reason.clone())
        })
    }
}

/// A refusal, and the control that it is about; the form where it is about none.
fn fault_of(error: &ApiError) -> FormFault {
    let field = match error {
        ApiError::Invalid { field, .. } => field.clone(),
        _ => "request".to_owned(),
    };
    FormFault {
        field,
        reason: error.to_string(),
    }
}
