//! Pasting copied tiles onto a journey. What they refer to is what is here already,
//! where it is the same: by id where nothing else speaks against it, or else by name
//! and type. Nothing but the tiles comes in.
//!
//! **Invariant:** nothing is lost silently. A reference to what is not here stays one,
//! to something that does not exist, which the checker finds; and each record that the
//! tiles refer to is told of once: kept, found by its name, or missing.

use crate::format::Fragment;
use crate::format::remap::Remap;
use crate::model::audience::Field;
use crate::model::change::Tx;
use crate::model::collect;
use crate::model::id::{JourneyId, TileId};
use crate::model::journey::{Journey, MAX_EDITED_DEPTH, Sequence};
use crate::model::note::Anchor;
use crate::model::predicate::fold;
use crate::model::table::Table;
use crate::model::tree::{Place, SequenceId};
use crate::model::trigger::Trigger;
use crate::model::value::Type;
use crate::model::workspace::Workspace;

/// What was pasted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pasted {
    /// The outermost tiles, by their new ids.
    pub tiles: Vec<TileId>,
    /// The notes on the ground, by their new ids.
    pub ground: Vec<TileId>,
    /// What became of everything that they refer to.
    pub notes: Vec<PasteNote>,
}

/// A kind of thing that tiles refer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each says what it is")]
pub enum What {
    Field,
    Trigger,
    Attribute,
    Table,
    Column,
    Tile,
    Entry,
}

/// What became of one thing that the tiles refer to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PasteNote {
    /// It is the same here.
    Kept(What, String),
    /// What has that name here stands for it.
    Remapped(What, String),
    /// There is no such thing here; what referred to it refers to nothing.
    Missing(What, String),
}

/// Why tiles were not pasted; nothing has changed then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasteError {
    /// The journey or the place is not there.
    #[error("the place does not exist")]
    NoPlace,
    /// Tiles with branches would be nested deeper than files of a journey hold.
    #[error("nested too deep")]
    TooDeep,
}

/// Pastes tiles at a place of a journey. A note on the ground whose tile is not among them
/// lies by what stands above the place.
///
/// # Errors
///
/// When there is no such place, or the tiles would be nested too deep there.
pub fn paste(
    fragment: Fragment,
    journey: JourneyId,
    place: Place,
    tx: &mut Tx,
) -> Result<Pasted, PasteError> {
    let found = tx.workspace().journeys.get(&journey).ok_or(PasteError::NoPlace)?.clone();
    let target = found.sequence(place.sequence).ok_or(PasteError::NoPlace)?;
    if place.index > target.len() {
        return Err(PasteError::NoPlace);
    }
    let most = found.depth().max(MAX_EDITED_DEPTH);
    if depth_at(&found, place) + depth_of(&found, &fragment.tiles) > most {
        return Err(PasteError::TooDeep);
    }
    let mut matcher = Matcher { remap: Remap::default(), notes: Vec::new() };
    matcher.records(&fragment, tx.workspace());
    matcher.elsewhere(&fragment, &found);
    let Matcher { mut remap, notes } = matcher;
    let mut tiles = fragment.tiles;
    let inside = collect::set(tiles.iter().flat_map(|tile| tile.subtree()).map(|tile| tile.id));
    remap.sequence(&mut tiles, tx);
    let ids = tiles.iter().map(|tile| tile.id).collect();
    let mut lying = fragment.notes;
    for note in &mut lying {
        note.id = TileId(tx.next_id());
        note.at = if inside.contains(&note.at.tile) {
            Anchor { tile: TileId(remap.number(note.at.tile.0, tx)), ..note.at }
        } else {
            Anchor { tile: found.above(place), ..note.at }.aside()
        };
    }
    let ground = lying.iter().map(|note| note.id).collect();
    let target = tx.get_mut::<Journey>(journey).ok_or(PasteError::NoPlace)?;
    let sequence = target.sequence_mut(place.sequence).ok_or(PasteError::NoPlace)?;
    sequence.splice(place.index..place.index, tiles);
    target.notes.extend(lying);
    Ok(Pasted { tiles: ids, ground, notes })
}

/// How many tiles with branches stand around a place.
fn depth_at(journey: &Journey, place: Place) -> usize {
    match place.sequence {
        SequenceId::Root => 0,
        SequenceId::Of(owner, _) => journey.ancestors(owner).len() + 1,
    }
}

fn depth_of(journey: &Journey, tiles: &Sequence) -> usize {
    Journey { tiles: tiles.clone(), ..journey.clone() }.depth()
}

struct Matcher {
    remap: Remap,
    notes: Vec<PasteNote>,
}

impl Matcher {
    fn records(&mut self, fragment: &Fragment, workspace: &Workspace) {
        for table in &fragment.tables {
            self.table(table, workspace);
        }
        for field in &fragment.fields {
            self.field(field, fragment, workspace);
        }
        for trigger in &fragment.triggers {
            self.trigger(trigger, fragment, workspace);
        }
    }

