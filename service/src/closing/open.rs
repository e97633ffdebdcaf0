//! The loops that are open: in Sales' list, on an engagement's page, and in the feed of whoever has them.

use crate::{
    Result, Service,
    db::{Tx, all, rows::FollowUpRow},
};
use chrono::{DateTime, Utc};
use domain::{
    closing::{FollowUp, OpenFollowUp},
    handoff::HandoffKind,
    ids::*,
    policy::{Action, Actor, may},
    time::{Instant, Zone},
};
use uuid::Uuid;

/// The loop after an accepted closing report, and whose it is.
#[derive(sqlx::FromRow)]
pub(crate) struct OpenLoop {
    #[sqlx(flatten)]
    row: FollowUpRow,
    /// Whose engagement closed.
    pub client_name: String,
    /// The engagement that closed.
    pub engagement: Uuid,
    /// Its name.
    pub engagement_name: String,
    /// When the report was accepted.
    pub accepted_at: DateTime<Utc>,
    /// Who has the loop.
    pub account_manager: Option<Uuid>,
    manager_name: Option<String>,
    entered: i64,
}

impl OpenLoop {
    /// The closing report.
    pub fn handoff(&self) -> HandoffId {
        HandoffId(self.row.handoff)
    }

    /// How it stands.
    pub fn now(&self) -> Result<FollowUp> {
        self.row.follow_up()
    }

    /// Whether somebody accepted the report here; it came with an import otherwise.
    pub fn was_entered_here(&self) -> bool {
        self.entered > 0
    }

    fn shown(self, zone: &Zone, now: Instant) -> Result<OpenFollowUp> {
        let follow_up = self.now()?;
        Ok(OpenFollowUp {
            handoff: self.handoff(),
            client_name: self.client_name,
            engagement_name: self.engagement_name,
            since: zone.day(self.accepted_at),
            account_manager: self.manager_name,
            overdue: follow_up.is_overdue(zone.day(now)),
            now: follow_up,
        })
    }
}

/// The loops that are open, those with a next step first, by its day.
pub(crate) async fn open_loops(tx: &mut Tx) -> Result<Vec<OpenLoop>> {
    let sql = "SELECT h.id AS handoff, f.nps_asked_of, f.nps_asked_at, f.re_engagement,
                      COALESCE(f.next_step, '') AS next_step, f.next_on, f.closed_at,
                      c.name AS client_name, e.id AS engagement, e.name AS engagement_name, h.accepted_at,
                      e.account_manager, p.name AS manager_name,
                      (SELECT COUNT(*) FROM handoff_event v WHERE v.handoff = h.id AND v.kind = 'accepted'
                       AND v.actor_user IS NOT NULL) AS entered
               FROM handoff h JOIN engagement e ON e.id = h.engagement JOIN client c ON c.id = e.client
               LEFT JOIN person p ON p.id = e.account_manager LEFT JOIN follow_up f ON f.handoff = h.id
               WHERE h.kind = $1 AND h.accepted_at IS NOT NULL AND f.closed_at IS NULL
               ORDER BY CASE WHEN f.next_on IS NULL THEN 1 ELSE 0 END, f.next_on, h.accepted_at, h.id";
    let kind = i64::from(HandoffKind::ProductionToSales.number());
    all!(tx, OpenLoop, sql, kind)
}

/// The loops that are open; Sales' own list.
///
/// # Errors
/// When the actor may not follow up.
pub async fn open_follow_ups(service: &Service, actor: &Actor) -> Result<Vec<OpenFollowUp>> {
    may(actor, Action::FollowUp)?;
    let mut tx = service.db().read().await?;
    let zone = service.calendar(&mut tx).await?.zone;
    let open = open_loops(&mut tx).await?;
    let shown = open.into_iter().map(|one| one.shown(&zone, service.now()));
    shown.collect()
}

/// The open loop after an engagement's closing report.
pub(crate) async fn open_of_engagement(
    tx: &mut Tx,
    id: EngagementId,
    zone: &Zone,
    now: Instant,
) -> Result<Option<OpenFollowUp>> {
    let mut open = open_loops(tx).await?.into_iter();
    let found = open.find(|one| one.engagement == id.0);
    found.map(|one| one.shown(zone, now)).transpose()
}
