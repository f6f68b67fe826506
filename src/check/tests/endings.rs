//! What ends with a journey.

use std::sync::Arc;

use crate::check::tests::fixture::*;
use crate::check::{Index, Role, ending};
use crate::model::id::TileId;
use crate::model::journey::{JourneyState, Tile};

#[test]
fn what_only_this_journey_raises_ends_with_it() {
    let workspace = sound();
    let found = ending(&Index::build(&workspace), MAIN);
    let [call] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(call.trigger, CALL);
    assert!(call.listeners.iter().any(|one| one.role == Role::Flow));
    assert!(ending(&Index::build(&workspace), NURTURE).is_empty());
}

#[test]
fn what_another_live_journey_raises_goes_on() {
    let mut workspace = sound();
    let raise = workspace.journeys[&MAIN].tile(RAISE).unwrap().clone();
    let raise = Tile { id: TileId(900), ..raise };
    edit(&mut workspace, NURTURE).tiles.push(Arc::new(raise));
    assert!(ending(&Index::build(&workspace), MAIN).is_empty());
    edit(&mut workspace, NURTURE).state = JourneyState::Draft;
    assert_eq!(ending(&Index::build(&workspace), MAIN).len(), 1);
}
