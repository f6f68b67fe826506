//! A1 to A5, A7 and A8: what one activation does, and in which order.

use parcours::engine::report::{ExitReason, Refusal};
use parcours::engine::trace::What;
use parcours::model::flow::{FlowSource, FlowValue};
use parcours::model::journey::{JourneyState, Repeat};
use parcours::model::time::Instant;
use parcours::model::tree::Slot;
use parcours::model::value::Value;

use crate::world::*;

#[test]
fn a1_a_goal_is_met_once_per_instance() {
    let mut world = World::new();
    let (go, buy) = (world.trigger("Go", &[]), world.trigger("Buy", &[]));
    let journey = world.journey("A", go, vec![wait("w", 50)]);
    world.edit(journey).entry.set_repeat(Repeat::AtOnce);
    world.goal(journey, on(buy));
    for (trigger, hour) in [(buy, 0), (go, 1), (buy, 2), (buy, 3), (go, 4), (buy, 5), (buy, 99)] {
        world.event(trigger, hour);
    }
    assert_eq!(world.run().journey("A").goal_met, 2);
    assert_eq!(world.lines(&["goal"]), ["2h A1/w goal by Buy", "5h A2/w goal by Buy"]);
}

#[test]
fn a1_a_goal_has_a_condition_and_does_not_end_the_journey() {
    let mut world = World::new();
    let (go, buy) = (world.trigger("Go", &[]), world.trigger("Buy", &["value"]));
    let value = world.attribute(buy, "value");
    let journey = world.journey("A", go, vec![wait("w", 50)]);
    world.goal(journey, at_least(buy, value, "10"));
    world.event(go, 0);
    world.event_with(buy, 1, &[("value", "9.99")]);
    world.event_with(buy, 2, &[("value", "10.00")]);
    let counts = world.run();
    assert_eq!((counts.journey("A").goal_met, counts.journey("A").completed), (1, 1));
    assert_eq!(world.lines(&["goal"]), ["2h A1/w goal by Buy"]);
}

#[test]
fn a1_the_trigger_that_starts_an_instance_does_not_meet_its_goal() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let journey = world.journey("A", go, vec![wait("w", 1)]);
    world.goal(journey, on(go));
    world.event(go, 0);
    assert_eq!(world.run().journey("A").goal_met, 0);
}

#[test]
fn a2_an_exit_criterion_ends_every_instance_of_its_journey() {
    let mut world = World::new();
    let (go, leave) = (world.trigger("Go", &[]), world.trigger("Leave", &[]));
    let journey = world.journey("A", go, vec![wait("w", 5), wait("x", 5)]);
    world.edit(journey).entry.set_repeat(Repeat::AtOnce);
    world.exit_on(journey, on(leave));
    world.journey("B", go, vec![wait("y", 50)]);
    for (trigger, hour) in [(go, 0), (go, 3), (leave, 6)] {
        world.event(trigger, hour);
    }
    let counts = world.run();
    let reason = ExitReason::Criterion(leave);
    assert_eq!(counts.journey("A").exited[&reason], 2);
    assert_eq!((counts.tile("x").exited[&reason], counts.tile("w").exited[&reason]), (1, 1));
    assert_eq!(counts.journey("B").completed, 1);
}

#[test]
fn a2_an_exit_criterion_has_a_condition() {
    let mut world = World::new();
    let (go, buy) = (world.trigger("Go", &[]), world.trigger("Buy", &["value"]));
    let value = world.attribute(buy, "value");
    let journey = world.journey("A", go, vec![wait("w", 50)]);
    world.exit_on(journey, at_least(buy, value, "10"));
    world.event(go, 0);
    world.event_with(buy, 1, &[("value", "5")]);
    world.event_with(buy, 2, &[]);
    world.event_with(buy, 3, &[("value", "15")]);
    assert_eq!(world.lines(&["exited"]), ["3h A1/w exited by Buy"]);
}

