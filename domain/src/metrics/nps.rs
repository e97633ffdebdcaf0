//! NPS: (answers of 9–10 minus answers of 0–6) × 100 ÷ answers.

use super::{Known, Ledger, Part, Record, RecordKind, Scope, Tally, Why};

/// Over the answers of the period.
pub(super) fn nps(ledger: &Ledger, scope: &Scope, tally: &mut dyn Tally) {
    let known = Known::new(scope.period, ledger.asof, &ledger.facts.calendar.zone);
    for survey in &ledger.facts.surveys {
        let record = Record {
            kind: RecordKind::Survey,
            id: survey.id.0,
            key: &survey.key,
        };
        let engagement = survey.engagement.and_then(|id| ledger.engagement(id));
        if !scope.filter.survey(survey.client, engagement) {
            tally.leave_out(record, Why::Filtered);
        } else if !known.has(survey.at) {
            tally.leave_out(record, Why::OutsidePeriod);
        } else {
            let (numerator, why) = match survey.score {
                9.. => (100, Why::Promoter(survey.score)),
                7..=8 => (0, Why::Passive(survey.score)),
                _ => (-100, Why::Detractor(survey.score)),
            };
            tally.count(
                record,
                Part {
                    numerator,
                    denominator: 1,
                },
                why,
            );
        }
    }
}
