//! People, clients, contacts, pods, engagements and workflows.

use super::{Checked, Lookup, each};
use crate::import::{batch::Merged, fault::Faults, format::*};
use domain::money::Cents;

pub(super) const NO_PERSON: &str = "no person has this key";
pub(super) const NO_CLIENT: &str = "no client has this key";
pub(super) const NO_ENGAGEMENT: &str = "no engagement has this key";
const NO_POD: &str = "no pod has this key";
const NO_MAIL: &str = "is not an e-mail address";

pub(super) fn check(merged: &Merged, known: &Lookup<'_>, faults: &mut Faults) {
    each(&merged.people, faults, person);
    each(&merged.contacts, faults, |mut checked| {
        let contact = checked.row;
        let has_client = known.clients.contains_key(contact.client.as_str());
        checked.require(has_client, "client", contact.client.as_str(), NO_CLIENT);
        checked.require(is_mail(&contact.email), "email", &contact.email, NO_MAIL);
    });
    each(&merged.pods, faults, |checked| pod(checked, known));
    each(&merged.engagements, faults, |checked| {
        engagement(checked, known)
    });
    each(&merged.workflows, faults, |mut checked| {
        let engagement = checked.row.engagement.as_str();
        let has = known.engagements.contains_key(engagement);
        checked.require(has, "engagement", engagement, NO_ENGAGEMENT);
    });
}

fn person(mut checked: Checked<'_, PersonRow>) {
    let person = checked.row;
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
    people(
        &mut checked,
        known,
        &[
            ("account_manager", &pod.account_manager),
            ("producer", &pod.producer),
            ("backup", &pod.backup),
        ],
    );
    for member in &pod.members {
        let has = known.people.contains_key(member.as_str());
        checked.require(has, "members", member.as_str(), NO_PERSON);
    }
}

fn engagement(mut checked: Checked<'_, EngagementRow>, known: &Lookup<'_>) {
    let row = checked.row;
    let has_client = known.clients.contains_key(row.client.as_str());
    checked.require(has_client, "client", row.client.as_str(), NO_CLIENT);
    people(
        &mut checked,
        known,
        &[
            ("account_manager", &row.account_manager),
            ("producer", &row.producer),
            ("backup", &row.backup),
        ],
    );
    let has_pod = row
        .pod
        .as_ref()
        .is_none_or(|pod| known.pods.contains_key(pod.as_str()));
    checked.require(has_pod, "pod", row.pod.write(), NO_POD);
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

fn people<T: Table>(
    checked: &mut Checked<'_, T>,
    known: &Lookup<'_>,
    named: &[(&str, &Option<Key>)],
) {
    for (column, person) in named {
        let has = person
            .as_ref()
            .is_none_or(|key| known.people.contains_key(key.as_str()));
        checked.require(has, column, person.write(), NO_PERSON);
    }
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
