//! Edits of the percentages of a Split tile.

use crate::editor::branches::name_of;
use crate::editor::edits::Done;
use crate::editor::name::EditName;
use crate::editor::outcome::Refusal;
use crate::editor::tiles::tile_of;
use crate::model::decimal::Decimal;
use crate::model::id::{BranchId, TileId};
use crate::model::journey::{Journey, Sequence, Share, Tile, TileKind, WHOLE};

/// A new branch of that percentage.
pub(super) fn new(id: BranchId, percent: Decimal) -> Share {
    Share { id, name: String::new(), percent, tiles: Sequence::new() }
}

/// A new branch of 50 percent.
pub(super) fn half(id: BranchId) -> Share {
    new(id, Decimal::from(50))
}

pub(super) fn set(
    journey: &mut Journey,
    tile: TileId,
    id: BranchId,
    percent: Decimal,
) -> Result<Done, Refusal> {
    let tile = tile_of(journey, tile)?;
    let share = shares_of(tile)?.iter_mut().find(|share| share.id == id);
    share.ok_or(Refusal::NotFound)?.percent = percent;
    Ok(Done::typed(name_of("edit-set-share", tile, id)))
}

pub(super) fn equalize(journey: &mut Journey, tile: TileId) -> Result<Done, Refusal> {
    let tile = tile_of(journey, tile)?;
    let shares = shares_of(tile)?;
    let parts = equal(shares.len());
    shares.iter_mut().zip(parts).for_each(|(share, percent)| share.percent = percent);
    Ok(Done::new(EditName::of_tile("edit-equalize", tile)))
}

/// So many parts of 100 percent, with two digits after the point; the last part gets
/// what rounding leaves.
fn equal(count: usize) -> Vec<Decimal> {
    let hundredth = Decimal::ONE.units() / 100;
    let part = WHOLE.units() / hundredth / (count.max(1) as i128) * hundredth;
    let last = WHOLE.units() - part * (count.max(1) as i128 - 1);
    let parts = (1..count).map(|_| part).chain([last]);
    parts.map(Decimal::from_units).collect()
}

fn shares_of(tile: &mut Tile) -> Result<&mut Vec<Share>, Refusal> {
    match &mut tile.kind {
        TileKind::Split { shares } => Ok(shares),
        _ => Err(Refusal::WrongTile),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_parts_make_exactly_100() {
        let texts = |count| equal(count).iter().map(Decimal::to_string).collect::<Vec<_>>();
        assert_eq!(texts(2), ["50", "50"]);
        assert_eq!(texts(3), ["33.33", "33.33", "33.34"]);
        for count in 2..=25 {
            let sum: i128 = equal(count).iter().map(|part| part.units()).sum();
            assert_eq!(sum, WHOLE.units());
        }
    }
}
