//! Which tiles of two journeys are the same. Versions say so themselves; for two
//! journeys that have nothing to do with each other, tiles are paired that are of one
//! kind and called the same, in their order.

use std::mem::discriminant;

use crate::model::collect;
use crate::model::diff::facts;
use crate::model::id::{BranchId, TriggerId};
use crate::model::journey::{Journey, Tile, TileKind};
use crate::model::renumber::Numbers;
use crate::model::sorted::SortedSet;

/// The largest table that pairing fills: what 2,000 by 2,000 tiles need.
const MOST: usize = 4_000_000;

/// The Entries are always one.
pub(super) fn entries(old: &Journey, new: &Journey) -> Numbers {
    collect::map([(new.entry.id.0, old.entry.id.0)])
}

/// Whether the two have a tile in common, or one of them has none to have in common.
pub(super) fn are_related(old: &Journey, new: &Journey) -> bool {
    let olds = collect::set(old.all_tiles().into_iter().map(|tile| tile.id));
    let news: SortedSet<_> = collect::set(new.all_tiles().into_iter().map(|tile| tile.id));
    olds.is_empty() || news.is_empty() || olds.iter().any(|tile| news.contains(tile))
}

/// Whether two tiles can be one.
pub(super) fn is_one_kind(old: &TileKind, new: &TileKind) -> bool {
    discriminant(old) == discriminant(new)
}

/// The numbers of tiles and branches of the new journey that the old one has alike.
pub(super) fn alike(old: &Journey, new: &Journey) -> Numbers {
    let (olds, news) = (old.all_tiles(), new.all_tiles());
    let mut numbers = Numbers::new();
    if olds.len().saturating_mul(news.len()) > MOST {
        return numbers;
    }
    for (old, new) in common(&olds, &news) {
        numbers.insert(new.id.0, old.id.0);
        let branches = facts::branches(old).into_iter().zip(facts::branches(new));
        for ((old, _), (new, _)) in branches {
            if old != BranchId::ONLY && new != BranchId::ONLY {
                numbers.insert(new.0, old.0);
            }
        }
    }
    numbers
}

/// A longest row of tiles that stand in both in the same order.
fn common<'a>(olds: &[&'a Tile], news: &[&'a Tile]) -> Vec<(&'a Tile, &'a Tile)> {
    let width = news.len() + 1;
    let mut longest = vec![0_u32; (olds.len() + 1) * width];
    for old in (0..olds.len()).rev() {
        for new in (0..news.len()).rev() {
            let at = old * width + new;
            longest[at] = if is_alike(olds[old], news[new]) {
                longest[at + width + 1] + 1
            } else {
                longest[at + width].max(longest[at + 1])
            };
        }
    }
    let (mut old, mut new, mut found) = (0, 0, Vec::new());
    while old < olds.len() && new < news.len() {
        let at = old * width + new;
        if is_alike(olds[old], news[new]) {
            found.push((olds[old], news[new]));
            (old, new) = (old + 1, new + 1);
        } else if longest[at + width] >= longest[at + 1] {
            old += 1;
        } else {
            new += 1;
        }
    }
    found
}

fn is_alike(old: &Tile, new: &Tile) -> bool {
    is_one_kind(&old.kind, &new.kind) && (old.name == new.name) && raised(old) == raised(new)
}

fn raised(tile: &Tile) -> Option<TriggerId> {
    match tile.kind {
        TileKind::CustomTrigger { trigger, .. } => trigger,
        _ => None,
    }
}
