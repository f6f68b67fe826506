//! Versions of a journey (rule S7): a version is a journey of its own that names the
//! one it replaces, so both can run side by side and be compared.
//!
//! **Invariant:** a version is younger than what it replaces, so its id is greater;
//! whatever a file says, following versions back comes to an end.
//! What a state lets a version do is the engine's and the editor's.

use std::sync::Arc;

use crate::model::collect;
use crate::model::id::JourneyId;
use crate::model::journey::{Journey, JourneyState};
use crate::model::renumber;
use crate::model::sorted::SortedMap;
use crate::model::time::Instant;
use crate::model::workspace::Workspace;

/// Which version of a journey a record is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// From 1.
    pub number: u32,
    /// The version that it replaces.
    pub replaces: Option<JourneyId>,
    /// What is different, in the author's words.
    pub comment: String,
    /// The numbers of tiles, branches and exit criteria, and those that they had in the
    /// version where they first stood. What is not named first stands here.
    pub origins: SortedMap<u32, u32>,
}

impl Default for Version {
    fn default() -> Self {
        Self { number: 1, replaces: None, comment: String::new(), origins: SortedMap::new() }
    }
}

impl Version {
    /// The number that what has this one had where it first stood: the same in all versions.
    pub fn origin(&self, number: u32) -> u32 {
        self.origins.get(&number).copied().unwrap_or(number)
    }
}

impl Journey {
    /// The same journey with the numbers that its parts had where they first stood, so
    /// that two versions can be compared.
    pub fn in_origins(&self) -> Self {
        let mut journey = self.clone();
        renumber::parts(&mut journey, &self.version.origins);
        journey
    }

    /// The origins of a copy whose parts got the numbers of `renamed`.
    pub fn origins_of_copy(&self, renamed: &SortedMap<u32, u32>) -> SortedMap<u32, u32> {
        let pairs = renamed.iter().map(|(old, new)| (*new, self.version.origin(*old)));
        collect::map(pairs)
    }
}

impl Workspace {
    /// The first version of a journey that is still there.
    pub fn first_version(&self, id: JourneyId) -> JourneyId {
        let replaced = |id| self.journeys.get(&id).and_then(|journey| journey.version.replaces);
        let there = |before: &JourneyId, id| *before < id && self.journeys.contains_key(before);
        let mut first = id;
        while let Some(before) = replaced(first).filter(|before| there(before, first)) {
            first = before;
        }
        first
    }

    /// All versions of the journey of which `id` is one, the oldest first.
    pub fn versions(&self, id: JourneyId) -> Vec<JourneyId> {
        let first = self.first_version(id);
        let all = self.journeys.keys().copied();
        all.filter(|other| self.first_version(*other) == first).collect()
    }

    /// The number of a version, where there are several of its journey.
    pub fn version_number(&self, journey: &Journey) -> Option<u32> {
        let replaces_it = |other: &Arc<Journey>| other.version.replaces == Some(journey.id);
        let is_one_of_several =
            journey.version.number > 1 || self.journeys.values().any(replaces_it);
        is_one_of_several.then_some(journey.version.number)
    }

    /// The workspace of a run until a version is replaced at that instant, and that of a
    /// run in which the next version takes over then; `None` where one is not there.
    pub fn handover(&self, old: JourneyId, new: JourneyId, at: Instant) -> Option<[Self; 2]> {
        let mut until = self.clone();
        let settings = Arc::make_mut(&mut until.settings);
        settings.run.as_published.insert(old);
        settings.run.as_published.remove(&new);
        settings.run.end = at.to_string();
        Arc::make_mut(until.journeys.get_mut(&new)?).state = JourneyState::Draft;
        Arc::make_mut(until.journeys.get_mut(&old)?).state = JourneyState::Live;
        let mut over = self.clone();
        let run = &mut Arc::make_mut(&mut over.settings).run;
        run.as_published.extend([old, new]);
        let next = Arc::make_mut(over.journeys.get_mut(&new)?);
        next.start = at.to_string();
        Some([until, over])
    }

    /// The version that is being made to replace this one: a draft.
    pub fn next_draft(&self, id: JourneyId) -> Option<JourneyId> {
        let drafts = self.journeys.values().filter(|journey| {
            journey.version.replaces == Some(id) && journey.state == JourneyState::Draft
        });
        drafts.map(|journey| journey.id).next()
    }
}
