//! Signing in and out.

use leptos::prelude::*;

/// Signs in with e-mail and password, and goes to `next` or to the role's first page.
#[server]
pub async fn sign_in(
    email: String,
    password: String,
    next: Option<String>,
) -> Result<(), ServerFnError> {
    let _ = (email, password, next);
    Err(ServerFnError::new("Signing in is not open yet."))
}

/// Ends this session.
#[server]
pub async fn sign_out() -> Result<(), ServerFnError> {
    leptos_axum::redirect("/sign-in");
    Ok(())
}
