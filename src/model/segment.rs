//! Segments: groups of contacts that a condition over contact fields describes.
//!
//! **Invariant:** a segment looks at fields of the contact only, so who belongs to
//! it depends on nothing but the contact and the instant.

use crate::model::zone::TimeZone;

use crate::model::audience::Contact;
use crate::model::condition::{Comparison, Condition, Item, Join, Source};
use crate::model::id::{ContactId, SegmentId};
use crate::model::predicate::Predicate;
use crate::model::table::Reference;
use crate::model::time::Instant;
use crate::model::value::Value;
use crate::model::workspace::Workspace;

/// A group of contacts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// Its id.
    pub id: SegmentId,
    /// Display name, unique in the workspace.
    pub name: String,
    /// Whom it is to hold.
    pub description: String,
    /// Who belongs to it; without any row, everybody.
    pub condition: Condition,
}

/// The most segments that an entry may take contacts from.
pub const MAX_SEGMENTS: usize = 15;

impl Workspace {
    /// The example contacts that belong to a segment at that instant; dates are
    /// read in UTC. A row that is not finished holds for nobody.
    pub fn members(&self, segment: &Segment, at: Instant) -> Vec<ContactId> {
        let contacts = self.contacts.values();
        let members = contacts.filter(|contact| self.belongs(contact, &segment.condition, at));
        members.map(|contact| contact.id).collect()
    }

    fn belongs(&self, contact: &Contact, condition: &Condition, at: Instant) -> bool {
        let item = |item: &Item| match item {
            Item::Row(row) => Some(self.row_holds(contact, row, at)),
            Item::Group(_, rows) if rows.is_empty() => None,
            Item::Group(join, rows) => {
                let held = rows.iter().map(|row| self.row_holds(contact, row, at));
                Some(joined(*join, held))
            }
        };
        let mut held = condition.items.iter().filter_map(item).peekable();
        held.peek().is_none() || joined(condition.join, held)
    }

    fn row_holds(&self, contact: &Contact, row: &Comparison, at: Instant) -> bool {
        let (id, path) = match &row.source {
            Some(Source::Contact(id)) => (id, &[][..]),
            Some(Source::Column(Reference::Contact(id), path)) => (id, path.columns()),
            _ => return false,
        };
        let Some(field) = self.fields.get(id) else { return false };
        let text = contact.values.get(id).map(String::as_str).unwrap_or_default();
        let Ok((ty, text)) = self.reached(&field.ty, text, path) else { return false };
        let predicate = Predicate::parse(row.operator, &row.operands, ty, &TimeZone::UTC);
        let value = Value::parse(text, ty, &TimeZone::UTC).ok();
        predicate.is_ok_and(|predicate| predicate.holds(value.as_ref(), at))
    }
}

fn joined(join: Join, mut held: impl Iterator<Item = bool>) -> bool {
    match join {
        Join::All => held.all(|one| one),
        Join::Any => held.any(|one| one),
    }
}
