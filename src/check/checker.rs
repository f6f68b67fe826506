//! The checker that goes along with the edits: it keeps what it found record by
//! record, and after an edit looks only at what the edit may have changed.
//!
//! **Invariant:** after any edits it says what a new one would say.

use std::sync::Arc;

use crate::check::context::title;
use crate::check::edited::Edited;
use crate::check::names::{self, Named};
use crate::check::part::{Part, Reading};
use crate::check::problem::{Arg, Problem};
use crate::check::records::{self, Checked};
use crate::check::seen::Seen;
use crate::check::site::{Spot, Subject};
use crate::check::spread::Work;
use crate::check::usage::{Index, Use};
use crate::check::{behaviour, links, wiring};
use crate::model::change::Change;
use crate::model::collect;
use crate::model::id::{JourneyId, TriggerId};
use crate::model::journey::Journey;
use crate::model::sorted::{SortedMap, SortedSet};
use crate::model::workspace::Workspace;

/// All findings and all uses of a workspace, kept up to date.
#[derive(Debug, Default)]
pub struct Checker {
    index: Arc<Index>,
    /// What is wrong within each record but journeys; nothing where nothing is.
    own: SortedMap<Subject, Vec<Problem>>,
    /// What is wrong between records, at each of them.
    between: SortedMap<(Subject, Between), Vec<Problem>>,
    /// What was seen of each journey, and found in it.
    seen: SortedMap<JourneyId, Seen>,
    /// How many tiles the last check looked at.
    looked_at: usize,
    findings: Arc<Findings>,
}

/// What an edit does to the uses of a journey.
enum Uses {
    Stay,
    /// There may be others; that is what they were.
    Were(Option<Arc<Part>>),
}

/// What is only seen on several records together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Between {
    /// Who raises a trigger for whom.
    Wired(TriggerId),
    /// Triggers that are raised in a circle.
    Loop,
    /// Names.
    Names(Named),
    /// Triggers that nothing raises in a run.
    Silent,
}

/// Findings in document order. A record whose findings stay the same keeps its list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings(SortedMap<Subject, Arc<Vec<Problem>>>);

impl Findings {
    /// All, in document order.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.values().flat_map(|found| found.iter())
    }

    /// Those of one record.
    pub fn of(&self, subject: Subject) -> Arc<Vec<Problem>> {
        self.0.get(&subject).cloned().unwrap_or_default()
    }

    /// All, as a list of its own.
    pub fn to_vec(&self) -> Vec<Problem> {
        self.iter().cloned().collect()
    }
}

impl Checker {
    /// Checks everything. The cost is linear in the size of the workspace.
    pub fn new(workspace: &Workspace) -> Self {
        let mut checker = Self::default();
        checker.work(workspace, Work::all(workspace));
        checker
    }

    /// Checks what an edit may have changed; `workspace` is how it is since.
    pub fn update(&mut self, workspace: &Workspace, change: &Change) {
        let is_wrong = |subject: Subject| match subject.journey() {
            Some(id) => self.seen.get(&id).is_some_and(Seen::is_wrong),
            None => self.own.contains_key(&subject),
        };
        let work = Work::of(workspace, &self.index, change, &is_wrong);
        self.work(workspace, work);
    }

    /// Everything that there is to say about the workspace.
    pub fn findings(&self) -> &Arc<Findings> {
        &self.findings
    }

    /// Who uses what.
    pub fn index(&self) -> &Arc<Index> {
        &self.index
    }

    /// How many tiles the last check looked at.
    pub fn looked_at(&self) -> usize {
        self.looked_at
    }

    fn work(&mut self, workspace: &Workspace, mut work: Work) {
        self.looked_at = 0;
        let mut journeys = Vec::new();
        let records: Vec<Subject> = work.records.iter().copied().collect();
        for &subject in &records {
            if let Subject::Journey(id) = subject {
                let before = work.edited.remove(&id);
                match self.journey(workspace, id, before.as_deref()) {
                    Uses::Stay => {}
                    Uses::Were(part) => journeys.push((id, part)),
                }
            } else {
                let part = part_of(workspace, subject);
                if part.is_some() || self.index.knows(subject) {
                    let before = Arc::make_mut(&mut self.index).put(subject, part);
                    self.uses_changed(subject, before.as_deref(), &mut work);
                }
            }
        }
        for (id, before) in &journeys {
            self.uses_changed(Subject::Journey(*id), before.as_deref(), &mut work);
        }
        if !work.triggers.is_empty() {
            Arc::make_mut(&mut self.index).gather(&work.triggers);
        }
        work.look_at_tiles(workspace, &self.index, &journeys);
        for &subject in &work.records {
            if subject.journey().is_none() {
                let found = records::own(Checked { workspace, index: &self.index }, subject);
                self.keep(subject, found);
            }
        }
        let mut touched = work.records.clone();
        self.call(workspace, &work.renamed, &mut touched);
        self.between(workspace, &work, &mut touched);
        touched.into_iter().for_each(|subject| self.tell(subject));
    }

