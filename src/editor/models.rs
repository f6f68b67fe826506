//! Edits of behaviour models.

use crate::editor::edits::Done;
use crate::editor::name::EditName;
use crate::editor::outcome::{Created, Refusal};
use crate::model::behaviour::{AttributeModel, Delay, Model, ModelOf, Since};
use crate::model::change::Tx;
use crate::model::decimal::Decimal;
use crate::model::distribution::Distribution;
use crate::model::id::{AttributeId, FieldId, ModelId, TileId, TriggerId};
use crate::model::journey::{Journey, TileKind};
use crate::model::time::Duration;
use crate::model::workspace::Workspace;

/// Adds a model that raises a trigger a day after the start of the run, always,
/// with a value of its type for each attribute.
pub(super) fn add(tx: &mut Tx, trigger: TriggerId) -> Result<Done, Refusal> {
    let found = tx.workspace().triggers.get(&trigger).ok_or(Refusal::NotFound)?.clone();
    let id = ModelId(tx.next_id());
    let values = found
        .attributes
        .iter()
        .map(|attribute| (attribute.id, AttributeModel::Drawn(Distribution::of(&attribute.ty))));
    let values = crate::model::collect::map(values);
    let of = ModelOf::Trigger { trigger, since: Since::Start, values };
    let delay = Delay::Fixed(Duration::days(1));
    tx.put(Model { id, of, percent: Decimal::from(100), delay });
    let edit = EditName::new("edit-add-model", found.name.clone()).about(id.0, 0);
    Ok(Done::new(edit).creating(Created::Model(id)))
}

/// Replaces a model; values of attributes that its trigger does not have go.
pub(super) fn set(tx: &mut Tx, mut model: Model) -> Result<Done, Refusal> {
    let edit = EditName::new("edit-set-model", subject_of(tx.workspace(), &model)?);
    let edit = edit.about(model.id.0, 0);
    if let Some(since) = model.since()
        && !tx.workspace().triggers.contains_key(&since)
    {
        return Err(Refusal::NotFound);
    }
    if let ModelOf::Trigger { trigger, values, .. } = &mut model.of {
        let trigger = tx.workspace().triggers.get(trigger).ok_or(Refusal::NotFound)?;
        values.retain(|attribute, _| trigger.attribute(*attribute).is_some());
    }
    let kept = tx.get_mut::<Model>(model.id).ok_or(Refusal::NotFound)?;
    *kept = model;
    Ok(Done::typed(edit))
}

pub(super) fn delete(tx: &mut Tx, id: ModelId) -> Result<Done, Refusal> {
    let model = tx.workspace().models.get(&id).ok_or(Refusal::NotFound)?.clone();
    let name = subject_of(tx.workspace(), &model).unwrap_or_default();
    tx.remove::<Model>(id);
    Ok(Done::new(EditName::new("edit-delete-model", name).about(id.0, 0)))
}

/// Takes the values that models have for an attribute away.
pub(super) fn drop_attribute(tx: &mut Tx, attribute: AttributeId) {
    let holds = |model: &&std::sync::Arc<Model>| {
        model.values().is_some_and(|values| values.contains_key(&attribute))
    };
    let holders: Vec<ModelId> =
        tx.workspace().models.values().filter(holds).map(|model| model.id).collect();
    for holder in holders {
        if let Some(values) = tx.get_mut::<Model>(holder).and_then(Model::values_mut) {
            values.remove(&attribute);
        }
    }
}

/// The messages that a journey sends.
pub(super) fn sent(journey: &Journey) -> Vec<TileId> {
    let mut tiles = journey.all_tiles();
    tiles.retain(|tile| matches!(tile.kind, TileKind::Message { .. }));
    tiles.iter().map(|tile| tile.id).collect()
}

/// Deletes the models of interactions with messages that are gone; whether there were
/// any (rule B9).
pub(super) fn drop_messages(tx: &mut Tx, gone: &[TileId]) -> bool {
    let about = |model: &&std::sync::Arc<Model>| matches!(&model.of, ModelOf::Interaction { message, .. } if gone.contains(message));
    let models: Vec<ModelId> =
        tx.workspace().models.values().filter(about).map(|model| model.id).collect();
    for id in &models {
        tx.remove::<Model>(*id);
    }
    !models.is_empty()
}

/// Takes what made-up contacts have for a field away.
pub(super) fn drop_field(tx: &mut Tx, field: FieldId) {
    if tx.workspace().settings.run.made_up.fields.contains_key(&field) {
        tx.settings_mut().run.made_up.fields.remove(&field);
    }
}

/// What a model is called: after its trigger or its message.
fn subject_of(workspace: &Workspace, model: &Model) -> Result<String, Refusal> {
    match &model.of {
        ModelOf::Trigger { trigger, .. } => {
            let trigger = workspace.triggers.get(trigger).ok_or(Refusal::NotFound)?;
            Ok(trigger.name.clone())
        }
        ModelOf::Interaction { message, .. } => {
            let mut tiles = workspace.journeys.values().filter_map(|one| one.tile(*message));
            Ok(tiles.next().map(|tile| tile.name.clone()).unwrap_or_default())
        }
    }
}
