//! A13, A14 and B8: messages and interactions with them, several waits, splits.

use std::sync::Arc;

use parcours::engine::find::{Visit, find};
use parcours::engine::trace::What;
use parcours::model::condition::Source;
use parcours::model::id::{BranchId, TileId, TriggerId};
use parcours::model::journey::{
    Channel, Interaction, Repeat, Sequence, Share, Tile, TileKind, WaitBranch, WaitOn,
};
use parcours::model::tree::Slot;
use parcours::model::value::Type;

use crate::world::*;

/// A journey that sends to "Email" and waits 5 hours until the message is opened.
fn opened(world: &mut World, address: &str) -> (TriggerId, TileId) {
    let go = world.trigger("Go", &[]);
    let to = world.field("Email", Type::Text);
    world.set(to, address);
    let message = email("m", Some(Source::Contact(to)));
    let id = message.id;
    world.journey("A", go, vec![message, until("i", id, Interaction::Opened)]);
    world.event(go, 0);
    (go, id)
}

fn email(name: &str, to: Option<Source>) -> Arc<Tile> {
    tile(name, TileKind::Message { channel: Channel::Email, to, content: "Hello".into() })
}

fn until(name: &str, message: TileId, kind: Interaction) -> Arc<Tile> {
    tile(name, TileKind::wait_for(interaction(message, kind), hours(5), vec![], vec![]))
}

fn interaction(message: TileId, kind: Interaction) -> WaitOn {
    WaitOn::Interaction { message: Some(message), kind }
}

/// An If/then of 5 hours with those waits, which are branches 1, 2 …
fn several(name: &str, waits: Vec<WaitOn>) -> Arc<Tile> {
    let waits = waits.into_iter().zip(1..).map(|(on, id)| WaitBranch {
        id: BranchId(id),
        name: id.to_string(),
        on,
        tiles: Sequence::new(),
    });
    let (limit, other) = (hours(5), Sequence::new());
    tile(name, TileKind::WaitFor { waits: waits.collect(), limit, other })
}

fn took(world: &World, branch: u32) -> bool {
    world.run().tile("i").branches[&Slot::Branch(BranchId(branch))] == 1
}

#[test]
fn a13_an_interaction_with_a_message_that_was_sent_resolves_the_wait() {
    let mut world = World::new();
    let (_, message) = opened(&mut world, "a@x");
    world.interact(message, Interaction::Opened, 2);
    let counts = world.run();
    assert_eq!(counts.tile("i").branches[&Slot::Yes], 1);
    let sent = counts.tile("m");
    assert_eq!((sent.sent, sent.failed, sent.interactions[&Interaction::Opened]), (1, 0, 1));
    let story = world.story();
    assert!(story.contains(&"0h A1/m sent to a@x".into()), "{story:?}");
    assert!(story.contains(&"2h A1/i yes by opened".into()), "{story:?}");
}

#[test]
fn a13_another_interaction_does_not_count_but_is_counted() {
    let mut world = World::new();
    let (_, message) = opened(&mut world, "a@x");
    world.interact(message, Interaction::Clicked, 2);
    let counts = world.run();
    assert_eq!(counts.tile("i").branches[&Slot::No], 1);
    assert_eq!(counts.tile("m").interactions[&Interaction::Clicked], 1);
}

#[test]
fn a13_without_an_address_nothing_is_sent_and_the_contact_goes_on() {
    let mut world = World::new();
    let (_, message) = opened(&mut world, "");
    world.interact(message, Interaction::Opened, 2);
    let counts = world.run();
    assert_eq!((counts.tile("m").sent, counts.tile("m").failed), (0, 1));
    assert_eq!(counts.tile("m").interactions[&Interaction::Opened], 0);
    assert_eq!(counts.report.interactions_unsent, 1);
    assert_eq!(counts.tile("i").branches[&Slot::No], 1);
    let not_sent = world.steps().into_iter().any(|step| step.what == What::NotSent);
    assert!(not_sent);
}

