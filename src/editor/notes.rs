//! Edits of notes (rule S11): they change nothing in what a journey does, so they are
//! made in every state of it.

use crate::editor::edits::Done;
use crate::editor::name::EditName;
use crate::editor::outcome::Refusal;
use crate::model::id::TileId;
use crate::model::journey::Journey;
use crate::model::note::Note;

/// Sets the note at a tile, the Entry included; without a text there is none.
pub(super) fn set(journey: &mut Journey, tile: TileId, note: Note) -> Result<Done, Refusal> {
    let note = Note::new(note.text, note.card);
    let before = std::mem::replace(note_of(journey, tile)?, note.clone());
    let named = |id| name(journey, id, tile);
    Ok(match (note.is_empty(), note.card) {
        (true, _) => Done::new(named("edit-delete-note")),
        (_, true) if !before.card && before.text == note.text => Done::new(named("edit-open-note")),
        (_, false) if before.card && before.text == note.text => {
            Done::new(named("edit-close-note"))
        }
        _ => Done::typed(named("edit-set-note")),
    })
}

/// Moves a note to another tile. Where one is already, it stands below that one's text.
pub(super) fn move_to(journey: &mut Journey, from: TileId, to: TileId) -> Result<Done, Refusal> {
    let moved = note_of(journey, from)?.clone();
    let there = note_of(journey, to)?;
    if moved.is_empty() {
        return Err(Refusal::NotFound);
    }
    if from != to {
        let text = match there.is_empty() {
            true => moved.text,
            false => format!("{}\n\n{}", there.text, moved.text),
        };
        *there = Note::new(text, there.card || moved.card);
        *note_of(journey, from)? = Note::default();
    }
    Ok(Done::new(name(journey, "edit-move-note", to)))
}

fn note_of(journey: &mut Journey, tile: TileId) -> Result<&mut Note, Refusal> {
    if tile == journey.entry.id {
        return Ok(&mut journey.entry.note);
    }
    journey.tile_mut(tile).map(|tile| &mut tile.note).ok_or(Refusal::NotFound)
}

fn name(journey: &Journey, id: &'static str, at: TileId) -> EditName {
    match journey.tile(at) {
        Some(tile) => EditName::of_tile(id, tile),
        None => EditName::new(id, journey.name.clone()).about(at.0, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::sample;

    fn note(text: &str, card: bool) -> Note {
        Note { text: text.into(), card }
    }

    fn written() -> (Journey, [TileId; 2]) {
        let mut journey = sample::journey(4);
        let (entry, tile) = (journey.entry.id, journey.tiles[0].id);
        set(&mut journey, tile, note("Ask Ana", false)).unwrap();
        (journey, [entry, tile])
    }

    #[test]
    fn s11_a_note_without_a_text_is_none() {
        let (mut journey, [entry, tile]) = written();
        let before = journey.clone();
        set(&mut journey, entry, note("", true)).unwrap();
        assert_eq!(journey, before);
        let done = set(&mut journey, tile, note("", true)).unwrap();
        assert_eq!(done.name.id, "edit-delete-note");
        assert_eq!(journey.tiles[0].note, Note::default());
    }

    #[test]
    fn what_an_edit_of_a_note_is_called_says_what_it_did() {
        let (mut journey, [_, tile]) = written();
        let mut id = |text, card| set(&mut journey, tile, note(text, card)).unwrap().name.id;
        assert_eq!(id("Ask Ana", true), "edit-open-note");
        assert_eq!(id("Ask Ana or Bo", true), "edit-set-note");
        assert_eq!(id("Ask Ana or Bo", false), "edit-close-note");
    }

    #[test]
    fn s11_a_note_that_is_moved_onto_another_stands_below_its_text() {
        let (mut journey, [entry, tile]) = written();
        set(&mut journey, entry, note("Since May", true)).unwrap();
        move_to(&mut journey, tile, entry).unwrap();
        assert_eq!(journey.entry.note, note("Since May\n\nAsk Ana", true));
        assert!(journey.tiles[0].note.is_empty());
        assert_eq!(move_to(&mut journey, tile, entry).unwrap_err(), Refusal::NotFound);
        move_to(&mut journey, entry, entry).unwrap();
        assert_eq!(journey.entry.note, note("Since May\n\nAsk Ana", true));
    }
}
