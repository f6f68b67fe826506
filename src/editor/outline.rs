//! A journey as the lines of an outline: the Entry, its tiles, and below a tile its
//! branches with their tiles. What the keys do there is told here as well, so that
//! it runs natively; words and drawing are the user interface's.
//!
//! **Invariant:** every tile and branch of a journey has one line, and each line
//! belongs to one stop of the canvas: the two show one focus.

use crate::editor::keymap::Step;
use crate::layout::{Direction, Stop};
use crate::model::id::TileId;
use crate::model::journey::{Journey, Sequence};
use crate::model::sorted::SortedSet;
use crate::model::tree::{Place, SequenceId, Slot};

/// What a line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Line {
    /// The Entry.
    Entry,
    /// Another tile, or a note on the ground.
    Tile(TileId),
    /// A branch of a tile.
    Branch(TileId, Slot),
}

/// A line where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// What it is about.
    pub line: Line,
    /// How deep it stands, from 1.
    pub level: usize,
    /// Its number among the lines that belong to the same line, from 1.
    pub number: usize,
    /// How many those are.
    pub of: usize,
    /// Whether it is open; `None` where nothing belongs to it.
    pub open: Option<bool>,
}

/// What a step leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stepped {
    /// The focus goes there.
    To(Line),
    /// That line opens.
    Open(Line),
    /// That line closes.
    Close(Line),
    /// All lines open.
    OpenAll,
}

/// The lines that are seen, from top to bottom, while those are closed.
pub fn rows(journey: &Journey, closed: &SortedSet<Line>) -> Vec<Row> {
    let mut found = Vec::new();
    let of = journey.tiles.len() + journey.notes.len() + 1;
    let row = |line, number| Row { line, level: 1, number, of, open: None };
    found.push(row(Line::Entry, 1));
    tiles(&journey.tiles, (1, 2, of), closed, &mut found);
    // The notes on the ground come last.
    let first = journey.tiles.len() + 2;
    let notes = journey.notes.iter().enumerate();
    found.extend(notes.map(|(index, note)| row(Line::Tile(note.id), first + index)));
    found
}

/// Adds the lines of a sequence; the first has that level and number, of so many.
fn tiles(
    sequence: &Sequence,
    (level, first, of): (usize, usize, usize),
    closed: &SortedSet<Line>,
    found: &mut Vec<Row>,
) {
    for (index, tile) in sequence.iter().enumerate() {
        let line = Line::Tile(tile.id);
        let branches = tile.branches();
        let open = (!branches.is_empty()).then(|| !closed.contains(&line));
        found.push(Row { line, level, number: index + first, of, open });
        if open != Some(true) {
            continue;
        }
        let of = branches.len();
        for (index, (slot, inside)) in branches.into_iter().enumerate() {
            let line = Line::Branch(tile.id, slot);
            let open = (!inside.is_empty()).then(|| !closed.contains(&line));
            found.push(Row { line, level: level + 1, number: index + 1, of, open });
            if open == Some(true) {
                tiles(inside, (level + 2, 1, inside.len()), closed, found);
            }
        }
    }
}

/// The line of a stop: that of a place is the line right above it.
pub fn line_of(journey: &Journey, stop: Stop) -> Line {
    match stop {
        Stop::Entry => Line::Entry,
        Stop::Tile(id) => Line::Tile(id),
        Stop::Plus(Place { sequence, index }) => {
            let before = index.checked_sub(1);
            let tile = before.and_then(|index| journey.sequence(sequence)?.get(index));
            match (tile, sequence) {
                (Some(tile), _) => Line::Tile(tile.id),
                (None, SequenceId::Of(owner, slot)) => Line::Branch(owner, slot),
                (None, SequenceId::Root) => Line::Entry,
            }
        }
    }
}

/// The stop of a line: that of a branch is its beginning.
pub fn stop_of(line: Line) -> Stop {
    match line {
        Line::Entry => Stop::Entry,
        Line::Tile(id) => Stop::Tile(id),
        Line::Branch(tile, slot) => {
            Stop::Plus(Place { sequence: SequenceId::Of(tile, slot), index: 0 })
        }
    }
}

/// The lines that a line belongs to, the innermost first.
pub fn owners(journey: &Journey, line: Line) -> Vec<Line> {
    let mut found = Vec::new();
    let mut at = line;
    loop {
        at = match at {
            Line::Entry => return found,
            Line::Branch(tile, _) => Line::Tile(tile),
            Line::Tile(id) => match journey.place_of(id).map(|place| place.sequence) {
                Some(SequenceId::Of(owner, slot)) => Line::Branch(owner, slot),
                Some(SequenceId::Root) | None => return found,
            },
        };
        found.push(at);
    }
}

