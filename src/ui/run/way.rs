//! The steps of a trace in words, with the values that decided them. Everything is
//! tracked by the language.

use leptos::prelude::*;

use crate::check::term;
use crate::editor::summary;
use crate::engine::report::ExitReason;
use crate::engine::trace::{Instance, Mapped, Origin, Step, Tried, What};
use crate::model::id::{AttributeId, JourneyId, TileId, TriggerId};
use crate::model::journey::{Interaction, Journey};
use crate::model::tree::Slot;
use crate::model::value::Value;
use crate::model::workspace::Workspace;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::run::{figures, flow_way};
use crate::ui::{numbers, words};

/// How tests and styles call a step.
pub fn name(what: &What) -> &'static str {
    match what {
        What::Received { .. } => "received",
        What::Interacted { .. } => "interacted",
        What::Entered { .. } => "entered",
        What::Taken { .. } => "taken",
        What::Refused { .. } => "refused",
        What::Arrived => "arrived",
        What::Branched { .. } => "branched",
        What::NotWaiting { .. } => "not-waiting",
        What::Split { .. } => "split",
        What::Sent { .. } => "sent",
        What::NotSent => "not-sent",
        What::Waiting { .. } => "waiting",
        What::Ignored { .. } => "ignored",
        What::OtherBinding { .. } => "other-binding",
        What::Resolved { .. } => "resolved",
        What::Answered { .. } => "answered",
        What::TimedOut => "timed-out",
        What::Waited => "waited",
        What::Raised { .. } => "raised",
        What::Failed { .. } => "failed",
        What::LoopCut { .. } => "loop-cut",
        What::GoalMet { .. } => "goal-met",
        What::Exited { .. } => "exited",
        What::Completed => "completed",
        What::FlowRan { .. } => "flow-ran",
        What::StillInside => "still-inside",
    }
}

/// The sign of a step.
pub fn icon(what: &What) -> IconName {
    match what {
        What::Received { .. } | What::Raised { .. } => IconName::Zap,
        What::Entered { .. } | What::Taken { .. } => IconName::LogIn,
        What::Refused { .. } => IconName::CircleX,
        What::Arrived => IconName::CircleDot,
        What::Branched { .. } => IconName::Split,
        What::Split { .. } => IconName::Percent,
        What::Sent { .. } | What::Interacted { .. } => IconName::Mail,
        What::Waiting { .. } => IconName::Hourglass,
        What::NotWaiting { until: None } => IconName::TriangleAlert,
        What::NotWaiting { until: Some(_) } => IconName::Check,
        What::Ignored { .. } | What::OtherBinding { .. } => IconName::X,
        What::Resolved { .. } | What::Answered { .. } | What::Waited => IconName::Check,
        What::TimedOut => IconName::Clock,
        What::Failed { .. } | What::NotSent => IconName::TriangleAlert,
        What::LoopCut { .. } => IconName::RotateCw,
        What::GoalMet { .. } => IconName::Target,
        What::Exited { .. } => IconName::DoorOpen,
        What::Completed => IconName::Flag,
        What::FlowRan { .. } => IconName::Workflow,
        What::StillInside => IconName::CircleDot,
    }
}

/// Whether the tile waits for something to come, and not only for time to pass.
fn may_end_early(workspace: &Workspace, step: &Step) -> bool {
    step.place.is_some_and(|place| {
        let journey = workspace.journeys.get(&place.instance.journey);
        let tile = journey.and_then(|journey| journey.tile(place.tile));
        tile.is_some_and(|tile| !tile.kind.waits().is_empty())
    })
}

