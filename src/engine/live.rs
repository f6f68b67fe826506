//! What the machine keeps of a contact: triggers that were raised, instances, timers.

use crate::engine::at::{At, Base};
use crate::engine::bind::Payload;
use crate::model::journey::MAX_INSTANCE;

/// A trigger that was raised for the contact.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Activation {
    /// A trigger, or the number of an interaction.
    pub trigger: u32,
    pub payload: Payload,
    /// The tile that raised it, or `NONE` for one from outside.
    pub tile: u32,
    /// The activation that made the tile raise it, by its place in the queue, or `NONE`.
    pub cause: u32,
    /// Its place in the chain of activations, from 1.
    pub depth: u32,
    /// The step of the trace that raised it.
    pub step: u32,
    /// The behaviour model that made it, or `NONE`.
    pub model: u32,
}

/// An instance of a journey.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Live {
    pub journey: u32,
    pub number: u32,
    /// Which of the contact's entries into the journey it began with, from 0.
    pub visit: u32,
    pub tile: u32,
    /// Its first slot for received triggers.
    pub slots: u32,
    /// The trigger that it began with, for its `bindingId`.
    pub start: Payload,
    pub goal_met: bool,
    /// The activation that moved it last, by its place in the queue.
    pub cause: u32,
    pub moved: At,
    /// The timer that fires next: of the tile where it waits, or of its longest life.
    pub next: Timer,
    /// The timer of its longest life (rule T5).
    pub expires: Timer,
}

/// When something is due; of two at one instant, the one that was set first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Timer {
    pub at: i64,
    pub order: u32,
    pub base: Base,
}

impl Live {
    /// When it began.
    pub fn entered(&self) -> At {
        self.expires.at().plus(-MAX_INSTANCE)
    }
}

impl Timer {
    /// None: after every other.
    pub const NONE: Self = Self { at: i64::MAX, order: u32::MAX, base: Base::FIXED };

    /// When it fires.
    #[inline]
    pub fn at(self) -> At {
        At { at: self.at, base: self.base }
    }
}
