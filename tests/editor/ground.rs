//! Notes on the ground (rule S12).

use parcours::editor::{Command, JourneyEdit, NewTile, Selection};
use parcours::format::outline::outline;
use parcours::format::{paste, read, read_tiles, write, write_tiles};
use parcours::layout::{Folded, Layout, ground};
use parcours::model::change::Tx;
use parcours::model::id::{JourneyId, TileId};
use parcours::model::journey::JourneyState;
use parcours::model::note::Anchor;

use crate::driver::{Driver, end_of_root};

/// A journey of an email and a Wait; a note lies beside the email.
fn noted() -> (Driver, JourneyId, [TileId; 2], TileId) {
    let mut driver = Driver::new();
    let journey = driver.add_journey("Nurture");
    let mut place = |kind| {
        let end = end_of_root(driver.journey(journey));
        driver.place(journey, end, kind)
    };
    let tiles = [place(NewTile::Message(Default::default())), place(NewTile::Wait)];
    driver.edit(journey, JourneyEdit::AddNote(by(tiles[0]), "Ask Ana".into()));
    let note = driver.journey(journey).notes[0].id;
    (driver, journey, tiles, note)
}

fn by(tile: TileId) -> Anchor {
    Anchor { tile, x: 260, y: -12 }
}

/// Where a note is seen.
fn seen(driver: &Driver, journey: JourneyId, note: TileId) -> (f64, f64) {
    let journey = driver.journey(journey);
    let layout = Layout::of(journey, &Folded::new());
    let rect = ground::rect_of(&layout, journey, journey.ground_note(note).unwrap()).unwrap();
    (rect.x, rect.y)
}

#[test]
fn s12_a_note_is_laid_on_a_live_journey_and_typed_as_one_edit() {
    let (mut driver, journey, tiles, _) = noted();
    driver.edit(journey, JourneyEdit::SetState(JourneyState::Live));
    driver.edit(journey, JourneyEdit::AddNote(by(tiles[1]), "S".into()));
    let note = driver.journey(journey).notes[1].id;
    driver.edit(journey, JourneyEdit::WriteNote(note, "Since May".into()));
    assert_eq!(driver.editor.undo_name().unwrap().subject, "Since May");
    driver.undo();
    assert_eq!(driver.journey(journey).notes.len(), 1);
    driver.refused(journey, JourneyEdit::AddNote(by(tiles[1]), String::new()));
    driver.refused(journey, JourneyEdit::AddNote(by(TileId(9999)), "Lost".into()));
}

#[test]
fn s12_a_note_moves_with_its_tile_and_stays_where_it_is_seen_when_that_goes() {
    let (mut driver, journey, tiles, note) = noted();
    let before = seen(&driver, journey, note);
    driver.edit(journey, JourneyEdit::Delete(tiles[0].into()));
    assert_eq!(seen(&driver, journey, note), before);
    let entry = driver.journey(journey).entry.id;
    assert_eq!(driver.journey(journey).ground_note(note).unwrap().at.tile, entry);
    driver.undo();
    assert_eq!(driver.journey(journey).ground_note(note).unwrap().at, by(tiles[0]));
    let end = end_of_root(driver.journey(journey));
    driver.edit(journey, JourneyEdit::Move(tiles[0].into(), end));
    assert!(seen(&driver, journey, note).1 > before.1);
}

#[test]
fn s12_a_note_without_a_text_goes_and_what_it_lay_by_is_selected() {
    let (mut driver, journey, tiles, note) = noted();
    driver.edit(journey, JourneyEdit::WriteNote(note, String::new()));
    assert!(driver.journey(journey).notes.is_empty());
    assert_eq!(driver.editor.session().selection, Selection::tile(tiles[0]));
    assert_eq!(driver.last_edit(), Some("edit-delete-ground-note"));
    driver.undo();
    assert_eq!(driver.editor.session().selection, Selection::tile(note));
}

#[test]
fn s12_notes_are_copied_with_their_tiles_or_alone() {
    let (mut driver, journey, tiles, note) = noted();
    driver.edit(journey, JourneyEdit::Duplicate(tiles[0].into()));
    let found = driver.journey(journey);
    assert_eq!(found.notes.len(), 2);
    assert_eq!(found.notes[1].at, by(found.tiles[1].id));
    driver.undo();
    driver.edit(journey, JourneyEdit::Duplicate(note.into()));
    let copy = driver.journey(journey).notes[1].clone();
    assert_eq!((copy.at, copy.text.as_str()), (by(tiles[0]).aside(), "Ask Ana"));
    assert_eq!(driver.editor.session().selection, Selection::tile(copy.id));
    driver.edit(journey, JourneyEdit::CopyNotes(vec![(note, by(tiles[1]))]));
    assert_eq!(driver.journey(journey).notes[2].at, by(tiles[1]));
}

#[test]
fn s12_a_pasted_note_lies_by_the_copy_of_its_tile_or_by_what_is_above() {
    let (mut driver, journey, tiles, note) = noted();
    let text = {
        let found = driver.journey(journey);
        write_tiles(driver.editor.workspace(), found, &[], &[found.ground_note(note).unwrap()])
    };
    let end = end_of_root(driver.journey(journey));
    let mut workspace = driver.editor.workspace().clone();
    let mut tx = Tx::new(&mut workspace);
    let pasted = paste(read_tiles(&text).unwrap(), journey, end, &mut tx).unwrap();
    tx.finish();
    let now = &workspace.journeys[&journey];
    assert_eq!(now.ground_note(pasted.ground[0]).unwrap().at, by(tiles[1]).aside());
    driver.must(Command::EndGesture);
}

#[test]
fn s12_a_file_keeps_notes_and_the_outline_tells_them() {
    let (driver, journey, tiles, _) = noted();
    let text = write(driver.editor.workspace());
    let line = format!("\"tile\": \"{}\", \"right\": 260, \"up\": 12", tiles[0]);
    assert!(text.contains(&line), "{text}");
    assert_eq!(read(text.as_bytes()).unwrap(), *driver.editor.workspace());
    let told = outline(driver.editor.workspace(), driver.journey(journey));
    assert!(told.ends_with("  note by Email: “Ask Ana”\n"), "{told}");
}
