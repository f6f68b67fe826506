//! What happens to people inside when a version takes over, told from two runs: one up
//! to that moment, and one in which the new version takes the entries from then on.

use std::sync::Arc;

use leptos::prelude::*;

use crate::engine::report::Report;
use crate::model::id::{JourneyId, TileId};
use crate::model::time::{Moment, time_zone};
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::numbers;
use crate::ui::run::Runs;
use crate::ui::store::Store;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::inputs::{Field, TextInput};
use crate::ui::words;
use crate::web::simulation::{Reply, Simulator};

/// Asks for the moment, runs, and tells.
#[component]
pub fn PeopleInside(
    /// The version that is replaced.
    old: JourneyId,
    /// The one that takes over.
    new: JourneyId,
) -> impl IntoView {
    let (store, runs) = (Store::get(), Runs::get());
    let at = RwSignal::new(store.peek(|w| {
        let start = w.journeys.get(&new).map(|journey| journey.start.clone()).unwrap_or_default();
        let events = w.events.values().map(|event| event.at.clone());
        if start.is_empty() { events.max().unwrap_or_default() } else { start }
    }));
    let reports = RwSignal::new([None::<Arc<Report>>, None]);
    let failed = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let simulators = StoredValue::new_local(Vec::<Simulator>::new());
    let run = move |()| {
        let worlds = store.peek(|w| {
            let zone = time_zone(&w.journeys.get(&old)?.time_zone)?;
            let at = at.get_untracked().trim().parse::<Moment>().ok()?.start(&zone);
            w.handover(old, new, at)
        });
        let Some(worlds) = worlds else { return failed.set(true) };
        failed.set(false);
        busy.set(true);
        reports.set([None, None]);
        let started = worlds.into_iter().enumerate().map(|(place, world)| {
            let simulator = Simulator::new(move |reply| match reply {
                Reply::Done { report } => {
                    let _ = reports.try_update(|all| all[place] = Some(report));
                    if reports.try_with_untracked(|all| all.iter().all(Option::is_some))
                        == Some(true)
                    {
                        busy.set(false);
                    }
                }
                Reply::Failed(_) => {
                    failed.set(true);
                    busy.set(false);
                }
                _ => {}
            });
            if simulator.send(&runs.message_for(&world)).is_err() {
                failed.set(true);
                busy.set(false);
            }
            simulator
        });
        let started = started.collect();
        simulators.set_value(started);
    };
    let is_wrong = move || at.get().trim().parse::<Moment>().is_err();
    view! {
        <section class="versions-people" data-testid="people-inside">
            <h3>{move || t("people-title")}</h3>
            <p class="soft">{move || t("people-about")}</p>
            <div class="versions-when">
                <Field label=Signal::derive(|| t("people-at"))>
                    <TextInput
                        value=at
                        on_input=move |text| at.set(text)
                        invalid=Signal::derive(is_wrong)
                        placeholder=Signal::stored("2026-12-24T18:00".to_owned())
                        test_id="people-at"
                    />
                </Field>
                <Button
                    label="people-run"
                    test_id="people-run"
                    enabled=Signal::derive(move || !is_wrong() && !busy.get())
                    on_click=run
                />
            </div>
            {move || failed.get().then(|| view! { <p class="note note-error">{t("people-failed")}</p> }.into_any())}
            {changing(move || {
                reports.with(|all| {
                    let [Some(until), Some(over)] = all else { return None };
                    Some(told(store, old, new, until, over))
                })
            })}
        </section>
    }
}

fn told(store: Store, old: JourneyId, new: JourneyId, until: &Report, over: &Report) -> AnyView {
    let of = |report: &Report, id| report.journeys.get(&id).cloned().unwrap_or_default();
    let (before, after, next) = (of(until, old), of(over, old), of(over, new));
    let inside = before.inside;
    let places: Vec<(TileId, u64)> = store.peek(|w| {
        let Some(journey) = w.journeys.get(&old) else { return Vec::new() };
        let tiles = journey.all_tiles().into_iter();
        let waiting = tiles.filter_map(|tile| {
            Some((tile.id, until.tiles.get(&tile.id)?.waiting)).filter(|(_, count)| *count > 0)
        });
        waiting.collect()
    });
    let exited =
        |counts: &crate::engine::report::JourneyCounts| counts.exited.values().sum::<u64>();
    let completed = after.completed - before.completed.min(after.completed);
    let left = exited(&after) - exited(&before).min(exited(&after));
    let say = |id: &'static str, count: u64| {
        let n = usize::try_from(count).unwrap_or(usize::MAX);
        move || t_with(id, [("count", n.into()), ("n", numbers::count(count).into())])
    };
    let row = |(tile, count): (TileId, u64)| {
        let title = move || {
            store.read(|w| {
                let journey = w.journeys.get(&old)?;
                Some(words::title_of(w, journey, tile))
            })
        };
        view! {
            <tr>
                <td>{move || title().unwrap_or_default()}</td>
                <td class="right numeric">{move || numbers::count(count)}</td>
            </tr>
        }
        .into_any()
    };
    let rows = places.into_iter().map(row).collect_view();
    view! {
        <div class="people-told" data-testid="people-told">
            <p class="strong">{say("people-inside", inside)}</p>
            {(inside > 0)
                .then(|| {
                    view! {
                        <div class="table-frame">
                            <table class="table">
                                <thead>
                                    <tr>
                                        <th>{move || t("people-where")}</th>
                                        <th class="right">{move || t("people-count")}</th>
                                    </tr>
                                </thead>
                                <tbody>{rows}</tbody>
                            </table>
                        </div>
                    }
                        .into_any()
                })}
            <ul class="life-list">
                <li>{say("people-complete", completed)}</li>
                <li>{say("people-leave", left)}</li>
                <li>{say("people-stay", after.inside)}</li>
                <li>{say("people-enter-new", next.entered)}</li>
            </ul>
        </div>
    }
    .into_any()
}