#[test]
fn a13_an_interaction_before_the_message_is_sent_does_nothing() {
    let mut world = World::new();
    let (_, message) = opened(&mut world, "a@x");
    world.window(Some(-9), None);
    world.interact(message, Interaction::Opened, -1);
    let counts = world.run();
    assert_eq!(counts.report.interactions_unsent, 1);
    assert_eq!(counts.tile("i").branches[&Slot::No], 1);
}

#[test]
fn a3_an_interaction_that_came_before_the_wait_began_does_not_count() {
    let mut world = World::new();
    let (go, to) = (world.trigger("Go", &[]), world.field("Email", Type::Text));
    world.set(to, "a@x");
    let message = email("m", Some(Source::Contact(to)));
    let id = message.id;
    let tiles = vec![message, wait("w", 3), until("i", id, Interaction::Opened)];
    world.journey("A", go, tiles);
    world.event(go, 0);
    world.interact(id, Interaction::Opened, 1);
    let counts = world.run();
    assert_eq!(counts.tile("m").interactions[&Interaction::Opened], 1);
    assert_eq!(counts.tile("i").branches[&Slot::No], 1);
}

#[test]
fn a13_it_counts_for_every_instance_that_was_sent_the_message_and_for_no_other() {
    let mut world = World::new();
    let (go, message) = opened(&mut world, "a@x");
    let journey = *world.workspace.journeys.keys().next().unwrap();
    world.edit(journey).entry.set_repeat(Repeat::AtOnce);
    world.event(go, 1);
    world.event(go, 3);
    world.interact(message, Interaction::Opened, 2);
    let counts = world.run();
    assert_eq!(counts.tile("i").branches[&Slot::Yes], 2);
    assert_eq!(counts.tile("i").branches[&Slot::No], 1);
    assert_eq!(counts.tile("m").interactions[&Interaction::Opened], 1, "it happened once");
}

#[test]
fn t3_an_interaction_at_the_time_limit_counts() {
    let mut world = World::new();
    let (_, message) = opened(&mut world, "a@x");
    world.interact(message, Interaction::Opened, 5);
    assert_eq!(world.run().tile("i").branches[&Slot::Yes], 1);
}

#[test]
fn a13_who_was_sent_a_message_and_who_opened_it_can_be_found() {
    let mut world = World::new();
    let (_, message) = opened(&mut world, "a@x");
    world.contact("ben", &[]);
    world.interact(message, Interaction::Opened, 2);
    let plan = world.compile().unwrap();
    let (data, _) = parcours::engine::data::Dataset::from_workspace(&world.workspace);
    let found = |visit| find(&plan, &data, Default::default(), visit);
    assert_eq!(found(Visit::SentAt(message)), [0]);
    assert_eq!(found(Visit::Interacted(message, Interaction::Opened)), [0]);
    assert!(found(Visit::Interacted(message, Interaction::Clicked)).is_empty());
}

#[test]
fn a14_the_first_thing_that_comes_decides() {
    for (order, taken) in [(["X", "Y"], 1), (["Y", "X"], 2)] {
        let mut world = World::new();
        let [go, x, y] = ["Go", "X", "Y"].map(|name| world.trigger(name, &[]));
        let waits = vec![WaitOn::Trigger(on(x)), WaitOn::Trigger(on(y))];
        world.journey("A", go, vec![several("i", waits)]);
        world.event(go, 0);
        for name in order {
            world.event(if name == "X" { x } else { y }, 2);
        }
        assert!(took(&world, taken), "{order:?}");
    }
}

#[test]
fn a14_when_one_trigger_counts_for_two_the_earlier_wait_is_taken() {
    let mut world = World::new();
    let (go, x) = (world.trigger("Go", &[]), world.trigger("X", &["N"]));
    let n = world.attribute(x, "N");
    let least = |least| WaitOn::Trigger(at_least(x, n, least));
    world.journey("A", go, vec![several("i", vec![least("10"), least("5"), least("1")])]);
    world.event(go, 0);
    world.event_with(x, 1, &[("N", "7")]);
    assert!(took(&world, 2));
    let story = world.story();
    assert!(story.contains(&"1h A1/i ignored X".into()), "{story:?}");
    assert!(story.contains(&"1h A1/i b2 by X".into()), "{story:?}");
}

