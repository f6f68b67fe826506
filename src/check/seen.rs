//! What is kept of a journey from one check to the next: where its tiles stand, what is
//! known along its ways, and what was found, tile by tile. After an edit only those tiles
//! are looked at that it touched, that read what they read from others otherwise, or to
//! which something else is known to come.
//!
//! **Invariant:** after any edit it is what it would be had nothing been known before.

use crate::check::code::Code;
use crate::check::context::Context;
use crate::check::edited::Edited;
use crate::check::fix::Fix;
use crate::check::problem::{Arg, Problem};
use crate::check::proof::Proven;
use crate::check::scope::Scope;
use crate::check::site::{Site, Spot};
use crate::check::walk::reads_of_tile;
use crate::check::{journey, limits, proof};
use crate::model::collect;
use crate::model::condition::Source;
use crate::model::id::{JourneyId, TileId};
use crate::model::journey::{Journey, Tile, TileKind, WaitOn};
use crate::model::sorted::{SortedMap, SortedSet};
use crate::model::table::Reference;
use crate::model::wait::WaitUntil;
use crate::model::workspace::Workspace;

/// What the checks of one journey share, and what they found.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub scope: Scope,
    pub proven: Proven,
    /// Tiles that read what is received at a tile, or wait for what is sent there: first
    /// that, then who reads it.
    readers: SortedSet<(TileId, TileId)>,
    /// Tiles that wait until a moment.
    moments: SortedSet<TileId>,
    /// Whether a way through it takes longer than a contact may be in it.
    pub is_too_long: bool,
    /// What is wrong with its settings.
    settings: Vec<Problem>,
    /// What is wrong with how tiles are set; nothing where nothing is.
    tiles: SortedMap<TileId, Vec<Problem>>,
}

/// What a look at a journey showed.
pub(super) struct Look {
    /// The tiles that read something else than before, though they are set as they were.
    pub reading: SortedSet<TileId>,
    /// How many tiles were looked at.
    pub count: usize,
}

impl Seen {
    /// Of a journey whose ways are not walked: nothing is known on them.
    pub fn of(journey: &Journey) -> Self {
        Self { scope: Scope::of(journey), ..Self::default() }
    }

    /// Whether a contact goes through the whole journey in one instant, so that nothing
    /// can happen to it on the way (rule T3). A journey without tiles is not begun yet.
    pub fn never_waits(&self, journey: &Journey) -> bool {
        !journey.tiles.is_empty() && !self.scope.waits()
    }

    /// Whether anything was found.
    pub fn is_wrong(&self) -> bool {
        let are_right = self.tiles.is_empty() && self.proven.found.is_empty();
        !(are_right && self.settings.is_empty() && self.scope.unreachable().is_empty())
    }

    /// Everything that was found but what is lost; of each tile in the order in which it
    /// is told.
    pub fn found(&self) -> impl Iterator<Item = &Problem> {
        let tiles = self.tiles.values().chain(self.proven.found.values()).flatten();
        self.settings.iter().chain(tiles)
    }

    /// The tiles of the journey that no contact can come to.
    pub fn lost(&self, journey: JourneyId) -> Vec<Problem> {
        let lost = self.scope.unreachable().iter().map(|lost| {
            let site = Site::in_journey(journey, Some(lost.first), Spot::Whole);
            let problem = Problem::new(Code::UnreachableTiles, site).number("count", lost.count);
            problem.fix(Fix::DeleteFrom(journey, lost.first))
        });
        lost.collect()
    }

    /// Puts what things are called now into what was found; says whether anything is.
    pub fn reword(&mut self, now: &dyn Fn(&Arg) -> Option<Arg>) -> bool {
        let tiles = self.tiles.values_mut().chain(self.proven.found.values_mut()).flatten();
        let all = self.settings.iter_mut().chain(tiles);
        all.fold(false, |is_other, problem| problem.reword(now) | is_other)
    }

