//! What is wrong with the files of an import: all of it at once, each with its place.

use std::fmt;

/// One thing that refuses an import.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file's name, such as `jobs.csv`.
    pub file: String,
    /// The line on which its row begins; the header is line 1, and the whole file
    /// [`Fault::WHOLE_FILE`].
    pub line: u64,
    /// The column's name; empty where the whole row or file is meant.
    pub column: String,
    /// What was read there.
    pub value: String,
    /// Why it cannot be taken, and what would do.
    pub why: String,
}

impl Fault {
    /// The line of a fault that is none of a line: the file itself is what is wrong.
    pub const WHOLE_FILE: u64 = 0;
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line != Self::WHOLE_FILE {
            write!(f, ", line {}", self.line)?;
        }
        if !self.column.is_empty() {
            write!(f, ", column {}", self.column)?;
        }
        write!(f, ": ")?;
        if !self.value.is_empty() {
            write!(f, "`{}`: ", shortened(&self.value))?;
        }
        f.write_str(&self.why)
    }
}

/// Long cells are cut: the place tells where to read on.
fn shortened(value: &str) -> String {
    const MOST: usize = 60;
    let shown: String = value.chars().take(MOST).collect();
    let shown = shown.replace(['\n', '\r'], " ");
    if value.chars().count() > MOST {
        format!("{shown}…")
    } else {
        shown
    }
}

/// The faults of an import, gathered while reading on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// Adds one.
    pub fn add(
        &mut self,
        file: &str,
        line: u64,
        column: &str,
        value: impl Into<String>,
        why: impl Into<String>,
    ) {
        self.0.push(Fault {
            file: file.to_owned(),
            line,
            column: column.to_owned(),
            value: value.into(),
            why: why.into(),
        });
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, by file and line.
    pub fn sorted(mut self) -> Vec<Fault> {
        self.0.sort();
        self.0.dedup();
        self.0
    }

    /// The value, or the faults where there are any.
    ///
    /// # Errors
    /// With every fault gathered so far.
    pub fn or<T>(self, value: T) -> Result<T, Vec<Fault>> {
        if self.is_empty() {
            Ok(value)
        } else {
            Err(self.sorted())
        }
    }
}
