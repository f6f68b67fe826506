//! Tiles as text, for the clipboard: with what they refer to, so that another
//! workspace can find the same by id or by name ([`paste`](crate::format::paste())).
//!
//! **Invariant:** what is written reads back equal.

use std::sync::Arc;

use crate::format::error::{FileKind, ReadError};
use crate::format::journey::JourneyFile;
use crate::format::read::{located, text_of};
use crate::format::v1::FragmentV1;
use crate::format::{reader, writer};
use crate::model::audience::Field;
use crate::model::condition::{Condition, Source};
use crate::model::entry::EntryBy;
use crate::model::id::{JourneyId, TableId, TileId, TriggerId};
use crate::model::journey::{Journey, Listener, Mapping, Sequence, Tile, TileKind, WaitOn};
use crate::model::note::{GroundNote, Note};
use crate::model::sorted::SortedSet;
use crate::model::table::{Reference, Table};
use crate::model::time::Duration;
use crate::model::trigger::Trigger;
use crate::model::value::Type;
use crate::model::workspace::Workspace;
use crate::model::{collect, renumber};

/// Tiles that were copied. Ids are those of the workspace that they come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fragment {
    /// The name of the workspace.
    pub workspace: String,
    /// The journey.
    pub journey: JourneyId,
    /// The name of the journey.
    pub name: String,
    /// The tiles, in reading order, with everything on their branches.
    pub tiles: Sequence,
    /// The notes on the ground that were copied with them, or alone, in ascending order
    /// of id.
    pub notes: Vec<GroundNote>,
    /// The tiles that they refer to and that were not copied, in ascending order of id.
    pub elsewhere: Vec<Elsewhere>,
    /// The contact fields that they read, in ascending order of id.
    pub fields: Vec<Field>,
    /// The triggers that they listen to, raise or read, in ascending order of id, with
    /// those attributes that they name.
    pub triggers: Vec<Trigger>,
    /// The tables that fields and attributes point into, without their rows, with those
    /// columns that the tiles name.
    pub tables: Vec<Table>,
}

/// A tile that was not copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// Its id.
    pub id: TileId,
    /// Whether it is the Entry.
    pub is_entry: bool,
    /// Its own name; may be empty.
    pub name: String,
    /// What it listens to.
    pub triggers: Vec<TriggerId>,
}

/// The text of tiles of a journey, with these notes on the ground.
pub fn write_tiles(
    workspace: &Workspace,
    journey: &Journey,
    tiles: &[&Tile],
    notes: &[&GroundNote],
) -> String {
    let fragment = Fragment {
        notes: notes.iter().map(|note| (*note).clone()).collect(),
        ..Fragment::of(workspace, journey, tiles)
    };
    writer::write(&mut FragmentV1::new(&fragment))
}

/// Reads the text of tiles.
///
/// # Errors
///
/// Whatever is not a text of tiles that this build can hold, with the place and the cause.
pub fn read_tiles(text: &str) -> Result<Fragment, ReadError> {
    let text = text_of(text.as_bytes(), FileKind::Tiles)?;
    let mut file = FragmentV1::default();
    reader::read(text, &mut file)?.greatest(text)?;
    file.into_model().map_err(|flaw| located(text, flaw))
}

impl Fragment {
    /// Tiles of a journey with what they refer to; without notes on the ground.
    pub fn of(workspace: &Workspace, journey: &Journey, tiles: &[&Tile]) -> Self {
        let tiles: Sequence = tiles.iter().map(|tile| Arc::new(Tile::clone(tile))).collect();
        let named = named(&tiles);
        let elsewhere = elsewhere(journey, &tiles, &named);
        // A journey of these tiles alone; what other tiles listen to is read, too.
        let mut alone = journey.clone();
        (alone.tiles, alone.exits, alone.goal) = (tiles, Vec::new(), None);
        alone.entry.exclusions.clear();
        alone.entry.by = EntryBy::Segments { segments: Vec::new(), at: String::new(), every: None };
        let listeners = elsewhere.iter().flat_map(|tile| &tile.triggers).map(|trigger| {
            let on = Listener { trigger: Some(*trigger), ..Listener::default() };
            Arc::new(Tile {
                id: TileId(0),
                name: String::new(),
                kind: TileKind::wait_for(
                    WaitOn::Trigger(on),
                    Duration::days(1),
                    Sequence::new(),
                    Sequence::new(),
                ),
                note: Note::default(),
            })
        });
        let own = alone.tiles.len();
        alone.tiles.extend(listeners);
        let mut file = JourneyFile::with(workspace, alone);
        file.journey.tiles.truncate(own);
        file.triggers.iter_mut().for_each(|trigger| {
            trigger.attributes.retain(|attribute| named.contains(&attribute.id.0));
        });
        file.tables.iter_mut().for_each(|table| {
            table.columns.retain(|column| named.contains(&column.id.0));
        });
        let tables = pointed_at(&file);
        file.tables.retain(|table| tables.contains(&table.id) || !table.columns.is_empty());
        Self {
            workspace: workspace.settings.name.clone(),
            journey: journey.id,
            name: journey.name.clone(),
            tiles: file.journey.tiles,
            notes: Vec::new(),
            elsewhere,
            fields: file.fields,
            triggers: file.triggers,
            tables: file.tables,
        }
    }
}

