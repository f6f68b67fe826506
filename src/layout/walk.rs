//! Walking through a journey with the arrow keys, along the flow: everything
//! that can have the focus is reached, and where a step leads does not depend on
//! sizes.

use std::sync::Arc;

use crate::layout::Folded;
use crate::model::id::TileId;
use crate::model::journey::{Journey, Tile};
use crate::model::tree::{Place, SequenceId};

/// What the focus can be on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stop {
    /// The Entry tile.
    Entry,
    /// Another tile.
    Tile(TileId),
    /// A place where a tile can stand.
    Plus(Place),
}

/// Where an arrow key points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each says what it is")]
pub enum Direction {
    Up,
    Down,
    Left,
    Right,
}

/// What comes next from `stop`: up and down along the flow, left and right
/// between the branches of a tile; a closed branch is one stop, its first place.
/// `None` where nothing does.
pub fn neighbour(
    journey: &Journey,
    folds: &Folded,
    stop: Stop,
    direction: Direction,
) -> Option<Stop> {
    let seen = Seen { journey, folds };
    match direction {
        Direction::Down => down(seen, stop),
        Direction::Up => up(seen, stop),
        Direction::Left => beside(seen, stop, -1),
        Direction::Right => beside(seen, stop, 1),
    }
}

/// A journey as it is drawn: on a closed branch there is nothing.
#[derive(Clone, Copy)]
struct Seen<'a> {
    journey: &'a Journey,
    folds: &'a Folded,
}

impl<'a> Seen<'a> {
    fn tile(self, id: TileId) -> Option<&'a Tile> {
        self.journey.tile(id)
    }

    fn place_of(self, id: TileId) -> Option<Place> {
        self.journey.place_of(id)
    }

    fn sequence(self, id: SequenceId) -> Option<&'a [Arc<Tile>]> {
        match id {
            SequenceId::Of(tile, slot) if self.folds.contains(&(tile, slot)) => Some(&[]),
            _ => Some(self.journey.sequence(id)?),
        }
    }
}

fn down(journey: Seen<'_>, stop: Stop) -> Option<Stop> {
    match stop {
        Stop::Entry => Some(plus(SequenceId::Root, 0)),
        Stop::Tile(id) => match journey.tile(id)?.slots().first() {
            Some(&slot) => Some(plus(SequenceId::Of(id, slot), 0)),
            None => after(journey, id),
        },
        Stop::Plus(Place { sequence, index }) => match journey.sequence(sequence)?.get(index) {
            Some(tile) => Some(Stop::Tile(tile.id)),
            None => match sequence {
                SequenceId::Root => None,
                SequenceId::Of(owner, _) => after(journey, owner),
            },
        },
    }
}

fn up(journey: Seen<'_>, stop: Stop) -> Option<Stop> {
    match stop {
        Stop::Entry => None,
        Stop::Tile(id) => journey.place_of(id).map(Stop::Plus),
        Stop::Plus(Place { sequence, index: 0 }) => Some(match sequence {
            SequenceId::Root => Stop::Entry,
            SequenceId::Of(owner, _) => Stop::Tile(journey.tile(owner)?.id),
        }),
        Stop::Plus(Place { sequence, index }) => {
            let tile = journey.sequence(sequence)?.get(index - 1)?;
            Some(last_of(journey, tile))
        }
    }
}

/// The stop beside `stop` on the next branch in that direction, of the tile that
/// owns its branch or, at the edge, of one further out.
fn beside(journey: Seen<'_>, stop: Stop, step: isize) -> Option<Stop> {
    let mut place = match stop {
        Stop::Entry => return None,
        Stop::Tile(id) => journey.place_of(id)?,
        Stop::Plus(place) => place,
    };
    while let SequenceId::Of(owner, slot) = place.sequence {
        let slots = journey.tile(owner)?.slots();
        let index = slots.iter().position(|known| *known == slot)?;
        let next = index.checked_add_signed(step).and_then(|index| slots.get(index));
        if let Some(&slot) = next {
            let sequence = SequenceId::Of(owner, slot);
            let on_plus = matches!(stop, Stop::Plus(_));
            return level_with(journey, Place { sequence, index: place.index }, on_plus);
        }
        place = journey.place_of(owner)?;
    }
    None
}

/// The stop nearest to that place in its sequence.
fn level_with(journey: Seen<'_>, place: Place, on_plus: bool) -> Option<Stop> {
    let tiles = journey.sequence(place.sequence)?;
    match tiles.get(place.index).or(tiles.last()) {
        Some(tile) if !on_plus => Some(Stop::Tile(tile.id)),
        _ => Some(plus(place.sequence, place.index.min(tiles.len()))),
    }
}

/// The place after a tile, below where its branches merge.
fn after(journey: Seen<'_>, id: TileId) -> Option<Stop> {
    let Place { sequence, index } = journey.place_of(id)?;
    Some(plus(sequence, index + 1))
}

/// The tile itself, or the end of its first branch.
fn last_of(journey: Seen<'_>, tile: &Tile) -> Stop {
    let first = tile.slots().first().map(|slot| SequenceId::Of(tile.id, *slot));
    match first.and_then(|id| Some((id, journey.sequence(id)?.len()))) {
        Some((id, length)) => plus(id, length),
        None => Stop::Tile(tile.id),
    }
}

fn plus(sequence: SequenceId, index: usize) -> Stop {
    Stop::Plus(Place { sequence, index })
}
