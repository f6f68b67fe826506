//! Many texts in one buffer, each known by its index, and finding them again.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

/// Texts in the order in which they were added, without an allocation each.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    buffer: String,
    ends: Vec<u32>,
}

/// Texts that are each kept once.
#[derive(Debug, Clone, Default)]
pub struct Interner {
    texts: Texts,
    /// From a text's hash, or the next free number after it, to its index.
    index: FxHashMap<u64, u32>,
}

impl Texts {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text of that index.
    pub fn get(&self, index: u32) -> &str {
        let index = index as usize;
        let start = if index == 0 { 0 } else { self.ends[index - 1] as usize };
        &self.buffer[start..self.ends[index] as usize]
    }

    fn push(&mut self, text: &str) -> u32 {
        self.buffer.push_str(text);
        self.ends.push(self.buffer.len() as u32);
        self.ends.len() as u32 - 1
    }
}

impl Interner {
    /// The texts so far.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// The index of `text`, if it is there.
    pub fn find(&self, text: &str) -> Option<u32> {
        self.look_up(text).ok()
    }

    /// The index of `text`, and whether it was added for this.
    pub fn add(&mut self, text: &str) -> (u32, bool) {
        match self.look_up(text) {
            Ok(known) => (known, false),
            Err(free) => {
                let added = self.texts.push(text);
                self.index.insert(free, added);
                (added, true)
            }
        }
    }

    /// The index of `text`, or the number under which it is to be kept.
    fn look_up(&self, text: &str) -> Result<u32, u64> {
        let mut key = hash(text);
        while let Some(&found) = self.index.get(&key) {
            if self.texts.get(found) == text {
                return Ok(found);
            }
            key = key.wrapping_add(1);
        }
        Err(key)
    }
}

fn hash(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_kept_once_and_found_again() {
        let mut interner = Interner::default();
        assert_eq!(interner.add("été"), (0, true));
        assert_eq!(interner.add(""), (1, true));
        assert_eq!(interner.add("été"), (0, false));
        assert_eq!(interner.find("hiver"), None);
        assert_eq!(interner.texts().get(0), "été");
        assert_eq!(interner.texts().len(), 2);
    }
}
