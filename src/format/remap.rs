//! New ids for everything that comes in with a journey file, consistently:
//! what named one thing names one thing. An id that named nothing gets a new
//! number too, so that it does not come to name something by accident.

use std::sync::Arc;

use crate::model::change::Tx;
use crate::model::collect;
use crate::model::condition::{Condition, Source};
use crate::model::entry::{EntryBy, ExitOn};
use crate::model::flow::tree::{renumber, visit};
use crate::model::flow::{Action, Flow, FlowSource};
use crate::model::id::{
    AttributeId, BranchId, ColumnId, ExitId, FieldId, FlowId, JourneyId, SegmentId, StepId,
    TableId, TileId, TriggerId,
};
use crate::model::journey::{
    Entry, Journey, Listener, Mapping, Sequence, TileKind, WaitBranch, WaitOn,
};
use crate::model::sorted::SortedMap;
use crate::model::table::Reference;
use crate::model::value::Type;

/// From the numbers in the file to those in the workspace. One table is enough:
/// a number names one thing, whatever its kind.
#[derive(Debug, Default)]
pub(super) struct Remap(SortedMap<u32, u32>);

impl Remap {
    /// Lets what has this number in the file be what has that one here.
    pub fn set(&mut self, from: u32, to: u32) {
        self.0.insert(from, to);
    }

    /// The number that it was said to be here.
    pub fn here(&self, from: u32) -> Option<u32> {
        self.0.get(&from).copied()
    }

    /// The number here; a new one for what has none yet.
    pub fn number(&mut self, from: u32, tx: &mut Tx) -> u32 {
        *self.0.entry(from).or_insert_with(|| tx.next_id())
    }

    /// Gives a journey and everything in it the numbers here.
    pub fn journey(&mut self, journey: &mut Journey, tx: &mut Tx) {
        journey.id = JourneyId(self.number(journey.id.0, tx));
        journey.entry.id = TileId(self.number(journey.entry.id.0, tx));
        self.entry(&mut journey.entry, tx);
        if let Some(goal) = &mut journey.goal {
            self.listener(&mut goal.on, tx);
        }
        for exit in &mut journey.exits {
            exit.id = ExitId(self.number(exit.id.0, tx));
            match &mut exit.on {
                ExitOn::Trigger(on) => self.listener(on, tx),
                ExitOn::Segment(segment) => {
                    segment.iter_mut().for_each(|id| self.segment_id(id, tx))
                }
            }
        }
        self.sequence(&mut journey.tiles, tx);
        for note in &mut journey.notes {
            note.id = TileId(self.number(note.id.0, tx));
            note.at.tile = TileId(self.number(note.at.tile.0, tx));
        }
        journey.sort_notes();
    }

    /// Gives a condition the numbers here.
    pub fn condition(&mut self, condition: &mut Condition, tx: &mut Tx) {
        for source in condition.rows_mut().filter_map(|row| row.source.as_mut()) {
            self.source(source, tx);
        }
    }

    /// Gives a flow and everything in it the numbers here.
    pub fn flow(&mut self, flow: &mut Flow, tx: &mut Tx) {
        flow.id = FlowId(self.number(flow.id.0, tx));
        self.trigger(&mut flow.trigger, tx);
        renumber(&mut flow.steps, &mut |id| StepId(self.number(id.0, tx)));
        visit(&mut flow.steps, &mut |step| {
            for source in step.action.picked_mut() {
                if let FlowSource::Attribute(id) = source {
                    *id = AttributeId(self.number(id.0, tx));
                }
            }
            if let Action::InitializeVariable { ty, .. } = &mut step.action {
                self.ty(ty, tx);
            }
        });
    }

