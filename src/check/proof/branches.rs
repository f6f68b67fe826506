//! Branches that no contact takes: because earlier ones take everybody, or because of
//! what is known of everybody who comes there.
//!
//! What is known is carried along the ways through a journey: the conditions of the
//! entry, of waits and of branches that were passed. What may change meanwhile (fields
//! of the contact, rows, dates compared with today) is forgotten where contacts wait.

use std::rc::Rc;
use std::sync::Arc;

use crate::check::code::Code;
use crate::check::context::{Context, title};
use crate::check::edited::Touched;
use crate::check::fix::Fix;
use crate::check::offer::may_be_empty;
use crate::check::problem::{Arg, Problem};
use crate::check::proof::asked::does_last;
use crate::check::proof::clause::Clause;
use crate::check::proof::facts::{Fact, Facts, Origin};
use crate::check::proof::proven::{Passed, Proven};
use crate::check::proof::values::Atom;
use crate::check::site::{Holder, Site, Spot};
use crate::check::term;
use crate::model::condition::Source;
use crate::model::id::TileId;
use crate::model::journey::{Branch, Mapping, Sequence, Tile, TileKind, WaitBranch, WaitOn};
use crate::model::predicate::Predicate;
use crate::model::tree::{SequenceId, Slot};

/// Walks the ways of a journey where the edit touched them, and on to where what is known
/// is what was known before. Gives the tiles at which other values are given now.
pub(in crate::check) fn check(
    context: &Context,
    touched: &Touched,
    proven: &mut Proven,
) -> Vec<TileId> {
    let mut walk = Walk { context, touched, proven, given: Vec::new() };
    let entry = &context.journey.entry;
    let mut facts = Facts::default();
    if let Some(on) = entry.listener() {
        let held = context.clauses(&on.condition, true, Some((on.trigger, entry.id)));
        facts = facts.learning(held, Origin { tile: None, branch: 0, holds: true, part: 0 });
    }
    walk.sequence(SequenceId::Root, &context.journey.tiles, facts);
    walk.given
}

struct Walk<'a, 'p> {
    context: &'a Context<'a>,
    touched: &'a Touched,
    proven: &'p mut Proven,
    /// The tiles at which other values are given than before.
    given: Vec<TileId>,
}

/// What is known where a sequence ends; nothing where its end is never reached.
type End = Option<Facts>;

