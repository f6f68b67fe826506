//! One step of a flow, to be read and changed.

use leptos::prelude::*;

use crate::check::{Site, Spot, Subject, Wanted, flow_label, offer_in_flow};
use crate::editor::{Command, rows};
use crate::model::flow::{Action, Flow, FlowSource, FlowValue, Step};
use crate::model::id::{FlowId, StepId};
use crate::model::value::Type;
use crate::model::workspace::Workspace;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::IconName;
use crate::ui::numbers;
use crate::ui::problems::inline::is_wrong;
use crate::ui::properties::parts::type_icon;
use crate::ui::store::Store;
use crate::ui::widgets::picker::Choice;
use crate::ui::words;

/// A step. Copied freely; it is a handle.
#[derive(Clone, Copy)]
pub struct At {
    /// The store.
    pub store: Store,
    /// The flow.
    pub flow: FlowId,
    /// The step.
    pub step: StepId,
}

impl At {
    /// Reads the step; tracked. What has a default is that where the step is gone.
    pub fn read<T: Default>(self, read: impl FnOnce(&Step) -> T) -> T {
        self.store.read(|workspace| {
            let flow = workspace.flows.get(&self.flow);
            flow.and_then(|flow| flow.step(self.step)).map(read).unwrap_or_default()
        })
    }

    /// As [`read`](Self::read), with the flow and the workspace around it.
    pub fn with<T: Default>(self, read: impl FnOnce(&Workspace, &Flow) -> T) -> T {
        self.store.read(|workspace| {
            workspace.flows.get(&self.flow).map(|flow| read(workspace, flow)).unwrap_or_default()
        })
    }

    /// Changes the step.
    pub fn change_step(self, change: impl FnOnce(&mut Step)) {
        self.store.change(self.flow, Command::SetFlow, |flow: &mut Flow| {
            if let Some(step) = flow.step_mut(self.step) {
                change(step);
            }
        });
    }

    /// Changes what the step does.
    pub fn change(self, change: impl FnOnce(&mut Action)) {
        self.change_step(|step| change(&mut step.action));
    }

    /// The value of that place; tracked.
    pub fn value(self, place: usize) -> FlowValue {
        self.read(|step| {
            step.action.values().get(place).map(|value| (*value).clone()).unwrap_or_default()
        })
    }

    /// Sets the value of that place.
    pub fn set_value(self, place: usize, new: FlowValue) {
        self.change(|action| {
            if let Some(value) = action.values_mut().into_iter().nth(place) {
                *value = new;
            }
        });
    }

    /// Where findings about a value or row are.
    pub fn site(self, place: usize) -> Site {
        Subject::Flow(self.flow).at(Spot::Step(self.step, place))
    }

    /// Where findings about the step itself are.
    pub fn itself(self) -> Site {
        Subject::Flow(self.flow).at(Spot::StepItself(self.step))
    }

    /// Whether something is wrong there; tracked.
    pub fn wrong(self, site: Site) -> Signal<bool> {
        Signal::derive(move || is_wrong(self.store, site))
    }

    /// What can be picked, group by group; tracked.
    pub fn choices(self, wanted: &Wanted) -> Vec<Choice> {
        self.with(|workspace, flow| {
            let offered = offer_in_flow(workspace, flow, self.step, wanted).items.into_iter();
            let choice = |found: crate::check::FlowCandidate| Choice {
                key: key(found.source),
                label: found.label,
                detail: words::type_name(workspace, &found.ty),
                group: group(workspace, flow, found.source),
                icon: Some(type_icon(&found.ty)),
            };
            offered.map(choice).collect()
        })
    }

    /// How much is not offered, and why; tracked.
    pub fn hidden(self, wanted: &Wanted) -> String {
        let hidden = self.with(|w, flow| offer_in_flow(w, flow, self.step, wanted).hidden);
        let count = hidden.iter().map(|(_, count)| count).sum::<usize>();
        if count == 0 {
            return String::new();
        }
        let n = numbers::count(count as u64);
        t_with("source-hidden-type", [("count", count.into()), ("n", n.into())])
    }

    /// What is chosen by that key.
    pub fn picked(self, chosen: &str) -> Option<FlowSource> {
        untrack(|| {
            self.with(|workspace, flow| {
                let all = offer_in_flow(workspace, flow, self.step, &Wanted::Any).items;
                all.into_iter().map(|found| found.source).find(|source| key(*source) == chosen)
            })
        })
    }

    /// What something that is picked is called; tracked.
    pub fn label(self, source: FlowSource) -> String {
        self.with(|workspace, flow| flow_label(workspace, flow, source))
    }

    /// The icon and the name of the type of something that is picked; tracked.
    pub fn icon(self, source: FlowSource) -> Option<IconName> {
        self.ty(source).map(|ty| type_icon(&ty))
    }

    /// The type of something that is picked; tracked.
    pub fn ty(self, source: FlowSource) -> Option<Type> {
        self.with(|workspace, flow| workspace.flow_source_type(flow, source))
    }

    /// Changes a row of the condition, by the rules for rows of all conditions.
    pub fn change_row(self, index: usize, change: impl FnOnce(&mut crate::model::flow::FlowRow)) {
        self.change(|action| {
            if let Action::Condition { rows, .. } = action
                && let Some(row) = rows.get_mut(index)
            {
                change(row);
            }
        });
        self.store.end_gesture();
    }

    /// An empty row.
    pub fn empty_row() -> crate::model::flow::FlowRow {
        let empty = rows::empty_row();
        crate::model::flow::FlowRow {
            source: None,
            operator: empty.operator,
            operands: empty.operands,
        }
    }
}

fn key(source: FlowSource) -> String {
    match source {
        FlowSource::Attribute(id) => id.to_string(),
        FlowSource::Variable(id) => id.to_string(),
        built_in => built_in.parameter().unwrap_or_default().to_owned(),
    }
}

fn group(workspace: &Workspace, flow: &Flow, source: FlowSource) -> String {
    match source {
        FlowSource::Attribute(_) => {
            let trigger = flow.trigger.and_then(|id| workspace.triggers.get(&id));
            trigger.map(|trigger| trigger.name.clone()).unwrap_or_default()
        }
        FlowSource::Variable(_) => t("flow-variables"),
        _ => t("flow-built-in"),
    }
}
