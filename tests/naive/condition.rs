//! Rules C1 to C3: what a row of a condition decides, and where values come from.

use std::cmp::Ordering;

use jiff::tz::TimeZone;
use parcours::engine::trace::{Tried, TriedRow};
use parcours::model::condition::{
    Comparison, Condition, Item, Join, JourneyProperty, Operator, Source,
};
use parcours::model::decimal::Decimal;
use parcours::model::id::{ColumnId, JourneyId};
use parcours::model::time::{Instant, Unit};
use parcours::model::value::Value;

use super::calendar::{self, span, value};
use super::{Run, Values, World};

/// From where a condition or a tile looks.
#[derive(Clone, Copy)]
pub struct View<'v> {
    pub person: usize,
    pub journey: JourneyId,
    /// The instance that looks, when there is one.
    pub run: Option<&'v Run>,
    /// The trigger that is looked at, when there is one.
    pub incoming: Option<&'v Values>,
}

impl World<'_> {
    /// Rule M1: what a source gives at this instant.
    pub fn look_up(&self, source: Source, view: View<'_>) -> Option<Value> {
        match source {
            Source::Contact(field) => self.people[view.person].values.get(&field).cloned(),
            Source::Received(tile, attribute) => {
                view.run?.received.get(&tile)?.attributes.get(&attribute).cloned().flatten()
            }
            Source::Incoming(attribute) => {
                view.incoming?.attributes.get(&attribute).cloned().flatten()
            }
            Source::Column(reference, path) => {
                let start = self.look_up(reference.into(), view)?;
                path.columns().iter().try_fold(start, |at, &column| self.step(&at, column))
            }
            Source::ReceivedBinding(tile) => {
                view.run?.received.get(&tile)?.binding.clone().map(Value::Text)
            }
            Source::IncomingBinding => view.incoming?.binding.clone().map(Value::Text),
            Source::Journey(JourneyProperty::Name) => {
                let name = &self.journey(view.journey).name;
                (!name.trim().is_empty()).then(|| Value::Text(name.clone()))
            }
            Source::Journey(JourneyProperty::Id) => Some(Value::Text(view.journey.to_string())),
        }
    }

    /// Rule M5: the value in a column of the row that a reference points to.
    fn step(&self, reference: &Value, column: ColumnId) -> Option<Value> {
        let mut tables = self.workspace.tables.values();
        let table = tables.find(|table| table.column(column).is_some())?;
        let key = reference.to_string();
        let row = table.rows.iter().find(|row| row.key.trim() == key)?;
        let zone = jiff::tz::TimeZone::UTC;
        value(row.values.get(&column)?, &table.column(column)?.ty, &zone)
    }

    /// Looks at a condition: every row, and whether the whole holds.
    pub fn try_condition(&self, condition: &Condition, view: View<'_>) -> Tried {
        let mut rows = Vec::new();
        let mut items = Vec::new();
        for item in &condition.items {
            match item {
                Item::Row(row) => items.push(self.try_row(row, view, &mut rows)),
                Item::Group(_, group) if group.is_empty() => {}
                Item::Group(join, group) => {
                    let held = group.iter().map(|row| self.try_row(row, view, &mut rows));
                    let held: Vec<bool> = held.collect();
                    items.push(joined(*join, &held));
                }
            }
        }
        Tried { held: items.is_empty() || joined(condition.join, &items), rows }
    }

    fn try_row(&self, row: &Comparison, view: View<'_>, rows: &mut Vec<TriedRow>) -> bool {
        let value = row.source.and_then(|source| self.look_up(source, view));
        let zone = self.zone(view.journey);
        let held = holds(row.operator, &row.operands, value.as_ref(), self.now, zone);
        rows.push(TriedRow { comparison: row.clone(), value, held });
        held
    }
}

fn joined(join: Join, held: &[bool]) -> bool {
    match join {
        Join::All => held.iter().all(|held| *held),
        Join::Any => held.iter().any(|held| *held),
    }
}

/// Rules C1 and C2.
pub fn holds(
    operator: Operator,
    operands: &[String],
    value: Option<&Value>,
    now: Instant,
    zone: &TimeZone,
) -> bool {
    let Some(value) = value else { return operator == Operator::IsEmpty };
    match operator {
        Operator::IsEmpty => return false,
        Operator::IsNotEmpty => return true,
        _ => {}
    }
    match value {
        Value::Text(text) => text_holds(operator, operands, text),
        Value::Number(number) => number_holds(operator, operands, *number),
        Value::TrueFalse(value) => *value == (operator == Operator::IsTrue),
        Value::DateTime(at) => date_holds(operator, operands, *at, now, zone),
        Value::EntityReference(row) => {
            (row.as_str() == operands[0].trim()) == (operator == Operator::Is)
        }
    }
}

/// Without regard to case, with regard to accents.
fn text_holds(operator: Operator, operands: &[String], text: &str) -> bool {
    let text = text.to_lowercase();
    let operands: Vec<String> = operands.iter().map(|operand| operand.to_lowercase()).collect();
    let first = operands[0].as_str();
    match operator {
        Operator::Is => text == first,
        Operator::IsNot => text != first,
        Operator::Contains => text.contains(first),
        Operator::DoesNotContain => !text.contains(first),
        Operator::BeginsWith => text.starts_with(first),
        Operator::EndsWith => text.ends_with(first),
        Operator::IsOneOf => operands.contains(&text),
        other => panic!("{other:?} does not compare texts"),
    }
}

fn number_holds(operator: Operator, operands: &[String], number: Decimal) -> bool {
    let operand = |place: usize| operands[place].trim().parse::<Decimal>().unwrap();
    let order = number.cmp(&operand(0));
    match operator {
        Operator::Equals => order == Ordering::Equal,
        Operator::NotEquals => order != Ordering::Equal,
        Operator::Less => order == Ordering::Less,
        Operator::LessOrEqual => order != Ordering::Greater,
        Operator::Greater => order == Ordering::Greater,
        Operator::GreaterOrEqual => order != Ordering::Less,
        Operator::Between => order != Ordering::Less && number <= operand(1),
        other => panic!("{other:?} does not compare numbers"),
    }
}

/// Days are those of the journey's time zone (rule C3).
fn date_holds(
    operator: Operator,
    operands: &[String],
    at: Instant,
    now: Instant,
    zone: &TimeZone,
) -> bool {
    let day = |place: usize| span(&operands[place], zone).unwrap();
    let period = || {
        let count: i64 = operands[0].trim().parse().unwrap();
        count * Unit::from_name(&operands[1]).unwrap().millis()
    };
    match operator {
        Operator::Before => at < day(0).start,
        Operator::OnOrBefore => at < day(0).end,
        Operator::On => day(0).contains(&at),
        Operator::OnOrAfter => at >= day(0).start,
        Operator::After => at >= day(0).end,
        Operator::Between => day(0).start <= at && at < day(1).end,
        Operator::InTheLast => at <= now && at.0 >= now.0 - period(),
        Operator::InTheNext => at >= now && at.0 <= now.0 + period(),
        Operator::SameDayAndMonth => {
            let wanted = if operands[0] == "today" { now } else { day(0).start };
            calendar::day(wanted, zone) == calendar::day(at, zone)
        }
        other => panic!("{other:?} does not compare dates"),
    }
}
