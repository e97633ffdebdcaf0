//! A version of a deliverable as it is read: on its handoff's page and on its job's.

use crate::ui::{Ago, Badge, FileList, Icon, Tone, When};
use domain::quality::{LineOnPage, Verdict, VerdictOnPage, VersionOnPage};
use leptos::prelude::*;

/// Number, maker, time and how it stands.
pub fn heading(version: &VersionOnPage) -> AnyView {
    let (label, tone) = standing(version);
    let by = version.maker.clone().filter(|_| version.is_begun());
    let when = match (version.submitted_at, version.made_at) {
        (Some(at), _) => Some(view! { "submitted " <When at=at /> }.into_any()),
        (None, Some(at)) => Some(view! { "begun " <Ago at=at /> }.into_any()),
        (None, None) => None,
    };
    let made = (by.is_some() || when.is_some()).then(|| {
        let by = by.map(|by| format!("{by} · "));
        view! { <span class="muted small">{by} {when}</span> }
    });
    view! {
        <header class="row">
            <h3>{format!("Version {}", version.number)}</h3>
            <Badge label tone />
            {made}
        </header>
    }
    .into_any()
}

fn standing(version: &VersionOnPage) -> (&'static str, Tone) {
    match version.verdict().map(|said| said.verdict) {
        Some(Verdict::Accepted) => ("Accepted", Tone::Good),
        Some(Verdict::Retake) => ("Retake", Tone::Warn),
        None if version.submitted_at.is_some() => ("Waits for QC", Tone::Now),
        None if version.is_begun() => ("In the making", Tone::Neutral),
        None => ("Not begun", Tone::Neutral),
    }
}

/// What is in it: files, link, note, the checklist and the verdicts.
pub fn body(version: &VersionOnPage) -> AnyView {
    let files = version.files.clone();
    let files = (!files.is_empty()).then(|| view! { <FileList files /> });
    let lines = (version.submitted_at.is_some() && !version.lines.is_empty()).then(|| {
        let lines = version.lines.iter().map(line);
        view! { <ul class="qc-lines">{lines.collect_view()}</ul> }
    });
    let verdicts = version.verdicts.iter().rev().map(verdict);
    view! {
        {files}
        {link(&version.link)}
        {note(&version.note)}
        {verdicts.collect_view()}
        {lines}
    }
    .into_any()
}

/// Where else it is.
pub fn link(link: &str) -> Option<AnyView> {
    (!link.is_empty()).then(|| {
        view! { <p class="item-body"><a href=link.to_owned() rel="noopener noreferrer" target="_blank">{link.to_owned()}</a></p> }
            .into_any()
    })
}

/// The maker's words; lines that are addresses are links.
fn note(note: &str) -> Option<AnyView> {
    let lines = note.lines().map(|line| {
        let address = line.trim();
        if address.starts_with("https://") || address.starts_with("http://") {
            view! { <a href=address.to_owned() rel="noopener noreferrer" target="_blank">{address.to_owned()}</a> <br /> }.into_any()
        } else {
            view! { {line.to_owned()} <br /> }.into_any()
        }
    });
    (!note.is_empty()).then(|| view! { <p class="item-body">{lines.collect_view()}</p> }.into_any())
}

/// A line with the maker's own check and what QC says of it.
fn line(line: &LineOnPage) -> AnyView {
    let (icon, class, said) = match line.passed {
        Some(true) => (Icon::Met, "passed", "Passed"),
        Some(false) => (Icon::Breached, "failed", "Failed"),
        None => (Icon::Open, "open", "Not judged"),
    };
    let checked = line
        .ticked
        .then(|| view! { <span class="qc-own muted small">{Icon::Check.small()} "checked by its maker"</span> });
    let note =
        (!line.note.is_empty()).then(|| view! { <span class="qc-note">{line.note.clone()}</span> });
    view! {
        <li class=class>
            {icon.small()}
            <span><span class="visually-hidden">{said} ": "</span> {line.words.clone()} " " {checked} {note}</span>
        </li>
    }
    .into_any()
}

fn verdict(said: &VerdictOnPage) -> AnyView {
    let what = match said.verdict {
        Verdict::Accepted => "accepted it",
        Verdict::Retake => "asked for a retake",
    };
    let by = said.by.clone().unwrap_or_else(|| "Imported:".to_owned());
    let reason =
        (!said.reason.is_empty()).then(|| view! { <blockquote>{said.reason.clone()}</blockquote> });
    let taken_back = said
        .taken_back
        .then(|| view! { <Badge label="Taken back" tone=Tone::Neutral /> });
    view! {
        <div class="qc-verdict" class:taken-back=said.taken_back>
            <p class="small"><strong>{by}</strong> " " {what} " " <span class="muted"><When at=said.at /></span> {taken_back}</p>
            {reason}
        </div>
    }
    .into_any()
}

/// A version, read.
pub fn version(version: &VersionOnPage) -> AnyView {
    view! { <li class="package-item">{heading(version)} {body(version)}</li> }.into_any()
}
