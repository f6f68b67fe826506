//! What a run draws: contacts that are made up, behaviour models, and the seed.

use leptos::prelude::*;

use crate::editor::Page;
use crate::model::workspace::{Behaviour, ContactSource, RunSettings};
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::numbers;
use crate::ui::pages::contacts::made_up::Count;
use crate::ui::run::setup::set;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::inputs::Checkbox;
use crate::ui::widgets::number::NumberField;

/// So many contacts are made up when nobody said how many.
const FIRST_COUNT: u32 = 1_000;

/// Takes contacts that are made up. The workspace's own events are about other
/// people; models act instead.
pub fn make_up(settings: &mut RunSettings) {
    settings.contacts = ContactSource::MadeUp;
    if settings.made_up.count == 0 {
        settings.made_up.count = FIRST_COUNT;
    }
    if settings.behaviour == Behaviour::Workspace {
        settings.behaviour = Behaviour::None;
        settings.models = true;
    }
}

/// How many, and the way to what they have.
#[component]
pub fn MadeUpChoice() -> impl IntoView {
    let store = Store::get();
    let chosen =
        Watch::new(move |_| store.read(|w| w.settings.run.contacts == ContactSource::MadeUp));
    let words = move || {
        chosen.get().then(|| {
            view! {
                <Count/>
                <OpenPage words="made-up-open" page=Page::Contacts/>
            }
            .into_any()
        })
    };
    view! { <div class="run-draws">{words}</div> }
}

/// Whether models act, the way to them, and the seed.
#[component]
pub fn ModelsChoice() -> impl IntoView {
    let store = Store::get();
    let words = move || {
        let count = store.read(|w| w.models.len());
        t_with("run-models", [("count", count.into()), ("n", numbers::count(count as u64).into())])
    };
    let seed = move || store.read(|w| w.settings.run.seed.to_string());
    let set_seed = move |text: String| {
        let Ok(seed) = text.parse() else { return false };
        set(store, |settings| settings.seed = seed);
        true
    };
    let draws = Watch::new(move |_| {
        store.read(|w| w.settings.run.models || w.settings.run.contacts == ContactSource::MadeUp)
    });
    view! {
        <div class="run-models" data-testid="run-models">
            <Checkbox
                checked=Signal::derive(move || store.read(|w| w.settings.run.models))
                on_change=move |models| set(store, |settings| settings.models = models)
                label=Signal::derive(words)
            />
            <div class="run-draws">
                <OpenPage words="run-open-models" page=Page::Behaviour(None)/>
                {move || {
                    draws
                        .get()
                        .then(|| {
                            view! {
                                <div class="with-unit">
                                    <NumberField
                                        label=Signal::derive(|| t("run-seed"))
                                        value=Signal::derive(seed)
                                        on_input=set_seed
                                        test_id="run-seed"
                                    />
                                    <span class="soft small" title=t("run-seed-help")>{t("run-seed")}</span>
                                </div>
                            }
                                .into_any()
                        })
                }}
            </div>
        </div>
    }
}

#[component]
fn OpenPage(words: &'static str, page: Page) -> impl IntoView {
    let store = Store::get();
    view! {
        <button type="button" class="link small" on:click=move |_| store.open(page)>
            {move || t(words)}
            <Icon name=IconName::ArrowRight/>
        </button>
    }
}
