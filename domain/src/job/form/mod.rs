//! What a request must bring with it: the request form of a workflow.
//!
//! Every request has a title, a brief and files; a workflow's own form asks for more, and says what a request cannot be
//! sent without. A workflow without a form of its own asks for nothing more.

mod answer;
mod read;

pub use answer::{BadAnswer, Given};
pub use read::BadForm;

use crate::{
    board::AttachedFile,
    ids::{RequestFieldId, WorkflowId},
    named,
    text::Label,
};
use serde::{Deserialize, Serialize};

/// More fields than this are asked of nobody.
pub const MOST_REQUEST_FIELDS: usize = 20;

named! {
    /// What a field takes.
    pub enum RequestFieldKind {
        Text = "text",
        /// One file or several.
        File = "file",
    }
}

/// One field of a request form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestField {
    /// Its identity: it stays while kind and words do.
    pub id: RequestFieldId,
    /// What it takes.
    pub kind: RequestFieldKind,
    /// What is asked for.
    pub words: Label,
    /// Whether a request cannot be sent without.
    pub needed: bool,
}

/// What the request form of a workflow asks for beyond title, brief and files, in this order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestForm {
    /// Up to [`MOST_REQUEST_FIELDS`]; none where nothing more is asked for.
    pub fields: Vec<RequestField>,
}

/// The request form of a workflow, for whoever writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkflowForm {
    /// Whose.
    pub workflow: WorkflowId,
    /// The workflow's name.
    pub name: String,
    /// The workflow's version.
    pub version: i64,
    /// What it asks for.
    pub form: RequestForm,
}

/// Writing the request form of a workflow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveRequestForm {
    /// Whose.
    pub workflow: WorkflowId,
    /// The workflow's version that the writer saw.
    pub version: i64,
    /// One field a line, as [`RequestForm::read`] takes it; nothing for no form of its own.
    pub text: String,
}

/// What a client answered to a field, as it was asked then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobAnswer {
    /// What was asked for.
    pub words: String,
    /// The answer; empty for files.
    pub text: String,
    /// The files; none for a text.
    pub files: Vec<AttachedFile>,
}

impl RequestField {
    /// The name that its control posts, which is the control's id as well.
    pub fn control(&self) -> String {
        self.id.control()
    }
}

impl RequestFieldId {
    const CONTROL: &str = "answer-";

    /// The name under which a form posts what is answered to it.
    pub fn control(self) -> String {
        format!("{}{self}", Self::CONTROL)
    }

    /// The field that posts under this name; nothing where none does.
    pub fn of_control(name: &str) -> Option<Self> {
        name.strip_prefix(Self::CONTROL)?.parse().ok()
    }
}
