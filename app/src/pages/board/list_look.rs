//! How the list of the board's cards is laid out; it stands in the address.

use leptos_router::params::ParamsMap;

domain::named! {
    /// What the list is sorted by.
    pub enum SortBy {
        /// What runs out first.
        Due = "due",
        Client = "client",
        Title = "title",
        Kind = "kind",
        Stage = "stage",
        Producer = "producer",
        Holder = "holder",
        Items = "items",
    }
}

domain::named! {
    /// What rows are gathered by.
    pub enum GroupBy {
        Nothing = "nothing",
        Kind = "kind",
        Client = "client",
        Producer = "producer",
        Stage = "stage",
    }
}

/// The order of the list and its groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListLook {
    /// What it is sorted by.
    pub sort: SortBy,
    /// The last first.
    pub down: bool,
    /// What rows are gathered by.
    pub group: GroupBy,
}

impl Default for ListLook {
    fn default() -> Self {
        Self {
            sort: SortBy::Due,
            down: false,
            group: GroupBy::Nothing,
        }
    }
}

impl ListLook {
    /// Reads the address; what it cannot read is as if it were not there.
    pub fn read(params: &ParamsMap) -> Self {
        let known = Self::default();
        let text = |name| params.get_str(name).unwrap_or_default();
        Self {
            sort: text("sort").parse().unwrap_or(known.sort),
            down: text("down") == "1",
            group: text("group").parse().unwrap_or(known.group),
        }
    }

    /// Writes what is not as it is by itself.
    pub fn write(self, params: &mut ParamsMap) {
        let known = Self::default();
        if self.sort != known.sort {
            params.insert("sort", self.sort.to_string());
        }
        if self.down {
            params.insert("down", "1".to_owned());
        }
        if self.group != known.group {
            params.insert("group", self.group.to_string());
        }
    }

    /// Sorted by `sort`; the other way round where it is already.
    pub fn by(self, sort: SortBy) -> Self {
        Self {
            sort,
            down: self.sort == sort && !self.down,
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for sort in SortBy::ALL {
            for group in GroupBy::ALL {
                let look = ListLook {
                    sort: *sort,
                    down: *sort == SortBy::Client,
                    group: *group,
                };
                let mut params = ParamsMap::new();
                look.write(&mut params);
                assert_eq!(ListLook::read(&params), look);
            }
        }
    }

    #[test]
    fn sorting_twice_turns_it_round() {
        let look = ListLook::default().by(SortBy::Client);
        assert!(
            !look.down
                && look.by(SortBy::Client).down
                && !look.by(SortBy::Client).by(SortBy::Client).down
        );
    }
}
