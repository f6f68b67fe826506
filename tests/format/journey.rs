//! One journey as a file, and what becomes of it in another workspace.

use std::sync::Arc;

use parcours::examples::POST_PURCHASE;
use parcours::format::{
    JourneyFile, Kind, MergeReport, Note, ReadError, merge, read, read_journey, write,
    write_journey,
};
use parcours::model::change::Tx;
use parcours::model::id::JourneyId;
use parcours::model::journey::TileKind;
use parcours::model::sorted::SortedMap;
use parcours::model::value::Type;
use parcours::model::version::Version;
use parcours::model::workspace::Workspace;
use proptest::prelude::*;

use crate::support::generate;

fn example() -> Workspace {
    read(POST_PURCHASE.json().as_bytes()).unwrap_or_default()
}

fn post_purchase(workspace: &Workspace) -> JourneyId {
    let mut journeys = workspace.journeys.values();
    journeys.find(|journey| journey.name == "Post-purchase").map_or(JourneyId(0), |found| found.id)
}

fn import(text: &str, workspace: &mut Workspace) -> Result<MergeReport, ReadError> {
    let file = read_journey(text.as_bytes())?;
    let mut tx = Tx::new(workspace);
    let report = merge(file, &mut tx);
    tx.finish();
    Ok(report)
}

/// The content with ids numbered in the order in which they appear. Where lines
/// break does not count: that depends on how long the ids are.
fn without_ids(text: &str) -> String {
    let mut numbers = SortedMap::new();
    let parts = text.split('"').map(|part| {
        let is_id = part.starts_with(|c: char| "ctajnbxfspegmqdk".contains(c))
            && part.len() > 1
            && part[1..].bytes().all(|byte| byte.is_ascii_digit());
        if !is_id {
            return part.to_owned();
        }
        let next = numbers.len();
        format!("{}{}", &part[..1], numbers.entry(part.to_owned()).or_insert(next))
    });
    let text = parts.collect::<Vec<_>>().join("\"");
    text.lines().map(str::trim).collect::<String>().replace(", ", ",")
}

/// Mappings are in order of id; those of attributes that do not exist have no other order.
fn maps_what_is_not_there(file: &JourneyFile) -> bool {
    let known = |id| file.triggers.iter().any(|trigger| trigger.attribute(id).is_some());
    file.journey.all_tiles().iter().any(|tile| match &tile.kind {
        TileKind::CustomTrigger { mappings, .. } => mappings.keys().any(|&id| !known(id)),
        _ => false,
    })
}

#[test]
fn a_journey_takes_along_what_it_refers_to() {
    let workspace = example();
    let text = write_journey(&workspace, post_purchase(&workspace)).unwrap();
    let file = read_journey(text.as_bytes()).unwrap();
    assert_eq!((file.fields.len(), file.triggers.len(), file.flows.len()), (4, 3, 1));
    let nurture = workspace.journeys.values().find(|journey| journey.name == "Nurture").unwrap();
    let text = write_journey(&workspace, nurture.id).unwrap();
    let file = read_journey(text.as_bytes()).unwrap();
    assert_eq!((file.fields.len(), file.triggers.len(), file.flows.len()), (0, 2, 0));
    assert_eq!(write_journey(&workspace, JourneyId(999)), None);
}

#[test]
fn into_its_own_workspace_everything_is_reused_but_the_journey() {
    let mut workspace = example();
    let text = write_journey(&workspace, post_purchase(&workspace)).unwrap();
    let before = workspace.clone();
    let report = import(&text, &mut workspace).unwrap();
    let copy = workspace.journeys.remove(&report.journey).unwrap();
    assert_eq!(copy.name, "Post-purchase (2)");
    assert!(report.notes[..8].iter().all(|note| matches!(note, Note::Reused(..))));
    assert!(matches!(&report.notes[8..], [Note::Renamed { kind: Kind::Journey, .. }]));
    workspace.settings = before.settings.clone();
    assert_eq!(workspace, before, "the original stays untouched");
}

