//! The walk along the chain: the same for a database and for an exported file.

use super::beginning::Beginning;
use super::chain::{ChainKey, Line, hash};
use super::checkpoints::Checkpoint;
use words::Time;

/// So many seconds a checkpoint may take to be made.
const MINUTE: i64 = 60;

/// What a check of the whole log found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Every line follows from the one before, and all checkpoints hold; so many lines, those among them that have gone from its front.
    Sound(i64),
    /// The first line that does not follow: it was changed, moved, removed, or never written by this installation.
    Broken(i64),
    /// The log ends too early: a checkpoint of `at` knew more lines.
    Short {
        /// How many lines there are.
        lines: i64,
        /// How many there were.
        promised: i64,
        /// When.
        at: Time,
    },
    /// The chain holds, and is not the one a checkpoint of `at` knew: somewhere up to this line it was written anew with its key.
    Rewritten {
        /// The checkpoint's last line.
        line: i64,
        /// When.
        at: Time,
    },
}

impl Verdict {
    /// The first line that is not as it was written, or is missing; none for a sound log.
    #[must_use]
    pub fn first_bad(&self) -> Option<i64> {
        match self {
            Verdict::Sound(_) => None,
            Verdict::Broken(line) | Verdict::Rewritten { line, .. } => Some(*line),
            Verdict::Short { lines, .. } => Some(lines + 1),
        }
    }
}

/// A walk from the first line on.
pub(super) struct Walk<'a> {
    key: &'a ChainKey,
    /// By their number of lines.
    checkpoints: Vec<&'a Checkpoint>,
    reached: usize,
    /// The line that was reached.
    pub seq: i64,
    before: Vec<u8>,
    /// Whether it began where the log begins.
    pub whole: bool,
}

impl<'a> Walk<'a> {
    pub(super) fn new(key: &'a ChainKey, checkpoints: &'a [Checkpoint]) -> Walk<'a> {
        let mut checkpoints: Vec<&Checkpoint> = checkpoints.iter().collect();
        checkpoints.sort_by_key(|checkpoint| checkpoint.lines);
        Walk { key, checkpoints, reached: 0, seq: 0, before: vec![0; 32], whole: true }
    }

    /// Steps to where the log begins; the verdict, if that was moved by somebody without the key, or is not what a checkpoint knew.
    pub(super) fn begin(&mut self, begins: &Beginning) -> Option<Verdict> {
        if self.seq != 0 || !begins.holds(self.key) {
            return Some(Verdict::Broken(self.seq + 1));
        }
        self.seq = begins.seq;
        self.before.clone_from(&begins.hash);
        if begins.seq > 0 { self.hold_against() } else { None }
    }

    /// A walk that goes on after line `seq`, whose hash was `before` when it was checked.
    pub(super) fn after(key: &'a ChainKey, seq: i64, before: Vec<u8>) -> Walk<'a> {
        Walk { key, checkpoints: Vec::new(), reached: 0, seq, before, whole: false }
    }

    /// The hash of the line that was reached.
    pub(super) fn hash(&self) -> Vec<u8> {
        self.before.clone()
    }

    /// Goes on to a line with its stored hash; the verdict, if it does not follow.
    pub(super) fn step(&mut self, line: &Line, stored: &[u8]) -> Option<Verdict> {
        if line.seq != self.seq + 1 || hash(self.key, &self.before, line) != stored {
            return Some(Verdict::Broken(self.seq + 1));
        }
        self.seq = line.seq;
        self.before = stored.to_vec();
        self.hold_against()
    }

    /// The checkpoints of just so many lines.
    fn hold_against(&mut self) -> Option<Verdict> {
        while let Some(checkpoint) = self.checkpoints.get(self.reached).filter(|checkpoint| checkpoint.lines <= self.seq) {
            if checkpoint.lines == self.seq && checkpoint.hash != *self.before {
                return Some(Verdict::Rewritten { line: self.seq, at: checkpoint.at });
            }
            self.reached += 1;
        }
        None
    }

    /// Asks no checkpoint that is younger than an export which ended at a moment. One of the minute before is not asked either: it says
    /// when it was begun, and may know what came while it was made.
    pub(super) fn forget_after(&mut self, at: Time) {
        let bound = at.plus_seconds(-MINUTE);
        self.checkpoints.retain(|checkpoint| checkpoint.lines <= self.seq || checkpoint.at <= bound);
    }

    /// The verdict at the end of the log, whose own head says this; none for a log without a head.
    pub(super) fn end(&mut self, head: Option<(i64, &[u8])>) -> Verdict {
        if let Some(verdict) = self.hold_against() {
            return verdict;
        }
        if let Some(checkpoint) = self.checkpoints.last().filter(|checkpoint| checkpoint.lines > self.seq) {
            return Verdict::Short { lines: self.seq, promised: checkpoint.lines, at: checkpoint.at };
        }
        // A log cut at its end still chains; its head tells that lines are missing.
        match head {
            Some((seq, hash)) if seq == self.seq && hash == self.before => Verdict::Sound(self.seq),
            None if self.seq == 0 => Verdict::Sound(0),
            _ => Verdict::Broken(self.seq + 1),
        }
    }
}
