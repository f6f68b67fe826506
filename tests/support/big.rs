//! Workspaces of any size whose journeys and flows are wired together through triggers
//! in every role, made up from a number: the same number gives the same workspace.
//!
//! They have no findings that block a run, but for what is asked for by chance: drafts,
//! flows that are off, journeys that are over.

use std::sync::Arc;

use parcours::model::audience::Field;
use parcours::model::condition::{Condition, Operator, Source};
use parcours::model::entry::ExitOn;
use parcours::model::flow::{Action, Flow, FlowSource, Step};
use parcours::model::id::{
    AttributeId, BranchId, ExitId, FieldId, FlowId, JourneyId, StepId, TileId, TriggerId,
};
use parcours::model::journey::{
    Branch, Entry, ExitCriterion, Goal, Journey, JourneyState, Listener, Mapping, Repeat, Sequence,
    Tile, TileKind, WaitBranch, WaitOn,
};
use parcours::model::note::Note;
use parcours::model::sorted::SortedMap;
use parcours::model::time::Duration;
use parcours::model::trigger::{Attribute, AudienceKind, Trigger, TriggerState, unique_name};
use parcours::model::value::Type;
use parcours::model::wait::WaitUntil;
use parcours::model::workspace::{Settings, Workspace};

/// The name of the one contact field.
pub const FIELD: FieldId = FieldId(1);

/// A workspace with so many journeys, triggers and flows.
pub fn workspace(seed: u64, journeys: u32, triggers: u32, flows: u32) -> Workspace {
    make(seed, [journeys, triggers, flows], 0)
}

/// As [`workspace`], with at least so many tiles in each journey; tiles read what was
/// received above them.
#[allow(dead_code, reason = "not every test asks for large journeys")]
pub fn large(seed: u64, journeys: u32, tiles: usize) -> Workspace {
    make(seed, [journeys, 40, 20], tiles)
}

fn make(seed: u64, [journeys, triggers, flows]: [u32; 3], tiles: usize) -> Workspace {
    let workspace = Workspace::default();
    let mut maker = Maker { seed, next: 2, workspace, triggers: Vec::new(), tiles, entered: None };
    let field = Field { id: FIELD, name: "Level".into(), ty: Type::Number, required: true };
    maker.workspace.fields.insert(FIELD, Arc::new(field));
    (0..triggers).for_each(|number| maker.trigger(number));
    (0..journeys).for_each(|number| maker.journey(number));
    (0..flows).for_each(|number| maker.flow(number));
    let settings = Settings { next_id: maker.next, ..Settings::default() };
    maker.workspace.settings = Arc::new(settings);
    maker.workspace
}

struct Maker {
    seed: u64,
    next: u32,
    workspace: Workspace,
    /// Each with its one attribute.
    triggers: Vec<(TriggerId, AttributeId)>,
    /// The least number of tiles in a journey; above 0, they read what was received.
    tiles: usize,
    /// The attribute that was received at the Entry of the journey that is made.
    entered: Option<Source>,
}

impl Maker {
    fn below(&mut self, count: usize) -> usize {
        self.seed = self.seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        ((self.seed >> 33) as usize).checked_rem(count).unwrap_or_default()
    }

    fn id(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }

    fn any(&mut self) -> (TriggerId, AttributeId) {
        let place = self.below(self.triggers.len());
        self.triggers[place]
    }

    fn trigger(&mut self, number: u32) {
        let (id, attribute) = (TriggerId(self.id()), AttributeId(self.id()));
        let name = format!("Signal {}", number + 1);
        let trigger = Trigger {
            id,
            unique_name: unique_name(&name, id.0),
            name,
            description: String::new(),
            audience: AudienceKind::Contact,
            state: TriggerState::Ready,
            attributes: vec![Attribute { id: attribute, name: "Points".into(), ty: Type::Number }],
        };
        self.workspace.triggers.insert(id, Arc::new(trigger));
        self.triggers.push((id, attribute));
    }

