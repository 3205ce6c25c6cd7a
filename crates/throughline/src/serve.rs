//! `throughline serve`: answers the network, looks after the schedules, and stops cleanly.

use crate::audit::sending::Sender;
use crate::certificates::Certificate;
use crate::installation::{Place, own_permit};
use crate::{audit, keys, routes, schedule, watch};
use anyhow::{Context, Result, bail};
use clap::Args;
use office::single_sign_on::Provider;
use office::{App, Clock, Front, users};
use rights::Act;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;

/// Options of `serve`.
#[derive(Args, Debug)]
pub struct Options {
    #[command(flatten)]
    place: Place,
    /// Where to listen
    #[arg(long, default_value = "127.0.0.1:8080", env = "THROUGHLINE_LISTEN")]
    listen: SocketAddr,
    /// Speak TLS with the certificates in this PEM file, our own first; read again when it changes
    #[arg(long, requires = "certificate_key", env = "THROUGHLINE_CERTIFICATE")]
    certificate: Option<PathBuf>,
    /// The key of the certificate, as PEM
    #[arg(long, requires = "certificate", env = "THROUGHLINE_CERTIFICATE_KEY")]
    certificate_key: Option<PathBuf>,
    /// The address of a proxy before this program that speaks TLS: nobody else may come then
    #[arg(long, value_delimiter = ',', conflicts_with = "certificate", env = "THROUGHLINE_BEHIND_PROXY")]
    behind_proxy: Vec<IpAddr>,
    /// The address people know this installation by, such as https://throughline.example: passkeys answer to it alone
    #[arg(long, env = "THROUGHLINE_ADDRESS")]
    address: Option<String>,
    /// People may come in by single sign-on: the file that names the provider (OpenID Connect); needs an address to come back to
    #[arg(long, env = "THROUGHLINE_SINGLE_SIGN_ON")]
    single_sign_on: Option<PathBuf>,
    /// A file, such as one on another organisation's disk, to which signed checkpoints of the access log are added every minute
    #[arg(long, env = "THROUGHLINE_CHECKPOINTS")]
    checkpoints: Option<PathBuf>,
    /// The address of another organisation that runs `throughline audit receive`: signed checkpoints are sent there every minute
    #[arg(long, env = "THROUGHLINE_CHECKPOINTS_TO")]
    checkpoints_to: Option<String>,
}

/// Runs the command.
///
/// # Errors
/// When the installation cannot be opened, the address not be listened on, or the certificate not be used.
pub async fn run(options: Options) -> Result<()> {
    let files = options.certificate.zip(options.certificate_key);
    if !options.listen.ip().is_loopback() && files.is_none() && options.behind_proxy.is_empty() {
        bail!("{} can be reached from other machines, and nothing would be encrypted on the way: name a --certificate and a \
               --certificate-key, or put a proxy that speaks TLS before this program and name its address with --behind-proxy, \
               or listen on 127.0.0.1", options.listen);
    }
    let single_sign_on = options.single_sign_on.as_deref().map(Provider::read).transpose()?.map(Arc::new);
    let certificate = files.map(|(chain, key)| Certificate::read(chain, key)).transpose()?;
    let mut app = options.place.open(Clock::machine(), false).await?;
    let listener = TcpListener::bind(options.listen).await.with_context(|| format!("{} is taken", options.listen))?;
    if let Some(to) = &options.checkpoints_to {
        tokio::spawn(audit::sending::keep(Sender::new(to, options.place.checkpoints(), options.place.signer()?.verifier())?));
    }
    let files = std::iter::once(options.place.checkpoints()).chain(options.checkpoints).collect();
    tokio::spawn(audit::keep_checkpoints(app.clone(), options.place.signer()?, files));
    tokio::spawn(keys::keep(app.clone()));
    let known = options.address.or_else(|| this_machine(&listener).filter(|_| certificate.is_none() && options.behind_proxy.is_empty()));
    app.front = Arc::new(Front { tls: certificate.is_some(), proxies: options.behind_proxy, address: known, single_sign_on });
    let address = format!("{}://{}", if certificate.is_some() { "https" } else { "http" }, listener.local_addr()?);
    println!("Serving on {address}   stop with Ctrl+C");
    if let Some((sign_in, link)) = users::first_link(&app).await? {
        println!("\nNobody can come in yet. The first administrator, “{sign_in}”, comes in once within three days through\n  {address}/enter/{}\n", link.secret());
    }
    match certificate {
        Some(certificate) => answer_tls(app, listener, certificate).await,
        None => answer(app, listener).await,
    }
}

/// The address by which a browser on this machine comes to us. Passkeys need a name, and this is the only one without TLS.
#[must_use]
pub fn this_machine(listener: &TcpListener) -> Option<String> {
    listener.local_addr().ok().map(|address| format!("http://localhost:{}", address.port()))
}

/// Answers until somebody stops the program; requests under way are finished first.
///
/// # Errors
/// When the network fails.
pub async fn answer(app: App, listener: TcpListener) -> Result<()> {
    link_what_was_left(&app).await?;
    let service = routes::service(&app).into_make_service_with_connect_info::<SocketAddr>();
    let schedules = tokio::spawn(schedule::keep(app.clone()));
    let watching = tokio::spawn(watch::keep(app.clone()));
    axum::serve(listener, service).with_graceful_shutdown(stopped()).await?;
    schedules.abort();
    watching.abort();
    app.db.close().await;
    Ok(())
}

/// The same over TLS.
///
/// # Errors
/// When the network fails.
pub async fn answer_tls(app: App, listener: TcpListener, certificate: Certificate) -> Result<()> {
    link_what_was_left(&app).await?;
    let service = routes::service(&app).into_make_service_with_connect_info::<SocketAddr>();
    let schedules = tokio::spawn(schedule::keep(app.clone()));
    let watching = tokio::spawn(watch::keep(app.clone()));
    let handle = axum_server::Handle::new();
    let stopping = handle.clone();
    tokio::spawn(async move {
        stopped().await;
        stopping.graceful_shutdown(Some(Duration::from_secs(10)));
    });
    let config = certificate.config();
    let renewals = tokio::spawn(certificate.keep());
    axum_server::from_tcp_rustls(listener.into_std()?, config)?.handle(handle).serve(service).await?;
    renewals.abort();
    schedules.abort();
    watching.abort();
    app.db.close().await;
    Ok(())
}

/// Links records that came in just before the program was stopped: until they are linked nobody finds them.
async fn link_what_was_left(app: &App) -> Result<()> {
    let permit = own_permit(app, Act::RunFeed, "linking what was left").await?;
    people::links::link_as_due(app, &permit, |_, _| {}).await?;
    Ok(())
}

/// Waits for Ctrl+C, or for the service manager's request to stop.
async fn stopped() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let Ok(mut terminate) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
            let _ = interrupt.await;
            return;
        };
        tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
    }
    #[cfg(not(unix))]
    let _ = interrupt.await;
}
