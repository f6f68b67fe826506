//! How long the checker takes: all of a workspace from scratch, and after one edit.

use std::sync::Arc;

use parcours::check::Checker;
use parcours::model::change::{Change, Tx};
use parcours::model::id::{JourneyId, TileId, TriggerId};
use parcours::model::journey::{Journey, Mapping, Sequence, Tile, TileKind};
use parcours::model::note::Note;
use parcours::model::time::Duration;
use parcours::model::trigger::Trigger;
use parcours::model::wait::WaitUntil;
use parcours::model::workspace::Workspace;

use crate::big;

/// Each figure is the best of so many tries.
const TRIES: usize = 5;

/// So many journeys with at least so many tiles each.
const SHAPES: [(u32, usize); 6] =
    [(60, 17), (60, 170), (200, 50), (1, 500), (1, 2_000), (1, 10_000)];

/// An edit whose check is measured.
type Edit = fn(&mut Tx, JourneyId, TriggerId);

const EDITS: [(&str, Edit); 9] = [
    ("a tile named", |tx, journey, _| {
        in_the_middle(tx, journey, |tiles, middle| {
            Arc::make_mut(&mut tiles[middle]).name.push('x')
        });
    }),
    ("a value mapped", |tx, journey, _| {
        in_the_middle(tx, journey, |tiles, middle| {
            let raises =
                |tile: &&mut Arc<Tile>| matches!(tile.kind, TileKind::CustomTrigger { .. });
            let tile = tiles.iter_mut().skip(middle).find(raises);
            let mappings = tile.and_then(|tile| match &mut Arc::make_mut(tile).kind {
                TileKind::CustomTrigger { mappings, .. } => Some(mappings),
                _ => None,
            });
            for mapping in mappings.into_iter().flat_map(|all| all.values_mut()) {
                *mapping = match mapping {
                    Mapping::Fixed(text) => Mapping::Fixed(format!("{text}1")),
                    Mapping::Attribute(_) => Mapping::Fixed("1".into()),
                };
            }
        });
    }),
    ("a tile deleted", |tx, journey, _| {
        in_the_middle(tx, journey, |tiles, middle| drop(tiles.remove(middle)));
    }),
    ("a tile added", |tx, journey, _| {
        let id = TileId(tx.next_id());
        in_the_middle(tx, journey, |tiles, middle| {
            let kind = TileKind::Wait(WaitUntil::Duration(Duration::days(1)));
            tiles.insert(
                middle,
                Arc::new(Tile { id, name: String::new(), kind, note: Note::default() }),
            );
        });
    }),
    ("a tile moved to the start", |tx, journey, _| {
        in_the_middle(tx, journey, |tiles, middle| {
            let tile = tiles.remove(middle);
            tiles.insert(0, tile);
        });
    }),
    ("a condition changed", |tx, journey, _| {
        let id = tx.next_id();
        in_the_middle(tx, journey, |tiles, middle| {
            let asks =
                |tile: &&mut Arc<Tile>| matches!(tile.kind, TileKind::AttributeBranch { .. });
            let tile = tiles.iter_mut().skip(middle).find(asks);
            let branch = tile.and_then(|tile| match &mut Arc::make_mut(tile).kind {
                TileKind::AttributeBranch { branches, .. } => branches.first_mut(),
                _ => None,
            });
            for row in branch.into_iter().flat_map(|branch| branch.condition.rows_mut()) {
                row.operands = vec![id.to_string()];
            }
        });
    }),
    ("the trigger of the Entry changed, which most tiles read", |tx, journey, trigger| {
        let on = tx.get_mut::<Journey>(journey).and_then(|one| one.entry.listener_mut());
        if let Some(on) = on {
            on.trigger = if on.trigger.is_none() { Some(trigger) } else { None };
        }
    }),
    ("a journey named", |tx, journey, _| {
        tx.get_mut::<Journey>(journey).into_iter().for_each(|one| one.name.push('x'));
    }),
    ("a trigger named that most journeys use", |tx, _, trigger| {
        tx.get_mut::<Trigger>(trigger).into_iter().for_each(|one| one.name.push('x'));
    }),
];

/// Edits the tiles that follow the Entry, about the one in the middle.
fn in_the_middle(tx: &mut Tx, journey: JourneyId, edit: impl FnOnce(&mut Sequence, usize)) {
    if let Some(journey) = tx.get_mut::<Journey>(journey)
        && !journey.tiles.is_empty()
    {
        let middle = journey.tiles.len() / 2;
        edit(&mut journey.tiles, middle);
    }
}

/// Tells the figures of each shape; `now` is a clock in milliseconds.
pub fn run(now: &dyn Fn() -> f64, tell: &mut dyn FnMut(&str, &str)) {
    for (journeys, tiles) in SHAPES {
        let workspace = big::large(3, journeys, tiles);
        let count: usize = workspace.journeys.values().map(|one| one.all_tiles().len()).sum();
        let mut scratch = f64::INFINITY;
        for _ in 0..TRIES {
            let start = now();
            std::hint::black_box(Checker::new(&workspace));
            scratch = scratch.min(now() - start);
        }
        tell(&format!("{count} tiles in {journeys} journeys"), &format!("{scratch:.2} ms"));
        for (name, edit) in EDITS {
            let (millis, tiles) = after(&workspace, edit, now);
            let share = 100.0 * millis / scratch;
            let looked_at = format!("{tiles} tiles looked at");
            tell(
                &format!("  {name}"),
                &format!("{millis:.2} ms, {share:.1} % of that; {looked_at}"),
            );
        }
    }
}

/// How long the check after an edit takes, and at how many tiles it looks.
fn after(workspace: &Workspace, edit: Edit, now: &dyn Fn() -> f64) -> (f64, usize) {
    let ids = workspace.journeys.keys().nth(workspace.journeys.len() / 2);
    let Some((journey, trigger)) = ids.copied().zip(workspace.triggers.keys().next().copied())
    else {
        return (f64::NAN, 0);
    };
    let mut workspace = workspace.clone();
    let mut checker = Checker::new(&workspace);
    let mut best = f64::INFINITY;
    for _ in 0..TRIES {
        let change: Change = {
            let mut tx = Tx::new(&mut workspace);
            edit(&mut tx, journey, trigger);
            tx.finish()
        };
        let start = now();
        checker.update(&workspace, &change);
        best = best.min(now() - start);
    }
    (best, checker.looked_at())
}
