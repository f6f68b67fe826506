//! Times of several tries.

use std::time::Instant;

/// The least of several times.
#[derive(Clone, Copy)]
pub struct Best(f64);

impl Default for Best {
    fn default() -> Self {
        Self(f64::INFINITY)
    }
}

impl Best {
    /// Does some work, and keeps its time if it is the least.
    pub fn time<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let done = std::hint::black_box(work());
        self.0 = self.0.min(start.elapsed().as_secs_f64());
        done
    }

    /// In seconds.
    pub fn seconds(self) -> f64 {
        self.0
    }
}
