//! Mentions: an `@` at the beginning of a word, followed by somebody's full name.

use super::{CannotMention, Subject};
use crate::{
    engagement::Named,
    ids::UserId,
    people::AccessRole,
    policy::check_role,
    search::{Rank, rank},
};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Somebody whose name may stand behind an `@`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mentionable {
    /// The account; unset for a person of the agency who has none.
    pub user: Option<UserId>,
    /// Full name.
    pub name: String,
    /// The job title, or what the account may do.
    pub title: String,
    /// What the account may do.
    pub role: AccessRole,
    /// Whether the account can sign in.
    pub active: bool,
}

/// Whether `who` may be mentioned in a comment about `about`; it is who hears of it then.
///
/// # Errors
/// A sentence that says why not, and what to do.
pub fn check_mention(who: &Mentionable, about: Subject) -> Result<Named<UserId>, CannotMention> {
    let name = who.name.clone();
    if who.role == AccessRole::Client {
        return Err(CannotMention::Client(name));
    }
    let Some(user) = who.user.filter(|_| who.active) else {
        return Err(CannotMention::Away(name));
    };
    if check_role(who.role, about.action()).is_err() {
        return Err(CannotMention::Closed(name, about.kind()));
    }
    Ok(Named { id: user, name })
}

/// The mentions of `names` in `text`, in order: where each stands, its `@` included, and which name it is. Where one
/// name begins with another, the longer one counts; upper and lower case are the same.
pub fn mentions(text: &str, names: &[&str]) -> Vec<(Range<usize>, usize)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find('@').map(|at| from + at) {
        from = at + 1;
        if !begins_a_word(text, at) {
            continue;
        }
        let lengths = names
            .iter()
            .enumerate()
            .filter_map(|(which, name)| Some((name_at(&text[at + 1..], name)?, which)));
        // Of names that are spelt alike, the first.
        if let Some((length, which)) =
            lengths.max_by_key(|(length, which)| (*length, usize::MAX - which))
        {
            from = at + 1 + length;
            found.push((at..from, which));
        }
    }
    found
}

/// How long `name` is at the beginning of `text`, where it stands there as a whole.
fn name_at(text: &str, name: &str) -> Option<usize> {
    let mut rest = text.chars();
    for wanted in name.chars() {
        let letter = rest.next()?;
        if !letter.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
    }
    let ends = !rest.clone().next().is_some_and(char::is_alphanumeric);
    (ends && !name.is_empty()).then(|| text.len() - rest.as_str().len())
}

fn begins_a_word(text: &str, at: usize) -> bool {
    !text[..at]
        .chars()
        .next_back()
        .is_some_and(char::is_alphanumeric)
}

/// A piece of a comment's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// As it was written.
    Text(&'a str),
    /// A mention, its `@` included.
    Mention(&'a str),
}

/// `text` in pieces, the mentions of `names` apart.
pub fn pieces<'a>(text: &'a str, names: &[&str]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for (place, _) in mentions(text, names) {
        pieces.push(Piece::Text(&text[from..place.start]));
        pieces.push(Piece::Mention(&text[place.clone()]));
        from = place.end;
    }
    pieces.push(Piece::Text(&text[from..]));
    pieces.retain(|piece| *piece != Piece::Text(""));
    pieces
}

/// The longest beginning of a name that is looked for, in characters: beyond it an `@` is taken as written.
const LONGEST: usize = 40;

/// What is being typed behind an `@`, where the text before the caret ends in a mention that is not finished yet.
pub fn asked_for(before_caret: &str) -> Option<&str> {
    let at = before_caret.rfind('@')?;
    let typed = &before_caret[at + 1..];
    let plain =
        !typed.contains('\n') && !typed.starts_with(' ') && typed.chars().count() <= LONGEST;
    (plain && begins_a_word(before_caret, at)).then_some(typed)
}

/// The text once `name` is chosen for what is being typed before the caret, in bytes; with it, where the caret stands then.
pub fn completed(text: &str, caret: usize, name: &str) -> (String, usize) {
    let Some((before, after)) = text.split_at_checked(caret) else {
        return (text.to_owned(), text.len());
    };
    let Some(typed) = asked_for(before) else {
        return (text.to_owned(), caret);
    };
    let kept = &before[..before.len() - typed.len()];
    let gap = if after.starts_with(char::is_whitespace) {
        ""
    } else {
        " "
    };
    let begun = format!("{kept}{name}{gap}");
    let caret = begun.len();
    (begun + after, caret)
}

/// How many people are offered at most.
const OFFERED: usize = 6;

/// Who is offered for what is typed behind an `@`, the best first; for nothing yet, the first by name.
pub fn offered(people: &[Mentionable], typed: &str) -> Vec<Mentionable> {
    let mut found: Vec<_> = people
        .iter()
        .filter_map(|who| match typed {
            "" => Some((Rank::Prefix, who)),
            typed => Some((rank(typed, &who.name, &who.title)?, who)),
        })
        .collect();
    found.sort_by_key(|(rank, who)| (*rank, who.name.clone()));
    let best = found.into_iter().take(OFFERED);
    best.map(|(_, who)| who.clone()).collect()
}
