//! Flows: when they react, and what their steps read.

use crate::check::code::Code;
use crate::check::condition::undecided;
use crate::check::context;
use crate::check::fix::Fix;
use crate::check::flow_offer::label;
use crate::check::problem::{Arg, Problem};
use crate::check::site::{Holder, Site, Spot, Subject};
use crate::model::collect;
use crate::model::flow::{Action, Flow, FlowRow, FlowSource, FlowValue, MAX_DEPTH, Part, Step};
use crate::model::id::StepId;
use crate::model::predicate::{Predicate, fold};
use crate::model::sorted::SortedMap;
use crate::model::table::Column;
use crate::model::value::{Type, Value};
use crate::model::workspace::Workspace;
use crate::model::zone::TimeZone;

/// Checks a flow.
pub(super) fn check(workspace: &Workspace, flow: &Flow, found: &mut Vec<Problem>) {
    Checked { workspace, flow, found }.check();
}

/// One flow under check.
struct Checked<'a> {
    workspace: &'a Workspace,
    flow: &'a Flow,
    found: &'a mut Vec<Problem>,
}

impl Checked<'_> {
    fn check(&mut self) {
        let subject = Subject::Flow(self.flow.id);
        let environment = &self.workspace.settings.environment;
        if self.flow.environment != *environment {
            let site = subject.at(Spot::Environment);
            let problem = Problem::new(Code::FlowInOtherEnvironment, site)
                .text("environment", &self.flow.environment)
                .text("expected", environment)
                .fix(Fix::MoveFlow(self.flow.id));
            self.found.push(problem);
        }
        if !self.flow.on {
            let problem = Problem::new(Code::FlowOff, subject.at(Spot::On));
            self.found.push(problem.fix(Fix::TurnFlowOn(self.flow.id)));
        }
        let site = subject.at(Spot::Trigger(Holder::Own));
        let _ = context::trigger(
            self.workspace,
            self.flow.trigger,
            Code::NoFlowTrigger,
            site,
            self.found,
        );
        if self.flow.steps.is_empty() {
            self.found.push(Problem::new(Code::NoFlowSteps, subject.at(Spot::Whole)));
        }
        self.variable_names();
        let flow = self.flow;
        for step in flow.all_steps() {
            self.step(step);
        }
    }

    fn variable_names(&mut self) {
        let names = self.flow.all_steps().into_iter().filter_map(|step| match &step.action {
            Action::InitializeVariable { variable, .. } => Some((step.id, variable)),
            _ => None,
        });
        let names: Vec<_> = names.collect();
        let mut count = SortedMap::<String, usize>::new();
        for (_, name) in &names {
            *count.entry(fold(name.trim())).or_default() += 1;
        }
        for (id, name) in names {
            let site = self.itself_at(id);
            if name.trim().is_empty() {
                self.found.push(Problem::new(Code::NoVariableName, site));
            } else if let Some(&count) = count.get(&fold(name.trim())).filter(|count| **count > 1) {
                let problem = Problem::new(Code::DuplicateVariableName, site);
                self.found.push(problem.text("name", name).number("count", count));
            }
        }
    }

    fn step(&mut self, step: &Step) {
        let depth = self.flow.depth_of(step.id);
        match &step.action {
            Action::InitializeVariable { variable, ty, value } => {
                if depth > 0 {
                    let problem = Problem::new(Code::NestedVariable, self.itself(step));
                    let problem = problem.text("name", variable);
                    self.found.push(problem.fix(Fix::MoveStepUp(self.flow.id, step.id)));
                }
                let fix = |found: &Type| {
                    // What Power Automate cannot hold in a variable is not offered.
                    let fits = *found != *ty && value.as_picked().is_some();
                    fits.then_some(Fix::RetypeVariable(self.flow.id, step.id))
                };
                self.typed(step, 0, variable, ty, value, &fix);
            }
            Action::CreateRecord { table, fields } => self.record(step, table, fields),
            Action::PostMessage { team, channel, message } => {
                if team.trim().is_empty() || channel.trim().is_empty() {
                    self.found.push(Problem::new(Code::NoTeamsChannel, self.itself(step)));
                }
                if message.is_blank() {
                    self.found.push(Problem::new(Code::EmptyTeamsMessage, self.value(step, 0)));
                }
            }
            Action::SendRequest { uri, headers, .. } => self.request(step, uri, headers),
            Action::Condition { rows, .. } => {
                if rows.is_empty() {
                    self.found.push(Problem::new(Code::EmptyFlowCondition, self.itself(step)));
                }
                if depth >= MAX_DEPTH {
                    let problem = Problem::new(Code::ConditionsTooDeep, self.itself(step));
                    self.found.push(problem.number("most", MAX_DEPTH));
                }
                for (place, row) in rows.iter().enumerate() {
                    self.row(step, place, row);
                }
            }
        }
        self.sources(step);
    }

    fn record(&mut self, step: &Step, table: &str, fields: &[(String, FlowValue)]) {
        if table.trim().is_empty() {
            self.found.push(Problem::new(Code::NoRecordTable, self.itself(step)));
        }
        for (place, (column, value)) in fields.iter().enumerate() {
            if column.trim().is_empty() {
                self.found.push(Problem::new(Code::NoRecordColumn, self.value(step, place)));
            } else if let Some(known) = column_of(self.workspace, table, column) {
                self.typed(step, place, column, &known.ty, value, &|_| None);
            }
        }
    }

    fn request(&mut self, step: &Step, uri: &FlowValue, headers: &[(String, FlowValue)]) {
        if uri.is_blank() {
            self.found.push(Problem::new(Code::NoRequestAddress, self.value(step, 0)));
        } else if let Some(Part::Text(text)) = uri.parts().first()
            && !is_web_address(text)
        {
            let problem = Problem::new(Code::InvalidRequestAddress, self.value(step, 0));
            self.found.push(problem.text("value", text.trim()));
        }
        for (place, (name, _)) in headers.iter().enumerate() {
            if name.trim().is_empty() {
                self.found.push(Problem::new(Code::NoHeaderName, self.value(step, place + 1)));
            }
        }
    }

    /// Rule M2 for what has a type: the value of a variable or of a known column.
    fn typed(
        &mut self,
        step: &Step,
        place: usize,
        name: &str,
        ty: &Type,
        value: &FlowValue,
        fix: &dyn Fn(&Type) -> Option<Fix>,
    ) {
        let site = self.value(step, place);
        let wanted = || Arg::of_type(self.workspace, ty);
        if let Some(text) = value.as_fixed() {
            let is_blank = text.trim().is_empty();
            if !is_blank && Value::parse(text, ty, &TimeZone::UTC).is_err() {
                let problem = Problem::new(Code::InvalidFlowValue, site).text("name", name);
                self.found.push(problem.text("value", text).arg("type", wanted()));
            }
            return;
        }
        if value.as_picked().is_none() && *ty != Type::Text {
            let problem = Problem::new(Code::MixedFlowValue, site).text("name", name);
            self.found.push(problem.arg("type", wanted()));
            return;
        }
        for source in value.picked() {
            let Some(found) = self.workspace.flow_source_type(self.flow, source) else { continue };
            if found != *ty {
                let mut problem = Problem::new(Code::WrongTypeInFlow, site)
                    .text("source", label(self.workspace, self.flow, source))
                    .arg("source-type", Arg::of_type(self.workspace, &found))
                    .text("name", name)
                    .arg("type", wanted());
                problem.fixes.extend(fix(&found));
                self.found.push(problem);
                return;
            }
        }
    }

    fn row(&mut self, step: &Step, place: usize, row: &FlowRow) {
        let site = self.value(step, place);
        let Some(source) = row.source else {
            self.found.push(Problem::new(Code::UnfinishedRow, site));
            return;
        };
        let Some(ty) = self.workspace.flow_source_type(self.flow, source) else { return };
        let (operator, operands) = (row.operator, &row.operands);
        if let Err(error) = Predicate::parse(operator, operands, &ty, &TimeZone::UTC) {
            self.found.push(undecided(self.workspace, operands, error, &ty, &|_| site));
        }
    }

    /// That everything which the step picks is there.
    fn sources(&mut self, step: &Step) {
        let there = collect::set(self.flow.variables_at(step.id));
        for (place, source) in step.action.picked() {
            let site = self.value(step, place);
            match source {
                FlowSource::Attribute(id) => {
                    let trigger = self.flow.trigger.and_then(|id| self.workspace.triggers.get(&id));
                    if trigger.is_some_and(|trigger| trigger.attribute(id).is_none()) {
                        let code = Code::InvalidEventDataSourceOutputPath;
                        self.found.push(Problem::new(code, site).text("id", id.to_string()));
                    }
                }
                FlowSource::Variable(id) if !there.contains(&id) => {
                    let name = label(self.workspace, self.flow, source);
                    let problem = Problem::new(Code::UnknownVariable, site);
                    self.found.push(problem.text("name", name));
                }
                _ => {}
            }
        }
    }

    fn itself(&self, step: &Step) -> Site {
        self.itself_at(step.id)
    }

    fn itself_at(&self, step: StepId) -> Site {
        Subject::Flow(self.flow.id).at(Spot::StepItself(step))
    }

    fn value(&self, step: &Step, place: usize) -> Site {
        Subject::Flow(self.flow.id).at(Spot::Step(step.id, place))
    }
}

/// The column of the workspace's own table of that name, where it has one.
pub fn column_of<'w>(workspace: &'w Workspace, table: &str, column: &str) -> Option<&'w Column> {
    let same = |one: &str, other: &str| fold(one.trim()) == fold(other.trim());
    let table = workspace.tables.values().find(|known| same(&known.name, table))?;
    table.columns.iter().find(|known| same(&known.name, column))
}

/// Whether a text begins as an address of the web does.
fn is_web_address(text: &str) -> bool {
    let text = fold(text.trim_start());
    ["https://", "http://"]
        .into_iter()
        .any(|scheme| text.strip_prefix(scheme).is_some_and(|rest| !rest.starts_with([' ', '/'])))
}
