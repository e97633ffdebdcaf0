//! What every handler works with.

use crate::site;
use app::shell::Assets;
use domain::time::Instant;
use service::{Clock, Service};
use std::{net::IpAddr, sync::Arc};
use tokio_util::sync::CancellationToken;

/// How the web side was set up.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The origin that people use, such as `https://baton.example`; unset, it is the host that was asked.
    pub public_origin: Option<String>,
    /// Whether browsers reach it by https alone: cookies are then `Secure` and HSTS is sent.
    pub secure: bool,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub proxies: Vec<IpAddr>,
}

/// The state of the router; cheap to clone.
#[derive(Clone)]
pub struct Web(Arc<Parts>);

struct Parts {
    service: Service,
    clock: Arc<dyn Clock>,
    config: Config,
    assets: Assets,
    stopping: CancellationToken,
}

impl Web {
    /// Of the use cases, the clock that they tell the time by, and the set-up.
    pub fn new(service: Service, clock: Arc<dyn Clock>, config: Config) -> Self {
        let site::Manifest {
            js,
            wasm,
            css,
            font,
            parts,
        } = site::manifest();
        let [js, wasm, css, font] = [js, wasm, css, font].map(below_pkg);
        let assets = Assets {
            js,
            wasm,
            css,
            font,
            parts,
        };
        Self(Arc::new(Parts {
            service,
            clock,
            config,
            assets,
            stopping: CancellationToken::new(),
        }))
    }

    /// The use cases.
    pub fn service(&self) -> &Service {
        &self.0.service
    }

    /// The set-up.
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// The site's files that a page loads.
    pub fn assets(&self) -> &Assets {
        &self.0.assets
    }

    /// Cancelled when the server is told to stop: streams end then, so that stopping need not wait for them.
    pub fn stopping(&self) -> CancellationToken {
        self.0.stopping.clone()
    }

    /// The present.
    pub fn now(&self) -> Instant {
        self.0.clock.now()
    }
}

/// The app writes `/pkg/` before the names itself.
fn below_pkg(url: String) -> String {
    url.strip_prefix("/pkg/").map(str::to_owned).unwrap_or(url)
}
