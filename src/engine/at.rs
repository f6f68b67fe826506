//! Instants that know what they were reckoned from, so that a way can be learnt
//! from one contact and gone by others.
//!
//! **Invariant:** of two instants with one [`base`](At::base), the time between them is
//! the same for every contact that goes the same way.

/// An instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct At {
    /// In milliseconds.
    pub at: i64,
    /// What it was reckoned from.
    pub base: Base,
}

/// What an instant is reckoned from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Base(pub u32);

impl At {
    /// Before every instant.
    pub const NEVER: Self = Self::fixed(i64::MIN);
    /// After every instant.
    pub const ENDLESS: Self = Self::fixed(i64::MAX);

    /// One that is the same for all contacts.
    pub const fn fixed(at: i64) -> Self {
        Self { at, base: Base::FIXED }
    }

    /// So many milliseconds later.
    #[inline]
    pub fn plus(self, millis: i64) -> Self {
        Self { at: self.at.saturating_add(millis), base: self.base }
    }

    /// Whether it is no instant, but one of the ends of time.
    pub fn is_end_of_time(self) -> bool {
        self == Self::NEVER || self == Self::ENDLESS
    }
}

impl Base {
    /// Nothing of the contact: the instant is the same for all.
    pub const FIXED: Self = Self(0);
    /// From here on, the dates that the learner knows.
    const DATES: u32 = 1 << 16;

    /// The event of that number among the contact's events of the run, from 0.
    #[inline]
    pub fn event(number: u32) -> Self {
        Self(1 + number)
    }

    /// The date of that number among those that the learner knows.
    pub fn date(number: u32) -> Self {
        Self(Self::DATES + number)
    }

    /// The event that it is, if it is one.
    #[inline]
    pub fn as_event(self) -> Option<usize> {
        (self != Self::FIXED && self.0 < Self::DATES).then(|| self.0 as usize - 1)
    }

    /// The number of the date that it is, if it is one.
    #[inline]
    pub fn as_date(self) -> Option<usize> {
        self.0.checked_sub(Self::DATES).map(|number| number as usize)
    }
}
