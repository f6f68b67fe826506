//! How a condition is built row by row: what a row keeps when its source or its
//! operator changes, and where rows are added and taken away.
//!
//! **Invariant:** a row that these functions leave has as many operands as its
//! operator takes. They know nothing of commands: the caller sends the condition
//! that results.

use crate::check::RowPath;
use crate::model::condition::{Comparison, Condition, Item, Join, Operands, Operator, Source};
use crate::model::time::Unit;
use crate::model::value::Type;

/// A row in which nothing is chosen yet.
pub fn empty_row() -> Comparison {
    let operator = Operator::Is;
    Comparison { source: None, operator, operands: empty_operands(operator) }
}

/// What an operator starts with.
pub fn empty_operands(operator: Operator) -> Vec<String> {
    match operator.operands() {
        Operands::Values(count) => vec![String::new(); count],
        Operands::List => Vec::new(),
        Operands::Period => vec![String::new(), Unit::Days.name().to_owned()],
    }
}

/// Chooses what a row looks at. `before` is the type of what it looked at until now.
/// The operator stays where it fits the new type, and so do the operands where the
/// type is the same.
pub fn choose_source(row: &mut Comparison, source: Source, before: Option<&Type>, ty: &Type) {
    row.source = Some(source);
    let operators = Operator::of(ty);
    let fits = operators.contains(&row.operator);
    if !fits {
        row.operator = operators.first().copied().unwrap_or(row.operator);
    }
    if !fits || before.is_some_and(|before| before != ty) {
        row.operands = empty_operands(row.operator);
    }
}

/// Chooses how a row compares. The operands stay where the new operator takes
/// operands of the same kind.
pub fn choose_operator(row: &mut Comparison, operator: Operator) {
    let (before, after) = (row.operator.operands(), operator.operands());
    row.operator = operator;
    match (before, after) {
        (Operands::Values(_), Operands::Values(count)) => {
            row.operands.resize(count, String::new());
        }
        (Operands::Values(1), Operands::List) => row.operands.retain(|text| !text.is_empty()),
        (Operands::List, Operands::Values(1)) => row.operands.resize(1, String::new()),
        (before, after) if before == after => {}
        _ => row.operands = empty_operands(operator),
    }
}

/// The row at a path.
pub fn row(condition: &Condition, path: RowPath) -> Option<&Comparison> {
    match (condition.items.get(path.item)?, path.row) {
        (Item::Row(row), None) => Some(row),
        (Item::Group(_, rows), Some(index)) => rows.get(index),
        _ => None,
    }
}

/// As [`row`], to change it.
pub fn row_mut(condition: &mut Condition, path: RowPath) -> Option<&mut Comparison> {
    match (condition.items.get_mut(path.item)?, path.row) {
        (Item::Row(row), None) => Some(row),
        (Item::Group(_, rows), Some(index)) => rows.get_mut(index),
        _ => None,
    }
}

/// Adds an empty row at the end of the condition, or of the group at that index.
pub fn add_row(condition: &mut Condition, group: Option<usize>) {
    match group.map(|index| condition.items.get_mut(index)) {
        None => condition.items.push(Item::Row(empty_row())),
        Some(Some(Item::Group(_, rows))) => rows.push(empty_row()),
        Some(_) => {}
    }
}

/// Adds a group of one empty row, joined the other way than the condition.
pub fn add_group(condition: &mut Condition) {
    let join = match condition.join {
        Join::All => Join::Any,
        Join::Any => Join::All,
    };
    condition.items.push(Item::Group(join, vec![empty_row()]));
}

/// Takes a row away. A group that has no row left goes with it.
pub fn remove_row(condition: &mut Condition, path: RowPath) {
    let gone = match (condition.items.get_mut(path.item), path.row) {
        (Some(Item::Group(_, rows)), Some(index)) if index < rows.len() => {
            rows.remove(index);
            rows.is_empty()
        }
        (Some(Item::Row(_)), None) => true,
        _ => false,
    };
    if gone {
        condition.items.remove(path.item);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::FieldId;

    const FIELD: Source = Source::Contact(FieldId(1));

    fn comparison(operator: Operator, operands: &[&str]) -> Comparison {
        let operands = operands.iter().map(|&text| text.to_owned()).collect();
        Comparison { source: None, operator, operands }
    }

    #[test]
    fn an_operator_that_fits_the_new_source_stays() {
        let mut row = comparison(Operator::IsEmpty, &[]);
        choose_source(&mut row, FIELD, Some(&Type::Text), &Type::Number);
        assert_eq!(row.operator, Operator::IsEmpty);
    }

    #[test]
    fn one_that_does_not_becomes_the_first_of_the_type() {
        let mut row = comparison(Operator::Contains, &["x"]);
        choose_source(&mut row, FIELD, Some(&Type::Text), &Type::Number);
        assert_eq!((row.operator, row.operands), (Operator::Equals, vec![String::new()]));
    }

    #[test]
    fn operands_of_the_same_type_stay_and_those_of_another_go() {
        let mut row = comparison(Operator::Between, &["1", "2"]);
        choose_source(&mut row, FIELD, Some(&Type::Number), &Type::Number);
        assert_eq!(row.operands, ["1", "2"]);
        choose_source(&mut row, FIELD, Some(&Type::Number), &Type::DateTime);
        assert_eq!((row.operator, row.operands), (Operator::Between, vec![String::new(); 2]));
    }

    #[test]
    fn every_change_of_operator_leaves_operands_that_fit() {
        let types = [Type::Text, Type::Number, Type::TrueFalse, Type::DateTime];
        for operators in types.iter().map(Operator::of) {
            for (&from, &to) in operators.iter().flat_map(|a| operators.iter().map(move |b| (a, b)))
            {
                let mut row = comparison(from, &[]);
                row.operands = empty_operands(from);
                choose_operator(&mut row, to);
                let fits = match to.operands() {
                    Operands::Values(count) => row.operands.len() == count,
                    Operands::List => true,
                    Operands::Period => row.operands.len() == 2,
                };
                assert!(fits, "{} to {}", from.name(), to.name());
            }
        }
    }

    #[test]
    fn one_value_becomes_a_list_and_back() {
        let mut row = comparison(Operator::Is, &["gold"]);
        choose_operator(&mut row, Operator::IsOneOf);
        assert_eq!(row.operands, ["gold"]);
        row.operands.push("silver".into());
        choose_operator(&mut row, Operator::IsNot);
        assert_eq!(row.operands, ["gold"]);
    }

    #[test]
    fn the_last_row_of_a_group_takes_the_group_with_it() {
        let mut condition = Condition::default();
        add_row(&mut condition, None);
        add_group(&mut condition);
        add_row(&mut condition, Some(1));
        assert_eq!(condition.rows().count(), 3);
        assert!(matches!(condition.items[1], Item::Group(Join::Any, _)));
        remove_row(&mut condition, RowPath { item: 1, row: Some(1) });
        remove_row(&mut condition, RowPath { item: 1, row: Some(0) });
        assert_eq!(condition.items.len(), 1);
        assert!(row(&condition, RowPath { item: 0, row: None }).is_some());
        remove_row(&mut condition, RowPath { item: 0, row: None });
        assert!(condition.items.is_empty());
    }
}
