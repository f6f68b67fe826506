//! Drives the editor as a user would, and sweeps what must always hold after
//! each step.

use std::collections::BTreeSet;

use parcours::editor::session::branches_around;
use parcours::editor::{
    Command, Created, Editor, JourneyEdit, NewTile, Outcome, Refusal, Selection, Session,
};
use parcours::model::change::Change;
use parcours::model::id::{AttributeId, BranchId, JourneyId, TileId, TriggerId};
use parcours::model::journey::{Goal, Journey, JourneyState, Mapping, Tile, TileKind};
use parcours::model::tree::{Place, SequenceId, Slot};
use parcours::model::value::Type;
use parcours::model::workspace::Workspace;

use crate::sharing::what_is_the_same_is_there_once;

const MESSAGES: [&str; 2] =
    [include_str!("../../src/locale/en/edits.ftl"), include_str!("../../src/locale/fr/edits.ftl")];

pub struct Driver {
    pub editor: Editor,
}

impl Driver {
    /// An empty workspace.
    pub fn new() -> Self {
        Self { editor: Editor::open(Workspace::default(), Session::default()) }
    }

    /// Runs a command and sweeps.
    pub fn run(&mut self, command: Command) -> Result<Outcome, Refusal> {
        let before = self.editor.workspace().clone();
        let is_travel = matches!(command, Command::Undo | Command::Redo);
        let answer = self.editor.run(command.clone());
        let mut expected = before;
        if let Ok(outcome) = &answer {
            outcome.change.apply(&mut expected);
        }
        assert_eq!(&expected, self.editor.workspace(), "{command:?} is not what it says");
        if let (Ok(outcome), false) = (&answer, is_travel) {
            published_stays(&outcome.change);
        }
        if let Ok(outcome) = &answer {
            what_is_the_same_is_there_once(&outcome.change);
        }
        self.sweep();
        answer
    }

    /// Runs a command that must succeed.
    pub fn must(&mut self, command: Command) -> Outcome {
        self.run(command).unwrap()
    }

    pub fn edit(&mut self, journey: JourneyId, edit: JourneyEdit) -> Outcome {
        self.must(Command::Journey(journey, edit))
    }

    pub fn refused(&mut self, journey: JourneyId, edit: JourneyEdit) -> Refusal {
        self.run(Command::Journey(journey, edit)).unwrap_err()
    }

    pub fn add_journey(&mut self, name: &str) -> JourneyId {
        match self.must(Command::AddJourney(name.into())).created {
            Some(Created::Journey(id)) => id,
            other => panic!("{other:?}"),
        }
    }

    pub fn add_trigger(&mut self, name: &str) -> TriggerId {
        match self.must(Command::AddTrigger(name.into())).created {
            Some(Created::Trigger(id)) => id,
            other => panic!("{other:?}"),
        }
    }

    pub fn add_attribute(&mut self, trigger: TriggerId, name: &str) -> AttributeId {
        let add = Command::AddAttribute(trigger, name.into(), Type::Text);
        match self.must(add).created {
            Some(Created::Attribute(id)) => id,
            other => panic!("{other:?}"),
        }
    }

    pub fn place(&mut self, journey: JourneyId, place: Place, kind: NewTile) -> TileId {
        match self.edit(journey, JourneyEdit::Insert(place, kind)).created {
            Some(Created::Tile(id)) => id,
            other => panic!("{other:?}"),
        }
    }

    pub fn add_branch(&mut self, journey: JourneyId, tile: TileId) -> BranchId {
        match self.edit(journey, JourneyEdit::AddBranch(tile)).created {
            Some(Created::Branch(id)) => id,
            other => panic!("{other:?}"),
        }
    }

    pub fn map(&mut self, journey: JourneyId, tile: TileId, to: AttributeId, mapping: Mapping) {
        self.edit(journey, JourneyEdit::SetMapping(tile, to, Some(mapping)));
    }

    pub fn undo(&mut self) -> Outcome {
        self.must(Command::Undo)
    }

    pub fn redo(&mut self) -> Outcome {
        self.must(Command::Redo)
    }