#[test]
fn a2_the_first_exit_criterion_that_holds_ends_it_once() {
    let mut world = World::new();
    let (go, leave) = (world.trigger("Go", &[]), world.trigger("Leave", &[]));
    let journey = world.journey("A", go, vec![wait("w", 50)]);
    world.exit_on(journey, on(go));
    world.exit_on(journey, on(leave));
    world.exit_on(journey, on(leave));
    world.event(go, 0);
    world.event(leave, 1);
    assert_eq!(world.run().journey("A").exited[&ExitReason::Criterion(leave)], 1);
}

#[test]
fn a1_comes_before_a2_before_a3() {
    let mut world = World::new();
    let (go, buy) = (world.trigger("Go", &[]), world.trigger("Buy", &[]));
    let journey = world.journey("A", go, vec![wait_for("i", on(buy), 50)]);
    world.goal(journey, on(buy));
    world.exit_on(journey, on(buy));
    world.event(go, 0);
    world.event(buy, 1);
    assert_eq!(world.lines(&["1h A"]), ["1h A1/i goal by Buy", "1h A1/i exited by Buy"]);
}

#[test]
fn a1_goals_of_all_journeys_come_before_exits_of_any() {
    let mut world = World::new();
    let (go, buy) = (world.trigger("Go", &[]), world.trigger("Buy", &[]));
    let first = world.journey("A", go, vec![wait("w", 50)]);
    let second = world.journey("B", go, vec![wait("x", 50)]);
    world.exit_on(first, on(buy));
    world.goal(second, on(buy));
    world.event(go, 0);
    world.event(buy, 1);
    assert_eq!(world.lines(&["goal", "exited"]), ["1h B2/x goal by Buy", "1h A1/w exited by Buy"]);
}

#[test]
fn a3_waits_resolve_in_document_order_of_journeys_and_then_in_order_of_start() {
    let mut world = World::new();
    let (first, second, buy) =
        (world.trigger("One", &[]), world.trigger("Two", &[]), world.trigger("Buy", &[]));
    let a = world.journey("A", second, vec![wait_for("i", on(buy), 50)]);
    world.edit(a).entry.set_repeat(Repeat::AtOnce);
    world.journey("B", first, vec![wait_for("k", on(buy), 50)]);
    for (trigger, hour) in [(first, 0), (second, 1), (second, 2), (buy, 3)] {
        world.event(trigger, hour);
    }
    assert_eq!(
        world.lines(&["yes"]),
        ["3h A2/i yes by Buy", "3h A3/i yes by Buy", "3h B1/k yes by Buy",]
    );
}

#[test]
fn a3_one_activation_resolves_one_wait_of_an_instance() {
    let mut world = World::new();
    let (go, buy) = (world.trigger("Go", &[]), world.trigger("Buy", &[]));
    let inner = wait_for("k", on(buy), 10);
    world.journey("A", go, vec![if_then("i", on(buy), 10, vec![inner], vec![])]);
    world.event(go, 0);
    world.event(buy, 1);
    let counts = world.run();
    assert_eq!(counts.tile("i").branches[&Slot::Yes], 1);
    assert_eq!(counts.tile("k").branches[&Slot::No], 1);
}

#[test]
fn a3_a_trigger_that_does_not_meet_the_condition_leaves_the_wait() {
    let mut world = World::new();
    let (go, buy) = (world.trigger("Go", &[]), world.trigger("Buy", &["value"]));
    let value = world.attribute(buy, "value");
    world.journey("A", go, vec![wait_for("i", at_least(buy, value, "10"), 5)]);
    world.event(go, 0);
    world.event_with(buy, 1, &[("value", "1")]);
    world.event_with(buy, 2, &[("value", "11")]);
    assert_eq!(
        world.lines(&["Buy"]),
        ["1h received Buy", "1h A1/i ignored Buy", "2h received Buy", "2h A1/i yes by Buy",]
    );
}

