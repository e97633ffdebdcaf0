//! Costs, NPS answers and milestones.

use super::{Checked, Lookup, each};
use crate::import::{
    batch::{Merged, Unread},
    fault::Faults,
    format::*,
};
use std::collections::BTreeSet;

pub(super) fn check(
    merged: &Merged,
    unread: &Unread,
    known: &Lookup<'_>,
    outcomes: &BTreeSet<String>,
    faults: &mut Faults,
) {
    each(&merged.costs, &unread.costs, faults, |checked| {
        cost(checked, known)
    });
    each(&merged.surveys, &unread.surveys, faults, |checked| {
        survey(checked, known)
    });
    each(
        &merged.milestones,
        &unread.milestones,
        faults,
        |mut checked| {
            let outcome = checked.row.outcome.as_str();
            let why = "no outcome of the plan has this key";
            checked.require(outcomes.contains(outcome), "outcome", outcome, why);
        },
    );
}

fn cost(mut checked: Checked<'_, CostRow>, known: &Lookup<'_>) {
    let cost = checked.row;
    checked.refers("engagement", &cost.engagement, &known.engagements);
    checked.refers("person", cost.person.as_ref(), &known.people);
    match (cost.hours, cost.amount, &cost.person) {
        (Some(_), Some(amount), _) => {
            let why = "a cost has hours of a person or an amount, not both";
            checked.fault("amount", amount.write(), why);
        }
        (None, None, _) => {
            checked.lacks("amount", "a cost needs hours of a person, or an amount");
        }
        (None, Some(_), _) => {}
        (Some(_), None, None) => {
            checked.lacks("person", "hours need the person who worked them");
        }
        (Some(hours), None, Some(person)) => price(&mut checked, hours, person, known),
    }
}

fn price(checked: &mut Checked<'_, CostRow>, hours: Hours, person: &Key, known: &Lookup<'_>) {
    let Some(person) = known.people.get(person.as_str()) else {
        return;
    };
    let unpriced = person.monthly_cost.is_none() || person.weekly_hours.is_none();
    if unpriced && !known.people.lacks_columns() {
        let why = format!(
            "hours cannot be priced: `{}` has no monthly_cost or no weekly_hours in people.csv",
            person.key
        );
        checked.fault("hours", hours.write(), why);
    }
}

fn survey(mut checked: Checked<'_, SurveyRow>, known: &Lookup<'_>) {
    let survey = checked.row;
    checked.refers("client", &survey.client, &known.clients);
    checked.refers("engagement", survey.engagement.as_ref(), &known.engagements);
    let Some(key) = &survey.engagement else {
        return;
    };
    let engagement = known.engagements.get(key.as_str());
    let foreign = engagement
        .is_some_and(|engagement| known.clients.differ(&engagement.client, &survey.client));
    checked.require(
        !foreign,
        "engagement",
        key.as_str(),
        "is an engagement of another client",
    );
}
