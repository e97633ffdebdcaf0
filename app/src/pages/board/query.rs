//! What the address says about the board: its filter, which lanes are folded, and how its list is sorted.

use super::list_look::ListLook;
use crate::address::{joined, list};
use domain::{board::BoardFilter, handoff::HandoffKind};
use leptos_router::params::ParamsMap;

/// Everything that the board's address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoardQuery {
    /// Which cards are shown.
    pub filter: BoardFilter,
    /// Lanes that show their head only.
    pub folded: Vec<HandoffKind>,
    /// How the list of the same cards is laid out; unset on the board itself.
    pub list: Option<ListLook>,
}

impl BoardQuery {
    /// Reads the address. What it cannot read, it leaves out: an old link still opens the board.
    pub fn read(params: &ParamsMap) -> Self {
        let is = |name: &str| params.get_str(name) == Some("1");
        Self {
            filter: BoardFilter {
                kinds: list(params, "kind"),
                clients: list(params, "client"),
                producers: list(params, "producer"),
                mine: is("mine"),
                at_risk: is("risk"),
                text: params.get("q").unwrap_or_default(),
            },
            folded: list(params, "fold"),
            list: None,
        }
    }

    /// Reads the address of the list.
    pub fn read_list(params: &ParamsMap) -> Self {
        Self {
            list: Some(ListLook::read(params)),
            ..Self::read(params)
        }
    }

    /// The address that says this: `/board` alone where nothing is filtered or folded, `/board/list` for the list.
    pub fn address(&self) -> String {
        let Self {
            filter,
            folded,
            list,
        } = self;
        let mut params = ParamsMap::new();
        let mut put = |name: &'static str, value: String| {
            if !value.is_empty() {
                params.insert(name, value);
            }
        };
        let flag = |on: bool| if on { "1".to_owned() } else { String::new() };
        put(
            "kind",
            joined(&filter.kinds, |kind| kind.number().to_string()),
        );
        put("client", joined(&filter.clients, ToString::to_string));
        put("producer", joined(&filter.producers, ToString::to_string));
        put("mine", flag(filter.mine));
        put("risk", flag(filter.at_risk));
        put("q", filter.text.clone());
        put("fold", joined(folded, |kind| kind.number().to_string()));
        let path = if let Some(list) = list {
            list.write(&mut params);
            "/board/list"
        } else {
            "/board"
        };
        format!("{path}{}", params.to_query_string())
    }

    /// With `change` made to it.
    pub fn with(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut changed = self.clone();
        change(&mut changed);
        changed
    }

    /// Whether any card may be hidden by the filter.
    pub fn is_filtered(&self) -> bool {
        self.filter != BoardFilter::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ids::{ClientId, PersonId};
    use leptos_router::location::RequestUrl;
    use uuid::Uuid;

    fn read(address: &str) -> BoardQuery {
        let params = RequestUrl::new(address)
            .parse()
            .map(|url| url.search_params().clone());
        BoardQuery::read(&params.unwrap_or_default())
    }

    #[test]
    fn what_is_printed_is_read_back() {
        let texts = [
            "",
            "spring launch",
            "a&b=c #1?",
            "50 % + Größe",
            "\"<script>\"",
        ];
        for (seed, text) in texts.into_iter().enumerate() {
            let seed = seed as u128;
            let query = BoardQuery {
                filter: BoardFilter {
                    kinds: HandoffKind::ALL[..seed as usize % 4].to_vec(),
                    clients: (0..seed).map(|n| ClientId(Uuid::from_u128(n))).collect(),
                    producers: (0..seed % 3)
                        .map(|n| PersonId(Uuid::from_u128(n + 7)))
                        .collect(),
                    mine: seed.is_multiple_of(2),
                    at_risk: seed.is_multiple_of(3),
                    text: text.to_owned(),
                },
                folded: HandoffKind::ALL[seed as usize % 4..].to_vec(),
                list: None,
            };
            assert_eq!(read(&query.address()), query, "{}", query.address());
        }
    }

    #[test]
    fn nothing_asked_is_the_plain_address() {
        assert_eq!(BoardQuery::default().address(), "/board");
    }

    #[test]
    fn what_is_no_filter_is_left_out() {
        let query = read("/board?kind=9,2,2,x&client=nobody&mine=yes&fold=");
        let expected = BoardQuery::default()
            .with(|query| query.filter.kinds = vec![HandoffKind::ProductionToGenerative]);
        assert_eq!(query, expected);
    }
}
