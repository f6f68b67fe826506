//! `cargo xtask bench`: how fast the engine is, beside a program written by hand, in
//! the browser, and in instructions against the baseline.

use std::fs;
use std::path::PathBuf;

use crate::shell::{Outcome, command, root, run, run_and_keep};

/// So many instructions more than the baseline are noise of the compiler, in per cent.
const TOLERANCE: f64 = 3.0;
/// As many contacts as the bench has for whoever counts.
const CONTACTS: f64 = 20_000.0;

/// Does what the words say.
///
/// # Errors
/// When it does not build, a tool is missing, or the engine needs more instructions
/// than the baseline.
pub fn start(words: &[&str]) -> Outcome {
    match words {
        ["instructions"] => instructions(false),
        ["instructions", "--accept"] => instructions(true),
        ["page"] => {
            println!("Workload S in a browser: open the address below; ?contacts=N says how many.");
            let mut trunk = command("trunk", &["serve", "--release", "--port=8081"]);
            run(trunk.current_dir(root().join("bench")).env_remove("NO_COLOR"))
        }
        words => {
            let start =
                ["run", "--quiet", "--profile=fast", "--package=bench", "--bin=bench", "--"];
            run(command("cargo", &start).args(words))
        }
    }
}

/// Counts the instructions of the hot loop and compares them with the baseline.
fn instructions(accept: bool) -> Outcome {
    run(&mut command(
        "cargo",
        &["build", "--quiet", "--profile=fast", "--package=bench", "--bin=bench"],
    ))?;
    let counted = (count("2")? - count("1")?) / CONTACTS;
    let file = baseline();
    if accept {
        println!("{counted:.0} instructions for each contact are the new baseline");
        return fs::write(&file, format!("{counted:.0}\n")).map_err(|error| error.to_string());
    }
    let known =
        fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let known: f64 = known.trim().parse().map_err(|_| format!("{}: no number", file.display()))?;
    let more = 100.0 * (counted / known - 1.0);
    println!(
        "{counted:.0} instructions for each contact; the baseline is {known:.0} ({more:+.1} %)"
    );
    if more > TOLERANCE {
        return Err("the hot loop has become longer; cargo xtask bench instructions --accept \
                    keeps it so"
            .to_owned());
    }
    Ok(())
}

/// How many instructions the workload takes with so many runs.
fn count(times: &str) -> Result<f64, String> {
    let mut valgrind = command("valgrind", &["--tool=none", "--version"]);
    let (there, _) = run_and_keep(&mut valgrind)?;
    if !there {
        return Err("instructions are counted by valgrind, which is not there".to_owned());
    }
    let program = root().join("target/fast/bench");
    let mut valgrind =
        command("valgrind", &["--tool=callgrind", "--callgrind-out-file=/dev/null", "--log-fd=1"]);
    let (ended, lines) = run_and_keep(valgrind.arg(program).args(["count", times]))?;
    let counted = lines.iter().find_map(|line| line.split_once("Collected :"));
    let counted = counted.and_then(|(_, count)| count.trim().parse().ok()).filter(|_| ended);
    counted.ok_or_else(|| "valgrind did not count".to_owned())
}

fn baseline() -> PathBuf {
    root().join("bench/data/instructions.txt")
}