/// What happened, in one sentence.
pub fn words(workspace: &Workspace, step: &Step, zone: &str) -> String {
    let trigger = |id: &TriggerId| {
        let found = workspace.triggers.get(id);
        found.map_or_else(|| id.to_string(), |trigger| trigger.name.clone())
    };
    let about = |id: &'static str, of: &TriggerId| t_with(id, [("trigger", trigger(of).into())]);
    let branch = |slot: Option<Slot>| {
        let place = step.place.zip(slot);
        let name = place.map(|(place, slot)| figures::branch_name(workspace, place.tile, slot));
        name.unwrap_or_default()
    };
    let interaction = |id: &'static str, message: TileId, kind: Interaction, slot| {
        let message = figures::tile_name(workspace, message);
        let kind = t(term::of_interaction(kind));
        let args = [("message", message.into()), ("interaction", kind.into())];
        t_with(id, args.into_iter().chain([("branch", branch(slot).into())]))
    };
    match &step.what {
        What::Received { trigger, model: None, .. } => about("step-received", trigger),
        What::Received { trigger, .. } => about("step-made", trigger),
        What::Interacted { message, kind } => interaction("step-interacted", *message, *kind, None),
        What::Entered { trigger, .. } => about("step-entered", trigger),
        What::Taken { segment, .. } => {
            let segment = workspace.segments.get(segment).map(|segment| segment.name.clone());
            t_with("step-taken", [("segment", segment.unwrap_or_default().into())])
        }
        What::Refused { journey, reason, .. } => t_with(
            "step-refused",
            [
                ("journey", figures::journey_name(workspace, *journey).into()),
                ("reason", figures::refusal(*reason).into()),
            ],
        ),
        What::Arrived => t("step-arrived"),
        What::Branched { slot, .. } => {
            t_with("step-branched", [("branch", branch(Some(*slot)).into())])
        }
        What::NotWaiting { until: None } => t("step-no-date"),
        What::NotWaiting { until: Some(until) } => {
            t_with("step-not-waiting", [("until", numbers::date_time(*until, zone).into())])
        }
        What::Split { slot, drawn } => t_with(
            "step-split",
            [("branch", branch(Some(*slot)).into()), ("drawn", words::percent(*drawn).into())],
        ),
        What::Sent { to } => t_with("step-sent", [("to", words::value(to, zone).into())]),
        What::NotSent => t("step-not-sent"),
        What::Waiting { until } => {
            let until = [("until", numbers::date_time(*until, zone).into())];
            t_with(
                if may_end_early(workspace, step) { "step-waiting-for" } else { "step-waiting" },
                until,
            )
        }
        What::Ignored { trigger, .. } => about("step-ignored", trigger),
        What::OtherBinding { trigger, .. } => about("step-other-binding", trigger),
        What::Resolved { trigger: id, slot, .. } => t_with(
            "step-resolved",
            [("trigger", trigger(id).into()), ("branch", branch(Some(*slot)).into())],
        ),
        What::Answered { message, kind, slot } => {
            interaction("step-answered", *message, *kind, Some(*slot))
        }
        What::TimedOut => {
            let last = step.place.and_then(|place| {
                let journey = workspace.journeys.get(&place.instance.journey)?;
                journey.tile(place.tile)?.slots().pop()
            });
            t_with("step-timed-out", [("branch", branch(last).into())])
        }
        What::Waited => t("step-waited"),
        What::Raised { trigger, .. } => about("step-raised", trigger),
        What::Failed { trigger, .. } => about("step-failed", trigger),
        What::LoopCut { trigger, .. } => about("step-loop-cut", trigger),
        What::GoalMet { trigger, .. } => about("step-goal-met", trigger),
        What::Exited { reason, .. } => {
            t_with("step-exited", [("reason", figures::exit_reason(workspace, *reason).into())])
        }
        What::Completed => t("step-completed"),
        What::FlowRan { flow, .. } => {
            let flow = workspace.flows.get(flow).map(|flow| flow.name.clone());
            t_with("step-flow-ran", [("flow", flow.unwrap_or_default().into())])
        }
        What::StillInside => t("step-still-inside"),
    }
}

/// The values that decided a step, or that it handed on.
pub fn details(workspace: &Workspace, step: &Step, zone: &str) -> AnyView {
    let teller = Teller { workspace, zone, home: step.place.map(|place| place.instance.journey) };
    match &step.what {
        What::Received { trigger, values, binding, started, .. } => {
            let values = values.iter().map(|(id, value)| {
                teller.value(teller.attribute(*trigger, *id), value.as_ref(), None)
            });
            let values = values.collect_view();
            let binding = teller.binding(binding.as_deref());
            view! { <ul class="way-values">{values} {binding}</ul> {teller.started(started)} }
                .into_any()
        }
        What::Entered { trigger, tried }
        | What::Ignored { trigger, tried, .. }
        | What::Resolved { trigger, tried, .. }
        | What::GoalMet { trigger, tried } => teller.tried(Some(*trigger), tried),
        What::Taken { tried, .. } => teller.tried(None, tried),
        What::Refused { journey, tried: Some(tried), .. } => {
            let teller = Teller { home: Some(*journey), ..teller };
            let entry = workspace.journeys.get(journey).and_then(|found| found.entry.trigger());
            teller.tried(entry, tried)
        }
        What::Exited { reason, tried: Some(tried) } => {
            let incoming = match reason {
                ExitReason::Criterion(trigger) => Some(*trigger),
                ExitReason::Expired | ExitReason::Segment(_) => None,
            };
            teller.tried(incoming, tried)
        }
        What::Branched { tried, .. } => {
            let tile = step.place.map(|place| place.tile);
            let branches = tried.iter().map(|(slot, tried)| {
                let name = tile.map(|tile| figures::branch_name(workspace, tile, *slot));
                view! {
                    <li class="way-branch">
                        <span class="small">{name}</span>
                        {teller.tried(None, tried)}
                    </li>
                }
            });
            view! { <ul class="way-branches">{branches.collect_view()}</ul> }.into_any()
        }
        What::Raised { trigger, values, binding, started } => {
            let values = teller.mapped(*trigger, values);
            let binding = teller.binding(binding.as_deref());
            view! { {values} <ul class="way-values">{binding}</ul> {teller.started(started)} }
                .into_any()
        }
        What::OtherBinding { own, binding, .. } => {
            let came = binding.clone().map(Value::Text);
            let own = Value::Text(own.clone());
            let came = teller.value(t("binding-came"), came.as_ref(), None);
            let own = teller.value(t("binding-own"), Some(&own), None);
            view! { <ul class="way-values">{came} {own}</ul> }.into_any()
        }
        What::Failed { trigger, values } => teller.mapped(*trigger, values),
        What::LoopCut { tiles, .. } => {
            let names = tiles.iter().map(|tile| figures::tile_name(workspace, *tile));
            let names = names.collect::<Vec<_>>().join(" → ");
            view! { <p class="small soft">{names}</p> }.into_any()
        }
        What::FlowRan { flow, steps } => flow_way::steps(workspace, *flow, steps, zone),
        _ => ().into_any(),
    }
}

