//! What is different between two journeys, mostly two versions of one: tiles that came,
//! went, moved or changed, setting by setting. Tiles are the same that have one origin
//! (rule S7); two journeys that share none are paired by what their tiles are and do.
//!
//! **Invariant:** nothing is found between a journey and itself, and whatever differs
//! is named: without a finding the two are equal but for their ids, states and versions.
//! It says nothing in words, and looks at nothing beside the two journeys.

mod facts;
mod moves;
mod pair;

pub use facts::{Fact, Setting};

use crate::model::collect;
use crate::model::id::{BranchId, TileId};
use crate::model::journey::{Journey, Tile};
use crate::model::renumber;
use crate::model::sorted::SortedMap;

/// Two journeys and what is different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The older one; its parts have the numbers of their origins.
    pub old: Journey,
    /// The newer one, in the same numbers.
    pub new: Journey,
    /// What is different in the settings of the journey as a whole.
    pub settings: Vec<Edit>,
    /// What is different at the Entry and the other tiles, in reading order; tiles that
    /// went stand where they stood.
    pub tiles: Vec<TileEdit>,
    old_ids: SortedMap<TileId, TileId>,
    new_ids: SortedMap<TileId, TileId>,
}

/// A setting that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Which one.
    pub setting: Setting,
    /// What it was; none: it was not there, or empty.
    pub before: Option<Fact>,
    /// What it is now.
    pub after: Option<Fact>,
}

/// What became of a tile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TileEdit {
    /// The tile, in the numbers of origins.
    pub tile: TileId,
    /// What became of it.
    pub fate: Fate,
    /// Its settings that are not what they were; none of a tile that came or went.
    pub settings: Vec<Edit>,
}

/// What became of a tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It stands elsewhere; its settings may be different, too.
    Moved,
    /// It stands where it stood, with other settings.
    Changed,
}

/// Compares two journeys.
pub fn diff(old: &Journey, new: &Journey) -> Difference {
    let (olds, news) = (ids(old), ids(new));
    let (old, mut new) = (old.in_origins(), new.in_origins());
    let entries = pair::entries(&old, &new);
    renumber::parts(&mut new, &entries);
    if !pair::are_related(&old, &new) {
        let alike = pair::alike(&old, &new);
        renumber::parts(&mut new, &alike);
    }
    let settings = edits(facts::of_journey(&old), facts::of_journey(&new));
    let tiles = tiles(&old, &new);
    let old_ids = collect::map(ids(&old).into_iter().zip(olds));
    let new_ids = collect::map(ids(&new).into_iter().zip(news));
    Difference { old, new, settings, tiles, old_ids, new_ids }
}

/// The Entry and all other tiles, in reading order.
fn ids(journey: &Journey) -> Vec<TileId> {
    let tiles = journey.all_tiles().into_iter().map(|tile| tile.id);
    [journey.entry.id].into_iter().chain(tiles).collect()
}

impl Difference {
    /// Whether nothing is different.
    pub fn is_empty(&self) -> bool {
        self.settings.is_empty() && self.tiles.is_empty()
    }

    /// What became of a tile, if anything.
    pub fn of_tile(&self, tile: TileId) -> Option<&TileEdit> {
        self.tiles.iter().find(|edit| edit.tile == tile)
    }

    /// What became of a note on the ground, in the numbers of origins, if anything.
    pub fn of_note(&self, note: TileId) -> Option<Fate> {
        let is_its = |edit: &&Edit| matches!(edit.setting, Setting::Ground(id) | Setting::GroundPlace(id) if id == note);
        let its: Vec<&Edit> = self.settings.iter().filter(is_its).collect();
        let first = its.first()?;
        Some(if first.before.is_none() {
            Fate::Added
        } else if first.after.is_none() {
            Fate::Removed
        } else if its.iter().any(|edit| matches!(edit.setting, Setting::GroundPlace(_))) {
            Fate::Moved
        } else {
            Fate::Changed
        })
    }

