//! `throughline serve`: answers the network, looks after the schedules, and stops cleanly.

use crate::installation::{Place, own_permit};
use crate::{audit, routes, schedule};
use anyhow::{Context, Result, bail};
use clap::Args;
use office::{App, Clock};
use rights::Act;
use std::net::SocketAddr;
use std::path::PathBuf;
use tokio::net::TcpListener;

/// Options of `serve`.
#[derive(Args, Debug)]
pub struct Options {
    #[command(flatten)]
    place: Place,
    /// Where to listen
    #[arg(long, default_value = "127.0.0.1:8080", env = "THROUGHLINE_LISTEN")]
    listen: SocketAddr,
    /// A proxy before this program speaks TLS: listen on more than this machine
    #[arg(long)]
    behind_tls_proxy: bool,
    /// A file, such as one on another organisation's disk, to which signed checkpoints of the access log are added every minute
    #[arg(long, env = "THROUGHLINE_CHECKPOINTS")]
    checkpoints: Option<PathBuf>,
}

/// Runs the command.
///
/// # Errors
/// When the installation cannot be opened or the address not be listened on.
pub async fn run(options: Options) -> Result<()> {
    if !options.listen.ip().is_loopback() && !options.behind_tls_proxy {
        bail!("{} can be reached from other machines, and this program does not speak TLS itself: put a proxy before it and \
               add --behind-tls-proxy, or listen on 127.0.0.1", options.listen);
    }
    let app = options.place.open(Clock::machine(), false).await?;
    let listener = TcpListener::bind(options.listen).await.with_context(|| format!("{} is taken", options.listen))?;
    let files = std::iter::once(options.place.checkpoints()).chain(options.checkpoints).collect();
    tokio::spawn(audit::keep_checkpoints(app.clone(), options.place.signer()?, files));
    println!("Serving on http://{}   stop with Ctrl+C", listener.local_addr()?);
    answer(app, listener).await
}

/// Answers until somebody stops the program; requests under way are finished first.
///
/// # Errors
/// When the network fails.
pub async fn answer(app: App, listener: TcpListener) -> Result<()> {
    link_what_was_left(&app).await?;
    let service = routes::service(&app);
    let schedules = tokio::spawn(schedule::keep(app.clone()));
    axum::serve(listener, service).with_graceful_shutdown(stopped()).await?;
    schedules.abort();
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
