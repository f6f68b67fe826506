//! Journeys with their tiles.

use std::sync::Arc;

use parcours::model::condition::{Condition, Source};
use parcours::model::entry::{EntryBy, ExitOn};
use parcours::model::every::{Every, MonthDay};
use parcours::model::id::{BranchId, ExitId, JourneyId, SegmentId, TileId, TriggerId};
use parcours::model::journey::{
    Branch, Channel, Entry, ExitCriterion, Goal, Interaction, Journey, JourneyState, Listener,
    Mapping, Repeat, Sequence, Share, Tile, TileKind, WaitBranch, WaitOn,
};
use parcours::model::note::Note;
use parcours::model::sorted::SortedMap;
use parcours::model::time::{Duration, HOUR, Unit};
use parcours::model::trigger::AudienceKind;
use parcours::model::value::Type;
use parcours::model::version::Version;
use parcours::model::wait::{Side, WaitUntil};

use super::Maker;

const ZONES: [&str; 5] =
    ["UTC", "Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"];

impl Maker {
    pub fn journey(&mut self) {
        let id = JourneyId(self.id());
        let entry_id = TileId(self.id());
        self.received.clear();
        self.bindings.clear();
        self.messages.clear();
        self.raises = 0;
        let trigger = if self.circle { self.trigger_in_turn() } else { self.a_trigger() };
        let mut on = self.listener(trigger);
        if self.circle {
            on.condition = Condition::default();
        }
        let repeat = match self.dice.upto(4) {
            _ if self.circle => Repeat::AtOnce,
            0 => Repeat::Never,
            1 | 2 => Repeat::AtOnce,
            _ => Repeat::After(self.duration()),
        };
        self.entry = trigger;
        let by = match self.a_segment(6) {
            Some(segment) if !self.circle => self.schedule(segment),
            _ => EntryBy::Trigger { on, repeat },
        };
        if matches!(by, EntryBy::Trigger { .. }) {
            self.receive(entry_id, trigger);
        }
        let exclusions = self.a_segment(5).into_iter().collect();
        let entry = Entry { id: entry_id, by, exclusions, note: Note::default() };
        let time_zone = (*self.dice.of(&ZONES)).to_owned();
        let mut tiles = self.sequence(2);
        if self.circle {
            let (trigger, mappings) = (Some(self.next_trigger()), SortedMap::new());
            let kind = TileKind::CustomTrigger { trigger, mappings, binding: None };
            tiles.insert(
                0,
                Arc::new(Tile {
                    id: TileId(self.id()),
                    name: "Round".into(),
                    kind,
                    note: Note::default(),
                }),
            );
        }
        let goal = self.dice.one_in(3).then(|| Goal { on: self.any_listener(), target: None });
        let exits = (0..self.dice.upto(5).saturating_sub(2))
            .map(|_| {
                let segment = self.a_segment(3);
                let trigger = || ExitOn::Trigger(self.any_listener());
                let on = segment.map_or_else(trigger, |id| ExitOn::Segment(Some(id)));
                ExitCriterion { id: ExitId(self.id()), on }
            })
            .collect();
        let (start, end) = (self.bound(2), self.bound(9));
        let journey = Journey {
            id,
            name: format!("Journey {id}"),
            description: String::new(),
            state: self.state(),
            audience: AudienceKind::Contact,
            time_zone,
            start,
            end,
            entry,
            goal,
            exits,
            tiles,
            notes: Vec::new(),
            version: Default::default(),
        };
        let journey = self.perhaps_a_version(journey);
        self.workspace.journeys.insert(id, Arc::new(journey));
    }

    /// Sometimes a journey is a later version of the one made before it, and takes over
    /// while the run goes on.
    fn perhaps_a_version(&mut self, mut journey: Journey) -> Journey {
        let before = self.workspace.journeys.last_key_value().map(|(id, _)| *id);
        let Some(before) = before.filter(|_| self.dice.one_in(6)) else { return journey };
        let number = self.workspace.journeys[&before].version.number + 1;
        journey.version = Version { number, replaces: Some(before), ..Version::default() };
        if self.dice.one_in(2) {
            let hour = self.dice.upto(12) as i64;
            journey.start = self.origin.plus(hour * HOUR).to_string()[..16].into();
        }
        if let (true, Some(before)) =
            (self.dice.one_in(2), self.workspace.journeys.get_mut(&before))
        {
            Arc::make_mut(before).state = JourneyState::Completing;
        }
        journey
    }

