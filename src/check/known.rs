//! What can be known of values and conditions before anything runs: fixed values,
//! what the journey says of itself and, for a chosen contact, what its fields hold.
//!
//! **Invariant:** what is called known is what the engine would find; where that
//! depends on what happened before, nothing is known.

use crate::model::audience::Contact;
use crate::model::collect;
use crate::model::condition::{Comparison, Condition, Item, Join, JourneyProperty, Source};
use crate::model::id::{AttributeId, ColumnId, TriggerId};
use crate::model::journey::{Journey, Mapping};
use crate::model::predicate::Predicate;
use crate::model::sorted::SortedMap;
use crate::model::time::{Instant, time_zone};
use crate::model::value::{Type, Value, ValueError};
use crate::model::workspace::Workspace;
use crate::model::zone::TimeZone;

/// What is known of a value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Known {
    /// It is this.
    Is(Value),
    /// It is empty.
    Missing,
    /// It cannot be read as its type.
    Unfit,
    /// Nothing.
    Unknown,
}

/// What is known of the values that a trigger carries.
#[derive(Debug, Clone)]
pub(super) struct Payload {
    trigger: TriggerId,
    values: SortedMap<AttributeId, Known>,
    pub(super) binding: Known,
}

/// Where something is looked up, and for whom.
#[derive(Clone, Copy)]
pub(super) struct Knowing<'a> {
    pub(super) workspace: &'a Workspace,
    /// The journey that reads.
    pub(super) journey: &'a Journey,
    /// The contact, if one is chosen.
    pub(super) contact: Option<&'a Contact>,
    /// What the trigger that is looked at carries.
    pub(super) payload: Option<&'a Payload>,
    /// The instant.
    pub(super) now: Instant,
}

impl Payload {
    /// Of a trigger that comes from outside.
    pub(super) fn unknown(trigger: TriggerId) -> Self {
        Self { trigger, values: SortedMap::new(), binding: Known::Unknown }
    }

    /// Of a trigger that a tile raises. An attribute that is not mapped is unfit.
    pub(super) fn mapped(
        at: Knowing<'_>,
        trigger: TriggerId,
        mappings: &SortedMap<AttributeId, Mapping>,
        binding: Option<&Mapping>,
    ) -> Self {
        let attributes = at.workspace.triggers.get(&trigger).map(|found| &found.attributes);
        let value =
            |id, ty: &Type| mappings.get(&id).map_or(Known::Unfit, |one| at.mapped(one, ty));
        let values = attributes.into_iter().flatten().map(|one| (one.id, value(one.id, &one.ty)));
        let binding = binding.map_or(Known::Missing, |one| at.mapped(one, &Type::Text));
        Self { trigger, values: collect::map(values), binding }
    }

    /// What is known of an attribute.
    pub(super) fn value(&self, attribute: AttributeId) -> Known {
        self.values.get(&attribute).cloned().unwrap_or(Known::Unknown)
    }
}

impl Knowing<'_> {
    /// Whether a condition holds, if that is known.
    pub(super) fn holds(&self, condition: &Condition) -> Option<bool> {
        let items = condition.items.iter().filter_map(|item| match item {
            Item::Row(row) => Some(self.row(row)),
            Item::Group(_, rows) if rows.is_empty() => None,
            Item::Group(join, rows) => Some(joined(*join, rows.iter().map(|row| self.row(row)))),
        });
        let mut items = items.peekable();
        if items.peek().is_none() {
            return Some(true);
        }
        joined(condition.join, items)
    }

    fn row(&self, row: &Comparison) -> Option<bool> {
        let source = row.source?;
        let incoming = self.payload.map(|payload| payload.trigger);
        let ty = self.workspace.source_type(self.journey, incoming, source).ok()?;
        let zone = time_zone(&self.journey.time_zone)?;
        let predicate = Predicate::parse(row.operator, &row.operands, &ty, &zone).ok()?;
        match self.value(source) {
            Known::Is(value) => Some(predicate.holds(Some(&value), self.now)),
            Known::Missing => Some(predicate.holds(None, self.now)),
            Known::Unfit | Known::Unknown => None,
        }
    }

    fn value(&self, source: Source) -> Known {
        match source {
            Source::Contact(id) => {
                let Some(contact) = self.contact else { return Known::Unknown };
                let Some(field) = self.workspace.fields.get(&id) else { return Known::Unknown };
                let text = contact.values.get(&id).map(String::as_str).unwrap_or_default();
                read(text, &field.ty, &TimeZone::UTC)
            }
            Source::Incoming(id) => self.payload.map_or(Known::Unknown, |it| it.value(id)),
            Source::IncomingBinding => {
                self.payload.map_or(Known::Unknown, |payload| payload.binding.clone())
            }
            Source::Journey(JourneyProperty::Name) => {
                read(&self.journey.name, &Type::Text, &TimeZone::UTC)
            }
            Source::Journey(JourneyProperty::Id) => {
                Known::Is(Value::Text(self.journey.id.to_string()))
            }
            Source::Column(reference, path) => {
                let incoming = self.payload.map(|payload| payload.trigger);
                let start = Source::from(reference);
                match self.workspace.source_type(self.journey, incoming, start) {
                    Ok(ty) => self.reached(self.value(start), &ty, path.columns()),
                    Err(_) => Known::Unknown,
                }
            }
            Source::Received(..) | Source::ReceivedBinding(_) => Known::Unknown,
        }
    }

    /// What stands at the end of a path through tables (rule M5).
    fn reached(&self, start: Known, ty: &Type, columns: &[ColumnId]) -> Known {
        let Known::Is(Value::EntityReference(key)) = &start else { return start };
        match self.workspace.reached(ty, key, columns) {
            Ok((ty, text)) => read(text, ty, &TimeZone::UTC),
            Err(_) => Known::Unknown,
        }
    }

    fn mapped(&self, mapping: &Mapping, ty: &Type) -> Known {
        match mapping {
            Mapping::Fixed(text) => {
                let zone = time_zone(&self.journey.time_zone).unwrap_or(TimeZone::UTC);
                read(text, ty, &zone)
            }
            Mapping::Attribute(source) => self.value(*source),
        }
    }
}

/// A text as a value of a type; in contacts and tables, local times are in UTC.
fn read(text: &str, ty: &Type, zone: &TimeZone) -> Known {
    match Value::parse(text, ty, zone) {
        Ok(value) => Known::Is(value),
        Err(ValueError::Empty) => Known::Missing,
        Err(_) => Known::Unfit,
    }
}

/// One that decides is enough: a false one for all, a true one for any.
fn joined(join: Join, items: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let decides = join == Join::Any;
    let mut sure = true;
    for item in items {
        match item {
            Some(held) if held == decides => return Some(decides),
            Some(_) => {}
            None => sure = false,
        }
    }
    sure.then_some(!decides)
}
