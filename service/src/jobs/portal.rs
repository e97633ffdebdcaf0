//! What a client sees of its requests: made of what the agency sees, with what is the agency's own left out.

use super::{cards::cards, list::urgency, page::page};
use crate::{
    Result, Service,
    db::{Tx, optional},
    files, live, quality,
};
use domain::{
    ids::JobId,
    job::{JobCard, JobState, Need, PortalCard, PortalHome, PortalJob},
    policy::{Action, Actor, may},
};

/// A client's first page. Of the requests that are over, `limit` are handed out after the first `skip`.
///
/// # Errors
/// When the actor is no client.
pub async fn portal_home(
    service: &Service,
    actor: &Actor,
    skip: i64,
    limit: i64,
) -> Result<PortalHome> {
    may(actor, Action::SeePortal)?;
    let mut tx = service.db().read().await?;
    let mut home = PortalHome {
        seq: live::latest(&mut tx).await?,
        ..PortalHome::default()
    };
    let Some(client) = actor.client else {
        return Ok(home);
    };
    let (mut open, mut over): (Vec<JobCard>, Vec<JobCard>) = cards(&mut tx, Some(client), false)
        .await?
        .into_iter()
        .partition(|card| card.state.is_open());
    open.sort_by_key(urgency);
    for card in &open {
        let shown = PortalCard::from(card);
        match shown.need {
            Some(need) => home
                .needs_you
                .push((shown, asked(&mut tx, card, need).await?)),
            None => home.in_progress.push(shown),
        }
    }
    over.sort_by_key(|card| std::cmp::Reverse((card.submitted_at, card.id)));
    home.past_total = i64::try_from(over.len()).unwrap_or(i64::MAX);
    let place = |number: i64| usize::try_from(number).unwrap_or_default();
    for card in over.iter().skip(place(skip)).take(place(limit)) {
        let mut files = files::of_job(&mut tx, card.id).await?;
        files.extend(quality::delivered(&mut tx, card.id).await?.files);
        home.past.push((PortalCard::from(card), files));
    }
    Ok(home)
}

/// One of a client's requests.
///
/// # Errors
/// When the actor is no client, or it is not its company's.
pub async fn portal_job(service: &Service, actor: &Actor, id: JobId) -> Result<PortalJob> {
    may(actor, Action::SeePortal)?;
    Ok(page(service, actor, id).await?.into())
}

/// What the client is asked, in words; empty where nothing was written.
async fn asked(tx: &mut Tx, card: &JobCard, need: Need) -> Result<String> {
    let sql = match (need, card.state) {
        (Need::Review, _) => return Ok(String::new()),
        (Need::Answer, JobState::OnHold) => {
            "SELECT reason FROM job_event WHERE job = $1 AND kind = 'held' ORDER BY seq DESC LIMIT 1"
        }
        (Need::Answer, _) => {
            "SELECT body FROM message WHERE job = $1 AND is_question ORDER BY at DESC, id DESC LIMIT 1"
        }
    };
    Ok(optional!(tx, (String,), sql, card.id.0)?.map_or_else(String::new, |(text,)| text))
}
