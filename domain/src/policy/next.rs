//! Where somebody wanted to go before signing in.

/// The path, where it is one of this very site: it begins with one slash, and no browser reads it as another host.
pub fn local_path(next: &str) -> Option<&str> {
    let local = next.starts_with('/')
        && !next[1..].starts_with(['/', '\\'])
        && !next.contains(|letter: char| letter.is_control() || letter == '\\');
    local.then_some(next)
}

#[cfg(test)]
mod tests {
    use super::local_path;
    use rstest::rstest;

    #[rstest]
    #[case("/", true)]
    #[case("/board?client=a&mine=1", true)]
    #[case("/jobs/1#files", true)]
    #[case("", false)]
    #[case("board", false)]
    #[case("//evil.example", false)]
    #[case("/\\evil.example", false)]
    #[case("/\t/evil.example", false)]
    #[case("/a\\b", false)]
    #[case("https://evil.example", false)]
    #[case("javascript:alert(1)", false)]
    fn only_own_paths(#[case] next: &str, #[case] local: bool) {
        assert_eq!(local_path(next).is_some(), local);
    }
}
