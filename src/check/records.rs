//! The records besides journeys: fields, triggers, example contacts and events, and
//! the set-up of a run.

use crate::model::zone::TimeZone;

use crate::check::code::Code;
use crate::check::journey::period;
use crate::check::names;
use crate::check::problem::{Arg, Problem};
use crate::check::site::{Holder, Site, Spot, Subject};
use crate::check::tables::{unknown_row, unknown_table};
use crate::check::usage::Index;
use crate::check::{behaviour, flow, scenarios, segments, tables};
use crate::model::audience::{Contact, Event, Field, Happening};
use crate::model::id::FieldId;
use crate::model::time::Moment;
use crate::model::trigger::{MAX_ATTRIBUTES, Trigger};
use crate::model::value::{Type, Value};
use crate::model::workspace::Workspace;

/// What records are checked against.
#[derive(Clone, Copy)]
pub(super) struct Checked<'a> {
    pub workspace: &'a Workspace,
    pub index: &'a Index,
}

/// What is wrong within a record but a journey; nothing where it is gone.
pub(super) fn own(checked: Checked, subject: Subject) -> Vec<Problem> {
    let workspace = checked.workspace;
    let mut found = Vec::new();
    match subject {
        Subject::Workspace => {
            check_settings(workspace, &mut found);
            behaviour::check_run(workspace, &mut found);
        }
        Subject::Table(id) => {
            let known = workspace.tables.get(&id).into_iter();
            known.for_each(|one| tables::check(workspace, one, &mut found));
        }
        Subject::Field(id) => {
            let known = workspace.fields.get(&id).into_iter();
            known.for_each(|one| check_field(workspace, one, &mut found));
        }
        Subject::Segment(id) => {
            let known = workspace.segments.get(&id).into_iter();
            known.for_each(|one| segments::check(workspace, one, &mut found));
        }
        Subject::Trigger(id) => {
            let known = workspace.triggers.get(&id).into_iter();
            known.for_each(|one| check_trigger(workspace, one, &mut found));
        }
        Subject::Flow(id) => {
            let known = workspace.flows.get(&id).into_iter();
            known.for_each(|one| flow::check(workspace, one, &mut found));
        }
        Subject::Contact(id) => {
            let known = workspace.contacts.get(&id).into_iter();
            known.for_each(|one| check_contact(workspace, one, &mut found));
        }
        Subject::Event(id) => {
            let known = workspace.events.get(&id).into_iter();
            known.for_each(|one| check_event(checked, one, &mut found));
        }
        Subject::Model(id) => {
            let known = workspace.models.get(&id).into_iter();
            known.for_each(|one| behaviour::check_model(checked, one, &mut found));
        }
        Subject::Scenario(id) => {
            let known = workspace.scenarios.get(&id).into_iter();
            known.for_each(|one| scenarios::check(checked, one, &mut found));
        }
        Subject::Journey(_) => {}
    }
    found
}

/// Checks the workspace's own settings.
fn check_settings(workspace: &Workspace, found: &mut Vec<Problem>) {
    let settings = &workspace.settings;
    let run = &settings.run;
    period(Subject::Workspace, &run.start, &run.end, &TimeZone::UTC, found);
    let is_blank = |name: &str| name.trim().is_empty();
    let nameless = is_blank(&settings.catalog) || is_blank(&settings.category);
    if nameless && !workspace.flows.is_empty() {
        found.push(Problem::new(Code::NoCatalogName, Subject::Workspace.at(Spot::Catalog)));
    }
}

/// Checks a contact field.
fn check_field(workspace: &Workspace, field: &Field, found: &mut Vec<Problem>) {
    unknown_table(workspace, &field.ty, Subject::Field(field.id).at(Spot::Type), found);
}

/// Checks a trigger.
fn check_trigger(workspace: &Workspace, trigger: &Trigger, found: &mut Vec<Problem>) {
    let subject = Subject::Trigger(trigger.id);
    names::attributes(trigger, found);
    for attribute in &trigger.attributes {
        let site = subject.at(Spot::Attribute(attribute.id));
        unknown_table(workspace, &attribute.ty, site, found);
    }
    let count = trigger.attributes.len();
    if count > MAX_ATTRIBUTES {
        let problem = Problem::new(Code::TooManyAttributes, subject.at(Spot::Whole));
        found.push(problem.number("count", count).number("most", MAX_ATTRIBUTES));
    }
}

