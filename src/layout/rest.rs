//! A wheel that goes on turning after it has opened something: the rest of that turn is
//! not meant for what was opened.

/// For how long a wheel stands still before a turn is a new one, in milliseconds.
const REST: f64 = 200.0;

/// Whether a turn of the wheel is still the one that opened what is shown now. Times are
/// those of the events, in milliseconds: how long drawing takes does not matter.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rest(Option<f64>);

impl Rest {
    /// A turn has opened something; that was its last event so far.
    pub fn opened(&mut self, at: f64) {
        self.0 = Some(at);
    }

    /// Whether an event belongs to that turn. The first that does not ends it.
    pub fn is_the_same_turn(&mut self, at: f64) -> bool {
        self.0 = self.0.filter(|last| at - last < REST).map(|_| at);
        self.0.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_ends_when_the_wheel_has_rested() {
        let mut rest = Rest::default();
        assert!(!rest.is_the_same_turn(50.0), "it has opened nothing");
        rest.opened(100.0);
        for at in [110.0, 200.0, 399.0, 598.0] {
            assert!(rest.is_the_same_turn(at), "at {at}");
        }
        assert!(!rest.is_the_same_turn(798.0), "it has rested");
        assert!(!rest.is_the_same_turn(799.0), "that is another turn");
    }
}
