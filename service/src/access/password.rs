//! Hashing passwords: argon2id, off the threads that answer requests.

use crate::{Error, Result};
use argon2::{
    Argon2,
    password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString},
};
use rand::RngCore as _;
use std::sync::LazyLock;
use tokio::{sync::Semaphore, task::spawn_blocking};

/// How many passwords are worked on at once: each takes 19 MB and a processor.
static WORKERS: Semaphore = Semaphore::const_new(4);

/// What a password is compared with where there is no account: the answer takes as long as for one that there is.
static NOBODY: LazyLock<String> =
    LazyLock::new(|| hash_now("nobody has this password").unwrap_or_default());

/// The PHC string of a password.
pub(super) async fn hash(password: String) -> Result<String> {
    at_work(move || hash_now(&password)).await?
}

/// Whether `password` is the one that was hashed; with no hash the same work for the answer no.
pub(super) async fn is_right(password: String, stored: Option<String>) -> Result<bool> {
    at_work(move || {
        let known = stored.is_some();
        let stored = stored.unwrap_or_else(|| NOBODY.clone());
        let parsed = PasswordHash::new(&stored);
        let parsed = parsed.map_err(|error| Error::fault("a stored password", error))?;
        let right = Argon2::default().verify_password(password.as_bytes(), &parsed);
        Ok(right.is_ok() && known)
    })
    .await?
}

fn hash_now(password: &str) -> Result<String> {
    let mut salt = [0; 16];
    rand::rng().fill_bytes(&mut salt);
    let failed = |error| Error::fault("hashing a password", error);
    let salt = SaltString::encode_b64(&salt).map_err(failed)?;
    let hash = Argon2::default().hash_password(password.as_bytes(), &salt);
    Ok(hash.map_err(failed)?.to_string())
}

async fn at_work<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let failed = |error: &dyn std::fmt::Display| Error::fault("hashing a password", error);
    let _turn = WORKERS.acquire().await.map_err(|error| failed(&error))?;
    spawn_blocking(work).await.map_err(|error| failed(&error))
}
