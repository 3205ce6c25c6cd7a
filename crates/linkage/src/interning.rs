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
    bytes: Vec<u8>,
    ends: Vec<u32>,
    slots: Vec<u64>,
}

impl Default for Texts {
    fn default() -> Texts {
        Texts { bytes: Vec::new(), ends: vec![0], slots: vec![0; 64] }
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
            (Some(&from), Some(&to)) => std::str::from_utf8(&self.bytes[from as usize..to as usize]).unwrap_or(""),
            _ => "",
        }
    }

    /// The number of a text, a new one if it is met for the first time.
    pub fn number(&mut self, text: &str) -> u32 {
        if text.is_empty() {
            return 0;
        }
        let hash = hash_text(text.as_bytes());
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        let tag = hash & 0xffff_ffff_0000_0000;
        loop {
            let found = self.slots[slot];
            if found == 0 {
                break;
            }
            // The upper half of the hash stands beside the number: most look-ups never touch the text.
            if found & 0xffff_ffff_0000_0000 == tag && self.get(found as u32) == text {
                return found as u32;
            }
            slot = (slot + 1) & mask;
        }
        let number = self.ends.len() as u32;
        self.bytes.extend_from_slice(text.as_bytes());
        self.ends.push(self.bytes.len() as u32);
        self.slots[slot] = tag | u64::from(number);
        if self.ends.len() * 2 > self.slots.len() {
            self.grow_to(self.slots.len() * 2);
        }
        number
    }

    fn grow_to(&mut self, size: usize) {
        let mask = size - 1;
        let mut slots = vec![0_u64; size];
        for number in 1..self.ends.len() as u32 {
            let hash = hash_text(self.get(number).as_bytes());
            let mut slot = hash as usize & mask;
            while slots[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            slots[slot] = (hash & 0xffff_ffff_0000_0000) | u64::from(number);
        }
        self.slots = slots;
    }

    /// Makes the look-up anew after [`Texts::seal`].
    pub fn open(&mut self) {
        self.grow_to((self.ends.len() * 4).next_power_of_two().max(64));
    }

    /// Forgets the texts that came last, down to so many.
    pub fn forget_after(&mut self, length: usize) {
        let mask = self.slots.len() - 1;
        // The last to come is the first to go: no other text was ever put behind it.
        for number in (length..self.ends.len()).rev() {
            let mut slot = hash_text(self.get(number as u32).as_bytes()) as usize & mask;
            while self.slots[slot] != 0 && self.slots[slot] as u32 != number as u32 {
                slot = (slot + 1) & mask;
            }
            self.slots[slot] = 0;
            self.ends.pop();
        }
        self.bytes.truncate(self.ends.last().copied().unwrap_or(0) as usize);
    }

    /// Forgets the look-up, keeps the texts.
    pub fn seal(&mut self) {
        self.slots = vec![0; 64];
        self.bytes.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_have_one_number() {
        let mut texts = Texts::default();
        let numbers: Vec<u32> = (0..5000).map(|n| texts.number(&format!("name {n}"))).collect();
        for (n, number) in numbers.iter().enumerate() {
            assert_eq!(texts.number(&format!("name {n}")), *number);
            assert_eq!(texts.get(*number), format!("name {n}"));
        }
        assert_eq!(texts.number(""), 0);
        assert_eq!(texts.get(99_999), "");
    }

    #[test]
    fn what_came_last_is_forgotten_and_nothing_else() {
        let mut texts = Texts::default();
        for n in 0..500 {
            texts.number(&format!("name {n}"));
        }
        texts.seal();
        texts.open();
        for round in 0..3 {
            for n in 0..700 {
                texts.number(&format!("guest {round} {n}"));
            }
            texts.forget_after(501);
            assert_eq!(texts.len(), 501);
            (0..500).for_each(|n| assert_eq!(texts.number(&format!("name {n}")), n + 1));
        }
        assert_eq!(texts.get(501), "");
    }

    #[test]
    fn texts_that_differ_in_one_byte_hash_apart() {
        assert_ne!(hash_text(b"12345678"), hash_text(b"12345679"));
        assert_ne!(hash_text(b"a"), hash_text(b"a\0"));
    }
}
