//! A journey, or some of its tiles, as a picture: where everything stands and what is
//! written on it. It is drawn as on the canvas; the words are the caller's.
//!
//! **Invariant:** a picture shows each tile of what it is of once, and nothing else.

mod mermaid;
mod svg;

use crate::layout::{self, Family, Point, Rect, ground, path_d};
use crate::model::collect;
use crate::model::id::TileId;
use crate::model::journey::{Journey, Sequence, Tile};
use crate::model::note::Note;
use crate::model::sorted::SortedMap;
use crate::model::tree::Slot;

pub use mermaid::mermaid;
pub use svg::{Look, svg};

/// What is written on a tile: what it is called, and what it does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Caption {
    /// Its name.
    pub title: String,
    /// What it does; may be empty.
    pub line: String,
}

/// What is written on a picture.
#[derive(Debug, Clone, Default)]
pub struct Captions {
    /// On each tile, the Entry included.
    pub tiles: SortedMap<TileId, Caption>,
    /// On each branch.
    pub branches: SortedMap<(TileId, Slot), String>,
}

impl Captions {
    /// Those of a journey, in the words of the caller.
    pub fn of(
        journey: &Journey,
        tile: &dyn Fn(TileId) -> Caption,
        branch: &dyn Fn(&Tile, Slot) -> String,
    ) -> Self {
        let all = journey.all_tiles();
        let ids = all.iter().map(|tile| tile.id).chain([journey.entry.id]);
        let tiles = collect::map(ids.map(|id| (id, tile(id))));
        let slots = all.iter().flat_map(|tile| tile.slots().into_iter().map(|slot| (*tile, slot)));
        let branches = collect::map(slots.map(|(one, slot)| ((one.id, slot), branch(one, slot))));
        Self { tiles, branches }
    }
}

/// A journey as it is drawn.
#[derive(Debug, Clone)]
pub struct Picture {
    boxes: Vec<(Rect, Family, Caption)>,
    /// The ways, as SVG writes them.
    lines: Vec<String>,
    labels: Vec<(Point, String)>,
    ends: Vec<Point>,
    /// The notes on the ground, below everything.
    lying: Vec<Noted>,
    notes: Vec<Noted>,
    bounds: Rect,
}

/// A note, and where it is drawn: a card, or a mark on its tile.
#[derive(Debug, Clone)]
struct Noted {
    rect: Rect,
    text: String,
    card: bool,
}

/// Its corners, in CSS px.
const RADIUS: f64 = 10.0;
/// The mark of a note at the lower right corner of its tile, in CSS px.
const MARK: f64 = 18.0;

impl Picture {
    /// Of a journey; without its Entry, of the tiles alone.
    pub fn of(journey: &Journey, captions: &Captions, entry: bool) -> Self {
        let drawing = layout::journey(journey);
        let is_shown = |is_entry: bool| entry || !is_entry;
        let caption = |id| captions.tiles.get(&id).cloned().unwrap_or_default();
        let boxes = drawing.boxes.iter().filter(|one| is_shown(one.id == journey.entry.id));
        let notes = boxes.clone().filter_map(|one| {
            let note = journey.note_at(one.id);
            let corner = Point { x: one.rect.right(), y: one.rect.bottom() };
            let rect = one.card.unwrap_or(Rect::around(corner, MARK, MARK));
            let text = note.text.clone();
            (!note.is_empty()).then_some(Noted { rect, text, card: one.card.is_some() })
        });
        let lying = ground::unfolded(journey).into_iter();
        let lying = lying.map(|(note, rect)| Noted { rect, text: note.text.clone(), card: true });
        let lying: Vec<_> = lying.collect();
        let notes: Vec<_> = notes.collect();
        let boxes: Vec<_> = boxes.map(|one| (one.rect, one.family, caption(one.id))).collect();
        let edges = drawing.edges.iter();
        let edges = edges.filter(|edge| is_shown(edge.from == Some(journey.entry.id)));
        let labels = drawing.labels.iter().map(|label| {
            let name = captions.branches.get(&(label.tile, label.slot));
            (label.at, name.cloned().unwrap_or_default())
        });
        let mut bounds = drawing.bounds;
        if let (false, Some((first, ..))) = (entry, boxes.first()) {
            bounds.height -= first.y - bounds.y;
            bounds.y = first.y;
        }
        let bounds = lying.iter().fold(bounds, |all, note| all.union(&note.rect));
        Self {
            lines: edges.map(|edge| path_d(edge, RADIUS)).collect(),
            labels: labels.collect(),
            ends: drawing.ends.iter().map(|end| end.at).collect(),
            boxes,
            lying,
            notes,
            bounds,
        }
    }
}

/// The journey with nothing but these tiles and what is on their branches, one after the
/// other in reading order.
pub fn part(journey: &Journey, tiles: &dyn Fn(TileId) -> bool) -> Journey {
    let mut found = Sequence::new();
    pick(&journey.tiles, tiles, &mut found);
    let mut part = Journey { tiles: found, ..journey.clone() };
    part.entry.note = Note::default();
    let shown = collect::set(part.all_tiles().iter().map(|tile| tile.id));
    part.notes.retain(|note| shown.contains(&note.at.tile));
    part
}

fn pick(sequence: &Sequence, tiles: &dyn Fn(TileId) -> bool, found: &mut Sequence) {
    for tile in sequence {
        if tiles(tile.id) {
            found.push(tile.clone());
        } else {
            tile.kind.sequences().into_iter().for_each(|inner| pick(inner, tiles, found));
        }
    }
}
