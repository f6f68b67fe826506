//! The bytes of a CSV file that may be more than text: eight bytes are looked at in one
//! go, with the arithmetic that every target has.

/// Finds what may be a separator, a quote or the end of a line.
#[derive(Debug, Clone, Copy)]
pub struct Marks {
    /// Eight times the one that is looked for.
    same: u64,
    /// Eight times the least that is none of the others.
    above: u64,
}

/// How many bytes are looked at in one go.
pub const WIDTH: usize = 8;

/// Each byte is 1, and each is 128.
const ONES: u64 = u64::MAX / 255;
const HIGHS: u64 = ONES << 7;

impl Marks {
    /// Of a file with that separator.
    pub const fn new(separator: u8) -> Self {
        Self::of(separator, b'"')
    }

    /// Of the ends of lines, and of quotes.
    pub const fn ends() -> Self {
        Self::of(b'"', b'\r')
    }

    /// Of a byte, and of all up to another.
    const fn of(same: u8, up_to: u8) -> Self {
        Self { same: ONES * same as u64, above: ONES * (up_to as u64 + 1) }
    }

    /// The places in `bytes` of those that are marks, and of a few that are none,
    /// ascending.
    #[inline]
    pub fn places(self, bytes: [u8; WIDTH]) -> impl Iterator<Item = usize> {
        let word = u64::from_le_bytes(bytes);
        let same = word ^ self.same;
        // A byte borrows from the one above it when it is a mark: that one may then seem to
        // be one too, but none is missed.
        let low = word.wrapping_sub(self.above) & !word;
        let same = same.wrapping_sub(ONES) & !same;
        let mut found = (low | same) & HIGHS;
        std::iter::from_fn(move || {
            let place = (found != 0).then(|| found.trailing_zeros() as usize / 8)?;
            found &= found - 1;
            Some(place)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_mark_is_missed_among_any_bytes() {
        for separator in *b",;\t\"" {
            let marks = if separator == b'"' { Marks::ends() } else { Marks::new(separator) };
            for byte in 0..=255 {
                for around in [0, b'\n', b'"', b',', b'a', 0x80, 0xff] {
                    for place in 0..WIDTH {
                        let mut bytes = [around; WIDTH];
                        bytes[place] = byte;
                        let found: Vec<usize> = marks.places(bytes).collect();
                        let is_mark = |byte| [b'\n', b'\r', b'"', separator].contains(&byte);
                        let missed =
                            (0..WIDTH).find(|at| is_mark(bytes[*at]) && !found.contains(at));
                        assert_eq!(missed, None, "{bytes:?}");
                        assert!(found.is_sorted());
                    }
                }
            }
        }
    }

    #[test]
    fn texts_and_numbers_have_none() {
        let marks = Marks::new(b';');
        assert_eq!(marks.places(*b"+1234.56").count(), 0);
        assert_eq!(marks.places("été,été".as_bytes()[..8].try_into().unwrap()).count(), 0);
    }
}
