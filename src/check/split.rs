//! Split tiles: percentages that make 100.

use crate::check::code::Code;
use crate::check::problem::Problem;
use crate::check::site::{Site, Spot};
use crate::model::decimal::Decimal;
use crate::model::journey::{Share, WHOLE, total};

/// Checks the shares of one tile.
pub(super) fn check(shares: &[Share], site: impl Fn(Spot) -> Site, found: &mut Vec<Problem>) {
    if shares.len() < 2 {
        found.push(Problem::new(Code::FewShares, site(Spot::Whole)));
    }
    for share in shares {
        let code = match share.percent.cmp(&Decimal::default()) {
            std::cmp::Ordering::Less => Code::NegativeShare,
            std::cmp::Ordering::Equal => Code::EmptyShare,
            std::cmp::Ordering::Greater => continue,
        };
        found.push(Problem::new(code, site(Spot::Share(share.id))));
    }
    let sum = total(shares);
    if sum != Some(WHOLE) {
        let sum = sum.map(|sum| sum.to_string()).unwrap_or_default();
        found.push(Problem::new(Code::SharesDoNotAddUp, site(Spot::Shares)).text("total", sum));
    }
}
