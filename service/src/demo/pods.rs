//! The pods: who works together.

use super::{cast::person, slug};
use crate::import::{
    batch::Batch,
    format::{Key, PodRow},
};

/// A pod: who leads it, and who makes things in it.
#[derive(Debug)]
pub struct Pod {
    /// Its name.
    pub name: &'static str,
    /// Sales.
    pub account_manager: &'static str,
    /// Production.
    pub producer: &'static str,
    /// Who steps in for the producer.
    pub backup: Option<&'static str>,
    /// Generative: the workflow engineer first.
    pub makers: &'static [&'static str],
}

/// The pods; the first is the core.
pub const PODS: [Pod; 5] = [
    Pod {
        name: "Pod 1",
        account_manager: "Tobias Renner",
        producer: "Dario Lindqvist",
        backup: None,
        makers: &[
            "Emeka Dahl",
            "Bruna Keating",
            "Vera Montclair",
            "Petra Lund",
        ],
    },
    Pod {
        name: "Pod 2",
        account_manager: "Priya Sandoval",
        producer: "Halima Brandt",
        backup: Some("Cole Ferreira"),
        makers: &[
            "Lior Castellan",
            "Theo Nakamura",
            "Silas Hwang",
            "Petra Lund",
        ],
    },
    Pod {
        name: "Pod 3",
        account_manager: "Tobias Renner",
        producer: "Cole Ferreira",
        backup: None,
        makers: &["Lior Castellan", "Oksana Rivers", "Silas Hwang"],
    },
    Pod {
        name: "Pod 4",
        account_manager: "Jonah Whitlock",
        producer: "Yuki Marchetti",
        backup: Some("Halima Brandt"),
        makers: &[
            "Anneke Voss",
            "Malik Feldt",
            "Noor Hendricks",
            "Amadou Reyes",
        ],
    },
    Pod {
        name: "Pod 5",
        account_manager: "Jonah Whitlock",
        producer: "Sanne Achterberg",
        backup: Some("Yuki Marchetti"),
        makers: &["Anneke Voss", "Juno Ashworth", "Noor Hendricks"],
    },
];

/// The key of a pod.
pub fn key(pod: &Pod) -> Key {
    Key(slug(pod.name))
}

/// Adds the pods.
pub fn enter(batch: &mut Batch) {
    for (at, one) in PODS.iter().enumerate() {
        batch.pods.push(PodRow {
            key: key(one),
            name: one.name.to_owned(),
            core: at == 0,
            account_manager: Some(person(one.account_manager)),
            producer: Some(person(one.producer)),
            backup: one.backup.map(person),
            members: one.makers.iter().map(|name| person(name)).collect(),
        });
    }
}