    /// Checks a journey; of one that was edited while all that it reads stayed, what the
    /// edit touched.
    fn journey(&mut self, workspace: &Workspace, id: JourneyId, before: Option<&Journey>) -> Uses {
        let subject = Subject::Journey(id);
        let Some(journey) = workspace.journeys.get(&id) else {
            self.seen.remove(&id);
            return Uses::Were(Arc::make_mut(&mut self.index).put(subject, None));
        };
        let kept = before.zip(self.index.part(subject)).and_then(|(before, part)| {
            let seen = self.seen.get(&id)?;
            let is_asked_for = before.name != journey.name && part.reads_name();
            (!is_asked_for).then(|| Edited::of(&seen.scope, before, journey))?
        });
        let is_kept = kept.is_some();
        let seen = self.seen.remove(&id).filter(|_| is_kept);
        let mut seen = seen.unwrap_or_else(|| Seen::of(journey));
        let mut edited = kept.unwrap_or_else(|| Edited::whole(journey));
        let look = seen.look(workspace, journey, &mut edited);
        self.looked_at += look.count;
        let titles = collect::map(edited.named.iter().map(|tile| (tile.id, title(tile))));
        if !titles.is_empty() {
            seen.reword(&|arg| match arg {
                Arg::Tile(id, ..) => titles.get(id).cloned(),
                _ => None,
            });
        }
        let reading = Reading { workspace, journey, scope: &seen.scope };
        let mut changed = edited.changed.iter();
        let stays = is_kept
            && !(edited.settings || edited.moves)
            && changed.all(|(before, now)| Part::stays(reading, before, now));
        let part = (!stays).then(|| match self.index.part(subject) {
            // Every use says in which state its journey is.
            Some(part) if before.is_some_and(|before| is_kept && before.state == journey.state) => {
                part.edited(reading, &edited, &look.reading)
            }
            _ => Part::of_journey(reading),
        });
        self.seen.insert(id, seen);
        match part {
            Some(part) => Uses::Were(Arc::make_mut(&mut self.index).put(subject, Some(part))),
            None => Uses::Stay,
        }
    }

    /// Calls triggers what they are called now.
    fn call(
        &mut self,
        workspace: &Workspace,
        renamed: &SortedSet<TriggerId>,
        touched: &mut SortedSet<Subject>,
    ) {
        if renamed.is_empty() {
            return;
        }
        let now = |arg: &Arg| match arg {
            Arg::Trigger(id, _) if renamed.contains(id) => {
                Some(Arg::Trigger(*id, workspace.triggers.get(id)?.name.clone()))
            }
            _ => None,
        };
        let mut reword = |subject: Subject, found: &mut Vec<Problem>| {
            for problem in found {
                if problem.reword(&now) {
                    touched.insert(subject);
                }
            }
            true
        };
        self.own.retain(|subject, found| reword(*subject, found));
        self.between.retain(|(subject, _), found| reword(*subject, found));
        for (id, seen) in self.seen.iter_mut() {
            if seen.reword(&now) {
                touched.insert(Subject::Journey(*id));
            }
        }
    }

    fn keep(&mut self, subject: Subject, found: Vec<Problem>) {
        match found.is_empty() {
            true => drop(self.own.remove(&subject)),
            false => drop(self.own.insert(subject, found)),
        }
    }

