//! Tiles that were copied, as they stand on the clipboard.

use serde::{Deserialize, Serialize};

use crate::format::v1::record::{FieldRecord, TriggerRecord};
use crate::format::v1::table::TableRecord;
use crate::format::v1::tile::{TileRecord, sequence, tiles};
use crate::format::v1::{Flaw, ids, is_default};
use crate::format::{Elsewhere, FileKind, Fragment, VERSION};
use crate::model::id::{JourneyId, TileId, TriggerId};

/// Copied tiles with what they refer to.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::format) struct FragmentV1 {
    format: String,
    version: u32,
    from: FromRecord,
    pub(super) tiles: Vec<TileRecord>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) elsewhere: Vec<ElsewhereRecord>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) fields: Vec<FieldRecord>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) triggers: Vec<TriggerRecord>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) tables: Vec<TableRecord>,
}

/// The journey that they were copied from.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FromRecord {
    workspace: String,
    journey: JourneyId,
    name: String,
}

/// A tile that they refer to and that was not copied.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ElsewhereRecord {
    pub id: TileId,
    #[serde(default, skip_serializing_if = "is_default")]
    entry: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    triggers: Vec<TriggerId>,
}

impl FragmentV1 {
    pub fn new(fragment: &Fragment) -> Self {
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
            elsewhere: fragment.elsewhere.iter().map(elsewhere).collect(),
            fields: fragment.fields.iter().map(FieldRecord::new).collect(),
            triggers: fragment.triggers.iter().map(TriggerRecord::new).collect(),
            tables: fragment.tables.iter().map(TableRecord::new).collect(),
        }
    }

    pub fn into_model(self) -> Result<Fragment, Flaw> {
        ids::check_tiles(&self)?;
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
            elsewhere: self.elsewhere.into_iter().map(elsewhere).collect(),
            fields: self.fields.into_iter().map(FieldRecord::into_model).collect(),
            triggers: self.triggers.into_iter().map(TriggerRecord::into_model).collect(),
            tables: self.tables.into_iter().map(TableRecord::into_model).collect(),
        })
    }
}
