//! Workspaces made up from a tape of numbers: everything that the model can hold,
//! sensible or not. A shorter tape with smaller numbers makes a smaller workspace,
//! so proptest shrinks them well.

mod behaviour;
mod draw;
mod flow;
mod journey;
mod scenario;

use std::sync::Arc;

use parcours::model::audience::{Contact, Event, Field, Happening};

use parcours::model::id::{
    AttributeId, ColumnId, ContactId, EventId, FieldId, JourneyId, SegmentId, TableId, TileId,
    TriggerId,
};
use parcours::model::journey::Interaction;

use parcours::model::sorted::SortedMap;
use parcours::model::table::{Column, Path, Row, Table};

use parcours::model::trigger::{Attribute, AudienceKind, Trigger, TriggerState};

use parcours::model::workspace::{
    Behaviour, CATEGORY, ContactSource, RunSettings, Settings, Workspace,
};
use proptest::prelude::*;

/// Any workspace.
pub fn workspace() -> impl Strategy<Value = Workspace> {
    prop::collection::vec(any::<u16>(), 0..400).prop_map(|tape| Generator::new(&tape).workspace())
}

const TEXTS: [&str; 12] = [
    "",
    "Order placed",
    "é",
    "«\u{202f}Oui\u{202f}»",
    "a\"b\\c",
    "{",
    "[ ]",
    "line\nbreak\ttab",
    "\u{0}\u{7f}",
    "😀",
    "12.5",
    "2026-03-29T02:30",
];

struct Generator<'t> {
    tape: std::slice::Iter<'t, u16>,
    next_id: u32,
    fields: Vec<FieldId>,
    segments: Vec<SegmentId>,
    triggers: Vec<TriggerId>,
    attributes: Vec<AttributeId>,
    tiles: Vec<TileId>,
    tables: Vec<TableId>,
    columns: Vec<ColumnId>,
}

impl<'t> Generator<'t> {
    fn new(tape: &'t [u16]) -> Self {
        Self {
            tape: tape.iter(),
            next_id: 1,
            fields: Vec::new(),
            segments: Vec::new(),
            triggers: Vec::new(),
            attributes: Vec::new(),
            tiles: Vec::new(),
            tables: Vec::new(),
            columns: Vec::new(),
        }
    }

    fn workspace(mut self) -> Workspace {
        let (mut fields, mut triggers) = (SortedMap::new(), SortedMap::new());
        let mut segments = SortedMap::new();
        let (mut journeys, mut flows) = (SortedMap::new(), SortedMap::new());
        let (mut contacts, mut events) = (SortedMap::new(), SortedMap::new());
        let (mut models, mut tables) = (SortedMap::new(), SortedMap::new());
        for _ in 0..self.below(3) {
            let table = self.table();
            tables.insert(table.id, Arc::new(table));
        }
        for _ in 0..self.below(4) {
            let field = self.field();
            fields.insert(field.id, Arc::new(field));
        }
        for _ in 0..self.below(3) {
            let segment = self.segment();
            segments.insert(segment.id, Arc::new(segment));
        }
        for _ in 0..self.below(4) {
            let trigger = self.trigger();
            triggers.insert(trigger.id, Arc::new(trigger));
        }
        for _ in 0..self.below(4) {
            let journey = self.journey();
            journeys.insert(journey.id, Arc::new(journey));
        }
        for _ in 0..self.below(3) {
            let flow = self.flow();
            flows.insert(flow.id, Arc::new(flow));
        }
        for _ in 0..self.below(3) {
            let values = (0..self.below(3)).map(|_| (self.some_field(), self.text())).collect();
            let contact = Contact { id: ContactId(self.id()), name: self.text(), values };
            contacts.insert(contact.id, Arc::new(contact));
        }
        for _ in 0..self.below(3) {
            let event = self.event(contacts.keys().next().copied());
            events.insert(event.id, Arc::new(event));
        }
        for _ in 0..self.below(3) {
            let model = self.model();
            models.insert(model.id, Arc::new(model));
        }
        let mut scenarios = SortedMap::new();
        for _ in 0..self.below(3) {
            let scenario = self.scenario();
            scenarios.insert(scenario.id, Arc::new(scenario));
        }
        let settings = Arc::new(self.settings(journeys.keys().copied().collect()));
        Workspace {
            settings,
            fields,
            segments,
            triggers,
            journeys,
            flows,
            contacts,
            events,
            models,
            scenarios,
            tables,
        }
    }

