//! Sending our checkpoints to a second organisation over the network. What the installation keeps itself is what waits to be sent: a file
//! beside it says up to where they have it, so nothing is lost while they cannot be reached, and at worst a checkpoint is sent twice.

use super::EVERY;
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(20);
/// So many bytes of checkpoints go at once; one has about two hundred.
const AT_ONCE: usize = 200_000;

/// Where to send, and what.
#[derive(Clone, Debug)]
pub struct Sender {
    to: String,
    kept: PathBuf,
    http: reqwest::Client,
}

impl Sender {
    /// Sends what stands in the file `kept` to the address `to`.
    ///
    /// # Errors
    /// When the address is neither https nor on this machine.
    pub fn new(to: &str, kept: PathBuf) -> Result<Sender> {
        let here = ["http://localhost", "http://127.0.0.1", "http://[::1]"].iter().any(|here| {
            to.strip_prefix(here).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
        });
        ensure!(to.starts_with("https://") || here, "--checkpoints-to {to}: write an address that begins with https");
        // A second call changes nothing: the certificates of the server use the same.
        drop(rustls::crypto::ring::default_provider().install_default());
        let http = reqwest::Client::builder().timeout(PATIENCE).redirect(reqwest::redirect::Policy::none()).build()?;
        Ok(Sender { to: to.to_owned(), kept, http })
    }

    /// Sends what they do not have yet. Gives how many bytes.
    ///
    /// # Errors
    /// When they cannot be reached, or refuse: the message has what they said.
    pub async fn send(&self) -> Result<usize> {
        let (mut sent, mut all) = (0, self.waiting()?);
        while !all.is_empty() {
            let part = whole_notes(&all);
            let answer = self.http.post(&self.to).body(part.to_owned()).send().await;
            let answer = answer.with_context(|| format!("{} cannot be reached", self.to))?;
            let status = answer.status();
            if !status.is_success() {
                let said = answer.text().await.unwrap_or_default();
                bail!("{} does not take our checkpoints ({status}): {}", self.to, said.trim());
            }
            let length = part.len();
            self.remember(length)?;
            sent += length;
            all.drain(..length);
        }
        Ok(sent)
    }

    /// What they do not have yet. A file that is shorter than what was sent is another one: all of it is sent.
    fn waiting(&self) -> Result<String> {
        let bytes = match fs::read(&self.kept) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
            other => other.with_context(|| format!("{} cannot be read", self.kept.display()))?,
        };
        let from = self.sent();
        let rest = bytes.get(from..).unwrap_or(&bytes);
        Ok(String::from_utf8_lossy(rest).into_owned())
    }

    fn sent(&self) -> usize {
        fs::read_to_string(self.mark()).ok().and_then(|text| text.trim().parse().ok()).unwrap_or(0)
    }

    fn remember(&self, more: usize) -> Result<()> {
        let length = fs::metadata(&self.kept).map_or(0, |kept| usize::try_from(kept.len()).unwrap_or(usize::MAX));
        let from = Some(self.sent()).filter(|sent| *sent <= length).unwrap_or(0);
        let (mark, next) = (self.mark(), self.mark().with_extension("sent-next"));
        let write = || {
            let mut file = fs::File::create(&next)?;
            writeln!(file, "{}", from + more)?;
            file.sync_all()?;
            fs::rename(&next, &mark)
        };
        write().with_context(|| format!("{} cannot be written", mark.display()))
    }

    fn mark(&self) -> PathBuf {
        with_more(&self.kept, ".sent")
    }
}

/// The same path with more at its end.
pub(super) fn with_more(path: &Path, more: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(more);
    PathBuf::from(name)
}

/// As many whole notes from the beginning as go at once; a note ends with the line of its signature.
fn whole_notes(all: &str) -> &str {
    if all.len() <= AT_ONCE {
        return all;
    }
    let ends = all.match_indices("\n\u{2014} ").filter_map(|(at, sign)| all[at + sign.len()..].find('\n').map(|end| at + sign.len() + end + 1));
    let end = ends.take_while(|end| *end <= AT_ONCE).last().unwrap_or(all.len());
    all.get(..end).unwrap_or(all)
}

/// Sends for as long as the program runs. What was not taken is reported, and tried again.
pub async fn keep(sender: Sender) {
    let mut ticks = tokio::time::interval(EVERY);
    loop {
        ticks.tick().await;
        // The checkpoint of this minute is written just now.
        tokio::time::sleep(Duration::from_secs(5)).await;
        if let Err(error) = sender.send().await {
            tracing::error!(error = format!("{error:#}"), "checkpoints of the access log wait to be sent");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_encrypted_way_leads_to_others() {
        let kept = PathBuf::from("kept");
        for good in ["https://witness.example/checkpoints", "http://127.0.0.1:8099/checkpoints", "http://localhost", "http://[::1]/x"] {
            assert!(Sender::new(good, kept.clone()).is_ok(), "{good}");
        }
        for bad in ["http://witness.example", "http://localhost.example/", "http://127.0.0.1.example", "witness", "ftp://localhost"] {
            assert!(Sender::new(bad, kept.clone()).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_goes_at_once_ends_with_a_note() {
        let note = "throughline access log\n12\nabc=\n5\n\n\u{2014} throughline xyz=\n";
        let many = note.repeat(10_000);
        let part = whole_notes(&many);
        assert!(part.len() <= AT_ONCE && part.len() > AT_ONCE - note.len() && part.len() % note.len() == 0, "{}", part.len());
        assert_eq!(whole_notes(note), note);
    }
}
