//! What was typed into a form that was refused, where no script could keep it.

use crate::api::error::ApiError;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The texts of a refused form by the names of their fields, and why it was refused.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Typed {
    /// Name and text. Never a password.
    pub texts: Vec<(String, String)>,
    /// Why, where the page cannot know it otherwise.
    pub error: Option<ApiError>,
}

impl Typed {
    /// What was typed into a field; empty where nothing was.
    pub fn text(&self, field: &str) -> String {
        let typed = self.texts.iter().find(|(name, _)| name == field);
        typed.map(|(_, text)| text.clone()).unwrap_or_default()
    }
}

/// What the page's form should begin with, on the server and in the browser alike.
pub fn use_typed() -> Typed {
    SharedValue::new(|| use_context::<Typed>().unwrap_or_default()).into_inner()
}
