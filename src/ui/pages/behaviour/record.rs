//! One behaviour model: what contacts do, on what occasion, how often, how long
//! after, and with which values.

use leptos::prelude::*;

use crate::check::site::{Holder, Spot, Subject};
use crate::editor::{Command, Page};
use crate::model::audience::Happening;
use crate::model::behaviour::{AttributeModel, Model, ModelOf, Since};
use crate::model::collect;
use crate::model::distribution::Distribution;
use crate::model::id::{AttributeId, ModelId, TriggerId};
use crate::model::sorted::SortedMap;
use crate::model::workspace::Workspace;
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::pages::behaviour::delay::DelayEditor;
use crate::ui::pages::behaviour::values::Values;
use crate::ui::pages::behaviour::{edit, happening, name_of, since_key};
use crate::ui::pages::contacts::events::{happenings, key_of, of_key};
use crate::ui::problems::inline::{InlineProblems, InlineProblemsOf, is_wrong};
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;
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
                <Button
                    label="delete"
                    class="button button-danger"
                    icon=IconName::Trash2
                    on_click=move |()| {
                        if store.run(Command::DeleteModel(id)).is_some() {
                            store.open(Page::Behaviour(None));
                        }
                    }
                />
            </header>
            <div class="model-pair">
                <Does id/>
                <Occasion id/>
            </div>
            <Probability id/>
            <DelayEditor id/>
            <Values id/>
        </div>
    }
}

/// What contacts do: raise a trigger, or something with a message.
#[component]
fn Does(id: ModelId) -> impl IntoView {
    let store = Store::get();
    let value = read(store, id, |model| key_of(&happening(model)));
    let choose = move |key: String| {
        let Some(what) = of_key(&key) else { return };
        let values = |trigger| store.peek(|w| first_values(w, trigger));
        edit(store, id, |model| {
            let since = model.since().map_or(Since::Start, Since::Trigger);
            model.of = match what {
                Happening::Interaction { message, kind } => ModelOf::Interaction { message, kind },
                Happening::Trigger { trigger, .. } => {
                    ModelOf::Trigger { trigger, since, values: values(trigger) }
                }
            };
        });
    };
    let site = |spot| Subject::Model(id).at(spot);
    let sites = [site(Spot::Trigger(Holder::Own)), site(Spot::Interaction(Holder::Own))];
    view! {
        <div>
            <Field label=Signal::derive(|| t("model-does"))>
                <Select
                    value
                    options=Signal::derive(move || store.read(happenings))
                    on_choose=choose
                    test_id="model-does"
                />
            </Field>
            <InlineProblemsOf of=Subject::Model(id) here=move |found| sites.contains(&found)/>
        </div>
    }
}

/// A value of its type for each attribute of a trigger.
fn first_values(workspace: &Workspace, id: TriggerId) -> SortedMap<AttributeId, AttributeModel> {
    let attributes = workspace.triggers.get(&id).map(|trigger| trigger.attributes.as_slice());
    let drawn = |ty| AttributeModel::Drawn(Distribution::of(ty));
    collect::map(attributes.unwrap_or_default().iter().map(|one| (one.id, drawn(&one.ty))))
}

/// When it is drawn.
#[component]
fn Occasion(id: ModelId) -> impl IntoView {
    let store = Store::get();
    let raises = Watch::new(move |_| {
        store.read(|w| w.models.get(&id).is_some_and(|model| model.raises().is_some()))
    });
    let value = read(store, id, |model| match model.of {
        ModelOf::Trigger { since, .. } => since_key(since),
        ModelOf::Interaction { .. } => String::new(),
    });
    let options = Signal::derive(move || {
        if !raises.get() {
            return vec![(String::new(), t("model-sending"))];
        }
        let mut options = vec![(String::new(), t("model-start"))];
        store.read(|w| {
            options.extend(w.triggers.values().map(|t| (t.id.to_string(), t.name.clone())));
        });
        options
    });
    let choose = move |key: String| {
        edit(store, id, |model| {
            if let ModelOf::Trigger { since, .. } = &mut model.of {
                *since = key.parse().map_or(Since::Start, Since::Trigger);
            }
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
            <InlineProblems site/>
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
                    invalid=Signal::derive(move || is_wrong(store, site))
                    test_id="model-probability"
                />
                <span class="soft">{move || t("model-percent-of")}</span>
            </div>
            <InlineProblems site/>
        </div>
    }
}

/// Something that the model says; tracked.
pub fn read(store: Store, id: ModelId, of: fn(&Model) -> String) -> Signal<String> {
    Signal::derive(move || store.read(|w| w.models.get(&id).map(|m| of(m)).unwrap_or_default()))
}
