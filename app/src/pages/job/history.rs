//! What happened and what was said, the latest on top.

use crate::{
    pages::mover::Mover,
    ui::{Avatar, Badge, Icon, Tone, When},
};
use domain::{
    board::Undo,
    job::{JobEventKind, JobPage, Message, TimelineEntry},
    time::Instant,
};
use leptos::prelude::*;

/// The history with its messages.
pub fn section(job: RwSignal<JobPage>, mover: Mover) -> AnyView {
    let lines = Memo::new(move |_| lines(&job.read()));
    let rows = move || {
        let lines = lines.get().into_iter();
        lines.map(|line| row(line, mover)).collect_view()
    };
    view! {
        <section class="section" aria-labelledby="history">
            <h2 id="history">"History"</h2>
            <ol class="timeline">{rows}</ol>
        </section>
    }
    .into_any()
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    at: Instant,
    icon: Icon,
    words: &'static str,
    by: Option<String>,
    text: String,
    /// It tells that this was taken back.
    takes_back: bool,
    /// It was taken back later.
    taken_back: bool,
    undo: Option<Undo>,
}

impl Line {
    fn new(at: Instant, icon: Icon, words: &'static str) -> Self {
        Self {
            at,
            icon,
            words,
            by: None,
            text: String::new(),
            takes_back: false,
            taken_back: false,
            undo: None,
        }
    }
}

fn lines(job: &JobPage) -> Vec<Line> {
    let sent = Line {
        by: job.submitted_by.clone(),
        ..Line::new(job.card.submitted_at, Icon::Send, "Sent by the client")
    };
    let mut lines = vec![sent];
    lines.extend(job.timeline.iter().map(happened));
    lines.extend(job.messages.iter().map(said));
    lines.sort_by_key(|line| line.at);
    lines.reverse();
    lines
}

fn happened(entry: &TimelineEntry) -> Line {
    let (icon, words) = match entry.kind {
        JobEventKind::Accepted => (Icon::Check, "Accepted"),
        JobEventKind::Declined => (Icon::Close, "Declined"),
        JobEventKind::Production => (Icon::Play, "In production"),
        JobEventKind::Qc => (Icon::Search, "In QC"),
        JobEventKind::Delivered => (Icon::Box, "Delivered"),
        JobEventKind::ChangesRequested => (Icon::Return, "Client asked for changes"),
        JobEventKind::Approved => (Icon::Met, "Approved by the client"),
        JobEventKind::Held => (Icon::Pause, "On hold: waiting for the client"),
        JobEventKind::Resumed => (Icon::Play, "Resumed: the clock runs again"),
        JobEventKind::Cancelled => (Icon::Close, "Cancelled by the client"),
    };
    let icon = if entry.takes_back { Icon::Return } else { icon };
    Line {
        by: entry.by.clone(),
        text: entry.reason.clone(),
        takes_back: entry.takes_back,
        taken_back: entry.taken_back,
        undo: entry.undo.clone(),
        ..Line::new(entry.at, icon, words)
    }
}

fn said(message: &Message) -> Line {
    let words = if message.is_question {
        "Question to the client"
    } else {
        "Message"
    };
    Line {
        by: Some(message.by.clone()),
        text: message.body.clone(),
        ..Line::new(message.at, Icon::Comment, words)
    }
}

fn row(line: Line, mover: Mover) -> AnyView {
    let by = line
        .by
        .map(|by| view! { <Avatar name=by.clone() beside_name=true /> <span>{by}</span> " · " });
    let text = (!line.text.is_empty()).then(|| view! { <p class="timeline-text">{line.text}</p> });
    let words = if line.takes_back {
        view! { "Taken back: " <span class="timeline-undone">{line.words}</span> }.into_any()
    } else {
        line.words.into_any()
    };
    let undone = line
        .taken_back
        .then(|| view! { <Badge label="Taken back" tone=Tone::Neutral /> });
    let undo = line.undo.as_ref().map(|undo| mover.undo(undo));
    view! {
        <li class:taken-back=line.taken_back>
            <span class="timeline-mark">{line.icon.small()}</span>
            <div class="timeline-body">
                <p><strong>{words}</strong></p>
                <p class="small muted row">{by} <When at=line.at /> {undone}</p>
                {text}
                {undo}
            </div>
        </li>
    }
    .into_any()
}
