//! A flow as a workflow definition, as Power Automate and Azure Logic Apps keep it.
//!
//! **Invariant:** what is written follows the public schema of workflow definitions; a
//! flow whose conditions are not finished is refused rather than written otherwise.
//!
//! What an environment alone knows stays what it is in the workspace: the unique names
//! of the catalog and the category, teams and channels, names of tables. Connections are
//! made when the flow is imported.

mod expression;

use serde_json::{Map, Value as Json, json};

use crate::format::pretty::join_short;
use crate::model::condition::Join;
use crate::model::flow::{Action, FlowValue, Step};
use crate::model::id::{FlowId, StepId};
use crate::model::sorted::SortedSet;
use crate::model::value::{Type, Value};
use crate::model::workspace::Workspace;
use crate::model::zone::TimeZone;
use expression::Expressions;

/// The schema that a definition says it follows.
const SCHEMA: &str = "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#";
const DATAVERSE: &str = "shared_commondataserviceforapps";
const TEAMS: &str = "shared_teams";
const TRIGGER: &str = "When_an_action_is_performed";

/// Why a flow has no definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DefinitionError {
    /// There is no such flow.
    #[error("there is no flow {0}")]
    NoFlow(FlowId),
    /// No trigger is chosen, or it is gone.
    #[error("no trigger starts it")]
    NoTrigger,
    /// A row of the condition is not finished, or does not fit.
    #[error("a row of the condition {0} is not finished")]
    Undecided(StepId),
}

/// The definition of a flow, as JSON.
///
/// # Errors
///
/// Whatever keeps it from being one.
pub fn write_definition(workspace: &Workspace, id: FlowId) -> Result<String, DefinitionError> {
    let flow = workspace.flows.get(&id).ok_or(DefinitionError::NoFlow(id))?;
    let trigger = flow.trigger.and_then(|id| workspace.triggers.get(&id));
    let trigger = trigger.ok_or(DefinitionError::NoTrigger)?;
    let expressions = Expressions { workspace, flow, trigger };
    let mut writer = Writer { expressions, keys: SortedSet::new() };
    let settings = &workspace.settings;
    let definition = json!({
        "$schema": SCHEMA,
        "contentVersion": "1.0.0.0",
        "parameters": {
            "$connections": { "defaultValue": {}, "type": "Object" },
            "$authentication": { "defaultValue": {}, "type": "SecureObject" },
        },
        "triggers": { TRIGGER: connection("OpenApiConnectionWebhook", DATAVERSE, "BusinessEventsTrigger", json!({
            "catalog": settings.catalog,
            "category": settings.category,
            "subscriptionRequest/entityname": "none",
            "subscriptionRequest/sdkmessagename": trigger.unique_name,
        })) },
        "actions": writer.actions(&flow.steps)?,
        "outputs": {},
    });
    let text = serde_json::to_string_pretty(&definition).unwrap_or_default();
    Ok(join_short(&text))
}

/// The name of the file of a flow's definition ends so.
pub const ENDING: &str = "definition.json";

struct Writer<'a> {
    expressions: Expressions<'a>,
    /// The names of actions, which are unique in the whole definition.
    keys: SortedSet<String>,
}

