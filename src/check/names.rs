//! Names: empty, too long, with spaces around, or taken. Names are compared as
//! texts of conditions are: without regard to case.

use crate::check::code::Code;
use crate::check::fix::Fix;
use crate::check::problem::Problem;
use crate::check::site::{Site, Spot, Subject};
use crate::model::journey::{MAX_NAME, TileKind};
use crate::model::predicate::fold;
use crate::model::sorted::{SortedMap, SortedSet};
use crate::model::table::Table;
use crate::model::trigger::Trigger;
use crate::model::workspace::Workspace;

/// Checks the names of all records and attributes.
pub(super) fn check(workspace: &Workspace, found: &mut Vec<Problem>) {
    let record = |subject: Subject, name: &str| Named {
        site: subject.at(Spot::Name),
        name: name.to_owned(),
        fix: Some(Fix::TrimName(subject)),
        one: None,
    };
    let journeys = workspace.journeys.values();
    // Versions of one journey have one name.
    let journeys = journeys.map(|one| Named {
        one: Some(workspace.first_version(one.id).0),
        ..record(Subject::Journey(one.id), &one.name)
    });
    let journeys: Vec<_> = journeys.collect();
    long_names(&journeys, found);
    check_names(&journeys, Some(Code::EmptyJourneyName), Some(Code::DuplicateJourneyName), found);

    let triggers = workspace.triggers.values();
    let triggers: Vec<_> =
        triggers.map(|one| record(Subject::Trigger(one.id), &one.name)).collect();
    check_names(&triggers, Some(Code::EmptyTriggerName), Some(Code::DuplicateTriggerName), found);
    unique_names(workspace, found);
    workspace.triggers.values().for_each(|trigger| attributes(trigger, found));

    let tables = workspace.tables.values();
    let tables: Vec<_> = tables.map(|one| record(Subject::Table(one.id), &one.name)).collect();
    check_names(&tables, Some(Code::EmptyTableName), Some(Code::DuplicateTableName), found);
    workspace.tables.values().for_each(|table| columns(table, found));

    let fields = workspace.fields.values();
    let fields: Vec<_> = fields.map(|one| record(Subject::Field(one.id), &one.name)).collect();
    check_names(&fields, Some(Code::EmptyFieldName), Some(Code::DuplicateFieldName), found);

    let segments = workspace.segments.values();
    let segments: Vec<_> =
        segments.map(|one| record(Subject::Segment(one.id), &one.name)).collect();
    check_names(&segments, Some(Code::EmptySegmentName), Some(Code::DuplicateSegmentName), found);

    let flows = workspace.flows.values();
    let flows: Vec<_> = flows.map(|one| record(Subject::Flow(one.id), &one.name)).collect();
    check_names(&flows, Some(Code::EmptyFlowName), None, found);

    let contacts = workspace.contacts.values();
    let contacts: Vec<_> =
        contacts.map(|one| record(Subject::Contact(one.id), &one.name)).collect();
    check_names(&contacts, Some(Code::EmptyContactName), Some(Code::DuplicateContactName), found);
    scenarios(workspace, found);
}

/// Checks the names of test scenarios, and those of the contacts in each.
fn scenarios(workspace: &Workspace, found: &mut Vec<Problem>) {
    let named = workspace.scenarios.values().map(|scenario| {
        let subject = Subject::Scenario(scenario.id);
        let (site, name) = (subject.at(Spot::Name), scenario.name.clone());
        Named { site, name, fix: Some(Fix::TrimName(subject)), one: None }
    });
    let named: Vec<_> = named.collect();
    check_names(&named, Some(Code::EmptyScenarioName), Some(Code::DuplicateScenarioName), found);
    for scenario in workspace.scenarios.values() {
        let people = scenario.contacts.iter().map(|contact| {
            let site = Subject::Scenario(scenario.id).at(Spot::Person(contact.id));
            Named { site, name: contact.name.clone(), fix: None, one: None }
        });
        let people: Vec<_> = people.collect();
        check_names(&people, Some(Code::EmptyContactName), Some(Code::DuplicateContactName), found);
    }
}

