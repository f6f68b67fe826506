//! Behaviour models, contacts that are made up, and whether a run has anything to
//! go on.

use crate::check::code::Code;
use crate::check::context;
use crate::check::problem::{Arg, Problem};
use crate::check::records::Checked;
use crate::check::site::{Holder, Site, Spot, Subject};
use crate::check::usage::{Index, Role};
use crate::model::behaviour::{
    AttributeModel, FieldModel, MAX_FACTOR, MAX_MADE_UP, Model, ModelOf, Since,
};
use crate::model::collect;
use crate::model::distribution::{
    Distribution, DistributionError, MAX_DECIMALS, MAX_DRAWN, is_percent,
};
use crate::model::sorted::SortedSet;
use crate::model::trigger::Attribute;
use crate::model::value::Type;
use crate::model::workspace::{Behaviour, ContactSource, Workspace};

/// Checks what a run draws, but for the models one by one.
pub(super) fn check_run(workspace: &Workspace, found: &mut Vec<Problem>) {
    check_made_up(workspace, found);
    let run = &workspace.settings.run;
    let from_start = workspace
        .models
        .values()
        .any(|model| matches!(model.of, ModelOf::Trigger { since: Since::Start, .. }));
    if run.models && from_start && run.start.trim().is_empty() {
        found.push(Problem::new(Code::NoRunStart, Subject::Workspace.at(Spot::Start)));
    }
}

/// Triggers that a run listens to and that nothing in it raises.
pub(super) fn silent_triggers(workspace: &Workspace, index: &Index, found: &mut Vec<Problem>) {
    let run = &workspace.settings.run;
    let recorded = match run.behaviour {
        Behaviour::Workspace => !workspace.events.is_empty(),
        Behaviour::File => true,
        Behaviour::None => false,
    };
    if recorded || !run.models {
        return;
    }
    let reacts = workspace.journeys.values().filter(|journey| workspace.reacts(journey));
    let reacts = collect::set(reacts.map(|journey| journey.id));
    let made = collect::set(workspace.models.values().filter_map(|model| model.raises()));
    for (id, uses) in index.uses() {
        let Some(trigger) = workspace.triggers.get(&id).filter(|_| !made.contains(&id)) else {
            continue;
        };
        let uses = uses.iter().filter(|one| one.journey.is_some_and(|id| reacts.contains(&id)));
        let roles: SortedSet<Role> = collect::set(uses.map(|one| one.role));
        if !roles.is_empty() && !roles.contains(&Role::Raised) {
            let problem = Problem::new(Code::NoModel, Subject::Trigger(id).at(Spot::Whole));
            found.push(problem.trigger(trigger));
        }
    }
}

/// Checks a behaviour model.
pub(super) fn check_model(checked: Checked, model: &Model, found: &mut Vec<Problem>) {
    let Checked { workspace, index } = checked;
    let subject = Subject::Model(model.id);
    if !model.has_probability() {
        let problem = Problem::new(Code::InvalidProbability, subject.at(Spot::Probability));
        found.push(problem.text("value", model.percent.to_string()));
    } else if model.percent.units() == 0 {
        found.push(Problem::new(Code::NeverHappens, subject.at(Spot::Probability)));
    }
    if !model.delay.is_sound() {
        let problem = Problem::new(Code::InvalidDelay, subject.at(Spot::Delay));
        found.push(problem.number("most", MAX_FACTOR));
    }
    let (trigger, since, values) = match &model.of {
        ModelOf::Trigger { trigger, since, values } => (trigger, since, values),
        ModelOf::Interaction { message, .. } => {
            if !index.is_message(*message) {
                let site = subject.at(Spot::Interaction(Holder::Own));
                let id = message.to_string();
                found.push(Problem::new(Code::UnknownMessage, site).text("id", id));
            }
            return;
        }
    };
    if let Since::Trigger(since) = since {
        let site = subject.at(Spot::Since);
        context::trigger_there(workspace, *since, site, found);
    }
    let site = subject.at(Spot::Trigger(Holder::Own));
    let Some(trigger) = context::trigger_there(workspace, *trigger, site, found) else { return };
    for (&id, value) in values {
        let site = subject.at(Spot::AttributeValue(id));
        match trigger.attribute(id) {
            Some(attribute) => check_value(workspace, attribute, value, site, found),
            None => {
                let problem = Problem::new(Code::InvalidEventDataSourceOutputPath, site);
                found.push(problem.text("id", id.to_string()));
            }
        }
    }
}

