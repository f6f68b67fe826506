//! Conditions as clauses: a list of clauses of which every one must hold, each a list
//! of alternatives of which one must hold, each a list of questions.

use crate::check::proof::values::Atom;
use crate::model::condition::{Comparison, Condition, Item, Join};

/// Alternatives of which one must hold; without any, it cannot.
pub(in crate::check) type Clause = Vec<Vec<Atom>>;

/// What must hold for a condition to hold, or with `holds` false, not to hold. `read`
/// tells what a row asks; where one row cannot be read, nothing can be said.
pub(in crate::check) fn clauses(
    condition: &Condition,
    holds: bool,
    read: impl Fn(&Comparison) -> Option<Atom>,
) -> Option<Vec<Clause>> {
    let atom = |row: &Comparison| {
        let asked = read(row)?;
        Some(Atom { holds, ..asked })
    };
    let mut parts = Vec::new();
    for item in &condition.items {
        let (join, rows) = match item {
            Item::Row(row) => (Join::All, std::slice::from_ref(row)),
            Item::Group(join, rows) => (*join, rows.as_slice()),
        };
        let atoms = rows.iter().map(atom).collect::<Option<Vec<Atom>>>()?;
        if !atoms.is_empty() {
            parts.push((together(join, holds), atoms));
        }
    }
    if parts.is_empty() {
        // Without rows it always holds.
        return Some(if holds { Vec::new() } else { vec![Vec::new()] });
    }
    Some(match together(condition.join, holds) {
        true => parts.into_iter().flat_map(|(all, atoms)| apart(all, atoms)).collect(),
        false => {
            let alternatives = parts.into_iter().flat_map(|(all, atoms)| match all {
                true => vec![atoms],
                false => atoms.into_iter().map(|atom| vec![atom]).collect(),
            });
            vec![alternatives.collect()]
        }
    })
}

/// Whether all must hold: that not one of several holds is that all do not.
fn together(join: Join, holds: bool) -> bool {
    (join == Join::All) == holds
}

fn apart(all: bool, atoms: Vec<Atom>) -> Vec<Clause> {
    let single = atoms.into_iter().map(|atom| vec![atom]);
    match all {
        true => single.map(|alternative| vec![alternative]).collect(),
        false => vec![single.collect()],
    }
}
