//! The checker and the engine agree on what can run, whatever the workspace, and on
//! which branches are ever taken.

#[path = "check/asking.rs"]
mod asking;
#[path = "support/big.rs"]
#[allow(dead_code, reason = "others ask for small ones")]
mod big;
#[path = "check/deep.rs"]
mod deep;
#[path = "support/engine.rs"]
#[allow(dead_code, reason = "others trace as well")]
mod engine;
#[path = "check/examples.rs"]
mod examples;
#[path = "check/proofs.rs"]
mod proofs;
mod support;

use std::collections::BTreeSet;
use std::sync::Arc;

use parcours::check::{Subject, check};
use parcours::engine::plan::{Plan, PlanPlace};
use parcours::locale::Lang;
use parcours::model::journey::JourneyState;
use proptest::prelude::*;
use support::generate;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(5000) })]

    #[test]
    fn the_journeys_and_models_that_cannot_run_are_those_with_findings_that_block(
        mut workspace in generate::workspace(),
        zone in prop_oneof![9 => Just("Europe/Paris"), 1 => Just("Europe/Atlantis")],
        clear in prop::bool::weighted(0.9),
    ) {
        for journey in workspace.journeys.values_mut() {
            let journey = Arc::make_mut(journey);
            journey.time_zone = zone.into();
            journey.state = JourneyState::Live;
            if clear {
                // Most made-up periods cannot be read, and would hide the rest.
                journey.start.clear();
                journey.end.clear();
            }
        }
        let blocked: BTreeSet<Subject> = check(&workspace)
            .iter()
            .filter(|problem| problem.blocks_run(&workspace))
            .map(|problem| problem.site.subject)
            .filter(|subject| matches!(subject, Subject::Journey(_) | Subject::Model(_)))
            .collect();
        let errors = Plan::compile(&workspace).err().unwrap_or_default();
        let refused: BTreeSet<Subject> = errors.iter().filter_map(|error| match error.place {
            PlanPlace::Model(id) => Some(Subject::Model(id)),
            _ => error.journey.map(Subject::Journey),
        }).collect();
        prop_assert_eq!(blocked, refused, "{:?}", errors);
    }
}

/// `WRITE=1 cargo test --test check` writes the pages anew.
#[test]
fn the_pages_of_all_checks_are_those_of_the_code() {
    for (lang, path) in [(Lang::En, "docs/checks.md"), (Lang::Fr, "docs/checks.fr.md")] {
        let page = parcours::locale::checks::markdown(lang);
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        if std::env::var_os("WRITE").is_some() {
            std::fs::write(&path, &page).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(kept, page, "write it anew: WRITE=1 cargo test --test check");
    }
}