/// Checks the names of the branches of one tile; a single branch needs none, and
/// neither does a share, which is called after its percentage.
pub(super) fn branches(kind: &TileKind, site: impl Fn(Spot) -> Site, found: &mut Vec<Problem>) {
    let branch = |id, name: &String| Named {
        site: site(Spot::Branch(id)),
        name: name.clone(),
        fix: None,
        one: None,
    };
    let (named, empty): (Vec<Named>, _) = match kind {
        TileKind::AttributeBranch { branches, .. } => {
            (branches.iter().map(|one| branch(one.id, &one.name)).collect(), true)
        }
        TileKind::WaitFor { waits, .. } => {
            (waits.iter().map(|one| branch(one.id, &one.name)).collect(), true)
        }
        TileKind::Split { shares } => {
            (shares.iter().map(|one| branch(one.id, &one.name)).collect(), false)
        }
        _ => return,
    };
    if named.len() > 1 {
        let empty = empty.then_some(Code::EmptyBranchName);
        check_names(&named, empty, Some(Code::DuplicateBranchName), found);
    }
}

struct Named {
    site: Site,
    name: String,
    /// What takes the spaces around it away; `None` where they do no harm.
    fix: Option<Fix>,
    /// What it names, where several records are one thing.
    one: Option<u32>,
}

fn attributes(trigger: &Trigger, found: &mut Vec<Problem>) {
    let named = trigger.attributes.iter().map(|attribute| Named {
        site: Subject::Trigger(trigger.id).at(Spot::Attribute(attribute.id)),
        name: attribute.name.clone(),
        fix: Some(Fix::TrimAttribute(trigger.id, attribute.id)),
        one: None,
    });
    let named: Vec<_> = named.collect();
    check_names(&named, Some(Code::EmptyAttributeName), Some(Code::DuplicateAttributeName), found);
}

fn columns(table: &Table, found: &mut Vec<Problem>) {
    let named = table.columns.iter().map(|column| Named {
        site: Subject::Table(table.id).at(Spot::Column(column.id)),
        name: column.name.clone(),
        fix: None,
        one: None,
    });
    let named: Vec<_> = named.collect();
    check_names(&named, Some(Code::EmptyColumnName), Some(Code::DuplicateColumnName), found);
}

fn unique_names(workspace: &Workspace, found: &mut Vec<Problem>) {
    let triggers = workspace.triggers.values().map(|trigger| Named {
        site: Subject::Trigger(trigger.id).at(Spot::UniqueName),
        name: trigger.unique_name.clone(),
        fix: None,
        one: None,
    });
    check_names(&triggers.collect::<Vec<_>>(), None, Some(Code::DuplicateUniqueName), found);
}

fn check_names(
    names: &[Named],
    empty: Option<Code>,
    duplicate: Option<Code>,
    found: &mut Vec<Problem>,
) {
    let mut counts: SortedMap<String, usize> = SortedMap::new();
    let mut seen = SortedSet::new();
    for named in names {
        let key = key(&named.name);
        if named.one.is_none_or(|one| seen.insert((key.clone(), one))) {
            *counts.entry(key).or_default() += 1;
        }
    }
    for one in names {
        let name = one.name.trim();
        if name.is_empty() {
            found.extend(empty.map(|code| Problem::new(code, one.site)));
            continue;
        }
        if let (true, Some(fix)) = (name.len() < one.name.len(), one.fix) {
            found.push(Problem::new(Code::UntrimmedName, one.site).text("name", name).fix(fix));
        }
        let count = counts.get(&key(&one.name)).copied().unwrap_or_default();
        if let (true, Some(code)) = (count > 1, duplicate) {
            found.push(Problem::new(code, one.site).text("name", name).number("count", count));
        }
    }
}

fn long_names(journeys: &[Named], found: &mut Vec<Problem>) {
    for one in journeys {
        let length = one.name.chars().count();
        if length > MAX_NAME {
            let problem = Problem::new(Code::LongJourneyName, one.site);
            found.push(problem.number("length", length).number("most", MAX_NAME));
        }
    }
}

fn key(name: &str) -> String {
    fold(name.trim())
}
