//! Who carries the engagements.

use crate::{
    Result,
    db::{Tx, all},
};
use domain::{feed::Carries, ids::PersonId};
use std::collections::HashMap;
use uuid::Uuid;

/// The people of Generative, by pod.
pub(super) type Makers = HashMap<Uuid, Vec<PersonId>>;

pub(super) async fn makers(tx: &mut Tx) -> Result<Makers> {
    let sql = "SELECT m.pod, m.person FROM pod_member m JOIN person p ON p.id = m.person
               WHERE p.department = 'Generative' ORDER BY m.pod, m.seq";
    let mut makers = Makers::new();
    for (pod, person) in all!(tx, (Uuid, Uuid), sql)? {
        makers.entry(pod).or_default().push(PersonId(person));
    }
    Ok(makers)
}

/// The columns of an engagement that say who carries it.
#[derive(Clone, sqlx::FromRow)]
pub(super) struct CarriedBy {
    account_manager: Option<Uuid>,
    producer: Option<Uuid>,
    backup: Option<Uuid>,
    pod: Option<Uuid>,
}

impl CarriedBy {
    pub fn carries(&self, makers: &Makers) -> Carries {
        let of_pod = self.pod.and_then(|pod| makers.get(&pod));
        Carries {
            account_manager: self.account_manager.map(PersonId),
            producer: self.producer.map(PersonId),
            backup: self.backup.map(PersonId),
            makers: of_pod.cloned().unwrap_or_default(),
        }
    }
}