/// What a step does from a line; `None` where it leads nowhere.
pub fn step(rows: &[Row], at: Line, step: Step) -> Option<Stepped> {
    let index = rows.iter().position(|row| row.line == at).unwrap_or_default();
    let row = rows.get(index)?;
    let to = |row: &Row| Stepped::To(row.line);
    match step {
        Step::Up => rows[..index].last().map(to),
        Step::Down => rows.get(index + 1).map(to),
        Step::First => rows.first().map(to),
        Step::Last => rows.last().map(to),
        Step::OpenAll => Some(Stepped::OpenAll),
        Step::In => match row.open {
            Some(false) => Some(Stepped::Open(row.line)),
            Some(true) => rows.get(index + 1).map(to),
            None => None,
        },
        Step::Out if row.open == Some(true) => Some(Stepped::Close(row.line)),
        Step::Out => rows[..index].iter().rev().find(|above| above.level < row.level).map(to),
    }
}

/// The next line after `at` that `fits`, from the top again after the last.
pub fn next_that(rows: &[Row], at: Line, fits: impl Fn(Line) -> bool) -> Option<Line> {
    let index = rows.iter().position(|row| row.line == at).map_or(0, |index| index + 1);
    let (before, after) = rows.split_at(index.min(rows.len()));
    after.iter().chain(before).map(|row| row.line).find(|line| fits(*line))
}

/// Where a tile goes that is moved in a direction: up and down past its neighbours, at
/// the edge of a branch to the next one or out; left out of its branch; right to the
/// end of the first branch of the tile above. `None` where there is no such place.
pub fn moved(journey: &Journey, tile: TileId, direction: Direction) -> Option<Place> {
    let Place { sequence, index } = journey.place_of(tile)?;
    let after = |owner| {
        let place = journey.place_of(owner)?;
        Some(Place { index: place.index + 1, ..place })
    };
    match direction {
        Direction::Up if index > 0 => Some(Place { sequence, index: index - 1 }),
        Direction::Up => match beside(journey, sequence, -1)? {
            (_, Some(sequence)) => {
                Some(Place { sequence, index: journey.sequence(sequence)?.len() })
            }
            (owner, None) => journey.place_of(owner),
        },
        Direction::Down if index + 1 < journey.sequence(sequence)?.len() => {
            Some(Place { sequence, index: index + 2 })
        }
        Direction::Down => match beside(journey, sequence, 1)? {
            (_, Some(sequence)) => Some(Place { sequence, index: 0 }),
            (owner, None) => after(owner),
        },
        Direction::Left => after(sequence.owner()?),
        Direction::Right => {
            let above = journey.sequence(sequence)?.get(index.checked_sub(1)?)?;
            let (slot, tiles) = above.branches().into_iter().next()?;
            Some(Place { sequence: SequenceId::Of(above.id, slot), index: tiles.len() })
        }
    }
}

/// Whose branch a sequence is, and the branch beside it in that direction.
fn beside(
    journey: &Journey,
    sequence: SequenceId,
    step: isize,
) -> Option<(TileId, Option<SequenceId>)> {
    let SequenceId::Of(owner, slot) = sequence else { return None };
    let slots = journey.tile(owner)?.slots();
    let index = slots.iter().position(|known| *known == slot)?;
    let next = index.checked_add_signed(step).and_then(|index| slots.get(index));
    Some((owner, next.map(|slot| SequenceId::Of(owner, *slot))))
}

