//! Edits of tables, their columns and rows.

use crate::editor::edits::Done;
use crate::editor::in_use;
use crate::editor::name::{EditName, numbered};
use crate::editor::outcome::{Created, Refusal, UseOf};
use crate::model::change::Tx;
use crate::model::id::{ColumnId, TableId};
use crate::model::table::{Column, Table};
use crate::model::value::Type;

pub(super) fn add(tx: &mut Tx, name: &str) -> Done {
    let taken = tx.workspace().tables.values().map(|table| table.name.as_str());
    let name = numbered(name, taken);
    let id = TableId(tx.next_id());
    let edit = EditName::new("edit-add-table", name.clone()).about(id.0, 0);
    tx.put(Table { id, name, columns: Vec::new(), rows: Vec::new() });
    Done::new(edit).creating(Created::Table(id))
}

/// Replaces a table; values of columns that it does not have go.
pub(super) fn set(tx: &mut Tx, mut table: Table) -> Result<Done, Refusal> {
    let columns: Vec<ColumnId> = table.columns.iter().map(|column| column.id).collect();
    for row in &mut table.rows {
        row.values.retain(|column, _| columns.contains(column));
    }
    let kept = tx.get_mut::<Table>(table.id).ok_or(Refusal::NotFound)?;
    let edit = EditName::new("edit-set-table", table.name.clone()).about(table.id.0, 0);
    *kept = table;
    Ok(Done::typed(edit))
}

/// Deletes a table that no type names.
pub(super) fn delete(tx: &mut Tx, id: TableId) -> Result<Done, Refusal> {
    if in_use::table(tx.workspace(), id) {
        return Err(Refusal::InUse(UseOf::Table(id)));
    }
    let table = tx.workspace().tables.get(&id).ok_or(Refusal::NotFound)?.clone();
    tx.remove::<Table>(id);
    Ok(Done::new(EditName::new("edit-delete-table", table.name.clone()).about(id.0, 0)))
}

pub(super) fn add_column(tx: &mut Tx, id: TableId, name: &str, ty: Type) -> Result<Done, Refusal> {
    let column = ColumnId(tx.next_id());
    let table = tx.get_mut::<Table>(id).ok_or(Refusal::NotFound)?;
    let name = numbered(name, table.columns.iter().map(|column| column.name.as_str()));
    let edit = EditName::new("edit-add-column", name.clone()).about(id.0, column.0);
    table.columns.push(Column { id: column, name, ty });
    Ok(Done::new(edit).creating(Created::Column(column)))
}

/// Deletes a column that no path goes through, with its values.
pub(super) fn delete_column(tx: &mut Tx, id: TableId, column: ColumnId) -> Result<Done, Refusal> {
    if in_use::column(tx.workspace(), column) {
        return Err(Refusal::InUse(UseOf::Column(column)));
    }
    remove_column(tx, id, column)
}

/// Deletes a column, whatever goes through it, with its values.
pub(super) fn remove_column(tx: &mut Tx, id: TableId, column: ColumnId) -> Result<Done, Refusal> {
    let table = tx.get_mut::<Table>(id).ok_or(Refusal::NotFound)?;
    let place = table.columns.iter().position(|known| known.id == column);
    let gone = table.columns.remove(place.ok_or(Refusal::NotFound)?);
    for row in &mut table.rows {
        row.values.remove(&column);
    }
    Ok(Done::new(EditName::new("edit-delete-column", gone.name).about(id.0, column.0)))
}
