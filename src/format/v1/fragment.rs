//! Tiles that were copied, as they stand on the clipboard.

use crate::format::shape::{Members, Object, objects};
use crate::format::v1::Flaw;
use crate::format::v1::note::{NoteRecord, notes};
use crate::format::v1::tile::{Tiles, sequence, tiles};
use crate::format::{Elsewhere, FileKind, Fragment, VERSION};
use crate::model::audience::Field;
use crate::model::id::{JourneyId, TileId, TriggerId};
use crate::model::table::Table;
use crate::model::trigger::Trigger;

objects!(FragmentV1<'_>, FromRecord, ElsewhereRecord);

/// Copied tiles with what they refer to.
#[derive(Debug, Default)]
pub(in crate::format) struct FragmentV1<'t> {
    format: String,
    version: u32,
    from: FromRecord,
    pub(super) tiles: Tiles<'t>,
    notes: Vec<NoteRecord>,
    pub(super) elsewhere: Vec<ElsewhereRecord>,
    pub(super) fields: Vec<Field>,
    pub(super) triggers: Vec<Trigger>,
    pub(super) tables: Vec<Table>,
}

impl Object for FragmentV1<'_> {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("format", &mut self.format);
        to.must("version", &mut self.version);
        to.must("from", &mut self.from);
        to.must("tiles", &mut self.tiles);
        to.may("notes", &mut self.notes);
        to.may("elsewhere", &mut self.elsewhere);
        to.may("fields", &mut self.fields);
        to.may("triggers", &mut self.triggers);
        to.may("tables", &mut self.tables);
    }
}

/// The journey that they were copied from.
#[derive(Debug, Default)]
struct FromRecord {
    workspace: String,
    journey: JourneyId,
    name: String,
}

impl Object for FromRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("workspace", &mut self.workspace);
        to.must("journey", &mut self.journey);
        to.must("name", &mut self.name);
    }
}

/// A tile that they refer to and that was not copied.
#[derive(Debug, Default)]
pub(super) struct ElsewhereRecord {
    pub id: TileId,
    entry: bool,
    name: String,
    triggers: Vec<TriggerId>,
}

impl Object for ElsewhereRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.may("entry", &mut self.entry);
        to.may("name", &mut self.name);
        to.may("triggers", &mut self.triggers);
    }
}

impl<'t> FragmentV1<'t> {
    pub fn new(fragment: &'t Fragment) -> Self {
        let elsewhere = |tile: &Elsewhere| ElsewhereRecord {
            id: tile.id,
            entry: tile.is_entry,
            name: tile.name.clone(),
            triggers: tile.triggers.clone(),
        };
        Self {
            format: FileKind::Tiles.format().into(),
            version: VERSION,
            from: FromRecord {
                workspace: fragment.workspace.clone(),
                journey: fragment.journey,
                name: fragment.name.clone(),
            },
            tiles: tiles(&fragment.tiles),
            notes: fragment.notes.iter().map(NoteRecord::new).collect(),
            elsewhere: fragment.elsewhere.iter().map(elsewhere).collect(),
            fields: fragment.fields.clone(),
            triggers: fragment.triggers.clone(),
            tables: fragment.tables.clone(),
        }
    }

    pub fn into_model(self) -> Result<Fragment, Flaw> {
        let elsewhere = |tile: ElsewhereRecord| Elsewhere {
            id: tile.id,
            is_entry: tile.entry,
            name: tile.name,
            triggers: tile.triggers,
        };
        Ok(Fragment {
            workspace: self.from.workspace,
            journey: self.from.journey,
            name: self.from.name,
            tiles: sequence(self.tiles, "tiles")?,
            notes: notes(self.notes),
            elsewhere: self.elsewhere.into_iter().map(elsewhere).collect(),
            fields: self.fields,
            triggers: self.triggers,
            tables: self.tables,
        })
    }
}
