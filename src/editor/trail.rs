//! The places that were visited, for going back and forward. A place is a page and
//! what is selected there; how it is scrolled is remembered elsewhere.
//!
//! **Invariant:** the trail ends where the person is, unless they went back; and
//! going somewhere else from there forgets what was ahead.

use crate::editor::selection::Selection;
use crate::editor::session::Page;

/// A page with what was selected there.
pub type Visit = (Page, Selection);

/// So many places are remembered.
const MOST: usize = 100;

/// The places visited, the oldest first.
#[derive(Debug, Clone, Default)]
pub struct Trail {
    visits: Vec<Visit>,
    /// Which of them is the present one.
    at: usize,
}

impl Trail {
    /// Notes that somebody is there.
    pub fn note(&mut self, visit: Visit) {
        if self.visits.get(self.at) == Some(&visit) {
            return;
        }
        self.visits.truncate(self.at + 1);
        self.visits.push(visit);
        if self.visits.len() > MOST {
            self.visits.remove(0);
        }
        self.at = self.visits.len() - 1;
    }

    /// The place before this one, or after it, that is still there; from now on it
    /// is the present one.
    pub fn step(&mut self, back: bool, is_there: impl Fn(&Visit) -> bool) -> Option<Visit> {
        let (at, visit) = self.next(back, is_there)?;
        self.at = at;
        Some(visit)
    }

    /// Whether there is such a place.
    pub fn can_step(&self, back: bool, is_there: impl Fn(&Visit) -> bool) -> bool {
        self.next(back, is_there).is_some()
    }

    /// The places visited, the latest first, each once, without the present one.
    pub fn recent(&self) -> Vec<Visit> {
        let mut recent: Vec<Visit> = self.visits.get(self.at).cloned().into_iter().collect();
        for visit in self.visits.iter().rev() {
            if !recent.contains(visit) {
                recent.push(visit.clone());
            }
        }
        recent.split_off(recent.len().min(1))
    }

    fn next(&self, back: bool, is_there: impl Fn(&Visit) -> bool) -> Option<(usize, Visit)> {
        let present = self.visits.get(self.at);
        let mut at = self.at;
        loop {
            at = if back { at.checked_sub(1)? } else { at + 1 };
            let visit = self.visits.get(at)?;
            if Some(visit) != present && is_there(visit) {
                return Some((at, visit.clone()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::{JourneyId, TileId};

    const LIST: Visit = (Page::Journeys, Selection::Journey);
    const HEAD: Visit = (Page::Journey(JourneyId(1)), Selection::Journey);

    fn tile() -> Visit {
        (Page::Journey(JourneyId(1)), Selection::tile(TileId(2)))
    }

    fn trail(visits: &[Visit]) -> Trail {
        let mut trail = Trail::default();
        visits.iter().for_each(|visit| trail.note(visit.clone()));
        trail
    }

    #[test]
    fn back_and_forward_lead_where_one_was() {
        let mut trail = trail(&[LIST, HEAD, HEAD, tile()]);
        assert_eq!(trail.step(false, |_| true), None);
        assert_eq!(trail.step(true, |_| true), Some(HEAD));
        // Being there is not going there.
        trail.note(HEAD);
        assert_eq!(trail.step(true, |_| true), Some(LIST));
        assert!(!trail.can_step(true, |_| true));
        assert_eq!(trail.step(false, |_| true), Some(HEAD));
        assert_eq!(trail.step(false, |_| true), Some(tile()));
    }

    #[test]
    fn what_is_gone_is_passed_over() {
        let mut trail = trail(&[LIST, HEAD, tile(), HEAD]);
        assert_eq!(trail.step(true, |visit| *visit != tile()), Some(LIST));
        assert!(!trail.can_step(false, |visit| *visit == LIST));
        // A step that would change nothing is none.
        let mut again = self::trail(&[HEAD, tile(), HEAD]);
        assert_eq!(again.step(true, |visit| *visit != tile()), None);
    }

    #[test]
    fn going_elsewhere_forgets_what_was_ahead() {
        let mut trail = trail(&[LIST, HEAD, tile()]);
        trail.step(true, |_| true);
        trail.note(LIST);
        assert!(!trail.can_step(false, |_| true));
        assert_eq!(trail.step(true, |_| true), Some(HEAD));
    }

    #[test]
    fn the_latest_come_first_and_each_once() {
        assert_eq!(trail(&[LIST, HEAD, tile(), HEAD, tile()]).recent(), [HEAD, LIST]);
        assert_eq!(trail(&[]).recent(), []);
    }

    #[test]
    fn a_long_trail_forgets_its_beginning() {
        let visit = |n| (Page::Journey(JourneyId(n)), Selection::Journey);
        let mut trail = trail(&(0..500).map(visit).collect::<Vec<_>>());
        let mut steps = 0;
        while trail.step(true, |_| true).is_some() {
            steps += 1;
        }
        assert_eq!(steps, MOST - 1);
    }
}
