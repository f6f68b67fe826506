//! Workspaces made up from a tape of numbers: everything that the model can hold,
//! sensible or not. A shorter tape with smaller numbers makes a smaller workspace,
//! so proptest shrinks them well.

mod behaviour;
mod scenario;

use std::sync::Arc;

use parcours::model::audience::{Contact, Event, Field, Happening};
use parcours::model::condition::{
    Comparison, Condition, Item, Join, JourneyProperty, Operator, Source,
};
use parcours::model::decimal::Decimal;
use parcours::model::entry::{EntryBy, ExitOn};
use parcours::model::every::{Every, MonthDay};
use parcours::model::flow::{Action, Flow, FlowRow, FlowSource, FlowValue, Method, Part, Step};
use parcours::model::id::{
    AttributeId, BranchId, ColumnId, ContactId, EventId, ExitId, FieldId, FlowId, JourneyId,
    SegmentId, StepId, TableId, TileId, TriggerId,
};
use parcours::model::journey::{
    Branch, Channel, Entry, ExitCriterion, Goal, Interaction, Journey, JourneyState, Listener,
    Mapping, Repeat, Sequence, Share, Target, Tile, TileKind, WaitBranch, WaitOn,
};
use parcours::model::segment::Segment;
use parcours::model::sorted::SortedMap;
use parcours::model::table::{Column, Path, Reference, Row, Table};
use parcours::model::time::{Duration, Unit};
use parcours::model::trigger::{Attribute, AudienceKind, Trigger, TriggerState};
use parcours::model::value::Type;
use parcours::model::version::Version;
use parcours::model::wait::{Side, WaitUntil};
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

    fn journey(&mut self) -> Journey {
        Journey {
            id: JourneyId(self.id()),
            name: self.text(),
            description: self.text(),
            state: self.one_of(&JourneyState::ALL),
            audience: self.one_of(&AudienceKind::ALL),
            time_zone: self.text(),
            start: self.text(),
            end: self.text(),
            entry: self.entry(),
            goal: self.coin().then(|| self.goal()),
            exits: (0..self.below(3)).map(|_| self.exit()).collect(),
            tiles: self.sequence(3),
            version: self.version(),
        }
    }

    fn version(&mut self) -> Version {
        if self.coin() {
            return Version::default();
        }
        let origins = (0..self.below(3)).map(|_| (self.id(), self.id())).collect();
        let replaces = self.coin().then(|| JourneyId(self.id()));
        Version { number: 1 + self.below(3), replaces, comment: self.text(), origins }
    }

    fn entry(&mut self) -> Entry {
        let id = self.tile_id();
        let by = if self.coin() {
            let every = match self.below(4) {
                0 => None,
                1 => Some(Every::Months(self.below(30), MonthDay::Same)),
                2 => Some(Every::Months(self.below(30), MonthDay::Last)),
                _ => Some(Every::Time(self.duration())),
            };
            EntryBy::Segments { segments: self.some_segments(), at: self.text(), every }
        } else {
            EntryBy::Trigger { on: self.listener(), repeat: self.repeat() }
        };
        Entry { id, by, exclusions: self.some_segments() }
    }

    fn segment(&mut self) -> Segment {
        let id = SegmentId(self.id());
        self.segments.push(id);
        let (name, description) = (self.text(), self.text());
        Segment { id, name, description, condition: self.condition() }
    }

    fn wait(&mut self) -> WaitUntil {
        match self.below(3) {
            0 => WaitUntil::Duration(self.duration()),
            1 => WaitUntil::Moment(self.text()),
            _ => WaitUntil::Around {
                date: self.coin().then(|| self.source()),
                side: self.one_of(&Side::ALL),
                offset: self.duration(),
            },
        }
    }

    fn repeat(&mut self) -> Repeat {
        match self.below(3) {
            0 => Repeat::Never,
            1 => Repeat::AtOnce,
            _ => Repeat::After(self.duration()),
        }
    }

    fn goal(&mut self) -> Goal {
        let target = match self.below(3) {
            0 => None,
            1 => Some(Target::Count(self.below(1000))),
            _ => Some(Target::Share(Decimal::from_units(i128::from(self.below(60_000))))),
        };
        Goal { on: self.listener(), target }
    }

    fn exit(&mut self) -> ExitCriterion {
        let id = ExitId(self.id());
        let on = if self.coin() {
            ExitOn::Segment(self.some_segments().first().copied())
        } else {
            ExitOn::Trigger(self.listener())
        };
        ExitCriterion { id, on }
    }

    fn sequence(&mut self, depth: u32) -> Sequence {
        (0..self.below(4)).map(|_| self.tile(depth)).collect()
    }

    fn tile(&mut self, depth: u32) -> Tile {
        let (id, name) = (self.tile_id(), self.text());
        let kind = match self.below(7) {
            0 => TileKind::Exit,
            1 => TileKind::Wait(self.wait()),
            3 if depth > 0 => TileKind::AttributeBranch {
                branches: (0..self.below(3)).map(|_| self.branch(depth)).collect(),
                other: self.sequence(depth - 1),
            },
            4 if depth > 0 => TileKind::WaitFor {
                waits: self.waits(depth),
                limit: self.duration(),
                other: self.sequence(depth - 1),
            },
            5 if depth > 0 => {
                TileKind::Split { shares: (0..self.below(3)).map(|_| self.share(depth)).collect() }
            }
            6 => TileKind::Message {
                channel: self.one_of(&Channel::ALL),
                to: self.coin().then(|| self.source()),
                content: self.text(),
            },
            _ => TileKind::CustomTrigger {
                trigger: self.some_trigger(),
                mappings: (0..self.below(3))
                    .map(|_| (self.some_attribute(), self.mapping()))
                    .collect(),
                binding: self.coin().then(|| self.mapping()),
            },
        };
        Tile { id, name, kind }
    }

    fn branch(&mut self, depth: u32) -> Branch {
        Branch {
            id: BranchId(self.id()),
            name: self.text(),
            condition: self.condition(),
            tiles: self.sequence(depth - 1),
        }
    }

    fn waits(&mut self, depth: u32) -> Vec<WaitBranch> {
        let count = self.below(3) + 1;
        let mut waits: Vec<WaitBranch> = (0..count).map(|_| self.wait_branch(depth)).collect();
        if let [only] = waits.as_mut_slice() {
            (only.id, only.name) = (BranchId::ONLY, String::new());
        }
        waits
    }

    fn wait_branch(&mut self, depth: u32) -> WaitBranch {
        let on = if self.coin() {
            WaitOn::Trigger(self.listener())
        } else {
            let message = self.coin().then(|| self.some_tile());
            WaitOn::Interaction { message, kind: self.one_of(&Interaction::ALL) }
        };
        let (id, name) = (BranchId(self.id()), self.text());
        WaitBranch { id, name, on, tiles: self.sequence(depth - 1) }
    }

    fn share(&mut self, depth: u32) -> Share {
        Share {
            id: BranchId(self.id()),
            name: self.text(),
            percent: Decimal::from_units(i128::from(self.below(60_000)) * 100_000_000),
            tiles: self.sequence(depth - 1),
        }
    }

    fn mapping(&mut self) -> Mapping {
        if self.coin() { Mapping::Fixed(self.text()) } else { Mapping::Attribute(self.source()) }
    }

    fn listener(&mut self) -> Listener {
        Listener { trigger: self.some_trigger(), condition: self.condition() }
    }

    fn condition(&mut self) -> Condition {
        let items = (0..self.below(3)).map(|_| match self.below(3) {
            0 => {
                let join = self.join();
                Item::Group(join, (0..self.below(3)).map(|_| self.row()).collect())
            }
            _ => Item::Row(self.row()),
        });
        let items = items.collect();
        Condition { join: self.join(), items }
    }

    fn join(&mut self) -> Join {
        self.one_of(&[Join::All, Join::Any])
    }

    fn row(&mut self) -> Comparison {
        let ty = self.ty();
        Comparison {
            source: self.coin().then(|| self.source()),
            operator: self.one_of(Operator::of(&ty)),
            operands: (0..self.below(3)).map(|_| self.text()).collect(),
        }
    }

    fn source(&mut self) -> Source {
        match self.below(9) {
            6 => Source::Column(Reference::Contact(self.some_field()), self.path()),
            7 => Source::Column(Reference::Incoming(self.some_attribute()), self.path()),
            8 => {
                let reference = Reference::Received(self.some_tile(), self.some_attribute());
                Source::Column(reference, self.path())
            }
            0 => Source::Contact(self.some_field()),
            1 => Source::Received(self.some_tile(), self.some_attribute()),
            2 => Source::Incoming(self.some_attribute()),
            3 => Source::ReceivedBinding(self.some_tile()),
            4 => Source::IncomingBinding,
            _ => Source::Journey(self.one_of(&JourneyProperty::ALL)),
        }
    }

    fn flow(&mut self) -> Flow {
        Flow {
            id: FlowId(self.id()),
            name: self.text(),
            trigger: self.some_trigger(),
            on: self.coin(),
            environment: self.text(),
            steps: (0..self.below(3)).map(|_| self.step(2)).collect(),
        }
    }

    fn step(&mut self, depth: usize) -> Step {
        let (id, name) = (StepId(self.id()), self.text());
        let action = match self.below(5) {
            0 => Action::InitializeVariable {
                variable: self.text(),
                ty: self.ty(),
                value: self.flow_value(),
            },
            1 => Action::PostMessage {
                team: self.text(),
                channel: self.text(),
                message: self.flow_value(),
            },
            2 => Action::SendRequest {
                method: self.one_of(&Method::ALL),
                uri: self.flow_value(),
                headers: self.flow_fields(),
                body: self.flow_value(),
            },
            3 if depth > 0 => {
                let rows = (0..self.below(3)).map(|_| self.flow_row()).collect();
                let mut steps = || (0..self.below(3)).map(|_| self.step(depth - 1)).collect();
                let (yes, no) = (steps(), steps());
                Action::Condition { join: self.join(), rows, yes, no }
            }
            _ => Action::CreateRecord { table: self.text(), fields: self.flow_fields() },
        };
        Step { id, name, action }
    }

    fn flow_fields(&mut self) -> Vec<(String, FlowValue)> {
        (0..self.below(3)).map(|_| (self.text(), self.flow_value())).collect()
    }

    fn flow_row(&mut self) -> FlowRow {
        let source = if self.coin() { Some(self.flow_source()) } else { None };
        let ty = self.ty();
        let operator = self.one_of(Operator::of(&ty));
        FlowRow { source, operator, operands: (0..self.below(3)).map(|_| self.text()).collect() }
    }

    fn flow_value(&mut self) -> FlowValue {
        let parts = (0..self.below(4)).map(|_| match self.coin() {
            true => Part::Text(self.text()),
            false => Part::Picked(self.flow_source()),
        });
        let parts: Vec<Part> = parts.collect();
        FlowValue::new(parts)
    }

    fn flow_source(&mut self) -> FlowSource {
        match self.below(7) {
            0 => FlowSource::Attribute(self.some_attribute()),
            1 => FlowSource::Variable(StepId(self.below(9))),
            place => FlowSource::BUILT_IN[place as usize - 2],
        }
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

    fn duration(&mut self) -> Duration {
        Duration { count: self.below(100), unit: self.one_of(&Unit::ALL) }
    }

    fn ty(&mut self) -> Type {
        match self.below(5) {
            0 => Type::Text,
            1 => Type::Number,
            2 => Type::TrueFalse,
            3 => Type::DateTime,
            _ => Type::EntityReference(self.some_table()),
        }
    }

    fn tile_id(&mut self) -> TileId {
        let id = TileId(self.id());
        self.tiles.push(id);
        id
    }

    /// One that exists, or one that does not.
    fn some_field(&mut self) -> FieldId {
        let known = self.fields.clone();
        self.known_or(&known, FieldId(990))
    }

    fn some_segments(&mut self) -> Vec<SegmentId> {
        let known = self.segments.clone();
        (0..self.below(3)).map(|_| self.known_or(&known, SegmentId(989))).collect()
    }

    fn some_trigger(&mut self) -> Option<TriggerId> {
        let known = self.triggers.clone();
        self.coin().then(|| self.known_or(&known, TriggerId(991)))
    }

    fn some_attribute(&mut self) -> AttributeId {
        let known = self.attributes.clone();
        self.known_or(&known, AttributeId(992))
    }

    fn some_tile(&mut self) -> TileId {
        let known = self.tiles.clone();
        self.known_or(&known, TileId(993))
    }

    fn known_or<I: Copy>(&mut self, known: &[I], unknown: I) -> I {
        let index = self.below(known.len() as u32 + 1) as usize;
        known.get(index).copied().unwrap_or(unknown)
    }

    /// A new number. Numbers need not follow each other.
    fn id(&mut self) -> u32 {
        let id = self.next_id;
        self.next_id += 1 + self.below(2);
        id
    }

    fn text(&mut self) -> String {
        self.one_of(&TEXTS).to_owned()
    }

    fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len() as u32) as usize]
    }

    fn coin(&mut self) -> bool {
        self.below(2) == 1
    }

    /// From 0 to `end`, `end` excluded; 0 where the tape has ended.
    fn below(&mut self, end: u32) -> u32 {
        self.tape.next().map_or(0, |&number| u32::from(number) % end)
    }
}
