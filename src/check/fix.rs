//! The ways out that the checker offers: each an edit as data, with a label.
//!
//! **Invariant:** applying the fix of a finding removes that finding.

use std::sync::Arc;

use crate::check::code::Code;
use crate::check::site::Subject;
use crate::model::audience::{Contact, Field};
use crate::model::change::Tx;
use crate::model::condition::{Condition, Operator};
use crate::model::flow::{Action, Flow, Step};
use crate::model::id::{
    AttributeId, BranchId, FieldId, FlowId, JourneyId, ScenarioId, StepId, TileId, TriggerId,
};
use crate::model::journey::{Branch, Journey, MAX_WAIT, Mapping, Tile, TileKind};
use crate::model::note::Note;
use crate::model::scenario::Scenario;
use crate::model::segment::Segment;
use crate::model::table::Table;
use crate::model::time::{DAY, Duration};
use crate::model::trigger::{Trigger, TriggerState};
use crate::model::wait::WaitUntil;

/// An edit that puts a finding right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fix {
    /// Mark a draft trigger ready to use.
    MarkReady(TriggerId),
    /// Take away the mapping of an attribute that the trigger does not have.
    RemoveMapping(JourneyId, TileId, AttributeId),
    /// Set a wait or a time limit to 90 days.
    ShortenWait(JourneyId, TileId),
    /// Delete this tile and all that follow it in its sequence.
    DeleteFrom(JourneyId, TileId),
    /// Make a contact field required.
    RequireField(FieldId),
    /// Raise the trigger on a branch for those that have a value, and on the other with a
    /// fixed value, which is still to be entered.
    FallbackBranch(JourneyId, TileId, AttributeId),
    /// Move a flow to the workspace's environment.
    MoveFlow(FlowId),
    /// Turn a flow on.
    TurnFlowOn(FlowId),
    /// Move a step of a flow out of all conditions, to before the outermost.
    MoveStepUp(FlowId, StepId),
    /// Give a variable the type of what it is set to.
    RetypeVariable(FlowId, StepId),
    /// Take the spaces around a record's name away.
    TrimName(Subject),
    /// Take the spaces around an attribute's name away.
    TrimAttribute(TriggerId, AttributeId),
    /// Take an expectation out of a test, by its index.
    DropExpectation(ScenarioId, usize),
    /// Take a journey out of those that react in a test.
    ForgetJourney(ScenarioId, JourneyId),
}

impl Fix {
    /// The Fluent id of what the button says; also the name of the edit for undo.
    pub fn label_id(self) -> &'static str {
        match self {
            Self::MarkReady(_) => "fix-mark-ready",
            Self::RemoveMapping(..) => "fix-remove-mapping",
            Self::ShortenWait(..) => "fix-shorten-wait",
            Self::DeleteFrom(..) => "fix-delete-unreachable",
            Self::RequireField(_) => "fix-require-field",
            Self::FallbackBranch(..) => "fix-fallback-branch",
            Self::MoveFlow(_) => "fix-move-flow",
            Self::TurnFlowOn(_) => "fix-turn-flow-on",
            Self::MoveStepUp(..) => "fix-move-step-up",
            Self::RetypeVariable(..) => "fix-retype-variable",
            Self::TrimName(_) | Self::TrimAttribute(..) => "fix-trim-name",
            Self::DropExpectation(..) => "fix-drop-expectation",
            Self::ForgetJourney(..) => "fix-forget-journey",
        }
    }
}

