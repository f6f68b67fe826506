//! What one record uses, read off in one pass.

use crate::check::scope::Scope;
use crate::check::site::{Site, Spot, Subject};
use crate::check::usage::{Role, Use};
use crate::check::walk::{Conditioned, Listening, Read, reads_of_tile, segments};
use crate::model::audience::{Contact, Event, Happening};
use crate::model::behaviour::{AttributeModel, Model, ModelOf};
use crate::model::collect;
use crate::model::condition::{JourneyProperty, Source};
use crate::model::flow::{Flow, FlowSource};
use crate::model::id::{AttributeId, ColumnId, FieldId, SegmentId, TileId, TriggerId};
use crate::model::journey::{Journey, Tile, TileKind};
use crate::model::segment::Segment;
use crate::model::wait::WaitUntil;
use crate::model::workspace::Workspace;

/// What one record uses.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Part {
    /// The triggers, in reading order.
    pub uses: Vec<(TriggerId, Use)>,
    /// Everything else, in reading order.
    pub sites: Vec<(Thing, Site)>,
    /// The tiles of a journey, the Entry included, by id: each with its place in reading order.
    tiles: Vec<(TileId, usize)>,
    /// Those that send messages.
    pub messages: Vec<TileId>,
    /// Whether a tile waits until a moment, which is compared with the start of a run.
    pub has_moments: bool,
    /// Whether the name of the journey is read in it.
    pub reads_name: bool,
}

/// What is used, besides triggers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Thing {
    Field(FieldId),
    Segment(SegmentId),
    Column(ColumnId),
    Attribute(TriggerId, AttributeId),
}

impl Part {
    /// Of a journey; `scope` is its own.
    pub fn of_journey(workspace: &Workspace, journey: &Journey, scope: &Scope) -> Self {
        let mut part = Self::default();
        let base = Use {
            role: Role::Starts,
            journey: Some(journey.id),
            flow: None,
            tile: None,
            exit: None,
            wait: None,
            state: Some(journey.state),
            live: journey.state.is_live(),
        };
        let add = |part: &mut Self, listening: Vec<Listening>| {
            for Listening { role, tile, exit, wait, on, .. } in listening {
                let one = Use { role, tile, exit, wait, ..base };
                part.uses.extend(on.trigger.map(|trigger| (trigger, one)));
            }
        };
        let settings = Listening::of_journey(journey);
        for listening in &settings {
            for read in listening.condition().reads() {
                part.read(workspace, scope, read);
            }
        }
        add(&mut part, settings);
        let tiles = journey.all_tiles();
        part.tiles.push((journey.entry.id, 0));
        part.tiles.extend(tiles.iter().enumerate().map(|(place, tile)| (tile.id, place + 1)));
        collect::sort_by_key(&mut part.tiles, |(tile, _)| *tile);
        for tile in tiles {
            add(&mut part, Listening::of_tile(journey.id, tile));
            part.tile(journey, tile, base);
            reads_of_tile(journey.id, tile, &mut |read| part.read(workspace, scope, read));
        }
        collect::sort(&mut part.messages, Ord::cmp);
        let looked_at = segments(journey).into_iter();
        part.sites.extend(looked_at.map(|(site, segment)| (Thing::Segment(segment), site)));
        part
    }

    /// Of a segment.
    pub fn of_segment(segment: &Segment) -> Self {
        let mut part = Self::default();
        for read in Conditioned::of_segment(segment).reads() {
            if let Source::Contact(field) = part.path(read.source, read.site) {
                part.sites.push((Thing::Field(field), read.site));
            }
        }
        part
    }

    /// Of a flow.
    pub fn of_flow(workspace: &Workspace, flow: &Flow) -> Self {
        let mut part = Self::default();
        let Some(trigger) = flow.trigger else { return part };
        let one = Use {
            role: Role::Flow,
            journey: None,
            flow: Some(flow.id),
            tile: None,
            exit: None,
            wait: None,
            state: None,
            live: flow.on && flow.environment == workspace.settings.environment,
        };
        part.uses.push((trigger, one));
        for step in flow.all_steps() {
            for (place, source) in step.action.picked() {
                if let FlowSource::Attribute(attribute) = source {
                    let site = Subject::Flow(flow.id).at(Spot::Step(step.id, place));
                    part.sites.push((Thing::Attribute(trigger, attribute), site));
                }
            }
        }
        part
    }

