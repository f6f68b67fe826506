//! Names: empty, too long, with spaces around, or taken. Names are compared as
//! texts of conditions are: without regard to case.

use crate::check::code::Code;
use crate::check::fix::Fix;
use crate::check::problem::Problem;
use crate::check::site::{Site, Spot, Subject};
use crate::model::journey::{MAX_NAME, TileKind};
use crate::model::predicate::fold;
use crate::model::scenario::Scenario;
use crate::model::sorted::{SortedMap, SortedSet};
use crate::model::table::Table;
use crate::model::trigger::Trigger;
use crate::model::workspace::Workspace;

/// Records whose names are compared with one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Named {
    Tables,
    Fields,
    Segments,
    Triggers,
    Journeys,
    Flows,
    Contacts,
    Scenarios,
}

impl Named {
    pub const ALL: [Self; 8] = [
        Self::Tables,
        Self::Fields,
        Self::Segments,
        Self::Triggers,
        Self::Journeys,
        Self::Flows,
        Self::Contacts,
        Self::Scenarios,
    ];
}

/// Checks the names of all records of a kind.
pub(super) fn check(workspace: &Workspace, named: Named, found: &mut Vec<Problem>) {
    let mut names: Vec<Name> = Vec::new();
    let mut add = |subject: Subject, name: &str| {
        let (site, fix) = (subject.at(Spot::Name), Some(Fix::TrimName(subject)));
        names.push(Name { site, name: name.to_owned(), fix, one: None });
    };
    let (empty, duplicate) = match named {
        Named::Tables => {
            workspace.tables.values().for_each(|one| add(Subject::Table(one.id), &one.name));
            (Code::EmptyTableName, Some(Code::DuplicateTableName))
        }
        Named::Fields => {
            workspace.fields.values().for_each(|one| add(Subject::Field(one.id), &one.name));
            (Code::EmptyFieldName, Some(Code::DuplicateFieldName))
        }
        Named::Segments => {
            workspace.segments.values().for_each(|one| add(Subject::Segment(one.id), &one.name));
            (Code::EmptySegmentName, Some(Code::DuplicateSegmentName))
        }
        Named::Triggers => {
            workspace.triggers.values().for_each(|one| add(Subject::Trigger(one.id), &one.name));
            (Code::EmptyTriggerName, Some(Code::DuplicateTriggerName))
        }
        Named::Journeys => {
            workspace.journeys.values().for_each(|one| add(Subject::Journey(one.id), &one.name));
            // Versions of one journey have one name.
            let ids = workspace.journeys.keys().map(|id| workspace.first_version(*id).0);
            names.iter_mut().zip(ids).for_each(|(name, first)| name.one = Some(first));
            long_names(&names, found);
            (Code::EmptyJourneyName, Some(Code::DuplicateJourneyName))
        }
        Named::Flows => {
            workspace.flows.values().for_each(|one| add(Subject::Flow(one.id), &one.name));
            (Code::EmptyFlowName, None)
        }
        Named::Contacts => {
            workspace.contacts.values().for_each(|one| add(Subject::Contact(one.id), &one.name));
            (Code::EmptyContactName, Some(Code::DuplicateContactName))
        }
        Named::Scenarios => {
            workspace.scenarios.values().for_each(|one| add(Subject::Scenario(one.id), &one.name));
            (Code::EmptyScenarioName, Some(Code::DuplicateScenarioName))
        }
    };
    check_names(&names, Some(empty), duplicate, found);
    if named == Named::Triggers {
        unique_names(workspace, found);
    }
}

/// Checks the names of the contacts of a test scenario.
pub(super) fn people(scenario: &Scenario, found: &mut Vec<Problem>) {
    let people = scenario.contacts.iter().map(|contact| {
        let site = Subject::Scenario(scenario.id).at(Spot::Person(contact.id));
        Name { site, name: contact.name.clone(), fix: None, one: None }
    });
    let people: Vec<_> = people.collect();
    check_names(&people, Some(Code::EmptyContactName), Some(Code::DuplicateContactName), found);
}

/// Checks the names of the branches of one tile; a single branch needs none, and
/// neither does a share, which is called after its percentage.
pub(super) fn branches(kind: &TileKind, site: impl Fn(Spot) -> Site, found: &mut Vec<Problem>) {
    let branch = |id, name: &String| Name {
        site: site(Spot::Branch(id)),
        name: name.clone(),
        fix: None,
        one: None,
    };
    let (named, empty): (Vec<Name>, _) = match kind {
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

struct Name {
    site: Site,
    name: String,
    /// What takes the spaces around it away; `None` where they do no harm.
    fix: Option<Fix>,
    /// What it names, where several records are one thing.
    one: Option<u32>,
}

/// Checks the names of the attributes of a trigger.
pub(super) fn attributes(trigger: &Trigger, found: &mut Vec<Problem>) {
    let named = trigger.attributes.iter().map(|attribute| Name {
        site: Subject::Trigger(trigger.id).at(Spot::Attribute(attribute.id)),
        name: attribute.name.clone(),
        fix: Some(Fix::TrimAttribute(trigger.id, attribute.id)),
        one: None,
    });
    let named: Vec<_> = named.collect();
    check_names(&named, Some(Code::EmptyAttributeName), Some(Code::DuplicateAttributeName), found);
}

/// Checks the names of the columns of a table.
pub(super) fn columns(table: &Table, found: &mut Vec<Problem>) {
    let named = table.columns.iter().map(|column| Name {
        site: Subject::Table(table.id).at(Spot::Column(column.id)),
        name: column.name.clone(),
        fix: None,
        one: None,
    });
    let named: Vec<_> = named.collect();
    check_names(&named, Some(Code::EmptyColumnName), Some(Code::DuplicateColumnName), found);
}

fn unique_names(workspace: &Workspace, found: &mut Vec<Problem>) {
    let triggers = workspace.triggers.values().map(|trigger| Name {
        site: Subject::Trigger(trigger.id).at(Spot::UniqueName),
        name: trigger.unique_name.clone(),
        fix: None,
        one: None,
    });
    check_names(&triggers.collect::<Vec<_>>(), None, Some(Code::DuplicateUniqueName), found);
}

fn check_names(
    names: &[Name],
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

fn long_names(journeys: &[Name], found: &mut Vec<Problem>) {
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
