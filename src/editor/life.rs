//! How a journey may move through its life (rule S5).

use crate::model::journey::JourneyState;

/// The states that a journey may go to from this one. Stopped and Completed are
/// final.
pub fn next_states(from: JourneyState) -> &'static [JourneyState] {
    use JourneyState::*;
    match from {
        Draft => &[Live, Scheduled],
        Scheduled => &[Live],
        Live => &[LiveEditing, Paused, Completed, Stopped],
        LiveEditing => &[Live, Stopped],
        Paused => &[Live, Stopped],
        Completed | Stopped => &[],
    }
}
