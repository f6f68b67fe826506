//! What is kept of each edit, so that it can be undone: the memory that the program has
//! after many of them, and how much that is for each.
//!
//! It asks Linux; on other systems nothing is told.

use std::fs;
use std::sync::Arc;

use parcours::editor::{Command, Editor, JourneyEdit, Session};
use parcours::layout::sample::{self, JOURNEY};
use parcours::model::id::TileId;
use parcours::model::journey::{Sequence, Tile};

use bench::by_engine::Broken;

/// Before so many edits are measured, as many fill what the program has spare.
const EDITS: usize = 200;
/// The same for copies of all tiles, which are large.
const COPIES: usize = 20;
/// The bytes of a page of memory.
const PAGE: f64 = 4096.0;

/// Prints the figures.
///
/// # Errors
/// When an edit is refused, or the system does not say how much memory there is.
pub fn run() -> Result<(), Broken> {
    println!("{:>7} {:>12} {:>18}", "tiles", "an edit", "a copy of all");
    // What is given back would be taken again, and not be counted.
    let (mut editors, mut copies) = (Vec::new(), Vec::new());
    for count in [100, 1_000, 2_000, 10_000] {
        let mut editor = Editor::open(sample::workspace(count), Session::default());
        let all = Arc::clone(&editor.workspace().journeys[&JOURNEY]);
        let tiles = all.all_tiles();
        let named = tiles.get(tiles.len() / 2).map_or(TileId(0), |tile| tile.id);
        let edit = each(EDITS, &mut |number| {
            let edit = JourneyEdit::RenameTile(named, format!("Name {number}"));
            let done = editor.run(Command::Journey(JOURNEY, edit));
            let closed = editor.run(Command::EndGesture);
            done.and(closed).map(drop).map_err(|refusal| Broken(format!("{refusal:?}")))
        })?;
        let copy = each(COPIES, &mut |_| {
            copies.push(copied(&all.tiles));
            Ok(())
        })?;
        editors.push(editor);
        println!("{count:>7} {edit:>10.0} B {copy:>16.0} B");
    }
    Ok(())
}

/// How many bytes are kept each time, after as many times.
fn each(times: usize, go: &mut dyn FnMut(usize) -> Result<(), Broken>) -> Result<f64, Broken> {
    (0..times).try_for_each(&mut *go)?;
    let before = memory()?;
    (times..2 * times).try_for_each(go)?;
    Ok((memory()? - before) / times as f64)
}

/// The memory that the program has, in bytes.
fn memory() -> Result<f64, Broken> {
    let file = "/proc/self/statm";
    let text = fs::read_to_string(file).map_err(|error| Broken(format!("{file}: {error}")))?;
    let pages = text.split_whitespace().nth(1).and_then(|pages| pages.parse::<f64>().ok());
    Ok(pages.ok_or_else(|| Broken(format!("{file}: {text}")))? * PAGE)
}

/// The same tiles once more, and all that is on their branches.
fn copied(tiles: &Sequence) -> Sequence {
    let copy = |tile: &Arc<Tile>| {
        let mut copy = Tile::clone(tile);
        copy.kind.sequences_mut().into_iter().for_each(|tiles| *tiles = copied(tiles));
        Arc::new(copy)
    };
    tiles.iter().map(copy).collect()
}
