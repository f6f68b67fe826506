//! Branches that no contact takes: because earlier ones take everybody, or because of
//! what is known of everybody who comes there.
//!
//! What is known is carried along the ways through a journey: the conditions of the
//! entry, of waits and of branches that were passed. What may change meanwhile (fields
//! of the contact, rows, dates compared with today) is forgotten where contacts wait.

use std::rc::Rc;

use crate::check::code::Code;
use crate::check::context::{Context, title};
use crate::check::fix::Fix;
use crate::check::offer::may_be_empty;
use crate::check::problem::{Arg, Problem};
use crate::check::proof::clause::{Clause, clauses};
use crate::check::proof::values::Atom;
use crate::check::site::{Holder, Site, Spot};
use crate::check::term;
use crate::model::condition::{Comparison, Condition, Source};
use crate::model::id::{TileId, TriggerId};
use crate::model::journey::{Branch, Mapping, Sequence, Tile, TileKind, WaitBranch, WaitOn};
use crate::model::predicate::{DateTest, Predicate};
use crate::model::sorted::SortedSet;
use crate::model::table::Reference;

/// Checks all branches of a journey. Gives the findings, and the sources that may be
/// empty elsewhere and are not where tiles read them.
pub(in crate::check) fn check(context: &Context) -> (Vec<Problem>, Given) {
    let mut walk = Walk { context, found: Vec::new(), given: Given::new() };
    let entry = &context.journey.entry;
    let mut facts = Vec::new();
    if let Some(on) = entry.listener() {
        let held = walk.context.clauses(&on.condition, true, Some((on.trigger, entry.id)));
        learn(&mut facts, held, None);
    }
    walk.sequence(&context.journey.tiles, facts);
    (walk.found, walk.given)
}

/// Sources that have a value at a tile.
type Given = SortedSet<(TileId, Source)>;

/// Something that holds for every contact that comes to a place.
#[derive(Clone)]
struct Fact<'a> {
    clause: Rc<Clause>,
    /// The tile that it is known from; none: the Entry.
    from: Option<&'a Tile>,
}

type Facts<'a> = Vec<Fact<'a>>;

struct Walk<'a> {
    context: &'a Context<'a>,
    found: Vec<Problem>,
    given: Given,
}

/// What is known where a sequence ends; nothing where its end is never reached.
type End<'a> = Option<Facts<'a>>;

