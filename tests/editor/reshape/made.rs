//! A workspace in which 60 made-up journeys, flows, segments and all other records use
//! an attribute and a field.

use std::sync::Arc;

use parcours::model::audience::{Contact, Event, Field, Happening};
use parcours::model::behaviour::{AttributeModel, Delay, Model, ModelOf, Since};
use parcours::model::condition::{Condition, Operator, Source};
use parcours::model::distribution::Distribution;
use parcours::model::flow::{Action, Flow, FlowSource, Step};
use parcours::model::id::{
    AttributeId, BranchId, ContactId, EventId, FieldId, FlowId, JourneyId, ModelId, ScenarioId,
    SegmentId, StepId, TileId, TriggerId,
};
use parcours::model::journey::{
    Branch, Entry, Journey, Listener, Mapping, Repeat, Sequence, Tile, TileKind, WaitOn,
};
use parcours::model::note::Note;
use parcours::model::scenario::{Expectation, Scenario};
use parcours::model::segment::Segment;
use parcours::model::sorted::SortedMap;
use parcours::model::time::Duration;
use parcours::model::trigger::{Attribute, AudienceKind, Trigger, TriggerState};
use parcours::model::value::Type;
use parcours::model::workspace::Workspace;

pub const ORDER: TriggerId = TriggerId(1);
pub const AMOUNT: AttributeId = AttributeId(2);
const CALL: TriggerId = TriggerId(3);
const NUMBER: AttributeId = AttributeId(4);
pub const PHONE: FieldId = FieldId(5);

/// Numbers that look like chance and are the same each time.
struct Dice(u32);

impl Dice {
    fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 16) % end
    }
}

fn trigger(id: TriggerId, name: &str, attribute: AttributeId) -> Arc<Trigger> {
    let attributes =
        vec![Attribute { id: attribute, name: format!("Value of {name}"), ty: Type::Number }];
    let (unique_name, description) = (format!("msdynmkt_{id}"), String::new());
    let (audience, state) = (AudienceKind::Contact, TriggerState::Ready);
    let name = name.into();
    Arc::new(Trigger { id, name, unique_name, description, audience, state, attributes })
}

/// 60 journeys that use the two triggers and the field in every way, a flow, a
/// segment, examples, models and a scenario.
pub fn workspace() -> Workspace {
    let mut workspace = Workspace::default();
    workspace.triggers.insert(ORDER, trigger(ORDER, "Order", AMOUNT));
    workspace.triggers.insert(CALL, trigger(CALL, "Call", NUMBER));
    let phone = Field { id: PHONE, name: "Phone".into(), ty: Type::Number, required: true };
    workspace.fields.insert(PHONE, Arc::new(phone));
    let mut dice = Dice(7);
    let mut next = 100;
    for at in 0..60 {
        let journey = journey(&mut dice, &mut next, at);
        workspace.journeys.insert(journey.id, Arc::new(journey));
    }
    others(&mut workspace);
    Arc::make_mut(&mut workspace.settings).next_id = next;
    workspace
}

fn id(next: &mut u32) -> u32 {
    *next += 1;
    *next - 1
}

fn source(dice: &mut Dice, entry: TileId, in_listener: bool) -> Source {
    match dice.below(3) {
        0 => Source::Contact(PHONE),
        1 if in_listener => Source::Incoming(AMOUNT),
        _ => Source::Received(entry, AMOUNT),
    }
}

fn condition(dice: &mut Dice, source: Source) -> Condition {
    let value = ["1", "2", "30"][dice.below(3) as usize];
    match dice.below(4) {
        0 => Condition::default(),
        1 => Condition::row(source, Operator::IsNotEmpty, &[]),
        2 => Condition::row(source, Operator::Is, &[value]),
        _ => Condition::row(source, Operator::Greater, &[value]),
    }
}

fn journey(dice: &mut Dice, next: &mut u32, at: u32) -> Journey {
    let (journey, entry) = (JourneyId(id(next)), TileId(id(next)));
    let amount = Source::Incoming(AMOUNT);
    let mut on = Listener { trigger: Some(ORDER), condition: condition(dice, amount) };
    if on.condition.is_empty() {
        on.condition = Condition::row(amount, Operator::IsNotEmpty, &[]);
    }
    Journey {
        tiles: sequence(dice, next, entry, 2),
        ..Journey::new(journey, format!("Journey {at}"), Entry::on(entry, on, Repeat::Never))
    }
}

