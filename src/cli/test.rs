//! `parcours test`: the test scenarios of workspaces.

use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};

use crate::cli::Outcome;
use crate::cli::args::{Report, Test};
use crate::cli::check::many;
use crate::cli::fail::Fail;
use crate::cli::{files, junit};
use crate::engine::judge::{Coverage, judge};
use crate::locale::scenario::Teller;
use crate::model::predicate::fold;
use crate::model::scenario::Scenario;
use crate::model::workspace::Workspace;

/// The scenarios of a file, run.
pub(super) struct Suite {
    /// The file.
    pub file: String,
    pub cases: Vec<Case>,
    /// Tiles and branches that any scenario came by, and those that there are.
    pub covered: Coverage,
    pub whole: Coverage,
}

/// A scenario that was run.
pub(super) struct Case {
    pub name: String,
    /// Why it could not be run.
    pub broken: Option<String>,
    pub differences: Vec<Difference>,
}

/// An expectation that is not met.
pub(super) struct Difference {
    /// The tile that it is about, by id.
    pub tile: Option<String>,
    pub expected: String,
    pub seen: String,
}

impl Case {
    pub fn passed(&self) -> bool {
        self.broken.is_none() && self.differences.is_empty()
    }
}

pub(super) fn run(test: &Test, out: &mut dyn Write) -> Result<Outcome, Fail> {
    let mut suites = Vec::new();
    for path in &test.files {
        suites.push(suite(path, test)?);
    }
    if let Some(path) = &test.junit {
        files::write(path, &junit::of(&suites), out)?;
    }
    let said_already = test.junit.as_deref().is_some_and(files::is_standard);
    match test.format {
        _ if said_already => {}
        Report::Text => suites.iter().try_for_each(|suite| write_text(suite, out))?,
        Report::Json => writeln!(out, "{:#}", json_of(&suites))?,
    }
    let passed = suites.iter().flat_map(|suite| &suite.cases).all(Case::passed);
    Ok(if passed { Outcome::Fine } else { Outcome::Found })
}

fn suite(path: &Path, test: &Test) -> Result<Suite, Fail> {
    let workspace = files::workspace(path, &files::bytes(path)?, test.lang)?;
    let whole = Coverage::whole(&workspace);
    let (mut cases, mut covered) = (Vec::new(), Coverage::default());
    for scenario in chosen(&workspace, &test.scenario)? {
        cases.push(case(&workspace, scenario, test, &mut covered));
    }
    let file = files::shown(path).display().to_string();
    Ok(Suite { file, cases, covered: covered.within(&whole), whole })
}

fn case(workspace: &Workspace, scenario: &Scenario, test: &Test, covered: &mut Coverage) -> Case {
    let mut case = Case { name: scenario.name.clone(), broken: None, differences: Vec::new() };
    let teller = Teller { lang: test.lang, workspace, scenario };
    match judge(workspace, scenario) {
        Err(error) => case.broken = Some(teller.broken(&error)),
        Ok(verdict) => {
            covered.merge(&verdict.coverage);
            let judged = scenario.expectations.iter().zip(&verdict.seen);
            let differing = judged.filter_map(|(expected, seen)| Some((expected, seen.as_ref()?)));
            case.differences.extend(differing.map(|(expected, seen)| Difference {
                tile: seen.tile().or(expected.tile()).map(|tile| tile.to_string()),
                expected: teller.expectation(expected),
                seen: teller.seen(expected, seen),
            }));
        }
    }
    case
}

/// The scenarios of those names, or all.
fn chosen<'w>(workspace: &'w Workspace, names: &[String]) -> Result<Vec<&'w Scenario>, Fail> {
    let all = || workspace.scenarios.values().map(AsRef::as_ref);
    if names.is_empty() {
        return Ok(all().collect());
    }
    let find = |name: &String| {
        let folded = fold(name.trim());
        let named = |each: &&Scenario| {
            fold(each.name.trim()) == folded || each.id.to_string() == name.trim()
        };
        all().find(named).ok_or_else(|| Fail::Unknown {
            kind: "scenario",
            name: name.clone(),
            names: all().map(|scenario| scenario.name.clone()).collect(),
        })
    };
    names.iter().map(find).collect()
}

fn write_text(suite: &Suite, out: &mut dyn Write) -> Result<(), Fail> {
    writeln!(out, "{}", suite.file)?;
    for case in &suite.cases {
        writeln!(out, "  {} {}", if case.passed() { "ok  " } else { "FAIL" }, case.name)?;
        if let Some(why) = &case.broken {
            writeln!(out, "       {why}")?;
        }
        for Difference { tile, expected, seen } in &case.differences {
            let tile = tile.as_ref().map(|tile| format!(" [{tile}]")).unwrap_or_default();
            writeln!(out, "       expected: {expected}\n       seen:     {seen}{tile}")?;
        }
    }
    let failed = suite.cases.iter().filter(|case| !case.passed()).count();
    let Suite { cases, covered, whole, .. } = suite;
    writeln!(
        out,
        "{}, {failed} failed; covered: {} of {} tiles, {} of {} branches",
        many(cases.len(), "scenario"),
        covered.tiles.len(),
        whole.tiles.len(),
        covered.branches.len(),
        whole.branches.len(),
    )?;
    Ok(())
}

fn json_of(suites: &[Suite]) -> Value {
    let difference = |each: &Difference| json!({"tile": each.tile, "expected": each.expected, "seen": each.seen});
    let case = |case: &Case| {
        json!({
            "name": case.name,
            "passed": case.passed(),
            "broken": case.broken,
            "differences": case.differences.iter().map(difference).collect::<Vec<_>>(),
        })
    };
    let missed = |suite: &Suite| {
        let tiles = suite.whole.tiles.difference(&suite.covered.tiles);
        let branches = suite.whole.branches.difference(&suite.covered.branches);
        json!({
            "tiles": tiles.map(ToString::to_string).collect::<Vec<_>>(),
            "branches": branches.map(|(tile, slot)| format!("{tile} {slot}")).collect::<Vec<_>>(),
        })
    };
    let suites = suites.iter().map(|suite| {
        json!({
            "file": suite.file,
            "scenarios": suite.cases.iter().map(case).collect::<Vec<_>>(),
            "notCovered": missed(suite),
        })
    });
    json!({"format": "parcours.tests", "version": 1, "files": suites.collect::<Vec<_>>()})
}
