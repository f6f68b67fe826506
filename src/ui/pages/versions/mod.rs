//! The versions of a journey: their history, what is different between two, side by
//! side and setting by setting, and what happens to people inside (rule S7).

mod changes;
mod facts;
mod people;
mod picture;

use std::sync::Arc;

use leptos::prelude::*;

use crate::editor::Page;
use crate::editor::life::can_be_replaced;
use crate::model::diff::{Difference, Fate, diff};
use crate::model::id::JourneyId;
use crate::model::journey::{Journey, JourneyState};
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::life::{Life, LifeStep};
use crate::ui::numbers;
use crate::ui::pages::versions::changes::Changes;
use crate::ui::pages::versions::people::PeopleInside;
use crate::ui::pages::versions::picture::{Picture, Side};
use crate::ui::rows::Rows;
use crate::ui::shell::state::JourneyStateView;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::inputs::{Field, Select};
use crate::ui::words::{journey_name, version_name};

/// The two journeys that are compared.
#[derive(Clone, Copy)]
struct Pair {
    old: RwSignal<Option<JourneyId>>,
    new: RwSignal<Option<JourneyId>>,
}

/// The page of the journey of which this is a version.
#[component]
pub fn VersionsPage(
    /// The version that is looked at.
    id: JourneyId,
) -> impl IntoView {
    let store = Store::get();
    let before = store.peek(|w| {
        let all = w.versions(id);
        let own = all.iter().position(|one| *one == id)?;
        let replaced = w.journeys.get(&id)?.version.replaces;
        replaced.or_else(|| all.get(own.checked_sub(1)?).copied())
    });
    let next = store.peek(|w| w.versions(id).into_iter().find(|one| *one > id));
    let (old, new) = match (before, next) {
        (Some(before), _) => (Some(before), Some(id)),
        (None, next @ Some(_)) => (Some(id), next),
        (None, None) => (None, Some(id)),
    };
    let pair = Pair { old: RwSignal::new(old), new: RwSignal::new(new) };
    let name =
        move || store.read(|w| w.journeys.get(&id).map(|j| j.name.clone())).unwrap_or_default();
    view! {
        <div class="page">
            <div class="page-body versions">
                <header class="page-head">
                    <h1>{move || t_with("versions-title", [("name", name().into())])}</h1>
                    <NewVersion id/>
                </header>
                <History id pair/>
                <Compare pair/>
            </div>
        </div>
    }
}

/// Makes a new version of the one that is live.
#[component]
fn NewVersion(id: JourneyId) -> impl IntoView {
    let (store, life) = (Store::get(), Life::get());
    let live = Watch::new(move |_| {
        store.read(|w| {
            let versions = w.versions(id).into_iter().rev();
            let last = versions.filter_map(|id| w.journeys.get(&id)).next()?;
            can_be_replaced(last.state).then_some(last.id)
        })
    });
    changing(move || {
        let live = live.get()?;
        Some(
            view! {
                <Button
                    label="new-version"
                    class="button button-primary"
                    icon=IconName::Plus
                    test_id="new-version"
                    on_click=move |()| life.ask(store, live, LifeStep::NewVersion)
                />
            }
            .into_any(),
        )
    })
}

