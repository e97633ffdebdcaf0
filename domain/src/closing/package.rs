//! What the producer adds to the numbers, and when the three items of the package are complete.

use crate::handoff::{Item, gate::ItemState};
use serde::{Deserialize, Serialize};

/// How many visuals a case-study package carries at most.
pub const MOST_VISUALS: usize = 12;

/// How many characters fit into a text of the report: it is printed on four pages.
const MOST_TEXT: usize = 4_000;

/// What the producer writes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportText {
    /// What happened, in words.
    pub summary: String,
    /// What Sales can tell the next client: one a paragraph.
    pub use_cases: String,
}

/// Why a report is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RefusedReport {
    /// A text does not fit.
    #[error(
        "The {what} has {length} characters, and {MOST_TEXT} fit: shorten it, the report has four pages."
    )]
    TooLong {
        /// Which text.
        what: &'static str,
        /// How long it is.
        length: usize,
    },
    /// More was picked than the package carries.
    #[error(
        "{0} visuals are picked, and {MOST_VISUALS} fit into a case-study package: take some out."
    )]
    TooManyVisuals(usize),
    /// A file that nobody can look at.
    #[error("“{0}” is neither an image nor a video: pick the files that show the work.")]
    NotVisual(String),
    /// What it showed before is no more.
    #[error("A visual that it showed before was removed since: pick the visuals by hand instead.")]
    VisualGone,
}

impl ReportText {
    /// The texts, trimmed.
    ///
    /// # Errors
    /// When one is too long.
    pub fn checked(self) -> Result<Self, RefusedReport> {
        Ok(Self {
            summary: fits("summary", &self.summary)?,
            use_cases: fits("use cases for Sales", &self.use_cases)?,
        })
    }

    /// The use cases, one each.
    pub fn cases(&self) -> impl Iterator<Item = &str> {
        self.use_cases
            .split("\n\n")
            .map(str::trim)
            .filter(|case| !case.is_empty())
    }

    /// How the items of the package stand. The margin data are complete once the producer saved them: from then on
    /// they are what the report says.
    pub fn states(&self, numbers_saved: bool, visuals: usize) -> [(Item, ItemState); 3] {
        let state = |complete| {
            if complete {
                ItemState::Filled
            } else {
                ItemState::Missing
            }
        };
        [
            (Item::MarginData, state(numbers_saved)),
            (Item::CaseStudyVisuals, state(visuals > 0)),
            (Item::UseCasesForSales, state(self.cases().next().is_some())),
        ]
    }
}

fn fits(what: &'static str, text: &str) -> Result<String, RefusedReport> {
    let text = text.trim().replace("\r\n", "\n");
    let length = text.chars().count();
    if length > MOST_TEXT {
        return Err(RefusedReport::TooLong { what, length });
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn text(use_cases: &str) -> ReportText {
        ReportText {
            use_cases: use_cases.into(),
            ..ReportText::default()
        }
    }

    #[rstest]
    #[case(false, 0, "", [false, false, false])]
    #[case(true, 0, "", [true, false, false])]
    #[case(true, 2, " \n\n ", [true, true, false])]
    #[case(true, 2, "Launch films in a week", [true, true, true])]
    fn an_item_is_complete_with_its_content(
        #[case] saved: bool,
        #[case] visuals: usize,
        #[case] cases: &str,
        #[case] complete: [bool; 3],
    ) {
        let states = text(cases).states(saved, visuals);
        assert_eq!(
            states.map(|(_, state)| state == ItemState::Filled),
            complete
        );
    }

    #[test]
    fn use_cases_are_paragraphs() {
        let text = text("One,\nstill one.\n\n\n\nTwo.").checked().unwrap();
        assert_eq!(
            text.cases().collect::<Vec<_>>(),
            ["One,\nstill one.", "Two."]
        );
    }

    #[test]
    fn a_text_that_is_too_long_says_which() {
        let said = text(&"a".repeat(4_001)).checked().unwrap_err().to_string();
        assert!(
            said.starts_with("The use cases for Sales has 4001"),
            "{said}"
        );
    }
}
