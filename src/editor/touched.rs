//! What a change of the schema touches, before it is made: every place that names
//! the attribute or the field, and every place where a finding comes or goes.
//!
//! **Invariant:** the findings told here are those that the checker has after the
//! edit; it is made on a copy, and both are checked.

use std::collections::BTreeMap;

use crate::check::usage::Index;
use crate::check::{Code, Problem, RowPart, Severity, Site, Spot, Subject, check};
use crate::editor::reshape::{Reshape, apply};
use crate::model::audience::{Contact, Event};
use crate::model::change::Tx;
use crate::model::collect;
use crate::model::id::{AttributeId, FieldId, ScenarioId};
use crate::model::scenario::{Expectation, Scenario};
use crate::model::value::{Type, Value};
use crate::model::workspace::Workspace;
use crate::model::zone::TimeZone;

/// A place that a change of the schema touches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    /// Where.
    pub site: Site,
    /// What becomes of it.
    pub fate: Fate,
    /// How often the place names the thing: a scenario may do so several times.
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
    let mut places: BTreeMap<Site, usize> = BTreeMap::new();
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
    let scenarios = scenario_findings(workspace, reshape);
    let fate = |site: &Site| {
        let known = codes(before.get(site));
        let now = after.get(site).map_or(&[][..], Vec::as_slice);
        let is_new =
            |found: &&Problem| found.severity() != Severity::Info && !known.contains(&found.code);
        let mut comes: Vec<Problem> = now.iter().filter(is_new).cloned().collect();
        comes.extend(scenarios.get(site).cloned());
        if goes(site.spot, reshape) {
            Fate::Goes
        } else if !comes.is_empty() {
            Fate::Breaks(comes)
        } else if known != codes(after.get(site)) {
            Fate::Mends
        } else {
            Fate::Stays
        }
    };
    let touched = |(site, count): (Site, usize)| Touched { site, fate: fate(&site), count };
    places.into_iter().map(touched).collect()
}

/// A row is one place, whatever of it is wrong.
fn place(site: Site) -> Site {
    match site.spot {
        Spot::Row(holder, path, _) => {
            Site { spot: Spot::Row(holder, path, RowPart::Source), ..site }
        }
        _ => site,
    }
}

fn findings(workspace: &Workspace) -> BTreeMap<Site, Vec<Problem>> {
    let mut found: BTreeMap<Site, Vec<Problem>> = BTreeMap::new();
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
    }
}

/// Whether a value goes with what is deleted.
fn goes(spot: Spot, reshape: &Reshape) -> bool {
    match (reshape, spot) {
        (Reshape::DeleteAttribute(_, id), Spot::AttributeValue(value)) => *id == value,
        (Reshape::DeleteField(id), Spot::FieldValue(value)) => *id == value,
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
    };
    for scenario in workspace.scenarios.values() {
        sites.extend(values(scenario, reshape).into_iter().map(|_| site_in(scenario.id, reshape)));
    }
    sites
}

fn site_in(scenario: ScenarioId, reshape: &Reshape) -> Site {
    Subject::Scenario(scenario).at(match reshape {
        Reshape::AttributeType(_, id, _) | Reshape::DeleteAttribute(_, id) => {
            Spot::AttributeValue(*id)
        }
        Reshape::FieldType(id, _) | Reshape::DeleteField(id) => Spot::FieldValue(*id),
    })
}

/// The values that a scenario has for the attribute or the field.
fn values<'a>(scenario: &'a Scenario, reshape: &Reshape) -> Vec<&'a String> {
    match reshape {
        Reshape::AttributeType(_, id, _) | Reshape::DeleteAttribute(_, id) => {
            values_of_attribute(scenario, *id)
        }
        Reshape::FieldType(id, _) | Reshape::DeleteField(id) => values_of_field(scenario, *id),
    }
}

fn values_of_attribute(scenario: &Scenario, id: AttributeId) -> Vec<&String> {
    let given = scenario.events.iter().filter_map(Event::values);
    let expected = scenario.expectations.iter().filter_map(|expected| match expected {
        Expectation::Raises { values, .. } => Some(values),
        _ => None,
    });
    given.chain(expected).filter_map(|values| values.get(&id)).collect()
}

fn values_of_field(scenario: &Scenario, id: FieldId) -> Vec<&String> {
    scenario.contacts.iter().filter_map(|contact: &Contact| contact.values.get(&id)).collect()
}

/// The checker leaves scenarios to their runs; a value that would no longer be read
/// is told all the same.
fn scenario_findings(workspace: &Workspace, reshape: &Reshape) -> BTreeMap<Site, Problem> {
    let (ty, before, code, name) = match reshape {
        Reshape::AttributeType(trigger, id, ty) => {
            let Ok(known) = workspace.attribute_of(*trigger, *id) else { return BTreeMap::new() };
            (ty, &known.ty, Code::InvalidEventValue, ("attribute", &known.name))
        }
        Reshape::FieldType(id, ty) => {
            let Some(known) = workspace.fields.get(id) else { return BTreeMap::new() };
            (ty, &known.ty, Code::InvalidContactValue, ("field", &known.name))
        }
        Reshape::DeleteAttribute(..) | Reshape::DeleteField(_) => return BTreeMap::new(),
    };
    let reads = |text: &str, ty: &Type| {
        text.trim().is_empty() || Value::parse(text, ty, &TimeZone::UTC).is_ok()
    };
    let broken = workspace.scenarios.values().filter_map(|scenario| {
        let mut values = values(scenario, reshape).into_iter();
        let value = values.find(|text| reads(text, before) && !reads(text, ty))?;
        let site = site_in(scenario.id, reshape);
        let problem = Problem::new(code, site).text(name.0, name.1).text("value", value);
        Some((site, problem.arg("type", crate::check::problem::Arg::of_type(workspace, ty))))
    });
    collect::map(broken)
}
