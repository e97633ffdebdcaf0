//! What of a job its client sees.

use super::{Need, PortalCard, PortalEntry, PortalEvent, PortalJob};
use crate::board::Undo;
use crate::job::{JobCard, JobEventKind, JobPage, JobState, Message, TimelineEntry};

impl From<&JobCard> for PortalCard {
    fn from(card: &JobCard) -> Self {
        let need = match card.state {
            JobState::Delivered => Some(Need::Review),
            JobState::OnHold => Some(Need::Answer),
            state if state.is_open() && card.asked => Some(Need::Answer),
            _ => None,
        };
        Self {
            id: card.id,
            version: card.version,
            title: card.title.clone(),
            workflow: card.workflow.name.clone(),
            state: card.state.into(),
            reached: card.before_hold.unwrap_or(card.state).into(),
            need,
            submitted_at: card.submitted_at,
            clock: card.clock,
        }
    }
}

impl From<JobPage> for PortalJob {
    fn from(page: JobPage) -> Self {
        let timeline = timeline(&page);
        let undo = undo(&page);
        Self {
            card: PortalCard::from(&page.card),
            seq: page.seq,
            brief: page.brief,
            answers: page.answers,
            sla: page.sla,
            why: page.why,
            timeline,
            files: page.files,
            delivered: page.delivered,
            moves: page.moves,
            undo,
        }
    }
}

/// A decision of the client's that can be taken back; an answer is a message, which stays.
fn undo(page: &JobPage) -> Option<JobEventKind> {
    use JobEventKind::{Approved, Cancelled, ChangesRequested};
    let last = page.timeline.last()?;
    let decided = matches!(last.kind, Approved | ChangesRequested | Cancelled);
    (decided && last.undo == Some(Undo::Offered)).then_some(last.kind)
}

fn timeline(page: &JobPage) -> Vec<PortalEntry> {
    let mut entries = vec![PortalEntry {
        at: page.card.submitted_at,
        what: PortalEvent::Sent,
        by: page.submitted_by.clone(),
        text: page.brief.clone(),
    }];
    entries.extend(steps(&page.timeline));
    entries.extend(
        page.messages
            .iter()
            .filter(|message| !is_told(message, &page.timeline))
            .map(said),
    );
    entries.sort_by_key(|entry| entry.at);
    entries.reverse();
    entries
}

/// The events that changed what the client sees: QC and retakes did not.
fn steps(events: &[TimelineEntry]) -> Vec<PortalEntry> {
    let mut making = false;
    let mut steps = Vec::new();
    for event in events {
        let what = match event.kind {
            JobEventKind::Qc => None,
            JobEventKind::Production => (!making).then_some(PortalEvent::Started),
            JobEventKind::Accepted => Some(PortalEvent::Accepted),
            JobEventKind::Declined => Some(PortalEvent::Declined),
            JobEventKind::Delivered => Some(PortalEvent::Delivered),
            JobEventKind::ChangesRequested => Some(PortalEvent::ChangesRequested),
            JobEventKind::Approved => Some(PortalEvent::Approved),
            JobEventKind::Held => Some(PortalEvent::Asked),
            JobEventKind::Resumed => Some(PortalEvent::Resumed),
            JobEventKind::Cancelled => Some(PortalEvent::Cancelled),
        };
        making = match event.kind {
            JobEventKind::Production | JobEventKind::ChangesRequested => true,
            JobEventKind::Delivered => false,
            _ => making,
        };
        steps.extend(what.map(|what| step(what, event)));
    }
    steps
}

fn step(what: PortalEvent, event: &TimelineEntry) -> PortalEntry {
    use PortalEvent::*;
    let named = matches!(what, Asked | ChangesRequested | Approved | Cancelled);
    PortalEntry {
        at: event.at,
        what,
        by: event.by.clone().filter(|_| named),
        text: event.reason.clone(),
    }
}

/// Whether a message is an event's own text, which the timeline has already.
fn is_told(message: &Message, events: &[TimelineEntry]) -> bool {
    let mut events = events.iter();
    events.any(|event| event.at == message.at && event.reason == message.body)
}

fn said(message: &Message) -> PortalEntry {
    let what = if message.is_question {
        PortalEvent::Asked
    } else {
        PortalEvent::Said
    };
    PortalEntry {
        at: message.at,
        what,
        by: Some(message.by.clone()),
        text: message.body.clone(),
    }
}
