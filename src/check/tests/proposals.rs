//! Mappings that suggest themselves, and ways on which a value is missing.

use super::fixture::*;
use crate::check::propose::{as_in, by_name, like};
use crate::check::{Arg, Code, check};
use crate::model::condition::Source;
use crate::model::id::TileId;
use crate::model::journey::{Mapping, TileKind};
use crate::model::workspace::Workspace;

const SECOND_RAISE: TileId = TileId(90);

/// A second tile of [`MAIN`] that raises [`CALL`], with nothing mapped.
fn two_tiles() -> Workspace {
    let mut workspace = sound();
    let kind = TileKind::CustomTrigger { trigger: Some(CALL), mappings: [].into(), binding: None };
    edit(&mut workspace, MAIN).tiles.push(tile(SECOND_RAISE.0, kind));
    workspace
}

fn proposed(workspace: &Workspace) -> Vec<(crate::model::id::AttributeId, Mapping)> {
    by_name(workspace, &workspace.journeys[&MAIN], SECOND_RAISE)
}

#[test]
fn a_source_of_the_same_name_and_type_suggests_itself() {
    let mut workspace = two_tiles();
    assert_eq!(proposed(&workspace), []);
    edit_field(&mut workspace, PHONE).name = "PHONE NUMBER".into();
    assert_eq!(proposed(&workspace), [(NUMBER, Mapping::Attribute(Source::Contact(PHONE)))]);
    edit_trigger(&mut workspace, ORDER).attributes[1].name = "Phone number".into();
    let received = Mapping::Attribute(Source::Received(ENTRY, AMOUNT));
    assert_eq!(proposed(&workspace), [(NUMBER, received)], "what was received is nearer");
    edit_field(&mut workspace, PHONE).ty = crate::model::value::Type::Text;
    edit_trigger(&mut workspace, ORDER).attributes[1].ty = crate::model::value::Type::Text;
    assert_eq!(proposed(&workspace), [], "of another type it does not");
}

#[test]
fn another_tile_that_raises_the_same_is_a_model() {
    let workspace = two_tiles();
    let trigger = &workspace.triggers[&CALL];
    assert_eq!(like(&workspace, SECOND_RAISE, trigger), [(MAIN, RAISE)]);
    let journey = &workspace.journeys[&MAIN];
    let proposals = as_in(&workspace, journey, SECOND_RAISE, (MAIN, RAISE));
    assert_eq!(proposals, [(NUMBER, Mapping::Attribute(Source::Contact(PHONE)))]);
}

#[test]
fn m1_what_is_received_elsewhere_is_taken_from_where_it_is_received_here() {
    let mut workspace = two_tiles();
    let raise = |source| TileKind::CustomTrigger {
        trigger: Some(CALL),
        mappings: [(NUMBER, Mapping::Attribute(source))].into(),
        binding: None,
    };
    let other = tile(91, raise(Source::Received(TileId(41), NUMBER)));
    edit(&mut workspace, NURTURE).tiles.push(other);
    let journey = &workspace.journeys[&MAIN];
    let from = (NURTURE, TileId(91));
    assert_eq!(as_in(&workspace, journey, SECOND_RAISE, from), [], "nothing like it comes here");
    edit(&mut workspace, MAIN).entry.listener_mut().unwrap().trigger = Some(CALL);
    let journey = &workspace.journeys[&MAIN];
    let here = Mapping::Attribute(Source::Received(ENTRY, NUMBER));
    assert_eq!(as_in(&workspace, journey, SECOND_RAISE, from), [(NUMBER, here)]);
}

#[test]
fn m3_a_value_that_is_missing_on_a_way_names_the_way() {
    let mut workspace = sound();
    edit_tile_name(&mut workspace, "Again in 30 days");
    map(&mut workspace, Mapping::Attribute(Source::Received(IF, AMOUNT)));
    let found = check(&workspace);
    let found = found.iter().find(|one| one.code == Code::EmptyOnTheWay).unwrap();
    let is_there = |(name, arg): &(_, Arg)| {
        *name == "tile" && matches!(arg, Arg::Tile(_, name, _) if name == "Again in 30 days")
    };
    assert!(found.args.iter().any(is_there));
    assert!(found.args.contains(&("branch", Arg::Term("branch-no"))));
}

fn edit_tile_name(workspace: &mut Workspace, name: &str) {
    edit(workspace, MAIN).tile_mut(IF).unwrap().name = name.into();
}
