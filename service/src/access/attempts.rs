//! Attempts to sign in, limited so that passwords cannot be tried by the thousand, and so that
//! whoever tries them cannot lock the owner of the account out.

use crate::{
    Error, Result, Service,
    db::{Tx, rows::LoginAttemptRow, run, scalar},
};
use chrono::TimeDelta;
use domain::time::Instant;
use uuid::Uuid;

/// How long a failure counts.
const WINDOW: TimeDelta = TimeDelta::minutes(15);
/// Failures for one account from one source, until that source must wait for that account.
const PER_ACCOUNT_AND_SOURCE: i64 = 5;
/// Failures from one source, whatever the account, until it must wait for accounts that never signed in from it.
const PER_SOURCE: i64 = 30;
/// Failures for one account from anywhere, until sources that never signed in to it must wait.
const PER_ACCOUNT: i64 = 50;
/// How long a source stays known after its owner signed in from there.
const KNOWN: TimeDelta = TimeDelta::days(30);

/// Notes an attempt as failed before the password is looked at, so that many at once all count.
///
/// # Errors
/// A refusal where the source must wait.
pub(super) async fn begin(service: &Service, account: &str, source: &str) -> Result<Uuid> {
    let (id, at) = (service.id(), service.now());
    let mut tx = service.db().write_apart().await?;
    check(&mut tx, account, source, at).await?;
    let attempt = LoginAttemptRow {
        id,
        at,
        account: account.to_owned(),
        source: source.to_owned(),
        succeeded: false,
    };
    LoginAttemptRow::insert(&mut tx, &[attempt]).await?;
    tx.commit().await?;
    Ok(id)
}

/// Notes that the attempt succeeded: the source is known to the account from now on.
pub(super) async fn succeed(service: &Service, attempt: Uuid) -> Result<()> {
    let mut tx = service.db().write_apart().await?;
    run!(
        tx,
        "UPDATE login_attempt SET succeeded = $2 WHERE id = $1",
        attempt,
        true
    )?;
    tx.commit().await
}

async fn check(tx: &mut Tx, account: &str, source: &str, now: Instant) -> Result<()> {
    let since = now - WINDOW;
    let pair = "SELECT COUNT(*) FROM login_attempt WHERE account = $1 AND source = $2 AND NOT succeeded AND at > $3
                AND at > COALESCE((SELECT MAX(s.at) FROM login_attempt s
                                   WHERE s.account = $1 AND s.source = $2 AND s.succeeded), $3)";
    if scalar!(tx, i64, pair, account, source, since)? >= PER_ACCOUNT_AND_SOURCE {
        return Err(wait());
    }
    // What others do from the same network, or to the same account, does not keep its owner out.
    if is_known(tx, account, source, now).await? {
        return Ok(());
    }
    let any = "SELECT COUNT(*) FROM login_attempt WHERE source = $1 AND NOT succeeded AND at > $2";
    let spread =
        "SELECT COUNT(*) FROM login_attempt WHERE account = $1 AND NOT succeeded AND at > $2";
    let trying = scalar!(tx, i64, any, source, since)? >= PER_SOURCE;
    let attacked = scalar!(tx, i64, spread, account, since)? >= PER_ACCOUNT;
    if trying || attacked {
        Err(wait())
    } else {
        Ok(())
    }
}

async fn is_known(tx: &mut Tx, account: &str, source: &str, now: Instant) -> Result<bool> {
    let sql = "SELECT COUNT(*) FROM login_attempt WHERE account = $1 AND source = $2 AND succeeded AND at > $3";
    Ok(scalar!(tx, i64, sql, account, source, now - KNOWN)? > 0)
}

fn wait() -> Error {
    let minutes = WINDOW.num_minutes();
    Error::Refused(format!(
        "There were too many attempts to sign in from here. Wait {minutes} minutes and try again, or ask an admin for a new password."
    ))
}
