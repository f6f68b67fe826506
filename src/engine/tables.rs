//! Tables compiled: columns of cells, and paths through them as indices.
//!
//! **Invariant:** only what some path reads is here, and a run looks up no text: from
//! the cell of a reference to its row is one array, made once for a data set.

use crate::engine::cell::{Cell, Pool, Pools};
use crate::engine::condition::Lookup;
use crate::engine::plan::NONE;
use crate::model::id::{ColumnId, TableId};
use crate::model::table;
use crate::model::value::{Type, Value};
use crate::model::workspace::Workspace;
use crate::model::zone::TimeZone;

/// The tables and paths of a plan.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tables {
    tables: Vec<Table>,
    paths: Vec<Path>,
    hops: Vec<Hop>,
}

/// A table that a path goes through.
#[derive(Debug, Clone)]
struct Table {
    id: TableId,
    /// The key of each row, as a cell of the plan.
    keys: Vec<Cell>,
    /// For each column that is read, a cell for each row.
    columns: Vec<(ColumnId, Vec<Cell>)>,
}

/// A path: where it starts, and its hops.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Path {
    /// The reference that it starts from.
    pub start: Lookup,
    first: u32,
    hops: u32,
}

/// From a reference to a column of its row, both as indices.
#[derive(Debug, Clone, Copy)]
struct Hop {
    table: u32,
    column: u32,
}

/// For each table of a plan: for each text of the plan and of a data set, its row, or [`NONE`].
pub(crate) struct Rows(Vec<Vec<u32>>);

impl Tables {
    /// Adds a path from `start`, whose type is `ty`, through columns that exist.
    pub fn add_path(
        &mut self,
        workspace: &Workspace,
        pool: &mut Pool,
        (start, ty): (Lookup, &Type),
        columns: &[ColumnId],
    ) -> u32 {
        let first = self.hops.len() as u32;
        let mut ty = ty;
        for &column in columns {
            let Type::EntityReference(id) = ty else { break };
            let Some(table) = workspace.tables.get(id) else { break };
            let Some(read) = table.column(column) else { break };
            let hop = self.hop(table, read, pool);
            self.hops.push(hop);
            ty = &read.ty;
        }
        self.paths.push(Path { start, first, hops: self.hops.len() as u32 - first });
        self.paths.len() as u32 - 1
    }

    /// The path of that index.
    pub fn path(&self, index: u32) -> Path {
        self.paths[index as usize]
    }

    /// Where a path leads from the cell of its reference; a row that does not exist
    /// has no values.
    #[inline]
    pub fn follow(&self, path: Path, start: Cell, pools: Pools, rows: &Rows) -> Cell {
        let mut cell = start;
        for hop in &self.hops[path.first as usize..(path.first + path.hops) as usize] {
            if cell.is_missing() {
                return cell;
            }
            let row = rows.0[hop.table as usize].get(pools.text_index(cell));
            let Some(&row) = row.filter(|&&row| row != NONE) else { return Cell::MISSING };
            let table = &self.tables[hop.table as usize];
            cell = table.columns[hop.column as usize].1[row as usize];
        }
        cell
    }

    /// Finds the rows that texts name. Of two rows of one key, it is the first.
    pub fn rows(&self, pools: Pools) -> Rows {
        let one = |table: &Table| {
            let mut rows = vec![NONE; pools.text_count()];
            for (row, &key) in table.keys.iter().enumerate().rev() {
                if key.is_missing() {
                    continue;
                }
                rows[pools.text_index(key)] = row as u32;
                if let Some(same) = pools.data.texts.find(pools.text(key)) {
                    rows[pools.text_index(Cell(i64::from(same)))] = row as u32;
                }
            }
            rows
        };
        Rows(self.tables.iter().map(one).collect())
    }

    fn hop(&mut self, table: &table::Table, column: &table::Column, pool: &mut Pool) -> Hop {
        let known = self.tables.iter().position(|known| known.id == table.id);
        let index = known.unwrap_or_else(|| {
            let reference = Type::EntityReference(table.id);
            let keys = table.rows.iter().map(|row| cell(&row.key, &reference, pool));
            self.tables.push(Table { id: table.id, keys: keys.collect(), columns: Vec::new() });
            self.tables.len() - 1
        });
        let columns = &mut self.tables[index].columns;
        let known = columns.iter().position(|(id, _)| *id == column.id);
        let place = known.unwrap_or_else(|| {
            let text = |row: &table::Row| row.values.get(&column.id).cloned().unwrap_or_default();
            let cells = table.rows.iter().map(|row| cell(&text(row), &column.ty, pool));
            columns.push((column.id, cells.collect()));
            columns.len() - 1
        });
        Hop { table: index as u32, column: place as u32 }
    }
}

/// The cell of a text. What is not of the type is missing; the checker says so.
fn cell(text: &str, ty: &Type, pool: &mut Pool) -> Cell {
    match Value::parse(text, ty, &TimeZone::UTC) {
        Ok(value) => pool.encode_for_plan(&value),
        Err(_) => Cell::MISSING,
    }
}
