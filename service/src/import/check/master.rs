//! People, clients, contacts, pods, engagements and workflows.

use super::{Checked, Lookup, each};
use crate::import::{
    batch::{Merged, Unread},
    fault::Faults,
    format::*,
};
use domain::money::Cents;

const NO_MAIL: &str = "is not an e-mail address";

pub(super) fn check(merged: &Merged, unread: &Unread, known: &Lookup<'_>, faults: &mut Faults) {
    each(&merged.people, &unread.people, faults, person);
    each(&merged.clients, &unread.clients, faults, |mut checked| {
        checked.needs_name(&checked.row.name);
    });
    each(&merged.contacts, &unread.contacts, faults, |mut checked| {
        let contact = checked.row;
        checked.needs_name(&contact.name);
        checked.refers("client", &contact.client, &known.clients);
        checked.require(is_mail(&contact.email), "email", &contact.email, NO_MAIL);
    });
    each(&merged.pods, &unread.pods, faults, |checked| {
        pod(checked, known)
    });
    each(
        &merged.engagements,
        &unread.engagements,
        faults,
        |checked| engagement(checked, known),
    );
    each(
        &merged.workflows,
        &unread.workflows,
        faults,
        |mut checked| {
            let workflow = checked.row;
            checked.refers("engagement", &workflow.engagement, &known.engagements);
        },
    );
}

fn person(mut checked: Checked<'_, PersonRow>) {
    let person = checked.row;
    checked.needs_name(&person.name);
    let key = person.key.as_str();
    checked.require(
        !key.contains(';'),
        "key",
        key,
        "a person's key must not have a `;`: it separates the people of a list",
    );
    checked.require(is_mail(&person.email), "email", &person.email, NO_MAIL);
    for (column, day) in [
        ("independent_on", person.independent_on),
        ("left_on", person.left_on),
    ] {
        let earlier = person
            .hired_on
            .zip(day)
            .is_some_and(|(hired, day)| day < hired);
        checked.require(!earlier, column, day.write(), "is before hired_on");
    }
    let negative = person.monthly_cost.is_some_and(|cost| cost < Cents(0));
    checked.require(
        !negative,
        "monthly_cost",
        person.monthly_cost.write(),
        "must not be below 0",
    );
    let none = person.weekly_hours.is_some_and(|hours| hours.0 <= 0);
    checked.require(
        !none,
        "weekly_hours",
        person.weekly_hours.write(),
        "must be above 0",
    );
}

fn pod(mut checked: Checked<'_, PodRow>, known: &Lookup<'_>) {
    let pod = checked.row;
    checked.refers(
        "account_manager",
        pod.account_manager.as_ref(),
        &known.people,
    );
    checked.refers("producer", pod.producer.as_ref(), &known.people);
    checked.refers("backup", pod.backup.as_ref(), &known.people);
    for member in &pod.members {
        checked.refers("members", member, &known.people);
    }
}

fn engagement(mut checked: Checked<'_, EngagementRow>, known: &Lookup<'_>) {
    let row = checked.row;
    checked.refers("client", &row.client, &known.clients);
    checked.refers(
        "account_manager",
        row.account_manager.as_ref(),
        &known.people,
    );
    checked.refers("producer", row.producer.as_ref(), &known.people);
    checked.refers("backup", row.backup.as_ref(), &known.people);
    checked.refers("pod", row.pod.as_ref(), &known.pods);
    let ends_early = row.ends_on.is_some_and(|ends| ends < row.starts_on);
    checked.require(
        !ends_early,
        "ends_on",
        row.ends_on.write(),
        "is before starts_on",
    );
    let negative = row.monthly_fee < Cents(0);
    checked.require(
        !negative,
        "monthly_fee",
        row.monthly_fee.write(),
        "must not be below 0",
    );
}

/// An empty address is one that is not known.
fn is_mail(text: &str) -> bool {
    let shape =
        |(name, host): (&str, &str)| !name.is_empty() && !host.is_empty() && !host.contains('@');
    text.is_empty()
        || (!text.contains(char::is_whitespace) && text.split_once('@').is_some_and(shape))
}

#[cfg(test)]
mod tests {
    use super::is_mail;
    use rstest::rstest;

    #[rstest]
    #[case("", true)]
    #[case("mira@studio.example", true)]
    #[case("mira+jobs@localhost", true)]
    #[case("mira", false)]
    #[case("@studio.example", false)]
    #[case("mira@", false)]
    #[case("mira@a@b", false)]
    #[case("mira vance@studio.example", false)]
    fn knows_an_address(#[case] text: &str, #[case] expected: bool) {
        assert_eq!(is_mail(text), expected);
    }
}
