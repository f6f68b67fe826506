//! Rule B7: what contacts do with messages by behaviour models.

use parcours::model::behaviour::{ModelOf, Since};
use parcours::model::decimal::Decimal;
use parcours::model::id::*;
use parcours::model::journey::{Interaction, Repeat};
use parcours::model::tree::Slot;
use parcours::model::value::Type;

use crate::behaviour::{after, exponential, world};
use crate::world::*;

/// A world in which everybody is sent a message at 1h and waits 48 hours for it to be opened.
fn mailing() -> (World, ModelId) {
    let (mut world, go) = world(24 * 30);
    let address = world.field("Email", Type::Text);
    let message = mail("m", address);
    let id = message.id;
    let wait = wait_for_answer("w", id, Interaction::Opened, 48);
    let journey = world.journey("B", go, vec![message, wait]);
    world.edit(journey).entry.set_repeat(Repeat::AtOnce);
    world.set(address, "anna@example.com");
    world.event(go, 1);
    let model = world.model(go, Since::Start, 100, after(10));
    world.edit_model(model).of = ModelOf::Interaction { message: id, kind: Interaction::Opened };
    (world, model)
}

#[test]
fn b7_each_sending_of_a_message_is_an_occasion() {
    let (mut world, _) = mailing();
    let go = world.workspace.trigger_named("go").unwrap().id;
    world.event(go, 100);
    assert_eq!(world.lines(&["opened"]).len(), 4, "{:?}", world.story());
    let tile = world.run();
    assert_eq!(tile.tile("m").interactions[&Interaction::Opened], 2);
    assert_eq!(tile.tile("w").branches[&Slot::Yes], 2);
}

#[test]
fn b7_without_delay_an_interaction_finds_the_wait_that_follows() {
    let (mut world, model) = mailing();
    world.edit_model(model).delay = after(0);
    assert_eq!(world.run().tile("w").branches[&Slot::Yes], 1);
}

#[test]
fn b7_so_many_of_a_hundred_messages_are_opened() {
    let (mut world, model) = mailing();
    world.edit_model(model).percent = Decimal::from(40);
    world.edit_model(model).delay = exponential(24);
    let go = world.workspace.trigger_named("go").unwrap().id;
    let address = *world.workspace.fields.keys().next().unwrap();
    for number in 1..1_000 {
        let name = format!("contact {number}");
        let contact = world.contact(&name, &[(address, "someone@example.com")]);
        world.event_of(contact, go, 1, &[]);
    }
    let counts = world.run();
    assert_eq!(counts.tile("m").interactions[&Interaction::Opened], 408);
    assert_eq!(counts.tile("w").branches[&Slot::Yes], 346);
}

#[test]
fn b7_a_message_that_was_not_sent_is_no_occasion() {
    let (mut world, _) = mailing();
    let address = *world.workspace.fields.keys().next().unwrap();
    world.set(address, "");
    assert_eq!(world.run().tile("m").interactions.values().sum::<u64>(), 0);
}
