//! Whom a comment can mention.

use super::subject::open;
use crate::{
    Error, Result, Service,
    db::{Tx, all, rows::meaning::read},
};
use domain::{
    comment::{Mentionable, Subject, check_mention, mentions},
    engagement::Named,
    ids::UserId,
    people::AccessRole,
    policy::Actor,
};
use std::collections::HashSet;
use uuid::Uuid;

/// Those who may be mentioned in a comment about `about`, by name.
///
/// # Errors
/// When comments are not the actor's to write, or there is no such thing.
pub async fn mentionable(
    service: &Service,
    actor: &Actor,
    about: Subject,
) -> Result<Vec<Mentionable>> {
    let mut tx = service.db().read().await?;
    open(&mut tx, actor, about).await?;
    let mut all = everybody(&mut tx).await?;
    all.retain(|who| check_mention(who, about).is_ok());
    Ok(all)
}

/// Whom `text` mentions.
pub(super) async fn mentioned_in(
    tx: &mut Tx,
    about: Subject,
    text: &str,
) -> Result<Vec<Named<UserId>>> {
    if !text.contains('@') {
        return Ok(Vec::new());
    }
    let all = everybody(tx).await?;
    let names: Vec<&str> = all.iter().map(|who| who.name.as_str()).collect();
    let mut seen = HashSet::new();
    let mut mentioned = Vec::new();
    for (_, which) in mentions(text, &names) {
        for who in namesakes(&all, &names[which].to_lowercase(), about)? {
            if seen.insert(who.id) {
                mentioned.push(who);
            }
        }
    }
    Ok(mentioned)
}

/// All of that name who may see it; refused where none of them may.
fn namesakes(all: &[Mentionable], name: &str, about: Subject) -> Result<Vec<Named<UserId>>> {
    let same = all.iter().filter(|who| who.name.to_lowercase() == name);
    let (may, may_not): (Vec<_>, Vec<_>) = same
        .map(|who| check_mention(who, about))
        .partition(Result::is_ok);
    let refused = may_not.into_iter().find_map(Result::err);
    match refused {
        Some(refused) if may.is_empty() => Err(Error::invalid("text", refused)),
        _ => Ok(may.into_iter().flatten().collect()),
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    role: String,
    title: Option<String>,
    disabled: bool,
}

/// All accounts, clients' too, and the agency's people who have none: whoever is written behind an `@` is known.
async fn everybody(tx: &mut Tx) -> Result<Vec<Mentionable>> {
    let sql = "SELECT u.id, u.name, u.role, p.title, u.disabled FROM user_account u
               LEFT JOIN person p ON p.id = u.person ORDER BY u.name, u.id";
    let rows = all!(tx, Row, sql)?;
    let mut all = rows
        .into_iter()
        .map(account)
        .collect::<Result<Vec<Mentionable>>>()?;
    let sql = "SELECT p.name, p.title FROM person p
               WHERE NOT EXISTS (SELECT 1 FROM user_account u WHERE u.person = p.id) ORDER BY p.name, p.id";
    let without = all!(tx, (String, String), sql)?;
    all.extend(without.into_iter().map(|(name, title)| Mentionable {
        user: None,
        name,
        title,
        role: AccessRole::Producer,
        active: false,
    }));
    Ok(all)
}

fn account(row: Row) -> Result<Mentionable> {
    let role: AccessRole = read("user_account.role", &row.role)?;
    Ok(Mentionable {
        user: Some(UserId(row.id)),
        name: row.name,
        title: row.title.unwrap_or_else(|| role.name().to_owned()),
        role,
        active: !row.disabled,
    })
}
