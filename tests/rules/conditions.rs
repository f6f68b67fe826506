//! C1, C3 and C4: what a tile looks at and which branch it takes.

use parcours::engine::trace::What;
use parcours::model::condition::{Comparison, Condition, Item, Join, Operator, Source};
use parcours::model::id::FieldId;
use parcours::model::tree::Slot;
use parcours::model::value::Type;

use crate::world::*;

/// The name of the tile behind the branch that "anna" takes with that value.
fn taken(ty: Type, value: &str, branches: &[(&str, Operator, &[&str])]) -> String {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let field = world.field("field", ty);
    world.set(field, value);
    let branches = branches.iter().map(|(name, operator, operands)| {
        let condition = row(Source::Contact(field), *operator, operands);
        (*name, condition, vec![exit(name)])
    });
    let tile = branch("b", branches.collect(), vec![exit("other")]);
    world.journey("A", go, vec![tile]);
    world.event(go, 0);
    let story = world.story();
    let end = story.iter().find(|line| line.ends_with("completed")).unwrap();
    end.trim_start_matches("0h A1/").trim_end_matches(" completed").to_owned()
}

#[test]
fn c4_the_first_branch_that_holds_wins() {
    let branches: &[(&str, Operator, &[&str])] = &[
        ("big", Operator::Greater, &["100"]),
        ("middle", Operator::Greater, &["10"]),
        ("also", Operator::Greater, &["5"]),
    ];
    for (value, expected) in [("101", "big"), ("100", "middle"), ("6", "also"), ("5", "other")] {
        assert_eq!(taken(Type::Number, value, branches), expected);
    }
}

#[test]
fn c1_a_missing_value_takes_other_unless_is_empty_is_asked() {
    let number: &[(&str, Operator, &[&str])] =
        &[("ne", Operator::NotEquals, &["1"]), ("empty", Operator::IsEmpty, &[])];
    assert_eq!(taken(Type::Number, "", number), "empty");
    let text: &[(&str, Operator, &[&str])] =
        &[("not", Operator::IsNot, &["x"]), ("filled", Operator::IsNotEmpty, &[])];
    assert_eq!(taken(Type::Text, " ", text), "other");
    assert_eq!(taken(Type::Text, "y", text), "not");
}

#[test]
fn c2_texts_are_compared_without_regard_to_case() {
    let branches: &[(&str, Operator, &[&str])] = &[("eu", Operator::IsOneOf, &["fr", "DE"])];
    assert_eq!(taken(Type::Text, "FR", branches), "eu");
    assert_eq!(taken(Type::Text, "de", branches), "eu");
    assert_eq!(taken(Type::Text, "US", branches), "other");
}

#[test]
fn c2_entity_references_are_compared_by_row() {
    let account = || Type::EntityReference(parcours::model::id::TableId(1));
    let branches: &[(&str, Operator, &[&str])] =
        &[("same", Operator::Is, &["7"]), ("not8", Operator::IsNot, &["8"])];
    assert_eq!(taken(account(), "7", branches), "same");
    assert_eq!(taken(account(), "9", branches), "not8");
    assert_eq!(taken(account(), "8", branches), "other");
}

#[test]
fn c3_numbers_of_any_size_compare_by_value() {
    let huge = "99999999999999999999";
    let branches: &[(&str, Operator, &[&str])] =
        &[("huge", Operator::Equals, &[huge]), ("large", Operator::Greater, &["461168602"])];
    assert_eq!(taken(Type::Number, huge, branches), "huge");
    assert_eq!(taken(Type::Number, "461168602.0000000001", branches), "large");
    assert_eq!(taken(Type::Number, "461168602", branches), "other");
    assert_eq!(taken(Type::Number, "-99999999999999999999", branches), "other");
}

#[test]
fn c3_a_range_beyond_small_numbers_still_compares_right() {
    let branches: &[(&str, Operator, &[&str])] =
        &[("in", Operator::Between, &["99999999999", "99999999999999"])];
    assert_eq!(taken(Type::Number, "100000000000", branches), "in");
    assert_eq!(taken(Type::Number, "5", branches), "other");
    let below: &[(&str, Operator, &[&str])] = &[("in", Operator::Less, &["-99999999999"])];
    assert_eq!(taken(Type::Number, "-5", below), "other");
    assert_eq!(taken(Type::Number, "-99999999999.5", below), "in");
}

#[test]
fn c2_periods_look_back_from_the_instant_of_the_run() {
    let branches: &[(&str, Operator, &[&str])] = &[("new", Operator::InTheLast, &["2", "days"])];
    assert_eq!(taken(Type::DateTime, "1969-12-30", branches), "new");
    assert_eq!(taken(Type::DateTime, "1969-12-29", branches), "other");
    assert_eq!(taken(Type::DateTime, "1970-01-02", branches), "other");
}

