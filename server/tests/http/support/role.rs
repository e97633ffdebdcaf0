//! Who asks.

use domain::people::AccessRole;

/// Somebody with a browser. Both clients' contacts may do the same, each to their own company's things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    Stranger,
    /// The contact of Northwind.
    Nora,
    /// The contact of Southgate.
    Sam,
    Producer,
    Sales,
    Generative,
    Executive,
    Admin,
}

impl Who {
    pub const ALL: [Self; 8] = [
        Self::Stranger,
        Self::Nora,
        Self::Sam,
        Self::Producer,
        Self::Sales,
        Self::Generative,
        Self::Executive,
        Self::Admin,
    ];

    pub fn role(self) -> Option<AccessRole> {
        match self {
            Self::Stranger => None,
            Self::Nora | Self::Sam => Some(AccessRole::Client),
            Self::Producer => Some(AccessRole::Producer),
            Self::Sales => Some(AccessRole::Sales),
            Self::Generative => Some(AccessRole::Generative),
            Self::Executive => Some(AccessRole::Executive),
            Self::Admin => Some(AccessRole::Admin),
        }
    }

    pub fn email(self) -> &'static str {
        match self {
            Self::Stranger => "nobody@nowhere.example",
            Self::Nora => "nora@north.example",
            Self::Sam => "sam@south.example",
            Self::Producer => "pia@agency.example",
            Self::Sales => "ana@agency.example",
            Self::Generative => "gus@agency.example",
            Self::Executive => "eva@agency.example",
            Self::Admin => "admin@agency.example",
        }
    }
}
