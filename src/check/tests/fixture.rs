//! A small sound workspace, and short words to change it with.

use std::sync::Arc;

use crate::check::{Code, Problem, check};
use crate::model::audience::{Contact, Event, Field, Happening};
use crate::model::condition::{Comparison, Condition, Item, Join, Operator, Source};
use crate::model::flow::{Action, Flow, FlowSource, Step};
use crate::model::id::{
    AttributeId, BranchId, ContactId, EventId, FieldId, FlowId, JourneyId, StepId, TileId,
    TriggerId,
};
use crate::model::journey::{
    Branch, Entry, Journey, JourneyState, Listener, Mapping, Sequence, Tile, TileKind, WaitOn,
};
use crate::model::note::Note;
use crate::model::time::Duration;
use crate::model::trigger::{Attribute, AudienceKind, Trigger, TriggerState};
use crate::model::value::Type;
use crate::model::wait::WaitUntil;
use crate::model::workspace::Workspace;

pub const NAME: FieldId = FieldId(1);
pub const PHONE: FieldId = FieldId(2);
/// Optional.
pub const NICKNAME: FieldId = FieldId(3);
/// Starts [`MAIN`]: Campaign (text), Amount (number).
pub const ORDER: TriggerId = TriggerId(10);
pub const CAMPAIGN: AttributeId = AttributeId(11);
pub const AMOUNT: AttributeId = AttributeId(12);
/// Raised by [`MAIN`], starts [`NURTURE`] and [`FLOW`]: Phone number (number).
pub const CALL: TriggerId = TriggerId(20);
pub const NUMBER: AttributeId = AttributeId(21);
pub const MAIN: JourneyId = JourneyId(30);
pub const ENTRY: TileId = TileId(31);
/// An If/then of [`MAIN`] on [`ORDER`], then a Custom trigger tile that raises [`CALL`].
pub const IF: TileId = TileId(32);
pub const RAISE: TileId = TileId(33);
pub const NURTURE: JourneyId = JourneyId(40);
/// An Attribute branch of [`NURTURE`] with two branches, then a Wait.
pub const SPLIT: TileId = TileId(42);
pub const FIRST: BranchId = BranchId(43);
pub const SECOND: BranchId = BranchId(44);
pub const WAIT: TileId = TileId(45);
pub const FLOW: FlowId = FlowId(50);
pub const CONTACT: ContactId = ContactId(60);
pub const EVENT: EventId = EventId(70);

/// A workspace about which there is nothing to say but that [`ORDER`] comes from outside.
pub fn sound() -> Workspace {
    let mut workspace = Workspace::default();
    for (id, name, ty, required) in [
        (NAME, "Name", Type::Text, true),
        (PHONE, "Phone", Type::Number, true),
        (NICKNAME, "Nickname", Type::Number, false),
    ] {
        workspace.fields.insert(id, Arc::new(Field { id, name: name.into(), ty, required }));
    }
    add_trigger(&mut workspace, ORDER, "Order", &[(CAMPAIGN, "Campaign"), (AMOUNT, "Amount")]);
    add_trigger(&mut workspace, CALL, "Call", &[(NUMBER, "Phone number")]);
    edit_trigger(&mut workspace, ORDER).attributes[0].ty = Type::Text;

    let no = vec![tile(34, TileKind::Wait(WaitUntil::Duration(Duration::days(1))))];
    let raise = TileKind::CustomTrigger {
        trigger: Some(CALL),
        mappings: Default::default(),
        binding: None,
    };
    let tiles = vec![wait_for(32, ORDER, vec![], no), tile(33, raise)];
    add_journey(&mut workspace, MAIN, "Main", ORDER, tiles);
    map(&mut workspace, Mapping::Attribute(Source::Contact(PHONE)));

    let branch = |id: BranchId, name: &str, value: &str| Branch {
        id,
        name: name.into(),
        condition: Condition::row(Source::Contact(PHONE), Operator::Equals, &[value]),
        tiles: vec![],
    };
    let branches = vec![branch(FIRST, "One", "1"), branch(SECOND, "Two", "2")];
    let split = TileKind::AttributeBranch { branches, other: vec![] };
    let tiles =
        vec![tile(42, split), tile(45, TileKind::Wait(WaitUntil::Duration(Duration::days(1))))];
    add_journey(&mut workspace, NURTURE, "Nurture", CALL, tiles);
    add_examples(&mut workspace);
    workspace
}

fn add_examples(workspace: &mut Workspace) {
    let action = Action::InitializeVariable {
        variable: "phone".into(),
        ty: Type::Number,
        value: FlowSource::Attribute(NUMBER).into(),
    };
    let flow = Flow {
        id: FLOW,
        name: "Phone call".into(),
        trigger: Some(CALL),
        on: true,
        environment: workspace.settings.environment.clone(),
        steps: vec![Step { id: StepId(51), name: "Phone".into(), action }],
    };
    workspace.flows.insert(FLOW, Arc::new(flow));
    let values = [(NAME, "Ada".to_owned()), (PHONE, "123".to_owned())].into();
    let contact = Contact { id: CONTACT, name: "Client 1".into(), values };
    workspace.contacts.insert(CONTACT, Arc::new(contact));
    let event = Event {
        id: EVENT,
        contact: CONTACT,
        what: Happening::Trigger {
            trigger: ORDER,
            values: [(AMOUNT, "12.5".to_owned())].into(),
            binding: String::new(),
        },
        at: "2026-01-01".into(),
    };
    workspace.events.insert(EVENT, Arc::new(event));
}

