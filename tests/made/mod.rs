//! Workspaces made up from a number: small, sensible enough to run, and full of what
//! is hard: ties at one instant, circles of triggers, missing values, repeat rules,
//! one trigger that starts, ends, resolves and is a goal at once, clocks that change.
//!
//! The same number gives the same workspace on every machine, in the browser too.
//!
//! Deliberately not here: what cannot run. `generate` makes up any document.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod flows;
mod journeys;
mod models;
mod people;
mod rows;

use std::sync::Arc;

use parcours::model::audience::Field;
use parcours::model::entry::EntryBy;
use parcours::model::id::{AttributeId, ColumnId, FieldId, SegmentId, TableId, TileId, TriggerId};
use parcours::model::journey::{Repeat, Tile, TileKind};
use parcours::model::segment::Segment;
use parcours::model::sorted::SortedMap;
use parcours::model::table::{Column, Row, Table};
use parcours::model::time::{DAY, HOUR, Instant, Moment};
use parcours::model::trigger::{Attribute, AudienceKind, Trigger, TriggerState};
use parcours::model::value::Type;
use parcours::model::workspace::{Settings, Workspace};
use parcours::model::zone::TimeZone;

/// The workspace of that number.
pub fn workspace(seed: u64) -> Workspace {
    let mut maker = Maker::new(seed);
    maker.journeys_and_all();
    maker.people();
    maker.models();
    maker.settings();
    maker.made_up_contacts();
    maker.workspace
}

/// The same with so many contacts, each with an event or a few.
#[allow(dead_code, reason = "not every test needs a crowd")]
pub fn crowd(seed: u64, contacts: usize) -> Workspace {
    let mut maker = Maker::new(seed);
    maker.journeys_and_all();
    maker.many_people(contacts);
    maker.settings();
    maker.workspace
}

/// Numbers that look random and are the same everywhere (SplitMix64).
pub struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Less than `count`, and 0 when there is nothing to choose from.
    pub fn upto(&mut self, count: usize) -> usize {
        (self.next() % count.max(1) as u64) as usize
    }

    pub fn one_in(&mut self, count: usize) -> bool {
        self.upto(count) == 0
    }

    pub fn of<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.upto(items.len())]
    }
}

/// What is made so far.
pub struct Maker {
    pub dice: Dice,
    pub workspace: Workspace,
    /// Around which instant everything happens.
    pub origin: Instant,
    /// What the journey that is being made has received so far: tile, attribute, type.
    pub received: Vec<(TileId, AttributeId, Type)>,
    /// The entry trigger of the journey that is being made.
    pub entry: TriggerId,
    /// Whether journeys start each other in a circle (rule A7).
    pub circle: bool,
    /// Its messages so far.
    pub messages: Vec<TileId>,
    /// How many tiles of the journey that is being made raise triggers.
    pub raises: usize,
    /// Whether it is about waits that last as long as an instance may (rule T5).
    pub slow: bool,
    /// At which of its tiles it has received a trigger.
    pub bindings: Vec<TileId>,
}

/// The table that references point into.
pub const ACCOUNT: TableId = TableId(900_000);

/// Before a day on which clocks change somewhere, and a day on which they do not.
const ORIGINS: [&str; 4] = [
    "2026-03-28T21:00:00Z",
    "2026-10-24T20:00:00Z",
    "2026-04-04T12:00:00Z",
    "2026-01-05T00:00:00Z",
];

impl Maker {
    fn new(seed: u64) -> Self {
        let mut dice = Dice(seed);
        let (slow, circle) = (dice.one_in(10), dice.one_in(12));
        let origin: Moment = dice.of(&ORIGINS).parse().unwrap();
        let origin = origin.start(&TimeZone::UTC);
        Self {
            dice,
            workspace: Workspace::default(),
            origin,
            received: Vec::new(),
            bindings: Vec::new(),
            circle,
            raises: 0,
            messages: Vec::new(),
            entry: TriggerId(0),
            slow,
        }
    }

    /// Everything but contacts, what they do, and the settings.
    fn journeys_and_all(&mut self) {
        self.tables();
        self.fields();
        self.segments();
        self.triggers();
        for _ in 0..self.dice.upto(3) + 1 {
            self.journey();
        }
        if self.dice.one_in(3) {
            self.flow();
        }
    }

    /// A number that names nothing yet.
    pub fn id(&mut self) -> u32 {
        let settings: &mut Settings = Arc::make_mut(&mut self.workspace.settings);
        settings.next_id += 1;
        settings.next_id - 1
    }

    pub fn a_trigger(&mut self) -> TriggerId {
        let triggers: Vec<TriggerId> = self.workspace.triggers.keys().copied().collect();
        // The first is the favourite: one trigger in many roles.
        if self.dice.one_in(3) { triggers[0] } else { *self.dice.of(&triggers) }
    }

    /// An instant on a coarse grid, so that many are the same.
    pub fn an_instant(&mut self) -> Instant {
        let hours = self.dice.upto(13) as i64;
        let days = if self.dice.one_in(12) { 365 } else { 0 };
        let millis = if self.dice.one_in(10) { [1, -1][self.dice.upto(2)] } else { 0 };
        self.origin.plus(hours * HOUR + days * DAY + millis)
    }

