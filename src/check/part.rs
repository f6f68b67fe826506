//! What one record uses, read off in one pass; after an edit of a journey, where that
//! touched it.

use std::ops::Range;

use crate::check::edited::{Edited, Run};
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
use crate::model::sorted::SortedSet;
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
    /// Those that send messages, by id.
    pub messages: Vec<TileId>,
    /// Those that wait until a moment, which is compared with the start of a run.
    pub moments: Vec<TileId>,
    /// How much of what it uses is used by a journey itself: as many triggers at first, and
    /// at first and at last as many of everything else.
    own: [usize; 3],
}

/// What is used, besides triggers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Thing {
    Field(FieldId),
    Segment(SegmentId),
    Column(ColumnId),
    Attribute(TriggerId, AttributeId),
    /// The name of the journey.
    Name,
}

/// A journey whose uses are read off.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a> {
    pub workspace: &'a Workspace,
    pub journey: &'a Journey,
    /// Its own.
    pub scope: &'a Scope,
}

impl Part {
    /// Of a journey.
    pub fn of_journey(reading: Reading) -> Self {
        let edited = Edited::whole(reading.journey);
        Self::default().edited(reading, &edited, &SortedSet::new())
    }

    /// Of a journey after an edit, where that was what it used before; `others` are tiles
    /// that read something else though they are set as they were.
    pub fn edited(&self, reading: Reading, edited: &Edited, others: &SortedSet<TileId>) -> Self {
        let Reading { journey, scope, .. } = reading;
        let mut part = Self::default();
        let settings = Listening::of_journey(journey);
        for listening in &settings {
            for read in listening.condition().reads() {
                part.read(reading, read);
            }
        }
        part.listeners(reading, settings);
        let [uses, sites, _] = &mut part.own;
        (*uses, *sites) = (part.uses.len(), part.sites.len());
        let entry = journey.entry.id;
        part.tiles = scope.places().map(|(tile, place)| (tile, place + 1)).collect();
        let at = part.tiles.partition_point(|(tile, _)| *tile < entry);
        part.tiles.insert(at, (entry, 0));

        let old = collect::set(edited.gone.iter().chain(&edited.fresh).map(|tile| tile.id));
        let kept =
            |tiles: &[TileId]| tiles.iter().copied().filter(|tile| !old.contains(tile)).collect();
        (part.messages, part.moments) = (kept(&self.messages), kept(&self.moments));
        let mut others: Vec<(usize, TileId)> =
            others.iter().filter_map(|tile| Some((self.position(*tile)?, *tile))).collect();
        collect::sort(&mut others, Ord::cmp);
        for run in &edited.runs {
            match run {
                Run::Fresh(tile) => part.tile(reading, tile),
                Run::Kept(range) => {
                    let (mut start, end) = (range.start + 1, range.end + 1);
                    let first = others.partition_point(|(place, _)| *place < start);
                    for (place, tile) in others[first..].iter().take_while(|one| one.0 < end) {
                        part.take(self, start..*place);
                        if let Some(tile) = scope.tile(journey, *tile) {
                            part.uses_of(reading, tile);
                        }
                        start = place + 1;
                    }
                    part.take(self, start..end);
                }
            }
        }
        collect::sort(&mut part.messages, Ord::cmp);
        collect::sort(&mut part.moments, Ord::cmp);
        let looked_at = segments(journey);
        part.own[2] = looked_at.len();
        let looked_at = looked_at.into_iter();
        part.sites.extend(looked_at.map(|(site, segment)| (Thing::Segment(segment), site)));
        part
    }

    /// Whether a tile that is set otherwise uses what it used.
    pub fn stays(reading: Reading, before: &Tile, now: &Tile) -> bool {
        let of = |tile| {
            let mut part = Self::default();
            part.tile(reading, tile);
            part
        };
        of(before) == of(now)
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

    /// Whether the name of the journey is read in it.
    pub fn reads_name(&self) -> bool {
        self.sites.iter().any(|(thing, _)| *thing == Thing::Name)
    }

    /// Takes over what tiles used that stood from there to there.
    fn take(&mut self, before: &Self, places: Range<usize>) {
        let place = |tile: Option<TileId>| tile.and_then(|tile| before.position(tile));
        let [first, own, last] = before.own;
        let uses = &before.uses[first..];
        let at = |end: usize| uses.partition_point(|(_, one)| place(one.tile) < Some(end));
        self.uses.extend_from_slice(&uses[at(places.start)..at(places.end)]);
        let sites = &before.sites[own..before.sites.len() - last];
        let at = |end: usize| sites.partition_point(|(_, site)| place(site.tile) < Some(end));
        self.sites.extend_from_slice(&sites[at(places.start)..at(places.end)]);
    }

    fn listeners(&mut self, reading: Reading, listening: Vec<Listening>) {
        for Listening { role, tile, exit, wait, on, .. } in listening {
            let one = Use { role, tile, exit, wait, ..reading.base() };
            self.uses.extend(on.trigger.map(|trigger| (trigger, one)));
        }
    }

    fn tile(&mut self, reading: Reading, tile: &Tile) {
        match &tile.kind {
            TileKind::Message { .. } => self.messages.push(tile.id),
            TileKind::Wait(WaitUntil::Moment(_)) => self.moments.push(tile.id),
            _ => {}
        }
        self.uses_of(reading, tile);
    }

    fn uses_of(&mut self, reading: Reading, tile: &Tile) {
        let journey = reading.journey.id;
        self.listeners(reading, Listening::of_tile(journey, tile));
        if let TileKind::CustomTrigger { trigger: Some(trigger), mappings, .. } = &tile.kind {
            let one = Use { role: Role::Raised, tile: Some(tile.id), ..reading.base() };
            self.uses.push((*trigger, one));
            for &attribute in mappings.keys() {
                let site = Site::in_journey(journey, Some(tile.id), Spot::Mapping(attribute));
                self.sites.push((Thing::Attribute(*trigger, attribute), site));
            }
        }
        reads_of_tile(journey, tile, &mut |read| self.read(reading, read));
    }

    fn read(&mut self, reading: Reading, read: Read) {
        let thing = match self.path(read.source, read.site) {
            Source::Contact(field) => Thing::Field(field),
            Source::Received(tile, attribute) => {
                let triggers = reading.scope.received_at(tile).unwrap_or_default();
                let Ok(trigger) = reading.workspace.trigger_with(&triggers, attribute) else {
                    return;
                };
                Thing::Attribute(trigger, attribute)
            }
            Source::Incoming(attribute) => {
                let Some(trigger) = read.incoming else { return };
                Thing::Attribute(trigger, attribute)
            }
            Source::Journey(JourneyProperty::Name) => Thing::Name,
            // What a path starts from is no path.
            Source::Journey(JourneyProperty::Id)
            | Source::Column(..)
            | Source::ReceivedBinding(_)
            | Source::IncomingBinding => return,
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

impl Reading<'_> {
    /// What its uses have in common.
    fn base(self) -> Use {
        Use {
            role: Role::Starts,
            journey: Some(self.journey.id),
            flow: None,
            tile: None,
            exit: None,
            wait: None,
            state: Some(self.journey.state),
            live: self.journey.state.is_live(),
        }
    }
}
