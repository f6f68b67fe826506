//! One number for the files of many runs, to compare machines by.

use parcours::format::report::write_report;
use parcours::format::trace::write_trace;

use crate::engine::Run;
use crate::made;

/// How many made-up workspaces are run.
const COUNT: u64 = 300;

/// The digest of the reports and traces of the first made-up workspaces, as written.
pub fn of_made_up() -> String {
    let mut digest = Digest::new();
    for seed in 0..COUNT {
        let Some(run) = Run::of(&made::workspace(seed)) else { continue };
        digest.add(write_report(&run.report()).as_bytes());
        run.traces().iter().for_each(|trace| digest.add(write_trace(trace).as_bytes()));
    }
    format!("{:016x}\n", digest.0)
}

/// FNV-1a.
struct Digest(u64);

impl Digest {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
