//! What a password must be like.

/// How many characters it has at least.
pub const LEAST: usize = 10;
/// How many bytes it has at most: more would only make the server work.
pub const MOST: usize = 1024;

/// Why a password is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadPassword {
    /// Easily guessed.
    #[error("Use at least {LEAST} characters: a few words in a row are easy to remember.")]
    TooShort,
    /// Longer than is any use.
    #[error("That is longer than a password can be: use at most {MOST} characters.")]
    TooLong,
    /// The address itself, or a single character again and again.
    #[error("That is the first thing that somebody would try: use a few words in a row.")]
    TooPlain,
}

/// Whether `password` will do for the account of `email`.
///
/// # Errors
/// With what to do about it.
pub fn check(email: &str, password: &str) -> Result<(), BadPassword> {
    let mut letters = password.chars();
    let first = letters.next();
    if password.chars().count() < LEAST {
        Err(BadPassword::TooShort)
    } else if password.len() > MOST {
        Err(BadPassword::TooLong)
    } else if password.eq_ignore_ascii_case(email) || letters.all(|letter| Some(letter) == first) {
        Err(BadPassword::TooPlain)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("three blind mice", Ok(()))]
    #[case("short", Err(BadPassword::TooShort))]
    #[case("aaaaaaaaaaaa", Err(BadPassword::TooPlain))]
    #[case("Ana@Agency.example", Err(BadPassword::TooPlain))]
    fn takes_what_is_hard_to_guess(
        #[case] password: &str,
        #[case] expected: Result<(), BadPassword>,
    ) {
        assert_eq!(check("ana@agency.example", password), expected);
    }

    #[test]
    fn refuses_what_only_makes_work() {
        let long = "ab".repeat(MOST);
        assert_eq!(check("a@b.example", &long), Err(BadPassword::TooLong));
    }
}