    /// The message of the edit that undo would take back.
    pub fn last_edit(&self) -> Option<&'static str> {
        self.editor.undo_name().map(|name| name.id)
    }

    pub fn journey(&self, id: JourneyId) -> &Journey {
        &self.editor.workspace().journeys[&id]
    }

    pub fn tile(&self, journey: JourneyId, id: TileId) -> &Tile {
        self.journey(journey).tile(id).unwrap()
    }

    /// What must hold after every step.
    fn sweep(&self) {
        let workspace = self.editor.workspace();
        let numbers = numbers(workspace);
        let unique: BTreeSet<u32> = numbers.iter().copied().collect();
        assert_eq!(unique.len(), numbers.len(), "an id is used twice");
        assert!(unique.last().is_none_or(|last| *last < workspace.settings.next_id));

        for journey in workspace.journeys.values() {
            let there: BTreeSet<TileId> = journey.all_tiles().iter().map(|tile| tile.id).collect();
            for note in &journey.notes {
                let by = note.at.tile;
                assert!(by == journey.entry.id || there.contains(&by), "{by} is gone");
                assert!(!note.text.is_empty());
            }
            assert!(journey.notes.is_sorted_by_key(|note| note.id));
        }
        let session = self.editor.session();
        match (session.journey().map(|id| workspace.journeys.get(&id)), &session.selection) {
            (Some(None), _) => panic!("the open journey is gone"),
            (Some(Some(journey)), Selection::Tiles(tiles)) => {
                let folds = session.folds.get(&journey.id);
                let closed = |branch: &_| folds.is_some_and(|folds| folds.contains(branch));
                for id in tiles.iter() {
                    assert!(journey.tile(id).is_some() || journey.ground_note(id).is_some());
                    let around = branches_around(journey, id);
                    assert!(!around.iter().any(closed), "{id} is hidden");
                }
            }
            (None, selection) => assert_eq!(*selection, Selection::Journey),
            _ => {}
        }
        for name in self.editor.undo_name().into_iter().chain(self.editor.redo_name()) {
            for id in [name.id, name.nameless] {
                assert!(is_message(id), "there is no message {id}");
            }
        }
    }
}

/// Rule S9: but for words, the state and the target of the goal, what is published is in
/// the file as it was. Journeys that are over may lose a segment that is deleted.
fn published_stays(change: &Change) {
    for (before, after) in change.journeys.values() {
        let (Some(before), Some(after)) = (before, after) else { continue };
        if before.state.is_live() || before.state == JourneyState::Paused {
            assert_eq!(acts(before), acts(after), "{} was published", before.name);
        }
    }
}

/// All of a journey that decides what becomes of contacts, as text.
fn acts(journey: &Journey) -> String {
    let mut journey = journey.clone();
    (journey.state, journey.goal) =
        (JourneyState::Draft, journey.goal.map(|goal| Goal { target: None, ..goal }));
    journey.notes.clear();
    let text = format!("{journey:#?}");
    let is_word = |line: &&str| {
        let line = line.trim_start();
        ["name:", "description:", "comment:", "text:", "card:"]
            .iter()
            .any(|word| line.starts_with(word))
    };
    text.lines().filter(|line| !is_word(line)).collect()
}

/// The place at the end of the root.
pub fn end_of_root(journey: &Journey) -> Place {
    Place { sequence: SequenceId::Root, index: journey.tiles.len() }
}

/// The first place of a branch.
pub fn on(tile: TileId, slot: Slot) -> Place {
    Place { sequence: SequenceId::Of(tile, slot), index: 0 }
}

/// Whether both languages have a message of that id.
pub fn is_message(id: &str) -> bool {
    let has = |file: &str| file.lines().any(|line| line.starts_with(&format!("{id} = ")));
    MESSAGES.iter().all(|file| has(file))
}

/// The numbers of all ids of a workspace.
fn numbers(workspace: &Workspace) -> Vec<u32> {
    let mut found: Vec<u32> = Vec::new();
    found.extend(workspace.fields.keys().map(|id| id.0));
    found.extend(workspace.contacts.keys().map(|id| id.0));
    found.extend(workspace.events.keys().map(|id| id.0));
    for trigger in workspace.triggers.values() {
        found.push(trigger.id.0);
        found.extend(trigger.attributes.iter().map(|attribute| attribute.id.0));
    }
    for flow in workspace.flows.values() {
        found.push(flow.id.0);
        found.extend(flow.steps.iter().map(|step| step.id.0));
    }
    for journey in workspace.journeys.values() {
        found.extend([journey.id.0, journey.entry.id.0]);
        found.extend(journey.exits.iter().map(|exit| exit.id.0));
        found.extend(journey.notes.iter().map(|note| note.id.0));
        for tile in journey.all_tiles() {
            found.push(tile.id.0);
            if let TileKind::AttributeBranch { branches, .. } = &tile.kind {
                assert!(!branches.is_empty(), "tile {} has lost its branches", tile.id);
                found.extend(branches.iter().map(|branch| branch.id.0));
            }
        }
    }
    found
}