    fn schedule(&mut self, segment: SegmentId) -> EntryBy {
        let every = self.dice.one_in(2).then_some(Duration { count: 5, unit: Unit::Hours });
        let every = if self.slow { every.map(|_| Duration::days(100)) } else { every };
        let on = if self.dice.one_in(2) { MonthDay::Same } else { MonthDay::Last };
        let months = (self.slow && self.dice.one_in(2)).then_some(Every::Months(2, on));
        let every = months.or(every.map(Every::Time));
        let mut segments = vec![segment];
        segments.extend(self.a_segment(2).filter(|other| *other != segment));
        EntryBy::Segments { segments, at: self.date(), every }
    }

    fn wait_for_a_date(&mut self) -> TileKind {
        let dates: Vec<Source> = self
            .sources(None)
            .into_iter()
            .filter(|(_, ty)| *ty == Type::DateTime)
            .map(|(source, _)| source)
            .collect();
        if dates.is_empty() || self.dice.one_in(3) {
            return TileKind::Wait(WaitUntil::Moment(self.date()));
        }
        let (date, side) = (Some(*self.dice.of(&dates)), *self.dice.of(&Side::ALL));
        TileKind::Wait(WaitUntil::Around { date, side, offset: self.duration() })
    }

    fn state(&mut self) -> JourneyState {
        match self.dice.upto(8) {
            0 => *self.dice.of(&JourneyState::ALL),
            1 => JourneyState::LiveEditing,
            _ => JourneyState::Live,
        }
    }

    /// A bound of a journey's period, mostly none: local, in its own zone.
    fn bound(&mut self, hour: i64) -> String {
        if !self.dice.one_in(8) {
            return String::new();
        }
        self.origin.plus(hour * HOUR).to_string()[..16].into()
    }

    fn listener(&mut self, trigger: TriggerId) -> Listener {
        Listener { trigger: Some(trigger), condition: self.condition(Some(trigger)) }
    }

    /// A listener that may wait for nothing yet.
    fn any_listener(&mut self) -> Listener {
        if self.dice.one_in(20) {
            return Listener::default();
        }
        let trigger = self.a_trigger();
        self.listener(trigger)
    }

    fn duration(&mut self) -> Duration {
        match self.dice.upto(10) {
            _ if self.slow && !self.dice.one_in(3) => Duration::days(90),
            9 if self.slow => Duration::days(5),
            0 => Duration { count: 0, unit: Unit::Hours },
            1 => Duration { count: 60, unit: Unit::Minutes },
            2 => Duration { count: 1, unit: Unit::Days },
            3 => Duration::days(90),
            _ => Duration { count: self.dice.upto(5) as u32 + 1, unit: Unit::Hours },
        }
    }

    fn receive(&mut self, tile: TileId, trigger: TriggerId) {
        self.bindings.push(tile);
        for attribute in &self.workspace.triggers[&trigger].attributes {
            self.received.push((tile, attribute.id, attribute.ty.clone()));
        }
    }

    fn sequence(&mut self, depth: usize) -> Sequence {
        let count = self.dice.upto(if self.slow { 9 } else { 4 });
        let mut tiles = Vec::new();
        for _ in 0..count {
            tiles.push(self.tile(depth));
            let is_message =
                tiles.last().is_some_and(|tile| matches!(tile.kind, TileKind::Message { .. }));
            if is_message && !self.dice.one_in(3) {
                tiles.push(self.wait_for_the_last_message());
            }
        }
        tiles
    }

    fn tile(&mut self, depth: usize) -> Arc<Tile> {
        let id = TileId(self.id());
        let kind = match self.dice.upto(13) {
            0 | 1 if depth > 0 => self.wait_for(depth, id),
            2 if depth > 0 => self.split(depth),
            10 => self.message(),
            3 | 4 if depth > 0 => self.attribute_branch(depth),
            5..=7 if !self.slow && self.may_raise() => self.custom_trigger(),
            8 if self.dice.one_in(2) => TileKind::Exit,
            9 => self.wait_for_a_date(),
            _ => TileKind::Wait(WaitUntil::Duration(self.duration())),
        };
        if matches!(kind, TileKind::Message { .. }) {
            self.messages.push(id);
        }
        Arc::new(Tile { id, name: format!("Tile {id}"), kind, note: Note::default() })
    }

    fn wait_for(&mut self, depth: usize, id: TileId) -> TileKind {
        let count = if self.dice.one_in(3) { self.dice.upto(2) + 2 } else { 1 };
        let mut waits = Vec::new();
        let mut received = Vec::new();
        for number in 0..count {
            let on = self.wait_on();
            received.extend(on.listener().and_then(|on| on.trigger));
            let only = count == 1;
            let id = if only { BranchId::ONLY } else { BranchId(self.id()) };
            let name = if only { String::new() } else { format!("Wait {number}") };
            waits.push(WaitBranch { id, name, on, tiles: Vec::new() });
        }
        received.into_iter().for_each(|trigger| self.receive(id, trigger));
        for wait in &mut waits {
            wait.tiles = self.sequence(depth - 1);
        }
        TileKind::WaitFor { waits, limit: self.duration(), other: self.sequence(depth - 1) }
    }

