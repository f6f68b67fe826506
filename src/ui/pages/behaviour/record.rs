//! One behaviour model: what contacts do, on what occasion, how often, how long
//! after, and with which values.

use leptos::prelude::*;

use crate::check::site::{Holder, Site, Spot, Subject};
use crate::editor::{Command, Page};
use crate::model::behaviour::{Model, ModelOf, Since};
use crate::model::id::ModelId;
use crate::ui::i18n::t;
use crate::ui::icon::{Icon, IconName};
use crate::ui::pages::behaviour::delay::DelayEditor;
use crate::ui::pages::behaviour::values::Values;
use crate::ui::pages::behaviour::{edit, name_of, since_key};
use crate::ui::problems::inline::{InlineProblems, is_wrong};
use crate::ui::store::Store;
use crate::ui::widgets::inputs::{Field, Select};
use crate::ui::widgets::number::NumberField;

/// The editor of one model.
#[component]
pub fn ModelRecord(
    /// Which.
    id: ModelId,
) -> impl IntoView {
    let store = Store::get();
    let name = move || {
        store.read(|w| w.models.get(&id).map(|model| name_of(w, model)).unwrap_or_default())
    };
    view! {
        <div class="record" data-testid="model-record">
            <header class="record-head">
                <h2 class="truncate">{move || name()}</h2>
                <span class="drawer-space"></span>
                <button
                    type="button"
                    class="button button-danger"
                    on:click=move |_| {
                        if store.run(Command::DeleteModel(id)).is_some() {
                            store.open(Page::Behaviour(None));
                        }
                    }
                >
                    <Icon name=IconName::Trash2/>
                    {move || t("delete")}
                </button>
            </header>
            <div class="model-pair">
                <Raises id/>
                <Occasion id/>
            </div>
            <Probability id/>
            <DelayEditor id/>
            <Values id/>
        </div>
    }
}

/// The trigger that it raises.
#[component]
fn Raises(id: ModelId) -> impl IntoView {
    let store = Store::get();
    let value = read(store, id, |model| {
        model.raises().map(|trigger| trigger.to_string()).unwrap_or_default()
    });
    let choose = move |key: String| {
        edit(store, id, |model| {
            let ModelOf::Trigger { trigger, .. } = &mut model.of;
            *trigger = key.parse().unwrap_or(*trigger);
        });
    };
    let site = Subject::Model(id).at(Spot::Trigger(Holder::Own));
    view! {
        <div>
            <Field label=Signal::derive(|| t("model-raises"))>
                <Select value options=triggers(store) on_choose=choose test_id="model-trigger"/>
            </Field>
            <InlineProblems here=move |found: Site| found == site/>
        </div>
    }
}

/// When it is drawn.
#[component]
fn Occasion(id: ModelId) -> impl IntoView {
    let store = Store::get();
    let value = read(store, id, |model| {
        let ModelOf::Trigger { since, .. } = &model.of;
        since_key(*since)
    });
    let options = Signal::derive(move || {
        let mut options = vec![(String::new(), t("model-start"))];
        options.extend(triggers(store).get());
        options
    });
    let choose = move |key: String| {
        edit(store, id, |model| {
            let ModelOf::Trigger { since, .. } = &mut model.of;
            *since = key.parse().map_or(Since::Start, Since::Trigger);
        });
    };
    let site = Subject::Model(id).at(Spot::Since);
    view! {
        <div>
            <Field
                label=Signal::derive(|| t("model-since"))
                help=Signal::derive(|| t("model-since-help"))
            >
                <Select value options on_choose=choose test_id="model-since"/>
            </Field>
            <InlineProblems here=move |found: Site| found == site/>
        </div>
    }
}

#[component]
fn Probability(id: ModelId) -> impl IntoView {
    let store = Store::get();
    let value = read(store, id, |model| model.percent.to_string());
    let set = move |text: String| {
        let Ok(percent) = text.parse() else { return false };
        edit(store, id, |model| model.percent = percent);
        true
    };
    let site = Subject::Model(id).at(Spot::Probability);
    view! {
        <div class="field">
            <span class="field-label" aria-hidden="true">{move || t("model-probability")}</span>
            <div class="with-unit">
                <NumberField
                    label=Signal::derive(|| t("model-probability"))
                    value
                    on_input=set
                    invalid=Signal::derive(move || is_wrong(store, |found| found == site))
                    test_id="model-probability"
                />
                <span class="soft">{move || t("model-percent-of")}</span>
            </div>
            <InlineProblems here=move |found: Site| found == site/>
        </div>
    }
}

/// Something that the model says; tracked.
pub fn read(store: Store, id: ModelId, of: fn(&Model) -> String) -> Signal<String> {
    Signal::derive(move || store.read(|w| w.models.get(&id).map(|m| of(m)).unwrap_or_default()))
}

/// All triggers by key.
fn triggers(store: Store) -> Signal<Vec<(String, String)>> {
    Signal::derive(move || {
        store.read(|w| w.triggers.values().map(|t| (t.id.to_string(), t.name.clone())).collect())
    })
}
