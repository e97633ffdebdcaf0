//! What a person chose the screens to look like. Kept in a cookie, so that the server draws the first page right.

use serde::{Deserialize, Serialize};

/// Light, dark, or as the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// The value of `data-theme`; none leaves it to the system.
    pub const fn attribute(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

/// How close together things stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Density {
    /// More on a screen.
    Compact,
    /// The usual.
    #[default]
    Regular,
    /// More air.
    Roomy,
}

impl Density {
    /// The value of `data-density`; none is the usual.
    pub const fn attribute(self) -> Option<&'static str> {
        match self {
            Self::Compact => Some("compact"),
            Self::Regular => None,
            Self::Roomy => Some("roomy"),
        }
    }
}

/// The cookie's name.
pub const COOKIE: &str = "looks";

/// Theme and density together, and whether single keys do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Looks {
    /// Light or dark.
    pub theme: Theme,
    /// Close or airy.
    pub density: Density,
    /// Whether the keyboard shortcuts are on.
    pub shortcuts: bool,
}

impl Default for Looks {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            density: Density::default(),
            shortcuts: true,
        }
    }
}

/// What the cookie says where shortcuts are off.
const NO_SHORTCUTS: &str = "no-shortcuts";

impl Looks {
    /// Reads the value of the cookie, such as `dark.compact.no-shortcuts`; what it does not know is left as usual.
    pub fn from_cookie(value: &str) -> Self {
        let mut parts = value.split('.');
        let mut next = || parts.next().unwrap_or_default();
        let (theme, density, shortcuts) = (next(), next(), next());
        let theme = match theme {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::System,
        };
        let density = match density {
            "compact" => Density::Compact,
            "roomy" => Density::Roomy,
            _ => Density::Regular,
        };
        Self {
            theme,
            density,
            shortcuts: shortcuts != NO_SHORTCUTS,
        }
    }

    /// The value of `data-shortcuts`; none where they are on.
    pub fn shortcuts_attribute(self) -> Option<&'static str> {
        (!self.shortcuts).then_some(NO_SHORTCUTS)
    }

    /// The value of the cookie.
    pub fn to_cookie(self) -> String {
        format!(
            "{}.{}.{}",
            self.theme.attribute().unwrap_or_default(),
            self.density.attribute().unwrap_or_default(),
            self.shortcuts_attribute().unwrap_or_default()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for theme in [Theme::System, Theme::Light, Theme::Dark] {
            for density in [Density::Compact, Density::Regular, Density::Roomy] {
                for shortcuts in [true, false] {
                    let looks = Looks {
                        theme,
                        density,
                        shortcuts,
                    };
                    assert_eq!(Looks::from_cookie(&looks.to_cookie()), looks);
                }
            }
        }
    }

    #[test]
    fn a_strange_cookie_is_the_usual() {
        for value in ["", ".", "<b>", "dark dark.wide", "...no-shortcuts"] {
            assert_eq!(Looks::from_cookie(value), Looks::default(), "{value}");
        }
    }
}
