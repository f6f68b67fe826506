//! Journeys and their tiles.

use std::sync::Arc;

use parcours::model::condition::{
    Comparison, Condition, Item, Join, JourneyProperty, Operator, Source,
};
use parcours::model::decimal::Decimal;
use parcours::model::entry::{EntryBy, ExitOn};
use parcours::model::every::{Every, MonthDay};
use parcours::model::id::{BranchId, ExitId, JourneyId, SegmentId, TileId};
use parcours::model::journey::{
    Branch, Channel, Entry, ExitCriterion, Goal, Interaction, Journey, JourneyState, Listener,
    Mapping, Repeat, Sequence, Share, Target, Tile, TileKind, WaitBranch, WaitOn,
};
use parcours::model::note::{Anchor, GroundNote, Note};
use parcours::model::segment::Segment;
use parcours::model::table::Reference;
use parcours::model::trigger::AudienceKind;
use parcours::model::version::Version;
use parcours::model::wait::{Side, WaitUntil};

use super::Generator;

impl Generator<'_> {
    pub fn journey(&mut self) -> Journey {
        let mut journey = Journey {
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
            notes: Vec::new(),
            version: self.version(),
        };
        journey.notes = self.notes(journey.entry.id, &journey.tiles);
        journey
    }

    pub fn version(&mut self) -> Version {
        if self.coin() {
            return Version::default();
        }
        let origins = (0..self.below(3)).map(|_| (self.id(), self.id())).collect();
        let replaces = self.coin().then(|| JourneyId(self.id()));
        Version { number: 1 + self.below(3), replaces, comment: self.text(), origins }
    }

    pub fn entry(&mut self) -> Entry {
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
        let exclusions = self.some_segments();
        Entry { id, by, exclusions, note: self.note() }
    }

    pub fn segment(&mut self) -> Segment {
        let id = SegmentId(self.id());
        self.segments.push(id);
        let (name, description) = (self.text(), self.text());
        Segment { id, name, description, condition: self.condition() }
    }

    pub fn wait(&mut self) -> WaitUntil {
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

    pub fn repeat(&mut self) -> Repeat {
        match self.below(3) {
            0 => Repeat::Never,
            1 => Repeat::AtOnce,
            _ => Repeat::After(self.duration()),
        }
    }

    pub fn goal(&mut self) -> Goal {
        let target = match self.below(3) {
            0 => None,
            1 => Some(Target::Count(self.below(1000))),
            _ => Some(Target::Share(Decimal::from_units(i128::from(self.below(60_000))))),
        };
        Goal { on: self.listener(), target }
    }

    pub fn exit(&mut self) -> ExitCriterion {
        let id = ExitId(self.id());
        let on = if self.coin() {
            ExitOn::Segment(self.some_segments().first().copied())
        } else {
            ExitOn::Trigger(self.listener())
        };
        ExitCriterion { id, on }
    }

    pub fn sequence(&mut self, depth: u32) -> Sequence {
        (0..self.below(4)).map(|_| self.tile(depth)).collect()
    }

    pub fn tile(&mut self, depth: u32) -> Arc<Tile> {
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
        Arc::new(Tile { id, name, kind, note: self.note() })
    }

    fn notes(&mut self, entry: TileId, tiles: &Sequence) -> Vec<GroundNote> {
        let mut all = vec![entry];
        all.extend(tiles.iter().flat_map(|tile| tile.subtree()).map(|tile| tile.id));
        let mut notes = Vec::new();
        for _ in 0..self.below(3) {
            let (id, tile) = (TileId(self.id()), self.one_of(&all));
            let (x, y) = (self.below(9000) as i32 - 4500, self.below(9000) as i32 - 4500);
            let text = format!("Note {}", self.text());
            notes.push(GroundNote { id, text, at: Anchor { tile, x, y } });
        }
        notes
    }

    pub fn note(&mut self) -> Note {
        if self.coin() { Note::new(self.text(), self.coin()) } else { Note::default() }
    }

    pub fn branch(&mut self, depth: u32) -> Branch {
        Branch {
            id: BranchId(self.id()),
            name: self.text(),
            condition: self.condition(),
            tiles: self.sequence(depth - 1),
        }
    }

    pub fn waits(&mut self, depth: u32) -> Vec<WaitBranch> {
        let count = self.below(3) + 1;
        let mut waits: Vec<WaitBranch> = (0..count).map(|_| self.wait_branch(depth)).collect();
        if let [only] = waits.as_mut_slice() {
            (only.id, only.name) = (BranchId::ONLY, String::new());
        }
        waits
    }

    pub fn wait_branch(&mut self, depth: u32) -> WaitBranch {
        let on = if self.coin() {
            WaitOn::Trigger(self.listener())
        } else {
            let message = self.coin().then(|| self.some_tile());
            WaitOn::Interaction { message, kind: self.one_of(&Interaction::ALL) }
        };
        let (id, name) = (BranchId(self.id()), self.text());
        WaitBranch { id, name, on, tiles: self.sequence(depth - 1) }
    }

    pub fn share(&mut self, depth: u32) -> Share {
        Share {
            id: BranchId(self.id()),
            name: self.text(),
            percent: Decimal::from_units(i128::from(self.below(60_000)) * 100_000_000),
            tiles: self.sequence(depth - 1),
        }
    }

    pub fn mapping(&mut self) -> Mapping {
        if self.coin() { Mapping::Fixed(self.text()) } else { Mapping::Attribute(self.source()) }
    }

    pub fn listener(&mut self) -> Listener {
        Listener { trigger: self.some_trigger(), condition: self.condition() }
    }

    pub fn condition(&mut self) -> Condition {
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

    pub fn join(&mut self) -> Join {
        self.one_of(&[Join::All, Join::Any])
    }

    pub fn row(&mut self) -> Comparison {
        let ty = self.ty();
        Comparison {
            source: self.coin().then(|| self.source()),
            operator: self.one_of(Operator::of(&ty)),
            operands: (0..self.below(3)).map(|_| self.text()).collect(),
        }
    }

    pub fn source(&mut self) -> Source {
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
}
