//! Learning the way of a contact while the machine runs it: every question that was
//! asked, with its answer, and what is to be counted that another contact counts
//! otherwise.
//!
//! **Invariant:** the same answers to the same questions lead to the same next question.

use crate::engine::at::{At, Base};
use crate::engine::record::Recorder;
use crate::engine::trace::{Instance, Step};
use crate::engine::ways::question::{Effect, Moment, Place, Question};
use crate::model::id::TileId;
use crate::model::time::Instant;

/// Takes no notes, but learns.
#[derive(Debug, Default)]
pub(crate) struct Learning(pub Learner);

/// What was learnt of one contact, and of all.
#[derive(Debug, Default)]
pub(crate) struct Learner {
    pub learnt: Learnt,
    /// What was asked of this contact, and the answers.
    pub asked: Vec<(Question, bool)>,
    pub effects: Vec<Effect>,
    /// Where the values come from that tiles raised.
    pub raised: Vec<Place>,
    /// The contact's way cannot be learnt from here on.
    pub is_lost: bool,
    /// For how many contacts this one counts.
    pub times: u64,
    /// The instants of the events.
    events: Vec<i64>,
    /// The instants of the dates that were asked for.
    dates: Vec<i64>,
    /// How far instants are known to lie apart.
    apart: Vec<Apart>,
}

/// Names for what does not fit into a question.
#[derive(Debug, Default)]
pub(crate) struct Learnt {
    /// Where dates are found that instants are reckoned from.
    pub dates: Vec<Place>,
    /// Paths of the plan, with where they start.
    pub paths: Vec<(u32, Place)>,
}

/// From an instant to another it is so long at least and at most, in milliseconds.
#[derive(Debug, Clone, Copy)]
struct Apart {
    from: Base,
    to: Base,
    least: i64,
    most: i64,
}

/// A way with more questions is not learnt.
const MAX_ASKED: usize = 4_096;
/// So far back it is looked whether a question was asked before.
const LOOK_BACK: usize = 32;

impl Learner {
    /// Forgets the last contact; the events of this one are at these instants.
    pub fn begin(&mut self, events: impl Iterator<Item = i64>) {
        self.asked.clear();
        self.effects.clear();
        self.raised.clear();
        self.apart.clear();
        self.events.clear();
        self.events.extend(events);
        self.is_lost = false;
    }

    /// Asks whether an instant is before another.
    pub fn before(&mut self, one: At, other: At) -> bool {
        let before = one.at < other.at;
        if one.base == other.base || one.is_end_of_time() || other.is_end_of_time() {
            return before;
        }
        let (after, other_after) = (self.moment(one).after, self.moment(other).after);
        let least = after.wrapping_sub(other_after).wrapping_add(1);
        if one.base < other.base {
            self.are_apart(one.base, other.base, least, before);
        } else {
            self.are_apart(other.base, one.base, 1_i64.wrapping_sub(least), !before);
        }
        before
    }

    /// Learns an answer, unless it is known from before.
    pub fn ask(&mut self, question: Question, answer: bool) {
        if self.is_lost {
            return;
        }
        let before = self.asked.iter().rev().take(LOOK_BACK);
        if before.into_iter().any(|(known, _)| *known == question) {
            return;
        }
        self.asked.push((question, answer));
        self.is_lost = self.asked.len() > MAX_ASKED;
    }

    /// Learns what the event of that number is.
    pub fn is_of(&mut self, event: u32, trigger: u32) {
        self.ask(Question::Is { event, trigger }, true);
    }

    /// An instant that is reckoned from the date at that place.
    pub fn date(&mut self, place: Place, at: i64) -> At {
        let known = self.learnt.dates.iter().position(|known| *known == place);
        let number = known.unwrap_or_else(|| {
            self.learnt.dates.push(place);
            self.learnt.dates.len() - 1
        });
        self.dates.resize(self.learnt.dates.len(), 0);
        self.dates[number] = at;
        At { at, base: Base::date(number as u32) }
    }

    /// Where a path of the plan leads that starts there.
    pub fn path(&mut self, path: u32, start: Place) -> Place {
        let known = self.learnt.paths.iter().position(|known| *known == (path, start));
        Place::Path(known.unwrap_or_else(|| {
            self.learnt.paths.push((path, start));
            self.learnt.paths.len() - 1
        }) as u32)
    }

    /// An instant of the contact, as others have it.
    pub fn moment(&self, at: At) -> Moment {
        let base = match (at.base.as_event(), at.base.as_date()) {
            (Some(event), _) => self.events[event],
            (_, Some(date)) => self.dates[date],
            _ => 0,
        };
        Moment::of(at, base)
    }

    /// Learns that an instance stayed at a tile; `false` when it is as long for all.
    pub fn stays(&mut self, tile: u32, from: At, to: At) -> bool {
        let (start, end) = (self.moment(from), self.moment(to));
        self.differs(from.base != to.base, Effect::Stays { tile, from: start, to: end })
    }

    /// Learns that an instance met its goal; `false` when it took as long for all.
    pub fn meets(&mut self, journey: u32, from: At, to: At) -> bool {
        let (start, end) = (self.moment(from), self.moment(to));
        self.differs(from.base != to.base, Effect::Meets { journey, from: start, to: end })
    }

    /// Learns that an instance began; `false` when it is on the same day for all.
    pub fn enters(&mut self, journey: u32, at: At) -> bool {
        let moment = self.moment(at);
        self.differs(at.base != Base::FIXED, Effect::Enters { journey, at: moment })
    }

    /// Learns that an instance ended.
    pub fn ends(&mut self, tile: u32, at: At) {
        self.effects.push(Effect::Ends { tile, at: self.moment(at) });
    }

    fn differs(&mut self, differs: bool, effect: Effect) -> bool {
        if differs {
            self.effects.push(effect);
        }
        differs
    }

    /// Asks whether `to` is at least so long after `from`, unless that is known.
    fn are_apart(&mut self, from: Base, to: Base, least: i64, answer: bool) {
        let place = self.apart.iter().position(|known| (known.from, known.to) == (from, to));
        let place = place.unwrap_or_else(|| {
            // The events of a contact are in the order of their instants.
            let in_order = from.as_event().is_some() && to.as_event().is_some();
            let known = if in_order { 0 } else { i64::MIN };
            self.apart.push(Apart { from, to, least: known, most: i64::MAX });
            self.apart.len() - 1
        });
        let known = &mut self.apart[place];
        if known.least >= least || known.most < least {
            return;
        }
        if answer {
            known.least = least;
        } else {
            known.most = least - 1;
        }
        self.ask(Question::Apart { from, to, least }, answer);
    }
}

impl Recorder for Learning {
    const ON: bool = false;

    fn note(&mut self, _: Step) -> u32 {
        0
    }

    fn started(&mut self, _: u32, _: Instance) {}

    fn ended(&mut self, _: u32, _: TileId, _: Instant) {}

    fn learner(&mut self) -> Option<&mut Learner> {
        Some(&mut self.0)
    }

    fn times(&self) -> u64 {
        self.0.times
    }
}