impl<'a> Walk<'a, '_> {
    fn sequence(&mut self, id: SequenceId, tiles: &'a Sequence, came: Facts) -> End {
        let touched = self.touched.within(id);
        let mut facts = came;
        let mut at = 0;
        while let Some(tile) = tiles.get(at) {
            let passed = self.proven.passed(tile.id).filter(|passed| passed.came(&facts));
            let Some(known) = passed.filter(|_| !self.touched.concerns(tile.id)) else {
                let Some(left) = self.visit(tile, facts) else {
                    self.forget(&tiles[at + 1..]);
                    return None;
                };
                (facts, at) = (left, at + 1);
                continue;
            };
            // All is as it was, up to the next tile that was touched.
            let next = match &touched {
                Some(touched) if at < touched.start => touched.start,
                Some(touched) if at < touched.end => at + 1,
                _ => tiles.len(),
            };
            let left = match tiles.get(next - 1) {
                Some(last) if next > at + 1 => self.proven.passed(last.id).and_then(Passed::left),
                _ => known.left(),
            };
            (facts, at) = (left?, next);
        }
        Some(facts)
    }

    /// Looks at a tile, and keeps what is known there.
    fn visit(&mut self, tile: &'a Tile, facts: Facts) -> End {
        self.proven.looked_at += 1;
        let mut found = Vec::new();
        let mut given = Vec::new();
        let left = self.tile(tile, &facts, &mut given, &mut found);
        if self.proven.keep(tile.id, Passed::new(facts, left.clone()), given, found) {
            self.given.push(tile.id);
        }
        left
    }

    /// Nobody comes to these tiles.
    fn forget(&mut self, tiles: &[Arc<Tile>]) {
        for tile in tiles.iter() {
            if self.proven.passed(tile.id).is_some() {
                if self.proven.forget(tile.id) {
                    self.given.push(tile.id);
                }
                tile.kind.sequences().into_iter().for_each(|tiles| self.forget(tiles));
            }
        }
    }

    fn tile(
        &mut self,
        tile: &'a Tile,
        facts: &Facts,
        given: &mut Vec<Source>,
        found: &mut Vec<Problem>,
    ) -> End {
        match &tile.kind {
            TileKind::Exit => None,
            TileKind::Wait(wait) => {
                self.ask(wait.date(), facts, given);
                Some(lasting(facts))
            }
            TileKind::CustomTrigger { mappings, .. } => {
                for mapping in mappings.values() {
                    if let Mapping::Attribute(source) = mapping {
                        self.ask(Some(*source), facts, given);
                    }
                }
                Some(facts.clone())
            }
            TileKind::Message { to, .. } => {
                self.ask(*to, facts, given);
                Some(facts.clone())
            }
            TileKind::Split { .. } => {
                let branches = tile.branches().into_iter();
                let ends = branches.map(|(slot, tiles)| {
                    self.sequence(SequenceId::Of(tile.id, slot), tiles, facts.clone())
                });
                merge(facts, ends.collect())
            }
            TileKind::AttributeBranch { branches, other } => {
                self.branches(tile, branches, other, facts, found)
            }
            TileKind::WaitFor { waits, .. } => self.waits(tile, waits, facts, found),
        }
    }

    /// Notes a source that may be empty and has a value there.
    fn ask(&self, source: Option<Source>, facts: &Facts, given: &mut Vec<Source>) {
        let Some(source) = source else { return };
        let asks =
            |fact: &&Rc<Fact>| fact.clause.iter().flatten().any(|atom| atom.source == source);
        if !facts.list().iter().any(asks) || may_be_empty(self.context.workspace, source).is_none()
        {
            return;
        }
        let empty = Atom { source, predicate: Predicate::Empty, holds: true };
        if self.excludes(facts, &[vec![vec![empty]]]) && !given.contains(&source) {
            given.push(source);
        }
    }

    fn branches(
        &mut self,
        tile: &'a Tile,
        branches: &'a [Branch],
        other: &'a Sequence,
        came: &Facts,
        found: &mut Vec<Problem>,
    ) -> End {
        let mut facts = came.clone();
        let mut earlier = Earlier { branches: Vec::new(), known: facts.len() };
        let mut ends = Vec::new();
        for (at, branch) in branches.iter().enumerate() {
            // Without rows it is not finished yet, and nothing can be said about it.
            let is_empty = branch.condition.is_empty();
            let clauses = |walk: &Self, holds| walk.context.clauses(&branch.condition, holds, None);
            let (held, failed) = match is_empty {
                true => (None, None),
                false => (clauses(self, true), clauses(self, false)),
            };
            let origin = |holds| Origin { tile: Some(tile.id), branch: at, holds, part: 0 };
            let own: &[Clause] = held.as_deref().unwrap_or_default();
            if self.excludes(&facts, own) {
                self.dead(tile, branch, own, &facts, &earlier, found);
                self.forget(&branch.tiles);
                ends.push(None);
            } else {
                let inside = facts.learning(held, origin(true));
                let id = SequenceId::Of(tile.id, Slot::Branch(branch.id));
                ends.push(self.sequence(id, &branch.tiles, inside));
            }
            let before = facts.len();
            facts = facts.learning(failed, origin(false));
            earlier.branches.extend((before..facts.len()).map(|_| branch.name.clone()));
        }
        ends.push(self.other(tile.id, other, facts, found));
        merge(came, ends)
    }

    /// What is left when no branch is taken.
    fn other(
        &mut self,
        tile: TileId,
        other: &'a Sequence,
        facts: Facts,
        found: &mut Vec<Problem>,
    ) -> End {
        if !self.excludes(&facts, &[]) {
            return self.sequence(SequenceId::Of(tile, Slot::Other), other, facts);
        }
        if let Some(first) = other.first() {
            let journey = self.context.journey.id;
            let site = Site::in_journey(journey, Some(first.id), Spot::Whole);
            let problem = Problem::new(Code::DeadOther, site).number("count", other.len());
            found.push(problem.fix(Fix::DeleteFrom(journey, first.id)));
        }
        self.forget(other);
        None
    }

    /// Says why a branch is never taken, unless its own condition says it already.
    fn dead(
        &mut self,
        tile: &Tile,
        branch: &Branch,
        own: &[Clause],
        facts: &Facts,
        earlier: &Earlier,
        found: &mut Vec<Problem>,
    ) {
        let facts = facts.list();
        let (known, passed) = facts.split_at(earlier.known);
        let excludes = |facts: &[&Rc<Fact>]| {
            self.context.known.excludes(facts.iter().map(|fact| &fact.clause).chain(own))
        };
        if excludes(&[]) {
            return;
        }
        let place = Spot::Condition(Holder::Branch(branch.id));
        let site = Site::in_journey(self.context.journey.id, Some(tile.id), place);
        if excludes(passed) {
            let names = earlier.branches.iter().map(String::as_str);
            let by = self.core(own, passed.iter().map(|fact| &fact.clause).zip(names).collect());
            let problem = Problem::new(Code::ShadowedBranch, site).text("branch", &branch.name);
            found.push(problem.text("by", joined(by)));
            return;
        }
        let passed = passed.iter().map(|fact| fact.clause.clone());
        let fixed: Vec<Clause> = own.iter().cloned().chain(passed).collect();
        let facts = known.iter().map(|fact| (&fact.clause, fact.origin.tile));
        let from = self.core(&fixed, facts.collect()).first().copied().flatten();
        let from = from.and_then(|tile| self.context.tile(tile));
        let problem = Problem::new(Code::DeadBranch, site).text("branch", &branch.name);
        found.push(problem.arg("tile", from.map_or(Arg::Term(term::ENTRY), title)));
    }

    fn waits(
        &mut self,
        tile: &'a Tile,
        waits: &'a [WaitBranch],
        facts: &Facts,
        found: &mut Vec<Problem>,
    ) -> End {
        let facts = lasting(facts);
        let mut ends = Vec::new();
        for (at, (slot, tiles)) in tile.branches().into_iter().enumerate() {
            let mut inside = facts.clone();
            if let Some(wait) = waits.get(at) {
                let held = wait.on.listener().and_then(|on| {
                    self.context.clauses(&on.condition, true, Some((on.trigger, tile.id)))
                });
                self.check_wait(tile, &waits[..at], wait, held.as_deref(), &facts, found);
                let origin = Origin { tile: Some(tile.id), branch: at, holds: true, part: 0 };
                inside = inside.learning(held, origin);
            }
            ends.push(self.sequence(SequenceId::Of(tile.id, slot), tiles, inside));
        }
        merge(&facts, ends)
    }

    /// Of two waits that one thing counts for, the first is taken: later ones may be left
    /// with nothing.
    fn check_wait(
        &self,
        tile: &Tile,
        earlier: &[WaitBranch],
        wait: &WaitBranch,
        own: Option<&[Clause]>,
        facts: &Facts,
        found: &mut Vec<Problem>,
    ) {
        let site = Site::in_journey(self.context.journey.id, Some(tile.id), Spot::Branch(wait.id));
        let shadowed = Problem::new(Code::ShadowedBranch, site).text("branch", &wait.name);
        let (on, own) = match (&wait.on, own) {
            (WaitOn::Trigger(on), Some(own)) if on.trigger.is_some() => (on, own),
            (WaitOn::Interaction { message: Some(_), .. }, _) => {
                if let Some(by) = earlier.iter().find(|earlier| earlier.on == wait.on) {
                    found.push(shadowed.text("by", &by.name));
                }
                return;
            }
            _ => return,
        };
        let mut passed: Vec<(Clause, &str)> = Vec::new();
        for wait in earlier {
            let same = wait.on.listener().filter(|earlier| earlier.trigger == on.trigger);
            let failed = same.and_then(|earlier| {
                self.context.clauses(&earlier.condition, false, Some((on.trigger, tile.id)))
            });
            passed.extend(failed.into_iter().flatten().map(|clause| (clause, wait.name.as_str())));
        }
        if passed.is_empty() {
            return;
        }
        let mut fixed = own.to_vec();
        fixed.extend(facts.list().into_iter().map(|fact| fact.clause.clone()));
        let all = fixed.iter().chain(passed.iter().map(|(clause, _)| clause));
        if self.context.known.excludes(all) && !self.excludes(facts, own) {
            let by =
                self.core(&fixed, passed.iter().map(|(clause, name)| (clause, *name)).collect());
            found.push(shadowed.text("by", joined(by)));
        }
    }

    fn excludes(&self, facts: &Facts, own: &[Clause]) -> bool {
        let facts = facts.list();
        let known = facts.iter().map(|fact| &fact.clause);
        self.context.known.excludes(known.chain(own))
    }

    /// What of `others` is needed for them to exclude what is `fixed`.
    fn core<T: Copy>(&self, fixed: &[Clause], others: Vec<(&Clause, T)>) -> Vec<T> {
        self.context.known.core(fixed, others)
    }
}

/// The branches before the one that is looked at.
struct Earlier {
    /// The names of those that the facts after the first `known` come from.
    branches: Vec<String>,
    known: usize,
}

/// What still holds after a wait.
fn lasting(facts: &Facts) -> Facts {
    facts.only(|fact| fact.clause.iter().flatten().all(does_last))
}

/// What is known where ways come together: what is known on each of them. What was known
/// before they parted comes first in all of them.
fn merge(before: &Facts, ends: Vec<End>) -> End {
    let mut ends = ends.into_iter().flatten();
    let first = ends.next()?;
    let others: Vec<Facts> = ends.collect();
    if others.is_empty() {
        return Some(first);
    }
    let common = first.only(|fact| others.iter().all(|end| end.know(fact.origin)));
    Some(if common.say_the_same(before) { before.clone() } else { common })
}

fn joined(names: Vec<&str>) -> String {
    let mut different: Vec<&str> = Vec::new();
    for name in names {
        if !different.contains(&name) {
            different.push(name);
        }
    }
    different.join(", ")
}