/// What is needed to put values into words.
#[derive(Clone, Copy)]
struct Teller<'a> {
    workspace: &'a Workspace,
    zone: &'a str,
    /// From which journey sources are seen.
    home: Option<JourneyId>,
}

impl Teller<'_> {
    fn journey(self) -> Option<Journey> {
        self.workspace.journeys.get(&self.home?).map(|journey| Journey::clone(journey))
    }

    fn attribute(self, trigger: TriggerId, id: AttributeId) -> String {
        let trigger = self.workspace.triggers.get(&trigger);
        let attribute = trigger.and_then(|trigger| trigger.attribute(id));
        attribute.map_or_else(|| id.to_string(), |attribute| attribute.name.clone())
    }

    fn shown(self, value: Option<&Value>) -> String {
        value.map_or_else(|| t("value-empty"), |value| words::value(value, self.zone))
    }

    /// `name: value`, and where the value comes from.
    fn value(self, name: String, value: Option<&Value>, from: Option<String>) -> AnyView {
        let empty = value.is_none().to_string();
        let from = from.map(|from| view! { <span class="soft">{from}</span> }.into_any());
        view! {
            <li class="way-value" data-empty=empty>
                <span class="soft">{name}</span>
                <span class="numeric">{self.shown(value)}</span>
                {from}
            </li>
        }
        .into_any()
    }

    /// The `bindingId` of a trigger, if it has one.
    fn binding(self, binding: Option<&str>) -> Option<AnyView> {
        let value = Value::Text(binding?.to_owned());
        Some(self.value(t(term::SOURCE_BINDING), Some(&value), None))
    }

    fn mapped(self, trigger: TriggerId, values: &[Mapped]) -> AnyView {
        let journey = self.journey();
        let values = values.iter().map(|mapped| {
            let from = match (mapped.from, &journey) {
                (Origin::Fixed, _) => Some(t("origin-fixed")),
                (Origin::Unmapped, _) => Some(t("origin-unmapped")),
                (Origin::Path(source), Some(journey)) => {
                    let name = summary::source_name(self.workspace, journey, None, Some(source));
                    let from = words::source_name(&name);
                    Some(t_with("origin-path", [("source", from.into())]))
                }
                (Origin::Path(_), None) => None,
            };
            self.value(self.attribute(trigger, mapped.attribute), mapped.value.as_ref(), from)
        });
        view! { <ul class="way-values">{values.collect_view()}</ul> }.into_any()
    }

    /// The rows of a condition, each with the value that was seen.
    fn tried(self, incoming: Option<TriggerId>, tried: &Tried) -> AnyView {
        let Some(journey) = self.journey() else { return ().into_any() };
        let rows = tried.rows.iter().map(|row| {
            let comparison = &row.comparison;
            let source =
                summary::source_name(self.workspace, &journey, incoming, comparison.source);
            let source = words::source_name(&source);
            let text = words::row(&source, comparison.operator, &comparison.operands);
            let (icon, held) = if row.held {
                (IconName::Check, "row-held")
            } else {
                (IconName::X, "row-not-held")
            };
            view! {
                <li class="way-row" data-held=row.held.to_string()>
                    <Icon name=icon/>
                    <span class="sr-only">{t(held)}</span>
                    <span>{text}</span>
                    <span class="soft">
                        {t_with("row-saw", [("value", self.shown(row.value.as_ref()).into())])}
                    </span>
                </li>
            }
        });
        view! { <ul class="way-rows">{rows.collect_view()}</ul> }.into_any()
    }

    /// The instances that began: the hand-off.
    fn started(self, started: &[Instance]) -> AnyView {
        let lines = started.iter().map(|instance| {
            let args = [
                ("journey", figures::journey_name(self.workspace, instance.journey).into()),
                ("number", numbers::count(instance.number.into()).into()),
            ];
            view! {
                <p class="way-started small" data-testid="trace-started">
                    <Icon name=IconName::ArrowRight/>
                    {t_with("step-started", args)}
                </p>
            }
        });
        lines.collect_view().into_any()
    }
}
