//! Through the TLS listener: what a browser sees of it, and what is refused.

use crate::town::Town;
use office::Front;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned, SupportedProtocolVersion};
use std::io::{Read, Write};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use throughline::certificates::Certificate;

/// Writes a certificate for `localhost` with its key; gives the certificate as PEM.
pub fn certify(folder: &Path) -> String {
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    std::fs::write(folder.join("tls.pem"), made.cert.pem()).unwrap();
    std::fs::write(folder.join("tls.key"), made.signing_key.serialize_pem()).unwrap();
    made.cert.pem()
}

/// One request over TLS, by somebody who trusts this certificate alone.
fn ask(address: SocketAddr, trusted: &str, versions: &[&'static SupportedProtocolVersion], request: &str) -> std::io::Result<String> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(trusted.as_bytes()).unwrap()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_protocol_versions(versions).unwrap();
    let config = config.with_root_certificates(roots).with_no_client_auth();
    let connection = ClientConnection::new(Arc::new(config), ServerName::try_from("localhost").unwrap()).unwrap();
    let mut stream = StreamOwned::new(connection, std::net::TcpStream::connect(address)?);
    stream.write_all(request.as_bytes())?;
    let mut answer = Vec::new();
    // The server may close without a farewell of TLS once it has answered.
    let _ = stream.read_to_end(&mut answer);
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

async fn asked(address: SocketAddr, trusted: &str, request: &'static str) -> std::io::Result<String> {
    let trusted = trusted.to_owned();
    tokio::task::spawn_blocking(move || ask(address, &trusted, rustls::ALL_VERSIONS, request)).await.unwrap()
}

const SIGN_IN: &str = "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_program_speaks_tls_and_says_to_come_no_other_way() {
    let town = Town::empty(db::testing::sqlite().await).await;
    let folder = tempfile::tempdir().unwrap();
    let trusted = certify(folder.path());
    let mut certificate = Certificate::read(folder.path().join("tls.pem"), folder.path().join("tls.key")).unwrap();
    let mut app = town.app.clone();
    app.front = Arc::new(Front { tls: true, ..Front::default() });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    // The test keeps a reading of its own of the same files, for the renewal below.
    let shared = certificate.config();
    let service = throughline::routes::service(&app).into_make_service_with_connect_info::<SocketAddr>();
    let server = axum_server::from_tcp_rustls(listener.into_std().unwrap(), shared).unwrap().serve(service);
    let server = tokio::spawn(server);

    let page = asked(address, &trusted, SIGN_IN).await.unwrap();
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("strict-transport-security: max-age=31536000"), "{page}");
    let language = "POST /language HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 11\r\nConnection: close\r\n\r\nlanguage=ar";
    let answer = asked(address, &trusted, language).await.unwrap();
    assert!(answer.contains("language=ar") && answer.contains("; Secure"), "{answer}");

    let plain = tokio::task::spawn_blocking(move || {
        let mut stream = std::net::TcpStream::connect(address).unwrap();
        stream.write_all(SIGN_IN.as_bytes()).unwrap();
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    });
    assert!(!plain.await.unwrap().contains("HTTP/1.1 200"), "what is not TLS is not answered");

    assert!(!certificate.read_again().unwrap(), "nothing has changed");
    std::fs::write(folder.path().join("tls.key"), "not a key").unwrap();
    assert!(certificate.read_again().is_err());
    asked(address, &trusted, SIGN_IN).await.unwrap();
    let renewed = certify(folder.path());
    assert!(certificate.read_again().unwrap());
    assert!(asked(address, &renewed, SIGN_IN).await.unwrap().starts_with("HTTP/1.1 200"));
    assert!(asked(address, &trusted, SIGN_IN).await.is_err(), "the old certificate is shown to nobody");
    server.abort();
}

#[test]
fn a_certificate_that_cannot_be_used_is_named() {
    let folder = tempfile::tempdir().unwrap();
    certify(folder.path());
    let (chain, key) = (folder.path().join("tls.pem"), folder.path().join("tls.key"));
    let says = |chain: &Path, key: &Path| format!("{:#}", Certificate::read(chain.to_owned(), key.to_owned()).err().unwrap());
    assert!(says(&folder.path().join("none.pem"), &key).contains("none.pem cannot be read"));
    assert!(says(&key, &key).contains("holds no certificate"));
    assert!(says(&chain, &chain).contains("holds no private key"));
    let other = tempfile::tempdir().unwrap();
    certify(other.path());
    assert!(says(&chain, &other.path().join("tls.key")).contains("do not belong together"));
}

#[test]
fn nothing_but_this_machine_is_served_unencrypted() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_throughline"));
    let output = command.args(["serve", "--listen", "0.0.0.0:0", "--data"]).arg(folder.path().join("data")).output().unwrap();
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("--certificate") && said.contains("--behind-proxy"), "{said}");
    assert!(!folder.path().join("data").exists(), "and nothing was made");
}
