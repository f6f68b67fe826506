//! Tables of the workspace's schema, which entity references point into, and the
//! paths that lead through them (rule S3).

use crate::model::condition::Source;
use crate::model::id::{AttributeId, ColumnId, FieldId, TableId, TileId};
use crate::model::sorted::SortedMap;
use crate::model::value::Type;

/// A table: what an entity reference points into.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// Its id.
    pub id: TableId,
    /// Display name.
    pub name: String,
    /// Its columns, in the order in which they are shown.
    pub columns: Vec<Column>,
    /// Its rows, in the order in which they are shown.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    /// Its id.
    pub id: ColumnId,
    /// Display name.
    pub name: String,
    /// Its type; a reference leads on to another row.
    pub ty: Type,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// What references call it; the first row of a key counts.
    pub key: String,
    /// Texts that [`Value::parse`](crate::model::value::Value::parse) reads as the column's type; a missing one is empty.
    pub values: SortedMap<ColumnId, String>,
}

/// The most columns that a path goes through.
pub const MAX_HOPS: usize = 5;

/// Columns one after the other, 1 to [`MAX_HOPS`]: each but the last is a reference
/// to the row where the next one is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path {
    /// Those beyond `hops` are 0, so that equal paths are equal.
    columns: [ColumnId; MAX_HOPS],
    hops: u8,
}

/// The entity reference that a path starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reference {
    /// A field of the contact.
    Contact(FieldId),
    /// An attribute of the trigger that was received at a tile.
    Received(TileId, AttributeId),
    /// An attribute of the trigger that is being looked at.
    Incoming(AttributeId),
}

impl Table {
    /// The column of that id.
    pub fn column(&self, id: ColumnId) -> Option<&Column> {
        self.columns.iter().find(|column| column.id == id)
    }

    /// The first row of that key, without regard to space around it.
    pub fn row(&self, key: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.key.trim() == key)
    }
}

impl Path {
    /// The path through these columns; `None` for none, or more than [`MAX_HOPS`].
    pub fn new(columns: &[ColumnId]) -> Option<Self> {
        let hops = u8::try_from(columns.len()).ok().filter(|&hops| hops > 0)?;
        let mut path = Self { columns: [ColumnId(0); MAX_HOPS], hops };
        path.columns.get_mut(..columns.len())?.copy_from_slice(columns);
        Some(path)
    }

    /// Its columns, in the order in which they are read.
    pub fn columns(&self) -> &[ColumnId] {
        &self.columns[..usize::from(self.hops)]
    }

    /// As [`columns`](Self::columns), to change them.
    pub fn columns_mut(&mut self) -> &mut [ColumnId] {
        &mut self.columns[..usize::from(self.hops)]
    }

    /// This path and one column more; `None` when it is as long as a path can be.
    pub fn then(&self, column: ColumnId) -> Option<Self> {
        let mut longer = *self;
        *longer.columns.get_mut(usize::from(self.hops))? = column;
        longer.hops += 1;
        Some(longer)
    }
}

impl From<Reference> for Source {
    fn from(reference: Reference) -> Self {
        match reference {
            Reference::Contact(field) => Self::Contact(field),
            Reference::Received(tile, attribute) => Self::Received(tile, attribute),
            Reference::Incoming(attribute) => Self::Incoming(attribute),
        }
    }
}

impl Source {
    /// Whether it is a field of the contact, or reached through one.
    pub fn is_of_contact(self) -> bool {
        matches!(self, Self::Contact(_) | Self::Column(Reference::Contact(_), _))
    }

    /// The column that is reached through this source, when it can be a reference.
    pub fn through(self, column: ColumnId) -> Option<Self> {
        let start = |reference| Some(Self::Column(reference, Path::new(&[column])?));
        match self {
            Self::Contact(field) => start(Reference::Contact(field)),
            Self::Received(tile, attribute) => start(Reference::Received(tile, attribute)),
            Self::Incoming(attribute) => start(Reference::Incoming(attribute)),
            Self::Column(reference, path) => Some(Self::Column(reference, path.then(column)?)),
            Self::ReceivedBinding(_) | Self::IncomingBinding | Self::Journey(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s3_a_path_has_one_to_five_hops() {
        let columns: Vec<_> = (1..=6).map(ColumnId).collect();
        assert_eq!(Path::new(&[]), None);
        assert_eq!(Path::new(&columns), None);
        let path = Path::new(&columns[..5]).unwrap();
        assert_eq!(path.columns(), &columns[..5]);
        assert_eq!(path.then(ColumnId(6)), None);
        assert_eq!(Path::new(&columns[..4]).unwrap().then(ColumnId(5)), Some(path));
    }
}
