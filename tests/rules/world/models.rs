//! Behaviour models in a few words.

use std::collections::BTreeMap;
use std::sync::Arc;

use parcours::model::behaviour::{AttributeModel, Delay, Model, ModelOf, Since};
use parcours::model::decimal::Decimal;
use parcours::model::id::{ModelId, TriggerId};

use super::World;

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
        let of = ModelOf::Trigger { trigger, since, values: BTreeMap::new() };
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
