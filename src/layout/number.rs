//! Numbers of a drawing, as style sheets and SVG read them.

use std::fmt;

/// A number that is written with at most six digits after the point: more than a
/// screen shows. The language's own writer, which keeps every bit, weighs more than
/// the whole layout.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number(pub f64);

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let millionths = (self.0 * 1e6).round() as i64;
        let (whole, rest) =
            (millionths.unsigned_abs() / 1_000_000, millionths.unsigned_abs() % 1_000_000);
        let sign = if millionths < 0 { "-" } else { "" };
        match rest {
            0 => write!(f, "{sign}{whole}"),
            rest => {
                let digits = format!("{rest:06}");
                write!(f, "{sign}{whole}.{}", digits.trim_end_matches('0'))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_digits_after_the_point_at_most() {
        for (number, text) in [
            (0.0, "0"),
            (-0.000_000_1, "0"),
            (12.0, "12"),
            (-12.5, "-12.5"),
            (0.1 + 0.2, "0.3"),
            (1.0 / 3.0, "0.333333"),
            (-0.05, "-0.05"),
        ] {
            assert_eq!(Number(number).to_string(), text);
        }
    }
}