    fn wait_for_the_last_message(&mut self) -> Arc<Tile> {
        let (message, kind) = (self.messages.last().copied(), *self.dice.of(&Interaction::ALL));
        let on = WaitOn::Interaction { message, kind };
        let kind = TileKind::wait_for(on, self.duration(), Vec::new(), Vec::new());
        Arc::new(Tile { id: TileId(self.id()), name: "Asks".into(), kind, note: Note::default() })
    }

    /// A trigger, or an interaction with a message of before.
    fn wait_on(&mut self) -> WaitOn {
        if self.messages.is_empty() || self.dice.one_in(3) {
            return WaitOn::Trigger(self.any_listener());
        }
        let message = Some(*self.dice.of(&self.messages));
        WaitOn::Interaction { message, kind: *self.dice.of(&Interaction::ALL) }
    }

    fn message(&mut self) -> TileKind {
        let mut texts = self.sources(None);
        texts.retain(|(_, ty)| *ty == Type::Text);
        let to = (!texts.is_empty()).then(|| self.dice.of(&texts).0);
        let channel = *self.dice.of(&Channel::ALL);
        TileKind::Message { channel, to, content: "Hello".into() }
    }

    fn split(&mut self, depth: usize) -> TileKind {
        let mut shares = Vec::new();
        for percent in *self.dice.of(&[&["50", "50"][..], &["0.5", "33.25", "66.25"]]) {
            let (id, percent) = (BranchId(self.id()), percent.parse().unwrap());
            let tiles = self.sequence(depth - 1);
            shares.push(Share { id, name: format!("Share {id}"), percent, tiles });
        }
        TileKind::Split { shares }
    }

    fn attribute_branch(&mut self, depth: usize) -> TileKind {
        let mut branches = Vec::new();
        for _ in 0..self.dice.upto(3) + 1 {
            let id = BranchId(self.id());
            let condition = self.condition(None);
            let tiles = self.sequence(depth - 1);
            branches.push(Branch { id, name: format!("Branch {id}"), condition, tiles });
        }
        TileKind::AttributeBranch { branches, other: self.sequence(depth - 1) }
    }

    /// Journeys that raise twice and start each other multiply: a few do.
    fn may_raise(&mut self) -> bool {
        self.raises += 1;
        !self.circle && self.raises == 1 || self.dice.one_in(15)
    }

    /// The trigger of the next journey of a circle.
    fn trigger_in_turn(&self) -> TriggerId {
        let triggers: Vec<TriggerId> = self.workspace.triggers.keys().copied().collect();
        triggers[self.workspace.journeys.len() % triggers.len()]
    }

    /// The trigger after that of the entry: journeys that raise theirs make a circle.
    fn next_trigger(&self) -> TriggerId {
        let mut triggers = self.workspace.triggers.keys();
        let first = *triggers.next().unwrap();
        self.workspace.triggers.keys().copied().find(|id| *id > self.entry).unwrap_or(first)
    }

    fn custom_trigger(&mut self) -> TileKind {
        if self.dice.one_in(20) {
            return TileKind::CustomTrigger {
                trigger: None,
                mappings: SortedMap::new(),
                binding: None,
            };
        }
        let trigger = if self.dice.one_in(3) { self.next_trigger() } else { self.a_trigger() };
        let mut mappings = SortedMap::new();
        for attribute in self.workspace.triggers[&trigger].attributes.clone() {
            if let Some(mapping) = self.mapping(&attribute.ty) {
                mappings.insert(attribute.id, mapping);
            }
        }
        let binding = match self.dice.upto(6) {
            0 => Some(Mapping::Fixed(self.binding())),
            1 => self.mapping(&Type::Text),
            _ => None,
        };
        TileKind::CustomTrigger { trigger: Some(trigger), mappings, binding }
    }

    /// A value of the type from anywhere; now and then nothing.
    fn mapping(&mut self, ty: &Type) -> Option<Mapping> {
        let mut sources = self.sources(None);
        sources.retain(|(_, of)| of == ty);
        if self.dice.one_in(12) {
            return None;
        }
        if sources.is_empty() || self.dice.one_in(3) {
            return Some(Mapping::Fixed(self.value(ty)));
        }
        let (source, _): (Source, Type) = self.dice.of(&sources).clone();
        Some(Mapping::Attribute(source))
    }
}