#[test]
fn a_trigger_gets_the_attributes_that_it_lacks() {
    let workspace = example();
    let text = write_journey(&workspace, post_purchase(&workspace)).unwrap();
    let mut other = example();
    let id = other.trigger_named("Send to sales agent").unwrap().id;
    Arc::make_mut(other.triggers.get_mut(&id).unwrap()).attributes.remove(1);
    let report = import(&text, &mut other).unwrap();
    let attributes = vec!["Phone number".to_owned()];
    let name = "Send to sales agent".to_owned();
    assert!(report.notes.contains(&Note::Extended { name, attributes }));
    let names: Vec<_> = other.triggers[&id].attributes.iter().map(|a| a.name.as_str()).collect();
    assert_eq!(names, ["Full name", "Order value", "Product", "Phone number"]);
    assert!(read(write(&other).as_bytes()).is_ok());
}

#[test]
fn a_trigger_whose_types_clash_comes_in_beside_the_one_that_is_here() {
    let workspace = example();
    let text = write_journey(&workspace, post_purchase(&workspace)).unwrap();
    let mut other = example();
    let here = other.trigger_named("Send to sales agent").unwrap().clone();
    Arc::make_mut(other.triggers.get_mut(&here.id).unwrap()).attributes[1].ty = Type::Text;
    let phone = workspace.fields.values().find(|field| field.name == "Phone number").unwrap();
    Arc::make_mut(other.fields.get_mut(&phone.id).unwrap()).ty = Type::Text;
    let report = import(&text, &mut other).unwrap();
    let separate = other.trigger_named("Send to sales agent (2)").unwrap();
    assert_ne!(separate.unique_name, here.unique_name);
    let note = Note::Separate {
        from: here.name.clone(),
        name: separate.name.clone(),
        attribute: "Phone number".into(),
    };
    assert!(report.notes.contains(&note));
    let field = Note::Renamed {
        kind: Kind::Field,
        from: "Phone number".into(),
        name: "Phone number (2)".into(),
    };
    assert!(report.notes.contains(&field));
    let flow = other.flows.values().find(|flow| flow.name == "Call the new shopper (2)").unwrap();
    assert_eq!(flow.trigger, Some(separate.id));
}

#[test]
fn a_workspace_file_is_no_journey_file() {
    let error = read_journey(POST_PURCHASE.json().as_bytes()).unwrap_err();
    assert_eq!(error.to_string(), "this is a workspace file, not a journey file");
}

proptest! {
    #[test]
    fn through_an_empty_workspace_a_journey_stays_the_same_up_to_ids(w in generate::workspace()) {
        for id in w.journeys.keys() {
            let mut w = w.clone();
            // What comes in is a first version: those before it are not in the file.
            Arc::make_mut(w.journeys.get_mut(id).unwrap()).version = Version::default();
            let text = write_journey(&w, *id).unwrap();
            let file = read_journey(text.as_bytes()).unwrap();
            if maps_what_is_not_there(&file) {
                continue;
            }
            let mut other = Workspace::default();
            let report = import(&text, &mut other).unwrap();
            let again = write_journey(&other, report.journey).unwrap();
            prop_assert_eq!(without_ids(&again), without_ids(&text));
            prop_assert_eq!(read(write(&other).as_bytes()), Ok(other));
        }
    }

    #[test]
    fn whatever_comes_in_can_be_taken_back(w in generate::workspace(), v in generate::workspace()) {
        let mut workspace = w.clone();
        for id in v.journeys.keys() {
            let file = read_journey(write_journey(&v, *id).unwrap().as_bytes()).unwrap();
            let mut tx = Tx::new(&mut workspace);
            merge(file, &mut tx);
            let change = tx.finish();
            prop_assert_eq!(read(write(&workspace).as_bytes()), Ok(workspace.clone()));
            change.reversed().apply(&mut workspace);
            prop_assert_eq!(&workspace, &w);
        }
    }
}
