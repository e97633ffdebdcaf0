//! Closing reports and follow-ups as they are stored.

use crate::{
    Error, Result,
    db::{
        Tx, optional,
        rows::{
            ClosingReportRow, ClosingVisualRow, FollowUpRow,
            meaning::{json, read},
        },
        run,
    },
};
use domain::{
    closing::{FollowUp, Numbers, ReportText},
    ids::*,
};

impl ClosingReportRow {
    pub(super) async fn of(tx: &mut Tx, handoff: HandoffId) -> Result<Option<Self>> {
        let sql = "SELECT * FROM closing_report WHERE handoff = $1";
        optional!(tx, Self, sql, handoff.0)
    }

    /// Writes the report over the one that was saved before.
    pub(super) async fn replace(
        tx: &mut Tx,
        handoff: HandoffId,
        text: &ReportText,
        numbers: &Numbers,
    ) -> Result<()> {
        run!(
            tx,
            "DELETE FROM closing_report WHERE handoff = $1",
            handoff.0
        )?;
        let row = Self {
            handoff: handoff.0,
            summary: text.summary.clone(),
            use_cases: text.use_cases.clone(),
            numbers: json(numbers)?,
        };
        Self::insert(tx, &[row]).await
    }

    pub(super) fn text(&self) -> ReportText {
        ReportText {
            summary: self.summary.clone(),
            use_cases: self.use_cases.clone(),
        }
    }

    pub(super) fn numbers(&self) -> Result<Numbers> {
        let read = serde_json::from_str(&self.numbers);
        read.map_err(|error| Error::fault("the numbers of a closing report", error))
    }
}

impl ClosingVisualRow {
    /// Picks these files, in this order, and no others.
    pub(super) async fn replace(tx: &mut Tx, handoff: HandoffId, files: &[FileId]) -> Result<()> {
        run!(
            tx,
            "DELETE FROM closing_visual WHERE handoff = $1",
            handoff.0
        )?;
        let rows: Vec<Self> = (1..)
            .zip(files)
            .map(|(seq, file)| Self {
                handoff: handoff.0,
                seq,
                file: file.0,
            })
            .collect();
        Self::insert(tx, &rows).await
    }
}

impl FollowUpRow {
    /// How the loop stands; where nothing was written yet, nothing is done.
    pub(super) async fn of(tx: &mut Tx, handoff: HandoffId) -> Result<FollowUp> {
        let sql = "SELECT * FROM follow_up WHERE handoff = $1";
        let found = optional!(tx, Self, sql, handoff.0)?;
        found
            .as_ref()
            .map_or_else(|| Ok(FollowUp::default()), Self::follow_up)
    }

    pub(super) async fn replace(tx: &mut Tx, handoff: HandoffId, now: &FollowUp) -> Result<()> {
        run!(tx, "DELETE FROM follow_up WHERE handoff = $1", handoff.0)?;
        let row = Self {
            handoff: handoff.0,
            nps_asked_of: now.nps_asked_of.map(|contact| contact.0),
            nps_asked_at: now.nps_asked_at,
            re_engagement: now.re_engagement.map(|goal| goal.name().to_owned()),
            next_step: now.next_step.clone(),
            next_on: now.next_on,
            closed_at: now.closed_at,
        };
        Self::insert(tx, &[row]).await
    }

    pub(super) fn follow_up(&self) -> Result<FollowUp> {
        let goal = self.re_engagement.as_deref();
        Ok(FollowUp {
            nps_asked_of: self.nps_asked_of.map(ContactId),
            nps_asked_at: self.nps_asked_at,
            re_engagement: goal
                .map(|name| read("follow_up.re_engagement", name))
                .transpose()?,
            next_step: self.next_step.clone(),
            next_on: self.next_on,
            closed_at: self.closed_at,
        })
    }
}
