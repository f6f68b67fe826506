//! Runs the workload so many times and prints nothing: what two runs take more than
//! one, in instructions, is what a run takes.

use bench::by_engine::{Broken, Ends, Workload};
use parcours::examples::workload;

/// How many contacts each run has.
pub const CONTACTS: u32 = 20_000;

/// Runs.
///
/// # Errors
/// When the workload cannot be run.
pub fn run(times: u32) -> Result<(), Broken> {
    let workload = Workload::new()?;
    let text = workload::file(CONTACTS);
    let data = workload.read(text.as_bytes(), workload::events(&text).as_bytes())?;
    for _ in 0..times {
        std::hint::black_box(workload.run(&data, vec![Ends::new(data.contacts())]));
    }
    Ok(())
}
