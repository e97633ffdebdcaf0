//! What happened and what was said, the latest on top.

use crate::ui::{Avatar, Icon, When};
use domain::{
    job::{JobEventKind, JobPage, Message, TimelineEntry},
    time::Instant,
};
use leptos::prelude::*;

/// The history with its messages.
pub fn section(job: RwSignal<JobPage>) -> AnyView {
    let lines = Memo::new(move |_| lines(&job.read()));
    let rows = move || lines.get().into_iter().map(row).collect_view();
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
}

fn lines(job: &JobPage) -> Vec<Line> {
    let sent = Line {
        at: job.card.submitted_at,
        icon: Icon::Send,
        words: "Sent by the client",
        by: job.submitted_by.clone(),
        text: String::new(),
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
    Line {
        at: entry.at,
        icon,
        words,
        by: entry.by.clone(),
        text: entry.reason.clone(),
    }
}

fn said(message: &Message) -> Line {
    let words = if message.is_question {
        "Question to the client"
    } else {
        "Message"
    };
    Line {
        at: message.at,
        icon: Icon::Comment,
        words,
        by: Some(message.by.clone()),
        text: message.body.clone(),
    }
}

fn row(line: Line) -> AnyView {
    let by = line
        .by
        .map(|by| view! { <Avatar name=by.clone() beside_name=true /> <span>{by}</span> " · " });
    let text = (!line.text.is_empty()).then(|| view! { <p class="timeline-text">{line.text}</p> });
    view! {
        <li>
            <span class="timeline-mark">{line.icon.small()}</span>
            <div class="timeline-body">
                <p><strong>{line.words}</strong></p>
                <p class="small muted row">{by} <When at=line.at /></p>
                {text}
            </div>
        </li>
    }
    .into_any()
}
