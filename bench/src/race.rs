//! Workload S by hand and by the engine, side by side in one run, so that what else
//! the machine does hits both alike.

use bench::by_engine::{self, Broken, Workload};
use bench::by_hand;
use parcours::engine::builder::DatasetBuilder;
use parcours::examples::workload;

use crate::best::Best;

/// Each figure is the best of so many tries.
const TRIES: usize = 7;

/// Prints the figures for so many contacts.
///
/// # Errors
/// When the two do not agree.
pub fn run(count: u32) -> Result<(), Broken> {
    let text = workload::file(count);
    let events = workload::events(&text);
    let workload = Workload::new()?;
    let data = workload.read(text.as_bytes(), events.as_bytes())?;
    let known = by_hand::read(&text);
    let expected = {
        let (mut a, mut b) = (by_hand::Ends::new(known.len()), by_hand::Ends::new(known.len()));
        let paths = by_hand::simulate(&known, &mut a, &mut b);
        by_hand::outcome(&known, &paths, &a, &b)
    };
    let mut times = [Best::default(); 5];
    for _ in 0..TRIES {
        let (mut a, mut b) = (by_hand::Ends::new(known.len()), by_hand::Ends::new(known.len()));
        times[0].time(|| by_hand::simulate(&known, &mut a, &mut b));
        for threads in [1, 2] {
            let ends = (0..threads).map(|_| by_engine::Ends::new(data.contacts())).collect();
            let ran = times[threads].time(|| workload.run(&data, ends));
            if by_engine::outcome(&ran, &data) != expected {
                return Err(Broken("the engine and the program by hand differ".to_owned()));
            }
        }
        times[3].time(|| by_hand::read(&text));
        let mut builder = DatasetBuilder::new(&workload.workspace);
        times[4].time(|| workload.read_contacts(text.as_bytes(), &mut builder))?;
    }
    println!("Workload S, {count} contacts, best of {TRIES}");
    let line = |what: &str, time: &Best, beside: &Best| {
        let (ms, rate) = (time.seconds() * 1e3, f64::from(count) / time.seconds() / 1e6);
        let ratio = beside.seconds() / time.seconds();
        println!("{what:<32} {ms:>9.1} ms {rate:>8.2} M/s {ratio:>7.3} of by hand");
    };
    line("run by hand", &times[0], &times[0]);
    line("run by engine, 1 thread", &times[1], &times[0]);
    line("run by engine, 2 threads", &times[2], &times[0]);
    line("read by hand", &times[3], &times[3]);
    line("read by engine", &times[4], &times[3]);
    if let Some(memory) = peak_memory() {
        println!("peak memory, everything included {memory:>9}");
    }
    Ok(())
}

/// The most memory that this process had, as Linux tells it.
fn peak_memory() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().to_owned())
}
