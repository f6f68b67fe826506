//! Contacts that are made up (rule B6). What a contact has depends on the seed and
//! on its own number only, so a part of them can be made alone.

use std::ops::Range;

use crate::engine::builder::DatasetBuilder;
use crate::engine::cell::Cell;
use crate::engine::chance::Chance;
use crate::engine::draw::{Purpose, contact_key, draw, percent};
use crate::engine::names::{Names, numbered};
use crate::engine::own::DataIssue;
use crate::model::behaviour::{FieldModel, MAX_MADE_UP};
use crate::model::distribution::{DistributionError, is_percent};
use crate::model::id::FieldId;
use crate::model::turns::{Rest, at_once, no_rest};
use crate::model::workspace::Workspace;

/// So many contacts are made up between two rests.
const TURN: usize = 5_000;

impl DatasetBuilder {
    /// Makes up the shard's part of so many contacts.
    pub fn make_up_all(&mut self, workspace: &Workspace, contacts: u32) -> Vec<DataIssue> {
        at_once(self.make_up_all_in_turns(workspace, contacts, &no_rest))
    }

    /// As [`make_up_all`](Self::make_up_all), with rests.
    pub async fn make_up_all_in_turns(
        &mut self,
        workspace: &Workspace,
        contacts: u32,
        rest: Rest<'_>,
    ) -> Vec<DataIssue> {
        self.made_up = contacts;
        self.make_up_in_turns(workspace, self.shard.range(contacts), rest).await
    }

    /// Makes up the contacts of these numbers, from 0. A field whose distribution
    /// gives no values of its type stays empty.
    ///
    /// The builder must not hold contacts yet.
    pub fn make_up(&mut self, workspace: &Workspace, numbers: Range<u32>) -> Vec<DataIssue> {
        at_once(self.make_up_in_turns(workspace, numbers, &no_rest))
    }

    async fn make_up_in_turns(
        &mut self,
        workspace: &Workspace,
        numbers: Range<u32>,
        rest: Rest<'_>,
    ) -> Vec<DataIssue> {
        let run = &workspace.settings.run;
        let most = run.made_up.count.min(MAX_MADE_UP);
        let numbers = numbers.start.min(most)..numbers.end.min(most);
        let mut issues = Vec::new();
        let mut keys: Vec<u64> = Vec::with_capacity(numbers.len());
        for start in numbers.clone().step_by(TURN) {
            let some = start..numbers.end.min(start.saturating_add(TURN as u32));
            keys.extend(some.map(|number| contact_key(&numbered(number))));
            rest().await;
        }
        for place in 0..self.schema.fields.len() {
            let id = self.schema.fields[place].0;
            let column = match run.made_up.fields.get(&id) {
                None => Ok(vec![Cell::MISSING; keys.len()]),
                Some(model) => self.column(place, model, run.seed, &keys, rest).await,
            };
            self.columns[place] = column.unwrap_or_else(|error| {
                issues.push(DataIssue::FieldModel(id, error));
                vec![Cell::MISSING; keys.len()]
            });
        }
        self.names = Names::Numbered { first: numbers.start, count: keys.len() as u32 };
        issues
    }