    /// Gives tiles and everything on their branches the numbers here.
    pub fn sequence(&mut self, tiles: &mut Sequence, tx: &mut Tx) {
        for tile in tiles.iter_mut().map(Arc::make_mut) {
            tile.id = TileId(self.number(tile.id.0, tx));
            match &mut tile.kind {
                TileKind::AttributeBranch { branches, .. } => {
                    for branch in branches {
                        branch.id = BranchId(self.number(branch.id.0, tx));
                        self.condition(&mut branch.condition, tx);
                    }
                }
                TileKind::WaitFor { waits, .. } => self.waits(waits, tx),
                TileKind::Message { to, .. } => {
                    to.iter_mut().for_each(|to| self.source(to, tx));
                }
                TileKind::Split { shares } => {
                    for share in shares {
                        share.id = BranchId(self.number(share.id.0, tx));
                    }
                }
                TileKind::CustomTrigger { trigger, mappings, binding } => {
                    self.trigger(trigger, tx);
                    self.mappings(mappings, tx);
                    if let Some(Mapping::Attribute(source)) = binding {
                        self.source(source, tx);
                    }
                }
                TileKind::Wait(wait) => {
                    if let Some(source) = wait.date_mut() {
                        self.source(source, tx);
                    }
                }
                TileKind::Exit => {}
            }
            for tiles in tile.kind.sequences_mut() {
                self.sequence(tiles, tx);
            }
        }
    }

    fn waits(&mut self, waits: &mut [WaitBranch], tx: &mut Tx) {
        for wait in waits {
            if wait.id != BranchId::ONLY {
                wait.id = BranchId(self.number(wait.id.0, tx));
            }
            match &mut wait.on {
                WaitOn::Trigger(on) => self.listener(on, tx),
                WaitOn::Interaction { message: Some(message), .. } => {
                    *message = TileId(self.number(message.0, tx));
                }
                WaitOn::Interaction { message: None, .. } => {}
            }
        }
    }

    fn mappings(&mut self, mappings: &mut SortedMap<AttributeId, Mapping>, tx: &mut Tx) {
        let mapped = std::mem::take(mappings).into_iter().map(|(id, mut mapping)| {
            if let Mapping::Attribute(source) = &mut mapping {
                self.source(source, tx);
            }
            (AttributeId(self.number(id.0, tx)), mapping)
        });
        *mappings = collect::map(mapped);
    }

    fn listener(&mut self, on: &mut Listener, tx: &mut Tx) {
        self.trigger(&mut on.trigger, tx);
        self.condition(&mut on.condition, tx);
    }

    fn entry(&mut self, entry: &mut Entry, tx: &mut Tx) {
        match &mut entry.by {
            EntryBy::Trigger { on, .. } => self.listener(on, tx),
            EntryBy::Segments { segments, .. } => {
                segments.iter_mut().for_each(|id| self.segment_id(id, tx));
            }
        }
        entry.exclusions.iter_mut().for_each(|id| self.segment_id(id, tx));
    }

    fn segment_id(&mut self, id: &mut SegmentId, tx: &mut Tx) {
        *id = SegmentId(self.number(id.0, tx));
    }

    fn source(&mut self, source: &mut Source, tx: &mut Tx) {
        match source {
            Source::Contact(id) => *id = FieldId(self.number(id.0, tx)),
            Source::Received(tile, attribute) => {
                *tile = TileId(self.number(tile.0, tx));
                *attribute = AttributeId(self.number(attribute.0, tx));
            }
            Source::Incoming(id) => *id = AttributeId(self.number(id.0, tx)),
            Source::Column(reference, path) => {
                self.reference(reference, tx);
                for column in path.columns_mut() {
                    *column = ColumnId(self.number(column.0, tx));
                }
            }
            Source::ReceivedBinding(tile) => *tile = TileId(self.number(tile.0, tx)),
            Source::IncomingBinding | Source::Journey(_) => {}
        }
    }

    fn reference(&mut self, reference: &mut Reference, tx: &mut Tx) {
        match reference {
            Reference::Contact(id) => *id = FieldId(self.number(id.0, tx)),
            Reference::Received(tile, attribute) => {
                *tile = TileId(self.number(tile.0, tx));
                *attribute = AttributeId(self.number(attribute.0, tx));
            }
            Reference::Incoming(id) => *id = AttributeId(self.number(id.0, tx)),
        }
    }

    /// Gives the table of an entity reference the number here.
    pub fn ty(&mut self, ty: &mut Type, tx: &mut Tx) {
        if let Type::EntityReference(table) = ty {
            *table = TableId(self.number(table.0, tx));
        }
    }

    fn trigger(&mut self, trigger: &mut Option<TriggerId>, tx: &mut Tx) {
        if let Some(id) = trigger {
            *id = TriggerId(self.number(id.0, tx));
        }
    }
}