#[test]
fn a3_comes_before_a4_and_what_begins_is_not_touched_again() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let journey = world.journey("A", go, vec![wait_for("i", on(go), 5)]);
    world.edit(journey).entry.set_repeat(Repeat::AtOnce);
    world.exit_on(journey, on(go));
    world.event(go, 0);
    world.event(go, 1);
    assert_eq!(
        world.lines(&["1h A"]),
        [
            "1h A1/i exited by Go",
            "1h A2/entry entered",
            "1h A2/i arrived",
            "1h A2/i waits until 6h",
        ]
    );
}

#[test]
fn a4_journeys_enter_in_document_order() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    for name in ["C", "A", "B"] {
        world.journey(name, go, vec![]);
    }
    world.event(go, 0);
    assert_eq!(
        world.lines(&["entered"]),
        ["0h C1/entry entered", "0h A2/entry entered", "0h B3/entry entered"]
    );
}

#[test]
fn a4_an_entry_has_a_condition() {
    let mut world = World::new();
    let go = world.trigger("Go", &["value"]);
    let value = world.attribute(go, "value");
    let journey = world.journey("A", go, vec![]);
    world.edit(journey).entry.listen(at_least(go, value, "10"));
    world.event_with(go, 0, &[("value", "9")]);
    world.event_with(go, 1, &[("value", "10")]);
    let counts = world.run();
    assert_eq!(counts.journey("A").refused[&Refusal::Condition], 1);
    assert_eq!(counts.journey("A").entered, 1);
    let steps = world.steps();
    let refused = steps.iter().find_map(|step| match &step.what {
        What::Refused { tried, .. } => tried.clone(),
        _ => None,
    });
    let row = &refused.unwrap().rows[0];
    assert_eq!((row.value.clone(), row.held), (Some(Value::Number(9.into())), false));
}

#[test]
fn a4_the_condition_is_asked_before_the_repeat_rule() {
    let mut world = World::new();
    let go = world.trigger("Go", &["value"]);
    let value = world.attribute(go, "value");
    let journey = world.journey("A", go, vec![]);
    world.edit(journey).entry.listen(at_least(go, value, "10"));
    world.event_with(go, 0, &[("value", "10")]);
    world.event_with(go, 1, &[("value", "9")]);
    assert_eq!(world.lines(&["refused"]), ["1h A refused Condition"]);
}

#[test]
fn a4_the_period_is_asked_first() {
    let mut world = World::new();
    let go = world.trigger("Go", &["value"]);
    let value = world.attribute(go, "value");
    let journey = world.journey("A", go, vec![]);
    world.edit(journey).entry.listen(at_least(go, value, "10"));
    world.edit(journey).end = "1970-01-01T02:00".into();
    world.event_with(go, 2, &[("value", "9")]);
    assert_eq!(world.lines(&["refused"]), ["2h A refused TimeWindow"]);
}

#[test]
fn a5_a_flow_runs_after_the_journeys_with_the_values_of_the_activation() {
    let mut world = World::new();
    let go = world.trigger("Go", &["value"]);
    let value = world.attribute(go, "value");
    world.flow(go, FlowSource::Attribute(value).into());
    world.journey("A", go, vec![]);
    world.event_with(go, 7, &[("value", "12.5")]);
    assert_eq!(world.run().report.flows.values().copied().collect::<Vec<_>>(), [1]);
    assert_eq!(world.story().last().unwrap(), "7h flow Call");
    let What::FlowRan { steps, .. } = world.steps().pop().unwrap().what else { panic!() };
    assert_eq!(
        steps[0].inputs,
        [
            ("regarding".to_owned(), Some(Value::Text("anna".into()))),
            ("when".to_owned(), Some(Value::DateTime(Instant(7 * 3_600_000)))),
            ("value".to_owned(), Some(Value::Number("12.5".parse().unwrap()))),
        ]
    );
}

