//! "Used in", the list of what reacts and the arrows of the map agree with a search
//! through the exported file that knows nothing of the index.
#![allow(clippy::unwrap_used, reason = "a failed test says where")]

#[path = "support/big.rs"]
mod big;
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use parcours::check::links::{Node, arrows};
use parcours::check::reaction::{Raise, Verdict, Why, reactions};
use parcours::check::{Index, Role, check};
use parcours::editor::map;
use parcours::engine::trace::What;
use parcours::format::write;
use parcours::model::audience::{Contact, Event, Happening};
use parcours::model::id::{ContactId, EventId, JourneyId, TriggerId};
use parcours::model::sorted::SortedSet;
use parcours::model::time::Instant;
use parcours::model::workspace::Workspace;
use proptest::prelude::*;
use serde_json::Value;
use support::generate;

#[path = "support/engine.rs"]
mod engine;

/// A use as the file tells it: the trigger, the role, the record, the tile or criterion,
/// and whether it is live.
type Found = (String, Role, String, Option<String>, bool);

/// Every use of a trigger that stands in the file.
fn search(workspace: &Workspace) -> Vec<Found> {
    let file: Value = serde_json::from_str(&write(workspace)).unwrap();
    let list = |key: &str| file[key].as_array().cloned().unwrap_or_default();
    let mut found = Vec::new();
    for journey in list("journeys") {
        let live = matches!(journey["state"].as_str(), Some("live" | "liveEditing"));
        let of = Of { journey: text(&journey["id"]), live };
        of.note(&journey["entry"], Role::Starts, &mut found);
        of.note(&journey["goal"], Role::Goal, &mut found);
        for exit in journey["exits"].as_array().into_iter().flatten() {
            of.note(exit, Role::Ends, &mut found);
        }
        of.tiles(&journey["tiles"], &mut found);
    }
    let here = file["environment"]["name"].as_str().or(file["environment"].as_str());
    for flow in list("flows") {
        let live = flow["on"] == true && flow["environment"].as_str() == here;
        if let Some(trigger) = flow["trigger"].as_str() {
            found.push((trigger.to_owned(), Role::Flow, text(&flow["id"]), None, live));
        }
    }
    found
}

struct Of {
    journey: String,
    live: bool,
}

impl Of {
    fn note(&self, at: &Value, role: Role, found: &mut Vec<Found>) {
        if let Some(trigger) = at["trigger"].as_str() {
            let place = at["id"].as_str().map(str::to_owned);
            found.push((trigger.to_owned(), role, self.journey.clone(), place, self.live));
        }
    }

