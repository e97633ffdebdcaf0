//! What an engagement is planned to cost.

use super::line::{BadField, Line, blank, empty, label, optional};
use crate::{money::Cents, named, text::Label};
use serde::{Deserialize, Serialize};

/// More than this on one line is a slip of the hand.
const MOST_AMOUNT: Cents = Cents(100_000_000_000);

named! {
    /// What money is spent on.
    pub enum BudgetCategory {
        People = "people",
        Compute = "tools and compute",
        Licences = "licences",
        Talent = "outside talent",
        Travel = "travel and shoots",
        Reserve = "reserve",
    }
}

/// A line of the budget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetLine {
    /// What it is spent on.
    pub category: BudgetCategory,
    /// In a few words.
    pub note: Label,
    /// How much over the engagement's term; not negative.
    pub amount: Cents,
}

/// A budget line as a form posts it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct BudgetFields {
    pub category: String,
    pub note: String,
    pub amount: String,
}

impl Line for BudgetFields {
    type Row = BudgetLine;

    fn is_blank(&self) -> bool {
        blank(&[&self.note, &self.amount])
    }

    fn read(&self) -> Result<BudgetLine, BadField> {
        let category = optional("category", &self.category, "a category of the list")?;
        Ok(BudgetLine {
            category: category.ok_or_else(|| empty("category", "The category"))?,
            note: label("note", &self.note, "What it is for")?,
            amount: amount("amount", &self.amount)?.ok_or_else(|| empty("amount", "The amount"))?,
        })
    }
}

impl From<&BudgetLine> for BudgetFields {
    fn from(row: &BudgetLine) -> Self {
        Self {
            category: row.category.name().to_owned(),
            note: row.note.to_string(),
            amount: row.amount.to_string(),
        }
    }
}

/// An amount that is not negative; grouping by commas or spaces is taken.
pub(super) fn amount(field: &'static str, text: &str) -> Result<Option<Cents>, BadField> {
    let plain = text.replace([',', ' '], "");
    let amount: Option<Cents> = optional(field, &plain, "an amount such as 25000.00")?;
    match amount {
        Some(negative) if negative.0 < 0 => Err(BadField {
            field,
            sentence: format!("{negative} is less than nothing: write what is spent as it is."),
        }),
        Some(huge) if huge > MOST_AMOUNT => Err(BadField {
            field,
            sentence: format!("{huge} is too much: write up to {MOST_AMOUNT}."),
        }),
        amount => Ok(amount),
    }
}
