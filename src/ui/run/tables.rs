//! The tables of a report: journeys, their tiles, triggers, flows. They are plain
//! functions: the closure around them tracks the language.

use std::sync::Arc;

use leptos::prelude::*;

use crate::check::term;
use crate::editor::{Page, Selection};
use crate::engine::find::Visit;
use crate::engine::report::{JourneyCounts, Refusal, Report, TileCounts, TriggerCounts};
use crate::model::id::{FlowId, JourneyId, TileId, TriggerId};
use crate::model::journey::{Journey, Target};
use crate::model::workspace::Workspace;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::run::figures::{self, Figure};
use crate::ui::store::Store;
use crate::ui::widgets::button::Button;
use crate::ui::{numbers, words};

/// A line for each journey.
pub fn journey_table(report: &Report, workspace: &Arc<Workspace>) -> AnyView {
    let rows = report.journeys.iter().map(|(&id, counts)| journey(workspace, id, counts));
    view! {
        <table class="figures">
            <thead>
                <tr>
                    {head("journeys")} {number("figure-entered")} {number("figure-refused")}
                    {number("figure-inside")} {number("figure-completed")}
                    {number("figure-exited")} {number("figure-goal")}
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn journey(workspace: &Arc<Workspace>, id: JourneyId, counts: &JourneyCounts) -> AnyView {
    let store = Store::get();
    let figure = |name: &str| format!("result-journey-{id}-{name}");
    let entered = counts.entered;
    let refused = counts.refused.iter().map(|(&why, &count)| {
        let visit = Visit::Refused(id, why);
        let test_id = format!("result-journey-{id}-refused-{}", figures::refusal_key(why));
        view! { <div><Figure value=count visit label=figures::refusal(why) test_id/></div> }
            .into_any()
    });
    let exited = counts.exited.iter().map(|(&why, &count)| {
        let test_id = format!("result-journey-{id}-exited-{}", figures::exit_key(why));
        let label = figures::exit_reason(workspace, why);
        view! {
            <div><Figure value=count whole=entered visit=Visit::Exited(id) label test_id/></div>
        }
        .into_any()
    });
    let goal = workspace.journeys.get(&id).and_then(|journey| journey.goal.clone());
    let goal = goal.map(|goal| {
        let target = goal.target.map(|target| reached(target, counts));
        view! {
            <Figure
                value=counts.goal_met
                whole=entered
                visit=Visit::MetGoal(id)
                test_id=figure("goal")
            />
            {target}
        }
        .into_any()
    });
    let dormant = counts.refused.contains_key(&Refusal::NotLive) && entered == 0;
    view! {
        <tr data-dormant=dormant.to_string()>
            <th scope="row">
                <Button
                    label=figures::journey_name(workspace, id)
                    class="link"
                    on_click=move |()| store.open(Page::Journey(id))
                />
            </th>
            <td><Figure value=entered visit=Visit::Entered(id) test_id=figure("entered")/></td>
            <td>{or_dash(refused.collect())}</td>
            <td>
                <Figure
                    value=counts.inside
                    whole=entered
                    visit=Visit::Inside(id)
                    test_id=figure("inside")
                />
            </td>
            <td>
                <Figure
                    value=counts.completed
                    whole=entered
                    visit=Visit::Completed(id)
                    test_id=figure("completed")
                />
            </td>
            <td>{or_dash(exited.collect())}</td>
            <td>{or_dash(goal.into_iter().collect())}</td>
        </tr>
    }
    .into_any()
}

/// Whether the target of a goal is reached.
fn reached(target: Target, counts: &JourneyCounts) -> AnyView {
    let (met, entered) = (counts.goal_met, counts.entered);
    let (reached, wanted) = match target {
        Target::Count(wanted) => (met >= u64::from(wanted), numbers::count(wanted.into())),
        Target::Share(wanted) => {
            let share = if entered == 0 { 0.0 } else { 100.0 * met as f64 / entered as f64 };
            (share >= wanted.to_f64(), format!("{}\u{202f}%", numbers::decimal(wanted)))
        }
    };
    let (icon, id) = if reached {
        (IconName::CircleCheck, "goal-reached")
    } else {
        (IconName::Target, "goal-not-reached")
    };
    view! {
        <div class="goal" data-reached=reached.to_string()>
            <Icon name=icon/>
            <span>{t_with(id, [("target", wanted.into())])}</span>
        </div>
    }
    .into_any()
}

/// A line for each tile of a journey, in the order of the canvas.
pub fn tile_table(report: &Report, workspace: &Arc<Workspace>, journey: &Arc<Journey>) -> AnyView {
    let ids = std::iter::once(journey.entry.id)
        .chain(journey.all_tiles().into_iter().map(|tile| tile.id));
    let rows = ids.filter_map(|id| Some(tile_row(workspace, journey, id, report.tiles.get(&id)?)));
    view! {
        <table class="figures">
            <caption>{journey.name.clone()}</caption>
            <thead>
                <tr>
                    {head("figure-tile")} {number("figure-arrived")} {number("figure-waiting")}
                    {number("figure-left")} {number("figure-exited")} {number("figure-failed")}
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn tile_row(
    workspace: &Arc<Workspace>,
    journey: &Arc<Journey>,
    id: TileId,
    counts: &TileCounts,
) -> AnyView {
    let store = Store::get();
    let owner = journey.id;
    let selection = if id == journey.entry.id { Selection::Entry } else { Selection::tile(id) };
    let figure = |name: &str| format!("result-tile-{id}-{name}");
    let arrived = counts.arrived;
    let branches = counts.branches.iter().map(|(&slot, &count)| {
        let label = figures::branch_name(workspace, id, slot);
        let test_id = format!("result-tile-{id}-branch-{slot}");
        view! { <div><Figure value=count whole=arrived visit=Visit::Took(id, slot) label test_id/></div> }.into_any()
    });
    let left = if !counts.interactions.is_empty() {
        message_figures(id, counts)
    } else if counts.branches.is_empty() {
        view! { <Figure value=counts.left test_id=figure("left")/> }.into_any()
    } else {
        branches.collect_view().into_any()
    };
    let exited: u64 = counts.exited.values().sum();
    view! {
        <tr>
            <th scope="row">
                <Button
                    label=words::title_of(workspace, journey, id)
                    class="link"
                    on_click=move |()| store.open_tile(owner, selection.clone())
                />
            </th>
            <td><Figure value=arrived visit=Visit::Reached(id) test_id=figure("arrived")/></td>
            <td>
                <Figure value=counts.waiting visit=Visit::WaitsAt(id) test_id=figure("waiting")/>
            </td>
            <td>{left}</td>
            <td><Figure value=exited visit=Visit::ExitedAt(id) test_id=figure("exited")/></td>
            <td>
                <Figure value=counts.failed visit=Visit::FailedAt(id) test_id=figure("failed")/>
            </td>
        </tr>
    }
    .into_any()
}

/// What happened with the messages of a tile.
fn message_figures(id: TileId, counts: &TileCounts) -> AnyView {
    let sent = counts.sent;
    let interactions = counts.interactions.iter().map(|(&kind, &count)| {
        let test_id = format!("result-tile-{id}-{}", kind.name());
        let (label, visit) = (t(term::of_interaction(kind)), Visit::Interacted(id, kind));
        view! { <div><Figure value=count whole=sent visit label test_id/></div> }.into_any()
    });
    let test_id = format!("result-tile-{id}-sent");
    view! {
        <div><Figure value=sent visit=Visit::SentAt(id) label=t("figure-sent") test_id/></div>
        {interactions.collect_view()}
    }
    .into_any()
}

/// A line for each trigger.
pub fn trigger_table(report: &Report, workspace: &Arc<Workspace>) -> AnyView {
    let rows = report.triggers.iter().map(|(&id, counts)| trigger(workspace, id, counts));
    view! {
        <table class="figures">
            <thead>
                <tr>
                    {head("triggers")} {number("figure-outside")} {number("figure-activated")}
                    {number("figure-failed")}
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn trigger(workspace: &Workspace, id: TriggerId, counts: &TriggerCounts) -> AnyView {
    let store = Store::get();
    let trigger = workspace.triggers.get(&id);
    let name = trigger.map_or_else(|| id.to_string(), |trigger| trigger.name.clone());
    let failed = counts.failed.iter().map(|(&attribute, &count)| {
        let label = trigger.and_then(|trigger| trigger.attribute(attribute));
        let label = label.map_or_else(|| attribute.to_string(), |found| found.name.clone());
        let test_id = format!("result-trigger-{id}-failed-{attribute}");
        view! { <div><Figure value=count label=t_with("failed-without", [("attribute", label.into())]) test_id/></div> }.into_any()
    });
    let figure = |name: &str| format!("result-trigger-{id}-{name}");
    view! {
        <tr>
            <th scope="row">
                <Button
                    label=name
                    class="link"
                    on_click=move |()| store.open(Page::Triggers(Some(id)))
                />
            </th>
            <td><Figure value=counts.outside test_id=figure("outside")/></td>
            <td><Figure value=counts.activated test_id=figure("activated")/></td>
            <td>
                <Figure value=counts.failed_activations test_id=figure("failed")/>
                {failed.collect_view()}
            </td>
        </tr>
    }
    .into_any()
}

/// A line for each flow that reacts.
pub fn flow_table(report: &Report, workspace: &Arc<Workspace>) -> AnyView {
    let store = Store::get();
    let name = |id: FlowId| workspace.flows.get(&id).map(|flow| flow.name.clone());
    let rows = report.flows.iter().map(|(&id, &runs)| {
        view! {
            <tr>
                <th scope="row">
                    <Button
                        label=name(id).unwrap_or_else(|| id.to_string())
                        class="link"
                        on_click=move |()| store.open(Page::Flows(Some(id)))
                    />
                </th>
                <td><Figure value=runs test_id=format!("result-flow-{id}-runs")/></td>
            </tr>
        }
        .into_any()
    });
    view! {
        <table class="figures">
            <thead>
                <tr>{head("flows")} {number("figure-runs")}</tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn head(id: &'static str) -> AnyView {
    view! { <th scope="col">{t(id)}</th> }.into_any()
}

fn number(id: &'static str) -> AnyView {
    view! { <th scope="col" class="figure-head">{t(id)}</th> }.into_any()
}

fn or_dash(views: Vec<AnyView>) -> AnyView {
    if views.is_empty() {
        view! { <span class="soft">"–"</span> }.into_any()
    } else {
        views.collect_view().into_any()
    }
}
