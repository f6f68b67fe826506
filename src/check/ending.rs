//! What ends with a journey that is stopped or takes nobody new: triggers that nothing
//! else raises any more, and who waits for those.

use crate::check::usage::{Index, Role, Use};
use crate::model::id::{JourneyId, TriggerId};

/// A trigger that only this journey raises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silenced {
    /// The trigger.
    pub trigger: TriggerId,
    /// What listens to it elsewhere and reacts now.
    pub listeners: Vec<Use>,
}

/// The triggers that nothing that is live raises any more when the journey has ended.
/// From outside they may still come.
pub fn ending(index: &Index, journey: JourneyId) -> Vec<Silenced> {
    let mut found = Vec::new();
    for (trigger, uses) in index.uses() {
        let raises = |one: &&Use| one.role == Role::Raised;
        let own = |one: &&Use| one.journey == Some(journey);
        if !uses.iter().any(|one| raises(&one) && own(&one))
            || uses.iter().any(|one| raises(&one) && !own(&one) && one.live)
        {
            continue;
        }
        let listeners = uses.iter().filter(|one| !raises(one) && !own(one) && one.live);
        found.push(Silenced { trigger, listeners: listeners.copied().collect() });
    }
    found
}
