//! How a request reaches us: over TLS, through a proxy that speaks TLS, or from this machine alone; and from whom it is.
//!
//! What a proxy says about a request (`X-Forwarded-For`, `X-Forwarded-Proto`) is believed of the declared proxies alone:
//! from anybody else it is what the sender would like us to believe.

use crate::App;
use crate::single_sign_on::Provider;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{Extensions, HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

/// How this installation is reached.
#[derive(Clone, Debug, Default)]
pub struct Front {
    /// We speak TLS ourselves.
    pub tls: bool,
    /// The proxies before us that speak TLS; nobody else may reach us then.
    pub proxies: Vec<IpAddr>,
    /// The address people know this installation by, such as `https://throughline.example`: passkeys answer to it alone.
    /// None where it is not known; then there are no passkeys.
    pub address: Option<String>,
    /// By whom people may come in who sign in elsewhere already.
    pub single_sign_on: Option<Arc<Provider>>,
}

impl Front {
    /// Whether everything between the browser and us is encrypted: cookies then go no other way.
    #[must_use]
    pub fn secure(&self) -> bool {
        self.tls || !self.proxies.is_empty()
    }

    /// Where a request comes from, as far as we can know: the peer, or whom a declared proxy names. The address of a
    /// home or an office: of IPv6 the first 64 bits, since one subscriber has all that follow.
    #[must_use]
    pub fn source(&self, peer: Option<IpAddr>, headers: &HeaderMap) -> String {
        let Some(peer) = peer else { return "this machine".to_owned() };
        let mut found = peer.to_canonical();
        if self.is_proxy(peer) {
            let named = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok()).flat_map(|line| line.split(','));
            let named: Vec<Option<IpAddr>> = named.map(address).collect();
            // Read from our side: what stands left of the first stranger was written by that stranger.
            let stranger = named.into_iter().rev().map_while(|address| address).find(|address| !self.is_proxy(*address));
            found = stranger.map_or(found, |address| address.to_canonical());
        }
        match found {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
            }
        }
    }

    fn is_proxy(&self, address: IpAddr) -> bool {
        self.proxies.iter().any(|proxy| proxy.to_canonical() == address.to_canonical())
    }
}

/// An address as proxies write it: bare, or with the port it came from.
fn address(part: &str) -> Option<IpAddr> {
    let part = part.trim();
    let bare = part.parse().or_else(|_| part.trim_start_matches('[').trim_end_matches(']').parse());
    bare.ok().or_else(|| part.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

/// The address of the other end of the connection.
pub(crate) fn peer(extensions: &Extensions) -> Option<IpAddr> {
    extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(address)| address.ip())
}

/// Stands before every route: where proxies are declared nobody comes past them, nobody comes without TLS, and over TLS
/// the browser is told never to come otherwise.
pub async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    let front = &app.front;
    if !front.proxies.is_empty() {
        if peer(request.extensions()).is_some_and(|peer| !front.is_proxy(peer)) {
            return (StatusCode::FORBIDDEN, "Come through the proxy of this installation: https://\n").into_response();
        }
        if let Some(elsewhere) = unencrypted(&request) {
            return elsewhere;
        }
    }
    let secure = front.secure();
    let mut response = next.run(request).await;
    if secure {
        let year = HeaderValue::from_static("max-age=31536000");
        response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    response
}

/// The answer to a request that the proxy received without TLS.
fn unencrypted(request: &Request) -> Option<Response> {
    let text = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    if text("x-forwarded-proto").is_none_or(|scheme| scheme.eq_ignore_ascii_case("https")) {
        return None;
    }
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    Some(match text("host") {
        Some(host) => Redirect::permanent(&format!("https://{host}{path}")).into_response(),
        None => StatusCode::FORBIDDEN.into_response(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(front: &Front, peer: &str, forwarded: &str) -> String {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", HeaderValue::from_str(forwarded).unwrap());
        front.source(Some(peer.parse().unwrap()), &headers)
    }

    #[test]
    fn only_a_declared_proxy_is_believed() {
        let behind = Front { proxies: vec!["10.0.0.1".parse().unwrap(), "10.0.0.2".parse().unwrap()], ..Front::default() };
        assert_eq!(source(&behind, "10.0.0.1", "198.51.100.7"), "198.51.100.7");
        assert_eq!(source(&behind, "::ffff:10.0.0.1", "198.51.100.7"), "198.51.100.7");
        assert_eq!(source(&behind, "10.0.0.1", "203.0.113.9, 198.51.100.7, 10.0.0.2"), "198.51.100.7", "what the sender wrote is not believed");
        assert_eq!(source(&behind, "10.0.0.1", "203.0.113.9, rubbish"), "10.0.0.1");
        assert_eq!(source(&behind, "10.0.0.1", "203.0.113.9:80, 198.51.100.7:51234"), "198.51.100.7", "some proxies name the port");
        assert_eq!(source(&behind, "10.0.0.1", "[2001:db8:1:2::1]:51234"), "2001:db8:1:2::/64");
        assert_eq!(source(&behind, "192.0.2.1", "198.51.100.7"), "192.0.2.1");
        assert_eq!(source(&Front::default(), "127.0.0.1", "198.51.100.7"), "127.0.0.1");
    }

    #[test]
    fn of_ipv6_a_whole_subscriber_counts_as_one() {
        let front = Front::default();
        assert_eq!(source(&front, "2001:db8:1:2:aaaa::1", ""), source(&front, "2001:db8:1:2:bbbb::2", ""));
        assert_ne!(source(&front, "2001:db8:1:2::1", ""), source(&front, "2001:db8:1:3::1", ""));
    }
}
