//! One exchange between two partners, and its key.

use crate::installation::from_hex;
use anyhow::{Context, Result, bail};
use db::chance;
use linkage::encoding::{Secret, VERSION};
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::Write;
use std::path::Path;
use words::Date;

/// What stands at the head of every file of an exchange.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Exchange {
    /// A random name: files of two exchanges are never mixed.
    pub name: String,
    /// How encodings are made; both sides must do it alike.
    pub version: u32,
    /// Who holds the client register.
    pub ours: String,
    /// Who asks.
    pub theirs: String,
    /// The legal ground.
    pub ground: String,
    /// The last day the key may be used.
    pub expires: Date,
}

impl Exchange {
    /// Refuses an exchange that is over, or of another version.
    pub fn must_be_open(&self, today: Date) -> Result<()> {
        if self.version != VERSION {
            bail!("this exchange was made with version {} of encodings, and this program makes version {VERSION}: use the same program on both sides", self.version);
        }
        if today > self.expires {
            bail!("the key of this exchange expired on {}: make a new one with `throughline encode key`", self.expires);
        }
        Ok(())
    }

    /// What the access log says of each client the partner learns of.
    pub fn told(&self) -> String {
        format!("{} learns that this is a client; ground: {}; exchange {}", self.theirs, self.ground, self.name)
    }
}

/// The key of an exchange. Its file is secret and is destroyed with the exchange.
#[derive(Serialize, Deserialize)]
pub(crate) struct Key {
    /// What it is for.
    #[serde(flatten)]
    pub exchange: Exchange,
    /// 256 random bits in hexadecimal.
    secret: String,
}

impl Key {
    /// A fresh key.
    pub fn fresh(ours: &str, theirs: &str, ground: &str, expires: Date) -> Result<Key> {
        for (what, text) in [("name of our side", ours), ("name of their side", theirs), ("legal ground", ground)] {
            if text.trim().is_empty() || text.chars().any(char::is_control) {
                bail!("the {what} must be one line of text");
            }
        }
        let name = hex(chance::<32>().get(..8).unwrap_or_default());
        let exchange = Exchange { name, version: VERSION, ours: ours.into(), theirs: theirs.into(), ground: ground.into(), expires };
        Ok(Key { exchange, secret: hex(&chance::<32>()) })
    }

    /// Reads a key file.
    pub fn read(path: &Path) -> Result<Key> {
        let text = fs::read_to_string(path).with_context(|| format!("the key {} cannot be read", path.display()))?;
        let key: Key = toml::from_str(&text).with_context(|| format!("{} is no key of an exchange", path.display()))?;
        if key.bytes().is_none() {
            bail!("{} is no key of an exchange: its secret is not 64 hexadecimal digits", path.display());
        }
        Ok(key)
    }

    /// Writes the key, readable by its owner alone; never over another file.
    pub fn write(&self, path: &Path) -> Result<()> {
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(path).with_context(|| format!("the key {} cannot be written", path.display()))?;
        file.write_all(toml::to_string(self)?.as_bytes()).and_then(|()| file.sync_all())?;
        Ok(())
    }

    /// The secret for encoding.
    pub fn secret(&self) -> Secret {
        Secret::new(&self.bytes().unwrap_or_default(), &self.exchange.name)
    }

    fn bytes(&self) -> Option<[u8; 32]> {
        from_hex(&self.secret)
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_key_is_read_as_it_was_written_and_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        let key = Key::fresh("Service", "Clinic", "art. 6(1)(e)", day("2026-12-01")).unwrap();
        key.write(&path).unwrap();
        let again = Key::read(&path).unwrap();
        assert_eq!((again.exchange, again.secret), (key.exchange.clone(), key.secret.clone()));
        assert!(key.write(&path).is_err());
    }

    #[test]
    fn an_expired_key_is_refused_in_words() {
        let exchange = Key::fresh("Service", "Clinic", "law", day("2026-12-01")).unwrap().exchange;
        assert!(exchange.must_be_open(day("2026-12-01")).is_ok());
        let refusal = exchange.must_be_open(day("2026-12-02")).unwrap_err().to_string();
        assert!(refusal.contains("expired on 2026-12-01"), "{refusal}");
    }

    #[test]
    fn without_a_ground_there_is_no_key() {
        assert!(Key::fresh("Service", "Clinic", " ", day("2026-12-01")).is_err());
        assert!(Key::fresh("Service", "Clinic", "a\nb", day("2026-12-01")).is_err());
    }
}
