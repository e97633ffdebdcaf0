//! Ways of looking at a page that people keep under a name: its filters, order and groups, as they stand in its address.

use crate::{ids::ViewId, named};
use serde::{Deserialize, Serialize};

named! {
    /// A page whose address says what it shows.
    pub enum ViewedPage {
        Board = "board",
        List = "list",
        Dashboard = "dashboard",
    }
}

impl ViewedPage {
    /// Where it is.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Board => "/board",
            Self::List => "/board/list",
            Self::Dashboard => "/dashboard",
        }
    }

    /// As people name it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Board => "Board",
            Self::List => "List",
            Self::Dashboard => "Dashboard",
        }
    }
}

/// What a page shows: which page, and what its address says after the question mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Looking {
    /// The page.
    pub page: ViewedPage,
    /// Without the question mark; empty for the page as it is by itself.
    pub query: String,
}

/// How long the filters of an address may be, in bytes.
pub const LONGEST: usize = 4_000;

/// Why an address is none that can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotKept {
    /// It leads elsewhere.
    #[error("Only what the board, its list and the dashboard show is kept under a name.")]
    Elsewhere,
    /// It is too long.
    #[error("These filters are too many to keep: leave some out.")]
    TooLong,
}

impl Looking {
    /// Reads the address of a page of this site: its path with what stands after the question mark.
    ///
    /// # Errors
    /// When it is of another page, or too long.
    pub fn read(address: &str) -> Result<Self, NotKept> {
        if address.len() > LONGEST {
            return Err(NotKept::TooLong);
        }
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let mut pages = ViewedPage::ALL.iter();
        let page = pages.find(|page| page.path() == path);
        let plain = !query
            .chars()
            .any(|letter| letter.is_control() || letter == '#');
        match page.filter(|_| plain) {
            Some(page) => Ok(Self {
                page: *page,
                query: query.to_owned(),
            }),
            None => Err(NotKept::Elsewhere),
        }
    }

    /// The address.
    pub fn address(&self) -> String {
        if self.query.is_empty() {
            self.page.path().to_owned()
        } else {
            format!("{}?{}", self.page.path(), self.query)
        }
    }
}

/// A view under its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// Its identity.
    pub id: ViewId,
    /// What its owner calls it.
    pub name: String,
    /// What it shows.
    pub looking: Looking,
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("/board", Ok(ViewedPage::Board))]
    #[case("/board?client=a,b&mine=1", Ok(ViewedPage::Board))]
    #[case("/board/list?sort=client", Ok(ViewedPage::List))]
    #[case("/dashboard?from=2026-01-01", Ok(ViewedPage::Dashboard))]
    #[case("/team", Err(NotKept::Elsewhere))]
    #[case("//evil.example/board", Err(NotKept::Elsewhere))]
    #[case("https://evil.example", Err(NotKept::Elsewhere))]
    #[case("/board?a=1#x", Err(NotKept::Elsewhere))]
    #[case("", Err(NotKept::Elsewhere))]
    fn own_pages_are_kept_and_come_back(
        #[case] address: &str,
        #[case] expected: Result<ViewedPage, NotKept>,
    ) {
        let looking = Looking::read(address);
        assert_eq!(
            looking
                .as_ref()
                .map(|looking| looking.page)
                .map_err(|no| *no),
            expected
        );
        if let Ok(looking) = looking {
            assert_eq!(looking.address(), address);
        }
    }

    #[test]
    fn long_ones_are_not() {
        let long = format!("/board?q={}", "a".repeat(LONGEST));
        assert_eq!(Looking::read(&long), Err(NotKept::TooLong));
    }
}
