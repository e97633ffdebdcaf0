//! How the screens look to this browser.

use crate::ui::looks::{Density, Theme};
use leptos::prelude::*;

/// Keeps the choice in this browser's cookie for a year.
#[server]
pub async fn set_looks(
    /// Light, dark or as the system says.
    theme: Theme,
    /// Close or airy.
    density: Density,
    /// Whether single keys do something.
    #[server(default)]
    shortcuts: bool,
) -> Result<(), ServerFnError> {
    use crate::ui::looks::{COOKIE, Looks};
    use http::{HeaderValue, header::SET_COOKIE};

    const YEAR: u32 = 365 * 24 * 60 * 60;
    let value = Looks {
        theme,
        density,
        shortcuts,
    }
    .to_cookie();
    let cookie = HeaderValue::try_from(format!(
        "{COOKIE}={value}; Path=/; Max-Age={YEAR}; SameSite=Lax"
    ))?;
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.append_header(SET_COOKIE, cookie);
    }
    Ok(())
}
