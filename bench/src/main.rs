//! `cargo xtask bench`: Workload S by hand and by the engine, side by side in one
//! run, so that what else the machine does hits both alike.

use std::process::ExitCode;
use std::time::Instant;

use bench::by_engine::{self, Broken, Workload};
use bench::{by_hand, contacts};
use parcours::engine::builder::DatasetBuilder;

/// Each figure is the best of so many tries.
const TRIES: usize = 7;

fn main() -> ExitCode {
    let count = std::env::args().nth(1).and_then(|word| word.parse().ok()).unwrap_or(1_000_000);
    match bench(count) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Broken(why)) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn bench(count: u32) -> Result<(), Broken> {
    let text = contacts::file(count);
    let events = by_engine::events(&text);
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
        let (ms, rate) = (time.0 * 1e3, f64::from(count) / time.0 / 1e6);
        println!("{what:<32} {ms:>9.1} ms {rate:>8.2} M/s {:>7.3} of by hand", beside.0 / time.0);
    };
    line("run by hand", &times[0], &times[0]);
    line("run by engine, 1 thread", &times[1], &times[0]);
    line("run by engine, 2 threads", &times[2], &times[0]);
    line("read by hand", &times[3], &times[3]);
    line("read by engine", &times[4], &times[3]);
    Ok(())
}

/// The least of several times, in seconds.
#[derive(Clone, Copy)]
struct Best(f64);

impl Default for Best {
    fn default() -> Self {
        Self(f64::INFINITY)
    }
}

impl Best {
    fn time<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let done = std::hint::black_box(work());
        self.0 = self.0.min(start.elapsed().as_secs_f64());
        done
    }
}
