//! Notes on the ground. Where one lies is told in whole pixels, each in its direction:
//! what a number needs no sign for.

use crate::format::shape::{Members, Object, objects};
use crate::model::collect;
use crate::model::id::TileId;
use crate::model::note::{Anchor, GroundNote};

objects!(NoteRecord);

/// A note on the ground; a place right at the corner of its tile is left out.
#[derive(Debug, Default)]
pub(super) struct NoteRecord {
    id: TileId,
    text: String,
    tile: TileId,
    right: u32,
    left: u32,
    down: u32,
    up: u32,
}

impl Object for NoteRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.must("text", &mut self.text);
        to.must("tile", &mut self.tile);
        to.may("right", &mut self.right);
        to.may("left", &mut self.left);
        to.may("down", &mut self.down);
        to.may("up", &mut self.up);
    }
}

impl NoteRecord {
    pub fn new(note: &GroundNote) -> Self {
        let Anchor { tile, x, y } = note.at;
        let ahead = |by: i32| u32::try_from(by).unwrap_or_default();
        let back = |by: i32| if by < 0 { by.unsigned_abs() } else { 0 };
        let (right, left, down, up) = (ahead(x), back(x), ahead(y), back(y));
        Self { id: note.id, text: note.text.clone(), tile, right, left, down, up }
    }

    fn into_model(self) -> GroundNote {
        let Self { id, text, tile, right, left, down, up } = self;
        let along = |ahead: u32, back: u32| {
            let by = i64::from(ahead) - i64::from(back);
            by.clamp(i32::MIN.into(), i32::MAX.into()) as i32
        };
        GroundNote { id, text, at: Anchor { tile, x: along(right, left), y: along(down, up) } }
    }
}

/// Notes as the model has them: in the order of their ids, and none without a text.
pub(super) fn notes(records: Vec<NoteRecord>) -> Vec<GroundNote> {
    let mut notes: Vec<_> = records.into_iter().map(NoteRecord::into_model).collect();
    notes.retain(|note| !note.text.is_empty());
    collect::sort_by_key(&mut notes, |note| note.id);
    notes
}
