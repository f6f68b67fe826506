//! Numbers compare by value as decimals, never as text or floats (rule C3).

use std::fmt;
use std::str::FromStr;

/// Digits kept after the point: as many as a Dataverse decimal column has.
const DIGITS: usize = 10;
const ONE: i128 = 10_i128.pow(DIGITS as u32);

/// An exact decimal with up to 10 digits after the point and 27 before it.
///
/// Addition and comparison are those of integers, so they are the same on
/// every target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Decimal(i128);

/// Why a text is not a decimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecimalError {
    /// Not digits with an optional sign and one point.
    #[error("not a number")]
    NotANumber,
    /// More than 10 digits after the point: rounding would be a guess.
    #[error("more than 10 digits after the point")]
    TooFine,
    /// More than 27 digits before the point.
    #[error("more than 27 digits before the point")]
    TooLarge,
}

impl Decimal {
    /// One.
    pub const ONE: Self = Self(ONE);

    /// The number that `units` ten-billionths make.
    pub const fn from_units(units: i128) -> Self {
        Self(units)
    }

    /// The value in ten-billionths.
    pub const fn units(self) -> i128 {
        self.0
    }

    /// The sum; nothing where it is too large.
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The value as a float, for drawing only.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / ONE as f64
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Self(i128::from(value) * ONE)
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    /// Reads `[-+]digits[.digits]`: a point, no grouping, no exponent.
    fn from_str(text: &str) -> Result<Self, DecimalError> {
        if let Some(number) = short(text.as_bytes()) {
            return Ok(number);
        }
        let (negative, digits) = match text.as_bytes().first() {
            Some(b'-') => (true, &text[1..]),
            Some(b'+') => (false, &text[1..]),
            _ => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(whole) || !all_digits(fraction) {
            return Err(DecimalError::NotANumber);
        }
        let fraction = fraction.trim_end_matches('0');
        if fraction.len() > DIGITS {
            return Err(DecimalError::TooFine);
        }
        let whole = whole.trim_start_matches('0');
        if whole.len() > 27 {
            return Err(DecimalError::TooLarge);
        }
        let mut units: i128 = 0;
        for digit in whole.bytes().chain(fraction.bytes()) {
            units = units * 10 + i128::from(digit - b'0');
        }
        units *= 10_i128.pow((DIGITS - fraction.len()) as u32);
        Ok(Self(if negative { -units } else { units }))
    }
}

/// Reads a number of few digits and without a sign, as nearly all are; `None` for others.
fn short(text: &[u8]) -> Option<Decimal> {
    let (mut units, mut fraction) = (0_u64, None);
    if text.len() > MOST_OF_SHORT || !text.first()?.is_ascii_digit() {
        return None;
    }
    for byte in text {
        match (byte, fraction) {
            (b'0'..=b'9', _) => {
                units = units * 10 + u64::from(byte - b'0');
                fraction = fraction.map(|digits| digits + 1);
            }
            (b'.', None) => fraction = Some(0),
            _ => return None,
        }
    }
    let scale = match fraction {
        None => DIGITS,
        Some(digits @ 1..=DIGITS) => DIGITS - digits,
        Some(_) => return None,
    };
    Some(Decimal(i128::from(units) * i128::from(10_u64.pow(scale as u32))))
}

/// So many bytes of digits fit into a machine word.
const MOST_OF_SHORT: usize = 18;

impl fmt::Display for Decimal {
    /// The shortest text that reads back as the same number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, fraction) = (self.0.abs() / ONE, self.0.abs() % ONE);
        if fraction == 0 {
            return write!(f, "{sign}{whole}");
        }
        let fraction = format!("{fraction:0DIGITS$}");
        write!(f, "{sign}{whole}.{}", fraction.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn c3_numbers_compare_by_value() {
        assert_eq!(decimal("1.50"), decimal("1.5"));
        assert_eq!(decimal("-0"), decimal("0"));
        assert!(decimal("9") < decimal("10"));
        assert!(decimal("-2") < decimal("-1.9999999999"));
    }

    #[test]
    fn text_and_back_is_the_canonical_form() {
        for (read, shown) in
            [("007.10", "7.1"), ("-0.0000000001", "-0.0000000001"), ("+3", "3"), ("-12.5", "-12.5")]
        {
            assert_eq!(decimal(read).to_string(), shown);
        }
    }

    #[test]
    fn what_cannot_be_kept_exactly_is_refused() {
        let read = |text: &str| text.parse::<Decimal>();
        assert_eq!(read("0.00000000001"), Err(DecimalError::TooFine));
        assert_eq!(read(&"9".repeat(28)), Err(DecimalError::TooLarge));
        for text in ["", "-", ".5", "5.", "1e3", "1,5", "1 000", "NaN", "٣"] {
            assert_eq!(read(text), Err(DecimalError::NotANumber), "{text}");
        }
    }
}
