//! What the address says about the list of engagements.

use crate::address::{joined, list};
use domain::{
    engagement::{EngagementRow, EngagementStage},
    ids::ClientId,
};
use leptos_router::params::ParamsMap;

/// Which engagements are shown, by where they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// Not closed.
    #[default]
    Running,
    /// Running ones whose producer has no backup.
    Unbacked,
    /// Closed ones.
    Closed,
    /// All of them.
    All,
}

impl Which {
    /// Each with its chip's words and its name in the address; the first is what the plain address shows.
    pub const ALL: [(Self, &'static str, &'static str); 4] = [
        (Self::Running, "Running", ""),
        (Self::Unbacked, "Without backup", "unbacked"),
        (Self::Closed, "Closed", "closed"),
        (Self::All, "All", "all"),
    ];

    fn named(asked: &str) -> Self {
        let found = Self::ALL.into_iter().find(|(_, _, name)| *name == asked);
        found.map_or(Self::default(), |(which, ..)| which)
    }

    fn name(self) -> &'static str {
        let found = Self::ALL.into_iter().find(|(which, ..)| *which == self);
        found.map_or("", |(.., name)| name)
    }

    fn has(self, row: &EngagementRow) -> bool {
        let closed = row.stage == EngagementStage::Closed;
        match self {
            Self::Running => !closed,
            Self::Unbacked => !closed && row.backup.is_none(),
            Self::Closed => closed,
            Self::All => true,
        }
    }
}

/// Everything that the list's address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EngagementsQuery {
    /// Where they stand.
    pub which: Which,
    /// Whose they are; empty for everybody's.
    pub clients: Vec<ClientId>,
}

impl EngagementsQuery {
    /// Reads the address. What it cannot read, it leaves out: an old link still opens the list.
    pub fn read(params: &ParamsMap) -> Self {
        Self {
            which: Which::named(params.get_str("show").unwrap_or_default()),
            clients: list(params, "client"),
        }
    }

    /// The address that says this: `/engagements` alone for all that are running.
    pub fn address(&self) -> String {
        let mut params = ParamsMap::new();
        let mut put = |name: &'static str, value: String| {
            if !value.is_empty() {
                params.insert(name, value);
            }
        };
        put("show", self.which.name().to_owned());
        put("client", joined(&self.clients, ToString::to_string));
        format!("/engagements{}", params.to_query_string())
    }

    /// The same clients' engagements that stand elsewhere.
    pub fn showing(&self, which: Which) -> Self {
        Self {
            which,
            ..self.clone()
        }
    }

    /// Whether `row` is shown.
    pub fn has(&self, row: &EngagementRow) -> bool {
        self.which.has(row) && (self.clients.is_empty() || self.clients.contains(&row.client.id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use leptos_router::location::RequestUrl;
    use uuid::Uuid;

    fn read(address: &str) -> EngagementsQuery {
        let params = RequestUrl::new(address)
            .parse()
            .map(|url| url.search_params().clone());
        EngagementsQuery::read(&params.unwrap_or_default())
    }

    #[test]
    fn what_is_printed_is_read_back() {
        for (which, ..) in Which::ALL {
            for clients in 0..3 {
                let clients = (0..clients).map(|n| ClientId(Uuid::from_u128(n)));
                let query = EngagementsQuery {
                    which,
                    clients: clients.collect(),
                };
                assert_eq!(read(&query.address()), query, "{}", query.address());
            }
        }
    }

    #[test]
    fn what_is_no_filter_is_left_out() {
        let query = read("/engagements?show=lost&client=nobody");
        assert_eq!(query.address(), "/engagements");
    }
}
