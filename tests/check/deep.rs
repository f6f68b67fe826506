//! Edits deep within one large journey: after any of them the checker says what one says
//! that looks for the first time, and it looks only at what the edit touched.

use std::sync::Arc;

use parcours::check::{Checker, Index, check};
use parcours::model::audience::Field;
use parcours::model::change::{Change, Tx};
use parcours::model::condition::{Condition, Operator, Source};
use parcours::model::id::{AttributeId, BranchId, FieldId, JourneyId, TileId, TriggerId};
use parcours::model::journey::{
    Branch, Channel, Interaction, Journey, Listener, Mapping, Tile, TileKind, WaitBranch, WaitOn,
};
use parcours::model::note::Note;
use parcours::model::renumber;
use parcours::model::sorted::SortedMap;
use parcours::model::time::Duration;
use parcours::model::tree::{Place, SequenceId};
use parcours::model::value::Type;
use parcours::model::wait::WaitUntil;
use parcours::model::workspace::Workspace;
use proptest::prelude::*;

use crate::big;

/// A field that not everybody has a value in.
const OPTIONAL: FieldId = FieldId(900_000);

type Dice = (u32, u32, u32, u32);

fn pick<T: Clone>(from: &[T], die: u32) -> Option<T> {
    from.get((die as usize).checked_rem(from.len())?).cloned()
}

/// One journey with the checker that goes along.
struct Shaped {
    workspace: Workspace,
    journey: JourneyId,
    /// Triggers, each with its one attribute.
    triggers: Vec<(TriggerId, AttributeId)>,
    checker: Checker,
    done: Vec<Change>,
    undone: Vec<Change>,
}

impl Shaped {
    fn new(seed: u64, tiles: usize) -> Self {
        let mut workspace = big::large(seed, 1, tiles);
        let name = "Nickname".to_owned();
        let field = Field { id: OPTIONAL, name, ty: Type::Number, required: false };
        workspace.fields.insert(OPTIONAL, Arc::new(field));
        let journey = workspace.journeys.keys().next().copied().unwrap_or(JourneyId(0));
        let triggers = workspace.triggers.values();
        let triggers = triggers.map(|one| (one.id, one.attributes[0].id)).collect();
        let checker = Checker::new(&workspace);
        Self { workspace, journey, triggers, checker, done: Vec::new(), undone: Vec::new() }
    }

    fn journey(&self) -> &Journey {
        &self.workspace.journeys[&self.journey]
    }

    /// Makes an edit; gives how many tiles were looked at after it.
    fn edit(&mut self, edit: impl FnOnce(&mut Journey)) -> usize {
        let mut tx = Tx::new(&mut self.workspace);
        if let Some(journey) = tx.get_mut::<Journey>(self.journey) {
            edit(journey);
        }
        let change = tx.finish();
        self.undone.clear();
        self.done.push(change.clone());
        self.checker.update(&self.workspace, &change);
        self.checker.looked_at()
    }

    /// Takes the last edit back, or makes it again.
    fn go(&mut self, back: bool) {
        let from = if back { &mut self.done } else { &mut self.undone };
        let Some(change) = from.pop() else { return };
        let change = change.reversed();
        change.apply(&mut self.workspace);
        self.checker.update(&self.workspace, &change);
        if back { self.undone.push(change) } else { self.done.push(change) }
    }

    fn step(&mut self, dice: Dice) {
        match dice.0 % 12 {
            0 => self.go(true),
            1 => self.go(false),
            which => {
                let journey = self.journey().clone();
                let made = self.shape(journey, (which, dice.0 / 12, dice.1, dice.2));
                self.edit(|journey| *journey = made);
            }
        }
        assert_eq!(self.checker.findings().to_vec(), check(&self.workspace));
        assert!(**self.checker.index() == Index::build(&self.workspace));
    }