impl<'a> Walk<'a> {
    fn sequence(&mut self, tiles: &'a Sequence, mut facts: Facts<'a>) -> End<'a> {
        for tile in tiles {
            facts = self.tile(tile, facts)?;
        }
        Some(facts)
    }

    fn tile(&mut self, tile: &'a Tile, facts: Facts<'a>) -> End<'a> {
        match &tile.kind {
            TileKind::Exit => None,
            TileKind::Wait(wait) => {
                self.ask(tile.id, wait.date(), &facts);
                Some(lasting(&facts))
            }
            TileKind::CustomTrigger { mappings, .. } => {
                for mapping in mappings.values() {
                    if let Mapping::Attribute(source) = mapping {
                        self.ask(tile.id, Some(*source), &facts);
                    }
                }
                Some(facts)
            }
            TileKind::Message { to, .. } => {
                self.ask(tile.id, *to, &facts);
                Some(facts)
            }
            TileKind::Split { shares } => {
                let ends = shares.iter().map(|share| self.sequence(&share.tiles, facts.clone()));
                merge(ends.collect())
            }
            TileKind::AttributeBranch { branches, other } => {
                self.branches(tile, branches, other, &facts)
            }
            TileKind::WaitFor { waits, other, .. } => self.waits(tile, waits, other, &facts),
        }
    }

    /// Notes whether a source that may be empty has a value there.
    fn ask(&mut self, tile: TileId, source: Option<Source>, facts: &Facts) {
        let Some(source) = source else { return };
        let is_asked =
            facts.iter().any(|fact| fact.clause.iter().flatten().any(|atom| atom.source == source));
        if !is_asked || may_be_empty(self.context.workspace, source).is_none() {
            return;
        }
        let empty = Atom { source, predicate: Predicate::Empty, holds: true };
        if self.excludes(facts, &[vec![vec![empty]]]) {
            self.given.insert((tile, source));
        }
    }

    fn branches(
        &mut self,
        tile: &'a Tile,
        branches: &'a [Branch],
        other: &'a Sequence,
        facts: &Facts<'a>,
    ) -> End<'a> {
        let mut facts = facts.clone();
        let mut earlier = Earlier { branches: Vec::new(), known: facts.len() };
        let mut ends = Vec::new();
        for branch in branches {
            // Without rows it is not finished yet, and nothing can be said about it.
            let is_empty = branch.condition.is_empty();
            let clauses = |walk: &Self, holds| walk.context.clauses(&branch.condition, holds, None);
            let (held, failed) = match is_empty {
                true => (None, None),
                false => (clauses(self, true), clauses(self, false)),
            };
            let own: &[Clause] = held.as_deref().unwrap_or_default();
            let is_dead = self.excludes(&facts, own);
            if is_dead {
                self.dead(tile, branch, own, &facts, &earlier);
                ends.push(None);
            } else {
                let mut inside = facts.clone();
                learn(&mut inside, held, Some(tile));
                ends.push(self.sequence(&branch.tiles, inside));
            }
            let before = facts.len();
            learn(&mut facts, failed, Some(tile));
            earlier.branches.extend((before..facts.len()).map(|_| branch.name.clone()));
        }
        ends.push(self.other(other, facts));
        merge(ends)
    }

    /// What is left when no branch is taken.
    fn other(&mut self, other: &'a Sequence, facts: Facts<'a>) -> End<'a> {
        if !self.excludes(&facts, &[]) {
            return self.sequence(other, facts);
        }
        if let Some(first) = other.first() {
            let journey = self.context.journey.id;
            let site = Site::in_journey(journey, Some(first.id), Spot::Whole);
            let problem = Problem::new(Code::DeadOther, site).number("count", other.len());
            self.found.push(problem.fix(Fix::DeleteFrom(journey, first.id)));
        }
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
    ) {
        let (known, passed) = facts.split_at(earlier.known);
        let nothing = Facts::new();
        if self.excludes(&nothing, own) {
            return;
        }
        let place = Spot::Condition(Holder::Branch(branch.id));
        let site = Site::in_journey(self.context.journey.id, Some(tile.id), place);
        if self.excludes(passed, own) {
            let names = earlier.branches.iter().map(String::as_str);
            let by = self.core(own, passed.iter().map(|fact| &*fact.clause).zip(names).collect());
            let problem = Problem::new(Code::ShadowedBranch, site).text("branch", &branch.name);
            self.found.push(problem.text("by", joined(by)));
            return;
        }
        let passed: Vec<Clause> = passed.iter().map(|fact| (*fact.clause).clone()).collect();
        let fixed: Vec<Clause> = own.iter().chain(&passed).cloned().collect();
        let facts = known.iter().map(|fact| (&*fact.clause, fact.from));
        let from = self.core(&fixed, facts.collect()).first().copied().flatten();
        let problem = Problem::new(Code::DeadBranch, site).text("branch", &branch.name);
        self.found.push(problem.arg("tile", from.map_or(Arg::Term(term::ENTRY), title)));
    }

    fn waits(
        &mut self,
        tile: &'a Tile,
        waits: &'a [WaitBranch],
        other: &'a Sequence,
        facts: &Facts<'a>,
    ) -> End<'a> {
        let facts = lasting(facts);
        let mut ends = Vec::new();
        for (at, wait) in waits.iter().enumerate() {
            let held = wait.on.listener().and_then(|on| {
                self.context.clauses(&on.condition, true, Some((on.trigger, tile.id)))
            });
            self.check_wait(tile, &waits[..at], wait, held.as_deref(), &facts);
            let mut inside = facts.clone();
            learn(&mut inside, held, Some(tile));
            ends.push(self.sequence(&wait.tiles, inside));
        }
        ends.push(self.sequence(other, facts));
        merge(ends)
    }

    /// Of two waits that one thing counts for, the first is taken: later ones may be left
    /// with nothing.
    fn check_wait(
        &mut self,
        tile: &Tile,
        earlier: &[WaitBranch],
        wait: &WaitBranch,
        own: Option<&[Clause]>,
        facts: &Facts,
    ) {
        let site = Site::in_journey(self.context.journey.id, Some(tile.id), Spot::Branch(wait.id));
        let shadowed = Problem::new(Code::ShadowedBranch, site).text("branch", &wait.name);
        let (on, own) = match (&wait.on, own) {
            (WaitOn::Trigger(on), Some(own)) if on.trigger.is_some() => (on, own),
            (WaitOn::Interaction { message: Some(_), .. }, _) => {
                if let Some(by) = earlier.iter().find(|earlier| earlier.on == wait.on) {
                    self.found.push(shadowed.text("by", &by.name));
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
        let mut fixed = own.to_vec();
        fixed.extend(facts.iter().map(|fact| (*fact.clause).clone()));
        let all = fixed.iter().chain(passed.iter().map(|(clause, _)| clause));
        if passed.is_empty() || !self.context.known.excludes(all) {
            return;
        }
        if !self.excludes(facts, own) {
            let by =
                self.core(&fixed, passed.iter().map(|(clause, name)| (clause, *name)).collect());
            self.found.push(shadowed.text("by", joined(by)));
        }
    }

    fn excludes(&self, facts: &[Fact], own: &[Clause]) -> bool {
        let known = facts.iter().map(|fact| &*fact.clause);
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

impl Context<'_> {
    /// The clauses of a condition. With a trigger that is looked at, its attributes are
    /// those that are received at that tile.
    pub(super) fn clauses(
        &self,
        condition: &Condition,
        holds: bool,
        incoming: Option<(Option<TriggerId>, TileId)>,
    ) -> Option<Vec<Clause>> {
        clauses(condition, holds, |row| match incoming {
            Some((trigger, tile)) => {
                let asked = self.atom(row, trigger)?;
                Some(Atom { source: received(asked.source, tile), ..asked })
            }
            None => self.atom(row, None),
        })
    }

    /// What a row asks, where that can be decided.
    pub(in crate::check) fn atom(
        &self,
        row: &Comparison,
        incoming: Option<TriggerId>,
    ) -> Option<Atom> {
        let source = row.source?;
        let received_at = |tile| self.seen.scope.received_at(tile);
        let ty = self.workspace.source_type_by(received_at, incoming, source).ok()?;
        let predicate = Predicate::parse(row.operator, &row.operands, &ty, &self.zone).ok()?;
        Some(Atom { source, predicate, holds: true })
    }
}

/// The same value, as it is called once its trigger has been received at a tile.
pub(super) fn received(source: Source, tile: TileId) -> Source {
    match source {
        Source::Incoming(attribute) => Source::Received(tile, attribute),
        Source::Column(Reference::Incoming(attribute), path) => {
            Source::Column(Reference::Received(tile, attribute), path)
        }
        Source::IncomingBinding => Source::ReceivedBinding(tile),
        source => source,
    }
}

fn learn<'a>(facts: &mut Facts<'a>, held: Option<Vec<Clause>>, from: Option<&'a Tile>) {
    let clauses = held.into_iter().flatten();
    facts.extend(clauses.map(|clause| Fact { clause: Rc::new(clause), from }));
}

/// What still holds after a wait.
fn lasting<'a>(facts: &Facts<'a>) -> Facts<'a> {
    let lasts = |fact: &&Fact| fact.clause.iter().flatten().all(does_last);
    facts.iter().filter(lasts).cloned().collect()
}

/// Whether it is compared with today.
pub(super) fn moves(atom: &Atom) -> bool {
    matches!(
        atom.predicate,
        Predicate::DateTime(DateTest::Last(_) | DateTest::Next(_) | DateTest::SameDay(None, _))
    )
}

fn does_last(atom: &Atom) -> bool {
    let kept = match atom.source {
        Source::Received(..) | Source::ReceivedBinding(_) | Source::Journey(_) => true,
        Source::Contact(_) | Source::Column(..) => false,
        Source::Incoming(_) | Source::IncomingBinding => false,
    };
    kept && !moves(atom)
}

/// What is known where ways come together: what is known on each of them.
fn merge<'a>(ends: Vec<End<'a>>) -> End<'a> {
    let mut ends = ends.into_iter().flatten();
    let mut common = ends.next()?;
    for end in ends {
        let is_there = |fact: &Fact| end.iter().any(|one| Rc::ptr_eq(&one.clause, &fact.clause));
        common.retain(is_there);
    }
    Some(common)
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
