//! Many texts in one buffer, each known by its index, and finding them again.

use std::hash::Hasher;

use rustc_hash::FxHasher;

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
    /// From a text's hash, or the next free place after it, to the text.
    places: Vec<Place>,
    /// How many of them are taken.
    kept: usize,
}

/// The hash of a text, and one more than its index; 0 where there is none.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    hash: u32,
    text: u32,
}

/// Where a text that is not there belongs.
#[derive(Debug, Clone, Copy)]
pub struct Free {
    hash: u32,
    place: usize,
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

    /// Makes room for so many texts in all, about as long as those that are there.
    pub fn expect(&mut self, count: usize) {
        let more = count.saturating_sub(self.len());
        self.ends.reserve_exact(more);
        let bytes = self.buffer.len() as u64 * more as u64 / (self.len() as u64).max(1);
        // A little more than that: the first texts are often the shortest.
        self.buffer.reserve_exact((bytes + bytes / 8) as usize);
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
            Err(free) => (self.add_at(free, text), true),
        }
    }

    /// Adds a text beside the others, though it may be there: it is not found again.
    pub fn add_beside(&mut self, text: &str) -> u32 {
        self.texts.push(text)
    }

    /// Makes room for so many texts in all.
    pub fn expect(&mut self, count: usize) {
        self.texts.expect(count);
        let places = (count + count / 3 + 1).next_power_of_two();
        if places > self.places.len() {
            self.widen(places);
        }
    }

    /// Makes room for so many texts in all of which it is not looked whether they are there.
    pub fn expect_beside(&mut self, count: usize) {
        self.texts.expect(count);
    }

    /// The index of `text`, or where it belongs.
    #[inline]
    pub fn look_up(&self, text: &str) -> Result<u32, Free> {
        let hash = hash(text);
        let last = self.places.len().wrapping_sub(1);
        let mut place = hash as usize & last;
        while let Some(found) = self.places.get(place).filter(|found| found.text > 0) {
            if found.hash == hash && self.texts.get(found.text - 1) == text {
                return Ok(found.text - 1);
            }
            place = (place + 1) & last;
        }
        Err(Free { hash, place })
    }

    /// Adds a text where it belongs; nothing was added since that was found.
    pub fn add_at(&mut self, free: Free, text: &str) -> u32 {
        let added = self.texts.push(text);
        let place = Place { hash: free.hash, text: added + 1 };
        // Three of four places are taken at most.
        if (self.kept + 1) * 4 > self.places.len() * 3 {
            self.widen((self.places.len() * 2).max(16));
            self.put(place);
        } else {
            self.places[free.place] = place;
        }
        self.kept += 1;
        added
    }

    fn widen(&mut self, places: usize) {
        let wider = vec![Place::default(); places];
        let known = std::mem::replace(&mut self.places, wider);
        known.into_iter().filter(|place| place.text > 0).for_each(|place| self.put(place));
    }

    fn put(&mut self, taken: Place) {
        let last = self.places.len() - 1;
        let mut place = taken.hash as usize & last;
        while self.places[place].text > 0 {
            place = (place + 1) & last;
        }
        self.places[place] = taken;
    }
}

fn hash(text: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    let hash = hasher.finish();
    (hash ^ hash >> 32) as u32
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
        for number in 0..10_000_u32 {
            assert_eq!(interner.add(&number.to_string()), (number + 2, true));
        }
        assert!((0..10_000_u32).all(|n| interner.find(&n.to_string()) == Some(n + 2)));
    }

    #[test]
    fn a_text_beside_the_others_is_not_found() {
        let mut interner = Interner::default();
        assert_eq!(interner.add_beside("a"), 0);
        assert_eq!((interner.find("a"), interner.texts().get(0)), (None, "a"));
        assert_eq!(interner.add("a"), (1, true));
    }
}