fn joined(outer: Join, inner: Join, values: [bool; 3]) -> bool {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let fields = values.map(|value| {
        let field = world.field("field", Type::TrueFalse);
        world.set(field, &value.to_string());
        field
    });
    let is_true = |field: FieldId| Comparison {
        source: Some(Source::Contact(field)),
        operator: Operator::IsTrue,
        operands: vec![],
    };
    let group = Item::Group(inner, vec![is_true(fields[1]), is_true(fields[2])]);
    let empty = Item::Group(inner, vec![]);
    let items = vec![Item::Row(is_true(fields[0])), empty, group];
    let condition = Condition { join: outer, items };
    let tile = branch("b", vec![("yes", condition, vec![])], vec![exit("no")]);
    world.journey("A", go, vec![tile]);
    world.event(go, 0);
    world.run().tile("b").branches[&Slot::Other] == 0
}

#[test]
fn rows_and_groups_are_joined_as_they_say() {
    for bits in 0..8 {
        let [a, b, c] = [1, 2, 4].map(|bit| bits & bit != 0);
        assert_eq!(joined(Join::All, Join::Any, [a, b, c]), a && (b || c), "{bits}");
        assert_eq!(joined(Join::Any, Join::All, [a, b, c]), a || (b && c), "{bits}");
    }
}

#[test]
fn branches_that_end_fall_through_to_the_tile_after() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let always = Condition::default();
    let inner = branch("inner", vec![("yes", always.clone(), vec![])], vec![]);
    let outer = branch("outer", vec![("yes", always, vec![inner])], vec![exit("e")]);
    world.journey("A", go, vec![outer, wait("after", 1)]);
    world.event(go, 0);
    let counts = world.run();
    assert_eq!((counts.tile("after").left, counts.tile("e").arrived), (1, 0));
}

#[test]
fn an_exit_tile_ends_the_journey_before_what_follows() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    world.journey("A", go, vec![exit("e"), wait("after", 1)]);
    world.event(go, 0);
    let counts = world.run();
    assert_eq!((counts.journey("A").completed, counts.tile("after").arrived), (1, 0));
}

#[test]
fn a_branch_can_look_at_what_the_entry_and_a_wait_received() {
    let mut world = World::new();
    let go = world.trigger("Go", &["value"]);
    let value = world.attribute(go, "value");
    let wait = wait_for("i", on(go), 5);
    let received = Source::Received(wait.id, value);
    let more = row(received, Operator::Equals, &["2"]);
    let wait_branch = branch("second", vec![("two", more, vec![])], vec![]);
    let journey = world.journey("A", go, vec![wait, wait_branch]);
    let entry = world.edit(journey).entry.id;
    let first = row(Source::Received(entry, value), Operator::Equals, &["1"]);
    let entry_branch = branch("first", vec![("one", first, vec![])], vec![]);
    world.edit(journey).tiles.push(entry_branch);
    world.event_with(go, 0, &[("value", "1")]);
    world.event_with(go, 1, &[("value", "2")]);
    let counts = world.run();
    assert_eq!(counts.tile("second").branches[&Slot::Other], 0);
    assert_eq!(counts.tile("first").branches[&Slot::Other], 0);
}

#[test]
fn a_trigger_that_a_wait_did_not_receive_is_missing() {
    let mut world = World::new();
    let go = world.trigger("Go", &["value"]);
    let value = world.attribute(go, "value");
    let wait = wait_for("i", on(go), 5);
    let empty = row(Source::Received(wait.id, value), Operator::IsEmpty, &[]);
    world.journey("A", go, vec![wait, branch("b", vec![("empty", empty, vec![])], vec![])]);
    world.event_with(go, 0, &[("value", "1")]);
    assert_eq!(world.run().tile("b").branches[&Slot::Other], 0);
}

#[test]
fn a_trace_shows_every_branch_that_was_tried_with_what_it_saw() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let field = world.field("orders", Type::Number);
    world.set(field, "3");
    let asks = |least: &str| row(Source::Contact(field), Operator::GreaterOrEqual, &[least]);
    let branches = vec![("five", asks("5"), vec![]), ("two", asks("2"), vec![])];
    world.journey("A", go, vec![branch("b", branches, vec![])]);
    world.event(go, 0);
    let tried = world.steps().into_iter().find_map(|step| match step.what {
        What::Branched { tried, .. } => Some(tried),
        _ => None,
    });
    let tried: Vec<_> = tried.unwrap().into_iter().map(|(_, tried)| tried).collect();
    assert_eq!(tried.iter().map(|tried| tried.held).collect::<Vec<_>>(), [false, true]);
    for tried in tried {
        assert_eq!(tried.rows[0].value.as_ref().unwrap().to_string(), "3");
        assert_eq!(tried.rows[0].held, tried.held);
    }
}