    fn tiles(&self, tiles: &Value, found: &mut Vec<Found>) {
        for tile in tiles.as_array().into_iter().flatten() {
            match tile["type"].as_str() {
                Some("customTrigger") => self.note(tile, Role::Raised, found),
                Some("waitForTrigger") => {
                    self.note(tile, Role::Waits, found);
                    for wait in tile["waits"].as_array().into_iter().flatten() {
                        let mut at = wait.clone();
                        at["id"] = tile["id"].clone();
                        self.note(&at, Role::Waits, found);
                    }
                }
                _ => {}
            }
            for key in ["yes", "no", "other"] {
                self.tiles(&tile[key], found);
            }
            for key in ["branches", "waits", "shares"] {
                for branch in tile[key].as_array().into_iter().flatten() {
                    self.tiles(&branch["tiles"], found);
                }
            }
        }
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The same, as the index tells it.
fn index(workspace: &Workspace) -> Vec<Found> {
    let index = Index::build(workspace);
    let mut found = Vec::new();
    for (trigger, uses) in index.uses() {
        for one in uses {
            let record = match (one.journey, one.flow) {
                (Some(journey), _) => journey.to_string(),
                (_, Some(flow)) => flow.to_string(),
                _ => unreachable!("a journey or a flow"),
            };
            let place = one.tile.map(|tile| tile.to_string());
            let place = place.or(one.exit.map(|exit| exit.to_string()));
            found.push((trigger.to_string(), one.role, record, place, one.live));
        }
    }
    found
}

fn sorted(mut found: Vec<Found>) -> Vec<Found> {
    found.sort();
    found
}

/// Whether uses, verdicts and arrows are what the file says.
fn agrees(workspace: &Workspace) {
    let searched = sorted(search(workspace));
    assert_eq!(sorted(index(workspace)), searched);
    verdicts_agree(workspace, &searched);
    arrows_agree(workspace, &searched);
    the_map_draws_it_all(workspace);
}

/// Each journey and flow has a box, each arrow between records that exist a line.
fn the_map_draws_it_all(workspace: &Workspace) {
    let map = map::of(workspace, &Index::build(workspace));
    let drawn = |is: fn(&Node) -> bool| map.boxes.iter().filter(|one| is(&one.node)).count();
    assert_eq!(drawn(|node| matches!(node, Node::Journey(_))), workspace.journeys.len());
    assert_eq!(drawn(|node| matches!(node, Node::Flow(_))), workspace.flows.len());
    let boxes: BTreeSet<Node> = map.boxes.iter().map(|one| one.node).collect();
    let expected = arrows(&Index::build(workspace))
        .into_iter()
        .filter(|one| boxes.contains(&one.from) && boxes.contains(&one.to));
    let lines: Vec<_> = map.lines.iter().map(|line| line.arrow.clone()).collect();
    assert_eq!(lines, expected.collect::<Vec<_>>());
}

/// The state and the start of each journey in the file.
fn states(workspace: &Workspace) -> BTreeMap<String, (String, String)> {
    let file: Value = serde_json::from_str(&write(workspace)).unwrap();
    let journeys = file["journeys"].as_array().cloned().unwrap_or_default();
    let state = |one: &Value| (text(&one["id"]), (text(&one["state"]), text(&one["start"])));
    journeys.iter().map(state).collect()
}

fn verdicts_agree(workspace: &Workspace, searched: &[Found]) {
    let index = Index::build(workspace);
    let states = states(workspace);
    let triggers: BTreeSet<&String> = searched.iter().map(|(trigger, ..)| trigger).collect();
    for name in triggers {
        let trigger: TriggerId = name.parse().unwrap();
        let raise = Raise { trigger, by: None, contact: None, at: Instant(0) };
        let all = reactions(workspace, &index, raise).all;
        let listed = all.iter().map(|one| {
            let record = one.used.journey.map(|id| id.to_string());
            let record = record.or(one.used.flow.map(|id| id.to_string())).unwrap();
            let is_off = match &one.verdict {
                Verdict::DoesNot(whys) => whys
                    .iter()
                    .any(|why| matches!(why, Why::State(_) | Why::Off | Why::Environment)),
                _ => false,
            };
            (one.used.role, record, !is_off)
        });
        let mut listed: Vec<_> = listed.collect();
        let heard = searched.iter().filter(|one| one.0 == *name && one.1 != Role::Raised);
        let reacts = |one: &Found| match states.get(&one.2).map(|(state, start)| (&**state, start))
        {
            Some(("scheduled", start)) => !start.trim().is_empty(),
            Some(("completing", _)) => one.1 != Role::Starts,
            _ => one.4,
        };
        let mut heard: Vec<_> = heard.map(|one| (one.1, one.2.clone(), reacts(one))).collect();
        listed.sort();
        heard.sort();
        assert_eq!(listed, heard, "{name}");
    }
}

fn arrows_agree(workspace: &Workspace, searched: &[Found]) {
    let name = |node: Node| match node {
        Node::Journey(id) => id.to_string(),
        Node::Trigger(id) => id.to_string(),
        Node::Flow(id) => id.to_string(),
    };
    let mut expected: BTreeMap<(String, String), (SortedSet<Role>, bool)> = BTreeMap::new();
    for (trigger, role, record, _, live) in searched {
        let ends = match role {
            Role::Raised => (record.clone(), trigger.clone()),
            _ => (trigger.clone(), record.clone()),
        };
        let (roles, is_live) = expected.entry(ends).or_default();
        roles.insert(*role);
        *is_live |= live;
    }
    let drawn = arrows(&Index::build(workspace));
    let ends = |from, to| (name(from), name(to));
    let found: BTreeMap<_, _> =
        drawn.iter().map(|one| (ends(one.from, one.to), (one.roles.clone(), one.live))).collect();
    assert_eq!(found.len(), drawn.len(), "no arrow twice");
    assert_eq!(found, expected);
    for arrow in &drawn {
        let goes_on = |ends: &(String, String)| goes_on(workspace, ends, &expected[ends].0);
        let going: Vec<_> = expected.keys().filter(|ends| goes_on(ends)).collect();
        let ends = ends(arrow.from, arrow.to);
        let circular = goes_on(&ends) && leads(&going, &ends.1, &ends.0);
        assert_eq!(arrow.in_loop, circular, "{arrow:?}");
    }
}

/// Whether a run can go that way: a journey that is not over raises, or begins.
fn goes_on(workspace: &Workspace, ends: &(String, String), roles: &SortedSet<Role>) -> bool {
    let is = |record: &str, states: &[&str]| {
        let journey = record.parse::<JourneyId>().ok().and_then(|id| workspace.journeys.get(&id));
        let state = journey.map(|journey| format!("{:?}", journey.state));
        state.is_some_and(|state| states.contains(&state.as_str()))
    };
    if roles.contains(&Role::Raised) {
        return !is(&ends.0, &["Completed", "Stopped"]);
    }
    roles.contains(&Role::Starts) && !is(&ends.1, &["Completing", "Completed", "Stopped"])
}

/// Whether arrows lead from one record to the other.
fn leads(arrows: &[&(String, String)], from: &str, to: &str) -> bool {
    let (mut seen, mut left) = (BTreeSet::new(), vec![from]);
    while let Some(at) = left.pop() {
        if at == to {
            return true;
        }
        if seen.insert(at) {
            left.extend(
                arrows.iter().filter(|(start, _)| start == at).map(|(_, end)| end.as_str()),
            );
        }
    }
    false
}

#[test]
fn sixty_journeys_forty_triggers_and_twenty_flows_agree_with_a_search() {
    let workspace = big::workspace(1, 60, 40, 20);
    let sizes = (workspace.journeys.len(), workspace.triggers.len(), workspace.flows.len());
    assert_eq!(sizes, (60, 40, 20));
    let roles: BTreeSet<Role> = search(&workspace).into_iter().map(|(_, role, ..)| role).collect();
    assert_eq!(roles.len(), 6, "every role is there");
    assert!(arrows(&Index::build(&workspace)).iter().any(|one| one.in_loop));
    assert!(!check(&workspace).iter().any(|problem| problem.blocks_run(&workspace)));
    agrees(&workspace);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn wired_workspaces_agree_with_a_search(seed: u64, journeys in 0..60_u32, flows in 0..20_u32) {
        agrees(&big::workspace(seed, journeys, 1 + journeys / 2, flows));
    }

    #[test]
    fn any_workspace_agrees_with_a_search(workspace in generate::workspace()) {
        agrees(&workspace);
    }

    #[test]
    fn what_is_said_to_start_or_run_does_so_in_a_run(seed: u64, level in 0..10_u32) {
        runs_as_said(big::workspace(seed, 20, 12, 8), level);
    }
}

/// Raises the first trigger from outside for one contact, and compares who enters and
/// which flows run of that activation with what was said.
fn runs_as_said(mut workspace: Workspace, level: u32) {
    let trigger = *workspace.triggers.keys().next().unwrap();
    let contact = Contact {
        id: ContactId(900_000),
        name: "Client 1".into(),
        values: [(big::FIELD, level.to_string())].into(),
    };
    let event = Event {
        id: EventId(900_001),
        contact: contact.id,
        what: Happening::raises(trigger),
        at: "2026-01-01T00:00Z".into(),
    };
    let attribute = workspace.triggers[&trigger].attributes[0].id;
    let mut event = event;
    event.values_mut().unwrap().insert(attribute, "7".into());
    let raise = Raise { trigger, by: None, contact: Some(contact.id), at: Instant(0) };
    workspace.contacts.insert(contact.id, Arc::new(contact));
    workspace.events.insert(event.id, Arc::new(event));
    let settings = Arc::make_mut(&mut workspace.settings);
    settings.run.end = "2026-01-02".into();
    settings.next_id = 900_002;
    let run = engine::Run::of(&workspace).unwrap();
    assert_eq!(run.report().conserved(), Ok(()));
    let trace = run.traces().remove(0);
    let (mut entered, mut flows) = (BTreeSet::new(), BTreeSet::new());
    // What the tiles raise comes after the flows of the first activation.
    for step in &trace.steps {
        match &step.what {
            What::Entered { trigger: by, .. } if *by == trigger => {
                entered.extend(step.place.map(|place| place.instance.journey));
            }
            What::FlowRan { flow, .. } => {
                flows.insert(*flow);
            }
            _ => {}
        }
    }
    for one in reactions(&workspace, &Index::build(&workspace), raise).all {
        let (may, must) = match &one.verdict {
            Verdict::Reacts => (true, true),
            Verdict::Depends(_) => (true, false),
            Verdict::DoesNot(_) => (false, false),
        };
        if let (Role::Starts, Some(journey)) = (one.used.role, one.used.journey) {
            assert!(!must || entered.contains(&journey), "{journey} did not start: {one:?}");
            assert!(may || !entered.contains(&journey), "{journey} started: {one:?}");
        }
        if let Some(flow) = one.used.flow {
            assert!(!must || flows.contains(&flow), "{flow} did not run");
            assert!(may || !flows.contains(&flow), "{flow} ran");
        }
    }
}
