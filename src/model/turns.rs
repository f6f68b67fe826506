//! Long work that can be done in turns, for a page that must not stand still.
//!
//! Whoever works calls its [`Rest`] every few milliseconds and waits for what that
//! gives: nothing where nobody has to be let in between, the next turn of the event
//! loop on a page.

use std::future::{Future, ready};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// Something to wait for between two stretches of work.
pub type Pause = Pin<Box<dyn Future<Output = ()>>>;

/// Is asked between two stretches of work.
pub type Rest<'a> = &'a dyn Fn() -> Pause;

/// Does not rest.
pub fn no_rest() -> Pause {
    Box::pin(ready(()))
}

/// Does work whose rests are [`no_rest`] in one go.
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut context) {
            return done;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_without_rests_is_done_in_one_go() {
        let work = async |rest: Rest<'_>| {
            let mut done = 0;
            for _ in 0..3 {
                done += 1;
                rest().await;
            }
            done
        };
        assert_eq!(at_once(work(&no_rest)), 3);
    }
}
