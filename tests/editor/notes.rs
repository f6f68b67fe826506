//! Notes at tiles (rule S11).

use std::sync::Arc;

use parcours::check::check;
use parcours::editor::{Command, JourneyEdit, NewTile};
use parcours::format::outline::outline;
use parcours::format::{read, read_tiles, write, write_tiles};
use parcours::model::id::{JourneyId, TileId};
use parcours::model::journey::JourneyState;
use parcours::model::note::Note;
use parcours::model::tree::{Place, SequenceId};

use crate::driver::Driver;

fn root(index: usize) -> Place {
    Place { sequence: SequenceId::Root, index }
}

fn card(text: &str) -> Note {
    Note::new(text.into(), true)
}

/// A journey of one Wait with a card beside it.
fn noted() -> (Driver, JourneyId, TileId) {
    let mut driver = Driver::new();
    let journey = driver.add_journey("Nurture");
    let wait = driver.place(journey, root(0), NewTile::Wait);
    driver.edit(journey, JourneyEdit::SetNote(wait, card("Ask Ana\nbefore June")));
    (driver, journey, wait)
}

#[test]
fn s11_a_note_is_written_on_a_live_journey_and_changes_no_finding() {
    let (mut driver, journey, wait) = noted();
    driver.edit(journey, JourneyEdit::SetState(JourneyState::Live));
    let before = check(driver.editor.workspace());
    let entry = driver.journey(journey).entry.id;
    for tile in [wait, entry] {
        driver.edit(journey, JourneyEdit::SetNote(tile, card("Since the relaunch")));
    }
    assert_eq!(driver.journey(journey).entry.note, card("Since the relaunch"));
    assert_eq!(check(driver.editor.workspace()), before);
}

#[test]
fn what_is_typed_into_a_note_is_one_edit() {
    let (mut driver, journey, wait) = noted();
    driver.must(Command::EndGesture);
    for text in ["Ask", "Ask Bo"] {
        driver.edit(journey, JourneyEdit::SetNote(wait, card(text)));
    }
    driver.undo();
    assert_eq!(driver.tile(journey, wait).note, card("Ask Ana\nbefore June"));
}

#[test]
fn s11_a_note_goes_where_its_tile_goes() {
    let (mut driver, journey, wait) = noted();
    let note = card("Ask Ana\nbefore June");
    driver.edit(journey, JourneyEdit::Duplicate(wait.into()));
    let notes = |driver: &Driver| -> Vec<Note> {
        driver.journey(journey).tiles.iter().map(|tile| tile.note.clone()).collect()
    };
    assert_eq!(notes(&driver), [note.clone(), note.clone()]);
    let copied = {
        let journey = driver.journey(journey);
        let tiles: Vec<_> = journey.tiles.iter().take(1).map(Arc::as_ref).collect();
        write_tiles(driver.editor.workspace(), journey, &tiles, &[])
    };
    assert_eq!(read_tiles(&copied).unwrap().tiles[0].note, note);
    driver.edit(journey, JourneyEdit::Delete(wait.into()));
    assert_eq!(notes(&driver), std::slice::from_ref(&note));
    driver.undo();
    assert_eq!(notes(&driver), [note.clone(), note]);
}

#[test]
fn a_file_keeps_notes_and_says_nothing_of_none() {
    let (mut driver, journey, wait) = noted();
    let text = write(driver.editor.workspace());
    assert!(text.contains("\"note\": \"Ask Ana\\nbefore June\""), "{text}");
    assert!(text.contains("\"noteAsCard\": true"), "{text}");
    assert_eq!(read(text.as_bytes()).unwrap(), *driver.editor.workspace());
    driver.edit(journey, JourneyEdit::SetNote(wait, Note::default()));
    assert!(!write(driver.editor.workspace()).contains("note"));
}

#[test]
fn the_outline_tells_notes_in_one_line_each() {
    let (mut driver, journey, _) = noted();
    let entry = driver.journey(journey).entry.id;
    driver.edit(journey, JourneyEdit::SetNote(entry, card("For members")));
    let text = outline(driver.editor.workspace(), driver.journey(journey));
    let notes: Vec<&str> =
        text.lines().map(str::trim).filter(|line| line.starts_with("note:")).collect();
    assert_eq!(notes, ["note: “For members”", "note: “Ask Ana / before June”"]);
}
