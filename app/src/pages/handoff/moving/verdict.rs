//! What becomes of a card that is moved, and what has to be asked first.

use domain::{
    board::HandoffCard,
    handoff::{
        HandoffKind, Item, Stage,
        gate::{self, Dropped, ItemState},
    },
    package::Unanswered,
    people::AccessRole,
};

/// What becomes of a card that is moved into a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is there already.
    Stays,
    /// It goes there, once this is answered.
    Goes(Ask),
    /// It stays where it is, and this sentence says why.
    Refused(String),
    /// It stays where it is until Generative has said, on its page, who is available.
    Unanswered,
}

/// What has to be asked before a card goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Nothing.
    Nothing,
    /// These items, to be filled in or waived.
    Items(Vec<Item>),
    /// Why it is returned.
    Reason,
    /// Which pod takes the engagement.
    Pod,
    /// Whether a case-study package was delivered.
    CaseStudy,
    /// QC's verdict on every line of the checklist.
    Qc,
}

/// What becomes of `card` when someone with `role` moves it to `to`.
pub fn verdict(card: &HandoffCard, to: Stage, role: AccessRole) -> Verdict {
    let moves = gate::moves(card.kind, card.stage, role, card.readiness());
    let Some((_, dropped)) = moves.into_iter().find(|(stage, _)| *stage == to) else {
        return Verdict::Stays;
    };
    match dropped {
        Dropped::Refused(why) => Verdict::Refused(why),
        Dropped::NeedsItems => Verdict::Goes(Ask::Items(missing(card))),
        Dropped::NeedsReason => Verdict::Goes(Ask::Reason),
        Dropped::NeedsAnswer => Verdict::Unanswered,
        Dropped::NeedsVerdict => Verdict::Goes(Ask::Qc),
        Dropped::Allowed => Verdict::Goes(on_accepting(card, to)),
    }
}

fn on_accepting(card: &HandoffCard, to: Stage) -> Ask {
    match (to, card.kind) {
        (Stage::Accepted, HandoffKind::ProductionToGenerative) if card.pod.is_none() => Ask::Pod,
        (Stage::Accepted, HandoffKind::ProductionToSales) => Ask::CaseStudy,
        _ => Ask::Nothing,
    }
}

/// The items of a card that are still missing, in the order of the package.
pub fn missing(card: &HandoffCard) -> Vec<Item> {
    let missing = card
        .items
        .iter()
        .filter(|(_, state)| *state == ItemState::Missing);
    missing.map(|(item, _)| *item).collect()
}

impl Verdict {
    /// What a column says while the card is carried; nothing where it simply takes it.
    pub fn hint(&self) -> Option<String> {
        let ask = match self {
            Self::Refused(_) | Self::Unanswered => return self.refusal(),
            Self::Stays => return None,
            Self::Goes(ask) => ask,
        };
        match ask {
            Ask::Nothing => None,
            Ask::Items(items) if items.len() == 1 => Some(format!("Asks for {}", items[0])),
            Ask::Items(items) => Some(format!("Asks for {} items", items.len())),
            Ask::Reason => Some("Asks for a reason".to_owned()),
            Ask::Pod => Some("Asks which pod".to_owned()),
            Ask::CaseStudy => Some("Asks about the case study".to_owned()),
            Ask::Qc => Some("Asks for QC's verdict".to_owned()),
        }
    }

    /// Why the column would refuse the card; nothing where it would not.
    pub fn refusal(&self) -> Option<String> {
        match self {
            Self::Refused(why) => Some(why.clone()),
            Self::Unanswered => Some(Unanswered::Request.to_string()),
            Self::Stays | Self::Goes(_) => None,
        }
    }

    /// Whether the column would refuse the card.
    pub const fn refuses(&self) -> bool {
        matches!(self, Self::Refused(_) | Self::Unanswered)
    }
}

/// Where a pod request is answered: the part of its page.
pub const AVAILABILITY: &str = "availability";

/// The way to answering a pod request: an address, and what its link says.
pub fn to_the_answer(card: &HandoffCard) -> (String, &'static str) {
    let address = format!("/handoffs/{}#{AVAILABILITY}", card.id);
    (address, "Say who is available")
}

/// A column's title.
pub const fn title(stage: Stage) -> &'static str {
    match stage {
        Stage::Preparing => "Preparing",
        Stage::Submitted => "Submitted",
        Stage::InReview => "In review",
        Stage::Accepted => "Accepted",
    }
}

/// The verb on a button that moves a card of `kind` to `to`.
pub const fn verb(kind: HandoffKind, to: Stage) -> &'static str {
    match (to, kind) {
        (Stage::Preparing, _) => "Return with a reason",
        (Stage::Submitted, HandoffKind::SalesToProduction) => "Submit SOW package",
        (Stage::Submitted, HandoffKind::ProductionToGenerative) => "Submit pod request",
        (Stage::Submitted, HandoffKind::GenerativeToProduction) => "Submit deliverable",
        (Stage::Submitted, HandoffKind::ProductionToSales) => "Submit closing report",
        (Stage::InReview, _) => "Take into review",
        (Stage::Accepted, _) => "Accept",
    }
}
