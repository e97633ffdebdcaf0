//! What a list of jobs can be filtered by.

use crate::{engagement::Named, ids::*};
use serde::{Deserialize, Serialize};

/// The clients, producers and workflows that there are, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobChoices {
    /// The companies.
    pub clients: Vec<Named<ClientId>>,
    /// The producers of their engagements.
    pub producers: Vec<Named<PersonId>>,
    /// The workflows, each with its client's name.
    pub workflows: Vec<(Named<WorkflowId>, String)>,
}