/// With Number attributes, ready to use.
pub fn add_trigger(
    workspace: &mut Workspace,
    id: TriggerId,
    name: &str,
    attributes: &[(AttributeId, &str)],
) {
    let attribute =
        |&(id, name): &(AttributeId, &str)| Attribute { id, name: name.into(), ty: Type::Number };
    let trigger = Trigger {
        id,
        name: name.into(),
        unique_name: format!("msdynmkt_{id}"),
        description: String::new(),
        audience: AudienceKind::Contact,
        state: TriggerState::Ready,
        attributes: attributes.iter().map(attribute).collect(),
    };
    workspace.triggers.insert(id, Arc::new(trigger));
}

/// Live; its Entry has the number after the journey's.
pub fn add_journey(
    workspace: &mut Workspace,
    id: JourneyId,
    name: &str,
    trigger: TriggerId,
    tiles: Sequence,
) {
    let entry = Entry::on(TileId(id.0 + 1), listen(trigger), Default::default());
    let journey = Journey {
        state: JourneyState::Live,
        time_zone: "Europe/Paris".into(),
        tiles,
        ..Journey::new(id, name, entry)
    };
    workspace.journeys.insert(id, Arc::new(journey));
}

pub fn listen(trigger: TriggerId) -> Listener {
    Listener { trigger: Some(trigger), condition: Condition::default() }
}

pub fn tile(id: u32, kind: TileKind) -> Arc<Tile> {
    Arc::new(Tile { id: TileId(id), name: String::new(), kind, note: Note::default() })
}

pub fn wait_for(id: u32, trigger: TriggerId, yes: Sequence, no: Sequence) -> Arc<Tile> {
    let on = WaitOn::Trigger(listen(trigger));
    tile(id, TileKind::wait_for(on, Duration::days(30), yes, no))
}

pub fn exit(id: u32) -> Arc<Tile> {
    tile(id, TileKind::Exit)
}

pub fn edit(workspace: &mut Workspace, id: JourneyId) -> &mut Journey {
    Arc::make_mut(workspace.journeys.get_mut(&id).unwrap())
}

pub fn edit_tile(workspace: &mut Workspace, journey: JourneyId, id: TileId) -> &mut TileKind {
    &mut edit(workspace, journey).tile_mut(id).unwrap().kind
}

pub fn edit_trigger(workspace: &mut Workspace, id: TriggerId) -> &mut Trigger {
    Arc::make_mut(workspace.triggers.get_mut(&id).unwrap())
}

pub fn edit_field(workspace: &mut Workspace, id: FieldId) -> &mut Field {
    Arc::make_mut(workspace.fields.get_mut(&id).unwrap())
}

pub fn edit_flow(workspace: &mut Workspace) -> &mut Flow {
    Arc::make_mut(workspace.flows.get_mut(&FLOW).unwrap())
}

pub fn edit_contact(workspace: &mut Workspace) -> &mut Contact {
    Arc::make_mut(workspace.contacts.get_mut(&CONTACT).unwrap())
}

pub fn edit_event(workspace: &mut Workspace) -> &mut Event {
    Arc::make_mut(workspace.events.get_mut(&EVENT).unwrap())
}

/// Maps the Phone number that [`RAISE`] sends.
pub fn map(workspace: &mut Workspace, mapping: Mapping) {
    let TileKind::CustomTrigger { mappings, .. } = edit_tile(workspace, MAIN, RAISE) else {
        panic!("not a Custom trigger tile")
    };
    mappings.insert(NUMBER, mapping);
}

/// The branches of [`SPLIT`].
pub fn edit_branches(workspace: &mut Workspace) -> &mut Vec<Branch> {
    let TileKind::AttributeBranch { branches, .. } = edit_tile(workspace, NURTURE, SPLIT) else {
        panic!("not an Attribute branch")
    };
    branches
}

/// Gives the first branch a condition with rows about one source.
pub fn ask(workspace: &mut Workspace, join: Join, source: Source, rows: &[(Operator, &[&str])]) {
    let items = rows.iter().map(|(operator, operands)| Item::Row(row(source, *operator, operands)));
    edit_branches(workspace)[0].condition = Condition { join, items: items.collect() };
}

pub fn row(source: Source, operator: Operator, operands: &[&str]) -> Comparison {
    let operands = operands.iter().map(|&text| text.to_owned()).collect();
    Comparison { source: Some(source), operator, operands }
}

/// What is found after `change`.
pub fn problems(change: impl FnOnce(&mut Workspace)) -> Vec<Problem> {
    let mut workspace = sound();
    change(&mut workspace);
    check(&workspace)
}

pub fn codes(change: impl FnOnce(&mut Workspace)) -> Vec<Code> {
    problems(change).into_iter().map(|problem| problem.code).collect()
}
