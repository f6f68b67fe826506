//! The engine against a second, naive interpreter of the same rules, over thousands of
//! made-up workspaces; and any division of the contacts against the whole.
//!
//! A failure prints the number of the workspace, the smallest workspace that still
//! fails as JSON, and both stories. `CASES=100000 cargo test --test differential` looks
//! at more; `CASE=7` at one.

#![allow(clippy::unwrap_used, reason = "a failed test says where")]

#[path = "support/digest.rs"]
mod digest;
#[path = "support/engine.rs"]
mod engine;
#[path = "differential/kinds.rs"]
mod kinds;
mod made;
mod naive;
#[path = "differential/shrink.rs"]
mod shrink;
#[path = "support/told.rs"]
mod told;

use std::ops::Range;

use parcours::engine::report::Report;
use parcours::model::workspace::Workspace;

use engine::Run;
use naive::without_zeros;
use told::Teller;

const CASES: u64 = 3_000;

fn numbers() -> Range<u64> {
    let number = |name| std::env::var(name).ok().map(|text| text.parse::<u64>().unwrap());
    match (number("CASE"), number("CASES")) {
        (Some(case), _) => case..case + 1,
        (None, cases) => 0..cases.unwrap_or(CASES),
    }
}

/// Whether journeys that start each other multiply beyond what one can look at.
fn is_flood(run: &Run) -> bool {
    let report = run.report();
    let arrived = report.tiles.values().map(|tile| tile.arrived);
    let raised = report.triggers.values().map(|trigger| trigger.outside);
    arrived.chain(raised).sum::<u64>() > 3_000
}

/// What differs between the two interpreters, told in words; `None` when nothing does.
fn difference(workspace: &Workspace) -> Option<String> {
    let run = Run::of(workspace)?;
    let naive = naive::run(workspace);
    let report = without_zeros(run.report());
    let (traces, teller) = (run.traces(), Teller(workspace));
    if report == without_zeros(naive.report.clone()) && traces == naive.traces {
        return None;
    }
    let tell = |report: &Report, traces: &[_]| {
        let traces: Vec<String> = traces.iter().map(|trace| teller.trace(trace)).collect();
        format!("{}{}", traces.concat(), teller.report(report))
    };
    let (one, other) = (tell(&report, &traces), tell(&naive.report, &naive.traces));
    Some(format!("the engine says\n{one}\nthe naive interpreter says\n{other}"))
}

#[test]
fn the_engine_and_a_naive_interpreter_tell_the_same_story() {
    let mut floods = 0;
    for seed in numbers() {
        let workspace = made::workspace(seed);
        if is_flood(&Run::of(&workspace).unwrap()) {
            floods += 1;
            continue;
        }
        if difference(&workspace).is_none() {
            continue;
        }
        let smallest = shrink::smallest(workspace, |smaller| difference(smaller).is_some());
        let difference = difference(&smallest).unwrap();
        panic!("case {seed}:\n{}\n{difference}", parcours::format::write(&smallest));
    }
    assert!(floods <= numbers().count() / 20 + 1, "{floods} are too large to compare");
}

#[test]
fn t2_any_division_of_made_up_contacts_gives_the_same_report() {
    for seed in numbers().step_by(4) {
        let workspace = made::workspace(seed);
        let run = Run::of(&workspace).unwrap();
        let whole = run.report();
        let contacts = run.data.contacts();
        for cut in 0..=contacts {
            let mut parts = run.report_of(cut..contacts);
            parts.merge(&run.report_of(0..cut));
            assert_eq!(parts, whole, "case {seed}, cut at {cut}");
        }
    }
}

/// What is made up is not worth more than what happens in it.
#[test]
fn what_is_made_up_holds_every_kind_of_step_and_exit() {
    let mut seen = std::collections::BTreeMap::<&str, u32>::new();
    for seed in 0..5_000 {
        let workspace = made::workspace(seed);
        for step in Run::of(&workspace).unwrap().traces().into_iter().flat_map(|one| one.steps) {
            *seen.entry(kinds::kind_of(&step.what)).or_default() += 1;
        }
        if kinds::KINDS.iter().all(|kind| seen.contains_key(kind)) {
            return;
        }
    }
    for kind in kinds::KINDS {
        assert!(seen.get(kind).is_some_and(|count| *count > 0), "{kind}: {seen:?}");
    }
}

/// The browser must come to the same digest: `tests/web.rs`.
#[test]
fn reports_and_traces_of_made_up_workspaces_are_the_same_bytes_as_ever() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/made.digest");
    if std::env::var("GOLDEN").is_ok_and(|value| value == "write") {
        std::fs::write(path, digest::of_made_up()).unwrap();
    }
    assert_eq!(
        digest::of_made_up(),
        std::fs::read_to_string(path).unwrap(),
        "where this is intended: GOLDEN=write cargo test --test differential --test golden"
    );
}
