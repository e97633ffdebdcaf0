//! The numbers of the dashboard: answered by the server, or what the browser needs to answer them itself.

use super::error::ApiError;
use domain::{
    dashboard::{Dashboard, Question, Sight, dashboard},
    facts::Facts,
    metrics::{Ledger, Standings},
    plan::Plan,
    time::Instant,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What the numbers are computed from, as far as the viewer may see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// What happened.
    pub facts: Facts,
    /// What was promised.
    pub plan: Plan,
    /// What of the numbers the viewer may see.
    pub sight: Sight,
    /// The number of the last change that the facts know.
    pub seq: i64,
    /// When they were read.
    pub asof: Instant,
}

impl Source {
    /// How everything stands at `now`: the dear part of an answer, the same for every question.
    pub fn standings(&self, now: Instant) -> Arc<Standings> {
        Ledger::new(&self.facts, now.max(self.asof)).standings()
    }

    /// Everything that the dashboard shows for `question`, as things stand.
    pub fn answer(&self, question: &Question, standings: Arc<Standings>) -> Dashboard {
        let ledger = Ledger::judged(&self.facts, standings);
        dashboard(&ledger, &self.plan, question, self.sight)
    }
}

/// What the dashboard shows for the question of a URL's query, without the facts behind it.
#[server]
pub async fn answer(
    /// The query of the dashboard's URL.
    query: String,
) -> Result<Dashboard, ApiError> {
    let source = on_server::load().await?;
    let standings = source.standings(source.asof);
    Ok(source.answer(&Question::parse(&query), standings))
}

/// What the browser needs to answer questions itself.
#[server]
pub async fn numbers_source() -> Result<Source, ApiError> {
    on_server::load().await
}

#[cfg(feature = "ssr")]
pub(super) mod on_server {
    use super::Source;
    use crate::{api::error::ApiError, context::signed_in};
    use domain::dashboard::Sight;

    /// The numbers' source for whoever asks.
    pub async fn load() -> Result<Source, ApiError> {
        let (service, actor) = signed_in()?;
        let source = service::numbers::source(&service, &actor).await?;
        Ok(Source {
            facts: source.facts,
            plan: source.plan,
            sight: Sight::of(actor.role),
            seq: source.seq,
            asof: source.asof,
        })
    }
}
