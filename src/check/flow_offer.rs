//! What may be picked in a flow, and what it is called (rules A5 and M2).
//!
//! **Invariant:** what is offered is what the checker accepts there.

use crate::check::offer::{HiddenReason, Wanted};
use crate::model::flow::{Action, Flow, FlowSource};
use crate::model::id::StepId;
use crate::model::value::Type;
use crate::model::workspace::Workspace;

/// What a picker in a flow shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FlowOffer {
    /// What fits, group by group.
    pub items: Vec<FlowCandidate>,
    /// What is left out: why, and how many.
    pub hidden: Vec<(HiddenReason, usize)>,
}

/// Something that may be picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowCandidate {
    /// What it is.
    pub source: FlowSource,
    /// Its type.
    pub ty: Type,
    /// What it is called.
    pub label: String,
}

/// What may be picked at a step: attributes of the trigger, what comes with every
/// trigger, and the variables that are there.
pub fn offer_in_flow(
    workspace: &Workspace,
    flow: &Flow,
    step: StepId,
    wanted: &Wanted,
) -> FlowOffer {
    let trigger = flow.trigger.and_then(|id| workspace.triggers.get(&id));
    let attributes = trigger.iter().flat_map(|trigger| &trigger.attributes);
    let attributes = attributes.map(|attribute| FlowSource::Attribute(attribute.id));
    let variables = flow.variables_at(step).into_iter().map(FlowSource::Variable);
    let mut offer = FlowOffer::default();
    let mut other_type = 0;
    for source in attributes.chain(FlowSource::BUILT_IN).chain(variables) {
        let Some(ty) = workspace.flow_source_type(flow, source) else { continue };
        let fits = match wanted {
            Wanted::Any => true,
            Wanted::Type(wanted) => *wanted == ty,
            Wanted::Recipient => ty == Type::Text,
        };
        if fits {
            let label = label(workspace, flow, source);
            offer.items.push(FlowCandidate { source, ty, label });
        } else {
            other_type += 1;
        }
    }
    if other_type > 0 {
        offer.hidden.push((HiddenReason::OtherType, other_type));
    }
    offer
}

/// What a source in a flow is called; its id, where it is not there any more.
pub fn label(workspace: &Workspace, flow: &Flow, source: FlowSource) -> String {
    match source {
        FlowSource::Attribute(id) => {
            let trigger = flow.trigger.and_then(|id| workspace.triggers.get(&id));
            let attribute = trigger.and_then(|trigger| trigger.attribute(id));
            attribute.map_or_else(|| id.to_string(), |attribute| attribute.name.clone())
        }
        FlowSource::Variable(id) => match flow.step(id).map(|step| &step.action) {
            Some(Action::InitializeVariable { variable, .. }) => variable.clone(),
            _ => id.to_string(),
        },
        built_in => built_in.parameter().unwrap_or_default().to_owned(),
    }
}
