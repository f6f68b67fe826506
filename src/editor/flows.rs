//! Edits of flows and of their steps.

use crate::editor::edits::Done;
use crate::editor::name::{EditName, copied, numbered};
use crate::editor::outcome::{Created, Refusal};
use crate::editor::triggers::check_trigger;
use crate::model::change::Tx;
use crate::model::collect;
use crate::model::flow::tree::visit;
use crate::model::flow::{Action, Flow, FlowSource, MAX_DEPTH, Step, StepPlace};
use crate::model::id::{FlowId, StepId, TriggerId};
use crate::model::sorted::SortedMap;

pub(super) fn add(tx: &mut Tx, name: &str, trigger: Option<TriggerId>) -> Result<Done, Refusal> {
    check_trigger(tx, trigger)?;
    let name = numbered(name, tx.workspace().flows.values().map(|flow| flow.name.as_str()));
    let environment = tx.workspace().settings.environment.clone();
    let id = FlowId(tx.next_id());
    let edit = EditName::new("edit-add-flow", name.clone()).about(id.0, 0);
    tx.put(Flow { id, name, trigger, on: true, environment, steps: Vec::new() });
    Ok(Done::new(edit).creating(Created::Flow(id)))
}

/// Replaces a flow; steps may be left out, and none are added.
pub(super) fn set(tx: &mut Tx, flow: Flow) -> Result<Done, Refusal> {
    check_trigger(tx, flow.trigger)?;
    let kept = tx.get_mut::<Flow>(flow.id).ok_or(Refusal::NotFound)?;
    let ids = |flow: &Flow| collect::set(flow.all_steps().into_iter().map(|step| step.id));
    let steps = ids(&flow);
    if !steps.is_subset(&ids(kept)) || steps.len() != flow.all_steps().len() {
        return Err(Refusal::NotFound);
    }
    let edit = EditName::new("edit-set-flow", flow.name.clone()).about(flow.id.0, 0);
    *kept = flow;
    Ok(Done::typed(edit))
}

pub(super) fn delete(tx: &mut Tx, id: FlowId) -> Result<Done, Refusal> {
    let flow = tx.workspace().flows.get(&id).ok_or(Refusal::NotFound)?.clone();
    tx.remove::<Flow>(id);
    Ok(Done::new(EditName::new("edit-delete-flow", flow.name.clone()).about(id.0, 0)))
}

pub(super) fn add_step(
    tx: &mut Tx,
    id: FlowId,
    place: StepPlace,
    name: String,
    action: Action,
) -> Result<Done, Refusal> {
    let mut step = Step { id: StepId(0), name, action };
    give_new_ids(tx, &mut step);
    let edit = EditName::new("edit-add-step", step.name.clone()).about(id.0, step.id.0);
    let created = step.id;
    insert(tx, id, place, step)?;
    Ok(Done::new(edit).creating(Created::Step(created)))
}

/// Takes the step out first: `place` is meant as it was before.
pub(super) fn move_step(
    tx: &mut Tx,
    id: FlowId,
    step: StepId,
    mut place: StepPlace,
) -> Result<Done, Refusal> {
    let flow = tx.get_mut::<Flow>(id).ok_or(Refusal::NotFound)?;
    let from = flow.place_of(step).ok_or(Refusal::NotFound)?;
    let own = flow.step(step).map(Step::all).unwrap_or_default();
    if place.branch.is_some_and(|(holder, _)| own.iter().any(|step| step.id == holder)) {
        return Err(Refusal::IntoItself);
    }
    let moved = flow.remove(step).ok_or(Refusal::NotFound)?;
    if place.branch == from.branch && place.index > from.index {
        place.index -= 1;
    }
    let edit = EditName::new("edit-move-step", moved.name.clone()).about(id.0, step.0);
    insert(tx, id, place, moved)?;
    Ok(Done::new(edit))
}

pub(super) fn duplicate_step(tx: &mut Tx, id: FlowId, step: StepId) -> Result<Done, Refusal> {
    let flow = tx.workspace().flows.get(&id).ok_or(Refusal::NotFound)?.clone();
    let place = flow.place_of(step).ok_or(Refusal::NotFound)?;
    let mut copy = flow.step(step).ok_or(Refusal::NotFound)?.clone();
    give_new_ids(tx, &mut copy);
    name_variables(&flow, &mut copy);
    let edit = EditName::new("edit-duplicate-step", copy.name.clone()).about(id.0, copy.id.0);
    let created = copy.id;
    insert(tx, id, StepPlace { index: place.index + 1, ..place }, copy)?;
    Ok(Done::new(edit).creating(Created::Step(created)))
}

pub(super) fn delete_step(tx: &mut Tx, id: FlowId, step: StepId) -> Result<Done, Refusal> {
    let flow = tx.get_mut::<Flow>(id).ok_or(Refusal::NotFound)?;
    let step = flow.remove(step).ok_or(Refusal::NotFound)?;
    Ok(Done::new(EditName::new("edit-delete-step", step.name).about(id.0, step.id.0)))
}

fn insert(tx: &mut Tx, id: FlowId, place: StepPlace, step: Step) -> Result<(), Refusal> {
    let flow = tx.get_mut::<Flow>(id).ok_or(Refusal::NotFound)?;
    let above = place.branch.map_or(0, |(holder, _)| flow.depth_of(holder) + 1);
    if above + step.height() > MAX_DEPTH {
        return Err(Refusal::TooDeep);
    }
    let list = flow.list_mut(place.branch).ok_or(Refusal::NotFound)?;
    if place.index > list.len() {
        return Err(Refusal::NotFound);
    }
    list.insert(place.index, step);
    Ok(())
}

/// New ids for a step and all on its branches; what they say about steps that are not
/// among them stays.
fn give_new_ids(tx: &mut Tx, step: &mut Step) {
    let mut new = SortedMap::new();
    visit(std::slice::from_mut(step), &mut |step| {
        let id = StepId(tx.next_id());
        new.insert(std::mem::replace(&mut step.id, id), id);
    });
    visit(std::slice::from_mut(step), &mut |step| {
        for source in step.action.picked_mut() {
            if let FlowSource::Variable(of) = source
                && let Some(id) = new.get(of)
            {
                *of = *id;
            }
        }
    });
}

/// The variables of a copy get names that the flow does not have.
fn name_variables(flow: &Flow, copy: &mut Step) {
    let variable = |step: &Step| match &step.action {
        Action::InitializeVariable { variable, .. } => Some(variable.clone()),
        _ => None,
    };
    let mut taken: Vec<String> = flow.all_steps().into_iter().filter_map(variable).collect();
    visit(std::slice::from_mut(copy), &mut |step| {
        if let Action::InitializeVariable { variable, .. } = &mut step.action {
            *variable = copied(variable, taken.iter().map(String::as_str));
            taken.push(variable.clone());
        }
    });
}
