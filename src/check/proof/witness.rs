//! What a contact has who takes a branch: an example, made of the proof's ranges.
//!
//! **Invariant:** a contact that has these values and no others, and to which the
//! triggers of its waits bring theirs, takes the branch, unless a split draws another
//! one. Where that cannot be promised there is no example: columns of tables, dates
//! that are compared with today, texts that cannot be made up.

use crate::check::context::Context;
use crate::check::proof::asked::moves;
use crate::check::proof::clause::Clause;
use crate::check::proof::values::Atom;
use crate::model::condition::{Condition, Source};
use crate::model::id::{JourneyId, TileId, TriggerId};
use crate::model::journey::{Sequence, TileKind};
use crate::model::predicate::fold;
use crate::model::sorted::SortedMap;
use crate::model::time::Instant;
use crate::model::tree::{SequenceId, Slot};
use crate::model::value::{Type, Value};
use crate::model::workspace::Workspace;

/// Values by what has them; what has `None` has no value.
pub type Witness = SortedMap<Source, Option<Value>>;

/// An example of who takes a branch of a tile; `None` where none can be given, because
/// nobody takes it or because it cannot be told.
pub fn witness(
    workspace: &Workspace,
    journey: JourneyId,
    tile: TileId,
    slot: Slot,
) -> Option<Witness> {
    let context = Context::new(workspace, workspace.journeys.get(&journey)?);
    let mut asked = Asked { context: &context, clauses: Vec::new(), written: Vec::new() };
    let steps = asked.steps(tile, slot)?;
    asked.entry()?;
    for (tile, slot) in &steps {
        asked.take(*tile, *slot)?;
    }
    let found = asked.example()?;
    let comes = |(tile, _): &(TileId, Slot)| asked.comes_to(*tile, &found);
    let is_one =
        asked.clauses.iter().all(|clause| meets(clause, &found)) && steps.iter().all(comes);
    is_one.then_some(found)
}

/// All that is asked of a contact on its way to the branch.
struct Asked<'a> {
    context: &'a Context<'a>,
    clauses: Vec<Clause>,
    /// The texts of conditions as people wrote them.
    written: Vec<String>,
}

impl Asked<'_> {
    /// The branches on the way, the outermost first, that of the tile itself last.
    fn steps(&self, tile: TileId, slot: Slot) -> Option<Vec<(TileId, Slot)>> {
        let mut steps = vec![(tile, slot)];
        let mut at = tile;
        while let SequenceId::Of(owner, slot) = self.context.journey.place_of(at)?.sequence {
            steps.push((owner, slot));
            at = owner;
        }
        steps.reverse();
        Some(steps)
    }

    /// Comes in, and is not sent out.
    fn entry(&mut self) -> Option<()> {
        let (journey, workspace) = (self.context.journey, self.context.workspace);
        let entry = &journey.entry;
        if let Some(on) = entry.listener() {
            self.ask(&on.condition, true, Some((on.trigger, entry.id)))?;
        }
        let ends = journey.exits.iter().filter_map(|exit| exit.on.segment());
        for id in entry.exclusions.iter().copied().chain(ends) {
            self.ask(&workspace.segments.get(&id)?.condition, false, None)?;
        }
        Some(())
    }

    /// Takes a branch of a tile.
    fn take(&mut self, tile: TileId, slot: Slot) -> Option<()> {
        match &self.context.journey.tile(tile)?.kind {
            TileKind::AttributeBranch { branches, .. } => {
                for branch in branches {
                    let is_it = slot == Slot::Branch(branch.id);
                    // Without rows it is not finished yet, and cannot run.
                    if branch.condition.is_empty() {
                        return None;
                    }
                    self.ask(&branch.condition, is_it, None)?;
                    if is_it {
                        break;
                    }
                }
            }
            TileKind::WaitFor { waits, .. } => {
                let is_it = |id| slot == Slot::Yes || slot == Slot::Branch(id);
                let Some(at) = waits.iter().position(|wait| is_it(wait.id)) else {
                    return Some(());
                };
                let Some(on) = waits[at].on.listener() else { return Some(()) };
                let by = Some((on.trigger, tile));
                self.ask(&on.condition, true, by)?;
                let before = waits[..at].iter().filter_map(|wait| wait.on.listener());
                for earlier in before.filter(|earlier| earlier.trigger == on.trigger) {
                    self.ask(&earlier.condition, false, by)?;
                }
            }
            _ => {}
        }
        Some(())
    }

    fn ask(
        &mut self,
        condition: &Condition,
        holds: bool,
        incoming: Option<(Option<TriggerId>, TileId)>,
    ) -> Option<()> {
        let asked = self.context.clauses(condition, holds, incoming)?;
        if asked.iter().flatten().flatten().any(moves) {
            return None;
        }
        self.clauses.extend(asked);
        self.written.extend(condition.rows().flat_map(|row| row.operands.iter().cloned()));
        Some(())
    }

    /// Values that meet all that is asked, as far as the proof tells them apart.
    fn example(&self) -> Option<Witness> {
        let mut found = Witness::new();
        for (source, values) in self.context.known.model(&self.clauses)?.iter() {
            let ty = match source {
                Source::Journey(_) => Type::Text,
                Source::Column(..) => return None,
                source => {
                    let received_at = |tile| self.context.seen.scope.received_at(tile);
                    self.context.workspace.source_type_by(received_at, None, *source).ok()?
                }
            };
            let value = values.example(&ty)?.map(|value| self.as_written(value));
            found.insert(*source, value);
        }
        Some(found)
    }

    /// A text as it stands in the conditions, which do not regard its case.
    fn as_written(&self, value: Value) -> Value {
        match value {
            Value::Text(text) => {
                let same = self.written.iter().find(|written| fold(written) == text);
                Value::Text(same.cloned().unwrap_or(text))
            }
            value => value,
        }
    }

    /// Whether whoever has these values comes to a tile from the beginning of its sequence.
    fn comes_to(&self, tile: TileId, found: &Witness) -> bool {
        let journey = self.context.journey;
        let Some(place) = journey.place_of(tile) else { return false };
        let Some(tiles) = journey.sequence(place.sequence) else { return false };
        tiles.iter().take(place.index).all(|tile| self.passes(&tile.kind, found))
    }

    /// Whether the contact goes on after a tile, when nothing comes that it waits for.
    fn passes(&self, kind: &TileKind, found: &Witness) -> bool {
        let all = |tiles: &Sequence| tiles.iter().all(|tile| self.passes(&tile.kind, found));
        match kind {
            TileKind::Exit => false,
            TileKind::AttributeBranch { branches, other } => {
                for branch in branches {
                    match self.context.clauses(&branch.condition, true, None) {
                        Some(asked) if asked.iter().flatten().flatten().any(moves) => return false,
                        Some(asked) if asked.iter().all(|clause| meets(clause, found)) => {
                            return all(&branch.tiles);
                        }
                        Some(_) => {}
                        None => return false,
                    }
                }
                all(other)
            }
            TileKind::WaitFor { other, .. } => all(other),
            TileKind::Split { shares } => shares.iter().all(|share| all(&share.tiles)),
            TileKind::Wait(_) | TileKind::CustomTrigger { .. } | TileKind::Message { .. } => true,
        }
    }
}

fn meets(clause: &Clause, found: &Witness) -> bool {
    let holds = |atom: &Atom| {
        let value = found.get(&atom.source).and_then(Option::as_ref);
        atom.predicate.holds(value, Instant(0)) == atom.holds
    };
    clause.iter().any(|atoms| atoms.iter().all(holds))
}
