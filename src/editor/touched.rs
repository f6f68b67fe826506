//! What a change of the schema touches, before it is made: every place that names
//! the attribute or the field, and every place where a finding comes or goes.
//!
//! **Invariant:** the findings told here are those that the checker has after the
//! edit; it is made on a copy, and both are checked.

use crate::check::usage::Index;
use crate::check::{Code, Problem, RowPart, Severity, Site, Spot, Subject, check};
use crate::editor::reshape::{Reshape, apply};
use crate::model::change::Tx;
use crate::model::collect;
use crate::model::id::AttributeId;
use crate::model::scenario::{Expectation, Scenario};
use crate::model::sorted::SortedMap;
use crate::model::workspace::Workspace;

/// A place that a change of the schema touches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    /// Where.
    pub site: Site,
    /// What becomes of it.
    pub fate: Fate,
    /// How often the place names the thing; 0 where only its findings change.
    pub count: usize,
}

/// What becomes of a place. The order is that in which they are told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// There is something wrong with it afterwards; what stands there is kept.
    Breaks(Vec<Problem>),
    /// A value that goes with what is deleted.
    Goes,
    /// Something that was wrong with it is right afterwards.
    Mends,
    /// It is as right or wrong as before.
    Stays,
}

/// Everything that the edit touches, in document order. Nothing where the edit is
/// about what is not there.
pub fn touches(workspace: &Workspace, reshape: &Reshape) -> Vec<Touched> {
    let mut places: SortedMap<Site, usize> = SortedMap::new();
    for site in mentions(workspace, reshape) {
        *places.entry(place(site)).or_default() += 1;
    }
    let mut after = workspace.clone();
    let mut tx = Tx::new(&mut after);
    if apply(&mut tx, reshape.clone()).is_err() {
        return Vec::new();
    }
    tx.finish();
    let (before, after) = (findings(workspace), findings(&after));
    for site in before.keys().chain(after.keys()) {
        if codes(before.get(site)) != codes(after.get(site)) && !is_its_own(*site, reshape) {
            places.entry(*site).or_default();
        }
    }
    let fate = |site: &Site, count: usize| {
        let known = codes(before.get(site));
        let now = after.get(site).map_or(&[][..], Vec::as_slice);
        let is_new =
            |found: &&Problem| found.severity() != Severity::Info && !known.contains(&found.code);
        let comes = now.iter().filter(is_new).take(MOST_TOLD).cloned().collect::<Vec<_>>();
        if count > 0 && goes(*site, reshape) {
            Fate::Goes
        } else if !comes.is_empty() {
            Fate::Breaks(comes)
        } else if known != codes(after.get(site)) {
            Fate::Mends
        } else {
            Fate::Stays
        }
    };
    let touched = |(site, count): (Site, usize)| Touched { site, fate: fate(&site, count), count };
    places.into_iter().map(touched).collect()
}

/// So many findings of one place are told: a column may have thousands of values.
const MOST_TOLD: usize = 3;

/// A row of a condition is one place, whatever of it is wrong; so are all values of a
/// column.
fn place(site: Site) -> Site {
    match site.spot {
        Spot::RowValue(_, column) => Site { spot: Spot::Column(column), ..site },
        Spot::Row(holder, path, _) => {
            Site { spot: Spot::Row(holder, path, RowPart::Source), ..site }
        }
        _ => site,
    }
}

fn findings(workspace: &Workspace) -> SortedMap<Site, Vec<Problem>> {
    let mut found: SortedMap<Site, Vec<Problem>> = SortedMap::new();
    for problem in check(workspace) {
        found.entry(place(problem.site)).or_default().push(problem);
    }
    found
}

fn codes(found: Option<&Vec<Problem>>) -> Vec<Code> {
    let mut codes: Vec<Code> = found.into_iter().flatten().map(|problem| problem.code).collect();
    collect::sort(&mut codes, Ord::cmp);
    codes
}

/// Whether a place is that of the attribute or field itself.
fn is_its_own(site: Site, reshape: &Reshape) -> bool {
    match reshape {
        Reshape::AttributeType(trigger, ..) | Reshape::DeleteAttribute(trigger, _) => {
            site.subject == Subject::Trigger(*trigger)
        }
        Reshape::FieldType(field, _) | Reshape::DeleteField(field) => {
            site.subject == Subject::Field(*field)
        }
        // The values of a column are at its place.
        Reshape::ColumnType(..) | Reshape::DeleteColumn(..) => false,
    }
}

/// Whether what a place holds goes with what is deleted.
fn goes(site: Site, reshape: &Reshape) -> bool {
    if let Subject::Scenario(_) = site.subject {
        return reshape.deletes();
    }
    match (reshape, site.spot) {
        (Reshape::DeleteAttribute(_, id), Spot::AttributeValue(value)) => *id == value,
        (Reshape::DeleteField(id), Spot::FieldValue(value)) => *id == value,
        (Reshape::DeleteColumn(_, id), Spot::Column(column)) => *id == column,
        _ => false,
    }
}

/// Every place that names the attribute or the field, its own excepted.
fn mentions(workspace: &Workspace, reshape: &Reshape) -> Vec<Site> {
    let index = Index::build(workspace);
    let mut sites = match reshape {
        Reshape::AttributeType(trigger, id, _) | Reshape::DeleteAttribute(trigger, id) => {
            index.attribute_usage(*trigger, *id).to_vec()
        }
        Reshape::FieldType(id, _) | Reshape::DeleteField(id) => {
            let mut sites = index.field_usage(*id).to_vec();
            if workspace.settings.run.made_up.fields.contains_key(id) {
                sites.push(Subject::Workspace.at(Spot::FieldValue(*id)));
            }
            sites
        }
        Reshape::ColumnType(table, id, _) | Reshape::DeleteColumn(table, id) => {
            let mut sites = index.column_usage(*id).to_vec();
            let rows = workspace.tables.get(table).map_or(&[][..], |table| table.rows.as_slice());
            let values = rows.iter().filter(|row| row.values.contains_key(id));
            sites.extend(values.map(|_| Subject::Table(*table).at(Spot::Column(*id))));
            sites
        }
    };
    for scenario in workspace.scenarios.values() {
        let subject = Subject::Scenario(scenario.id);
        sites.extend(values(scenario, reshape).into_iter().map(|spot| subject.at(spot)));
    }
    sites
}

/// Where a scenario has values for the attribute or the field.
fn values(scenario: &Scenario, reshape: &Reshape) -> Vec<Spot> {
    match reshape {
        Reshape::AttributeType(_, id, _) | Reshape::DeleteAttribute(_, id) => {
            let holds = |values: &SortedMap<AttributeId, String>| values.contains_key(id);
            let given = scenario.events.iter().filter(|event| event.values().is_some_and(holds));
            let given = given.map(|event| Spot::Doing(event.id));
            let expected = scenario.expectations.iter().enumerate();
            let expected = expected.filter_map(|(at, expected)| match expected {
                Expectation::Raises { values, .. } if holds(values) => Some(Spot::Expectation(at)),
                _ => None,
            });
            given.chain(expected).collect()
        }
        Reshape::FieldType(id, _) | Reshape::DeleteField(id) => {
            let people = scenario.contacts.iter();
            let people = people.filter(|contact| contact.values.contains_key(id));
            people.map(|contact| Spot::Person(contact.id)).collect()
        }
        Reshape::ColumnType(..) | Reshape::DeleteColumn(..) => Vec::new(),
    }
}