/// The tables that fields, attributes and columns point into.
fn pointed_at(file: &JourneyFile) -> SortedSet<TableId> {
    let attributes = file.triggers.iter().flat_map(|trigger| &trigger.attributes);
    let columns = file.tables.iter().flat_map(|table| &table.columns);
    let types = file.fields.iter().map(|field| &field.ty).chain(attributes.map(|one| &one.ty));
    let tables = types.chain(columns.map(|one| &one.ty)).filter_map(|ty| match ty {
        Type::EntityReference(table) => Some(*table),
        _ => None,
    });
    collect::set(tables)
}

/// The tiles of a journey that these refer to and that are none of them.
fn elsewhere(journey: &Journey, tiles: &Sequence, named: &SortedSet<u32>) -> Vec<Elsewhere> {
    let mut numbers = Vec::new();
    tiles.iter().for_each(|tile| renumber::of_tile(tile, &mut numbers));
    let own = collect::set(numbers);
    let listened = |tile: &Tile| tile.kind.listeners().filter_map(|on| on.trigger).collect();
    let others = named.difference(&own).map(|number| TileId(*number));
    let found = others.filter_map(|id| {
        if id == journey.entry.id {
            let triggers = journey.entry.trigger().into_iter().collect();
            return Some(Elsewhere { id, is_entry: true, name: String::new(), triggers });
        }
        let tile = journey.tile(id)?;
        let (name, triggers) = (tile.name.clone(), listened(tile));
        Some(Elsewhere { id, is_entry: false, name, triggers })
    });
    found.collect()
}

/// The numbers of the tiles, attributes and columns that tiles refer to. A number names
/// one thing only.
fn named(tiles: &Sequence) -> SortedSet<u32> {
    let mut found = Vec::new();
    for tile in tiles.iter().flat_map(|tile| tile.subtree()) {
        match &tile.kind {
            TileKind::AttributeBranch { branches, .. } => {
                branches.iter().for_each(|branch| condition(&branch.condition, &mut found));
            }
            TileKind::WaitFor { waits, .. } => {
                for wait in waits {
                    match &wait.on {
                        WaitOn::Trigger(on) => condition(&on.condition, &mut found),
                        WaitOn::Interaction { message, .. } => {
                            found.extend(message.map(|message| message.0));
                        }
                    }
                }
            }
            TileKind::Message { to, .. } => to.iter().for_each(|from| source(from, &mut found)),
            TileKind::CustomTrigger { mappings, binding, .. } => {
                found.extend(mappings.keys().map(|attribute| attribute.0));
                for mapping in mappings.values().chain(binding) {
                    if let Mapping::Attribute(from) = mapping {
                        source(from, &mut found);
                    }
                }
            }
            TileKind::Wait(wait) => {
                wait.date().iter().for_each(|from| source(from, &mut found));
            }
            TileKind::Split { .. } | TileKind::Exit => {}
        }
    }
    collect::set(found)
}

fn condition(condition: &Condition, found: &mut Vec<u32>) {
    for from in condition.rows().filter_map(|row| row.source) {
        source(&from, found);
    }
}

fn source(source: &Source, found: &mut Vec<u32>) {
    match source {
        Source::Received(tile, attribute) => found.extend([tile.0, attribute.0]),
        Source::ReceivedBinding(tile) => found.push(tile.0),
        Source::Incoming(attribute) => found.push(attribute.0),
        Source::Column(reference, path) => {
            match reference {
                Reference::Received(tile, attribute) => found.extend([tile.0, attribute.0]),
                Reference::Incoming(attribute) => found.push(attribute.0),
                Reference::Contact(_) => {}
            }
            found.extend(path.columns().iter().map(|column| column.0));
        }
        Source::Contact(_) | Source::IncomingBinding | Source::Journey(_) => {}
    }
}
