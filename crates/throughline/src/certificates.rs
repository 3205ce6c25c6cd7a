//! The certificate we show: read from PEM files, and read again when they change, so that a renewal needs no restart.

use anyhow::{Context, Result, bail};
use axum_server::tls_rustls::RustlsConfig;
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// How often the files are looked at.
const LOOK: Duration = Duration::from_secs(60);

/// A certificate with its key, in use.
pub struct Certificate {
    chain: PathBuf,
    key: PathBuf,
    /// What the files held when they were last read.
    read: [Vec<u8>; 2],
    config: RustlsConfig,
}

impl Certificate {
    /// Reads a certificate chain, our own certificate first, and its key.
    ///
    /// # Errors
    /// When a file cannot be read, holds something else, or the two do not belong together; the message says which.
    pub fn read(chain: PathBuf, key: PathBuf) -> Result<Certificate> {
        let read = [file(&chain)?, file(&key)?];
        let config = RustlsConfig::from_config(Arc::new(server(&read, &chain, &key)?));
        Ok(Certificate { chain, key, read, config })
    }

    /// What the listener uses; it follows later readings.
    #[must_use]
    pub fn config(&self) -> RustlsConfig {
        self.config.clone()
    }

    /// Looks at the files for as long as the program runs. What cannot be used is reported, and the old one goes on.
    pub async fn keep(mut self) {
        loop {
            tokio::time::sleep(LOOK).await;
            match self.read_again() {
                Ok(true) => tracing::info!("the certificate was renewed"),
                Ok(false) => {}
                Err(error) => tracing::error!("the certificate that is there now cannot be used: {error:#}"),
            }
        }
    }

    /// Reads the files again; says whether they had changed.
    ///
    /// # Errors
    /// As [`Certificate::read`]; then the old certificate stays in use.
    pub fn read_again(&mut self) -> Result<bool> {
        let read = [file(&self.chain)?, file(&self.key)?];
        if read == self.read {
            return Ok(false);
        }
        self.config.reload_from_config(Arc::new(server(&read, &self.chain, &self.key)?));
        self.read = read;
        Ok(true)
    }
}

fn file(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// TLS 1.2 and 1.3 with the suites rustls holds safe; all of them have forward secrecy.
fn server([chain, key]: &[Vec<u8>; 2], chain_path: &Path, key_path: &Path) -> Result<ServerConfig> {
    let certificates: Vec<CertificateDer<'static>> = CertificateDer::pem_slice_iter(chain)
        .collect::<Result<_, _>>()
        .with_context(|| format!("{} is no PEM file of certificates", chain_path.display()))?;
    if certificates.is_empty() {
        bail!("{} holds no certificate", chain_path.display());
    }
    let key = PrivateKeyDer::from_pem_slice(key).with_context(|| format!("{} holds no private key as PEM", key_path.display()))?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(certificates, key)
        .with_context(|| format!("{} and {} do not belong together", chain_path.display(), key_path.display()))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}