    /// Makes up the values of a field for the contacts of these keys.
    async fn column(
        &mut self,
        place: usize,
        model: &FieldModel,
        seed: u64,
        keys: &[u64],
        rest: Rest<'_>,
    ) -> Result<Vec<Cell>, DistributionError> {
        let (FieldId(field), ty) = self.schema.fields[place].clone();
        if !is_percent(model.empty) {
            return Err(DistributionError::Percent);
        }
        let chance = Chance::compile(&model.value, &ty, |value| self.pool.encode(value))?;
        let cell = |&key: &u64| {
            let drawn = |purpose| draw(seed, key, field, 0, purpose);
            if percent(drawn(Purpose::Empty)) < model.empty {
                return Cell::MISSING;
            }
            chance.cell(|| drawn(Purpose::Value(0)), || drawn(Purpose::Value2(0)))
        };
        let mut cells = Vec::with_capacity(keys.len());
        for some in keys.chunks(TURN) {
            cells.extend(some.iter().map(cell));
            rest().await;
        }
        Ok(cells)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::engine::data::Dataset;
    use crate::model::audience::Field;
    use crate::model::decimal::Decimal;
    use crate::model::distribution::{Distribution, Weighted};
    use crate::model::value::{Type, Value};

    const COUNTRY: FieldId = FieldId(1);
    const AGE: FieldId = FieldId(2);

    fn workspace() -> Workspace {
        let mut workspace = Workspace::default();
        for (id, ty) in [(COUNTRY, Type::Text), (AGE, Type::Number)] {
            let field = Field { id, name: id.to_string(), ty, required: false };
            workspace.fields.insert(id, Arc::new(field));
        }
        let made_up = &mut Arc::make_mut(&mut workspace.settings).run.made_up;
        let weighted = |text: &str, weight| Weighted { text: text.into(), weight };
        let value = Distribution::List(vec![weighted("FR", 3), weighted("DE", 1)]);
        made_up.count = 10_000;
        made_up.fields.insert(COUNTRY, FieldModel { empty: Decimal::from(20), value });
        let (least, most) = (Decimal::from(18), Decimal::from(27));
        let value = Distribution::Uniform { least, most, decimals: 0 };
        made_up.fields.insert(AGE, FieldModel { empty: Decimal::from(0), value });
        workspace
    }

    fn made_up(workspace: &Workspace, numbers: Range<u32>) -> (Dataset, Vec<DataIssue>) {
        let mut builder = DatasetBuilder::new(workspace);
        let issues = builder.make_up(workspace, numbers);
        (builder.finish(), issues)
    }

    #[test]
    fn b6_fields_have_their_values_by_weight_and_their_share_of_empty_ones() {
        let (data, issues) = made_up(&workspace(), 0..10_000);
        assert_eq!((data.contacts(), issues.len()), (10_000, 0));
        let count = |field, value: Option<Value>| {
            (0..10_000).filter(|&contact| data.value(contact, field) == value).count()
        };
        let text = |text: &str| Some(Value::Text(text.into()));
        assert_eq!(
            [None, text("FR"), text("DE")].map(|value| count(COUNTRY, value)),
            [2_013, 6_038, 1_949]
        );
        let ages = (18..28).map(|age| count(AGE, Some(Value::Number(Decimal::from(age)))));
        let ages: Vec<_> = ages.collect();
        assert!(ages.iter().all(|count| count.abs_diff(1_000) < 120), "{ages:?}");
        assert_eq!(ages.iter().sum::<usize>(), 10_000);
    }

    #[test]
    fn b6_a_contact_is_the_same_in_whatever_part_it_is_made() {
        let workspace = workspace();
        let whole = made_up(&workspace, 0..1_000).0;
        let part = made_up(&workspace, 900..1_000).0;
        for contact in 0..100 {
            assert_eq!(part.name(contact), whole.name(900 + contact));
            for field in [COUNTRY, AGE] {
                assert_eq!(part.value(contact, field), whole.value(900 + contact, field));
            }
        }
        assert_eq!(whole.contact_named("contact-1000"), Some(999));
    }

    #[test]
    fn b6_a_field_without_a_sound_distribution_stays_empty() {
        let mut workspace = workspace();
        let fields = &mut Arc::make_mut(&mut workspace.settings).run.made_up.fields;
        fields.remove(&COUNTRY);
        let value = Distribution::True { percent: Decimal::from(50) };
        fields.insert(AGE, FieldModel { empty: Decimal::from(0), value });
        let (data, issues) = made_up(&workspace, 0..10);
        assert_eq!(issues, [DataIssue::FieldModel(AGE, DistributionError::Type)]);
        assert!((0..10).all(|contact| data.value(contact, COUNTRY).is_none()));
        assert!((0..10).all(|contact| data.value(contact, AGE).is_none()));
    }
}
