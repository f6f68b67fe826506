//! Everything in a journey that names a trigger, holds a condition or reads a
//! source, each with its place, in the one order in which findings come: the
//! journey's settings, the Entry, the tiles in reading order.

use crate::check::scope::At;
use crate::check::site::{Holder, RowPart, RowPath, Site, Spot, Subject};
use crate::model::condition::{Comparison, Condition, Item, Source};
use crate::model::id::{BranchId, ExitId, JourneyId, SegmentId, TileId, TriggerId};
use crate::model::journey::{Branch, Journey, Listener, Mapping, Tile, TileKind};
use crate::model::segment::Segment;

/// What a journey does with a trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The journey starts from it.
    Starts,
    /// An If/then tile waits for it.
    Waits,
    /// It ends the journey for the contact.
    Ends,
    /// It meets the journey's goal.
    Goal,
    /// A Custom trigger tile raises it.
    Raised,
    /// A flow starts from it.
    Flow,
}

/// A listener of a journey and its place.
#[derive(Debug, Clone, Copy)]
pub struct Listening<'a> {
    /// The journey.
    pub journey: JourneyId,
    /// What it does with the trigger.
    pub role: Role,
    /// The Entry or the If/then tile.
    pub tile: Option<TileId>,
    /// The exit criterion.
    pub exit: Option<ExitId>,
    /// The wait of the If/then tile.
    pub wait: Option<BranchId>,
    /// The trigger and its condition.
    pub on: &'a Listener,
}

/// A condition of a journey and its place.
#[derive(Debug, Clone, Copy)]
pub struct Conditioned<'a> {
    /// The journey or the segment.
    pub subject: Subject,
    /// The tile; `None` for the goal and exit criteria.
    pub tile: Option<TileId>,
    /// What holds it.
    pub holder: Holder,
    /// From where its sources are looked up.
    pub at: At,
    /// The trigger that it looks at.
    pub incoming: Option<TriggerId>,
    /// The condition.
    pub condition: &'a Condition,
}

/// A source that is read, and where.
#[derive(Debug, Clone, Copy)]
pub struct Read {
    /// The place.
    pub site: Site,
    /// The trigger that is looked at there.
    pub incoming: Option<TriggerId>,
    /// The source.
    pub source: Source,
}

impl<'a> Listening<'a> {
    /// The journey's goal, exit criteria and Entry.
    pub fn of_journey(journey: &'a Journey) -> Vec<Self> {
        let new =
            |role, tile, exit, on| Self { journey: journey.id, role, tile, exit, wait: None, on };
        let goal = journey.goal.iter().map(|goal| new(Role::Goal, None, None, &goal.on));
        let exits = journey.exits.iter();
        let exits = exits.filter_map(|x| Some(new(Role::Ends, None, Some(x.id), x.on.listener()?)));
        let entry = journey.entry.listener();
        let entry = entry.map(|on| new(Role::Starts, Some(journey.entry.id), None, on));
        goal.chain(exits).chain(entry).collect()
    }

    /// The listeners of a tile.
    pub fn of_tile(journey: JourneyId, tile: &'a Tile) -> Vec<Self> {
        let waits = tile.kind.waits().iter();
        let listening = waits.filter_map(|wait| {
            let (on, wait) = (wait.on.listener()?, Some(wait.id));
            Some(Self { journey, role: Role::Waits, tile: Some(tile.id), exit: None, wait, on })
        });
        listening.collect()
    }

    /// What holds it.
    pub fn holder(&self) -> Holder {
        match (self.role, self.exit, self.wait) {
            (Role::Goal, ..) => Holder::Goal,
            (_, Some(exit), _) => Holder::Exit(exit),
            (_, _, Some(wait)) => Holder::of_wait(wait),
            _ => Holder::Own,
        }
    }

    /// Where its trigger is chosen.
    pub fn trigger_site(&self) -> Site {
        Site::in_journey(self.journey, self.tile, Spot::Trigger(self.holder()))
    }

    /// Its condition.
    pub fn condition(&self) -> Conditioned<'a> {
        let at = match (self.role, self.tile.zip(self.wait), self.exit) {
            (Role::Waits, Some((tile, wait)), _) => At::Wait(tile, wait),
            (Role::Ends, _, Some(exit)) => At::Exit(exit),
            (Role::Goal, ..) => At::Goal,
            _ => At::Entry,
        };
        Conditioned {
            subject: Subject::Journey(self.journey),
            tile: self.tile,
            holder: self.holder(),
            at,
            incoming: self.on.trigger,
            condition: &self.on.condition,
        }
    }
}

