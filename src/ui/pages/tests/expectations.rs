//! What a test scenario expects, each green or red with what was seen instead.

use leptos::prelude::*;

use crate::check::site::Spot;
use crate::engine::judge::Seen;
use crate::locale::scenario::Teller;
use crate::model::id::{ScenarioId, TileId};
use crate::model::scenario::Expectation;
use crate::ui::changing::changing;
use crate::ui::i18n::{lang, t, t_with};
use crate::ui::icon::{ChangingIcon, IconName};
use crate::ui::pages::section::DeleteRow;
use crate::ui::pages::tests::form::ExpectationForm;
use crate::ui::pages::tests::record::{edit, problems_at};
use crate::ui::store::Store;
use crate::ui::suite::Suite;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::{Button, IconButton};

/// The section.
#[component]
pub fn Expectations(id: ScenarioId) -> impl IntoView {
    let store = Store::get();
    let all = Watch::new(move |_| {
        let expectations = store.read(|w| w.scenarios.get(&id).map(|q| q.expectations.clone()));
        expectations.unwrap_or_default()
    });
    view! {
        <section class="record-section" aria-label=move || t("expectations")>
            <h3>{move || t("expectations")}</h3>
            {changing(move || {
                let row = |(index, expectation)| view! { <Row id index expectation/> }.into_any();
                let rows: Vec<AnyView> = all.get().into_iter().enumerate().map(row).collect();
                if rows.is_empty() {
                    view! { <p class="soft small">{t("expectations-none")}</p> }.into_any()
                } else {
                    view! { <ul class="expectations">{rows}</ul> }.into_any()
                }
            })}
            {problems_at(id, Spot::Whole)}
            <ExpectationForm id changes=None on_done=Callback::new(|()| ())/>
        </section>
    }
}

/// Whether an expectation is met, while that is known.
#[derive(Debug, Clone, PartialEq)]
enum Mark {
    Open,
    Met,
    Differs(Seen),
}

#[component]
fn Row(id: ScenarioId, index: usize, expectation: Expectation) -> impl IntoView {
    let (store, suite) = (Store::get(), Suite::get());
    let expected = StoredValue::new(expectation);
    let mark = Watch::new(move |_| {
        let Some(outcome) = suite.outcome(id) else { return Mark::Open };
        // What was run may have been another list of expectations.
        let same = outcome.scenario.expectations.get(index);
        let same = expected.with_value(|expected| same == Some(expected));
        match outcome.result.as_ref() {
            Ok(verdict) if same => match verdict.seen.get(index) {
                Some(Some(seen)) => Mark::Differs(seen.clone()),
                Some(None) => Mark::Met,
                None => Mark::Open,
            },
            _ => Mark::Open,
        }
    });
    let tell = move |say: &dyn Fn(Teller<'_>, &Expectation) -> String| {
        let lang = lang();
        store.read(|workspace| {
            let scenario = workspace.scenarios.get(&id)?;
            let teller = Teller { lang, workspace, scenario };
            Some(expected.with_value(|expected| say(teller, expected)))
        })
    };
    let sentence = Signal::derive(move || {
        tell(&|teller, expected| teller.expectation(expected)).unwrap_or_default()
    });
    let key = move || match mark.get() {
        Mark::Open => "open",
        Mark::Met => "passed",
        Mark::Differs(_) => "failed",
    };
    let icon = Signal::derive(move || match mark.get() {
        Mark::Open => IconName::CircleDot,
        Mark::Met => IconName::CircleCheck,
        Mark::Differs(_) => IconName::CircleX,
    });
    let word = move || match mark.get() {
        Mark::Open => t("test-not-run"),
        Mark::Met => t("expectation-met"),
        Mark::Differs(_) => t("expectation-differs"),
    };
    let seen = move || {
        let Mark::Differs(seen) = mark.get() else { return None };
        tell(&|teller, expected| teller.seen(expected, &seen))
    };
    let changing_it = RwSignal::new(false);
    let line = move || {
        view! {
            <div class="expectation-line">
            <div class="expectation-words">
                <p>{sentence}</p>
                {move || seen().map(|words| view! { <p class="expectation-seen small">{words}</p> }.into_any())}
                {move || tile_of(expected, &mark.get()).map(|tile| view! { <TileLink tile/> }.into_any())}
                {problems_at(id, Spot::Expectation(index))}
            </div>
            <IconButton
                icon=IconName::Pencil
                label=Signal::derive(move || t_with("change-this", [("what", sentence.get().into())]))
                tooltip="change-expectation"
                test_id="edit-expectation"
                on_click=move |()| changing_it.set(true)
            />
            </div>
        }
        .into_any()
    };
    let form = move || {
        let changes = Some((index, expected.get_value()));
        let on_done = Callback::new(move |()| {
            // A change that changes something draws the list again.
            let _ = changing_it.try_set(false);
        });
        view! { <ExpectationForm id changes on_done/> }.into_any()
    };
    view! {
        <li class="expectation" data-outcome=move || key() data-testid="expectation">
            <span class="expectation-mark" title=move || word()>
                <ChangingIcon name=icon/>
                <span class="sr-only">{move || word()}</span>
            </span>
            {move || if changing_it.get() { form() } else { line() }}
            <DeleteRow
                name=sentence
                on_delete=move |()| {
                    edit(store, id, |scenario| drop(scenario.expectations.remove(index)));
                }
            />
        </li>
    }
}

/// The tile to look at: where something else was seen, or that is expected.
fn tile_of(expected: StoredValue<Expectation>, mark: &Mark) -> Option<TileId> {
    let seen = match mark {
        Mark::Differs(seen) => seen.tile(),
        Mark::Open | Mark::Met => None,
    };
    seen.or_else(|| expected.with_value(Expectation::tile))
}

/// Opens a tile.
#[component]
fn TileLink(tile: TileId) -> impl IntoView {
    let store = Store::get();
    let journey = Watch::new(move |_| {
        store.read(|w| {
            let mut journeys = w.journeys.values();
            let owner = journeys.find(|j| j.entry.id == tile || j.tile(tile).is_some())?;
            let name = crate::ui::words::title_of(w, owner, tile);
            Some((owner.id, owner.entry.id == tile, format!("{} › {name}", owner.name)))
        })
    });
    changing(move || {
        let (journey, is_entry, name) = journey.get()?;
        let open = move |()| {
            let selection = match is_entry {
                true => crate::editor::Selection::Entry,
                false => crate::editor::Selection::tile(tile),
            };
            store.open_tile(journey, selection);
        };
        let label = t_with("open-tile", [("tile", name.clone().into())]);
        Some(
            view! {
                <Button label=name class="link small" tooltip=label test_id="expectation-tile" on_click=open/>
            }
            .into_any(),
        )
    })
}
