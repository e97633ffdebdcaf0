//! What the screens show of a closing report, and what they send.

use super::{FollowUp, Numbers, ReEngagement, RefusedFollowUp, ReportText};
use crate::{
    board::AttachedFile,
    engagement::Named,
    ids::{ContactId, FileId, HandoffId},
    time::{Day, Instant, Zone},
};
use serde::{Deserialize, Serialize};

/// A closing report as it is read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClosingReport {
    /// Its handoff.
    pub handoff: HandoffId,
    /// The version of that handoff.
    pub version: i64,
    /// For whom the work was done.
    pub client_name: String,
    /// The engagement.
    pub engagement_name: String,
    /// ISO 4217 code of the amounts.
    pub currency: String,
    /// The producer's name.
    pub producer_name: Option<String>,
    /// Those that were saved, or what is known now, or was when it was submitted.
    pub numbers: Numbers,
    /// Whether they stay as they are; a draft goes on changing.
    pub saved: bool,
    /// What the producer wrote.
    pub text: ReportText,
    /// The files that can be picked, the picked ones in their order first.
    pub visuals: Vec<Visual>,
    /// Whether this viewer can write it now.
    pub editable: bool,
    /// Sales' loop; unset until the report is accepted.
    pub follow_up: Option<FollowUpOnPage>,
}

/// A file of the engagement that shows the work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visual {
    /// The file.
    pub file: AttachedFile,
    /// The title of the job that it was made for; unset for a file of the report itself.
    pub of: Option<String>,
    /// Whether the case study shows it.
    pub picked: bool,
}

/// Sales' loop as its form shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUpOnPage {
    /// How it stands.
    pub now: FollowUp,
    /// The client's contacts, by name.
    pub contacts: Vec<Named<ContactId>>,
    /// The day on which the client was asked for an NPS answer.
    pub nps_asked_on: Option<Day>,
    /// Who has it: the engagement's account manager.
    pub account_manager: Option<String>,
    /// Whether its next step should have been taken.
    pub overdue: bool,
    /// Whether this viewer may write it.
    pub editable: bool,
}

/// Saving a report: the numbers of this moment, the texts and the visuals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WriteReport {
    /// Of which handoff.
    pub id: HandoffId,
    /// The version that the writer saw.
    pub version: i64,
    /// What the producer wrote.
    pub text: ReportText,
    /// The visuals, in their order.
    pub visuals: Vec<FileId>,
}

/// A loop that is not closed yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenFollowUp {
    /// The closing report that it follows.
    pub handoff: HandoffId,
    /// Whose engagement closed.
    pub client_name: String,
    /// That engagement.
    pub engagement_name: String,
    /// The day on which the report was accepted.
    pub since: Day,
    /// Who has it: the engagement's account manager.
    pub account_manager: Option<String>,
    /// How it stands.
    pub now: FollowUp,
    /// Whether its next step should have been taken.
    pub overdue: bool,
}

/// Writing on in Sales' loop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WriteFollowUp {
    /// The closing report that it follows.
    pub id: HandoffId,
    /// The contact who was asked for an NPS answer, now or before.
    pub nps_asked_of: Option<ContactId>,
    /// On which day, where that was not today.
    pub nps_asked_on: Option<Day>,
    /// What Sales goes for.
    pub re_engagement: Option<ReEngagement>,
    /// What happens next.
    pub next_step: String,
    /// On which day.
    pub next_on: Option<Day>,
    /// Whether the loop ends here.
    pub close: bool,
}

impl WriteFollowUp {
    /// How the loop stands with this written at `now`, days being those of `zone`.
    pub fn after(&self, before: &FollowUp, now: Instant, zone: &Zone) -> FollowUp {
        FollowUp {
            nps_asked_of: self.nps_asked_of,
            nps_asked_at: self.asked_at(before, now, zone),
            re_engagement: self.re_engagement,
            next_step: self.next_step.trim().to_owned(),
            next_on: self.next_on,
            closed_at: self.close.then_some(now),
        }
    }

    /// When the client was asked. Asking another contact is asking anew, now or on the day that was written; the time
    /// is kept while contact and day are the same. A day without a time is told by its beginning.
    fn asked_at(&self, before: &FollowUp, now: Instant, zone: &Zone) -> Option<Instant> {
        self.nps_asked_of?;
        let same = before
            .nps_asked_at
            .filter(|_| self.nps_asked_of == before.nps_asked_of);
        let of_that_day = |at: &Instant| self.nps_asked_on.is_none_or(|day| zone.day(*at) == day);
        let known = same.filter(of_that_day).or(Some(now).filter(of_that_day));
        known.or_else(|| self.nps_asked_on.map(|day| zone.start_of(day)))
    }

    /// Whether what it says of asking for NPS can be.
    ///
    /// # Errors
    /// A day without a contact, or one that is still to come.
    pub fn check_asked(&self, today: Day) -> Result<(), RefusedFollowUp> {
        match (self.nps_asked_of, self.nps_asked_on) {
            (None, Some(_)) => Err(RefusedFollowUp::AskedNobody),
            (Some(_), Some(day)) if day > today => Err(RefusedFollowUp::AskedLater(day)),
            _ => Ok(()),
        }
    }
}
