//! Triggers, fields, flows, contacts and events; the session; imports.

use parcours::editor::{
    Announcement, Command, Created, EditName, Editor, Effect, JourneyEdit, NewTile, Page, Refusal,
    Selection, Session, UseOf, View,
};
use parcours::layout::Folded;
use parcours::model::audience::Happening;
use parcours::model::condition::{Condition, Operator, Source};
use parcours::model::id::{BranchId, ContactId, FieldId, JourneyId, TileId};
use parcours::model::journey::Mapping;
use parcours::model::sorted::SortedMap;
use parcours::model::tree::{Place, SequenceId, Slot};
use parcours::model::trigger::TriggerState;
use parcours::model::value::Type;
use parcours::model::workspace::Workspace;

use crate::driver::{Driver, is_message};

const FIRST: Place = Place { sequence: SequenceId::Root, index: 0 };

fn add_field(driver: &mut Driver, name: &str) -> FieldId {
    match driver.must(Command::AddField(name.into(), Type::Text)).created {
        Some(Created::Field(id)) => id,
        other => panic!("{other:?}"),
    }
}

fn add_contact(driver: &mut Driver, name: &str) -> ContactId {
    match driver.must(Command::AddContact(name.into())).created {
        Some(Created::Contact(id)) => id,
        other => panic!("{other:?}"),
    }
}

#[test]
fn s4_a_copy_of_a_trigger_is_a_draft_with_names_of_its_own_and_is_used_nowhere() {
    let mut driver = Driver::new();
    let id = driver.add_trigger("Send to sales agent");
    driver.must(Command::AddAttribute(id, "Phone number".into(), Type::Number));
    driver.must(Command::SetTriggerState(id, TriggerState::Ready));
    let Some(Created::Trigger(copy)) = driver.must(Command::DuplicateTrigger(id)).created else {
        panic!("no trigger was created");
    };
    let triggers = &driver.editor.workspace().triggers;
    let (original, copy) = (&triggers[&id], &triggers[&copy]);
    assert_eq!(copy.name, "Send to sales agent (2)");
    assert_eq!(copy.state, TriggerState::Draft);
    assert_ne!(copy.unique_name, original.unique_name);
    assert_ne!(copy.attributes[0].id, original.attributes[0].id);
    assert_eq!(copy.attributes[0].name, "Phone number");
    assert_eq!(copy.attributes[0].ty, Type::Number);
    driver.must(Command::DeleteTrigger(copy.id));
}

#[test]
fn s4_a_trigger_keeps_its_unique_name_when_it_is_renamed() {
    let mut driver = Driver::new();
    let id = driver.add_trigger("Send to sales agent");
    let mut trigger = (*driver.editor.workspace().triggers[&id]).clone();
    let unique_name = trigger.unique_name.clone();
    (trigger.name, trigger.unique_name) = ("Call".into(), "other".into());
    driver.must(Command::SetTrigger(trigger));
    let kept = &driver.editor.workspace().triggers[&id];
    assert_eq!((kept.name.as_str(), &kept.unique_name), ("Call", &unique_name));
}

#[test]
fn a_trigger_in_use_is_not_deleted() {
    let mut driver = Driver::new();
    let trigger = driver.add_trigger("Send to sales agent");
    let journey = driver.add_journey("Post-purchase");
    let tile = driver.place(journey, FIRST, NewTile::CustomTrigger);
    driver.edit(journey, JourneyEdit::SetRaised(tile, Some(trigger)));
    let delete = Command::DeleteTrigger(trigger);
    assert_eq!(driver.run(delete.clone()), Err(Refusal::InUse(UseOf::Trigger(trigger))));
    driver.edit(journey, JourneyEdit::Delete(tile.into()));
    driver.must(Command::AddFlow("Create phone call".into(), Some(trigger)));
    assert_eq!(driver.run(delete.clone()), Err(Refusal::InUse(UseOf::Trigger(trigger))));
    driver.undo();
    driver.must(delete);
}

#[test]
fn an_attribute_in_use_is_not_deleted_whichever_way() {
    let mut driver = Driver::new();
    let id = driver.add_trigger("Send to sales agent");
    let attribute = driver.add_attribute(id, "Phone");
    let journey = driver.add_journey("Post-purchase");
    let tile = driver.place(journey, FIRST, NewTile::CustomTrigger);
    driver.edit(journey, JourneyEdit::SetRaised(tile, Some(id)));
    driver.map(journey, tile, attribute, Mapping::Fixed("1".into()));
    let mut without = (*driver.editor.workspace().triggers[&id]).clone();
    without.attributes.clear();
    let in_use = Refusal::InUse(UseOf::Attribute(id, attribute));
    assert_eq!(driver.run(Command::DeleteAttribute(id, attribute)), Err(in_use));
    assert_eq!(driver.run(Command::SetTrigger(without.clone())), Err(in_use));
    driver.edit(journey, JourneyEdit::SetMapping(tile, attribute, None));
    driver.must(Command::SetTrigger(without));
    assert!(driver.editor.workspace().triggers[&id].attributes.is_empty());
}

