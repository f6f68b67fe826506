//! Tables: their columns and rows, and what points into them.

use crate::check::code::Code;
use crate::check::names;
use crate::check::problem::{Arg, Problem};
use crate::check::site::{Site, Spot, Subject};
use crate::model::sorted::SortedMap;
use crate::model::table::{Row, Table};
use crate::model::value::{Type, Value};
use crate::model::workspace::Workspace;
use crate::model::zone::TimeZone;

/// Checks a table.
pub(super) fn check(workspace: &Workspace, table: &Table, found: &mut Vec<Problem>) {
    names::columns(table, found);
    let site = |id| Subject::Table(table.id).at(Spot::Column(id));
    for column in &table.columns {
        unknown_table(workspace, &column.ty, site(column.id), found);
    }
    rows(workspace, table, found);
}

/// What there is to say about a value that points to a row.
pub(super) fn unknown_row(
    workspace: &Workspace,
    ty: &Type,
    text: &str,
    site: Site,
) -> Option<Problem> {
    let Type::EntityReference(table) = ty else { return None };
    let table = workspace.tables.get(table)?;
    let key = text.trim();
    // A table without rows stands for one whose rows are not known here.
    if key.is_empty() || table.rows.is_empty() || table.row(key).is_some() {
        return None;
    }
    Some(Problem::new(Code::UnknownRow, site).text("key", key).text("table", &table.name))
}

/// Checks that a type names a table that is there.
pub(super) fn unknown_table(
    workspace: &Workspace,
    ty: &Type,
    site: Site,
    found: &mut Vec<Problem>,
) {
    if let Type::EntityReference(id) = ty
        && !workspace.tables.contains_key(id)
    {
        found.push(Problem::new(Code::UnknownTable, site).text("id", id.to_string()));
    }
}

fn rows(workspace: &Workspace, table: &Table, found: &mut Vec<Problem>) {
    let subject = Subject::Table(table.id);
    let mut keys: SortedMap<&str, usize> = SortedMap::new();
    for (index, row) in table.rows.iter().enumerate() {
        let key = row.key.trim();
        let site = subject.at(Spot::RowKey(index));
        if key.is_empty() {
            found.push(Problem::new(Code::EmptyRowKey, site));
        } else if keys.insert(key, index).is_some() {
            found.push(Problem::new(Code::DuplicateRowKey, site).text("key", key));
        }
        values(workspace, table, (index, row), found);
    }
}

fn values(
    workspace: &Workspace,
    table: &Table,
    (index, row): (usize, &Row),
    found: &mut Vec<Problem>,
) {
    for (&id, text) in &row.values {
        let site = Subject::Table(table.id).at(Spot::RowValue(index, id));
        let Some(column) = table.column(id) else {
            found.push(Problem::new(Code::UnknownColumn, site).text("id", id.to_string()));
            continue;
        };
        let written = !text.trim().is_empty();
        if written && Value::parse(text, &column.ty, &TimeZone::UTC).is_err() {
            let problem = Problem::new(Code::InvalidRowValue, site)
                .text("column", &column.name)
                .text("value", text)
                .arg("type", Arg::of_type(workspace, &column.ty));
            found.push(problem);
        }
        found.extend(unknown_row(workspace, &column.ty, text, site));
    }
}
