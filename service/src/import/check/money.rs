//! Costs, NPS answers and milestones.

use super::{
    Checked, Lookup, each,
    master::{NO_CLIENT, NO_ENGAGEMENT, NO_PERSON},
};
use crate::import::{batch::Merged, fault::Faults, format::*};
use std::collections::BTreeSet;

pub(super) fn check(
    merged: &Merged,
    known: &Lookup<'_>,
    outcomes: &BTreeSet<String>,
    faults: &mut Faults,
) {
    each(&merged.costs, faults, |checked| cost(checked, known));
    each(&merged.surveys, faults, |checked| survey(checked, known));
    each(&merged.milestones, faults, |mut checked| {
        let outcome = checked.row.outcome.as_str();
        let why = "no outcome of the plan has this key";
        checked.require(outcomes.contains(outcome), "outcome", outcome, why);
    });
}

fn cost(mut checked: Checked<'_, CostRow>, known: &Lookup<'_>) {
    let cost = checked.row;
    let engagement = cost.engagement.as_str();
    let has = known.engagements.contains_key(engagement);
    checked.require(has, "engagement", engagement, NO_ENGAGEMENT);
    let person = cost
        .person
        .as_ref()
        .map(|key| known.people.get(key.as_str()));
    checked.require(
        person != Some(None),
        "person",
        cost.person.write(),
        NO_PERSON,
    );
    match (cost.hours, cost.amount) {
        (Some(_), Some(_)) => checked.fault(
            "amount",
            cost.amount.write(),
            "a cost has hours of a person or an amount, not both",
        ),
        (None, None) => checked.fault("amount", "", "a cost needs hours of a person, or an amount"),
        (None, Some(_)) => {}
        (Some(hours), None) => match person {
            None => checked.fault("person", "", "hours need the person who worked them"),
            Some(Some(person))
                if person.monthly_cost.is_none() || person.weekly_hours.is_none() =>
            {
                let why = format!(
                    "hours cannot be priced: `{}` has no monthly_cost or no weekly_hours in people.csv",
                    person.key
                );
                checked.fault("hours", hours.write(), why);
            }
            Some(_) => {}
        },
    }
}

fn survey(mut checked: Checked<'_, SurveyRow>, known: &Lookup<'_>) {
    let survey = checked.row;
    let has = known.clients.contains_key(survey.client.as_str());
    checked.require(has, "client", survey.client.as_str(), NO_CLIENT);
    let Some(key) = &survey.engagement else {
        return;
    };
    match known.engagements.get(key.as_str()) {
        None => checked.fault("engagement", key.as_str(), NO_ENGAGEMENT),
        Some(engagement) if engagement.client != survey.client => {
            checked.fault(
                "engagement",
                key.as_str(),
                "is an engagement of another client",
            );
        }
        Some(_) => {}
    }
}