#[test]
fn a_field_in_use_is_not_deleted_and_takes_its_values_along() {
    let mut driver = Driver::new();
    let field = add_field(&mut driver, "Reward status");
    let client = add_contact(&mut driver, "Client 1");
    let mut contact = (*driver.editor.workspace().contacts[&client]).clone();
    contact.values = SortedMap::from([(field, "member".into())]);
    driver.must(Command::SetContact(contact));
    let journey = driver.add_journey("Post-purchase");
    let tile = driver.place(journey, FIRST, NewTile::AttributeBranch);
    let Slot::Branch(branch) = driver.tile(journey, tile).slots()[0] else { panic!("no branch") };
    let set = |condition| JourneyEdit::SetBranchCondition(tile, branch, condition);
    let reads = Condition::row(Source::Contact(field), Operator::IsEmpty, &[]);
    driver.edit(journey, set(reads));
    let refusal = driver.run(Command::DeleteField(field));
    assert_eq!(refusal, Err(Refusal::InUse(UseOf::Field(field))));
    driver.edit(journey, set(Condition::default()));
    driver.must(Command::DeleteField(field));
    assert!(driver.editor.workspace().contacts[&client].values.is_empty());
    driver.undo();
    assert_eq!(driver.editor.workspace().contacts[&client].values[&field], "member");
    assert_eq!(driver.editor.session().page, Page::Contacts);
}

#[test]
fn a_deleted_contact_takes_its_events_along() {
    let mut driver = Driver::new();
    let trigger = driver.add_trigger("Order placed");
    let clients = ["Client 1", "Client 2"].map(|name| add_contact(&mut driver, name));
    for client in clients {
        driver.must(Command::AddEvent(client, Happening::raises(trigger), "2026-01-01".into()));
    }
    driver.must(Command::DeleteContact(clients[0]));
    let left: Vec<_> =
        driver.editor.workspace().events.values().map(|event| event.contact).collect();
    assert_eq!(left, [clients[1]]);
}

#[test]
fn what_does_not_exist_is_refused_and_changes_nothing() {
    let mut driver = Driver::new();
    let journey = driver.add_journey("Nurture");
    let (gone, tile) = (JourneyId(99), TileId(99));
    for command in [
        Command::DuplicateJourney(gone),
        Command::Journey(gone, JourneyEdit::Rename("X".into())),
        Command::Journey(journey, JourneyEdit::Delete(tile.into())),
        Command::Journey(journey, JourneyEdit::RenameBranch(tile, BranchId(9), "X".into())),
        Command::DeleteContact(ContactId(99)),
    ] {
        assert_eq!(driver.run(command), Err(Refusal::NotFound));
    }
    driver.undo();
    assert_eq!(driver.run(Command::Undo), Err(Refusal::NothingToUndo));
    driver.redo();
    assert_eq!(driver.run(Command::Redo), Err(Refusal::NothingToRedo));
}

#[test]
fn opening_lets_go_of_what_is_not_there() {
    let view = View { x: 0.0, y: 0.0, zoom: 1.0 };
    let session = Session {
        page: Page::Journey(JourneyId(7)),
        selection: Selection::tile(TileId(8)),
        views: SortedMap::from([(JourneyId(7), view)]),
        folds: SortedMap::from([(JourneyId(7), Folded::new())]),
    };
    let editor = Editor::open(Workspace::default(), session);
    assert_eq!(*editor.session(), Session::default());
}

#[test]
fn an_import_is_one_edit_that_is_announced_and_undone_as_a_whole() {
    let mut driver = Driver::new();
    let outcome = driver.editor.edit(EditName::new("edit-import", "shop.json"), |tx| {
        tx.settings_mut().name = "Imported".into();
        tx.settings_mut().environment = "Test".into();
    });
    let announced = |effect: &Effect| matches!(effect, Effect::Announce(_, Announcement::Done));
    assert!(outcome.unwrap().effects.iter().any(announced));
    driver.undo();
    assert_eq!(*driver.editor.workspace(), Workspace::default());
}

#[test]
fn every_refusal_has_a_message() {
    use parcours::model::journey::JourneyState::{Draft, Paused};
    let field = UseOf::Field(FieldId(1));
    for refusal in [
        Refusal::NothingToUndo,
        Refusal::NothingToRedo,
        Refusal::NotFound,
        Refusal::InUse(field),
        Refusal::NotADraft(JourneyId(1)),
        Refusal::IntoItself,
        Refusal::LastBranch,
        Refusal::WrongTile,
        Refusal::Transition { from: Draft, to: Paused },
    ] {
        assert!(is_message(refusal.message()), "{refusal:?}");
    }
}
