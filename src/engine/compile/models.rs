//! Behaviour models, compiled: those that a run takes.

use crate::engine::behave::{Maker, Model};
use crate::engine::chance::{Chance, Lag};
use crate::engine::plan::{Plan, PlanCause, PlanError, PlanPlace};
use crate::model::behaviour::{self, AttributeModel, ModelOf, Since};
use crate::model::id::{AttributeId, TriggerId};
use crate::model::resolve::SourceError;
use crate::model::value::Type;
use crate::model::workspace::Workspace;

/// Adds the models of a workspace whose run takes them.
pub(super) fn add(plan: &mut Plan, workspace: &Workspace, errors: &mut Vec<PlanError>) {
    plan.seed = workspace.settings.run.seed;
    if !workspace.settings.run.models {
        return;
    }
    for model in workspace.models.values() {
        if let Err(cause) = add_model(plan, model) {
            errors.push(PlanError { journey: None, place: PlanPlace::Model(model.id), cause });
        }
    }
}

fn add_model(plan: &mut Plan, model: &behaviour::Model) -> Result<(), PlanCause> {
    let ModelOf::Trigger { trigger, since, values } = &model.of;
    let raised = index(plan, *trigger)?;
    if !model.has_probability() {
        return Err(PlanCause::Percent);
    }
    if !model.delay.is_sound() {
        return Err(PlanCause::Delay);
    }
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
    let place = plan.models.len() as u32;
    match since {
        Since::Start => plan.starting.push(place),
        Since::Trigger(id) => {
            let since = index(plan, *id)?;
            plan.triggers[since as usize].models.push(place);
        }
    }
    plan.models.push(Model {
        id: model.id,
        trigger: raised,
        percent: model.percent,
        lag: Lag::of(&model.delay),
        values: makers,
    });
    Ok(())
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