    fn places(&self) -> Vec<(SequenceId, usize)> {
        let mut found = vec![(SequenceId::Root, self.journey().tiles.len())];
        for tile in self.journey().all_tiles() {
            let branches = tile.branches().into_iter();
            found.extend(branches.map(|(slot, on)| (SequenceId::Of(tile.id, slot), on.len())));
        }
        found
    }

    fn place(&self, die: u32) -> Place {
        let (sequence, length) = pick(&self.places(), die).unwrap_or((SequenceId::Root, 0));
        Place { sequence, index: (die / 7) as usize % (length + 1) }
    }

    fn tiles(&self) -> Vec<TileId> {
        self.journey().all_tiles().iter().map(|tile| tile.id).collect()
    }

    /// The journey after an edit of its shape, or of what it asks and reads.
    fn shape(&self, mut journey: Journey, (which, a, b, c): Dice) -> Journey {
        // Two branches of one number are in no file.
        let next = renumber::of_journey(&journey).into_iter().max().unwrap_or(0) + 1;
        let Some(tile) = pick(&self.tiles(), b) else { return journey };
        match which {
            2 | 3 => {
                let new = Arc::new(Tile {
                    id: TileId(next),
                    name: String::new(),
                    kind: self.kind(next + 1, (a, b, c, b ^ c)),
                    note: Note::default(),
                });
                put(&mut journey, self.place(c), new);
            }
            4 => drop(take(&mut journey, tile)),
            5 | 6 => {
                let mut moved = journey.clone();
                if let Some(taken) = take(&mut moved, tile) {
                    let place = self.place(c);
                    if put(&mut moved, place, taken) {
                        journey = moved;
                    }
                }
            }
            7 | 8 => {
                if let Some(tile) = journey.tile_mut(tile) {
                    self.divide(&mut tile.kind, next, (a, b, c, 0));
                }
            }
            9 => {
                if let Some(listener) = journey.entry.listener_mut() {
                    *listener = self.listener((a, b, c, 0));
                }
            }
            _ => {
                let kind = self.kind(next, (a, b, c, a ^ c));
                if let Some(tile) = journey.tile_mut(tile) {
                    match &mut tile.kind {
                        TileKind::AttributeBranch { branches, .. } => {
                            branches[0].condition = self.condition((a, b, c, 0));
                        }
                        TileKind::WaitFor { waits, .. } => {
                            waits[0].on = WaitOn::Trigger(self.listener((a, b, c, 0)));
                        }
                        other if kind.sequences().is_empty() => *other = kind,
                        _ => tile.name.push('x'),
                    }
                }
            }
        }
        journey
    }

    /// Adds a branch, takes one away, or puts them in another order.
    fn divide(&self, kind: &mut TileKind, next: u32, dice: Dice) {
        let id = BranchId(next);
        match kind {
            TileKind::AttributeBranch { branches, .. } => match dice.0 % 3 {
                0 => branches.reverse(),
                1 if branches.len() > 1 => drop(branches.remove(0)),
                _ => {
                    let (name, condition) = ("More".to_owned(), self.condition(dice));
                    branches.push(Branch { id, name, condition, tiles: Vec::new() });
                }
            },
            TileKind::WaitFor { waits, .. } => match dice.0 % 3 {
                0 => waits.reverse(),
                1 if waits.len() > 1 => drop(waits.remove(0)),
                _ => {
                    let on = WaitOn::Trigger(self.listener(dice));
                    waits.push(WaitBranch { id, name: "More".into(), on, tiles: Vec::new() });
                }
            },
            _ => {}
        }
    }

