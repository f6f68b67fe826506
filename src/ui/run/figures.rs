//! Single figures of a report: a number with its share, which shows the contacts
//! behind it when it is pressed.

use leptos::prelude::*;

use crate::check::term;
use crate::engine::find::Visit;
use crate::engine::report::{ExitReason, Refusal};
use crate::model::id::{JourneyId, TileId};
use crate::model::tree::Slot;
use crate::model::workspace::Workspace;
use crate::ui::i18n::{t, t_with};
use crate::ui::run::Runs;
use crate::ui::{numbers, words};

/// A number, with what share of `whole` it is.
#[component]
pub fn Figure(
    /// The number.
    value: u64,
    /// For tests: `result-<kind>-<id>-<figure>`.
    test_id: String,
    /// Of what it is a share.
    #[prop(into, optional)]
    whole: Option<u64>,
    /// The contacts behind it.
    #[prop(into, optional)]
    visit: Option<Visit>,
    /// What it counts, where no column says so.
    #[prop(into, optional)]
    label: Option<String>,
) -> impl IntoView {
    let runs = Runs::get();
    let number = move || numbers::count(value);
    let share = whole.filter(|whole| *whole > 0).map(|whole| {
        view! { <span class="figure-share">{move || numbers::share(value, whole)}</span> }
            .into_any()
    });
    let label = label.map(|label| view! { <span class="figure-label">{label}</span> }.into_any());
    let content = view! {
        {label}
        <span class="figure-value" data-testid=test_id data-value=value.to_string()>
            {number}
        </span>
        {share}
    };
    match visit.filter(|_| value > 0) {
        Some(visit) => view! {
            <button
                type="button"
                class="figure figure-go"
                title=move || t("run-show-contacts")
                on:click=move |_| runs.find(visit)
            >
                {content}
            </button>
        }
        .into_any(),
        None => view! { <span class="figure" data-zero=(value == 0).to_string()>{content}</span> }
            .into_any(),
    }
}

/// Why a journey refuses, in words; tracked.
pub fn refusal(refusal: Refusal) -> String {
    t(match refusal {
        Refusal::NotLive => "refusal-not-live",
        Refusal::TimeWindow => "refusal-time-window",
        Refusal::Condition => "refusal-condition",
        Refusal::Excluded => "refusal-excluded",
        Refusal::Repeat => "refusal-repeat",
        Refusal::Limit => "refusal-limit",
    })
}

/// How tests call a refusal.
pub fn refusal_key(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NotLive => "not-live",
        Refusal::TimeWindow => "time-window",
        Refusal::Condition => "condition",
        Refusal::Excluded => "excluded",
        Refusal::Repeat => "repeat",
        Refusal::Limit => "limit",
    }
}

/// Why an instance was ended, in words; tracked.
pub fn exit_reason(workspace: &Workspace, reason: ExitReason) -> String {
    match reason {
        ExitReason::Expired => t("exit-expired"),
        ExitReason::Segment(id) => {
            let segment = workspace.segments.get(&id).map(|segment| segment.name.clone());
            t_with("exit-segment", [("segment", segment.unwrap_or_default().into())])
        }
        ExitReason::Criterion(id) => {
            let trigger = workspace.triggers.get(&id).map(|trigger| trigger.name.clone());
            t_with("exit-criterion", [("trigger", trigger.unwrap_or_default().into())])
        }
    }
}

/// How tests call the reason of an exit.
pub fn exit_key(reason: ExitReason) -> String {
    match reason {
        ExitReason::Expired => "expired".into(),
        ExitReason::Criterion(id) => id.to_string(),
        ExitReason::Segment(id) => id.to_string(),
    }
}

/// What the contacts did, in words; tracked.
pub fn visit(workspace: &Workspace, visit: Visit) -> String {
    let tile = |id| tile_name(workspace, id);
    let journey = |id: JourneyId| journey_name(workspace, id);
    let (message, place) = match visit {
        Visit::Reached(id) => ("visit-reached", tile(id)),
        Visit::WaitsAt(id) => ("visit-waits", tile(id)),
        Visit::ExitedAt(id) => ("visit-exited", tile(id)),
        Visit::FailedAt(id) => ("visit-failed", tile(id)),
        Visit::SentAt(id) => ("visit-sent", tile(id)),
        Visit::Interacted(id, kind) => {
            ("visit-interacted", format!("{} · {}", tile(id), t(term::of_interaction(kind))))
        }
        Visit::Took(id, slot) => {
            let branch = branch_name(workspace, id, slot);
            ("visit-took", format!("{} › {branch}", tile(id)))
        }
        Visit::Entered(id) => ("visit-entered", journey(id)),
        Visit::Refused(id, why) => ("visit-refused", format!("{} · {}", journey(id), refusal(why))),
        Visit::Inside(id) => ("visit-inside", journey(id)),
        Visit::Completed(id) => ("visit-completed", journey(id)),
        Visit::Exited(id) => ("visit-exited", journey(id)),
        Visit::MetGoal(id) => ("visit-goal", journey(id)),
    };
    t_with(message, [("place", place.into())])
}

/// The name of a journey.
pub fn journey_name(workspace: &Workspace, id: JourneyId) -> String {
    let journey = workspace.journeys.get(&id);
    journey.map_or_else(|| id.to_string(), |journey| words::journey_name(workspace, journey))
}

/// The title of a tile; tracked.
pub fn tile_name(workspace: &Workspace, id: TileId) -> String {
    let journey = workspace
        .journeys
        .values()
        .find(|journey| journey.entry.id == id || journey.tile(id).is_some());
    journey.map_or_else(|| id.to_string(), |journey| words::title_of(workspace, journey, id))
}

/// The name of a branch; tracked.
pub fn branch_name(workspace: &Workspace, id: TileId, slot: Slot) -> String {
    let tile = workspace.journeys.values().find_map(|journey| journey.tile(id));
    tile.map_or_else(|| slot.to_string(), |tile| words::branch(tile, slot))
}