    /// Of an example contact.
    pub fn of_contact(contact: &Contact) -> Self {
        let subject = Subject::Contact(contact.id);
        let fields = contact.values.keys();
        let sites = fields.map(|id| (Thing::Field(*id), subject.at(Spot::FieldValue(*id))));
        Self { sites: sites.collect(), ..Self::default() }
    }

    /// Of a behaviour model.
    pub fn of_model(model: &Model) -> Self {
        let mut part = Self::default();
        let ModelOf::Trigger { trigger, values, .. } = &model.of else { return part };
        for (&attribute, value) in values {
            let site = Subject::Model(model.id).at(Spot::AttributeValue(attribute));
            part.sites.push((Thing::Attribute(*trigger, attribute), site));
            if let AttributeModel::Contact(field) = value {
                part.sites.push((Thing::Field(*field), site));
            }
        }
        part
    }

    /// Of an event of an example contact.
    pub fn of_event(event: &Event) -> Self {
        let mut part = Self::default();
        let Happening::Trigger { trigger, values, .. } = &event.what else { return part };
        for &attribute in values.keys() {
            let site = Subject::Event(event.id).at(Spot::AttributeValue(attribute));
            part.sites.push((Thing::Attribute(*trigger, attribute), site));
        }
        part
    }

    /// The place of a tile in reading order.
    pub fn position(&self, tile: TileId) -> Option<usize> {
        let at = self.tiles.partition_point(|(known, _)| *known < tile);
        self.tiles.get(at).filter(|(known, _)| *known == tile).map(|(_, place)| *place)
    }

    /// The triggers that it uses, some of them more than once.
    pub fn triggers(&self) -> impl Iterator<Item = TriggerId> {
        self.uses.iter().map(|(trigger, _)| *trigger)
    }

    fn tile(&mut self, journey: &Journey, tile: &Tile, base: Use) {
        match &tile.kind {
            TileKind::CustomTrigger { trigger: Some(trigger), mappings, .. } => {
                self.uses.push((*trigger, Use { role: Role::Raised, tile: Some(tile.id), ..base }));
                for &attribute in mappings.keys() {
                    let spot = Spot::Mapping(attribute);
                    let site = Site::in_journey(journey.id, Some(tile.id), spot);
                    self.sites.push((Thing::Attribute(*trigger, attribute), site));
                }
            }
            TileKind::Message { .. } => self.messages.push(tile.id),
            TileKind::Wait(WaitUntil::Moment(_)) => self.has_moments = true,
            _ => {}
        }
    }

    fn read(&mut self, workspace: &Workspace, scope: &Scope, read: Read) {
        let thing = match self.path(read.source, read.site) {
            Source::Contact(field) => Thing::Field(field),
            Source::Received(tile, attribute) => {
                let triggers = scope.received_at(tile).unwrap_or_default();
                let Ok(trigger) = workspace.trigger_with(&triggers, attribute) else { return };
                Thing::Attribute(trigger, attribute)
            }
            Source::Incoming(attribute) => {
                let Some(trigger) = read.incoming else { return };
                Thing::Attribute(trigger, attribute)
            }
            Source::Journey(property) => {
                self.reads_name |= property == JourneyProperty::Name;
                return;
            }
            // What a path starts from is no path.
            Source::Column(..) | Source::ReceivedBinding(_) | Source::IncomingBinding => return,
        };
        self.sites.push((thing, read.site));
    }

    /// Notes the columns that a source goes through; gives what it starts from.
    fn path(&mut self, source: Source, site: Site) -> Source {
        let Source::Column(reference, path) = source else { return source };
        let columns = path.columns().iter();
        self.sites.extend(columns.map(|column| (Thing::Column(*column), site)));
        reference.into()
    }
}
