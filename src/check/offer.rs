//! What may be picked as a source at a place (rules M1 and M2): the picker's list.
//!
//! **Invariant:** what is offered is what the checker accepts there, no more and no
//! less; both ask [`Scope`] and [`Workspace::source_type`].

use std::collections::VecDeque;

use crate::check::describe::{Group, Label};
use crate::check::message;
use crate::check::scope::{At, Reach, Scope};
use crate::check::term;
use crate::model::condition::{JourneyProperty, Source};
use crate::model::id::{AttributeId, FieldId, TileId};
use crate::model::journey::Journey;
use crate::model::table::Column;
use crate::model::trigger::Trigger;
use crate::model::value::Type;
use crate::model::workspace::Workspace;

/// Which types are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Every type: for a row of a condition.
    Any,
    /// Only this one: for the mapping of an attribute.
    Type(Type),
    /// A text that may be an address: for where a message is sent.
    Recipient,
}

/// What a picker shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Offer {
    /// What fits, group by group.
    pub items: Vec<Candidate>,
    /// What is left out: why, and how many.
    pub hidden: Vec<(HiddenReason, usize)>,
}

/// A source that may be picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// What it is.
    pub source: Source,
    /// Its type.
    pub ty: Type,
    /// The group that it is shown in.
    pub group: Group,
    /// What it is called in its group.
    pub label: Label,
    /// Why it may have no value, if it may.
    pub may_be_empty: Option<EmptyReason>,
}

/// Why a value may be missing when a tile runs (rule M3).
///
/// An attribute of a trigger that was received counts as given: all attributes must
/// be set for an activation to succeed (rule M4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EmptyReason {
    /// Not every contact has a value in this field.
    OptionalField(FieldId),
    /// A reference may point nowhere, and a row may have no value in a column.
    Row,
    /// The built-in `bindingId` of a trigger is optional (rule S4).
    Binding,
}

/// Why a source is not offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HiddenReason {
    /// It is of another type.
    OtherType,
    /// Its trigger has been received on some ways here only.
    SomeWays,
}

/// What may be picked in `journey` at `at`.
pub fn offer(workspace: &Workspace, journey: &Journey, at: At, wanted: &Wanted) -> Offer {
    let scope = Scope::of(journey);
    let mut picker = Picker { workspace, wanted, items: Vec::new(), other_type: 0, some_ways: 0 };
    if let Some(trigger) = at.incoming(journey).and_then(|id| workspace.triggers.get(&id)) {
        let group = Group::Incoming(trigger.id);
        picker.attributes(trigger, group, Source::Incoming, Source::IncomingBinding);
    }
    picker.fields(workspace);
    for (tile, id) in scope.receivers() {
        let Some(trigger) = workspace.triggers.get(&id) else { continue };
        match scope.reach(tile, id, at) {
            Reach::EveryWay => picker.attributes(
                trigger,
                Group::Received(tile, id),
                |attribute| Source::Received(tile, attribute),
                Source::ReceivedBinding(tile),
            ),
            Reach::SomeWays => picker.hide(trigger),
            Reach::NoWay => {}
        }
    }
    for property in JourneyProperty::ALL {
        picker.add(Candidate {
            source: Source::Journey(property),
            ty: Type::Text,
            group: Group::Journey,
            label: Label::Term(term::of_journey_property(property)),
            may_be_empty: None,
        });
    }
    picker.finish()
}

/// What may be picked in the condition of a segment: fields of the contact.
pub fn offer_fields(workspace: &Workspace, wanted: &Wanted) -> Offer {
    let mut picker = Picker { workspace, wanted, items: Vec::new(), other_type: 0, some_ways: 0 };
    picker.fields(workspace);
    picker.finish()
}

/// The messages whose interactions a tile may wait for: those that were sent on every
/// way to it, in reading order. And how many only some ways have sent.
pub fn messages(journey: &Journey, at: TileId) -> (Vec<TileId>, usize) {
    let scope = Scope::of(journey);
    let (mut sent, mut hidden) = (Vec::new(), 0);
    for tile in journey.all_tiles() {
        match scope.sent(tile.id, at) {
            Reach::EveryWay => sent.push(tile.id),
            Reach::SomeWays => hidden += 1,
            Reach::NoWay => {}
        }
    }
    (sent, hidden)
}