fn check_value(
    workspace: &Workspace,
    attribute: &Attribute,
    value: &AttributeModel,
    site: Site,
    found: &mut Vec<Problem>,
) {
    match value {
        AttributeModel::Drawn(distribution) => {
            found.extend(check_distribution(workspace, distribution, &attribute.ty, site));
        }
        AttributeModel::Contact(id) => match workspace.fields.get(id) {
            None => {
                found.push(Problem::new(Code::UnknownField, site).text("id", id.to_string()));
            }
            Some(field) if field.ty != attribute.ty => {
                let problem = Problem::new(Code::WrongType, site)
                    .text("attribute", &attribute.name)
                    .text("source", &field.name)
                    .arg("source-type", Arg::of_type(workspace, &field.ty))
                    .arg("attribute-type", Arg::of_type(workspace, &attribute.ty));
                found.push(problem);
            }
            Some(_) => {}
        },
    }
}

/// Contacts that are made up count only for a run on them.
fn check_made_up(workspace: &Workspace, found: &mut Vec<Problem>) {
    let run = &workspace.settings.run;
    if run.contacts != ContactSource::MadeUp {
        return;
    }
    let made_up = &run.made_up;
    if made_up.count == 0 || made_up.count > MAX_MADE_UP {
        let site = Subject::Workspace.at(Spot::ContactCount);
        found.push(Problem::new(Code::InvalidContactCount, site).number("most", MAX_MADE_UP));
    }
    for (&id, model) in &made_up.fields {
        let site = Subject::Workspace.at(Spot::FieldValue(id));
        match workspace.fields.get(&id) {
            Some(field) => found.extend(check_field(workspace, model, &field.ty, site)),
            None => {
                found.push(Problem::new(Code::UnknownField, site).text("id", id.to_string()));
            }
        }
    }
    for field in workspace.fields.values().filter(|field| field.required) {
        if made_up.fields.get(&field.id).is_none_or(|model| model.empty.units() > 0) {
            let site = Subject::Workspace.at(Spot::FieldValue(field.id));
            found.push(Problem::new(Code::EmptyRequiredField, site).text("field", &field.name));
        }
    }
}

fn check_field(
    workspace: &Workspace,
    model: &FieldModel,
    ty: &Type,
    site: Site,
) -> Option<Problem> {
    if !is_percent(model.empty) {
        let problem = Problem::new(Code::InvalidProbability, site);
        return Some(problem.text("value", model.empty.to_string()));
    }
    check_distribution(workspace, &model.value, ty, site)
}

fn check_distribution(
    workspace: &Workspace,
    distribution: &Distribution,
    ty: &Type,
    site: Site,
) -> Option<Problem> {
    let error = distribution.check(ty).err()?;
    let problem = |code| Problem::new(code, site);
    Some(match error {
        DistributionError::Type => {
            problem(Code::UnfitDistribution).arg("type", Arg::of_type(workspace, ty))
        }
        DistributionError::Value(place, _) => problem(Code::InvalidDrawnValue)
            .text("value", text_at(distribution, place))
            .arg("type", Arg::of_type(workspace, ty)),
        DistributionError::NoWeight => problem(Code::NoWeight),
        DistributionError::Empty => problem(Code::EmptyDistribution),
        DistributionError::TooLarge => problem(Code::DrawnTooLarge).number("most", MAX_DRAWN),
        DistributionError::TooFine => problem(Code::DrawnTooFine).number("most", MAX_DECIMALS),
        DistributionError::Percent => {
            let Distribution::True { percent } = distribution else { return None };
            problem(Code::InvalidProbability).text("value", percent.to_string())
        }
        DistributionError::Deviation => problem(Code::NegativeDeviation),
    })
}

/// The text of a distribution that stands at a place.
fn text_at(distribution: &Distribution, place: usize) -> &str {
    match distribution {
        Distribution::Fixed(text) => text,
        Distribution::List(list) => list.get(place).map_or("", |weighted| &weighted.text),
        Distribution::Between { first, last } => [first.as_str(), last][place.min(1)],
        Distribution::Uniform { .. } | Distribution::Normal { .. } | Distribution::True { .. } => {
            ""
        }
    }
}
