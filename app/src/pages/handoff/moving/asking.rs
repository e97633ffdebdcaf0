//! A question that a move has to answer before the card goes, and the answer being typed.

use super::verdict::{Ask, missing};
use domain::{
    board::{HandoffCard, MoveHandoff},
    handoff::{Item, Stage},
    ids::QcLineId,
    quality::{Mark, check_judged},
};
use leptos::prelude::*;

/// What was typed for a card; kept when the dialog is closed, so that nothing is lost.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// A text for each item that was missing.
    pub items: Vec<(Item, ArcRwSignal<String>)>,
    /// Why what is still missing is waived.
    pub waive: ArcRwSignal<String>,
    /// Why it is returned.
    pub reason: ArcRwSignal<String>,
    /// The lines of QC's checklist; empty until they are known.
    pub lines: ArcRwSignal<Vec<(QcLineId, String)>>,
    /// Those that failed.
    pub failed: ArcRwSignal<Vec<QcLineId>>,
    /// Those that passed.
    pub passed: ArcRwSignal<Vec<QcLineId>>,
    /// The card's version that was looked at.
    pub seen: i64,
    /// Why it goes beyond the column's limit.
    pub over_limit: ArcRwSignal<String>,
    /// The chosen pod's id.
    pub pod: ArcRwSignal<String>,
    /// `yes` where a case-study package was delivered, `no` where none was, empty before it is answered.
    pub case_study: ArcRwSignal<String>,
    /// When it really happened, by the agency's clocks; empty for now.
    pub happened: ArcRwSignal<String>,
}

/// The question.
#[derive(Clone, Debug)]
pub struct Asking {
    /// The card as it is known.
    pub card: HandoffCard,
    /// Where it is to go.
    pub to: Stage,
    /// What is asked.
    pub ask: Ask,
    /// The answer so far.
    pub draft: Draft,
    /// That the column has no room, in a sentence; unset where it has.
    pub full: Option<String>,
    /// What somebody else did meanwhile.
    pub conflict: Option<String>,
    /// Why the server did not take the answer.
    pub fault: Option<String>,
    /// Whether it is to be said when it happened.
    pub late: bool,
    /// Why it cannot have happened then.
    pub not_then: Option<String>,
}

impl Draft {
    /// Makes room for the items that `card` misses; what was typed stays. What QC said of another version does not.
    pub fn prepare(&mut self, card: &HandoffCard) {
        if self.seen != card.version {
            self.seen = card.version;
            self.passed = ArcRwSignal::default();
        }
        for item in missing(card) {
            if !self.items.iter().any(|(known, _)| *known == item) {
                self.items.push((item, ArcRwSignal::default()));
            }
        }
    }

    /// The text of an item.
    pub fn item(&self, item: Item) -> ArcRwSignal<String> {
        let found = self.items.iter().find(|(known, _)| *known == item);
        found.map(|(_, text)| text.clone()).unwrap_or_default()
    }

    fn marks(&self, passed: bool) -> Vec<Mark> {
        let chosen = if passed { &self.passed } else { &self.failed };
        let mark = |line| Mark {
            line,
            passed,
            note: String::new(),
        };
        chosen.get_untracked().into_iter().map(mark).collect()
    }

    fn filled(&self) -> Vec<(Item, String)> {
        let texts = self
            .items
            .iter()
            .map(|(item, text)| (*item, text.get_untracked().trim().to_owned()));
        texts.filter(|(_, text)| !text.is_empty()).collect()
    }
}

/// Why an answer will not do: the field's id, and a sentence.
pub type Fault = (&'static str, String);

impl Asking {
    /// The question, when it is asked first.
    pub const fn new(card: HandoffCard, to: Stage, ask: Ask, draft: Draft) -> Self {
        Self {
            card,
            to,
            ask,
            draft,
            full: None,
            conflict: None,
            fault: None,
            late: false,
            not_then: None,
        }
    }

    /// The items that nothing is typed for yet; tracked.
    pub fn empty_items(&self) -> Vec<Item> {
        let Ask::Items(asked) = &self.ask else {
            return Vec::new();
        };
        let empty = asked
            .iter()
            .filter(|item| self.draft.item(**item).get().trim().is_empty());
        empty.copied().collect()
    }

    /// The move with its answers.
    ///
    /// # Errors
    /// What is still to be answered.
    pub fn answered(&self) -> Result<MoveHandoff, Fault> {
        let mut asked = MoveHandoff::plain(self.card.id, self.card.version, self.to);
        let text = |text: &ArcRwSignal<String>| text.get_untracked().trim().to_owned();
        match &self.ask {
            Ask::Nothing => {}
            Ask::Items(_) => {
                asked.items = self.draft.filled();
                let waive = text(&self.draft.waive);
                if waive.is_empty() && !untrack(|| self.empty_items()).is_empty() {
                    return Err((
                        "waive",
                        "Fill in the items above, or say here why the package goes without them."
                            .into(),
                    ));
                }
                asked.waive = (!waive.is_empty()).then_some(waive);
            }
            Ask::Reason => {
                let reason = text(&self.draft.reason);
                asked.marks = self.draft.marks(false);
                if reason.is_empty() && asked.marks.is_empty() {
                    return Err((
                        "reason",
                        "Say what is missing or wrong, so that the sender can put it right.".into(),
                    ));
                }
                asked.reason = (!reason.is_empty()).then_some(reason);
            }
            Ask::Pod => match text(&self.draft.pod).parse() {
                Ok(pod) => asked.pod = Some(pod),
                Err(_) => return Err(("pod", "Choose the pod that takes this engagement.".into())),
            },
            Ask::CaseStudy => match text(&self.draft.case_study).as_str() {
                "" => {
                    return Err((
                        "case_study",
                        "Say whether a case-study package was delivered.".into(),
                    ));
                }
                answer => asked.case_study = answer == "yes",
            },
            Ask::Qc => {
                asked.marks = self.draft.marks(true);
                let lines = self.draft.lines.get_untracked();
                let lines = lines.iter().map(|(line, words)| (*line, words.as_str()));
                check_judged(&asked.marks, lines).map_err(|open| ("marks", open.to_string()))?;
            }
        }
        if self.full.is_some() {
            let over = text(&self.draft.over_limit);
            if over.is_empty() {
                return Err((
                    "over_limit",
                    "Say why this one goes beyond the limit, or leave it as it is.".into(),
                ));
            }
            asked.over_limit = Some(over);
        }
        Ok(asked)
    }
}
