//! Values of flags that whoever typed them may have written otherwise: each refusal says how.

use domain::time::{Day, Instant};
use service::import::format::Cell as _;
use std::net::SocketAddr;

/// A day, like 2026-01-31.
pub(crate) fn day(text: &str) -> Result<Day, String> {
    Day::read(text)
}

/// An instant with its offset, like 2026-01-31T17:30:00Z.
pub(crate) fn instant(text: &str) -> Result<Instant, String> {
    Instant::read(text)
}

/// An address to answer at, like 127.0.0.1:3000.
pub(crate) fn address(text: &str) -> Result<SocketAddr, String> {
    let localhost = text.strip_prefix("localhost:");
    let text = localhost.map_or_else(|| text.to_owned(), |port| format!("127.0.0.1:{port}"));
    text.parse().map_err(|_| {
        "is not an address to answer at: write an IP address and a port up to 65535, like 127.0.0.1:3000 or [::1]:3000"
            .to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn the_own_machine_may_be_named() {
        assert_eq!(address("localhost:80"), address("127.0.0.1:80"));
        assert!(address("localhost").is_err());
    }
}
