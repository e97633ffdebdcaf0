//! What is answered to a request form, and what keeps it from being sent.

use super::{RequestField, RequestFieldKind, RequestForm};
use crate::{
    ids::RequestFieldId,
    text::{AnswerText, BadText},
};

/// What was given for the fields of a form; what is given for others is nobody's question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// What was typed, by field.
    pub texts: Vec<(RequestFieldId, String)>,
    /// The fields that files were chosen for.
    pub files: Vec<RequestFieldId>,
}

/// Why what was given for a field will not do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{why}")]
pub struct BadAnswer {
    /// Which field.
    pub field: RequestFieldId,
    /// Why, and what to do.
    pub why: String,
}

impl RequestForm {
    /// The texts that answer the form, in its order, those that were left empty aside.
    ///
    /// # Errors
    /// Every field that is needed and not answered, or answered at too great a length.
    pub fn check(&self, given: &Given) -> Result<Vec<(&RequestField, AnswerText)>, Vec<BadAnswer>> {
        let (mut answers, mut faults) = (Vec::new(), Vec::new());
        for field in &self.fields {
            match field.check(given) {
                Ok(answer) => answers.extend(answer.map(|text| (field, text))),
                Err(why) => faults.push(BadAnswer {
                    field: field.id,
                    why,
                }),
            }
        }
        match faults.is_empty() {
            true => Ok(answers),
            false => Err(faults),
        }
    }
}

impl RequestField {
    fn check(&self, given: &Given) -> Result<Option<AnswerText>, String> {
        match self.kind {
            RequestFieldKind::Text => self.text(given),
            RequestFieldKind::File if self.needed && !given.files.contains(&self.id) => {
                Err(format!(
                    "“{}” is missing: this kind of work cannot begin without. Choose a file.",
                    self.words
                ))
            }
            RequestFieldKind::File => Ok(None),
        }
    }

    fn text(&self, given: &Given) -> Result<Option<AnswerText>, String> {
        let typed = given.texts.iter().find(|(field, _)| *field == self.id);
        match typed.map_or("", |(_, text)| text).parse() {
            Ok(text) => Ok(Some(text)),
            Err(BadText::Empty { .. }) if !self.needed => Ok(None),
            Err(BadText::Empty { .. }) => Err(format!(
                "“{}” is not answered: this kind of work cannot begin without.",
                self.words
            )),
            Err(bad) => Err(format!("“{}”: {bad}", self.words)),
        }
    }
}