    /// The id that a tile has in the older journey.
    pub fn old_id(&self, tile: TileId) -> Option<TileId> {
        self.old_ids.get(&tile).copied()
    }

    /// The id that a tile has in the newer journey.
    pub fn new_id(&self, tile: TileId) -> Option<TileId> {
        self.new_ids.get(&tile).copied()
    }

    /// How many tiles have that fate.
    pub fn count(&self, fate: Fate) -> usize {
        self.tiles.iter().filter(|edit| edit.fate == fate).count()
    }
}

fn tiles(old: &Journey, new: &Journey) -> Vec<TileEdit> {
    let moved = moves::find(old, new);
    let olds = collect::map(old.all_tiles().into_iter().map(|tile| (tile.id, tile)));
    let news = collect::map(new.all_tiles().into_iter().map(|tile| (tile.id, tile)));
    let same = |id: &TileId| match (olds.get(id), news.get(id)) {
        (Some(old), Some(new)) => pair::is_one_kind(&old.kind, &new.kind),
        _ => false,
    };
    let went = |id, fate| TileEdit { tile: id, fate, settings: Vec::new() };
    // What went stands behind the last tile before it that is still there.
    let mut gone: SortedMap<TileId, Vec<TileEdit>> = SortedMap::new();
    let mut last = old.entry.id;
    for tile in old.all_tiles() {
        if same(&tile.id) {
            last = tile.id;
        } else {
            gone.entry(last).or_default().push(went(tile.id, Fate::Removed));
        }
    }
    let mut found = Vec::new();
    let entry = edits(facts::of_entry(&old.entry), facts::of_entry(&new.entry));
    if !entry.is_empty() {
        found.push(TileEdit { tile: new.entry.id, fate: Fate::Changed, settings: entry });
    }
    found.extend(gone.remove(&old.entry.id).unwrap_or_default());
    for tile in new.all_tiles() {
        let Some(before) = olds.get(&tile.id).filter(|_| same(&tile.id)) else {
            found.push(went(tile.id, Fate::Added));
            continue;
        };
        let mut settings = edits(facts::of_tile(before), facts::of_tile(tile));
        settings.extend(order(before, tile));
        let fate = if moved.contains(&tile.id) { Fate::Moved } else { Fate::Changed };
        if fate == Fate::Moved || !settings.is_empty() {
            found.push(TileEdit { tile: tile.id, fate, settings });
        }
        found.extend(gone.remove(&tile.id).unwrap_or_default());
    }
    found
}

/// The settings that differ, in their own order.
fn edits(before: Vec<(Setting, Fact)>, after: Vec<(Setting, Fact)>) -> Vec<Edit> {
    let mut before = collect::map(before);
    let mut found = Vec::new();
    for (setting, fact) in after {
        let was = before.remove(&setting);
        if was.as_ref() != Some(&fact) {
            found.push(Edit { setting, before: was, after: Some(fact) });
        }
    }
    let gone = before.into_iter();
    found.extend(gone.map(|(setting, was)| Edit { setting, before: Some(was), after: None }));
    collect::sort_by_key(&mut found, |edit| edit.setting);
    found
}

/// The order of branches, where those that both have stand in another one.
fn order(before: &Tile, after: &Tile) -> Option<Edit> {
    let (old, new) = (facts::branches(before), facts::branches(after));
    if common(&old, &new) == common(&new, &old) {
        return None;
    }
    let names = |all: Named| Fact::Names(all.into_iter().map(|(_, name)| name).collect());
    Some(Edit { setting: Setting::Order, before: Some(names(old)), after: Some(names(new)) })
}

type Named = Vec<(BranchId, String)>;

/// Those of `these` that are among `those`, too.
fn common(these: &Named, those: &Named) -> Vec<BranchId> {
    let known = |id: &BranchId| those.iter().any(|(other, _)| other == id);
    these.iter().map(|(id, _)| *id).filter(known).collect()
}
