//! Reading TZif (RFC 9636), as far as its 64-bit part and its rule.

/// A zone as its file has it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub struct History {
    /// Seconds east of UTC before the first change.
    pub first: i64,
    /// When, and to how many seconds east.
    pub changes: Vec<(i64, i64)>,
    /// The rule that goes on, as POSIX writes it.
    pub rule: String,
}

/// Reads a file; changes of the name alone are left out.
pub fn read(bytes: &[u8]) -> History {
    let old = Header::at(bytes, 0);
    let start = 44 + old.size(4);
    let header = Header::at(bytes, start);
    let times = start + 44;
    let indexes = times + 8 * header.times;
    let types = indexes + header.times;
    let offset_of = |kind: usize| number(&bytes[types + 6 * kind..][..4]);
    let first = offset_of(0);
    let mut changes: Vec<(i64, i64)> = Vec::new();
    for place in 0..header.times {
        let at = number(&bytes[times + 8 * place..][..8]);
        let offset = offset_of(bytes[indexes + place].into());
        // From the last one on the rule holds, so it stays even if it changes nothing.
        let last = place + 1 == header.times;
        if last || offset != changes.last().map_or(first, |&(_, offset)| offset) {
            changes.push((at, offset));
        }
    }
    let rule = &bytes[start + 44 + header.size(8)..];
    let rule = std::str::from_utf8(rule).unwrap().trim().to_owned();
    History { first, changes, rule }
}

/// The counts at the head of each part.
struct Header {
    times: usize,
    types: usize,
    characters: usize,
    leaps: usize,
    flags: usize,
}

impl Header {
    fn at(bytes: &[u8], start: usize) -> Self {
        assert_eq!(&bytes[start..start + 4], b"TZif");
        let count = |place: usize| number(&bytes[start + 20 + 4 * place..][..4]) as usize;
        let flags = count(0) + count(1);
        Self { leaps: count(2), times: count(3), types: count(4), characters: count(5), flags }
    }

    /// How many bytes follow, where a time takes so many.
    fn size(&self, time: usize) -> usize {
        self.times * (time + 1)
            + self.types * 6
            + self.characters
            + self.leaps * (time + 4)
            + self.flags
    }
}

/// A signed number, the highest byte first.
fn number(bytes: &[u8]) -> i64 {
    let first = i64::from(bytes[0] as i8);
    bytes[1..].iter().fold(first, |sum, &byte| sum << 8 | i64::from(byte))
}