/// Why the value of `source` may be missing, if it may.
pub fn may_be_empty(workspace: &Workspace, source: Source) -> Option<EmptyReason> {
    match source {
        Source::Contact(id) => {
            let optional = workspace.fields.get(&id).is_some_and(|field| !field.required);
            optional.then_some(EmptyReason::OptionalField(id))
        }
        Source::Column(..) => Some(EmptyReason::Row),
        Source::ReceivedBinding(_) | Source::IncomingBinding => Some(EmptyReason::Binding),
        Source::Received(..) | Source::Incoming(_) | Source::Journey(_) => None,
    }
}

/// The most sources through which one reference is followed, nearest first: tables
/// that point into one another have more paths than anybody looks through.
const MOST_PATHS: usize = 1_000;

struct Picker<'a> {
    workspace: &'a Workspace,
    wanted: &'a Wanted,
    items: Vec<Candidate>,
    other_type: usize,
    some_ways: usize,
}

impl Picker<'_> {
    fn fits(&self, ty: &Type) -> bool {
        match self.wanted {
            Wanted::Any => true,
            Wanted::Type(wanted) => wanted == ty,
            Wanted::Recipient => *ty == Type::Text,
        }
    }

    /// Whether sources that are texts by nature, but no address, are left out.
    fn wants_address(&self) -> bool {
        *self.wanted == Wanted::Recipient
    }

    /// Adds a source and, when it is a reference, what can be reached through it.
    fn add(&mut self, candidate: Candidate) {
        let mut paths = VecDeque::from([candidate]);
        let mut reached = 0;
        while let Some(candidate) = paths.pop_front() {
            reached += 1;
            if reached < MOST_PATHS {
                paths.extend(self.columns(&candidate));
            }
            if self.wants_address() && !message::is_address(candidate.source) {
                continue;
            }
            if self.fits(&candidate.ty) {
                self.items.push(candidate);
            } else {
                self.other_type += 1;
            }
        }
    }

    fn fields(&mut self, workspace: &Workspace) {
        for field in workspace.fields.values() {
            let source = Source::Contact(field.id);
            self.add(Candidate {
                source,
                ty: field.ty.clone(),
                group: Group::Contact,
                label: Label::Text(field.name.clone()),
                may_be_empty: may_be_empty(workspace, source),
            });
        }
    }

    /// The columns of the table that a source points into.
    fn columns(&self, from: &Candidate) -> Vec<Candidate> {
        let Type::EntityReference(table) = &from.ty else { return Vec::new() };
        let (Some(table), Label::Text(own)) = (self.workspace.tables.get(table), &from.label)
        else {
            return Vec::new();
        };
        let reached = |column: &Column| {
            Some(Candidate {
                source: from.source.through(column.id)?,
                ty: column.ty.clone(),
                group: from.group,
                label: Label::Text(format!("{own} › {}", column.name)),
                may_be_empty: Some(EmptyReason::Row),
            })
        };
        table.columns.iter().filter_map(reached).collect()
    }

    fn attributes(
        &mut self,
        trigger: &Trigger,
        group: Group,
        source: impl Fn(AttributeId) -> Source,
        binding: Source,
    ) {
        for attribute in &trigger.attributes {
            self.add(Candidate {
                source: source(attribute.id),
                ty: attribute.ty.clone(),
                group,
                label: Label::Text(attribute.name.clone()),
                may_be_empty: None,
            });
        }
        self.add(Candidate {
            source: binding,
            ty: Type::Text,
            group,
            label: Label::Term(term::SOURCE_BINDING),
            may_be_empty: Some(EmptyReason::Binding),
        });
    }

    /// Counts what would fit the type but is not received on every way.
    fn hide(&mut self, trigger: &Trigger) {
        let fitting = trigger.attributes.iter().filter(|attribute| self.fits(&attribute.ty));
        self.some_ways +=
            fitting.count() + usize::from(self.fits(&Type::Text) && !self.wants_address());
    }

    fn finish(self) -> Offer {
        let hidden =
            [(HiddenReason::OtherType, self.other_type), (HiddenReason::SomeWays, self.some_ways)];
        let hidden = hidden.into_iter().filter(|(_, count)| *count > 0).collect();
        Offer { items: self.items, hidden }
    }
}
