//! What the steps of a flow read and decided, in the way of a contact.

use leptos::prelude::*;

use crate::check::flow_label;
use crate::engine::flow as inputs;
use crate::engine::trace::{FlowDecision, FlowStep};
use crate::model::flow::{Action, Flow};
use crate::model::id::FlowId;
use crate::model::value::Value;
use crate::model::workspace::Workspace;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::words;

/// The steps that a flow came to, those on branches set in.
pub fn steps(workspace: &Workspace, id: FlowId, ran: &[FlowStep], zone: &str) -> AnyView {
    let flow = workspace.flows.get(&id);
    let steps = ran.iter().map(|ran| {
        let depth = flow.map_or(0, |flow| flow.depth_of(ran.step)).to_string();
        let name = flow.map(|flow| name_of(flow, ran)).unwrap_or_default();
        let read = ran.inputs.iter().map(|(name, value)| {
            let empty = value.is_none().to_string();
            view! {
                <li class="way-value" data-empty=empty>
                    <span class="soft">{input_name(flow.map(|flow| &**flow), ran, name)}</span>
                    <span class="numeric">{shown(value.as_ref(), zone)}</span>
                </li>
            }
            .into_any()
        });
        let read = read.collect_view();
        let decided = ran.decided.as_ref().zip(flow);
        let decided = decided.map(|(decided, flow)| rows(workspace, flow, decided, zone));
        view! {
            <li class="way-branch way-flow-step" data-testid="trace-flow-step" style:--depth=depth>
                <span class="small">{name}</span>
                <ul class="way-values">{read}</ul>
                {decided}
            </li>
        }
        .into_any()
    });
    view! { <ul class="way-branches">{steps.collect_view()}</ul> }.into_any()
}

/// The name of a step, and of a condition also the branch that was taken.
fn name_of(flow: &Flow, ran: &FlowStep) -> String {
    let Some(step) = flow.step(ran.step) else { return String::new() };
    let kind = match &step.action {
        Action::InitializeVariable { .. } => "step-variable",
        Action::CreateRecord { .. } => "step-record",
        Action::PostMessage { .. } => "step-message",
        Action::SendRequest { .. } => "step-request",
        Action::Condition { .. } => "step-condition",
    };
    let name = if step.name.trim().is_empty() { t(kind) } else { step.name.clone() };
    match &ran.decided {
        None => name,
        Some(decided) => {
            let branch = t(if decided.held { "branch-yes" } else { "branch-no" });
            t_with("flow-took", [("step", name.into()), ("branch", branch.into())])
        }
    }
}

/// Settings have names of ours; variables, columns and headers their own.
fn input_name(flow: Option<&Flow>, ran: &FlowStep, name: &str) -> String {
    let action = flow.and_then(|flow| flow.step(ran.step)).map(|step| &step.action);
    let own = match (action, name) {
        (Some(Action::PostMessage { .. }), inputs::TEAM) => "teams-team",
        (Some(Action::PostMessage { .. }), inputs::CHANNEL) => "teams-channel",
        (Some(Action::PostMessage { .. }), inputs::MESSAGE) => "teams-message",
        (Some(Action::SendRequest { .. }), inputs::METHOD) => "request-method",
        (Some(Action::SendRequest { .. }), inputs::URI) => "request-address",
        (Some(Action::SendRequest { .. }), inputs::BODY) => "request-body",
        _ => return name.to_owned(),
    };
    t(own)
}

/// The rows of a condition, each with the value that was seen.
fn rows(workspace: &Workspace, flow: &Flow, decided: &FlowDecision, zone: &str) -> AnyView {
    let rows = decided.rows.iter().map(|tried| {
        let source = tried.row.source.map(|source| flow_label(workspace, flow, source));
        let source = source.unwrap_or_else(|| t("source-choose"));
        let text = words::row(&source, tried.row.operator, &tried.row.operands);
        let (icon, held) = match tried.held {
            true => (IconName::Check, "row-held"),
            false => (IconName::X, "row-not-held"),
        };
        let saw = shown(tried.value.as_ref(), zone);
        view! {
            <li class="way-row" data-held=tried.held.to_string()>
                <Icon name=icon/>
                <span class="sr-only">{t(held)}</span>
                <span>{text}</span>
                <span class="soft">{t_with("row-saw", [("value", saw.into())])}</span>
            </li>
        }
        .into_any()
    });
    view! { <ul class="way-rows">{rows.collect_view()}</ul> }.into_any()
}

fn shown(value: Option<&Value>, zone: &str) -> String {
    value.map_or_else(|| t("value-empty"), |value| words::value(value, zone))
}
