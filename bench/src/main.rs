//! `cargo xtask bench`: how fast the engine and the layout are, and what is kept.

mod best;
mod count;
mod curve;
mod history;
mod layout;
mod race;

use std::process::ExitCode;

use bench::by_engine::Broken;
use bench::check;

const HELP: &str = "\
How fast the engine, the layout and the checker are; `cargo xtask bench` builds and starts this.

  race [CONTACTS]  Workload S by hand and by the engine (1,000,000 contacts)
  curve            what a contact costs, over contacts, tiles and idle journeys
  layout           what the layout of a journey costs, over tiles
  check            how long the checker takes, from scratch and after one edit
  history          what is kept of each edit, in bytes
  count TIMES      runs the workload TIMES times, for whoever counts instructions
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let number = |word: &str| word.parse().map_err(|_| Broken(format!("{word} is no number")));
    let done = match words.as_slice() {
        [] | ["race"] => race::run(1_000_000),
        ["race", count] => number(count).and_then(race::run),
        ["curve"] => curve::run(),
        ["layout"] => {
            layout::run();
            Ok(())
        }
        ["history"] => history::run(),
        ["check"] => {
            let start = std::time::Instant::now();
            let now = || start.elapsed().as_secs_f64() * 1e3;
            check::run(&now, &mut |what, figure| println!("{what}: {figure}"));
            Ok(())
        }
        ["count", times] => number(times).and_then(count::run),
        _ => Err(Broken(HELP.to_owned())),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Broken(why)) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
