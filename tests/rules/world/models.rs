//! Behaviour models in a few words.

use std::sync::Arc;

use parcours::model::behaviour::{AttributeModel, Delay, Model, ModelOf, Since};
use parcours::model::condition::Source;
use parcours::model::decimal::Decimal;
use parcours::model::id::{BranchId, FieldId, ModelId, TileId, TriggerId};
use parcours::model::journey::{Channel, Interaction, Tile, TileKind, WaitBranch, WaitOn};
use parcours::model::sorted::SortedMap;

use super::{World, hours, tile};

impl World {
    /// Something that contacts do, without values; the run takes it.
    pub fn model(
        &mut self,
        trigger: TriggerId,
        since: Since,
        percent: i64,
        delay: Delay,
    ) -> ModelId {
        let id = ModelId(self.id());
        let of = ModelOf::Trigger { trigger, since, values: SortedMap::new() };
        let model = Model { id, of, percent: Decimal::from(percent), delay };
        self.workspace.models.insert(id, Arc::new(model));
        self.run_settings().models = true;
        id
    }

    pub fn edit_model(&mut self, id: ModelId) -> &mut Model {
        Arc::make_mut(self.workspace.models.get_mut(&id).unwrap())
    }

    /// Where a model's attribute of that name gets its value.
    pub fn model_value(&mut self, id: ModelId, name: &str, value: AttributeModel) {
        let attribute = self.attribute(self.workspace.models[&id].raises().unwrap(), name);
        self.edit_model(id).values_mut().unwrap().insert(attribute, value);
    }
}

/// A message to an address that stands in that field.
pub fn mail(name: &str, address: FieldId) -> Arc<Tile> {
    let (channel, content) = (Channel::Email, "Welcome".into());
    tile(name, TileKind::Message { channel, to: Some(Source::Contact(address)), content })
}

/// An If/then of so many hours on what is done with a message, with nothing on its branches.
pub fn wait_for_answer(name: &str, message: TileId, kind: Interaction, limit: u32) -> Arc<Tile> {
    let on = WaitOn::Interaction { message: Some(message), kind };
    let (id, tiles) = (BranchId::ONLY, vec![]);
    let waits = vec![WaitBranch { id, name: String::new(), on, tiles }];
    tile(name, TileKind::WaitFor { waits, limit: hours(limit), other: vec![] })
}
