//! What a [`Source`] names: the one lookup that the picker, the checker and the
//! compiler of a run share.

use crate::model::condition::{JourneyProperty, Source};
use crate::model::id::{AttributeId, ColumnId, FieldId, TableId, TileId, TriggerId};
use crate::model::journey::Journey;
use crate::model::table::Column;
use crate::model::trigger::Attribute;
use crate::model::value::Type;
use crate::model::workspace::Workspace;

/// Why a source names nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SourceError {
    /// The workspace has no such contact field.
    #[error("there is no contact field {0}")]
    Field(FieldId),
    /// The journey has no such tile.
    #[error("there is no tile {0} in this journey")]
    Tile(TileId),
    /// That tile receives no trigger, or none is chosen there yet.
    #[error("tile {0} receives no trigger")]
    NoTrigger(TileId),
    /// The trigger that is being looked at is not chosen yet, or there is none here.
    #[error("no trigger is looked at here")]
    NoIncoming,
    /// The trigger has no such attribute.
    #[error("the trigger has no attribute {0}")]
    Attribute(AttributeId),
    /// The workspace has no such table.
    #[error("there is no table {0}")]
    Table(TableId),
    /// The table has no such column.
    #[error("the table has no column {0}")]
    Column(ColumnId),
    /// A path leads to that column from what is no entity reference.
    #[error("what leads to column {0} is no entity reference")]
    NoReference(ColumnId),
}

impl Workspace {
    /// The type of what `source` names, seen from `journey`. `incoming` is the
    /// trigger that is being looked at, where there is one.
    pub fn source_type(
        &self,
        journey: &Journey,
        incoming: Option<TriggerId>,
        source: Source,
    ) -> Result<Type, SourceError> {
        self.source_type_by(|tile| journey.received_at(tile), incoming, source)
    }

    /// As [`source_type`](Self::source_type), for callers that ask often and keep
    /// their own lookup of what [`Journey::received_at`] says.
    pub fn source_type_by(
        &self,
        received_at: impl FnOnce(TileId) -> Result<Vec<TriggerId>, SourceError>,
        incoming: Option<TriggerId>,
        source: Source,
    ) -> Result<Type, SourceError> {
        match source {
            Source::Contact(id) => {
                self.fields.get(&id).map(|field| field.ty.clone()).ok_or(SourceError::Field(id))
            }
            Source::Received(tile, attribute) => {
                let trigger = self.trigger_with(&received_at(tile)?, attribute)?;
                self.attribute_of(trigger, attribute).map(|found| found.ty.clone())
            }
            Source::Incoming(attribute) => {
                let trigger = incoming.ok_or(SourceError::NoIncoming)?;
                self.attribute_of(trigger, attribute).map(|found| found.ty.clone())
            }
            Source::Column(reference, path) => {
                let start = self.source_type_by(received_at, incoming, reference.into())?;
                let mut columns = path.columns().iter();
                columns.try_fold(start, |ty, &column| Ok(self.column_of(&ty, column)?.ty.clone()))
            }
            Source::ReceivedBinding(tile) => received_at(tile).map(|_| Type::Text),
            Source::IncomingBinding => incoming.map(|_| Type::Text).ok_or(SourceError::NoIncoming),
            Source::Journey(JourneyProperty::Name | JourneyProperty::Id) => Ok(Type::Text),
        }
    }

    /// That of the triggers which has the attribute: an attribute belongs to one.
    pub fn trigger_with(
        &self,
        triggers: &[TriggerId],
        attribute: AttributeId,
    ) -> Result<TriggerId, SourceError> {
        let has = |trigger: &&TriggerId| self.attribute_of(**trigger, attribute).is_ok();
        triggers.iter().find(has).copied().ok_or(SourceError::Attribute(attribute))
    }

    /// The column of the table that a value of that type points into.
    pub fn column_of(&self, ty: &Type, column: ColumnId) -> Result<&Column, SourceError> {
        let Type::EntityReference(table) = ty else {
            return Err(SourceError::NoReference(column));
        };
        let table = self.tables.get(table).ok_or(SourceError::Table(*table))?;
        table.column(column).ok_or(SourceError::Column(column))
    }

    /// What a path leads to from a value of type `ty`: its type and its text, which
    /// is empty where something on the way is missing (rule M5).
    pub fn reached<'a>(
        &'a self,
        ty: &'a Type,
        text: &'a str,
        columns: &[ColumnId],
    ) -> Result<(&'a Type, &'a str), SourceError> {
        let (mut ty, mut text) = (ty, text);
        for &id in columns {
            let column = self.column_of(ty, id)?;
            let Type::EntityReference(table) = ty else { break };
            let row = self.tables.get(table).and_then(|table| table.row(text.trim()));
            let value = row.filter(|_| !text.trim().is_empty()).and_then(|row| row.values.get(&id));
            (ty, text) = (&column.ty, value.map(String::as_str).unwrap_or_default());
        }
        Ok((ty, text))
    }

    /// The name of the table that values of a type point into; empty for other types.
    pub fn table_name(&self, ty: &Type) -> String {
        let Type::EntityReference(id) = ty else { return String::new() };
        self.tables.get(id).map_or_else(|| id.to_string(), |table| table.name.clone())
    }

    /// The names of columns that a path goes through from a value of type `start`.
    pub fn path_names(
        &self,
        start: &Type,
        columns: &[ColumnId],
    ) -> Result<Vec<String>, SourceError> {
        let mut ty = start;
        let mut names = Vec::with_capacity(columns.len());
        for &id in columns {
            let column = self.column_of(ty, id)?;
            names.push(column.name.clone());
            ty = &column.ty;
        }
        Ok(names)
    }

    /// An attribute of a trigger.
    pub fn attribute_of(
        &self,
        trigger: TriggerId,
        attribute: AttributeId,
    ) -> Result<&Attribute, SourceError> {
        let found = self.triggers.get(&trigger).and_then(|trigger| trigger.attribute(attribute));
        found.ok_or(SourceError::Attribute(attribute))
    }
}

impl Journey {
    /// The triggers that may be received at a tile: that of the Entry, or those that
    /// an If/then waits for.
    pub fn received_at(&self, id: TileId) -> Result<Vec<TriggerId>, SourceError> {
        let triggers: Vec<TriggerId> = if id == self.entry.id {
            self.entry.trigger().into_iter().collect()
        } else {
            let tile = self.tile(id).ok_or(SourceError::Tile(id))?;
            tile.kind.listeners().filter_map(|on| on.trigger).collect()
        };
        if triggers.is_empty() { Err(SourceError::NoTrigger(id)) } else { Ok(triggers) }
    }
}
