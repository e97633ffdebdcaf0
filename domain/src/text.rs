//! Texts that people type: trimmed, and checked for length once, on both sides alike.

/// Why a typed text is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadText {
    /// Nothing was written.
    #[error("The {what} is empty: write up to {most} characters.")]
    Empty {
        /// What the text is.
        what: &'static str,
        /// How many characters fit.
        most: usize,
    },
    /// More was written than fits.
    #[error("The {what} has {length} characters, and {most} fit: shorten it.")]
    TooLong {
        /// What the text is.
        what: &'static str,
        /// How many characters were written.
        length: usize,
        /// How many characters fit.
        most: usize,
    },
}

/// Trims, and writes line ends as browsers do in scripts: a posted form sends them as CR LF.
fn checked(what: &'static str, text: &str, least: usize, most: usize) -> Result<String, BadText> {
    let text = text.trim().replace("\r\n", "\n");
    let length = text.chars().count();
    if length < least {
        return Err(BadText::Empty { what, most });
    }
    if length > most {
        return Err(BadText::TooLong { what, length, most });
    }
    Ok(text)
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident($what:literal, $least:literal..=$most:literal)),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(into = "String", try_from = "String")]
        pub struct $name(String);

        impl $name {
            /// How many characters fit.
            pub const MOST: usize = $most;

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = BadText;
            fn from_str(text: &str) -> Result<Self, BadText> {
                checked($what, text, $least, Self::MOST).map(Self)
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadText;
            fn try_from(text: String) -> Result<Self, BadText> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.0)
            }
        }
    )+};
}

texts! {
    /// What a job is called.
    JobTitle("title", 1..=200),
    /// What a client asks for; may be left empty.
    Brief("brief", 0..=20_000),
    /// Why something was returned, declined, waived or put on hold.
    Reason("reason", 1..=2_000),
    /// What a required item of a handoff says: a text or a link.
    ItemText("text", 1..=20_000),
    /// What a client answers to a field of a request form.
    AnswerText("answer", 1..=5_000),
    /// A question about a job, or an answer.
    Remark("message", 1..=5_000),
    /// What somebody says to the others of the agency.
    CommentText("comment", 1..=5_000),
    /// What a saved view is called.
    ViewName("name", 1..=80),
    /// What somebody is called.
    FullName("name", 1..=200),
    /// A few words on a line of a package: a milestone, a title, a format.
    Label("text", 1..=200),
    /// A few words more, or none.
    Note("text", 0..=500),
    /// What must be known of a client's brand; may be left empty.
    BrandText("brand context", 0..=20_000),
    /// What the maker of a deliverable says of it; may be left empty.
    MakersNote("note", 0..=5_000),
}

impl Label {
    /// A text of Baton's own, cut to what fits.
    pub(crate) fn of(text: &str) -> Self {
        Self(text.chars().take(Self::MOST).collect())
    }
}

#[allow(
    clippy::derivable_impls,
    reason = "only this of the texts may be empty; the macro would give all of them a default"
)]
impl Default for BrandText {
    fn default() -> Self {
        Self(String::new())
    }
}