    pub fn a_type(&mut self) -> Type {
        match self.dice.upto(8) {
            0..=2 => Type::Number,
            3 | 4 => Type::Text,
            5 => Type::TrueFalse,
            6 => Type::DateTime,
            _ => Type::EntityReference(ACCOUNT),
        }
    }

    /// Accounts that point to one another; row "9" is missing.
    fn tables(&mut self) {
        let types = [Type::Number, Type::Text, Type::DateTime, Type::EntityReference(ACCOUNT)];
        let columns: Vec<Column> = types
            .into_iter()
            .map(|ty| Column { id: ColumnId(self.id()), name: "column".into(), ty })
            .collect();
        let mut rows = Vec::new();
        for key in ["7", " 8 ", "8"] {
            let mut values = SortedMap::new();
            for column in &columns {
                if !self.dice.one_in(4) {
                    values.insert(column.id, self.value(&column.ty));
                }
            }
            rows.push(Row { key: key.into(), values });
        }
        let table = Table { id: ACCOUNT, name: "Account".into(), columns, rows };
        self.workspace.tables.insert(ACCOUNT, Arc::new(table));
    }

    /// A path of one to five columns.
    pub fn a_path(&mut self) -> Vec<Column> {
        let columns = self.workspace.tables[&ACCOUNT].columns.clone();
        let (hops, last) = (self.dice.upto(5), self.dice.upto(columns.len()));
        let parent = columns[columns.len() - 1].clone();
        let hops = std::iter::repeat_n(parent, hops.saturating_sub(2));
        hops.chain([columns[last].clone()]).collect()
    }

    fn fields(&mut self) {
        for number in 0..self.dice.upto(4) + 1 {
            let id = FieldId(self.id());
            let ty = if number == 0 { Type::Text } else { self.a_type() };
            let field = Field { id, name: format!("Field {number}"), ty, required: false };
            self.workspace.fields.insert(id, Arc::new(field));
        }
    }

    fn segments(&mut self) {
        for number in 0..self.dice.upto(3) {
            let condition = self.condition_of_contacts();
            let id = SegmentId(self.id());
            let name = format!("Segment {number}");
            let segment = Segment { id, name, description: String::new(), condition };
            self.workspace.segments.insert(id, Arc::new(segment));
        }
    }

    /// A segment, if there is any, now and then.
    pub fn a_segment(&mut self, one_in: usize) -> Option<SegmentId> {
        let segments: Vec<SegmentId> = self.workspace.segments.keys().copied().collect();
        (self.dice.one_in(one_in) && !segments.is_empty()).then(|| *self.dice.of(&segments))
    }

    fn triggers(&mut self) {
        for number in 0..self.dice.upto(3) + 2 {
            let id = TriggerId(self.id());
            let name = ["Go", "Buy", "Stop", "Next"][number].to_owned();
            let mut attributes = Vec::new();
            let count = if self.circle { 0 } else { self.dice.upto(3) };
            for place in 0..count {
                let id = AttributeId(self.id());
                attributes.push(Attribute { id, name: format!("a{place}"), ty: self.a_type() });
            }
            let trigger = Trigger {
                id,
                unique_name: format!("msdynmkt_{}_000000000", name.to_lowercase()),
                name,
                description: String::new(),
                audience: AudienceKind::Contact,
                state: TriggerState::Ready,
                attributes,
            };
            self.workspace.triggers.insert(id, Arc::new(trigger));
        }
    }

    /// How many tiles raise triggers in journeys that may be entered again.
    fn rounds(&self) -> usize {
        let journeys = self.workspace.journeys.values();
        let again = journeys.filter(|journey| journey.entry.repeat() != Some(Repeat::Never));
        let raises = |tile: &&Tile| matches!(tile.kind, TileKind::CustomTrigger { .. });
        again.map(|journey| journey.all_tiles().into_iter().filter(raises).count()).sum()
    }

    /// Whether a schedule recurs: in a run without an end it does so for a year.
    fn recurs(&self) -> bool {
        let mut entries = self.workspace.journeys.values().map(|journey| &journey.entry.by);
        entries.any(|by| matches!(by, EntryBy::Segments { every: Some(_), .. }))
    }

    fn settings(&mut self) {
        // Circles of journeys go on, and may multiply, until the end of the run.
        let rounds = self.rounds();
        let models = self.workspace.models.len();
        let bounds = [
            self.dice.one_in(6) || self.starts(),
            !self.slow && (self.recurs() || self.dice.one_in(3)) || rounds > 0 || models > 1,
        ];
        let more = match rounds {
            0 => 40,
            1 => 10,
            _ => 2,
        };
        let hours = [self.dice.upto(3) as i64, 3 + self.dice.upto(more) as i64];
        let [start, end] = [0, 1].map(|which| {
            let at = self.origin.plus(hours[which] * HOUR);
            if bounds[which] { at.to_string() } else { String::new() }
        });
        let journeys: Vec<_> = self.workspace.journeys.keys().copied().collect();
        let published = self.dice.one_in(2).then(|| *self.dice.of(&journeys));
        let settings = Arc::make_mut(&mut self.workspace.settings);
        settings.name = "Made up".into();
        (settings.run.start, settings.run.end) = (start, end);
        settings.run.as_published = published.into_iter().collect();
    }
}
