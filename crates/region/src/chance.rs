//! Chance that can be repeated: the same seed and stream always give the same choices.

/// A small generator of pseudo-random numbers (SplitMix64). For inventing data only, never for secrets.
pub(crate) struct Chance {
    state: u64,
}

impl Chance {
    /// A stream of its own for each household, so that none depends on how much another used.
    pub(crate) fn new(seed: u64, stream: u64) -> Self {
        let mut chance = Self {
            state: seed ^ stream.wrapping_mul(0xD6E8_FEB8_6659_FD93),
        };
        chance.state = chance.next();
        chance
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to but not including 1.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// True with this probability.
    pub(crate) fn is(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// From `low` to `high`, both possible.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + (self.unit() * (high - low + 1) as f64) as i64
    }

    /// A place in a list of this length; 0 for an empty one.
    pub(crate) fn place(&mut self, length: usize) -> usize {
        (self.unit() * length as f64) as usize
    }

    /// One of a list, all equally likely.
    pub(crate) fn one<'a>(&mut self, list: &[&'a str]) -> &'a str {
        let place = self.place(list.len());
        list.get(place).copied().unwrap_or_default()
    }

    /// One of a list, the first much likelier than the last, as with names.
    pub(crate) fn common<'a>(&mut self, list: &[&'a str]) -> &'a str {
        let unit = self.unit();
        list.get((unit * unit * list.len() as f64) as usize)
            .copied()
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_repeats_and_streams_differ() {
        let draw = |seed, stream| {
            let mut chance = Chance::new(seed, stream);
            [chance.between(0, 1_000_000), chance.between(0, 1_000_000)]
        };
        assert_eq!(draw(7, 1), draw(7, 1));
        assert_ne!(draw(7, 1), draw(7, 2));
        assert_ne!(draw(7, 1), draw(8, 1));
    }
}