#[test]
fn a7_a_chain_of_more_than_32_activations_is_cut() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let tile = raise("r", go);
    let id = tile.id;
    let journey = world.journey("A", go, vec![tile]);
    world.edit(journey).entry.set_repeat(Repeat::AtOnce);
    world.event(go, 0);
    let counts = world.run();
    assert_eq!(counts.journey("A").entered, 32);
    assert_eq!(counts.trigger("Go").activated, 31);
    assert_eq!(counts.report.loops, [(vec![id], 1)].into());
    assert_eq!(world.lines(&["cut"]).len(), 1);
}

#[test]
fn a7_a_loop_is_named_by_the_tiles_of_its_circle() {
    let mut world = World::new();
    let (start, x, y) =
        (world.trigger("Start", &[]), world.trigger("X", &[]), world.trigger("Y", &[]));
    let (rx, ry, rs) = (raise("rx", x), raise("ry", y), raise("rs", x));
    let circle = vec![rx.id, ry.id];
    world.journey("S", start, vec![rs]);
    for (name, entry, tile) in [("A", y, rx), ("B", x, ry)] {
        let journey = world.journey(name, entry, vec![tile]);
        world.edit(journey).entry.set_repeat(Repeat::AtOnce);
    }
    world.event(start, 0);
    assert_eq!(world.run().report.loops, [(circle, 1)].into());
}

#[test]
fn a7_a_chain_that_goes_on_through_a_limit_of_nothing_is_cut_too() {
    let mut world = World::new();
    let (go, never) = (world.trigger("Go", &[]), world.trigger("Never", &[]));
    let journey = world.journey("A", go, vec![wait_for("i", on(never), 0), raise("r", go)]);
    world.edit(journey).entry.set_repeat(Repeat::AtOnce);
    world.event(go, 0);
    let counts = world.run();
    assert_eq!(counts.journey("A").entered, 32);
    assert_eq!(counts.report.loops.len(), 1);
}

#[test]
fn a12_a_chain_that_branches_is_cut_before_it_floods_the_instant() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let tiles = ["a", "b", "c", "d", "e", "f"].map(|name| raise(name, go));
    let journey = world.journey("A", go, tiles.to_vec());
    world.edit(journey).entry.set_repeat(Repeat::AtOnce);
    world.event(go, 0);
    let counts = world.run();
    assert_eq!(counts.trigger("Go").activated, 4095);
    assert!(counts.report.loops.values().sum::<u64>() > 0);
}

#[test]
fn a7_chains_at_different_instants_do_not_add_up() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let journey = world.journey("A", go, vec![wait("w", 1), raise("r", go)]);
    world.edit(journey).entry.set_repeat(Repeat::AtOnce);
    world.event(go, 0);
    world.window(None, Some(100));
    let counts = world.run();
    assert_eq!(counts.journey("A").entered, 100);
    assert!(counts.report.loops.is_empty());
}

#[test]
fn a8_a_draft_reacts_only_as_if_published() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let journey = world.journey("A", go, vec![]);
    world.edit(journey).state = JourneyState::Draft;
    world.event(go, 0);
    assert_eq!(world.run().journey("A").refused[&Refusal::NotLive], 1);
    assert_eq!(world.lines(&["refused"]), ["0h A refused NotLive"]);
    std::sync::Arc::make_mut(&mut world.workspace.settings).run.as_published.insert(journey);
    assert_eq!(world.run().journey("A").entered, 1);
}

#[test]
fn a8_a_flow_reacts_when_it_is_on_and_in_the_workspaces_environment() {
    for (on, environment, runs) in
        [(true, "Production", 1), (false, "Production", 0), (true, "Test", 0)]
    {
        let mut world = World::new();
        let go = world.trigger("Go", &[]);
        let flow = world.flow(go, FlowValue::fixed("x"));
        world.edit_flow(flow).on = on;
        world.edit_flow(flow).environment = environment.into();
        world.event(go, 0);
        let ran = world.run().report.flows.get(&flow).copied().unwrap_or(0);
        assert_eq!(ran, runs, "{on} {environment}");
    }
}