/// Checks an example contact.
fn check_contact(workspace: &Workspace, contact: &Contact, found: &mut Vec<Problem>) {
    let site = |field| Subject::Contact(contact.id).at(Spot::FieldValue(field));
    contact_values(workspace, contact, &site, found);
    for field in workspace.fields.values().filter(|field| field.required) {
        if contact.values.get(&field.id).is_none_or(|text| text.trim().is_empty()) {
            let problem = Problem::new(Code::MissingRequiredValue, site(field.id));
            found.push(problem.text("field", &field.name));
        }
    }
}

/// Checks the values of a contact; `site` is where the one of a field stands.
pub(super) fn contact_values(
    workspace: &Workspace,
    contact: &Contact,
    site: &dyn Fn(FieldId) -> Site,
    found: &mut Vec<Problem>,
) {
    for (&id, text) in &contact.values {
        let Some(field) = workspace.fields.get(&id) else {
            found.push(Problem::new(Code::UnknownField, site(id)).text("id", id.to_string()));
            continue;
        };
        if is_invalid(text, &field.ty) {
            let problem = Problem::new(Code::InvalidContactValue, site(id))
                .text("field", &field.name)
                .text("value", text)
                .arg("type", Arg::of_type(workspace, &field.ty));
            found.push(problem);
        }
    }
    for (id, text) in &contact.values {
        let ty = workspace.fields.get(id).map(|field| &field.ty);
        found.extend(ty.and_then(|ty| unknown_row(workspace, ty, text, site(*id))));
    }
}

/// Checks an event of an example contact.
fn check_event(checked: Checked, event: &Event, found: &mut Vec<Problem>) {
    let site = |spot| Subject::Event(event.id).at(spot);
    let known = checked.workspace.contacts.contains_key(&event.contact);
    event_parts(checked, event, known, &site, found);
}

/// Checks an event; `known` says whether its contact is there, and `site` where a
/// part of it stands.
pub(super) fn event_parts(
    Checked { workspace, index }: Checked,
    event: &Event,
    known: bool,
    site: &dyn Fn(Spot) -> Site,
    found: &mut Vec<Problem>,
) {
    if !known {
        let problem = Problem::new(Code::UnknownContact, site(Spot::EventContact));
        found.push(problem.text("id", event.contact.to_string()));
    }
    if event.at.trim().parse::<Moment>().is_err() {
        let problem = Problem::new(Code::InvalidEventTime, site(Spot::At));
        found.push(problem.text("value", &event.at));
    }
    let (trigger, values) = match &event.what {
        Happening::Trigger { trigger, values, .. } => (trigger, values),
        Happening::Interaction { message, .. } => {
            if !index.is_message(*message) {
                let site = site(Spot::Interaction(Holder::Own));
                found
                    .push(Problem::new(Code::UnknownMessage, site).text("id", message.to_string()));
            }
            return;
        }
    };
    let Some(trigger) = workspace.triggers.get(trigger) else {
        let site = site(Spot::Trigger(Holder::Own));
        found.push(Problem::new(Code::NonExistingEvent, site).text("id", trigger.to_string()));
        return;
    };
    for (&id, text) in values {
        let site = site(Spot::AttributeValue(id));
        match trigger.attribute(id) {
            None => {
                let problem = Problem::new(Code::InvalidEventDataSourceOutputPath, site);
                found.push(problem.text("id", id.to_string()));
            }
            Some(attribute) if is_invalid(text, &attribute.ty) => {
                let problem = Problem::new(Code::InvalidEventValue, site)
                    .text("attribute", &attribute.name)
                    .text("value", text)
                    .arg("type", Arg::of_type(workspace, &attribute.ty));
                found.push(problem);
            }
            Some(attribute) => found.extend(unknown_row(workspace, &attribute.ty, text, site)),
        }
    }
}

/// Whether something is written that is not of the type. Nothing written is a missing value.
pub(super) fn is_invalid(text: &str, ty: &Type) -> bool {
    !text.trim().is_empty() && Value::parse(text, ty, &TimeZone::UTC).is_err()
}
