//! Whether anything refers to a field, a trigger or an attribute, as "Used in"
//! shows it. Values that example contacts, events and models have for a
//! field or an attribute do not count here: they go with it. An event that raises a trigger
//! does count.

use crate::check::site::{Spot, Subject};
use crate::check::usage::{Index, examples, table_usage};
use crate::model::id::{AttributeId, ColumnId, FieldId, TableId, TriggerId};
use crate::model::workspace::Workspace;

/// Whether a condition, a mapping or a model reads the field.
pub(super) fn field(workspace: &Workspace, id: FieldId) -> bool {
    let index = Index::build(workspace);
    let sites = index.field_usage(id);
    sites.iter().any(|site| !matches!(site.spot, Spot::FieldValue(_)))
}

/// Whether the type of a field, of an attribute or of another table's column names the table.
pub(super) fn table(workspace: &Workspace, id: TableId) -> bool {
    let own = Subject::Table(id);
    table_usage(workspace, id).iter().any(|site| site.subject != own)
}

/// Whether a path goes through the column.
pub(super) fn column(workspace: &Workspace, id: ColumnId) -> bool {
    !Index::build(workspace).column_usage(id).is_empty()
}

/// Whether a condition, a mapping or a flow reads the attribute, or a tile maps it.
pub(super) fn attribute(workspace: &Workspace, trigger: TriggerId, id: AttributeId) -> bool {
    let index = Index::build(workspace);
    let sites = index.attribute_usage(trigger, id);
    sites.iter().any(|site| !matches!(site.spot, Spot::AttributeValue(_)))
}

/// Whether a journey listens to the trigger or raises it, a flow starts from it,
/// an example event raises it, or a behaviour model has to do with it.
pub(super) fn trigger(workspace: &Workspace, id: TriggerId) -> bool {
    !Index::build(workspace).usage(id).is_empty() || !examples(workspace, id).is_empty()
}
