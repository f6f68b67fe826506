//! Behaviour models and contacts that are made up.

use parcours::editor::{Command, Created, JourneyEdit, NewTile, Refusal, UseOf};
use parcours::model::behaviour::{AttributeModel, FieldModel, ModelOf, Since};
use parcours::model::distribution::Distribution;
use parcours::model::id::{AttributeId, ModelId, TileId, TriggerId};
use parcours::model::journey::{Channel, Interaction};
use parcours::model::tree::Slot;
use parcours::model::value::Type;

use crate::driver::{Driver, end_of_root, on};

fn add_model(driver: &mut Driver, trigger: TriggerId) -> ModelId {
    match driver.must(Command::AddModel(trigger)).created {
        Some(Created::Model(id)) => id,
        other => panic!("{other:?}"),
    }
}

fn attributes(driver: &Driver, id: ModelId) -> Vec<AttributeId> {
    let values = driver.editor.workspace().models[&id].values().unwrap();
    values.keys().copied().collect()
}

fn refusal(driver: &mut Driver, command: Command) -> Option<Refusal> {
    driver.run(command).err()
}

#[test]
fn a_model_begins_with_a_value_for_each_attribute_and_loses_those_that_go() {
    let mut driver = Driver::new();
    let trigger = driver.add_trigger("Order");
    let total = driver.add_attribute(trigger, "Total");
    let country = driver.add_attribute(trigger, "Country");
    let id = add_model(&mut driver, trigger);
    assert_eq!(attributes(&driver, id), [total, country]);
    driver.must(Command::DeleteAttribute(trigger, total));
    assert_eq!(attributes(&driver, id), [country]);
    driver.undo();
    assert_eq!(attributes(&driver, id), [total, country]);
}

#[test]
fn a_trigger_stays_while_a_model_has_to_do_with_it() {
    let mut driver = Driver::new();
    let (order, delivery) = (driver.add_trigger("Order"), driver.add_trigger("Delivery"));
    let id = add_model(&mut driver, delivery);
    let mut model = (*driver.editor.workspace().models[&id]).clone();
    let (since, values) = (Since::Trigger(order), Default::default());
    model.of = ModelOf::Trigger { trigger: delivery, since, values };
    driver.must(Command::SetModel(model));
    for trigger in [order, delivery] {
        let refused = refusal(&mut driver, Command::DeleteTrigger(trigger));
        assert_eq!(refused, Some(Refusal::InUse(UseOf::Trigger(trigger))));
    }
    driver.must(Command::DeleteModel(id));
    driver.must(Command::DeleteTrigger(order));
    driver.must(Command::DeleteTrigger(delivery));
}

#[test]
fn a_field_that_a_model_reads_stays_and_what_made_up_contacts_have_goes_with_it() {
    let mut driver = Driver::new();
    let trigger = driver.add_trigger("Order");
    let country = driver.add_attribute(trigger, "Country");
    let Some(Created::Field(field)) =
        driver.must(Command::AddField("Country".into(), Type::Text)).created
    else {
        panic!("a field")
    };
    let id = add_model(&mut driver, trigger);
    let mut model = (*driver.editor.workspace().models[&id]).clone();
    model.values_mut().unwrap().insert(country, AttributeModel::Contact(field));
    driver.must(Command::SetModel(model));
    let mut run = driver.editor.workspace().settings.run.clone();
    let value = Distribution::of(&Type::Text);
    run.made_up.fields.insert(field, FieldModel { empty: 0.into(), value });
    driver.must(Command::SetRun(run));
    let refused = refusal(&mut driver, Command::DeleteField(field));
    assert_eq!(refused, Some(Refusal::InUse(UseOf::Field(field))));
    driver.must(Command::DeleteModel(id));
    driver.must(Command::DeleteField(field));
    assert!(driver.editor.workspace().settings.run.made_up.fields.is_empty());
}

/// A model of what contacts do with a message: that of a trigger, turned to it.
fn add_interaction(driver: &mut Driver, trigger: TriggerId, message: TileId) -> ModelId {
    let id = add_model(driver, trigger);
    let mut model = (*driver.editor.workspace().models[&id]).clone();
    model.of = ModelOf::Interaction { message, kind: Interaction::Opened };
    driver.must(Command::SetModel(model));
    id
}

#[test]
fn b9_models_of_a_message_go_with_it_in_one_step() {
    let mut driver = Driver::new();
    let trigger = driver.add_trigger("Order");
    let journey = driver.add_journey("Welcome");
    let first = end_of_root(driver.journey(journey));
    let branching = driver.place(journey, first, NewTile::AttributeBranch);
    let email = NewTile::Message(Channel::Email);
    let message = driver.place(journey, on(branching, Slot::Other), email);
    let kept = driver.place(journey, first, NewTile::Message(Channel::Push));
    let gone = add_interaction(&mut driver, trigger, message);
    let stays = add_interaction(&mut driver, trigger, kept);
    let raises = add_model(&mut driver, trigger);

    driver.must(Command::Journey(journey, JourneyEdit::Delete(branching.into())));
    let models =
        |driver: &Driver| driver.editor.workspace().models.keys().copied().collect::<Vec<_>>();
    assert_eq!(models(&driver), [stays, raises]);
    driver.undo();
    assert_eq!(models(&driver), [gone, stays, raises]);
    driver.must(Command::DeleteJourney(journey));
    assert_eq!(models(&driver), [raises]);
    driver.undo();
    assert_eq!(models(&driver), [gone, stays, raises]);
}
