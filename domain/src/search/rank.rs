//! How well a name answers what was typed.

/// How well a name answers what was typed, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// It begins with it.
    Prefix,
    /// One of its words begins with it.
    WordStart,
    /// It stands somewhere in it.
    Within,
    /// Each typed word stands somewhere in it or in what it belongs to.
    Scattered,
}

/// As texts are compared: lower case, without spaces around.
pub fn folded(text: &str) -> String {
    text.trim().to_lowercase()
}

/// How well `name`, a thing of `context` (its client, its engagement), answers `typed`; unset where it does not. Upper
/// and lower case are the same. Nothing typed is answered by nothing.
pub fn rank(typed: &str, name: &str, context: &str) -> Option<Rank> {
    let (typed, name) = (folded(typed), folded(name));
    if typed.is_empty() {
        return None;
    }
    if name.starts_with(&typed) {
        return Some(Rank::Prefix);
    }
    let places: Vec<usize> = name.match_indices(&typed).map(|(at, _)| at).collect();
    let begins_a_word = |at: &usize| {
        let before = name[..*at].chars().next_back();
        !before.is_some_and(char::is_alphanumeric)
    };
    if places.iter().any(begins_a_word) {
        return Some(Rank::WordStart);
    }
    if !places.is_empty() {
        return Some(Rank::Within);
    }
    let all = format!("{name} {}", folded(context));
    let scattered = typed.split_whitespace().all(|word| all.contains(word));
    scattered.then_some(Rank::Scattered)
}