/// The Fluent ids of the ways out that a finding of that code may offer.
pub fn labels(code: Code) -> &'static [&'static str] {
    match code {
        Code::UntrimmedName => &["fix-trim-name"],
        Code::EventNotInLiveState => &["fix-mark-ready"],
        Code::StaleMapping => &["fix-remove-mapping"],
        Code::WaitTooLong | Code::LimitTooLong => &["fix-shorten-wait"],
        Code::UnreachableTiles | Code::DeadOther => &["fix-delete-unreachable"],
        Code::MayBeEmpty => &["fix-require-field", "fix-fallback-branch"],
        Code::RecipientMayBeEmpty | Code::WaitDateMayBeEmpty => &["fix-require-field"],
        Code::FlowInOtherEnvironment => &["fix-move-flow"],
        Code::FlowOff => &["fix-turn-flow-on"],
        Code::NestedVariable => &["fix-move-step-up"],
        Code::WrongTypeInFlow => &["fix-retype-variable"],
        Code::UnknownTestJourney => &["fix-forget-journey"],
        Code::ExpectationGone => &["fix-drop-expectation"],
        _ => &[],
    }
}

/// Makes the edit; `false` where what it is about is not there any more.
pub fn apply(fix: Fix, tx: &mut Tx) -> bool {
    match fix {
        Fix::MarkReady(id) => {
            tx.get_mut::<Trigger>(id).map(|trigger| trigger.state = TriggerState::Ready).is_some()
        }
        Fix::RemoveMapping(journey, tile, attribute) => {
            remove_mapping(tx, journey, tile, attribute)
        }
        Fix::ShortenWait(journey, tile) => shorten(tx, journey, tile),
        Fix::DeleteFrom(journey, tile) => delete_from(tx, journey, tile),
        Fix::RequireField(id) => {
            tx.get_mut::<Field>(id).map(|field| field.required = true).is_some()
        }
        Fix::FallbackBranch(journey, tile, attribute) => {
            fall_back(tx, journey, tile, attribute).is_some()
        }
        Fix::MoveFlow(id) => {
            let environment = tx.workspace().settings.environment.clone();
            tx.get_mut::<Flow>(id).map(|flow| flow.environment = environment).is_some()
        }
        Fix::TurnFlowOn(id) => tx.get_mut::<Flow>(id).map(|flow| flow.on = true).is_some(),
        Fix::MoveStepUp(flow, step) => move_step_up(tx, flow, step),
        Fix::RetypeVariable(flow, step) => retype_variable(tx, flow, step),
        Fix::TrimName(subject) => name_of(tx, subject).map(trim).is_some(),
        Fix::TrimAttribute(trigger, attribute) => tx
            .get_mut::<Trigger>(trigger)
            .and_then(|trigger| trigger.attributes.iter_mut().find(|one| one.id == attribute))
            .map(|attribute| trim(&mut attribute.name))
            .is_some(),
        Fix::DropExpectation(id, place) => match tx.get_mut::<Scenario>(id) {
            Some(scenario) if place < scenario.expectations.len() => {
                scenario.expectations.remove(place);
                true
            }
            _ => false,
        },
        Fix::ForgetJourney(id, journey) => {
            tx.get_mut::<Scenario>(id).is_some_and(|scenario| scenario.journeys.remove(&journey))
        }
    }
}

fn remove_mapping(tx: &mut Tx, journey: JourneyId, tile: TileId, attribute: AttributeId) -> bool {
    let tile = tx.get_mut::<Journey>(journey).and_then(|journey| journey.tile_mut(tile));
    match tile.map(|tile| &mut tile.kind) {
        Some(TileKind::CustomTrigger { mappings, .. }) => mappings.remove(&attribute).is_some(),
        _ => false,
    }
}

/// Puts an Attribute branch around a Custom trigger tile.
fn fall_back(tx: &mut Tx, journey: JourneyId, tile: TileId, attribute: AttributeId) -> Option<()> {
    let found = tx.workspace().journeys.get(&journey)?.tile(tile)?.clone();
    let TileKind::CustomTrigger { mappings, .. } = &found.kind else { return None };
    let Mapping::Attribute(source) = *mappings.get(&attribute)? else { return None };
    let (around, branch, copy) =
        (TileId(tx.next_id()), BranchId(tx.next_id()), TileId(tx.next_id()));
    let mut fixed = Tile { id: copy, ..found.clone() };
    if let TileKind::CustomTrigger { mappings, .. } = &mut fixed.kind {
        mappings.insert(attribute, Mapping::Fixed(String::new()));
    }
    let journey = tx.get_mut::<Journey>(journey)?;
    let place = journey.place_of(tile)?;
    let stands = journey.sequence_mut(place.sequence)?.get_mut(place.index)?;
    let branch = Branch {
        id: branch,
        name: String::new(),
        condition: Condition::row(source, Operator::IsNotEmpty, &[]),
        tiles: vec![Arc::new(found)],
    };
    let kind = TileKind::AttributeBranch { branches: vec![branch], other: vec![Arc::new(fixed)] };
    *stands = Arc::new(Tile { id: around, name: String::new(), kind, note: Note::default() });
    Some(())
}

