//! Which version of a journey takes the entries when (rule S7).

use crate::engine::plan::Plan;
use crate::model::id::JourneyId;
use crate::model::sorted::SortedMap;
use crate::model::workspace::Workspace;

/// Finds out for every journey which is its first version, and from when until when it
/// takes the entries: from its start, or from ever where no version was before it, until
/// a later one takes over.
pub(super) fn order(plan: &mut Plan, workspace: &Workspace) {
    let mut families: SortedMap<JourneyId, Vec<u32>> = SortedMap::new();
    for (index, journey) in plan.journeys.iter().enumerate() {
        let first = workspace.first_version(journey.id);
        families.entry(first).or_default().push(index as u32);
    }
    for versions in families.into_values() {
        let Some(first) = versions.first().copied() else { continue };
        let mut until = i64::MAX;
        for index in versions.into_iter().rev() {
            let journey = &mut plan.journeys[index as usize];
            let from = if index == first { i64::MIN } else { journey.opens };
            (journey.first_version, journey.takes) = (first, from..until);
            until = until.min(journey.opens);
        }
    }
}
