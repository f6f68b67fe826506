//! Whether anything refers to a field, a trigger or an attribute, as "Used in"
//! shows it. Values that example contacts and events have for a field or an
//! attribute do not count here: they go with it. An event that raises a trigger
//! does count.

use crate::check::site::{Site, Spot};
use crate::check::usage::Index;
use crate::model::id::{AttributeId, FieldId, TriggerId};
use crate::model::workspace::Workspace;

/// Whether a condition or a mapping reads the field.
pub(super) fn field(workspace: &Workspace, id: FieldId) -> bool {
    Index::build(workspace).field_usage(id).iter().any(refers)
}

/// Whether a condition, a mapping or a flow reads the attribute, or a tile maps it.
pub(super) fn attribute(workspace: &Workspace, trigger: TriggerId, id: AttributeId) -> bool {
    Index::build(workspace).attribute_usage(trigger, id).iter().any(refers)
}

/// Whether a journey listens to the trigger or raises it, a flow starts from it,
/// or an example event raises it.
pub(super) fn trigger(workspace: &Workspace, id: TriggerId) -> bool {
    !Index::build(workspace).usage(id).is_empty()
        || workspace.events.values().any(|event| event.trigger == id)
}

fn refers(site: &Site) -> bool {
    !matches!(site.spot, Spot::FieldValue(_) | Spot::AttributeValue(_))
}
