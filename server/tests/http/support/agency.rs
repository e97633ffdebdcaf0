//! The agency of `tests/data`, and the ids that its rows were given.

use super::{PASSWORD, Who};
use domain::{ids::*, people::AccessRole, policy::Actor};
use service::{
    Service,
    access::{self, NewUser},
    db::rows::{
        ClientRow, ContactRow, EngagementRow, HandoffRow, JobRow, PersonRow, PodRow, WorkflowRow,
    },
    import::{Mode, format::Files, import},
};
use std::{collections::HashMap, path::Path};
use uuid::Uuid;

/// The rows of `tests/data` by their keys.
pub struct Agency {
    ids: HashMap<String, Uuid>,
}

impl Agency {
    pub async fn load(service: &Service) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
        let files = Files::read_from(&folder).unwrap();
        import(service, &Actor::system("test"), &files, Mode::Write)
            .await
            .unwrap();
        let mut tx = service.db().read().await.unwrap();
        let mut ids = HashMap::new();
        macro_rules! note {
            ($($row:ident),+) => {
                $(ids.extend($row::all(&mut tx).await.unwrap().into_iter().map(|row| (row.key, row.id)));)+
            };
        }
        note!(
            ClientRow,
            ContactRow,
            PersonRow,
            EngagementRow,
            WorkflowRow,
            PodRow,
            JobRow,
            HandoffRow
        );
        Self { ids }
    }

    /// The id of the row with this key.
    pub fn id(&self, key: &str) -> Uuid {
        *self
            .ids
            .get(key)
            .unwrap_or_else(|| panic!("tests/data has no row `{key}`"))
    }

    /// Makes somebody's account.
    pub async fn create_account(&self, service: &Service, who: Who) -> UserId {
        let person = |key| Some(PersonId(self.id(key)));
        let (person, contact) = match who {
            Who::Nora => (None, Some(ContactId(self.id("nora")))),
            Who::Sam => (None, Some(ContactId(self.id("sam")))),
            Who::Producer => (person("pia"), None),
            Who::Sales => (person("ana"), None),
            Who::Generative => (person("gus"), None),
            Who::Executive => (person("eva"), None),
            Who::Admin | Who::Stranger => (None, None),
        };
        let new = NewUser {
            email: who.email().to_owned(),
            name: format!("{who:?}"),
            password: PASSWORD.to_owned(),
            role: who.role().unwrap_or(AccessRole::Client),
            person,
            contact,
        };
        access::create_user(service, &Actor::system("test"), new)
            .await
            .unwrap()
    }
}
