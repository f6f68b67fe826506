//! One value in eight bytes. Its type is known from where it stands, so it does
//! not carry one.

use crate::engine::texts::Interner;
use crate::model::decimal::Decimal;
use crate::model::time::Instant;
use crate::model::value::{Type, Value, trimmed};

/// A value, or none.
///
/// Text and entity reference: an index into a pool. Number: ten-billionths, or
/// from [`LARGE`] on an index into the pool of large numbers. True/false: 1 or 0.
/// Date/time: milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell(pub i64);

/// From here on a number is an index into a pool; below, it stands for itself.
pub const LARGE: i64 = 1 << 62;
/// From here on, an index is into the plan's pool; below, into the data's.
const OF_PLAN: i64 = 1 << 40;

impl Cell {
    /// No value.
    pub const MISSING: Self = Self(i64::MIN);

    /// Whether there is no value.
    pub fn is_missing(self) -> bool {
        self == Self::MISSING
    }
}

/// What cells of a data set, or of a plan, point into.
#[derive(Debug, Clone, Default)]
pub struct Pool {
    /// Texts and row ids.
    pub texts: Interner,
    /// Numbers that do not fit into a cell.
    pub large: Vec<Decimal>,
}

/// The pool of a plan, whose cells are marked as such, and that of a data set.
#[derive(Debug, Clone, Copy)]
pub struct Pools<'a> {
    /// For fixed values and the journey's own name and id.
    pub plan: &'a Pool,
    /// For values of contacts and events.
    pub data: &'a Pool,
}

impl Pool {
    /// The cell for a value of a data set.
    pub fn encode(&mut self, value: &Value) -> Cell {
        match value {
            Value::Text(text) | Value::EntityReference(text) => self.encode_text(text),
            Value::Number(number) => self.encode_number(*number),
            Value::TrueFalse(value) => Cell(i64::from(*value)),
            Value::DateTime(at) => Cell(at.0),
        }
    }

    /// The cell for a text or the id of a row.
    pub fn encode_text(&mut self, text: &str) -> Cell {
        Cell(i64::from(self.texts.add(text).0))
    }

    /// The cell for a text of which it is not looked whether it is there; an empty one
    /// is missing.
    pub fn encode_text_beside(&mut self, text: &str) -> Cell {
        if trimmed(text).is_empty() {
            return Cell::MISSING;
        }
        Cell(i64::from(self.texts.add_beside(text)))
    }

    /// The cell for a number.
    pub fn encode_number(&mut self, number: Decimal) -> Cell {
        match i64::try_from(number.units()) {
            Ok(units) if -LARGE < units && units < LARGE => Cell(units),
            _ => {
                self.large.push(number);
                Cell(LARGE + self.large.len() as i64 - 1)
            }
        }
    }

    /// The cell for a value of a plan.
    pub fn encode_for_plan(&mut self, value: &Value) -> Cell {
        let cell = self.encode(value);
        match value {
            Value::Text(_) | Value::EntityReference(_) => Cell(cell.0 + OF_PLAN),
            Value::Number(_) if cell.0 >= LARGE => Cell(cell.0 + OF_PLAN),
            _ => cell,
        }
    }
}

impl<'a> Pools<'a> {
    /// The text of a cell that holds a text or the id of a row.
    pub fn text(&self, cell: Cell) -> &'a str {
        let (pool, index) = self.locate(cell.0);
        pool.texts.texts().get(index)
    }

    /// A number for each text cell: first those of the plan, then those of the data.
    pub fn text_index(&self, cell: Cell) -> usize {
        if cell.0 >= OF_PLAN {
            (cell.0 - OF_PLAN) as usize
        } else {
            self.plan.texts.texts().len() + cell.0 as usize
        }
    }

    /// How many text cells there can be.
    pub fn text_count(&self) -> usize {
        self.plan.texts.texts().len() + self.data.texts.texts().len()
    }

    /// The number of a cell that holds one.
    pub fn number(&self, cell: Cell) -> Decimal {
        if cell.0 < LARGE {
            return Decimal::from_units(i128::from(cell.0));
        }
        let (pool, index) = self.locate(cell.0 - LARGE);
        pool.large[index as usize]
    }

    /// The value of a cell of type `ty`.
    pub fn decode(&self, cell: Cell, ty: &Type) -> Option<Value> {
        if cell.is_missing() {
            return None;
        }
        Some(match ty {
            Type::Text => Value::Text(self.text(cell).to_owned()),
            Type::Number => Value::Number(self.number(cell)),
            Type::TrueFalse => Value::TrueFalse(cell.0 != 0),
            Type::DateTime => Value::DateTime(Instant(cell.0)),
            Type::EntityReference(_) => Value::EntityReference(self.text(cell).to_owned()),
        })
    }

    fn locate(&self, index: i64) -> (&'a Pool, u32) {
        if index >= OF_PLAN {
            (self.plan, (index - OF_PLAN) as u32)
        } else {
            (self.data, index as u32)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_of_any_type_reads_back_from_its_cell() {
        let (mut plan, mut data) = (Pool::default(), Pool::default());
        let values = [
            (Type::Text, Value::Text("FR".into())),
            (Type::Number, Value::Number("-49.99".parse().unwrap())),
            (Type::Number, Value::Number("461168601.8427387903".parse().unwrap())),
            (Type::Number, Value::Number("461168601.8427387904".parse().unwrap())),
            (Type::Number, Value::Number("-999999999999999999999".parse().unwrap())),
            (Type::TrueFalse, Value::TrueFalse(false)),
            (Type::DateTime, Value::DateTime(Instant(-1))),
            (
                Type::EntityReference(crate::model::id::TableId(1)),
                Value::EntityReference("7".into()),
            ),
        ];
        let cells: Vec<_> = values
            .iter()
            .map(|(_, value)| (plan.encode_for_plan(value), data.encode(value)))
            .collect();
        let pools = Pools { plan: &plan, data: &data };
        for ((ty, value), (of_plan, of_data)) in values.iter().zip(cells) {
            assert_eq!(pools.decode(of_plan, ty).as_ref(), Some(value));
            assert_eq!(pools.decode(of_data, ty).as_ref(), Some(value));
        }
        assert_eq!(pools.decode(Cell::MISSING, &Type::Text), None);
    }
}
