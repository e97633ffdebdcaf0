//! `baton serve`: answers until it is told to stop.

use super::Tools;
use crate::http::{self, Config, Web};
use anyhow::Context as _;
use axum::extract::connect_info::IntoMakeServiceWithConnectInfo;
use service::{Service, access, engagements, files};
use std::{
    net::{IpAddr, SocketAddr},
    process::ExitCode,
    time::Duration,
};
use tokio::net::TcpListener;

/// How often what time alone brings about is looked after.
const TICK: Duration = Duration::from_secs(60);

/// How long requests under way are waited for when stopping.
const GRACE: Duration = Duration::from_secs(10);

/// What `serve` can be told.
#[derive(clap::Args)]
pub struct Serve {
    /// The address that people type, such as `https://baton.example`. With https, cookies are secure and browsers are
    /// told to come by https alone. Only requests from pages of this address may change anything.
    #[arg(long, env = "BATON_PUBLIC_URL", value_name = "URL", value_parser = origin)]
    public_url: Option<String>,

    /// A proxy in front, whose `X-Forwarded-For` is believed; may be given several times.
    #[arg(
        long = "trusted-proxy",
        env = "BATON_TRUSTED_PROXY",
        value_name = "IP",
        value_delimiter = ','
    )]
    proxies: Vec<IpAddr>,
}

impl Serve {
    /// Serves.
    ///
    /// # Errors
    /// When the database cannot be opened, or something else answers at the address.
    pub async fn run(self, tools: &Tools) -> anyhow::Result<ExitCode> {
        let addr = tools.settings.addr;
        let listener = TcpListener::bind(addr).await;
        let listener = listener.with_context(|| {
            format!("cannot answer at {addr}; choose another address with --addr")
        })?;
        let service = tools.service().await?;
        let web = Web::new(service.clone(), tools.clock.clone(), self.config());
        let ticking = tokio::spawn(tick(service));
        tracing::info!("Baton answers at http://{}", listener.local_addr()?);
        answer(listener, web).await?;
        ticking.abort();
        tracing::info!("stopped");
        Ok(ExitCode::SUCCESS)
    }

    fn config(self) -> Config {
        let secure = self
            .public_url
            .as_ref()
            .is_some_and(|url| url.starts_with("https://"));
        Config {
            public_origin: self.public_url,
            secure,
            proxies: self.proxies,
        }
    }
}

/// The origin of a URL: scheme, host and port, as browsers send it.
fn origin(url: &str) -> Result<String, String> {
    let wrong = || "write it like https://baton.example, without a path".to_owned();
    let url: axum::http::Uri = url.trim_end_matches('/').parse().map_err(|_| wrong())?;
    match (url.scheme_str(), url.authority(), url.path()) {
        (Some(scheme @ ("http" | "https")), Some(host), "/" | "") => {
            Ok(format!("{scheme}://{host}").to_lowercase())
        }
        _ => Err(wrong()),
    }
}

async fn answer(listener: TcpListener, web: Web) -> anyhow::Result<()> {
    let stopping = web.stopping();
    let app: IntoMakeServiceWithConnectInfo<_, SocketAddr> =
        http::router(web).into_make_service_with_connect_info();
    let server = axum::serve(listener, app).with_graceful_shutdown({
        let stopping = stopping.clone();
        async move {
            asked_to_stop().await;
            stopping.cancel();
        }
    });
    tokio::select! {
        done = server => done.context("the server broke off"),
        () = async { stopping.cancelled().await; tokio::time::sleep(GRACE).await } => Ok(()),
    }
}

/// Ctrl-C, or what a service manager sends.
async fn asked_to_stop() {
    use tokio::signal::{ctrl_c, unix};
    let terminated = async {
        match unix::signal(unix::SignalKind::terminate()) {
            Ok(mut signal) => signal.recv().await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = ctrl_c() => {}
        _ = terminated => {}
    }
}

/// What time alone brings about: each part again every minute, whatever became of the others.
async fn tick(service: Service) {
    let mut every = tokio::time::interval(TICK);
    loop {
        every.tick().await;
        note(
            "opening due closings",
            engagements::open_due_closings(&service).await,
        );
        note(
            "forgetting sessions",
            access::purge_sessions(&service).await,
        );
        note("sweeping files", files::sweep(&service).await);
        note("looking at files", files::look_at_old(&service).await);
    }
}

fn note<T>(what: &str, result: service::Result<T>) {
    if let Err(error) = result {
        tracing::error!(%error, "{what} failed; tried again in a minute");
    }
}

#[cfg(test)]
mod tests {
    use super::origin;

    #[test]
    fn a_public_url_is_cut_to_its_origin() {
        assert_eq!(
            origin("https://Baton.example/").as_deref(),
            Ok("https://baton.example")
        );
        assert_eq!(
            origin("http://localhost:3000").as_deref(),
            Ok("http://localhost:3000")
        );
        for wrong in [
            "baton.example",
            "ftp://baton.example",
            "https://baton.example/app",
            "",
        ] {
            assert!(origin(wrong).is_err(), "{wrong}");
        }
    }
}
