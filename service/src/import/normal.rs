//! One way to write each thing, so that reading it again finds it unchanged.

use super::batch::Incoming;
use domain::handoff::{HandoffEventKind, HandoffKind};
use std::collections::HashSet;

/// Names that are not known are the key, but for those of companies and people, which others know
/// by nothing else; a time of entry that is the event's own is left out; a
/// closing report that is accepted without a word on it has no case study.
pub fn normalise(incoming: &mut Incoming, closing: impl Fn(&str) -> bool) {
    macro_rules! named_by_key {
        ($($table:ident: $name:ident),+) => {$(
            for lined in &mut incoming.$table.rows {
                if lined.row.$name.trim().is_empty() {
                    lined.row.$name = lined.row.key.to_string();
                }
            }
        )+};
    }
    named_by_key!(pods: name, engagements: name, workflows: name, jobs: title);
    for lined in &mut incoming.job_events.rows {
        let at = lined.row.at;
        lined.row.recorded_at = lined.row.recorded_at.filter(|recorded| *recorded != at);
    }
    let reports = closing_reports(incoming);
    for lined in &mut incoming.handoff_events.rows {
        let event = &mut lined.row;
        event.recorded_at = event.recorded_at.filter(|recorded| *recorded != event.at);
        let handoff = event.handoff.as_str();
        let closes = event.event == HandoffEventKind::Accepted
            && (reports.contains(handoff) || closing(handoff));
        event.case_study = match event.case_study {
            Some(true) => Some(true),
            _ => closes.then_some(false),
        };
    }
}

fn closing_reports(incoming: &Incoming) -> HashSet<String> {
    let rows = incoming.handoffs.rows.iter().map(|lined| &lined.row);
    let closing = rows.filter(|handoff| handoff.kind == HandoffKind::ProductionToSales);
    closing.map(|handoff| handoff.key.to_string()).collect()
}
