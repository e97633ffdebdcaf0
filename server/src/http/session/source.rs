//! Where a request comes from in the network, for limiting attempts to sign in.

use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, HeaderName},
    middleware::Next,
    response::Response,
};
use std::net::{IpAddr, SocketAddr};

use crate::http::state::Web;

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The network address of the client. IPv6 is cut to its /64, which is one household's or machine's to fill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source(pub String);

/// Notes the source of the request. A header is believed only where the peer is a proxy that the set-up names.
pub async fn note_source(State(web): State<Web>, mut request: Request, next: Next) -> Response {
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map(|peer| peer.0.ip());
    let source = peer.map(|peer| Source::of(peer, &web.config().proxies, request.headers()));
    request
        .extensions_mut()
        .insert(source.unwrap_or(Source("unknown".to_owned())));
    next.run(request).await
}

impl Source {
    fn of(peer: IpAddr, proxies: &[IpAddr], headers: &HeaderMap) -> Self {
        let client = if proxies.contains(&peer) {
            last_forwarded(headers)
        } else {
            None
        };
        Self(network(client.unwrap_or(peer)))
    }
}

/// The address that the proxy itself saw: the last one; those before it are the client's own words.
fn last_forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let last = headers.get_all(X_FORWARDED_FOR).into_iter().next_back()?;
    last.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
}

fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_counts_only_from_a_named_proxy() {
        let proxy: IpAddr = "10.0.0.1".parse().unwrap();
        let headers =
            HeaderMap::from_iter([(X_FORWARDED_FOR, "6.6.6.6, 9.9.9.9".parse().unwrap())]);
        assert_eq!(Source::of(proxy, &[], &headers).0, "10.0.0.1");
        assert_eq!(Source::of(proxy, &[proxy], &headers).0, "9.9.9.9");
        assert_eq!(Source::of(proxy, &[proxy], &HeaderMap::new()).0, "10.0.0.1");
    }

    #[test]
    fn neighbours_in_an_ipv6_network_are_one_source() {
        let of = |text: &str| Source::of(text.parse().unwrap(), &[], &HeaderMap::new()).0;
        assert_eq!(of("2001:db8:1:2::7"), of("2001:db8:1:2:ffff::1"));
        assert_ne!(of("2001:db8:1:2::7"), of("2001:db8:1:3::7"));
        assert_eq!(of("::ffff:192.0.2.1"), "192.0.2.1");
    }
}
