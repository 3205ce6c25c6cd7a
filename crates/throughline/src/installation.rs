//! An installation: a database, the keys of its access log and of what it stores sealed, and the pack it runs under.

use anyhow::{Context, Result};
use clap::Args;
use db::{Db, Tx};
use history::access::{AccessLog, ChainKey, Signer};
use history::keys;
use office::{App, Clock, Masters, Pack};
use rights::{Act, Permit, Role, Who};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
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
    /// The file with the 32 bytes of the master key, under which everything personal is sealed; made in the folder unless named here
    #[arg(long, env = "THROUGHLINE_KEY_FILE")]
    pub key_file: Option<PathBuf>,
    /// A command that prints the master key as 64 hexadecimal digits, instead of a file; several, the current one first, by blanks
    #[arg(long, env = "THROUGHLINE_KEY_COMMAND", conflicts_with = "key_file")]
    pub key_command: Option<String>,
}

impl Place {
    /// An installation in `data`, everything else as it comes.
    #[must_use]
    pub fn folder(data: PathBuf) -> Place {
        Place { data, db: None, pack: None, key_file: None, key_command: None }
    }

    /// Opens the installation, makes it when it is not there, and brings its schema up to date.
    ///
    /// # Errors
    /// When folder, key, pack or database cannot be used; the message says which and why.
    pub async fn open(&self, clock: Clock, synthetic: bool) -> Result<App> {
        fs::create_dir_all(&self.data).with_context(|| format!("the folder {} cannot be made", self.data.display()))?;
        let key = self.chain_key()?;
        let masters = Masters::new(&self.read_masters(true)?);
        // Whatever runs longer than a rotation, an import or a linking too, wraps under the key in force.
        tokio::spawn(keep_masters(masters.clone(), self.clone()));
        let pack = match &self.pack {
            Some(path) => Pack::open(path)?,
            None => Pack::eu_default()?,
        };
        let address = self.db.clone().unwrap_or_else(|| format!("sqlite:{}", self.data.join("throughline.db").display()));
        let db = Db::open(&address).await.context("the database cannot be opened")?.with_masters(masters);
        db.migrate().await.context("the schema cannot be brought up to date")?;
        let texts = Arc::new(web::Texts::load()?);
        let mut tx = db.write().await?;
        let keys = keys::own(&mut tx).await.context("the master key does not open this database")?;
        tx.commit().await?;
        let log = AccessLog::new(ChainKey::new(key), pack.watching.budget());
        Ok(App { db, log, keys, front: Arc::default(), clock, pack: Arc::new(pack), texts, synthetic })
    }

    /// The master keys, the current one first: of the command, of the environment (THROUGHLINE_MASTER_KEY), or of the key file and what stands
    /// beside it while one key follows another.
    ///
    /// # Errors
    /// When they cannot be had.
    pub fn masters(&self) -> Result<Vec<[u8; 32]>> {
        self.read_masters(false)
    }

    /// The same; with `make`, a key is made in the installation's folder when there is none yet.
    fn read_masters(&self, make: bool) -> Result<Vec<[u8; 32]>> {
        let given = match &self.key_command {
            Some(command) => Some(printed(command)?),
            None => std::env::var("THROUGHLINE_MASTER_KEY").ok(),
        };
        if let Some(given) = given {
            let keys: Option<Vec<[u8; 32]>> = given.split_whitespace().map(from_hex).collect();
            return keys.filter(|keys| !keys.is_empty()).context("a master key is 64 hexadecimal digits; what was given is not");
        }
        let path = self.key_path();
        // A key that was named is never made: a name typed wrong would seal what nobody can open.
        if self.key_file.is_some() && !path.exists() {
            anyhow::bail!("the key file {} is not there", path.display());
        }
        // The current one first and last: a key that takes another's place between two readings is then still read in one of them, and the
        // last reading says which one is in force. What stands beside it is never made here, and may be gone a moment later.
        let first = read_key(&path)?;
        let mut beside = Vec::with_capacity(4);
        for word in [MASTER_NEXT, MASTER_OLD, MASTER_FORMER] {
            beside.extend(read_key(&path.with_extension(word))?);
        }
        let current = if make { key(&path)? } else { read_key(&path)?.with_context(|| format!("the key file {} is not there", path.display()))? };
        let mut masters = vec![current];
        for key in beside.into_iter().chain(first) {
            if !masters.contains(&key) {
                masters.push(key);
            }
        }
        Ok(masters)
    }

    /// Where the master key's file is.
    #[must_use]
    pub fn key_path(&self) -> PathBuf {
        self.key_file.clone().unwrap_or_else(|| self.data.join("master.key"))
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

/// How the file of the key that is to follow ends, and of the one that was followed.
pub const MASTER_NEXT: &str = "next-key";
/// See [`MASTER_NEXT`].
pub const MASTER_OLD: &str = "old-key";
/// How the file of the key ends that nothing is wrapped under any more. It still opens, until the next rotation, for whoever learnt of that one late.
pub const MASTER_FORMER: &str = "former-key";
/// How often a running program looks whether the master keys have changed.
const LOOK: Duration = Duration::from_secs(5);

/// Learns of new master keys for as long as the program runs.
async fn keep_masters(masters: Masters, place: Place) {
    // A command is asked once, when the program starts.
    if place.key_command.is_some() {
        return;
    }
    loop {
        tokio::time::sleep(LOOK).await;
        match place.masters() {
            Ok(keys) => masters.learn(&keys),
            Err(error) => tracing::error!(%error, "the master key cannot be read; going on with the one that is known"),
        }
    }
}

/// What a command prints.
fn printed(command: &str) -> Result<String> {
    let output = std::process::Command::new("sh").args(["-c", command]).output().context("the key command cannot be run")?;
    // What it printed is a secret: it stands in no message.
    anyhow::ensure!(output.status.success(), "the key command failed ({})", output.status);
    String::from_utf8(output.stdout).context("the key command printed something that is no text")
}

/// The 32 bytes behind 64 hexadecimal digits.
pub(crate) fn from_hex(text: &str) -> Option<[u8; 32]> {
    let bytes = text.as_bytes();
    let digits: Option<Vec<u8>> = bytes.chunks(2).map(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok()).collect();
    (bytes.len() == 64).then_some(())?;
    digits?.try_into().ok()
}

/// The key in a file; none when there is no file.
pub(crate) fn read_key(path: &Path) -> Result<Option<[u8; 32]>> {
    match fs::read(path) {
        Ok(bytes) => {
            let length = bytes.len();
            let key = bytes.try_into().map_err(|_| anyhow::anyhow!("{} holds {length} bytes instead of 32: it is no key", path.display()))?;
            Ok(Some(key))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("the key {} cannot be read", path.display())),
    }
}

/// A key: read, or made of chance and readable by its owner alone.
pub(crate) fn key(path: &Path) -> Result<[u8; 32]> {
    if let Some(key) = read_key(path)? {
        return Ok(key);
    }
    let key = db::chance();
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