    fn settings(&mut self, journeys: Vec<JourneyId>) -> Settings {
        let run = RunSettings {
            contacts: self.one_of(&[
                ContactSource::Workspace,
                ContactSource::File,
                ContactSource::MadeUp,
            ]),
            made_up: self.made_up(),
            behaviour: self.one_of(&[Behaviour::Workspace, Behaviour::File, Behaviour::None]),
            models: self.coin(),
            seed: u64::from(self.below(65_000)) << self.below(48),
            start: self.text(),
            end: self.text(),
            as_published: journeys.into_iter().filter(|_| self.coin()).collect(),
        };
        let (name, environment, environment_url) = (self.text(), self.text(), self.text());
        Settings {
            name,
            environment,
            environment_url,
            catalog: self.text(),
            category: CATEGORY.into(),
            next_id: self.next_id + self.below(3),
            run,
        }
    }

    fn table(&mut self) -> Table {
        let id = TableId(self.id());
        self.tables.push(id);
        let columns: Vec<_> = (0..self.below(3)).map(|_| self.column()).collect();
        Table {
            id,
            name: self.text(),
            columns,
            rows: (0..self.below(3)).map(|_| self.table_row()).collect(),
        }
    }

    fn column(&mut self) -> Column {
        let id = ColumnId(self.id());
        self.columns.push(id);
        Column { id, name: self.text(), ty: self.ty() }
    }

    fn table_row(&mut self) -> Row {
        let values = (0..self.below(3)).map(|_| (self.some_column(), self.text())).collect();
        Row { key: self.text(), values }
    }

    fn some_column(&mut self) -> ColumnId {
        let known = self.columns.clone();
        if known.is_empty() || self.below(8) == 0 { ColumnId(996) } else { self.one_of(&known) }
    }

    fn some_table(&mut self) -> TableId {
        let known = self.tables.clone();
        if known.is_empty() || self.below(8) == 0 { TableId(995) } else { self.one_of(&known) }
    }

    fn path(&mut self) -> Path {
        let columns: Vec<_> = (0..=self.below(5)).map(|_| self.some_column()).collect();
        Path::new(&columns).unwrap_or_else(|| unreachable!("1 to 5 columns"))
    }

    fn field(&mut self) -> Field {
        let id = FieldId(self.id());
        self.fields.push(id);
        Field { id, name: self.text(), ty: self.ty(), required: self.coin() }
    }

    fn trigger(&mut self) -> Trigger {
        let id = TriggerId(self.id());
        self.triggers.push(id);
        Trigger {
            id,
            name: self.text(),
            unique_name: self.text(),
            description: self.text(),
            audience: self.one_of(&AudienceKind::ALL),
            state: self.one_of(&TriggerState::ALL),
            attributes: (0..self.below(4)).map(|_| self.attribute()).collect(),
        }
    }

    fn attribute(&mut self) -> Attribute {
        let id = AttributeId(self.id());
        self.attributes.push(id);
        Attribute { id, name: self.text(), ty: self.ty() }
    }

    fn event(&mut self, contact: Option<ContactId>) -> Event {
        Event {
            id: EventId(self.id()),
            contact: contact.unwrap_or(ContactId(999)),
            what: self.happening(),
            at: self.text(),
        }
    }

    fn happening(&mut self) -> Happening {
        if self.coin() {
            return Happening::Interaction {
                message: self.some_tile(),
                kind: self.one_of(&Interaction::ALL),
            };
        }
        Happening::Trigger {
            trigger: self.some_trigger().unwrap_or(TriggerId(998)),
            values: (0..self.below(3)).map(|_| (self.some_attribute(), self.text())).collect(),
            binding: self.text(),
        }
    }
}