/// At which number a named branch stands after it is moved up or down.
pub fn moved_branch(
    journey: &Journey,
    tile: TileId,
    slot: Slot,
    direction: Direction,
) -> Option<usize> {
    let slots = journey.tile(tile)?.slots();
    let named = slots.iter().filter(|slot| matches!(slot, Slot::Branch(_))).count();
    let index = slots[..named].iter().position(|known| *known == slot)?;
    match direction {
        Direction::Up => index.checked_sub(1),
        Direction::Down => (index + 1 < named).then_some(index + 1),
        Direction::Left | Direction::Right => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::{Command, Editor, JourneyEdit, NewTile, Session};
    use crate::model::id::JourneyId;
    use crate::model::workspace::Workspace;

    struct Drawn(Editor, JourneyId);

    impl Drawn {
        /// An Entry and: Wait, If/then (Yes: Exit; No: nothing), Wait.
        fn new() -> Self {
            let mut editor = Editor::open(Workspace::default(), Session::default());
            editor.run(Command::AddJourney("J".into())).unwrap();
            let id = *editor.workspace().journeys.keys().next().unwrap();
            let mut drawn = Self(editor, id);
            for (index, kind) in
                [NewTile::Wait, NewTile::WaitForTrigger, NewTile::Wait].into_iter().enumerate()
            {
                drawn.insert(SequenceId::Root, index, kind);
            }
            let yes = SequenceId::Of(drawn.root(1), Slot::Yes);
            drawn.insert(yes, 0, NewTile::Exit);
            drawn
        }

        fn insert(&mut self, sequence: SequenceId, index: usize, kind: NewTile) {
            self.edit(JourneyEdit::Insert(Place { sequence, index }, kind));
        }

        fn edit(&mut self, edit: JourneyEdit) {
            self.0.run(Command::Journey(self.1, edit)).unwrap();
        }

        fn journey(&self) -> &Journey {
            &self.0.workspace().journeys[&self.1]
        }

        fn root(&self, index: usize) -> TileId {
            self.journey().tiles[index].id
        }

        fn rows(&self) -> Vec<Row> {
            rows(self.journey(), &SortedSet::default())
        }

        /// The level, number and count of each line.
        fn shape(&self) -> Vec<(usize, usize, usize)> {
            self.rows().iter().map(|row| (row.level, row.number, row.of)).collect()
        }
    }

    #[test]
    fn every_tile_and_branch_has_a_line_in_reading_order() {
        let drawn = Drawn::new();
        let expected =
            [(1, 1, 4), (1, 2, 4), (1, 3, 4), (2, 1, 2), (3, 1, 1), (2, 2, 2), (1, 4, 4)];
        assert_eq!(drawn.shape(), expected);
        let open: Vec<Option<bool>> = drawn.rows().iter().map(|row| row.open).collect();
        assert_eq!(open, [None, None, Some(true), Some(true), None, None, None]);
        let closed: SortedSet<Line> = [Line::Tile(drawn.root(1))].into_iter().collect();
        assert_eq!(rows(drawn.journey(), &closed).len(), 4);
    }

    #[test]
    fn each_line_belongs_to_one_stop() {
        let drawn = Drawn::new();
        for row in drawn.rows() {
            assert_eq!(line_of(drawn.journey(), stop_of(row.line)), row.line);
        }
        let end = Stop::Plus(Place { sequence: SequenceId::Root, index: 3 });
        assert_eq!(line_of(drawn.journey(), end), Line::Tile(drawn.root(2)));
    }

    #[test]
    fn steps_lead_as_in_any_tree() {
        let drawn = Drawn::new();
        let (rows, tile) = (drawn.rows(), drawn.root(1));
        let yes = Line::Branch(tile, Slot::Yes);
        let go = |at, by| step(&rows, at, by);
        assert_eq!(go(Line::Entry, Step::Up), None);
        assert_eq!(go(Line::Tile(tile), Step::Down), Some(Stepped::To(yes)));
        assert_eq!(go(Line::Tile(tile), Step::In), Some(Stepped::To(yes)));
        assert_eq!(go(Line::Tile(tile), Step::Out), Some(Stepped::Close(Line::Tile(tile))));
        let no = Line::Branch(tile, Slot::No);
        assert_eq!(go(no, Step::Out), Some(Stepped::To(Line::Tile(tile))));
        assert_eq!(go(no, Step::In), None);
        assert_eq!(go(no, Step::Last), Some(Stepped::To(Line::Tile(drawn.root(2)))));
        assert_eq!(go(no, Step::First), Some(Stepped::To(Line::Entry)));
        let closed = super::rows(drawn.journey(), &[yes].into_iter().collect());
        assert_eq!(step(&closed, yes, Step::In), Some(Stepped::Open(yes)));
    }

    #[test]
    fn looking_for_a_line_goes_on_from_the_top() {
        let drawn = Drawn::new();
        let is_wait = |line| [0, 2].map(|index| Line::Tile(drawn.root(index))).contains(&line);
        let (first, last) = (Line::Tile(drawn.root(0)), Line::Tile(drawn.root(2)));
        assert_eq!(next_that(&drawn.rows(), first, is_wait), Some(last));
        assert_eq!(next_that(&drawn.rows(), last, is_wait), Some(first));
        assert_eq!(next_that(&drawn.rows(), last, |_| false), None);
    }

    #[test]
    fn a_tile_is_moved_through_all_branches() {
        let mut drawn = Drawn::new();
        let (tile, branches) = (drawn.root(0), drawn.root(1));
        // Past the tile with branches, back into its first, and on to the last and out.
        let mut seen = Vec::new();
        for direction in
            [Direction::Down, Direction::Right, Direction::Down, Direction::Down, Direction::Up]
        {
            let place = moved(drawn.journey(), tile, direction).unwrap();
            drawn.edit(JourneyEdit::Move(tile.into(), place));
            seen.push(drawn.journey().place_of(tile).unwrap());
        }
        let at = |sequence, index| Place { sequence, index };
        let (yes, no) = (SequenceId::Of(branches, Slot::Yes), SequenceId::Of(branches, Slot::No));
        let expected = [
            at(SequenceId::Root, 1),
            at(yes, 1),
            at(no, 0),
            at(SequenceId::Root, 1),
            at(SequenceId::Root, 0),
        ];
        assert_eq!(seen, expected);
        assert_eq!(moved(drawn.journey(), tile, Direction::Left), None);
        assert_eq!(moved(drawn.journey(), tile, Direction::Up), None);
    }

    #[test]
    fn named_branches_move_among_themselves() {
        let mut drawn = Drawn::new();
        drawn.insert(SequenceId::Root, 0, NewTile::AttributeBranch);
        let tile = drawn.root(0);
        drawn.edit(JourneyEdit::AddBranch(tile));
        let slots = drawn.journey().tile(tile).unwrap().slots();
        let go = |slot, direction| moved_branch(drawn.journey(), tile, slot, direction);
        assert_eq!(go(slots[0], Direction::Down), Some(1));
        assert_eq!(go(slots[1], Direction::Up), Some(0));
        assert_eq!(go(slots[1], Direction::Down), None);
        assert_eq!(go(Slot::Other, Direction::Up), None);
    }
}