/// All versions, the newest first.
#[component]
fn History(id: JourneyId, pair: Pair) -> impl IntoView {
    let store = Store::get();
    let ids = Watch::new(move |_| {
        let mut all = store.read(|w| w.versions(id));
        all.reverse();
        all
    });
    view! {
        <div class="table-frame">
            <table class="table" data-testid="versions">
                <thead>
                    <tr>
                        <th>{move || t("version")}</th>
                        <th>{move || t("state")}</th>
                        <th>{move || t("life-comment")}</th>
                        <th class="right">{move || t("tiles")}</th>
                        <th>
                            <span class="sr-only">{move || t("actions")}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <Rows each=move || ids.get() let:row>
                        <Row id=row pair/>
                    </Rows>
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(id: JourneyId, pair: Pair) -> impl IntoView {
    let store = Store::get();
    let journey = Watch::new(move |_| store.journey(id));
    let read = move |read: fn(&Journey) -> String| {
        journey.get().map(|journey| read(&journey)).unwrap_or_default()
    };
    let state = Signal::derive(move || journey.get().map_or(JourneyState::Draft, |j| j.state));
    let replaces = move || journey.get().and_then(|journey| journey.version.replaces);
    let number = move || journey.get().map_or(1, |journey| journey.version.number);
    let tiles = move || {
        let count = journey.get().map_or(0, |journey| journey.all_tiles().len() + 1);
        numbers::count(count as u64)
    };
    view! {
        <tr>
            <td>
                <Button
                    label=Signal::derive(move || version_name(number()))
                    class="link"
                    on_click=move |()| store.open(Page::Journey(id))
                />
            </td>
            <td>
                <JourneyStateView state/>
            </td>
            <td>{move || read(|journey| journey.version.comment.clone())}</td>
            <td class="right numeric">{move || tiles()}</td>
            <td class="right">
                {changing(move || {
                    let before = replaces()?;
                    Some(
                        view! {
                            <Button
                                label="version-compare"
                                class="button button-small"
                                on_click=move |()| {
                                    pair.old.set(Some(before));
                                    pair.new.set(Some(id));
                                }
                            />
                        }
                            .into_any(),
                    )
                })}
            </td>
        </tr>
    }
}

/// The two journeys, what is different, and what happens to people inside.
#[component]
fn Compare(pair: Pair) -> impl IntoView {
    let store = Store::get();
    let found = Watch::new(move |_| {
        let old = store.journey(pair.old.get()?)?;
        let new = store.journey(pair.new.get()?)?;
        Some(Arc::new(diff(&old, &new)))
    });
    view! {
        <section class="versions-compare" aria-label=move || t("versions-compare")>
            <h2>{move || t("versions-compare")}</h2>
            <div class="versions-pair">
                <Choice label="versions-old" which=pair.old/>
                <Choice label="versions-new" which=pair.new/>
            </div>
            {changing(move || {
                let found = found.get()?;
                Some(view! { <Told found/> }.into_any())
            })}
            {changing(move || {
                let (old, new) = (pair.old.get()?, pair.new.get()?);
                let one = store.read(|w| old < new && w.first_version(old) == w.first_version(new));
                one.then(|| view! { <PeopleInside old new/> }.into_any())
            })}
        </section>
    }
}

#[component]
fn Choice(label: &'static str, which: RwSignal<Option<JourneyId>>) -> impl IntoView {
    let store = Store::get();
    let value = move || which.get().map(|id| id.to_string()).unwrap_or_default();
    let options = move || {
        let mut options = vec![(String::new(), t("versions-choose"))];
        store.read(|w| {
            let name = |one: &Arc<Journey>| (one.id.to_string(), journey_name(w, one));
            options.extend(w.journeys.values().map(name));
        });
        options
    };
    view! {
        <Field label=Signal::derive(move || t(label))>
            <Select
                value=Signal::derive(value)
                options=Signal::derive(options)
                on_choose=move |key: String| which.set(key.parse().ok())
                test_id=label
            />
        </Field>
    }
}

/// The difference: counts, two pictures, and each change.
#[component]
fn Told(found: Arc<Difference>) -> impl IntoView {
    if found.is_empty() {
        return view! {
            <p class="note note-info" data-testid="no-difference">
                <Icon name=IconName::CircleCheck/>
                {move || t("versions-same")}
            </p>
        }
        .into_any();
    }
    let fates = [Fate::Added, Fate::Removed, Fate::Moved, Fate::Changed];
    let counts = fates.map(|fate| (fate, found.count(fate)));
    let chip = |(fate, count): (Fate, usize)| {
        let words = move || {
            let n = numbers::count(count as u64);
            t_with(fate_count(fate), [("count", count.into()), ("n", n.into())])
        };
        view! {
            <li class="fate" data-fate=fate_key(fate)>
                <span class="fate-sign" aria-hidden="true">{fate_sign(fate)}</span>
                {words}
            </li>
        }
        .into_any()
    };
    let chips = counts.into_iter().filter(|(_, count)| *count > 0).map(chip).collect_view();
    view! {
        <ul class="fates" data-testid="fates">{chips}</ul>
        <div class="versions-pair">
            <Picture found=found.clone() side=Side::Old/>
            <Picture found=found.clone() side=Side::New/>
        </div>
        <Changes found/>
    }
    .into_any()
}

/// What styles and tests call it.
fn fate_key(fate: Fate) -> &'static str {
    match fate {
        Fate::Added => "added",
        Fate::Removed => "removed",
        Fate::Moved => "moved",
        Fate::Changed => "changed",
    }
}

/// A sign for it, beside its colour.
fn fate_sign(fate: Fate) -> &'static str {
    match fate {
        Fate::Added => "+",
        Fate::Removed => "−",
        Fate::Moved => "↕",
        Fate::Changed => "~",
    }
}

/// The word for it.
fn fate_word(fate: Fate) -> &'static str {
    match fate {
        Fate::Added => "fate-added",
        Fate::Removed => "fate-removed",
        Fate::Moved => "fate-moved",
        Fate::Changed => "fate-changed",
    }
}

fn fate_count(fate: Fate) -> &'static str {
    match fate {
        Fate::Added => "fate-added-count",
        Fate::Removed => "fate-removed-count",
        Fate::Moved => "fate-moved-count",
        Fate::Changed => "fate-changed-count",
    }
}
