//! Draws by hash: what looks like chance is a function of who, where, which time
//! and what for (section 7), so a draw depends on no order, no division of the
//! contacts and no target (rule T2).
//!
//! **Invariant:** integers only, and never another number for the same arguments:
//! the golden values below are part of what a workspace means.

use crate::model::decimal::Decimal;

/// What a draw is for: two purposes draw independently at the same place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// Which branch of a Split is taken.
    Split,
    /// Whether an occurrence of a behaviour model happens.
    Happens,
    /// How long it takes.
    Delay,
    /// The second number of a delay that needs two.
    Delay2,
    /// The value of the attribute of that number; of a field with 0.
    Value(u32),
    /// The second number of a value that needs two.
    Value2(u32),
    /// Whether the value of a field is empty.
    Empty,
}

impl Purpose {
    fn code(self) -> u64 {
        let (code, of) = match self {
            Self::Split => (1, 0),
            Self::Happens => (2, 0),
            Self::Delay => (3, 0),
            Self::Delay2 => (4, 0),
            Self::Value(of) => (5, of),
            Self::Value2(of) => (6, of),
            Self::Empty => (7, 0),
        };
        code << 32 | u64::from(of)
    }
}

/// A number evenly spread over all of `u64`.
///
/// `contact` is the contact's [`contact_key`], `place` the number of the tile's or
/// the model's id, and `visit` which time it is, from 0.
pub fn draw(seed: u64, contact: u64, place: u32, visit: u32, purpose: Purpose) -> u64 {
    let place = u64::from(place) << 32 | u64::from(visit);
    let words = [contact, place, purpose.code()];
    words.into_iter().fold(mix(seed ^ START), |state, word| mix(state ^ mix(word ^ STEP)))
}

/// What stands for a contact in its draws: made of what it is called, so that it
/// does not depend on where in the data it stands.
pub fn contact_key(name: &str) -> u64 {
    let mut state = START ^ name.len() as u64;
    for chunk in name.as_bytes().chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        state = mix(state ^ u64::from_le_bytes(word)).wrapping_add(STEP);
    }
    state
}

/// A draw as a percentage from 0 up to, but not, 100: of draws, `p` per cent are
/// below `p`.
pub fn percent(draw: u64) -> Decimal {
    let all = Decimal::from(100).units();
    Decimal::from_units((i128::from(draw) * all) >> 64)
}

/// A draw as a number from 0 up to, but not, `count`.
pub fn below(draw: u64, count: u64) -> u64 {
    ((u128::from(draw) * u128::from(count)) >> 64) as u64
}

/// A draw as a float between 0 and 1, never either.
pub fn fraction(draw: u64) -> f64 {
    const WIDTH: f64 = (1_u64 << 52) as f64;
    ((draw >> 12) as f64 + 0.5) / WIDTH
}

const START: u64 = 0x9e37_79b9_7f4a_7c15;
const STEP: u64 = 0xd1b5_4a32_d192_ed03;

/// Spreads every bit over all the others (the finisher of SplitMix64).
fn mix(mut word: u64) -> u64 {
    word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn t2_draws_never_change() {
        let key = contact_key("Client 1");
        let draws = [
            key,
            contact_key(""),
            draw(0, 0, 0, 0, Purpose::Split),
            draw(1, key, 7, 0, Purpose::Happens),
            draw(1, key, 7, 1, Purpose::Delay),
            draw(u64::MAX, key, u32::MAX, u32::MAX, Purpose::Value(9)),
        ];
        let golden = [
            8_567_334_780_236_515_887,
            11_400_714_819_323_198_485,
            12_911_494_337_467_935_168,
            17_834_926_940_535_979_351,
            5_050_767_329_199_203_370,
            2_242_147_964_568_992_011,
        ];
        assert_eq!(draws, golden);
    }

    #[test]
    fn every_argument_counts() {
        let base = draw(1, 2, 3, 4, Purpose::Value(5));
        let others = [
            draw(0, 2, 3, 4, Purpose::Value(5)),
            draw(1, 0, 3, 4, Purpose::Value(5)),
            draw(1, 2, 0, 4, Purpose::Value(5)),
            draw(1, 2, 3, 0, Purpose::Value(5)),
            draw(1, 2, 3, 4, Purpose::Value(0)),
            draw(1, 2, 3, 4, Purpose::Value2(5)),
            draw(2, 1, 3, 4, Purpose::Value(5)),
            draw(1, 2, 4, 3, Purpose::Value(5)),
        ];
        assert!(others.iter().all(|other| *other != base));
        assert_ne!(contact_key("a"), contact_key("a\0"));
        assert_ne!(contact_key("12345678ab"), contact_key("ab12345678"));
    }

    #[test]
    fn draws_are_even_whatever_is_counted_up() {
        let ways: [fn(u64) -> u64; 4] = [
            |n| draw(n, 1, 1, 0, Purpose::Split),
            |n| draw(1, n, 1, 0, Purpose::Split),
            |n| draw(1, 1, n as u32, 0, Purpose::Split),
            |n| draw(1, contact_key(&n.to_string()), 1, n as u32, Purpose::Split),
        ];
        for way in ways {
            let mut tens = [0_u32; 10];
            (0..100_000).for_each(|n| tens[below(way(n), 10) as usize] += 1);
            // Chi-squared with 9 degrees of freedom is above 27.9 once in a thousand.
            let spread: u32 = tens.iter().map(|ten| ten.abs_diff(10_000).pow(2)).sum();
            assert!(spread < 279_000, "{tens:?}");
        }
    }

    #[test]
    fn a_draw_turns_into_percentages_and_fractions_within_their_ends() {
        assert_eq!(percent(0), Decimal::from(0));
        assert_eq!(percent(1 << 63), Decimal::from(50));
        assert!(percent(u64::MAX) < Decimal::from(100));
        assert_eq!((below(0, 7), below(u64::MAX, 7)), (0, 6));
        assert!(fraction(0) > 0.0 && fraction(u64::MAX) < 1.0);
    }
}
