//! The case-study package: what a closing report leaves for the next deal.

use super::report::report;
use crate::{
    Result, Service,
    files::{self, StoredFile},
};
use domain::{
    closing::ClosingReport,
    ids::HandoffId,
    metrics::{Metric, Number},
    policy::Actor,
};
use std::fmt::Write as _;

/// What the package holds.
#[derive(Clone, Debug)]
pub struct CaseStudy {
    /// What the package is called, without an ending.
    pub name: String,
    /// The texts, as Markdown.
    pub text: String,
    /// The numbers, as CSV: figure, value, numerator, denominator.
    pub numbers: String,
    /// The visuals that were picked, in their order.
    pub visuals: Vec<StoredFile>,
}

/// The case-study package of a closing report, as the actor may see it.
///
/// # Errors
/// When the actor may not open the report, or there is none.
pub async fn case_study(service: &Service, actor: &Actor, id: HandoffId) -> Result<CaseStudy> {
    let report = report(service, actor, id).await?;
    let mut visuals = Vec::new();
    for visual in report.visuals.iter().filter(|visual| visual.picked) {
        visuals.push(files::find(service, actor, visual.file.id).await?);
    }
    Ok(CaseStudy {
        name: format!("{} – {}", report.client_name, report.engagement_name),
        text: text(&report),
        numbers: numbers(&report),
        visuals,
    })
}

fn text(report: &ClosingReport) -> String {
    let mut text = format!("# {} – {}\n\n", report.client_name, report.engagement_name);
    let period = report.numbers.period;
    // Writing to a string does not fail.
    let _ = writeln!(text, "{} to {}\n", period.from, period.last());
    if !report.text.summary.is_empty() {
        let _ = writeln!(text, "{}\n", report.text.summary);
    }
    text.push_str("## Use cases\n\n");
    for case in report.text.cases() {
        let _ = writeln!(text, "- {}", case.replace('\n', "\n  "));
    }
    text.push_str("\n## Deliverables that went straight through\n\n");
    for best in &report.numbers.best {
        let _ = writeln!(text, "- {} ({})", best.title, best.approved_on);
    }
    text
}

fn numbers(report: &ClosingReport) -> String {
    let numbers = &report.numbers;
    let mut csv = "figure,value,numerator,denominator\n".to_owned();
    let mut line = |metric: Metric, number: Number| {
        let Number {
            numerator,
            denominator,
        } = number;
        let _ = writeln!(
            csv,
            "{metric},{},{numerator},{denominator}",
            number.shown(metric)
        );
    };
    if let Some(margin) = &numbers.margin {
        line(Metric::ProductionMargin, margin.number);
    }
    line(Metric::OnTimeDelivery, numbers.on_time);
    line(Metric::JobRequests, numbers.requests);
    line(Metric::QcFirstPass, numbers.first_pass);
    line(Metric::Nps, numbers.nps);
    csv
}
