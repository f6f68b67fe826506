//! What the layout of a journey costs: from scratch, after one edit, and to find what is
//! in view. The first should grow with the tiles, the others not: compare the ratios of
//! one run.

use parcours::layout::{Folded, Layout, Rect, sample};
use parcours::model::journey::Journey;

use crate::best::Best;

/// Each figure is the best of so many tries.
const TRIES: usize = 20;
/// What a window shows of a journey.
const VIEW: (f64, f64) = (1600.0, 900.0);

/// Prints the figures.
pub fn run() {
    println!(
        "{:>7} {:>12} {:>12} {:>12} {:>12}",
        "tiles", "from scratch", "after edit", "in view", "all of it"
    );
    for count in [100, 1_000, 2_000, 10_000] {
        let before = sample::journey(count);
        let after = edited(&before);
        let folded = Folded::new();
        let layout = Layout::of(&before, &folded);
        let middle = layout.bounds().centre();
        let view = Rect::around(middle, VIEW.0, VIEW.1);
        let [mut scratch, mut edit, mut seen, mut all] = [Best::default(); 4];
        for _ in 0..TRIES {
            scratch.time(|| Layout::of(&before, &folded));
            edit.time(|| layout.after(&after, &folded));
            seen.time(|| layout.within(view));
            all.time(|| layout.whole());
        }
        let micros = |best: Best| format!("{:.1} µs", best.seconds() * 1e6);
        let [scratch, edit, seen, all] = [scratch, edit, seen, all].map(micros);
        println!("{count:>7} {scratch:>12} {edit:>12} {seen:>12} {all:>12}");
    }
}

/// The journey without one of the tiles in its middle.
fn edited(journey: &Journey) -> Journey {
    let mut journey = journey.clone();
    let tiles = journey.all_tiles();
    let id = tiles.get(tiles.len() / 2).map(|tile| tile.id);
    let place = id.and_then(|id| journey.place_of(id));
    if let Some(place) = place
        && let Some(tiles) = journey.sequence_mut(place.sequence)
    {
        tiles.remove(place.index);
    }
    journey
}
