//! A journey of so many tiles, shaped as large ones are, to measure with: many branches
//! side by side, and on each a long way with small branches of its own.
//!
//! **Invariant:** the same number gives the same journey. It follows no limits of the
//! checker: they keep journeys far smaller.

use std::sync::Arc;

use crate::model::id::{JourneyId, TileId, TriggerId};
use crate::model::journey::{Entry, Journey, Listener, Repeat, Sequence, Tile, TileKind, WaitOn};
use crate::model::note::Note;
use crate::model::time::Duration;
use crate::model::trigger::{AudienceKind, Trigger, TriggerState};
use crate::model::wait::WaitUntil;
use crate::model::workspace::Workspace;

/// What everything of the journey waits for and raises.
const TRIGGER: TriggerId = TriggerId(1);
/// The journey.
pub const JOURNEY: JourneyId = JourneyId(2);
/// The first of the tiles: the Entry. The others follow it in the order of their numbers.
pub const ENTRY: TileId = TileId(3);

const VERBS: [&str; 8] =
    ["Visit", "Email", "Wait", "Purchase", "Sign up", "Support call", "Review", "Renew"];

/// A workspace with one journey of `count` tiles, the Entry included.
pub fn workspace(count: usize) -> Workspace {
    let mut workspace = Workspace::default();
    let trigger = Trigger {
        id: TRIGGER,
        name: "Visit".into(),
        unique_name: "msdynmkt_visit_123456789".into(),
        description: String::new(),
        audience: AudienceKind::Contact,
        state: TriggerState::Ready,
        attributes: Vec::new(),
    };
    workspace.triggers.insert(TRIGGER, trigger.into());
    workspace.journeys.insert(JOURNEY, journey(count).into());
    let settings = Arc::make_mut(&mut workspace.settings);
    settings.name = "Bench".into();
    settings.next_id = ENTRY.0 + count as u32;
    workspace
}

/// A journey of `count` tiles, the Entry included.
pub fn journey(count: usize) -> Journey {
    let count = count.saturating_sub(1);
    let mut made = Maker { next: ENTRY.0 };
    let columns = libm::log2((count as f64 * 0.2).sqrt()).round() as u32;
    Journey {
        tiles: made.wide(columns, count),
        ..Journey::new(JOURNEY, "Bench", Entry::on(ENTRY, listener(), Repeat::Never))
    }
}

/// Hands out ids in reading order.
struct Maker {
    next: u32,
}

impl Maker {
    /// So many tiles on two to the power of `depth` branches.
    fn wide(&mut self, depth: u32, count: usize) -> Sequence {
        if depth == 0 || count < 3 {
            return self.long(count);
        }
        let half = (count - 1) / 2;
        vec![
            self.branching(|made| {
                (made.wide(depth - 1, half), made.wide(depth - 1, count - 1 - half))
            }),
        ]
    }

    /// So many tiles below each other, with a small branch after every two.
    fn long(&mut self, mut left: usize) -> Sequence {
        let mut tiles = Vec::new();
        while left > 0 {
            let plain = left.min(2);
            tiles.extend((0..plain).map(|_| self.plain()));
            left -= plain;
            let inside = left.saturating_sub(1).min(4);
            if inside > 0 {
                let yes = inside.div_ceil(2);
                let row = |made: &mut Self, count| (0..count).map(|_| made.plain()).collect();
                tiles.push(self.branching(|made| (row(made, yes), row(made, inside - yes))));
                left -= inside + 1;
            }
        }
        tiles
    }

    fn branching(&mut self, inside: impl FnOnce(&mut Self) -> (Sequence, Sequence)) -> Arc<Tile> {
        let (id, name) = self.number();
        let (yes, no) = inside(self);
        let on = WaitOn::Trigger(listener());
        let kind = TileKind::wait_for(on, Duration::days(7), yes, no);
        Arc::new(Tile { id, name, kind, note: Note::default() })
    }

    fn plain(&mut self) -> Arc<Tile> {
        let (id, name) = self.number();
        let kind = match id.0 % 2 {
            0 => TileKind::Wait(WaitUntil::Duration(Duration::days(1 + id.0 % 90))),
            _ => TileKind::CustomTrigger {
                trigger: Some(TRIGGER),
                mappings: Default::default(),
                binding: None,
            },
        };
        Arc::new(Tile { id, name, kind, note: Note::default() })
    }

    fn number(&mut self) -> (TileId, String) {
        self.next += 1;
        let verb = VERBS[self.next as usize % VERBS.len()];
        (TileId(self.next), format!("{verb} {}", self.next - ENTRY.0))
    }
}

fn listener() -> Listener {
    Listener { trigger: Some(TRIGGER), ..Listener::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_has_as_many_tiles_as_asked_for_in_the_order_of_their_numbers() {
        for count in [1, 2, 3, 8, 50, 100, 999, 2000, 10_000] {
            let journey = journey(count);
            let ids: Vec<u32> = journey.all_tiles().iter().map(|tile| tile.id.0).collect();
            let expected: Vec<u32> = (1..count as u32).map(|at| ENTRY.0 + at).collect();
            assert_eq!(ids, expected);
        }
    }
}
