//! How long things took, and how many began each day: a line with a bar for each
//! step. They are plain functions: the closure around them tracks the language.

use std::sync::Arc;

use leptos::prelude::*;

use crate::engine::report::Report;
use crate::engine::spread::{STEPS, Spread};
use crate::model::journey::Journey;
use crate::model::time::Instant;
use crate::model::workspace::Workspace;
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::{numbers, words};

/// A bar: what it stands for, and how many.
type Bar = (String, u64);

/// Milliseconds in a day.
const DAY: i64 = 86_400_000;

/// All that a journey has to tell about time, drawn once it is opened; nothing when
/// nobody entered it.
pub fn spreads(
    report: &Arc<Report>,
    workspace: &Arc<Workspace>,
    journey: &Arc<Journey>,
) -> AnyView {
    if report.journeys.get(&journey.id).is_none_or(|counts| counts.entered == 0) {
        return ().into_any();
    }
    let (name, test_id) = (journey.name.clone(), format!("spreads-{}", journey.id));
    let (report, workspace, journey) = (report.clone(), workspace.clone(), journey.clone());
    let open = RwSignal::new(false);
    let all = changing(move || open.get().then(|| all(&report, &workspace, &journey)));
    view! {
        <details
            class="spreads"
            data-testid=test_id
            on:toggle=move |event| open.set(event_target::<web_sys::Element>(&event).has_attribute("open"))
        >
            <summary>{name}</summary>
            {all}
        </details>
    }
    .into_any()
}

fn all(report: &Report, workspace: &Workspace, journey: &Journey) -> AnyView {
    let Some(counts) = report.journeys.get(&journey.id) else { return ().into_any() };
    let days = counts
        .entered_on
        .iter()
        .map(|(day, &count)| (numbers::date(Instant(day.days() * DAY), "UTC"), count));
    let days = bars("days", t("spread-days"), days.collect());
    let goal = of_spread("goal", t("spread-goal"), &counts.goal_after);
    let tiles = journey.all_tiles().into_iter().filter_map(|tile| {
        let stay = &report.tiles.get(&tile.id)?.stay;
        let title = words::title_of(workspace, journey, tile.id);
        let heading = t_with("spread-stay", [("tile", title.into())]);
        Some(of_spread(&format!("stay-{}", tile.id), heading, stay))
    });
    view! {
        <div class="spreads-all">{goal} {tiles.collect_view()} {days}</div>
    }
    .into_any()
}

fn of_spread(name: &str, heading: String, spread: &Spread) -> AnyView {
    let Some(median) = spread.median() else { return ().into_any() };
    let half = t_with("spread-median", [("time", within(median).into())]);
    let rows = spread.counts.iter().map(|(&step, &count)| (within(step), count));
    bars(name, format!("{heading} · {half}"), rows.collect())
}

/// A step in words.
fn within(minutes: u32) -> String {
    let millis = i64::from(minutes) * 60_000;
    match STEPS.into_iter().find(|step| step.millis() == millis) {
        None => t("spread-at-once"),
        Some(step) => t_with("spread-within", [("time", numbers::duration(step).into())]),
    }
}

fn bars(name: &str, heading: String, bars: Vec<Bar>) -> AnyView {
    let most = bars.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
    let rows = bars.into_iter().map(|(label, count)| {
        let width = format!("{:.1}%", 70.0 * count as f64 / most as f64);
        view! {
            <div class="spread-row">
                <dt>{label}</dt>
                <dd>
                    <span class="spread-bar" style:width=width></span>
                    <span class="numeric">{numbers::count(count)}</span>
                </dd>
            </div>
        }
        .into_any()
    });
    view! {
        <section class="spread" data-testid=format!("spread-{name}")>
            <h4>{heading}</h4>
            <dl>{rows.collect_view()}</dl>
        </section>
    }
    .into_any()
}