impl<'a> Conditioned<'a> {
    /// The conditions of a tile: those of its listeners, or those of its branches.
    pub fn of_tile(journey: JourneyId, tile: &'a Tile) -> Vec<Self> {
        let TileKind::AttributeBranch { branches, .. } = &tile.kind else {
            let listening = Listening::of_tile(journey, tile);
            return listening.iter().map(Listening::condition).collect();
        };
        let one = |branch: &'a Branch| Self {
            subject: Subject::Journey(journey),
            tile: Some(tile.id),
            holder: Holder::Branch(branch.id),
            at: At::Tile(tile.id),
            incoming: None,
            condition: &branch.condition,
        };
        branches.iter().map(one).collect()
    }

    /// The condition of a segment.
    pub fn of_segment(segment: &'a Segment) -> Self {
        Self {
            subject: Subject::Segment(segment.id),
            tile: None,
            holder: Holder::Own,
            at: At::Segment,
            incoming: None,
            condition: &segment.condition,
        }
    }

    /// The place of the condition as a whole.
    pub fn site(&self) -> Site {
        self.at_spot(Spot::Condition(self.holder))
    }

    /// The place of a part of a row.
    pub fn row_site(&self, path: RowPath, part: RowPart) -> Site {
        self.at_spot(Spot::Row(self.holder, path, part))
    }

    fn at_spot(&self, spot: Spot) -> Site {
        Site { subject: self.subject, tile: self.tile, spot }
    }

    /// Its rows with their places.
    pub fn rows(&self) -> Vec<(RowPath, &'a Comparison)> {
        let mut rows = Vec::new();
        for (item, content) in self.condition.items.iter().enumerate() {
            match content {
                Item::Row(row) => rows.push((RowPath { item, row: None }, row)),
                Item::Group(_, group) => rows.extend(
                    group
                        .iter()
                        .enumerate()
                        .map(|(at, row)| (RowPath { item, row: Some(at) }, row)),
                ),
            }
        }
        rows
    }

    /// The sources that it reads.
    pub fn reads(&self) -> impl Iterator<Item = Read> {
        self.rows().into_iter().filter_map(|(path, row)| {
            let site = self.row_site(path, RowPart::Source);
            Some(Read { site, incoming: self.incoming, source: row.source? })
        })
    }
}

/// Everything in a journey that waits for a trigger.
pub fn listeners(journey: &Journey) -> Vec<Listening<'_>> {
    let tiles = journey.all_tiles().into_iter();
    let waits = tiles.flat_map(|tile| Listening::of_tile(journey.id, tile));
    Listening::of_journey(journey).into_iter().chain(waits).collect()
}

/// Every source that a tile reads: in its conditions, its wait, its message, its mappings.
pub fn reads_of_tile(journey: JourneyId, tile: &Tile, found: &mut dyn FnMut(Read)) {
    let mut read = |spot, source: Option<Source>| {
        if let Some(source) = source {
            let site = Site::in_journey(journey, Some(tile.id), spot);
            found(Read { site, incoming: None, source });
        }
    };
    match &tile.kind {
        TileKind::AttributeBranch { .. } | TileKind::WaitFor { .. } => {
            for held in Conditioned::of_tile(journey, tile) {
                held.reads().for_each(&mut *found);
            }
        }
        TileKind::Message { to, .. } => read(Spot::Recipient, *to),
        TileKind::Wait(wait) => read(Spot::Date, wait.date()),
        TileKind::CustomTrigger { mappings, binding, .. } => {
            let mapped = mappings.iter().map(|(&id, mapping)| (Spot::Mapping(id), mapping));
            for (spot, mapping) in mapped.chain(binding.iter().map(|one| (Spot::Binding, one))) {
                if let Mapping::Attribute(source) = *mapping {
                    read(spot, Some(source));
                }
            }
        }
        TileKind::Split { .. } | TileKind::Exit => {}
    }
}

/// Every place where a journey looks at a segment: exit criteria, then the Entry.
pub fn segments(journey: &Journey) -> Vec<(Site, SegmentId)> {
    let site = |spot| Site::in_journey(journey.id, None, spot);
    let entry = |spot| Site::in_journey(journey.id, Some(journey.entry.id), spot);
    let exits = journey.exits.iter().filter_map(|exit| Some((exit.id, exit.on.segment()?)));
    let exits = exits.map(|(exit, id)| (site(Spot::Segment(Holder::Exit(exit))), id));
    let taken = journey.entry.segments().iter().map(|&id| (entry(Spot::Segments), id));
    let excluded = journey.entry.exclusions.iter().map(|&id| (entry(Spot::Exclusions), id));
    exits.chain(taken).chain(excluded).collect()
}