    fn source(&self, (a, b, c, _): Dice) -> Source {
        let attribute = pick(&self.triggers, b).map_or(AttributeId(0), |(_, attribute)| attribute);
        let mut receivers = vec![self.journey().entry.id];
        let waiting = self.journey().all_tiles().into_iter();
        receivers.extend(waiting.filter(|one| !one.kind.waits().is_empty()).map(|one| one.id));
        let receiver = pick(&receivers, c).unwrap_or_default();
        match a % 5 {
            0 => Source::Contact(OPTIONAL),
            1 => Source::ReceivedBinding(receiver),
            2 => Source::Contact(big::FIELD),
            _ => {
                // Rather an attribute that is there.
                let received = self.journey().received_at(receiver).unwrap_or_default();
                let known = received.iter().find_map(|id| {
                    self.triggers.iter().find(|(trigger, _)| trigger == id).map(|(_, one)| *one)
                });
                Source::Received(receiver, known.filter(|_| b % 8 > 0).unwrap_or(attribute))
            }
        }
    }

    fn condition(&self, dice: Dice) -> Condition {
        let value = (dice.2 % 4).to_string();
        match dice.1 % 4 {
            0 => Condition::row(Source::Contact(OPTIONAL), Operator::IsNotEmpty, &[]),
            1 => Condition::row(self.source(dice), Operator::Less, &[&value]),
            2 => Condition::row(self.source(dice), Operator::Greater, &[&value]),
            _ => Condition::row(Source::Contact(OPTIONAL), Operator::IsEmpty, &[]),
        }
    }

    fn listener(&self, (a, b, c, d): Dice) -> Listener {
        let Some((trigger, attribute)) = pick(&self.triggers[..4], a) else {
            return Listener::default();
        };
        let condition = match b % 3 {
            0 => Condition::row(Source::Incoming(attribute), Operator::Greater, &["1"]),
            1 => self.condition((b / 3, c, d, a)),
            _ => Condition::default(),
        };
        Listener { trigger: Some(trigger), condition }
    }

    fn kind(&self, next: u32, dice: Dice) -> TileKind {
        let (a, b, c, _) = dice;
        match a % 11 {
            0 => TileKind::Exit,
            1 => TileKind::Wait(WaitUntil::Duration(Duration::days(b % 90))),
            2 => TileKind::Wait(WaitUntil::Moment("2026-02-01T00:00".into())),
            3 | 4 => TileKind::Message {
                channel: Channel::Email,
                to: Some(self.source((b, c, a, 0))),
                content: "Welcome".into(),
            },
            5 | 6 => {
                let Some((trigger, attribute)) = pick(&self.triggers, c) else {
                    return TileKind::Exit;
                };
                let source = Mapping::Attribute(self.source((b, a, c, 0)));
                let mappings = SortedMap::from([(attribute, source)]);
                TileKind::CustomTrigger { trigger: Some(trigger), mappings, binding: None }
            }
            7 | 8 => {
                let exit = Arc::new(Tile {
                    id: TileId(next),
                    name: String::new(),
                    kind: TileKind::Exit,
                    note: Note::default(),
                });
                let no = if b % 2 == 0 { vec![exit] } else { Vec::new() };
                let on = match c % 3 {
                    0 => WaitOn::Interaction {
                        message: pick(&self.messages(), b),
                        kind: Interaction::Opened,
                    },
                    _ => WaitOn::Trigger(self.listener((c, b, a, 0))),
                };
                TileKind::wait_for(on, Duration::days(2), Vec::new(), no)
            }
            _ => {
                let branch = Branch {
                    id: BranchId(next),
                    name: "Some".into(),
                    condition: self.condition((b, c, a, 0)),
                    tiles: Vec::new(),
                };
                TileKind::AttributeBranch { branches: vec![branch], other: Vec::new() }
            }
        }
    }

    fn messages(&self) -> Vec<TileId> {
        let tiles = self.journey().all_tiles().into_iter();
        let messages = tiles.filter(|tile| matches!(tile.kind, TileKind::Message { .. }));
        messages.map(|tile| tile.id).collect()
    }
}

fn take(journey: &mut Journey, tile: TileId) -> Option<Arc<Tile>> {
    let place = journey.place_of(tile)?;
    Some(journey.sequence_mut(place.sequence)?.remove(place.index))
}

