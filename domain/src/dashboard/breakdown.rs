//! Numbers client by client and producer by producer.

use super::Question;
use crate::{
    ids::*,
    metrics::{Filter, Ledger, Metric, Number, Scope, measure_period},
    plan::Plan,
};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// On-time delivery of one client.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClientDot {
    /// Who.
    pub client: ClientId,
    /// Their name.
    pub name: String,
    /// The share of jobs that were settled on time.
    pub value: f64,
    /// As people read it.
    pub text: String,
    /// What it was divided from.
    pub number: Number,
    /// Whether the filter picked this client.
    pub picked: bool,
}

/// On-time delivery by client, the worst first; those without a settled job are left out. The filter for clients
/// picks rather than hides, so that each stays comparable with the others.
pub(super) fn on_time_by_client(ledger: &Ledger, question: &Question) -> Vec<ClientDot> {
    let metric = Metric::OnTimeDelivery;
    let dot = |client: &crate::facts::ClientFact| {
        let filter = Filter {
            clients: vec![client.id],
            ..question.filter.clone()
        };
        let number = measured(ledger, metric, question, filter)?;
        Some(ClientDot {
            client: client.id,
            name: client.name.clone(),
            value: number.value()?,
            text: number.shown(metric),
            number,
            picked: question.filter.clients.contains(&client.id),
        })
    };
    let mut dots: Vec<_> = ledger.facts().clients.iter().filter_map(dot).collect();
    dots.sort_by(|a, b| {
        let by_value = a.value.partial_cmp(&b.value).unwrap_or(Ordering::Equal);
        by_value.then_with(|| a.name.cmp(&b.name))
    });
    dots
}

/// The load of the producers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Load {
    /// The most loaded first.
    pub bars: Vec<ProducerBar>,
    /// The ratio that the plan aims at.
    pub target: Option<f64>,
    /// The filter asks for more than a load can be filtered by, so that only its producers are heeded.
    pub partly_filtered: bool,
}

/// The load of one producer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProducerBar {
    /// Who.
    pub producer: PersonId,
    /// Their name.
    pub name: String,
    /// How many clients have an active engagement with them.
    pub clients: i64,
    /// Whether the filter picked this producer.
    pub picked: bool,
}

/// Active clients of each producer on the team, at the end of the period.
pub(super) fn load(ledger: &Ledger, plan: &Plan, question: &Question) -> Load {
    let bar = |person: &crate::people::Person| {
        let filter = Filter {
            producers: vec![person.id],
            ..Filter::default()
        };
        let number = measured(ledger, Metric::ClientsPerProducer, question, filter)?;
        (number.denominator > 0).then(|| ProducerBar {
            producer: person.id,
            name: person.name.clone(),
            clients: number.numerator,
            picked: question.filter.producers.contains(&person.id),
        })
    };
    let producers = ledger.facts().people.iter().filter(|p| p.is_producer());
    let mut bars: Vec<_> = producers.filter_map(bar).collect();
    bars.sort_by(|a, b| b.clients.cmp(&a.clients).then_with(|| a.name.cmp(&b.name)));
    Load {
        bars,
        target: ratio_target(plan),
        partly_filtered: !question.filter.applies_to(Metric::ClientsPerProducer),
    }
}

/// The last ratio that the plan names: the one that it is heading for.
pub fn ratio_target(plan: &Plan) -> Option<f64> {
    let outcome = plan
        .outcomes()
        .find(|outcome| outcome.metric == Metric::ClientsPerProducer)?;
    let targets = outcome.targets.iter().rev().flatten();
    let highest = targets.filter_map(|target| target.bounds().1).next();
    highest.map(|target| target.to_f64())
}

fn measured(
    ledger: &Ledger,
    metric: Metric,
    question: &Question,
    filter: Filter,
) -> Option<Number> {
    let period = question.span.period(ledger.today());
    measure_period(ledger, metric, &Scope { period, filter })
}
