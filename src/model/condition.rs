//! Conditions as a person builds them: rows joined by "all of" or "any of",
//! nested once. What a row decides is in [`predicate`](crate::model::predicate).

use crate::model::id::{AttributeId, FieldId, TileId};
use crate::model::table::{Path, Reference};
use crate::model::value::Type;

/// Rows and groups of rows. Without any, it always holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Condition {
    /// How the items are joined.
    pub join: Join,
    /// Rows and groups, in the order in which they are shown.
    pub items: Vec<Item>,
}

/// How rows are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Join {
    /// Every one must hold.
    #[default]
    All,
    /// One must hold.
    Any,
}

/// A row, or rows joined in their own way. Groups do not nest further.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// One comparison.
    Row(Comparison),
    /// Comparisons joined among themselves.
    Group(Join, Vec<Comparison>),
}

/// One row: what is looked at, how, and with what. It may be unfinished: the
/// checker says so, and a run refuses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// What is looked at.
    pub source: Option<Source>,
    /// How it is compared.
    pub operator: Operator,
    /// As many texts as the operator takes, each as [`Value::parse`](crate::model::value::Value::parse) reads it.
    pub operands: Vec<String>,
}

/// Where a value comes from (rule M1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// A field of the contact.
    Contact(FieldId),
    /// An attribute of the trigger that was received at a tile of this journey: its Entry or a wait.
    Received(TileId, AttributeId),
    /// An attribute of the trigger that is being looked at: in the condition of an
    /// entry, a wait, an exit criterion or a goal.
    Incoming(AttributeId),
    /// A column of a row that is reached through an entity reference (rule S3).
    Column(Reference, Path),
    /// The built-in `bindingId` of the trigger that was received at a tile: a text that may be empty (rule S4).
    ReceivedBinding(TileId),
    /// The built-in `bindingId` of the trigger that is being looked at.
    IncomingBinding,
    /// The journey itself.
    Journey(JourneyProperty),
}

/// What a journey tells about itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum JourneyProperty {
    /// Its display name.
    #[default]
    Name,
    /// Its id.
    Id,
}

impl JourneyProperty {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Name, Self::Id];
}

/// How a value is compared (rule C2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[allow(missing_docs, reason = "each says what it is")]
pub enum Operator {
    #[default]
    Is,
    IsNot,
    Contains,
    DoesNotContain,
    BeginsWith,
    EndsWith,
    IsOneOf,
    Equals,
    NotEquals,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Between,
    IsTrue,
    IsFalse,
    Before,
    OnOrBefore,
    On,
    OnOrAfter,
    After,
    InTheLast,
    InTheNext,
    SameDayAndMonth,
    IsEmpty,
    IsNotEmpty,
}

/// How many operands an operator takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operands {
    /// Exactly so many values of the source's type.
    Values(usize),
    /// One value or more.
    List,
    /// A whole number and the name of a [`Unit`](crate::model::time::Unit).
    Period,
}

impl Operator {
    /// The operators for values of that type, in the order in which they are offered;
    /// the first is what a new row starts with.
    pub fn of(ty: &Type) -> &'static [Self] {
        use Operator::*;
        match ty {
            Type::Text => &[
                Is,
                IsNot,
                Contains,
                DoesNotContain,
                BeginsWith,
                EndsWith,
                IsOneOf,
                IsEmpty,
                IsNotEmpty,
            ],
            Type::Number => &[
                Equals,
                NotEquals,
                Less,
                LessOrEqual,
                Greater,
                GreaterOrEqual,
                Between,
                IsEmpty,
                IsNotEmpty,
            ],
            Type::TrueFalse => &[IsTrue, IsFalse, IsEmpty, IsNotEmpty],
            Type::DateTime => &[
                Before,
                OnOrBefore,
                On,
                OnOrAfter,
                After,
                Between,
                InTheLast,
                InTheNext,
                SameDayAndMonth,
                IsEmpty,
                IsNotEmpty,
            ],
            Type::EntityReference(_) => &[Is, IsNot, IsEmpty, IsNotEmpty],
        }
    }

    /// How many operands it takes.
    pub fn operands(self) -> Operands {
        use Operator::*;
        match self {
            IsTrue | IsFalse | IsEmpty | IsNotEmpty => Operands::Values(0),
            Between => Operands::Values(2),
            IsOneOf => Operands::List,
            InTheLast | InTheNext => Operands::Period,
            _ => Operands::Values(1),
        }
    }

    /// Its name in files.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(operator, _)| *operator == self).map_or("", |(_, name)| name)
    }

    /// The operator of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        NAMES.iter().find(|(_, known)| *known == name).map(|(operator, _)| *operator)
    }
}

/// Every operator with its name in files.
const NAMES: [(Operator, &str); 26] = [
    (Operator::Is, "is"),
    (Operator::IsNot, "is not"),
    (Operator::Contains, "contains"),
    (Operator::DoesNotContain, "does not contain"),
    (Operator::BeginsWith, "begins with"),
    (Operator::EndsWith, "ends with"),
    (Operator::IsOneOf, "is one of"),
    (Operator::Equals, "="),
    (Operator::NotEquals, "≠"),
    (Operator::Less, "<"),
    (Operator::LessOrEqual, "≤"),
    (Operator::Greater, ">"),
    (Operator::GreaterOrEqual, "≥"),
    (Operator::Between, "between"),
    (Operator::IsTrue, "is true"),
    (Operator::IsFalse, "is false"),
    (Operator::Before, "before"),
    (Operator::OnOrBefore, "on or before"),
    (Operator::On, "on"),
    (Operator::OnOrAfter, "on or after"),
    (Operator::After, "after"),
    (Operator::InTheLast, "in the last"),
    (Operator::InTheNext, "in the next"),
    (Operator::SameDayAndMonth, "same day and month"),
    (Operator::IsEmpty, "is empty"),
    (Operator::IsNotEmpty, "is not empty"),
];

impl Condition {
    /// A condition of one row.
    pub fn row(source: Source, operator: Operator, operands: &[&str]) -> Self {
        let operands = operands.iter().map(|&text| text.to_owned()).collect();
        let row = Comparison { source: Some(source), operator, operands };
        Self { join: Join::All, items: vec![Item::Row(row)] }
    }

    /// Whether it has no rows at all, and so always holds.
    pub fn is_empty(&self) -> bool {
        self.rows().next().is_none()
    }

    /// All rows, those of groups included, in the order in which they are shown.
    pub fn rows(&self) -> impl Iterator<Item = &Comparison> {
        self.items.iter().flat_map(|item| match item {
            Item::Row(row) => std::slice::from_ref(row),
            Item::Group(_, rows) => rows.as_slice(),
        })
    }

    /// As [`rows`](Self::rows), to change them.
    pub fn rows_mut(&mut self) -> impl Iterator<Item = &mut Comparison> {
        self.items.iter_mut().flat_map(|item| match item {
            Item::Row(row) => std::slice::from_mut(row),
            Item::Group(_, rows) => rows.as_mut_slice(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::TableId;

    #[test]
    fn every_operator_reads_back_from_its_name() {
        for (operator, name) in NAMES {
            assert_eq!(operator.name(), name);
            assert_eq!(Operator::from_name(name), Some(operator));
        }
    }

    #[test]
    fn every_operator_belongs_to_a_type() {
        let types = [
            Type::Text,
            Type::Number,
            Type::TrueFalse,
            Type::DateTime,
            Type::EntityReference(TableId(1)),
        ];
        for (operator, name) in NAMES {
            assert!(types.iter().any(|ty| Operator::of(ty).contains(&operator)), "{name}");
        }
    }
}
