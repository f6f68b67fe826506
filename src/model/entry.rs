//! What lets contacts into a journey, and what lets them out before its end: a
//! trigger, or being a member of a segment.

use crate::model::every::Every;
use crate::model::id::{SegmentId, TileId, TriggerId};
use crate::model::journey::{Entry, Listener, Repeat};
use crate::model::note::Note;

/// What lets contacts into a journey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryBy {
    /// A trigger.
    Trigger {
        /// The trigger that starts it, and for which of its values.
        on: Listener,
        /// Whether a contact may enter again.
        repeat: Repeat,
    },
    /// A schedule: whoever belongs to one of the segments then.
    Segments {
        /// 1 to [`MAX_SEGMENTS`](crate::model::segment::MAX_SEGMENTS).
        segments: Vec<SegmentId>,
        /// When: as [`Moment`](crate::model::time::Moment) reads it; empty: not chosen yet.
        at: String,
        /// How long after one run of the schedule comes the next; none: it runs once.
        every: Option<Every>,
    },
}

/// What an exit criterion looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExitOn {
    /// A trigger ends it as soon as it comes (rule A2).
    Trigger(Listener),
    /// Being a member of the segment ends it when the contact comes to a tile or goes on
    /// from one (rule A10); none is chosen yet in an unfinished journey.
    Segment(Option<SegmentId>),
}

impl Default for EntryBy {
    fn default() -> Self {
        Self::Trigger { on: Listener::default(), repeat: Repeat::default() }
    }
}

impl Entry {
    /// An entry by a trigger.
    pub fn on(id: TileId, on: Listener, repeat: Repeat) -> Self {
        Self {
            id,
            by: EntryBy::Trigger { on, repeat },
            exclusions: Vec::new(),
            note: Note::default(),
        }
    }

    /// The trigger that lets contacts in and its condition, if it is a trigger that does.
    pub fn listener(&self) -> Option<&Listener> {
        match &self.by {
            EntryBy::Trigger { on, .. } => Some(on),
            EntryBy::Segments { .. } => None,
        }
    }

    /// As [`listener`](Self::listener), to change it.
    pub fn listener_mut(&mut self) -> Option<&mut Listener> {
        match &mut self.by {
            EntryBy::Trigger { on, .. } => Some(on),
            EntryBy::Segments { .. } => None,
        }
    }

    /// The trigger that lets contacts in.
    pub fn trigger(&self) -> Option<TriggerId> {
        self.listener()?.trigger
    }

    /// Whether a contact may enter again through the trigger.
    pub fn repeat(&self) -> Option<Repeat> {
        match self.by {
            EntryBy::Trigger { repeat, .. } => Some(repeat),
            EntryBy::Segments { .. } => None,
        }
    }

    /// Lets the trigger let contacts in, under the repeat rule that there is.
    pub fn listen(&mut self, on: Listener) {
        let repeat = self.repeat().unwrap_or_default();
        self.by = EntryBy::Trigger { on, repeat };
    }

    /// Sets the repeat rule of an entry by a trigger; `false` for one by segments.
    pub fn set_repeat(&mut self, rule: Repeat) -> bool {
        match &mut self.by {
            EntryBy::Trigger { repeat, .. } => {
                *repeat = rule;
                true
            }
            EntryBy::Segments { .. } => false,
        }
    }

    /// The segments that it takes contacts from.
    pub fn segments(&self) -> &[SegmentId] {
        match &self.by {
            EntryBy::Segments { segments, .. } => segments,
            EntryBy::Trigger { .. } => &[],
        }
    }
}

impl ExitOn {
    /// The trigger and its condition, if it is one.
    pub fn listener(&self) -> Option<&Listener> {
        match self {
            Self::Trigger(on) => Some(on),
            Self::Segment(_) => None,
        }
    }

    /// As [`listener`](Self::listener), to change it.
    pub fn listener_mut(&mut self) -> Option<&mut Listener> {
        match self {
            Self::Trigger(on) => Some(on),
            Self::Segment(_) => None,
        }
    }

    /// The segment, if it is one and it is chosen.
    pub fn segment(&self) -> Option<SegmentId> {
        match self {
            Self::Segment(id) => *id,
            Self::Trigger(_) => None,
        }
    }
}

impl Default for ExitOn {
    fn default() -> Self {
        Self::Trigger(Listener::default())
    }
}
