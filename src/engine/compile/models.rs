//! Behaviour models, compiled: those that a run takes.

use crate::engine::behave::{Maker, Model};
use crate::engine::chance::{Chance, Lag};
use crate::engine::plan::{Message, Plan, PlanCause, PlanError, PlanPlace, interaction};
use crate::model::behaviour::{self, AttributeModel, ModelOf, Since};
use crate::model::id::{AttributeId, TileId, TriggerId};
use crate::model::journey::TileKind;
use crate::model::resolve::SourceError;
use crate::model::sorted::SortedMap;
use crate::model::value::Type;
use crate::model::workspace::Workspace;

/// Adds the models of a workspace whose run takes them.
pub(super) fn add(plan: &mut Plan, workspace: &Workspace, errors: &mut Vec<PlanError>) {
    if !workspace.settings.run.models {
        return;
    }
    for model in workspace.models.values() {
        if let Err(cause) = add_model(plan, workspace, model) {
            errors.push(PlanError { journey: None, place: PlanPlace::Model(model.id), cause });
        }
    }
}

fn add_model(
    plan: &mut Plan,
    workspace: &Workspace,
    model: &behaviour::Model,
) -> Result<(), PlanCause> {
    if !model.has_probability() {
        return Err(PlanCause::Percent);
    }
    if !model.delay.is_sound() {
        return Err(PlanCause::Delay);
    }
    match &model.of {
        ModelOf::Trigger { trigger, since, values } => {
            let raised = index(plan, *trigger)?;
            let values = makers(plan, raised, values)?;
            let since = match since {
                Since::Start => None,
                Since::Trigger(id) => Some(index(plan, *id)?),
            };
            let place = add_compiled(plan, model, raised, values);
            match since {
                None => plan.starting.push(place),
                Some(since) => plan.triggers[since as usize].models.push(place),
            }
        }
        ModelOf::Interaction { message, kind } => {
            if !sends(workspace, *message) {
                return Err(PlanCause::Message(*message));
            }
            let is_it = |known: &Message| plan.tiles[known.tile as usize].id == *message;
            // A message of a journey that does not react is never sent.
            let Some(sent) = plan.messages.iter().position(is_it) else { return Ok(()) };
            let place = add_compiled(plan, model, interaction(sent as u32, *kind), Vec::new());
            plan.answering.resize_with(plan.messages.len(), Vec::new);
            plan.answering[sent].push(place);
        }
    }
    Ok(())
}

/// Adds a model that raises a trigger, or makes the interaction of that number.
fn add_compiled(
    plan: &mut Plan,
    model: &behaviour::Model,
    trigger: u32,
    values: Vec<(u32, Maker)>,
) -> u32 {
    let lag = Lag::of(&model.delay);
    plan.models.push(Model { id: model.id, trigger, percent: model.percent, lag, values });
    plan.models.len() as u32 - 1
}

fn sends(workspace: &Workspace, message: TileId) -> bool {
    let mut found = workspace.journeys.values().filter_map(|journey| journey.tile(message));
    found.any(|tile| matches!(tile.kind, TileKind::Message { .. }))
}

/// A maker for each attribute of the trigger, in their order.
fn makers(
    plan: &mut Plan,
    raised: u32,
    values: &SortedMap<AttributeId, AttributeModel>,
) -> Result<Vec<(u32, Maker)>, PlanCause> {
    let known = &plan.triggers[raised as usize];
    let first = known.first_attribute as usize;
    let attributes = plan.attributes[first..first + known.attributes as usize].to_vec();
    for id in values.keys() {
        if !attributes.iter().any(|(known, _)| known == id) {
            return Err(PlanCause::Attribute(*id));
        }
    }
    let mut makers = Vec::with_capacity(attributes.len());
    for (id, ty) in &attributes {
        let maker = match values.get(id) {
            None => Maker::Nothing,
            Some(value) => maker(plan, *id, value, ty)?,
        };
        makers.push((id.0, maker));
    }
    Ok(makers)
}

fn maker(
    plan: &mut Plan,
    attribute: AttributeId,
    value: &AttributeModel,
    ty: &Type,
) -> Result<Maker, PlanCause> {
    match value {
        AttributeModel::Contact(field) => {
            let place = plan.fields.iter().position(|(known, _)| known == field);
            let unknown = PlanCause::MappingSource(attribute, SourceError::Field(*field));
            let place = place.ok_or(unknown)?;
            let found = plan.fields[place].1.clone();
            if found != *ty {
                return Err(PlanCause::MappingType { attribute, wanted: ty.clone(), found });
            }
            Ok(Maker::Contact(place as u32))
        }
        AttributeModel::Drawn(distribution) => {
            let pool = &mut plan.pool;
            Chance::compile(distribution, ty, |value| pool.encode_for_plan(value))
                .map(Maker::Drawn)
                .map_err(|error| PlanCause::Drawn(attribute, error))
        }
    }
}

fn index(plan: &Plan, id: TriggerId) -> Result<u32, PlanCause> {
    let place = plan.triggers.iter().position(|known| known.id == id);
    place.map(|place| place as u32).ok_or(PlanCause::Trigger(id))
}