    fn journey(&mut self, number: u32) {
        let id = JourneyId(self.id());
        let state = match self.below(10) {
            0 | 1 => JourneyState::Draft,
            2 => JourneyState::Paused,
            3 => JourneyState::Stopped,
            4 => JourneyState::LiveEditing,
            _ => JourneyState::Live,
        };
        self.entered = None;
        let on = self.listener();
        let repeat = match self.below(3) {
            0 => Repeat::Never,
            1 => Repeat::AtOnce,
            _ => Repeat::After(Duration::days(1)),
        };
        let attribute = self.triggers.iter().find(|(id, _)| Some(*id) == on.trigger);
        let received = attribute.map(|(_, attribute)| *attribute);
        let entry = Entry::on(TileId(self.id()), on, repeat);
        if self.tiles > 0 {
            self.entered = received.map(|attribute| Source::Received(entry.id, attribute));
        }
        let goal = (self.below(3) == 0).then(|| Goal { on: self.listener(), target: None });
        let exits = (0..self.below(3))
            .map(|_| ExitCriterion { id: ExitId(self.id()), on: ExitOn::Trigger(self.listener()) });
        let exits = exits.collect();
        let journey = Journey {
            state,
            time_zone: "Europe/Paris".into(),
            goal,
            exits,
            tiles: self.program(),
            ..Journey::new(id, format!("Journey {}", number + 1), entry)
        };
        self.workspace.journeys.insert(id, Arc::new(journey));
    }

    /// A trigger, for some of its values, for all, or for some contacts.
    fn listener(&mut self) -> Listener {
        let (trigger, attribute) = self.any();
        let condition = match self.below(4) {
            0 => Condition::row(Source::Incoming(attribute), Operator::Greater, &["5"]),
            1 => Condition::row(Source::Contact(FIELD), Operator::Less, &["5"]),
            _ => Condition::default(),
        };
        Listener { trigger: Some(trigger), condition }
    }

    fn program(&mut self) -> Sequence {
        let mut tiles = self.tiles(2);
        let mut count: usize = tiles.iter().map(|tile| tile.subtree().len()).sum();
        while count < self.tiles {
            let tile = self.tile(3);
            count += tile.subtree().len();
            tiles.push(tile);
        }
        tiles
    }

    fn tiles(&mut self, depth: usize) -> Sequence {
        let count = 1 + self.below(3);
        (0..count).map(|_| self.tile(depth)).collect()
    }

    fn tile(&mut self, depth: usize) -> Arc<Tile> {
        let id = TileId(self.id());
        let kind = match self.below(if depth == 0 { 4 } else { 7 }) {
            0 => TileKind::Wait(WaitUntil::Duration(Duration::days(1))),
            1..4 => self.raise(),
            4 => {
                let branch = Branch {
                    id: BranchId(self.id()),
                    name: "Some".into(),
                    condition: Condition::row(Source::Contact(FIELD), Operator::Less, &["3"]),
                    tiles: self.tiles(depth - 1),
                };
                TileKind::AttributeBranch { branches: vec![branch], other: self.tiles(depth - 1) }
            }
            5 => {
                let on = WaitOn::Trigger(self.listener());
                let (yes, no) = (self.tiles(depth - 1), self.tiles(depth - 1));
                TileKind::wait_for(on, Duration::days(9), yes, no)
            }
            _ => {
                let wait = |maker: &mut Self, name: &str| WaitBranch {
                    id: BranchId(maker.id()),
                    name: name.into(),
                    on: WaitOn::Trigger(maker.listener()),
                    tiles: maker.tiles(depth - 1),
                };
                let waits = vec![wait(self, "First"), wait(self, "Second")];
                let limit = Duration::days(9);
                TileKind::WaitFor { waits, limit, other: self.tiles(depth - 1) }
            }
        };
        Arc::new(Tile { id, name: String::new(), kind, note: Note::default() })
    }

    fn raise(&mut self) -> TileKind {
        let (trigger, attribute) = self.any();
        let mapping = match (self.below(2), self.entered) {
            (0, _) => Mapping::Fixed(self.below(10).to_string()),
            (_, Some(source)) => Mapping::Attribute(source),
            _ => Mapping::Attribute(Source::Contact(FIELD)),
        };
        let mappings = SortedMap::from([(attribute, mapping)]);
        TileKind::CustomTrigger { trigger: Some(trigger), mappings, binding: None }
    }

    fn flow(&mut self, number: u32) {
        let id = FlowId(self.id());
        let (trigger, attribute) = self.any();
        let action = Action::InitializeVariable {
            variable: "points".into(),
            ty: Type::Number,
            value: FlowSource::Attribute(attribute).into(),
        };
        let environment = if self.below(5) == 0 { "Test" } else { "Production" };
        let step = Step { id: StepId(self.id()), name: "Keep the points".into(), action };
        let flow = Flow {
            id,
            name: format!("Flow {}", number + 1),
            trigger: Some(trigger),
            on: self.below(5) > 0,
            environment: environment.into(),
            steps: vec![step],
        };
        self.workspace.flows.insert(id, Arc::new(flow));
    }
}
