//! Where the log begins. Lines whose time is over by the field register go from its front; what they leave behind is the hash of the last
//! of them under a seal of the log's key, so that the line after it still follows from something, and nobody without the key moves it on.

mod store;

pub use store::{beginning, first_about};
pub(super) use store::{go, over, statements};

use super::chain::{ChainKey, seal};

/// The last line that went, and its hash; line 0 when none has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    /// Its place.
    pub seq: i64,
    pub(super) hash: Vec<u8>,
    pub(super) seal: Vec<u8>,
}

impl Beginning {
    /// The beginning of a log of which nothing has gone.
    fn first() -> Beginning {
        Beginning { seq: 0, hash: vec![0; 32], seal: Vec::new() }
    }

    fn after(key: &ChainKey, seq: i64, hash: Vec<u8>) -> Beginning {
        let seal = seal(key, seq, &hash).to_vec();
        Beginning { seq, hash, seal }
    }

    /// Whether it was written by this installation: whoever moves it on without the key hides lines.
    pub(super) fn holds(&self, key: &ChainKey) -> bool {
        if self.seq == 0 { *self == Beginning::first() } else { seal(key, self.seq, &self.hash)[..] == self.seal[..] }
    }
}
