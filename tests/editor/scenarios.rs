//! Test scenarios: added with ids of their own, changed, and taken back.

use parcours::editor::{Command, Created, Editor, Page, Refusal, Session, UseOf};
use parcours::engine::judge::judge;
use parcours::examples::POST_PURCHASE;
use parcours::model::audience::Happening;
use parcours::model::id::{FieldId, ScenarioId, TriggerId};
use parcours::model::workspace::Workspace;

fn example() -> Workspace {
    parcours::format::read(POST_PURCHASE.json().as_bytes()).unwrap()
}

fn editor() -> Editor {
    Editor::open(example(), Session::default())
}

#[test]
fn a_scenario_that_is_added_has_ids_of_its_own_and_passes_as_before() {
    let mut editor = editor();
    let copy = example().scenarios[&ScenarioId(37)].as_ref().clone();
    let created = editor.run(Command::AddScenario(Box::new(copy))).unwrap().created;
    let Some(Created::Scenario(id)) = created else { panic!("{created:?}") };
    let workspace = editor.workspace();
    let added = &workspace.scenarios[&id];
    assert_eq!(added.name, "Client 1 is nurtured 2");
    assert!(added.contacts[0].id.0 > 42 && added.events[0].id.0 > 42);
    let text = parcours::format::write(workspace);
    assert_eq!(parcours::format::read(text.as_bytes()).as_ref(), Ok(workspace));
    let verdict = judge(workspace, added).unwrap();
    assert!(verdict.seen.iter().all(Option::is_none), "{verdict:?}");
    editor.run(Command::Undo).unwrap();
    assert_eq!(editor.workspace(), &example());
}

#[test]
fn contacts_and_events_of_a_scenario_come_and_go_and_undo_shows_its_page() {
    let mut editor = editor();
    let id = ScenarioId(37);
    editor.run(Command::AddScenarioContact(id, "Client 1".into())).unwrap();
    let added = editor.workspace().scenarios[&id].contacts[1].clone();
    assert_eq!(added.name, "Client 1 2");
    let event = Command::AddScenarioEvent(
        id,
        added.id,
        Happening::raises(TriggerId(5)),
        "2026-03-02".into(),
    );
    editor.run(event).unwrap();
    let mut scenario = editor.workspace().scenarios[&id].as_ref().clone();
    scenario.remove_contact(added.id);
    assert_eq!(scenario.events.len(), 1);
    editor.run(Command::SetScenario(scenario)).unwrap();
    editor.run(Command::Undo).unwrap();
    assert_eq!(editor.session().page, Page::Tests(Some(id)));
    while editor.run(Command::Undo).is_ok() {}
    assert_eq!(editor.workspace(), &example());
    editor.run(Command::DeleteScenario(id)).unwrap();
    assert_eq!(editor.run(Command::DeleteScenario(id)), Err(Refusal::NotFound));
}

#[test]
fn a_trigger_that_a_scenario_names_is_in_use_and_a_field_goes_with_its_values() {
    let mut workspace = example();
    workspace.journeys.clear();
    workspace.flows.clear();
    workspace.events.clear();
    workspace.models.clear();
    let mut editor = Editor::open(workspace, Session::default());
    let refusal = Err(Refusal::InUse(UseOf::Trigger(TriggerId(8))));
    assert_eq!(editor.run(Command::DeleteTrigger(TriggerId(8))), refusal);
    editor.run(Command::DeleteField(FieldId(1))).unwrap();
    let scenarios = editor.workspace().scenarios.values();
    assert!(
        scenarios
            .flat_map(|scenario| &scenario.contacts)
            .all(|contact| !contact.values.contains_key(&FieldId(1)))
    );
}
