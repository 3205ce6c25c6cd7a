//! Sending our checkpoints to a second organisation over the network. What the installation keeps itself is what waits to be sent: a file
//! beside it says up to where they have it, so nothing is lost while they cannot be reached, and at worst a checkpoint is sent twice.

use super::EVERY;
use anyhow::{Context, Result, ensure};
use history::access::{Verifier, notes_in};
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
    verifier: Verifier,
    http: reqwest::Client,
}

/// Notes that go at once, and up to where in the file they and what is between them stand.
struct Part {
    notes: String,
    end: usize,
}

impl Sender {
    /// Sends what stands in the file `kept` and is signed by this log to the address `to`.
    ///
    /// # Errors
    /// When the address is neither https nor on this machine.
    pub fn new(to: &str, kept: PathBuf, verifier: Verifier) -> Result<Sender> {
        let here = ["http://localhost", "http://127.0.0.1", "http://[::1]"].iter().any(|here| {
            to.strip_prefix(here).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
        });
        ensure!(to.starts_with("https://") || here, "--checkpoints-to {to}: write an address that begins with https");
        // A second call changes nothing: the certificates of the server use the same.
        drop(rustls::crypto::ring::default_provider().install_default());
        let http = reqwest::Client::builder().timeout(PATIENCE).redirect(reqwest::redirect::Policy::none()).build()?;
        Ok(Sender { to: to.to_owned(), kept, verifier, http })
    }

    /// Sends what they do not have yet. Gives how many bytes of notes.
    ///
    /// # Errors
    /// When they cannot be reached, or refuse: the message has what they said.
    pub async fn send(&self) -> Result<usize> {
        let bytes = match fs::read(&self.kept) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
            other => other.with_context(|| format!("{} cannot be read", self.kept.display()))?,
        };
        // A file that is shorter than what was sent is another one: all of it is sent.
        let mut from = Some(self.sent()).filter(|sent| *sent <= bytes.len()).unwrap_or(0);
        let mut sent = 0;
        while let Some(part) = self.part(bytes.get(from..).unwrap_or_default()) {
            sent += part.notes.len();
            self.hand_over(part.notes).await?;
            from += part.end;
            self.remember(from)?;
        }
        Ok(sent)
    }

    /// The next notes; none when there are no more. What is no note of ours, such as one that a power cut tore, is passed by, unless it is
    /// the last: that one may be being written.
    fn part(&self, bytes: &[u8]) -> Option<Part> {
        let places = notes_in(bytes);
        let mut part = Part { notes: String::new(), end: 0 };
        for (number, place) in places.iter().enumerate() {
            let note = bytes.get(place.clone()).and_then(|note| std::str::from_utf8(note).ok());
            match note.filter(|note| self.verifier.open(note).is_ok()) {
                Some(note) if !part.notes.is_empty() && part.notes.len() + note.len() > AT_ONCE => break,
                Some(note) => part.notes += note,
                None if number + 1 == places.len() => break,
                None => tracing::warn!("{} has something that is no checkpoint of this log; it is not sent", self.kept.display()),
            }
            part.end = place.end;
        }
        (part.end > 0).then_some(part)
    }

    async fn hand_over(&self, notes: String) -> Result<()> {
        if notes.is_empty() {
            return Ok(());
        }
        let answer = self.http.post(&self.to).body(notes).send().await.with_context(|| format!("{} cannot be reached", self.to))?;
        let status = answer.status();
        ensure!(
            status.is_success(), "{} does not take our checkpoints ({status}): {}", self.to, answer.text().await.unwrap_or_default().trim()
        );
        Ok(())
    }

    fn sent(&self) -> usize {
        fs::read_to_string(self.mark()).ok().and_then(|text| text.trim().parse().ok()).unwrap_or(0)
    }

    fn remember(&self, sent: usize) -> Result<()> {
        let (mark, next) = (self.mark(), with_more(&self.kept, ".sent-next"));
        let write = || {
            let mut file = fs::File::create(&next)?;
            writeln!(file, "{sent}")?;
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
    use history::access::{Checkpoint, Signer};
    use words::Time;

    fn sender(to: &str) -> Result<Sender> {
        Sender::new(to, PathBuf::from("kept"), Signer::new(&[7; 32]).unwrap().verifier())
    }

    fn note(lines: i64) -> String {
        Signer::new(&[7; 32]).unwrap().sign(&Checkpoint { lines, hash: [1; 32], at: Time::from_micros(lines) })
    }

    #[test]
    fn only_an_encrypted_way_leads_to_others() {
        for good in ["https://witness.example/checkpoints", "http://127.0.0.1:8099/checkpoints", "http://localhost", "http://[::1]/x"] {
            assert!(sender(good).is_ok(), "{good}");
        }
        for bad in ["http://witness.example", "http://localhost.example/", "http://127.0.0.1.example", "witness", "ftp://localhost"] {
            assert!(sender(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn whole_notes_go_at_once_and_what_is_torn_holds_up_none() {
        let sender = sender("http://localhost").unwrap();
        let [one, two, three] = [1, 2, 3].map(note);
        let said = |bytes: &[u8]| sender.part(bytes).map(|part| (part.notes, part.end));
        let both = format!("{one}{two}");
        assert_eq!(said(both.as_bytes()), Some((both.clone(), both.len())));
        assert_eq!(said(b""), None);
        // Torn in the middle of the dash before the signature, then two whole ones.
        let torn = one.find('\u{2014}').unwrap() + 1;
        let file = [&one.as_bytes()[..torn], b"\n", both.as_bytes()].concat();
        let (notes, end) = said(&file).unwrap();
        assert_eq!((notes, end), (both.clone(), file.len()));
        // The last one is being written: it waits.
        let file = [both.as_bytes(), &three.as_bytes()[..torn]].concat();
        assert_eq!(said(&file), Some((both.clone(), both.len())));
        assert_eq!(said(&three.as_bytes()[..torn]), None);
        // More than goes at once goes in parts that are whole.
        let many: String = (1..2_000).map(note).collect();
        let (mut from, mut all) = (0, String::new());
        while let Some((notes, end)) = said(&many.as_bytes()[from..]) {
            assert!(notes.len() <= AT_ONCE);
            all += &notes;
            from += end;
        }
        assert_eq!(all, many);
    }
}
