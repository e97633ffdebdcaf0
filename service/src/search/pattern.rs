//! What the databases are asked to look for, so that `domain::search` need not rank every record.

/// Patterns for `LIKE`, with `\` as the escape.
#[derive(Debug)]
pub(super) struct Patterns {
    /// All that was typed, at the beginning: such records come first.
    pub prefix: String,
    /// The first typed word, anywhere: a record that does not have it answers nothing.
    pub word: String,
}

impl Patterns {
    pub fn of(typed: &str) -> Self {
        let word = typed.split_whitespace().next().unwrap_or_default();
        Self {
            prefix: format!("{}%", literal(typed)),
            word: format!("%{}%", literal(word)),
        }
    }
}

/// The text as a part of a pattern, lower case. Of letters beyond ASCII, SQLite does not know which are the same but for their case:
/// they stand for any letter here, and the ranking decides.
fn literal(text: &str) -> String {
    let mut pattern = String::new();
    for letter in text.chars() {
        match letter {
            '%' | '_' | '\\' => pattern.extend(['\\', letter]),
            letter if letter.is_ascii() => pattern.push(letter.to_ascii_lowercase()),
            _ => pattern.push('_'),
        }
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_looked_for_and_nothing_else() {
        let patterns = Patterns::of("50% Ökö film");
        assert_eq!(patterns.prefix, r"50\% _k_ film%");
        assert_eq!(patterns.word, r"%50\%%");
        assert_eq!(Patterns::of(r"a_b\c").word, r"%a\_b\\c%");
    }
}
