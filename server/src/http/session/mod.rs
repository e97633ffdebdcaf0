//! Who a request comes from: a cookie, the session behind it, and the account behind that.

mod identify;
mod source;
mod store;

pub use identify::{SignedIn, identify};
pub use source::{Source, note_source};

use super::state::Web;
use store::Store;
use time::Duration;
use tower_sessions::{Expiry, SessionManagerLayer, cookie::SameSite};

/// How long a session lasts without being used.
const IDLE: Duration = Duration::days(14);

/// The layer that reads and writes the session's cookie.
pub fn layer(web: &Web) -> SessionManagerLayer<Store> {
    let secure = web.config().secure;
    // The prefix makes browsers refuse the cookie from anyone but this very host.
    let name = if secure { "__Host-baton" } else { "baton" };
    SessionManagerLayer::new(Store::new(web.clone()))
        .with_name(name)
        .with_secure(secure)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_expiry(Expiry::OnInactivity(IDLE))
}
