//! Any sequence of commands: what must always hold holds, and undoing and
//! redoing everything leads back and forth exactly.

use parcours::editor::{Page, Refusal, Selection, Tiles, outermost};
use parcours::format::{paste, read_tiles, write, write_tiles};
use parcours::model::id::JourneyId;
use parcours::model::tree::{Place, SequenceId};
use proptest::prelude::*;

use crate::commands::{Dice, commands, pick};
use crate::driver::Driver;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn undoing_everything_leads_back_and_redoing_everything_leads_forth(
        dice in prop::collection::vec(any::<Dice>(), 1..300),
    ) {
        let mut driver = Driver::new();
        let start = driver.editor.workspace().clone();
        for dice in dice {
            if dice.0 % 7 == 0 {
                gesture(&mut driver, dice);
            }
            if let Some(command) = commands(driver.editor.workspace(), dice) {
                // A refusal is an answer too; the driver checks that it changes nothing.
                let _ = driver.run(command);
            }
        }
        let end = driver.editor.workspace().clone();
        let can_redo = driver.editor.redo_name().is_some();
        let mut undone = 0;
        while driver.editor.undo_name().is_some() {
            driver.undo();
            undone += 1;
        }
        prop_assert_eq!(driver.editor.workspace(), &start);
        prop_assert_eq!(write(driver.editor.workspace()), write(&start));
        for _ in 0..undone {
            driver.redo();
        }
        prop_assert_eq!(driver.editor.workspace(), &end);
        prop_assert_eq!(write(driver.editor.workspace()), write(&end));
        prop_assert_eq!(driver.editor.redo_name().is_some(), can_redo);
    }
}

/// Selects tiles of a journey, or pastes those of one onto another.
fn gesture(driver: &mut Driver, (_, a, b, c): Dice) {
    let workspace = driver.editor.workspace().clone();
    let journeys: Vec<JourneyId> = workspace.journeys.keys().copied().collect();
    let (Some(from), Some(to)) = (pick(&journeys, a), pick(&journeys, b)) else { return };
    let from = &workspace.journeys[&from];
    let tiles = from.all_tiles().into_iter().map(|tile| tile.id);
    let Some(tiles) = Tiles::new(tiles.filter(|id| (id.0 + c).is_multiple_of(2)).collect()) else {
        return;
    };
    if a.is_multiple_of(2) {
        let session = driver.editor.session_mut();
        (session.page, session.selection) = (Page::Journey(from.id), Selection::Tiles(tiles));
        return;
    }
    let mut found = Vec::new();
    outermost(&from.tiles, &tiles, &mut found);
    let notes: Vec<_> = from.notes.iter().collect();
    let fragment = read_tiles(&write_tiles(&workspace, from, &found, &notes)).unwrap();
    let length = workspace.journeys[&to].tiles.len();
    let place = Place { sequence: SequenceId::Root, index: c as usize % (length + 1) };
    let answer = driver.editor.bring(to, |tx| {
        let pasted = paste(fragment, to, place, tx).map_err(|_| Refusal::TooDeep)?;
        Tiles::new(pasted.tiles.into_iter().chain(pasted.ground).collect()).ok_or(Refusal::NotFound)
    });
    match answer {
        Ok(_) => assert!(driver.editor.session().selection.tiles().is_some()),
        Err(_) => assert_eq!(driver.editor.workspace(), &workspace),
    }
}
