//! Every distinct text once, known by a small number.

/// Mixes two numbers into one that looks random; the same on every machine.
pub(crate) fn mix(one: u64, other: u64) -> u64 {
    let product = u128::from(one ^ 0x9e37_79b9_7f4a_7c15) * u128::from(other ^ 0xd1b5_4a32_d192_ed03);
    (product as u64) ^ ((product >> 64) as u64)
}

/// A number that depends on every byte of the text.
pub(crate) fn hash_text(text: &[u8]) -> u64 {
    let mut hash = text.len() as u64;
    let mut chunks = text.chunks_exact(8);
    for chunk in &mut chunks {
        let mut word = [0_u8; 8];
        word.copy_from_slice(chunk);
        hash = mix(hash, u64::from_le_bytes(word));
    }
    let mut tail = [0_u8; 8];
    for (slot, byte) in tail.iter_mut().zip(chunks.remainder()) {
        *slot = *byte;
    }
    mix(hash, u64::from_le_bytes(tail))
}

/// A set of texts; number 0 is the empty text and means *missing*.
#[derive(Clone, Debug)]
pub(crate) struct Texts {
    text: String,
    ends: Vec<u32>,
    /// The upper half of a text's hash beside its number; 0 where nothing stands. In order of the hashes but for collisions.
    slots: Vec<u64>,
}

const TAG: u64 = 0xffff_ffff_0000_0000;
/// The slots of an empty set, as a power of two.
const FEWEST: u32 = 6;

impl Default for Texts {
    fn default() -> Texts {
        Texts { text: String::new(), ends: vec![0], slots: vec![0; 1 << FEWEST] }
    }
}

impl Texts {
    /// How many texts there are, the empty one included.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text with this number; empty for one that was never given out.
    pub fn get(&self, number: u32) -> &str {
        let at = number as usize;
        if at == 0 {
            return "";
        }
        match (self.ends.get(at - 1), self.ends.get(at)) {
            (Some(&from), Some(&to)) => self.text.get(from as usize..to as usize).unwrap_or(""),
            _ => "",
        }
    }

    /// The numbers of many texts, in their order; new ones for those met for the first time.
    pub fn numbers<'a>(&mut self, texts: impl Iterator<Item = &'a str> + Clone, numbers: &mut Vec<u32>) {
        let hashes: Vec<u64> = texts.clone().map(|text| hash_text(text.as_bytes())).collect();
        self.fetch(&hashes);
        numbers.extend(texts.zip(hashes).map(|(text, hash)| if text.is_empty() { 0 } else { self.number(text, hash) }));
    }

    /// Looks at what many look-ups will need. Waiting for memory is most of a look-up, and here one need not wait for the other.
    fn fetch(&self, hashes: &[u64]) {
        let found: Vec<u32> = hashes.iter().map(|hash| self.slots[self.place(*hash)] as u32).collect();
        let starts = found.iter().map(|number| self.ends[(*number as usize).saturating_sub(1)]);
        let letters = starts.map(|start| self.text.as_bytes().get(start as usize).map_or(0, |letter| u64::from(*letter)));
        std::hint::black_box(letters.sum::<u64>());
    }

    /// Where the search for a hash begins: its uppermost bits, so that a set that grows keeps its order.
    fn place(&self, hash: u64) -> usize {
        (hash >> (u64::BITS - self.slots.len().trailing_zeros())) as usize
    }

    fn number(&mut self, text: &str, hash: u64) -> u32 {
        let mask = self.slots.len() - 1;
        let mut slot = self.place(hash);
        loop {
            let found = self.slots[slot];
            if found == 0 {
                break;
            }
            // Most look-ups of another text never touch that text.
            if (found ^ hash) & TAG == 0 && self.get(found as u32) == text {
                return found as u32;
            }
            slot = (slot + 1) & mask;
        }
        let number = self.ends.len() as u32;
        self.text.push_str(text);
        self.ends.push(self.text.len() as u32);
        self.slots[slot] = (hash & TAG) | u64::from(number);
        if self.ends.len() * 2 > self.slots.len() {
            self.grow();
        }
        number
    }

    fn grow(&mut self) {
        let old = std::mem::take(&mut self.slots);
        self.slots = vec![0; old.len() * 2];
        let mask = self.slots.len() - 1;
        for entry in old.into_iter().filter(|entry| *entry != 0) {
            let mut slot = self.place(entry);
            while self.slots[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            self.slots[slot] = entry;
        }
    }

    /// Makes the look-up anew after [`Texts::seal`].
    pub fn open(&mut self) {
        self.slots = vec![0; (self.ends.len() * 4).next_power_of_two().max(1 << FEWEST)];
        let mask = self.slots.len() - 1;
        for number in 1..self.ends.len() as u32 {
            let hash = hash_text(self.get(number).as_bytes());
            let mut slot = self.place(hash);
            while self.slots[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            self.slots[slot] = (hash & TAG) | u64::from(number);
        }
    }

    /// The number of one text, a new one if it is met for the first time.
    pub fn number_of(&mut self, text: &str) -> u32 {
        if text.is_empty() { 0 } else { self.number(text, hash_text(text.as_bytes())) }
    }

    /// Forgets the texts that came last, down to so many.
    pub fn forget_after(&mut self, length: usize) {
        let mask = self.slots.len() - 1;
        // The last to come is the first to go: no other text was ever put behind it.
        for number in (length..self.ends.len()).rev() {
            let mut slot = self.place(hash_text(self.get(number as u32).as_bytes()));
            while self.slots[slot] != 0 && self.slots[slot] as u32 != number as u32 {
                slot = (slot + 1) & mask;
            }
            self.slots[slot] = 0;
            self.ends.pop();
        }
        self.text.truncate(self.ends.last().copied().unwrap_or(0) as usize);
    }

    /// Forgets the look-up, keeps the texts.
    pub fn seal(&mut self) {
        self.slots = vec![0; 1 << FEWEST];
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_have_one_number() {
        let mut texts = Texts::default();
        let names: Vec<String> = (0..5000).map(|n| if n == 0 { String::new() } else { format!("name {n}") }).collect();
        let mut numbers = Vec::new();
        texts.numbers(names.iter().map(String::as_str), &mut numbers);
        texts.numbers(names.iter().map(String::as_str), &mut numbers);
        let (first, second) = numbers.split_at(names.len());
        assert_eq!(first, second);
        assert_eq!(first[0], 0);
        for (name, number) in names.iter().zip(first) {
            assert_eq!(texts.get(*number), name);
        }
        assert_eq!(texts.get(99_999), "");
    }

    #[test]
    fn what_came_last_is_forgotten_and_nothing_else() {
        let mut texts = Texts::default();
        for n in 0..500 {
            texts.number_of(&format!("name {n}"));
        }
        texts.seal();
        texts.open();
        for round in 0..3 {
            for n in 0..700 {
                texts.number_of(&format!("guest {round} {n}"));
            }
            texts.forget_after(501);
            assert_eq!(texts.len(), 501);
            (0..500).for_each(|n| assert_eq!(texts.number_of(&format!("name {n}")), n + 1));
        }
        assert_eq!(texts.get(501), "");
    }

    #[test]
    fn texts_that_differ_in_one_byte_hash_apart() {
        assert_ne!(hash_text(b"12345678"), hash_text(b"12345679"));
        assert_ne!(hash_text(b"a"), hash_text(b"a\0"));
    }
}
