//! Conditions: rows that are unfinished or cannot be decided, and conditions
//! that nothing can meet.

use crate::check::code::Code;
use crate::check::context::Context;
use crate::check::problem::{Arg, Problem};
use crate::check::proof::clauses;
use crate::check::site::{RowPart, RowPath, Site};
use crate::check::term;
use crate::check::walk::Conditioned;
use crate::model::condition::{Comparison, Item, Source};
use crate::model::predicate::{Predicate, PredicateError};
use crate::model::value::{Type, ValueError};
use crate::model::workspace::Workspace;

/// Checks one condition with its rows.
pub(super) fn check(context: &Context, held: &Conditioned, found: &mut Vec<Problem>) {
    empty_groups(held, found);
    let before = found.len();
    for (path, row) in held.rows() {
        Row { context, held, path, row }.check(found);
    }
    if found.len() > before {
        return;
    }
    if let Some(source) = contradiction(context, held) {
        let name = context.name_of(source, held.incoming);
        found.push(Problem::new(Code::ImpossibleCondition, held.site()).arg("source", name));
    }
}

/// The source that is asked for the impossible, if the condition can never hold.
fn contradiction(context: &Context, held: &Conditioned) -> Option<Source> {
    let asked = clauses(held.condition, true, |row| context.atom(row, held.incoming))?;
    if !context.known.excludes(&asked) {
        return None;
    }
    let sources = asked.iter().map(|clause| (clause, clause.first()));
    let core = context.known.core(&[], sources.collect());
    core.first()?.and_then(|alternative| Some(alternative.first()?.source))
}

fn empty_groups(held: &Conditioned, found: &mut Vec<Problem>) {
    for (item, content) in held.condition.items.iter().enumerate() {
        if matches!(content, Item::Group(_, rows) if rows.is_empty()) {
            let site = held.row_site(RowPath { item, row: None }, RowPart::Source);
            found.push(Problem::new(Code::EmptyGroup, site));
        }
    }
}

/// One row under check.
struct Row<'a> {
    context: &'a Context<'a>,
    held: &'a Conditioned<'a>,
    path: RowPath,
    row: &'a Comparison,
}

impl Row<'_> {
    fn check(&self, found: &mut Vec<Problem>) {
        let site = self.site(RowPart::Source);
        let Some(source) = self.row.source else {
            found.push(Problem::new(Code::UnfinishedRow, site));
            return;
        };
        let (incoming, at) = (self.held.incoming, self.held.at);
        let Some(ty) = self.context.source(source, incoming, at, site, found) else { return };
        let (operator, operands) = (self.row.operator, &self.row.operands);
        if let Err(error) = Predicate::parse(operator, operands, &ty, &self.context.zone) {
            let site = |part| self.site(part);
            found.push(undecided(self.context.workspace, operands, error, &ty, &site));
        }
    }

    fn site(&self, part: RowPart) -> Site {
        self.held.row_site(self.path, part)
    }
}

/// Why a row cannot be decided, beside the part that is wrong.
pub(super) fn undecided(
    workspace: &Workspace,
    operands: &[String],
    error: PredicateError,
    ty: &Type,
    site: &dyn Fn(RowPart) -> Site,
) -> Problem {
    match error {
        PredicateError::Operator(operator) => {
            Problem::new(Code::UnfitOperator, site(RowPart::Operator))
                .arg("operator", Arg::Term(term::of_operator(operator)))
                .arg("type", Arg::of_type(workspace, ty))
        }
        PredicateError::Count => {
            Problem::new(Code::UnfinishedRow, site(RowPart::Operand(operands.len())))
        }
        PredicateError::Operand(place, ValueError::Empty) => {
            Problem::new(Code::UnfinishedRow, site(RowPart::Operand(place)))
        }
        PredicateError::Operand(place, _) => {
            let value = operands.get(place).cloned().unwrap_or_default();
            Problem::new(Code::InvalidOperand, site(RowPart::Operand(place)))
                .text("value", value)
                .arg("type", Arg::of_type(workspace, ty))
        }
        PredicateError::Period => Problem::new(Code::InvalidPeriod, site(RowPart::Operand(0))),
        PredicateError::EmptyRange => Problem::new(Code::EmptyRange, site(RowPart::Operand(1))),
    }
}