fn shorten(tx: &mut Tx, journey: JourneyId, tile: TileId) -> bool {
    let tile = tx.get_mut::<Journey>(journey).and_then(|journey| journey.tile_mut(tile));
    match tile.map(|tile| &mut tile.kind) {
        Some(TileKind::Wait(WaitUntil::Around { offset, .. })) => {
            *offset = LONGEST;
            true
        }
        Some(
            TileKind::Wait(WaitUntil::Duration(duration))
            | TileKind::WaitFor { limit: duration, .. },
        ) => {
            *duration = LONGEST;
            true
        }
        _ => false,
    }
}

/// [`MAX_WAIT`] as a person would write it.
const LONGEST: Duration = Duration::days((MAX_WAIT / DAY) as u32);

fn delete_from(tx: &mut Tx, journey: JourneyId, tile: TileId) -> bool {
    let Some(journey) = tx.get_mut::<Journey>(journey) else { return false };
    let Some(place) = journey.place_of(tile) else { return false };
    let Some(sequence) = journey.sequence_mut(place.sequence) else { return false };
    sequence.truncate(place.index);
    true
}

fn move_step_up(tx: &mut Tx, flow: FlowId, step: StepId) -> bool {
    let Some(flow) = tx.get_mut::<Flow>(flow) else { return false };
    let holds = |one: &Step| one.all().iter().any(|inner| inner.id == step);
    let Some(index) = flow.steps.iter().position(holds) else { return false };
    let moved = flow.remove(step);
    moved.map(|moved| flow.steps.insert(index, moved)).is_some()
}

fn retype_variable(tx: &mut Tx, flow: FlowId, step: StepId) -> bool {
    let found = tx.workspace().flows.get(&flow).and_then(|flow| {
        let value = *flow.step(step)?.action.values().first()?;
        tx.workspace().flow_source_type(flow, value.as_picked()?)
    });
    let step = tx.get_mut::<Flow>(flow).and_then(|flow| flow.step_mut(step));
    match (step.map(|step| &mut step.action), found) {
        (Some(Action::InitializeVariable { ty, .. }), Some(found)) => {
            *ty = found;
            true
        }
        _ => false,
    }
}

fn name_of<'t>(tx: &'t mut Tx, subject: Subject) -> Option<&'t mut String> {
    match subject {
        Subject::Workspace => Some(&mut tx.settings_mut().name),
        Subject::Table(id) => tx.get_mut::<Table>(id).map(|record| &mut record.name),
        Subject::Field(id) => tx.get_mut::<Field>(id).map(|record| &mut record.name),
        Subject::Segment(id) => tx.get_mut::<Segment>(id).map(|record| &mut record.name),
        Subject::Trigger(id) => tx.get_mut::<Trigger>(id).map(|record| &mut record.name),
        Subject::Journey(id) => tx.get_mut::<Journey>(id).map(|record| &mut record.name),
        Subject::Flow(id) => tx.get_mut::<Flow>(id).map(|record| &mut record.name),
        Subject::Contact(id) => tx.get_mut::<Contact>(id).map(|record| &mut record.name),
        Subject::Scenario(id) => tx.get_mut::<Scenario>(id).map(|record| &mut record.name),
        Subject::Event(_) | Subject::Model(_) => None,
    }
}

fn trim(name: &mut String) {
    *name = name.trim().to_owned();
}