    /// Lets one thing be another one, and notes it.
    fn same(&mut self, what: What, from: u32, here: Option<u32>, name: &str) {
        let note = match here {
            Some(here) if here == from => PasteNote::Kept(what, name.to_owned()),
            Some(_) => PasteNote::Remapped(what, name.to_owned()),
            None => PasteNote::Missing(what, name.to_owned()),
        };
        if let Some(here) = here {
            self.remap.set(from, here);
        }
        self.notes.push(note);
    }

    fn table(&mut self, table: &Table, workspace: &Workspace) {
        let all =
            || workspace.tables.values().filter(|known| fold(&known.name) == fold(&table.name));
        let here = all().find(|known| known.id == table.id).or_else(|| all().next());
        self.same(What::Table, table.id.0, here.map(|known| known.id.0), &table.name);
        let Some(here) = here else { return };
        for column in &table.columns {
            let all = || {
                let named = |name: &str| fold(name) == fold(&column.name);
                here.columns.iter().filter(move |known| named(&known.name))
            };
            let found = all().find(|known| known.id == column.id).or_else(|| all().next());
            let name = format!("{} › {}", table.name, column.name);
            self.same(What::Column, column.id.0, found.map(|known| known.id.0), &name);
        }
    }

    fn field(&mut self, field: &Field, fragment: &Fragment, workspace: &Workspace) {
        let fits = |known: &&std::sync::Arc<Field>| {
            fold(&known.name) == fold(&field.name)
                && is_same_type(&field.ty, &known.ty, fragment, workspace)
        };
        let all = || workspace.fields.values().filter(fits);
        let here = all().find(|known| known.id == field.id).or_else(|| all().next());
        self.same(What::Field, field.id.0, here.map(|known| known.id.0), &field.name);
    }

    /// A unique name is given once and for all, so it tells which trigger is meant.
    fn trigger(&mut self, trigger: &Trigger, fragment: &Fragment, workspace: &Workspace) {
        let all = || workspace.triggers.values();
        let unique = |known: &&std::sync::Arc<Trigger>| known.unique_name == trigger.unique_name;
        let here = all()
            .find(|known| known.id == trigger.id && unique(known))
            .or_else(|| all().find(unique))
            .or_else(|| all().find(|known| fold(&known.name) == fold(&trigger.name)));
        self.same(What::Trigger, trigger.id.0, here.map(|known| known.id.0), &trigger.name);
        let Some(here) = here else { return };
        for attribute in &trigger.attributes {
            let fits = |ty: &Type| is_same_type(&attribute.ty, ty, fragment, workspace);
            let known = here.attributes.iter();
            let same_id = known
                .clone()
                .find(|known| known.id == attribute.id && here.id == trigger.id && fits(&known.ty));
            let same_name = |name: &str| fold(name) == fold(&attribute.name);
            let found =
                same_id.or_else(|| known.clone().find(|one| same_name(&one.name) && fits(&one.ty)));
            let name = format!("{} › {}", trigger.name, attribute.name);
            self.same(What::Attribute, attribute.id.0, found.map(|known| known.id.0), &name);
        }
    }

    /// Tiles that were not copied: the same ones on the same journey, or else those
    /// that are called the same or, for an Entry, listen to the same.
    fn elsewhere(&mut self, fragment: &Fragment, journey: &Journey) {
        let at_home = fragment.journey == journey.id && fragment.name == journey.name;
        for tile in &fragment.elsewhere {
            if tile.is_entry {
                let mut listens = tile.triggers.iter().map(|id| self.remap.here(id.0));
                let here = journey.entry.trigger().map(|id| id.0);
                let same = at_home && tile.id == journey.entry.id
                    || here.is_some() && listens.any(|trigger| trigger == here);
                let here = same.then_some(journey.entry.id.0);
                self.same(What::Entry, tile.id.0, here, &fragment.name);
                continue;
            }
            let all = journey.all_tiles();
            let named = || !tile.name.is_empty();
            let same_id = all.iter().find(|known| {
                known.id == tile.id && (at_home || named() && known.name == tile.name)
            });
            let same_name = || all.iter().find(|known| named() && known.name == tile.name);
            let here = same_id.or_else(same_name).map(|known| known.id.0);
            let name = if named() { tile.name.clone() } else { tile.id.to_string() };
            self.same(What::Tile, tile.id.0, here, &name);
        }
    }
}

/// Whether a type there is that one here; tables are the same by name.
fn is_same_type(there: &Type, here: &Type, fragment: &Fragment, workspace: &Workspace) -> bool {
    match (there, here) {
        (Type::EntityReference(there), Type::EntityReference(here)) => {
            let known = fragment.tables.iter().find(|table| table.id == *there);
            let name = known.map(|table| fold(&table.name));
            // A table that is nowhere is still the same one.
            name == workspace.tables.get(here).map(|table| fold(&table.name))
                && (name.is_some() || there == here)
        }
        _ => there == here,
    }
}
