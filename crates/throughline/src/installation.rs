//! An installation: a database, the keys of its access log and of what it stores sealed, and the pack it runs under.

use anyhow::{Context, Result};
use clap::Args;
use db::{Db, Tx};
use history::access::{AccessLog, ChainKey, Signer};
use office::{App, Clock, Keys, Pack};
use rights::{Act, Permit, Role, Who};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use words::Id;

/// Where an installation is.
#[derive(Args, Clone, Debug)]
pub struct Place {
    /// The folder of the installation: its keys, and its database unless --db names another
    #[arg(long, default_value = "throughline-data", env = "THROUGHLINE_DATA")]
    pub data: PathBuf,
    /// The database: sqlite:FILE or postgres://USER@HOST/NAME
    #[arg(long, env = "THROUGHLINE_DB")]
    pub db: Option<String>,
    /// A policy pack of your own instead of the European defaults
    #[arg(long, env = "THROUGHLINE_PACK")]
    pub pack: Option<PathBuf>,
    /// The file with the 32 bytes under which secrets are sealed in the database; made in the folder unless named here
    #[arg(long, env = "THROUGHLINE_KEY_FILE")]
    pub key_file: Option<PathBuf>,
}

impl Place {
    /// An installation in `data`, everything else as it comes.
    #[must_use]
    pub fn folder(data: PathBuf) -> Place {
        Place { data, db: None, pack: None, key_file: None }
    }

    /// Opens the installation, makes it when it is not there, and brings its schema up to date.
    ///
    /// # Errors
    /// When folder, key, pack or database cannot be used; the message says which and why.
    pub async fn open(&self, clock: Clock, synthetic: bool) -> Result<App> {
        fs::create_dir_all(&self.data).with_context(|| format!("the folder {} cannot be made", self.data.display()))?;
        let key = self.chain_key()?;
        let master = match &self.key_file {
            // A key that was named is never made: a name typed wrong would seal what nobody can open.
            Some(path) if !path.exists() => anyhow::bail!("the key file {} is not there", path.display()),
            Some(path) => self::key(path)?,
            None => self::key(&self.data.join("master.key"))?,
        };
        let pack = match &self.pack {
            Some(path) => Pack::open(path)?,
            None => Pack::eu_default()?,
        };
        let address = self.db.clone().unwrap_or_else(|| format!("sqlite:{}", self.data.join("throughline.db").display()));
        let db = Db::open(&address).await.context("the database cannot be opened")?;
        db.migrate().await.context("the schema cannot be brought up to date")?;
        let texts = Arc::new(web::Texts::load()?);
        let (log, keys) = (AccessLog::new(ChainKey::new(key), pack.watching.budget()), Keys::new(master));
        Ok(App { db, log, keys, front: Arc::default(), clock, pack: Arc::new(pack), texts, synthetic })
    }

    /// The key of the access log's chain; made when there is none yet.
    ///
    /// # Errors
    /// When it can neither be read nor made.
    pub fn chain_key(&self) -> Result<[u8; 32]> {
        key(&self.data.join("access.key"))
    }

    /// Who signs checkpoints of the access log; its key is made when there is none yet.
    ///
    /// # Errors
    /// When the key can neither be read nor made.
    pub fn signer(&self) -> Result<Signer> {
        Ok(Signer::new(&key(&self.data.join("checkpoint.key"))?)?)
    }

    /// The file in which the installation keeps its own checkpoints.
    #[must_use]
    pub fn checkpoints(&self) -> PathBuf {
        self.data.join("access.checkpoints")
    }
}

/// A key: read, or made of chance and readable by its owner alone.
fn key(path: &Path) -> Result<[u8; 32]> {
    if let Ok(bytes) = fs::read(path) {
        let length = bytes.len();
        return bytes.try_into().map_err(|_| anyhow::anyhow!("{} holds {length} bytes instead of 32: it is no key", path.display()));
    }
    let mut key = [0u8; 32];
    getrandom::fill(&mut key).map_err(|e| anyhow::anyhow!("the operating system gives no random numbers: {e}"))?;
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).with_context(|| format!("the key {} cannot be written", path.display()))?;
    file.write_all(&key).and_then(|()| file.sync_all()).with_context(|| format!("the key {} cannot be written", path.display()))?;
    Ok(key)
}

/// A permit for what the program does by itself or at the administrator's command line: it is logged like any other.
///
/// # Errors
/// When the access log cannot be written.
pub async fn own_permit(app: &App, act: Act, parts: &str) -> Result<Permit> {
    Ok(app.log.permit_to_read(&app.db, app.clock.now(), app.decide(&itself()?, act, None)?, parts).await?)
}

/// The same inside a transaction that writes what the permit is for.
///
/// # Errors
/// When the access log cannot be written.
pub async fn own_permit_in(app: &App, tx: &mut Tx, act: Act, parts: &str) -> Result<Permit> {
    Ok(app.log.permit(tx, app.clock.now(), app.decide(&itself()?, act, None)?, parts).await?)
}

/// The program itself, as the access log names it.
///
/// # Errors
/// Never; the id of sixteen zeros is one.
pub fn itself() -> Result<Who> {
    let user = Id::from_bytes(&[0; 16])?;
    Ok(Who { user, name: "Throughline".into(), role: Role::Administrator, organisation: String::new(), client: None })
}