#[test]
fn a14_when_nothing_comes_in_time_other_is_taken() {
    let mut world = World::new();
    let (go, x) = (world.trigger("Go", &[]), world.trigger("X", &[]));
    let on_x = || WaitOn::Trigger(on(x));
    world.journey("A", go, vec![several("i", vec![on_x(), on_x()])]);
    world.event(go, 0);
    world.event(x, 6);
    assert_eq!(world.run().tile("i").branches[&Slot::Other], 1);
}

#[test]
fn m1_what_another_branch_would_have_received_is_missing() {
    let mut world = World::new();
    let [go, out] = ["Go", "Out"].map(|name| world.trigger(name, &["N"]));
    let [x, y] = ["X", "Y"].map(|name| world.trigger(name, &["N"]));
    let split = several("i", vec![WaitOn::Trigger(on(x)), WaitOn::Trigger(on(y))]);
    let of = |trigger| Source::Received(split.id, world.attribute(trigger, "N"));
    let map = |trigger| parcours::model::journey::Mapping::Attribute(of(trigger));
    let n = world.attribute(out, "N");
    let raises = vec![raise_with("x", out, &[(n, map(x))]), raise_with("y", out, &[(n, map(y))])];
    let tiles = [vec![split], raises].concat();
    world.journey("A", go, tiles);
    world.event_with(go, 0, &[("N", "1")]);
    world.event_with(y, 1, &[("N", "2")]);
    let counts = world.run();
    assert_eq!((counts.tile("x").failed, counts.tile("y").failed), (1, 0));
}

/// The share of a thousand contacts that took the first branch of a split, in percent.
fn divided(percents: &[&str], seed: u64) -> Vec<u64> {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let shares = percents.iter().zip(1..).map(|(percent, id)| Share {
        id: BranchId(id),
        name: String::new(),
        percent: percent.parse().unwrap(),
        tiles: Sequence::new(),
    });
    let split = tile("s", TileKind::Split { shares: shares.collect() });
    world.journey("A", go, vec![Arc::new(Tile { id: TileId(7), ..Tile::clone(&split) })]);
    world.run_settings().seed = seed;
    for number in 0..999 {
        let contact = world.contact(&format!("c{number}"), &[]);
        world.event_of(contact, go, 0, &[]);
    }
    world.event(go, 0);
    let counts = world.run();
    let branches = &counts.tile("s").branches;
    (1..=percents.len() as u32).map(|id| branches[&Slot::Branch(BranchId(id))]).collect()
}

#[test]
fn b8_contacts_divide_as_the_percentages_say() {
    let taken = divided(&["10", "30", "60"], 1);
    assert_eq!(taken.iter().sum::<u64>(), 1_000);
    for (taken, expected) in taken.iter().zip([100_u64, 300, 600]) {
        assert!(taken.abs_diff(expected) < 50, "{taken} instead of {expected}");
    }
    assert_eq!(divided(&["0", "100"], 1), [0, 1_000]);
    assert_eq!(divided(&["100", "0"], 1), [1_000, 0]);
}

#[test]
fn b8_the_same_seed_draws_the_same_and_another_one_does_not() {
    let of = |seed| divided(&["50", "50"], seed);
    assert_eq!(of(7), of(7));
    assert!((8..12).any(|seed| of(seed) != of(7)));
}

#[test]
fn b8_each_entry_of_a_contact_draws_anew() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let share = |id| Share {
        id: BranchId(id),
        name: String::new(),
        percent: "50".parse().unwrap(),
        tiles: Sequence::new(),
    };
    let split = tile("s", TileKind::Split { shares: vec![share(1), share(2)] });
    let journey = world.journey("A", go, vec![split]);
    world.edit(journey).entry.set_repeat(Repeat::AtOnce);
    (0..50).for_each(|hour| world.event(go, hour));
    let counts = world.run();
    assert!(counts.tile("s").branches.values().all(|count| *count > 5));
}

#[test]
fn b8_percentages_that_do_not_make_100_cannot_run() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    world.journey("A", go, vec![tile("s", TileKind::Split { shares: vec![] })]);
    assert!(world.compile().is_err());
}