fn sequence(dice: &mut Dice, next: &mut u32, entry: TileId, depth: u32) -> Sequence {
    (0..=dice.below(3)).map(|_| tile(dice, next, entry, depth)).collect()
}

fn tile(dice: &mut Dice, next: &mut u32, entry: TileId, depth: u32) -> Arc<Tile> {
    let tile = TileId(id(next));
    let kind = match dice.below(5) {
        0 if depth > 0 => {
            let (yes, no) = (sequence(dice, next, entry, depth - 1), Vec::new());
            let source = source(dice, entry, true);
            let on = Listener { trigger: Some(ORDER), condition: condition(dice, source) };
            TileKind::wait_for(WaitOn::Trigger(on), Duration::days(1), yes, no)
        }
        1 if depth > 0 => {
            let branches = (0..=dice.below(2)).map(|at| {
                let source = source(dice, entry, false);
                Branch {
                    id: BranchId(id(next)),
                    name: format!("Branch {at}"),
                    condition: condition(dice, source),
                    tiles: sequence(dice, next, entry, depth - 1),
                }
            });
            TileKind::AttributeBranch { branches: branches.collect(), other: Vec::new() }
        }
        2 => {
            let mapping = Mapping::Fixed(["12", "12.5", "soon"][dice.below(3) as usize].into());
            let mappings = SortedMap::from([(AMOUNT, mapping)]);
            TileKind::CustomTrigger { trigger: Some(ORDER), mappings, binding: None }
        }
        _ => {
            let source = source(dice, entry, false);
            let mappings = SortedMap::from([(NUMBER, Mapping::Attribute(source))]);
            TileKind::CustomTrigger { trigger: Some(CALL), mappings, binding: None }
        }
    };
    Arc::new(Tile { id: tile, name: String::new(), kind, note: Note::default() })
}

fn others(workspace: &mut Workspace) {
    let value = FlowSource::Attribute(AMOUNT).into();
    let (variable, ty) = ("amount".into(), Type::Number);
    let action = Action::InitializeVariable { variable, ty, value };
    let flow = Flow {
        id: FlowId(10),
        name: "Phone call".into(),
        trigger: Some(ORDER),
        on: true,
        environment: workspace.settings.environment.clone(),
        steps: vec![Step { id: StepId(11), name: "Amount".into(), action }],
    };
    workspace.flows.insert(flow.id, Arc::new(flow));
    let condition = Condition::row(Source::Contact(PHONE), Operator::Less, &["5"]);
    let (name, description) = ("Short".into(), String::new());
    let segment = Segment { id: SegmentId(12), name, description, condition };
    workspace.segments.insert(segment.id, Arc::new(segment));
    let contact = |id| Contact {
        id: ContactId(id),
        name: format!("Client {id}"),
        values: SortedMap::from([(PHONE, "123".to_owned())]),
    };
    workspace.contacts.insert(ContactId(13), Arc::new(contact(13)));
    let event = |id, contact| Event {
        id: EventId(id),
        contact: ContactId(contact),
        what: Happening::Trigger {
            trigger: ORDER,
            values: SortedMap::from([(AMOUNT, "12.5".to_owned())]),
            binding: String::new(),
        },
        at: "2026-01-01".into(),
    };
    workspace.events.insert(EventId(14), Arc::new(event(14, 13)));
    for (id, value) in [
        (15, AttributeModel::Contact(PHONE)),
        (16, AttributeModel::Drawn(Distribution::Fixed("9".into()))),
    ] {
        let values = SortedMap::from([(AMOUNT, value)]);
        let model = Model {
            id: ModelId(id),
            of: ModelOf::Trigger { trigger: ORDER, since: Since::Start, values },
            percent: 100.into(),
            delay: Delay::Fixed(Duration::days(1)),
        };
        workspace.models.insert(model.id, Arc::new(model));
    }
    let mut scenario = Scenario::new(ScenarioId(17), "First".into());
    scenario.contacts = vec![contact(18), contact(19)];
    scenario.events = vec![event(20, 18)];
    scenario.expectations = vec![Expectation::Raises {
        contact: ContactId(18),
        trigger: ORDER,
        values: SortedMap::from([(AMOUNT, "7".to_owned())]),
        not: false,
    }];
    workspace.scenarios.insert(scenario.id, Arc::new(scenario));
}
