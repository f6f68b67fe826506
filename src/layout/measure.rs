//! How much room a sequence takes, bottom up. A sequence has an axis, the
//! vertical line that its tiles are centred on, and extents on both sides of it.

use crate::layout::Sizes;
use crate::model::journey::{Sequence, Tile, TileKind};

/// The room of a sequence, without what leads to its first tile.
#[derive(Debug)]
pub(super) struct SequenceRoom {
    /// From the axis to the left and to the right.
    pub(super) left: f64,
    pub(super) right: f64,
    /// From the top of the first tile to the end of the way, the last plus included.
    pub(super) height: f64,
    /// Whether a contact that enters it can leave it at its end.
    pub(super) falls_through: bool,
    /// The room of each tile.
    pub(super) tiles: Vec<TileRoom>,
}

/// The room of a tile with its branches, down to where they have merged.
#[derive(Debug)]
pub(super) struct TileRoom {
    /// The box itself.
    pub(super) width: f64,
    pub(super) box_height: f64,
    /// From the axis to the left and to the right.
    left: f64,
    right: f64,
    /// With its branches.
    pub(super) height: f64,
    /// Whether a contact that enters it can come out below it.
    pub(super) falls_through: bool,
    /// The room of each branch, and where its axis is, from this tile's axis.
    pub(super) branches: Vec<(f64, SequenceRoom)>,
}

/// From the bottom of a tile that branches to the top of the first tiles on its branches.
pub(super) fn head(sizes: &Sizes) -> f64 {
    sizes.stem + sizes.label_drop + sizes.plus_drop + sizes.gap / 2.0
}

/// The room of `tiles`.
pub(super) fn sequence(tiles: &Sequence, sizes: &Sizes) -> SequenceRoom {
    let tiles: Vec<TileRoom> = tiles.iter().map(|each| tile(each, sizes)).collect();
    let half = sizes.label.max(sizes.plus) / 2.0;
    SequenceRoom {
        left: tiles.iter().map(|room| room.left).fold(half, f64::max),
        right: tiles.iter().map(|room| room.right).fold(half, f64::max),
        height: tiles.iter().map(|room| room.height + sizes.gap).sum(),
        falls_through: tiles.iter().all(|room| room.falls_through),
        tiles,
    }
}

fn tile(tile: &Tile, sizes: &Sizes) -> TileRoom {
    let (width, box_height) = match tile.kind {
        TileKind::Exit => sizes.exit,
        _ => sizes.tile,
    };
    let branches: Vec<_> =
        tile.kind.sequences().into_iter().map(|tiles| sequence(tiles, sizes)).collect();
    if branches.is_empty() {
        let falls_through = !matches!(tile.kind, TileKind::Exit);
        let half = width / 2.0;
        let (left, right, height) = (half, half, box_height);
        return TileRoom {
            width,
            box_height,
            left,
            right,
            height,
            falls_through,
            branches: vec![],
        };
    }
    let tallest = branches.iter().map(|branch| branch.height).fold(0.0, f64::max);
    let falls_through = branches.iter().any(|branch| branch.falls_through);
    let (left, right, branches) = side_by_side(branches, sizes);
    TileRoom {
        width,
        box_height,
        left: left.max(width / 2.0),
        right: right.max(width / 2.0),
        height: box_height + head(sizes) + tallest,
        falls_through,
        branches,
    }
}

/// Puts branches next to each other, so that the middle between the first and the
/// last axis is at 0. Returns the extents and each branch with its axis.
fn side_by_side(
    branches: Vec<SequenceRoom>,
    sizes: &Sizes,
) -> (f64, f64, Vec<(f64, SequenceRoom)>) {
    let mut edge = 0.0;
    let mut placed = Vec::with_capacity(branches.len());
    for branch in branches {
        let axis = edge + branch.left;
        edge = axis + branch.right + sizes.between;
        placed.push((axis, branch));
    }
    let first = placed.first().map_or(0.0, |(axis, _)| *axis);
    let last = placed.last().map_or(0.0, |(axis, _)| *axis);
    let middle = (first + last) / 2.0;
    placed.iter_mut().for_each(|(axis, _)| *axis -= middle);
    (middle, edge - sizes.between - middle, placed)
}