    /// Notes the triggers that a record uses otherwise than before.
    fn uses_changed(&self, subject: Subject, before: Option<&Part>, work: &mut Work) {
        let none = Part::default();
        let before = &before.unwrap_or(&none).uses;
        let now = &self.index.part(subject).unwrap_or(&none).uses;
        let mut pairs = before.iter().zip(now);
        let first = pairs.position(|(one, other)| one != other);
        let Some(first) =
            first.or((before.len() != now.len()).then(|| before.len().min(now.len())))
        else {
            return;
        };
        let least = before.len().min(now.len()) - first;
        let ends = before.iter().rev().zip(now.iter().rev()).take(least);
        let same = ends.take_while(|(one, other)| one == other).count();
        let changed = before[first..before.len() - same].iter();
        let changed = changed.chain(&now[first..now.len() - same]);
        let changed: SortedSet<TriggerId> = collect::set(changed.map(|(trigger, _)| *trigger));
        // A loop is told at the first tile that raises its trigger.
        let starts = |uses: &[(TriggerId, Use)]| {
            let uses = uses.iter().rev().filter(|(trigger, _)| changed.contains(trigger));
            let on_the_way = uses.filter(|(_, one)| links::is_on_the_way(one));
            collect::map(on_the_way.map(|(trigger, one)| ((*trigger, one.role), one.tile)))
        };
        work.loops |= starts(before) != starts(now);
        work.triggers.extend(changed);
        work.silent = true;
    }

    /// Looks again at what is only seen on several records together.
    fn between(&mut self, workspace: &Workspace, work: &Work, touched: &mut SortedSet<Subject>) {
        for &trigger in &work.triggers {
            let mut found = Vec::new();
            wiring::check(workspace, &self.index, trigger, &mut found);
            self.replace(Between::Wired(trigger), found, touched);
        }
        if work.loops {
            let mut found = Vec::new();
            wiring::loops(workspace, &self.index, &mut found);
            self.replace(Between::Loop, found, touched);
        }
        for &named in &work.named {
            let mut found = Vec::new();
            names::check(workspace, named, &mut found);
            self.replace(Between::Names(named), found, touched);
        }
        if work.silent {
            let mut found = Vec::new();
            behaviour::silent_triggers(workspace, &self.index, &mut found);
            self.replace(Between::Silent, found, touched);
        }
    }

    /// Keeps what is wrong between records in place of what was.
    fn replace(&mut self, between: Between, found: Vec<Problem>, touched: &mut SortedSet<Subject>) {
        self.between.retain(|(subject, one), _| {
            let is_kept = *one != between;
            if !is_kept {
                touched.insert(*subject);
            }
            is_kept
        });
        for problem in found {
            let subject = problem.site.subject;
            touched.insert(subject);
            self.between.entry((subject, between)).or_default().push(problem);
        }
    }

    /// Puts the findings of a record together, in the order of its tiles.
    fn tell(&mut self, subject: Subject) {
        let part = self.index.part(subject);
        let seen = subject.journey().and_then(|id| Some((id, self.seen.get(&id)?)));
        let lost = seen.map_or(Vec::new(), |(id, seen)| seen.lost(id));
        let (first, last) = (Between::Wired(TriggerId(0)), Between::Silent);
        let between = self.between.between(&(subject, first), &(subject, last)).iter();
        let between = between.flat_map(|(_, found)| found);
        let own = self.own.get(&subject).into_iter().flatten();
        let all = between
            .chain(own)
            .chain(seen.into_iter().flat_map(|(_, seen)| seen.found()))
            .chain(&lost);
        let mut found: Vec<_> = all
            .map(|problem| {
                let place = |tile| part.and_then(|part| part.position(tile));
                (problem.site.tile.map(place), problem.site.spot != Spot::Name, problem)
            })
            .collect();
        collect::sort_by_key(&mut found, |(place, rest, _)| (*place, *rest));
        let found = found.iter().map(|(_, _, problem)| *problem);
        let is_as_before = match self.findings.0.get(&subject) {
            Some(known) => found.clone().eq(known.iter()),
            None => found.len() == 0,
        };
        if is_as_before {
            return;
        }
        let found: Vec<Problem> = found.cloned().collect();
        let findings = Arc::make_mut(&mut self.findings);
        match found.is_empty() {
            true => drop(findings.0.remove(&subject)),
            false => drop(findings.0.insert(subject, Arc::new(found))),
        }
    }
}

/// What a record but a journey uses; nothing where it is gone.
fn part_of(workspace: &Workspace, subject: Subject) -> Option<Part> {
    match subject {
        Subject::Segment(id) => workspace.segments.get(&id).map(|one| Part::of_segment(one)),
        Subject::Flow(id) => workspace.flows.get(&id).map(|one| Part::of_flow(workspace, one)),
        Subject::Contact(id) => workspace.contacts.get(&id).map(|one| Part::of_contact(one)),
        Subject::Model(id) => workspace.models.get(&id).map(|one| Part::of_model(one)),
        Subject::Event(id) => workspace.events.get(&id).map(|one| Part::of_event(one)),
        _ => None,
    }
}
