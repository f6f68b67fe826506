//! Values and rows of conditions in the language of workflow definitions.

use serde_json::{Value as Json, json};

use crate::format::definition::escaped;
use crate::model::flow::{Action, Flow, FlowRow, FlowSource, FlowValue, Part};
use crate::model::predicate::{DateTest, NumberTest, Predicate, TextTest};
use crate::model::time::Instant;
use crate::model::trigger::{PREFIX, Trigger};
use crate::model::workspace::Workspace;
use crate::model::zone::TimeZone;

/// What expressions are about.
pub(super) struct Expressions<'a> {
    pub workspace: &'a Workspace,
    pub flow: &'a Flow,
    pub trigger: &'a Trigger,
}

impl Expressions<'_> {
    /// A value: fixed text as it stands, what is picked alone as an expression of its own
    /// type, and both mixed as a text with expressions in it.
    pub fn text(&self, value: &FlowValue) -> String {
        if let Some(source) = value.as_picked() {
            return format!("@{}", self.source(source));
        }
        let parts = value.parts().iter().enumerate();
        let parts = parts.map(|(place, part)| match part {
            Part::Text(text) if place == 0 => escaped(text),
            Part::Text(text) => text.replace("@{", "@@{"),
            Part::Picked(source) => format!("@{{{}}}", self.source(*source)),
        });
        parts.collect()
    }

    /// A row of a condition; none, where it cannot be decided.
    pub fn row(&self, row: &FlowRow) -> Option<Json> {
        let source = row.source?;
        let ty = self.workspace.flow_source_type(self.flow, source)?;
        let predicate = Predicate::parse(row.operator, &row.operands, &ty, &TimeZone::UTC).ok()?;
        Some(decide(&self.source(source), &predicate))
    }

    /// What is picked, without the `@` before it.
    fn source(&self, source: FlowSource) -> String {
        match source {
            FlowSource::Attribute(id) => {
                let parameters = self.trigger.parameters();
                let found = parameters.into_iter().find(|(attribute, _)| attribute.id == id);
                let name = found.map_or_else(|| id.to_string(), |(_, name)| name);
                input(&format!("{PREFIX}{name}"))
            }
            FlowSource::Variable(id) => {
                let name = match self.flow.step(id).map(|step| &step.action) {
                    Some(Action::InitializeVariable { variable, .. }) => variable.trim().to_owned(),
                    _ => id.to_string(),
                };
                format!("variables({})", quoted(&name))
            }
            built_in => input(built_in.parameter().unwrap_or_default()),
        }
    }
}

fn input(parameter: &str) -> String {
    format!("triggerOutputs()?['body/InputParameters/{parameter}']")
}

/// A text in an expression.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn decide(of: &str, predicate: &Predicate) -> Json {
    let value = format!("@{of}");
    match predicate {
        Predicate::Empty => is_empty(&value),
        Predicate::NotEmpty => json!({ "not": is_empty(&value) }),
        Predicate::TrueFalse(wanted) => json!({ "equals": [value, wanted] }),
        Predicate::Entity(id, true) => json!({ "equals": [value, escaped(id)] }),
        Predicate::Entity(id, false) => {
            there_and_not(&value, json!({ "equals": [value, escaped(id)] }))
        }
        Predicate::Text(test, operands) => decide_text(of, &value, *test, operands),
        Predicate::Number(NumberTest::Not(number)) => {
            there_and_not(&value, json!({ "equals": [value, literal(&number.to_string())] }))
        }
        Predicate::Number(NumberTest::Within(low, high)) => {
            let bound = |name: &str, number: &crate::model::decimal::Decimal| {
                // Beyond what can be written stands for no bound.
                (number.units().unsigned_abs() < u128::from(u64::MAX) << 32)
                    .then(|| json!({ name: [value, literal(&number.to_string())] }))
            };
            let bounds = [bound("greaterOrEquals", low), bound("lessOrEquals", high)];
            json!({ "and": bounds.into_iter().flatten().collect::<Vec<_>>() })
        }
        Predicate::DateTime(test) => decide_date(of, test),
    }
}

/// A missing value is neither this nor that (rule C1).
fn there_and_not(value: &str, test: Json) -> Json {
    json!({ "and": [{ "not": is_empty(value) }, { "not": test }] })
}

fn is_empty(value: &str) -> Json {
    json!({ "or": [{ "equals": [value, "@null"] }, { "equals": [value, ""] }] })
}

/// Texts are compared without regard to case (rule C2).
fn decide_text(of: &str, value: &str, test: TextTest, operands: &[String]) -> Json {
    let folded = format!("@toLower(coalesce({of}, ''))");
    let any = |name: &str| {
        let tests = operands.iter().map(|operand| json!({ name: [folded, escaped(operand)] }));
        let mut tests: Vec<Json> = tests.collect();
        if tests.len() == 1 { tests.remove(0) } else { json!({ "or": tests }) }
    };
    match test {
        TextTest::IsOneOf => any("equals"),
        TextTest::IsNot => there_and_not(value, any("equals")),
        TextTest::Contains => any("contains"),
        TextTest::DoesNotContain => there_and_not(value, any("contains")),
        TextTest::BeginsWith => any("startsWith"),
        TextTest::EndsWith => any("endsWith"),
    }
}

fn decide_date(of: &str, test: &DateTest) -> Json {
    let ticks = |of: String| format!("@ticks({of})");
    let value = ticks(of.to_owned());
    let from = |name: &str, than: String| json!({ name: [value, ticks(than)] });
    match test {
        DateTest::Within(span) => {
            let bound = |name: &str, at: Instant, none: i64| {
                (at.0 != none).then(|| from(name, quoted(&at.to_string())))
            };
            let bounds =
                [bound("greaterOrEquals", span.start, i64::MIN), bound("less", span.end, i64::MAX)];
            json!({ "and": bounds.into_iter().flatten().collect::<Vec<_>>() })
        }
        DateTest::Last(millis) => json!({ "and": [
            from("greaterOrEquals", format!("addSeconds(utcNow(), -{})", millis / 1000)),
            from("lessOrEquals", "utcNow()".into()),
        ] }),
        DateTest::Next(millis) => json!({ "and": [
            from("greaterOrEquals", "utcNow()".into()),
            from("lessOrEquals", format!("addSeconds(utcNow(), {})", millis / 1000)),
        ] }),
        DateTest::SameDay(day, _) => {
            let day = match day {
                Some(day) => format!("{:02}-{:02}", day.month(), day.day()),
                None => "@formatDateTime(utcNow(), 'MM-dd')".to_owned(),
            };
            json!({ "equals": [format!("@formatDateTime({of}, 'MM-dd')"), day] })
        }
    }
}

/// A number as JSON writes it.
fn literal(number: &str) -> Json {
    serde_json::from_str(number).unwrap_or_default()
}