impl Writer<'_> {
    /// Steps one after the other: each runs after the one before it.
    fn actions(&mut self, steps: &[Step]) -> Result<Json, DefinitionError> {
        let mut actions = Map::new();
        let mut before: Option<String> = None;
        for step in steps {
            let key = self.key(step);
            let mut action = self.action(step)?;
            let after = before.iter().map(|key| (key.clone(), json!(["Succeeded"])));
            action["runAfter"] = Json::Object(after.collect());
            actions.insert(key.clone(), action);
            before = Some(key);
        }
        Ok(Json::Object(actions))
    }

    /// The name of a step as the key of its action: letters that Power Automate refuses
    /// are left out.
    fn key(&mut self, step: &Step) -> String {
        let usual = match step.action {
            Action::InitializeVariable { .. } => "Initialize variable",
            Action::CreateRecord { .. } => "Add a new row",
            Action::PostMessage { .. } => "Post message in a chat or channel",
            Action::SendRequest { .. } => "HTTP",
            Action::Condition { .. } => "Condition",
        };
        let kept = |c: &char| !"<>%&\\?/*#@[]{}'\":;,".contains(*c) && !c.is_control();
        let own: String = step.name.trim().chars().filter(kept).take(LONGEST_KEY).collect();
        let own = if own.trim().is_empty() { usual.to_owned() } else { own };
        let own = own.trim().replace(char::is_whitespace, "_");
        let numbered = (2..).map(|number| format!("{own}_{number}"));
        let mut all = std::iter::once(own.clone()).chain(numbered);
        all.find(|key| self.keys.insert(key.clone())).unwrap_or(own)
    }

    fn action(&mut self, step: &Step) -> Result<Json, DefinitionError> {
        let text = |value: &FlowValue| self.expressions.text(value);
        Ok(match &step.action {
            Action::InitializeVariable { variable, ty, value } => json!({
                "type": "InitializeVariable",
                "inputs": { "variables": [self.variable(variable, ty, value)] },
            }),
            Action::CreateRecord { table, fields } => {
                let items = fields
                    .iter()
                    .map(|(column, value)| (format!("item/{}", column.trim()), text(value).into()));
                let mut parameters: Map<String, Json> = items.collect();
                parameters.insert("entityName".into(), set_name(table).into());
                connection("OpenApiConnection", DATAVERSE, "CreateRecord", parameters.into())
            }
            Action::PostMessage { team, channel, message } => {
                let parameters = json!({
                    "poster": "Flow bot",
                    "location": "Channel",
                    "body/recipient/groupId": escaped(team),
                    "body/recipient/channelId": escaped(channel),
                    "body/messageBody": text(message),
                });
                connection("OpenApiConnection", TEAMS, "PostMessageToConversation", parameters)
            }
            Action::SendRequest { method, uri, headers, body } => {
                let mut inputs = json!({ "method": method.name(), "uri": text(uri) });
                if !headers.is_empty() {
                    let headers = headers
                        .iter()
                        .map(|(name, value)| (name.trim().to_owned(), Json::from(text(value))));
                    inputs["headers"] = Json::Object(headers.collect());
                }
                if *body != FlowValue::default() {
                    inputs["body"] = text(body).into();
                }
                json!({ "type": "Http", "inputs": inputs })
            }
            Action::Condition { join, rows, yes, no } => {
                let rows = rows.iter().map(|row| self.expressions.row(row));
                let rows: Option<Vec<Json>> = rows.collect();
                let rows = rows.ok_or(DefinitionError::Undecided(step.id))?;
                let join = match join {
                    Join::Any if !rows.is_empty() => "or",
                    _ => "and",
                };
                json!({
                    "type": "If",
                    "expression": { join: rows },
                    "actions": self.actions(yes)?,
                    "else": { "actions": self.actions(no)? },
                })
            }
        })
    }

    fn variable(&self, name: &str, ty: &Type, value: &FlowValue) -> Json {
        let kind = match ty {
            Type::Text | Type::DateTime => "string",
            Type::Number => "float",
            Type::TrueFalse => "boolean",
            Type::EntityReference(_) => "object",
        };
        let mut variable = json!({ "name": name.trim(), "type": kind });
        let fixed = value.as_fixed().map(|text| Value::parse(text, ty, &TimeZone::UTC).ok());
        let value = match fixed {
            None => Some(self.expressions.text(value).into()),
            Some(None) => None,
            Some(Some(Value::TrueFalse(value))) => Some(value.into()),
            // As JSON writes it: no digit is lost on the way.
            Some(Some(Value::Number(number))) => serde_json::from_str(&number.to_string()).ok(),
            Some(Some(other)) => Some(escaped(&other.to_string()).into()),
        };
        if let Some(value) = value {
            variable["value"] = value;
        }
        variable
    }
}

/// How many letters the name of an action has at most.
const LONGEST_KEY: usize = 80;

fn connection(ty: &str, api: &str, operation: &str, parameters: Json) -> Json {
    json!({
        "type": ty,
        "inputs": {
            "host": {
                "apiId": format!("/providers/Microsoft.PowerApps/apis/{api}"),
                "connectionName": api,
                "operationId": operation,
            },
            "parameters": parameters,
            "authentication": "@parameters('$authentication')",
        },
    })
}

/// The name of the set of a table's rows, which the connector wants: made of the logical
/// name as Dataverse makes it.
fn set_name(table: &str) -> String {
    let table = table.trim();
    let ends = |ends: &[&str]| ends.iter().any(|end| table.ends_with(end));
    match table {
        "" => String::new(),
        _ if ends(&["ay", "ey", "iy", "oy", "uy"]) => format!("{table}s"),
        _ if ends(&["y"]) => format!("{}ies", &table[..table.len() - 1]),
        _ if ends(&["ss", "x", "z", "ch", "sh"]) => format!("{table}es"),
        _ if ends(&["s"]) => table.to_owned(),
        _ => format!("{table}s"),
    }
}

/// A text that is none of the language of expressions, which begin with `@`.
fn escaped(text: &str) -> String {
    let inner = text.replace("@{", "@@{");
    if inner.starts_with('@') && !inner.starts_with("@@{") { format!("@{inner}") } else { inner }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_no_expression() {
        for (text, written) in
            [("a@b", "a@b"), ("@x", "@@x"), ("@{x}", "@@{x}"), ("a @{x}", "a @@{x}"), ("", "")]
        {
            assert_eq!(escaped(text), written);
        }
    }

    #[test]
    fn tables_are_called_by_their_sets() {
        for (table, set) in [
            ("phonecall", "phonecalls"),
            ("opportunity", "opportunities"),
            ("survey", "surveys"),
            ("address", "addresses"),
            ("tasks", "tasks"),
        ] {
            assert_eq!(set_name(table), set);
        }
    }
}
