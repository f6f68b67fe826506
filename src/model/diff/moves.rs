//! Which tiles of a journey stand elsewhere than before: on another branch, or on
//! another side of tiles that stayed.

use crate::model::id::TileId;
use crate::model::journey::{Journey, Sequence, Tile};
use crate::model::sorted::{SortedMap, SortedSet};
use crate::model::tree::{SequenceId, Slot};

/// The tiles of both that moved: as few as explain the order of all.
pub(super) fn find(old: &Journey, new: &Journey) -> SortedSet<TileId> {
    let mut before = SortedMap::new();
    places(&old.tiles, SequenceId::Root, &mut before);
    let mut after = SortedMap::new();
    places(&new.tiles, SequenceId::Root, &mut after);
    let mut moved = SortedSet::new();
    let mut stayed: SortedMap<SequenceId, Vec<(usize, usize, TileId)>> = SortedMap::new();
    for (tile, (sequence, index)) in after {
        match before.get(&tile) {
            Some((home, from)) if *home == sequence => {
                stayed.entry(sequence).or_default().push((index, *from, tile));
            }
            Some(_) => {
                moved.insert(tile);
            }
            None => {}
        }
    }
    for mut tiles in stayed.into_values() {
        tiles.sort_unstable();
        let order: Vec<usize> = tiles.iter().map(|(_, from, _)| *from).collect();
        let kept = longest_rise(&order);
        let tiles = tiles.into_iter().zip(kept).filter(|(_, kept)| !kept);
        moved.extend(tiles.map(|((_, _, tile), _)| tile));
    }
    moved
}

fn places(tiles: &Sequence, at: SequenceId, found: &mut SortedMap<TileId, (SequenceId, usize)>) {
    for (index, tile) in tiles.iter().enumerate() {
        found.insert(tile.id, (at, index));
        for (slot, tiles) in tile.branches() {
            places(tiles, home(tile, slot), found);
        }
    }
}

/// The branch of a tile: what is left is one branch, whatever it is called.
fn home(tile: &Tile, slot: Slot) -> SequenceId {
    SequenceId::Of(tile.id, if slot == Slot::No { Slot::Other } else { slot })
}

/// Which of these numbers make up a longest rising row of them.
fn longest_rise(numbers: &[usize]) -> Vec<bool> {
    // For each length the number that such a row can end with at least, and where it stands.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::new();
    for (place, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|end| numbers[*end] < *number);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    let mut kept = vec![false; numbers.len()];
    let mut at = ends.last().copied();
    while let Some(place) = at {
        kept[place] = true;
        at = before[place];
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_few_as_possible_moved() {
        let kept = |numbers: &[usize]| {
            let kept = longest_rise(numbers);
            numbers.iter().zip(kept).filter(|(_, kept)| *kept).map(|(n, _)| *n).collect::<Vec<_>>()
        };
        assert_eq!(kept(&[]), Vec::<usize>::new());
        assert_eq!(kept(&[0, 1, 2]), [0, 1, 2]);
        assert_eq!(kept(&[3, 0, 1, 2]), [0, 1, 2]);
        assert_eq!(kept(&[1, 2, 3, 0]), [1, 2, 3]);
        assert_eq!(kept(&[2, 1, 0]).len(), 1);
    }
}