/// Puts a tile somewhere, or as near as can be; `false` where that place is gone.
fn put(journey: &mut Journey, place: Place, tile: Arc<Tile>) -> bool {
    let Some(sequence) = journey.sequence_mut(place.sequence) else { return false };
    let index = place.index.min(sequence.len());
    sequence.insert(index, tile);
    true
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn edits_deep_in_a_journey_are_checked_as_if_for_the_first_time(
        seed in any::<u64>(),
        dice in prop::collection::vec(any::<Dice>(), 1..60),
    ) {
        let mut shaped = Shaped::new(seed, 40);
        dice.into_iter().for_each(|dice| shaped.step(dice));
    }
}

/// The tile in the middle of those that follow the Entry one after the other, from which on
/// `is` holds.
fn middle(journey: &Journey, is: impl Fn(&Tile) -> bool) -> usize {
    let half = journey.tiles.len() / 2;
    half + journey.tiles[half..].iter().position(|tile| is(tile)).unwrap_or_default()
}

#[test]
fn an_edit_of_a_large_journey_looks_at_few_of_its_tiles() {
    let mut shaped = Shaped::new(3, 10_000);
    let all = shaped.journey().all_tiles().len();
    assert!(all >= 10_000);
    let is_raised = |tile: &Tile| matches!(tile.kind, TileKind::CustomTrigger { .. });
    let asks = |tile: &Tile| matches!(tile.kind, TileKind::AttributeBranch { .. });
    let waits = |tile: &Tile| matches!(tile.kind, TileKind::WaitFor { .. });
    let at = middle(shaped.journey(), is_raised);
    let raise = shaped.journey().tiles[at].clone();
    let tile = |id, kind| {
        Arc::new(Tile { id: TileId(id), name: String::new(), kind, note: Note::default() })
    };
    let few = |edit: &str, count: usize, most: usize| {
        assert!(count <= most, "{edit}: {count} tiles");
    };

    few("delete", shaped.edit(|journey| drop(journey.tiles.remove(at))), 2);
    few("put back", shaped.edit(|journey| journey.tiles.insert(at, raise)), 2);
    let wait = TileKind::Wait(WaitUntil::Duration(Duration::days(1)));
    few("add", shaped.edit(|journey| journey.tiles.insert(at, tile(900_001, wait))), 3);
    let moved = shaped.edit(|journey| {
        let taken = journey.tiles.remove(at);
        journey.tiles.insert(10, taken);
    });
    few("move", moved, 4);
    let branch = middle(shaped.journey(), asks);
    let inside = shaped.journey().tiles[branch].subtree().len();
    let condition = shaped.edit(|journey| {
        if let TileKind::AttributeBranch { branches, .. } =
            &mut Arc::make_mut(&mut journey.tiles[branch]).kind
        {
            branches[0].condition =
                Condition::row(Source::Contact(big::FIELD), Operator::Greater, &["7"]);
        }
    });
    few("condition", condition, inside + 1);
    let wait = middle(shaped.journey(), waits);
    let inside = shaped.journey().tiles[wait].subtree().len();
    let branch = shaped.edit(|journey| {
        if let TileKind::AttributeBranch { branches, .. } =
            &mut Arc::make_mut(&mut journey.tiles[branch]).kind
        {
            let (name, condition) = ("More".to_owned(), Condition::default());
            branches.push(Branch { id: BranchId(900_002), name, condition, tiles: Vec::new() });
        }
    });
    few("branch", branch, 40);
    few(
        "delete what is waited for",
        shaped.edit(|journey| drop(journey.tiles.remove(wait))),
        inside,
    );
    // Everybody comes through the Entry, so this is about every tile that looks at it.
    let entry = shaped.edit(|journey| {
        journey.entry.listener_mut().into_iter().for_each(|on| on.trigger = None);
    });
    assert!(entry > all / 10, "{entry} tiles");
    assert_eq!(shaped.checker.findings().to_vec(), check(&shaped.workspace));
    shaped.go(true);
    assert_eq!(shaped.checker.findings().to_vec(), check(&shaped.workspace));
}