    /// Looks at a journey where an edit touched it, and keeps what is seen.
    pub fn look(&mut self, workspace: &Workspace, journey: &Journey, edited: &mut Edited) -> Look {
        let before = edited.moves.then(|| std::mem::replace(&mut self.scope, Scope::of(journey)));
        let gone = collect::set(edited.gone.iter().map(|tile| tile.id));
        let fresh = collect::set(edited.fresh.iter().map(|tile| tile.id));
        self.leave(&gone, &fresh);
        self.note(journey.id, edited);
        let reading = before.map_or(SortedSet::new(), |before| {
            self.read_otherwise(&before, journey, edited, &gone)
        });
        reading.iter().for_each(|tile| edited.touched.add(&self.scope, *tile));
        if edited.is_about(takes_time) {
            self.is_too_long = limits::is_too_long(journey);
        }

        let mut context = Context::knowing(workspace, journey, std::mem::take(self));
        let mut proven = std::mem::take(&mut context.seen.proven);
        proven.looked_at = 0;
        let given = proof::check(&context, &edited.touched, &mut proven);
        context.seen.proven = proven;

        let mut tiles = fresh;
        tiles.extend(reading.iter().copied().chain(given));
        let is_wait = |tile: &Tile| matches!(tile.kind, TileKind::Wait(_));
        if edited.settings || edited.is_about(is_wait) {
            tiles.extend(context.seen.moments.iter().copied());
        }
        let mut settings = Vec::new();
        journey::check(&context, &mut settings);
        let found = tiles.iter().filter_map(|id| context.tile(*id)).map(|tile| {
            let mut found = Vec::new();
            limits::check_tile(&context, tile, &mut found);
            journey::check_tile(&context, tile, &mut found);
            (tile.id, found)
        });
        let found: Vec<(TileId, Vec<Problem>)> = found.collect();
        *self = context.seen;
        self.settings = settings;
        self.tiles.retain(|tile, _| !tiles.contains(tile));
        self.tiles.extend(found.into_iter().filter(|(_, found)| !found.is_empty()));
        let count = tiles.len().max(self.proven.looked_at);
        Look { reading, count }
    }

    /// Forgets what went, and what is to be read of tiles that are set otherwise.
    fn leave(&mut self, gone: &SortedSet<TileId>, fresh: &SortedSet<TileId>) {
        let is_old = |tile: &TileId| gone.contains(tile) || fresh.contains(tile);
        self.proven.leave(gone);
        if !(gone.is_empty() && fresh.is_empty()) {
            self.readers.retain(|(_, reader)| !is_old(reader));
            self.moments.retain(|tile| !is_old(tile));
            self.tiles.retain(|tile, _| !gone.contains(tile));
        }
    }

    /// Notes what tiles read from others.
    fn note(&mut self, journey: JourneyId, edited: &Edited) {
        let mut readers = Vec::new();
        for tile in &edited.fresh {
            if matches!(tile.kind, TileKind::Wait(WaitUntil::Moment(_))) {
                self.moments.insert(tile.id);
            }
            read_from(journey, tile, &mut |from| readers.push((from, tile.id)));
        }
        match self.readers.is_empty() {
            true => self.readers = collect::set(readers),
            false => self.readers.extend(readers),
        }
    }

    /// The tiles that read something else than before: because it is no longer there or is
    /// there now, or because it comes on other ways.
    fn read_otherwise(
        &self,
        before: &Scope,
        journey: &Journey,
        edited: &Edited,
        gone: &SortedSet<TileId>,
    ) -> SortedSet<TileId> {
        let ends = |tile: &TileId, scope: &Scope| !scope.goes_on(*tile);
        let is_shaped = edited.divides
            || edited.went.iter().any(|tile| ends(tile, before))
            || edited.came.iter().any(|tile| ends(tile, &self.scope))
            || edited
                .changed
                .iter()
                .any(|(one, _)| before.goes_on(one.id) != self.scope.goes_on(one.id));
        let is_other =
            |(from, reader): &&(TileId, TileId)| !before.serves_alike(&self.scope, *from, *reader);
        let mut found = SortedSet::new();
        if is_shaped {
            found.extend(self.readers.iter().filter(is_other).map(|(_, reader)| *reader));
            return found;
        }
        let entry = [journey.entry.id];
        let all = self.readers.iter().as_slice();
        let from = edited.fresh.iter().map(|tile| tile.id).chain(gone.iter().copied()).chain(entry);
        for from in from {
            let start = all.partition_point(|(known, _)| *known < from);
            let readers = all[start..].iter();
            let readers = readers.take_while(|(known, _)| *known == from);
            found.extend(readers.filter(is_other).map(|(_, reader)| *reader));
        }
        found
    }
}

impl Edited<'_> {
    /// Whether a tile of that kind came, went, or is set otherwise.
    fn is_about(&self, is: impl Fn(&Tile) -> bool) -> bool {
        let changed = self.changed.iter().map(|(before, _)| *before);
        self.fresh.iter().chain(&self.gone).copied().chain(changed).any(is)
    }
}

/// Whether how long ways through the journey take has to do with it.
fn takes_time(tile: &Tile) -> bool {
    !matches!(tile.kind, TileKind::CustomTrigger { .. } | TileKind::Message { .. })
}

/// The tiles at which something is received or sent that a tile reads or waits for.
fn read_from(journey: JourneyId, tile: &Tile, found: &mut dyn FnMut(TileId)) {
    for wait in tile.kind.waits() {
        if let WaitOn::Interaction { message: Some(message), .. } = wait.on {
            found(message);
        }
    }
    reads_of_tile(journey, tile, &mut |read| match read.source {
        Source::Received(from, _)
        | Source::ReceivedBinding(from)
        | Source::Column(Reference::Received(from, _), _) => found(from),
        _ => {}
    });
}
