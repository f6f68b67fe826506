//! What the rows of a journey's conditions ask, and how long an answer lasts.

use crate::check::context::Context;
use crate::check::proof::clause::{Clause, clauses};
use crate::check::proof::values::Atom;
use crate::model::condition::{Comparison, Condition, Source};
use crate::model::id::{TileId, TriggerId};
use crate::model::predicate::{DateTest, Predicate};
use crate::model::table::Reference;

impl Context<'_> {
    /// The clauses of a condition. With a trigger that is looked at, its attributes are
    /// those that are received at that tile.
    pub(super) fn clauses(
        &self,
        condition: &Condition,
        holds: bool,
        incoming: Option<(Option<TriggerId>, TileId)>,
    ) -> Option<Vec<Clause>> {
        clauses(condition, holds, |row| match incoming {
            Some((trigger, tile)) => {
                let asked = self.atom(row, trigger)?;
                Some(Atom { source: received(asked.source, tile), ..asked })
            }
            None => self.atom(row, None),
        })
    }

    /// What a row asks, where that can be decided.
    pub(in crate::check) fn atom(
        &self,
        row: &Comparison,
        incoming: Option<TriggerId>,
    ) -> Option<Atom> {
        let source = row.source?;
        let received_at = |tile| self.seen.scope.received_at(tile);
        let ty = self.workspace.source_type_by(received_at, incoming, source).ok()?;
        let predicate = Predicate::parse(row.operator, &row.operands, &ty, &self.zone).ok()?;
        Some(Atom { source, predicate, holds: true })
    }
}

/// The same value, as it is called once its trigger has been received at a tile.
pub(super) fn received(source: Source, tile: TileId) -> Source {
    match source {
        Source::Incoming(attribute) => Source::Received(tile, attribute),
        Source::Column(Reference::Incoming(attribute), path) => {
            Source::Column(Reference::Received(tile, attribute), path)
        }
        Source::IncomingBinding => Source::ReceivedBinding(tile),
        source => source,
    }
}

/// Whether it is compared with today.
pub(super) fn moves(atom: &Atom) -> bool {
    matches!(
        atom.predicate,
        Predicate::DateTime(DateTest::Last(_) | DateTest::Next(_) | DateTest::SameDay(None, _))
    )
}

pub(super) fn does_last(atom: &Atom) -> bool {
    let kept = match atom.source {
        Source::Received(..) | Source::ReceivedBinding(_) | Source::Journey(_) => true,
        Source::Contact(_) | Source::Column(..) => false,
        Source::Incoming(_) | Source::IncomingBinding => false,
    };
    kept && !moves(atom)
}
