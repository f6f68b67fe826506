//! What is known along the ways of a journey, kept from one walk to the next.

use crate::check::problem::Problem;
use crate::check::proof::facts::Facts;
use crate::model::condition::Source;
use crate::model::id::TileId;
use crate::model::sorted::{SortedMap, SortedSet};

/// What the last walks through a journey showed, tile by tile. Of tiles that nobody comes
/// to there is nothing.
#[derive(Debug, Default)]
pub(in crate::check) struct Proven {
    passed: SortedMap<TileId, Passed>,
    /// Sources that may be empty, and are not at these tiles: the ways there have asked.
    given: SortedMap<TileId, Vec<Source>>,
    /// What is said of the branches of a tile.
    pub found: SortedMap<TileId, Vec<Problem>>,
    /// How many tiles the last walk looked at.
    pub looked_at: usize,
}

/// What is known before and after a tile.
#[derive(Debug)]
pub(super) struct Passed {
    came: Facts,
    left: Option<Facts>,
}

impl Passed {
    /// A tile with what is known before and after it; nothing after it when nobody comes
    /// out of it.
    pub fn new(came: Facts, left: Option<Facts>) -> Self {
        Self { came, left }
    }

    /// Whether that was known before it.
    pub fn came(&self, facts: &Facts) -> bool {
        self.came.is(facts) || self.came.say_the_same(facts)
    }

    /// What is known after it.
    pub fn left(&self) -> Option<Facts> {
        self.left.clone()
    }
}

impl Proven {
    /// Whether a source that may be empty has a value at a tile.
    pub fn is_given(&self, tile: TileId, source: Source) -> bool {
        self.given.get(&tile).is_some_and(|given| given.contains(&source))
    }

    /// Forgets tiles that are gone.
    pub fn leave(&mut self, gone: &SortedSet<TileId>) {
        if !gone.is_empty() {
            self.passed.retain(|tile, _| !gone.contains(tile));
            self.given.retain(|tile, _| !gone.contains(tile));
            self.found.retain(|tile, _| !gone.contains(tile));
        }
    }

    pub(super) fn passed(&self, tile: TileId) -> Option<&Passed> {
        self.passed.get(&tile)
    }

    /// Keeps what is known at a tile; says whether other values are given there than before.
    pub(super) fn keep(
        &mut self,
        tile: TileId,
        passed: Passed,
        given: Vec<Source>,
        found: Vec<Problem>,
    ) -> bool {
        self.passed.insert(tile, passed);
        match found.is_empty() {
            true => drop(self.found.remove(&tile)),
            false => drop(self.found.insert(tile, found)),
        }
        let before = match given.is_empty() {
            true => self.given.remove(&tile),
            false => self.given.insert(tile, given.clone()),
        };
        before.unwrap_or_default() != given
    }

    /// Nobody comes to a tile; says whether a value was given there before.
    pub(super) fn forget(&mut self, tile: TileId) -> bool {
        self.passed.remove(&tile);
        self.found.remove(&tile);
        self.given.remove(&tile).is_some()
    }
}
