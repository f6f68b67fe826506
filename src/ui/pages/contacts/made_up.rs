//! Contacts that are made up: how many, and what their fields hold.

use leptos::prelude::*;

use crate::check::site::{Spot, Subject};
use crate::editor::Command;
use crate::model::behaviour::{FieldModel, MadeUp};
use crate::model::decimal::Decimal;
use crate::model::distribution::Distribution;
use crate::model::id::FieldId;
use crate::model::value::Type;
use crate::ui::i18n::t;
use crate::ui::icon::ChangingIcon;
use crate::ui::pages::behaviour::distribution::{self, DistributionEditor};
use crate::ui::problems::inline::{InlineProblems, is_wrong};
use crate::ui::rows::Rows;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::inputs::Select;
use crate::ui::widgets::number::NumberField;
use crate::ui::widgets::type_input;

/// The section.
#[component]
pub fn MadeUpContacts() -> impl IntoView {
    let store = Store::get();
    let ids = Watch::new(move |_| store.read(|w| w.fields.keys().copied().collect::<Vec<_>>()));
    view! {
        <section class="record-section" aria-label=move || t("made-up") data-testid="made-up">
            <header class="page-head">
                <div>
                    <h2>{move || t("made-up")}</h2>
                    <p class="soft small">{move || t("made-up-about")}</p>
                </div>
            </header>
            <Count/>
            <Rows each=move || ids.get() let:id>
                <FieldRow id/>
            </Rows>
        </section>
    }
}

/// How many contacts are made up.
#[component]
pub fn Count() -> impl IntoView {
    let store = Store::get();
    let value = move || store.read(|w| w.settings.run.made_up.count.to_string());
    let set = move |text: String| {
        let Ok(count) = text.parse() else { return false };
        change(store, |made_up| made_up.count = count);
        true
    };
    let site = Subject::Workspace.at(Spot::ContactCount);
    view! {
        <div class="field">
            <div class="with-unit">
                <NumberField
                    label=Signal::derive(|| t("made-up-count"))
                    value=Signal::derive(value)
                    on_input=set
                    invalid=Signal::derive(move || is_wrong(store, site))
                    test_id="made-up-count"
                />
                <span class="soft">{move || t("made-up-count")}</span>
            </div>
            <InlineProblems site/>
        </div>
    }
}

#[component]
fn FieldRow(id: FieldId) -> impl IntoView {
    let store = Store::get();
    let field = Watch::new(move |_| {
        store.read(|w| w.fields.get(&id).map(|field| (field.name.clone(), field.ty.clone())))
    });
    let name = Signal::derive(move || field.get().map(|(name, _)| name).unwrap_or_default());
    let ty = Watch::new(move |_| field.get().map_or(Type::Text, |(_, ty)| ty));
    let model =
        Watch::new(move |_| store.read(|w| w.settings.run.made_up.fields.get(&id).cloned()));
    let site = Subject::Workspace.at(Spot::FieldValue(id));
    view! {
        <div class="drawn" role="group" aria-label=move || name.get() data-testid="made-up-field">
            <div class="drawn-name">
                <ChangingIcon name=Signal::derive(move || type_input::icon(&ty.get()))/>
                <span class="truncate" title=move || name.get()>{move || name.get()}</span>
            </div>
            <div class="drawn-value">
                <Way id name ty model/>
                {move || view! { <Drawn id name ty=ty.get() model/> }.into_any()}
                <InlineProblems site/>
            </div>
        </div>
    }
}

/// Nothing, or a distribution by its kind; and how often there is nothing.
#[component]
fn Way(
    id: FieldId,
    name: Signal<String>,
    ty: Watch<Type>,
    model: Watch<Option<FieldModel>>,
) -> impl IntoView {
    let store = Store::get();
    let key = move || {
        model.get().map(|model| distribution::key(&model.value).to_owned()).unwrap_or_default()
    };
    let options = move || {
        let mut options = vec![(String::new(), t("no-value"))];
        options.extend(distribution::options(&ty.get()));
        options
    };
    let choose = move |key: String| {
        let value = distribution::of_key(&key, &ty.get_untracked());
        change(store, |made_up| {
            let empty = made_up.fields.get(&id).map_or(Decimal::default(), |model| model.empty);
            match value {
                Some(value) => made_up.fields.insert(id, FieldModel { empty, value }),
                None => made_up.fields.remove(&id),
            };
        });
    };
    let has = Watch::new(move |_| model.get().is_some());
    view! {
        <div class="parts">
            <Select label=name value=Signal::derive(key) options=Signal::derive(options) on_choose=choose/>
            {move || has.get().then(|| view! { <Empty id model/> }.into_any())}
        </div>
    }
}

#[component]
fn Empty(id: FieldId, model: Watch<Option<FieldModel>>) -> impl IntoView {
    let store = Store::get();
    let value = move || model.get().map(|model| model.empty.to_string()).unwrap_or_default();
    let set = move |text: String| {
        let Ok(empty) = text.parse() else { return false };
        change(store, |made_up| {
            if let Some(model) = made_up.fields.get_mut(&id) {
                model.empty = empty;
            }
        });
        true
    };
    view! {
        <label class="part part-line">
            <span class="soft small">{move || t("made-up-empty")}</span>
            <NumberField
                label=Signal::derive(|| t("made-up-empty"))
                value=Signal::derive(value)
                on_input=set
            />
        </label>
    }
}

#[component]
fn Drawn(
    id: FieldId,
    name: Signal<String>,
    ty: Type,
    model: Watch<Option<FieldModel>>,
) -> impl IntoView {
    let store = Store::get();
    let has = Watch::new(move |_| model.get().is_some());
    let value = Signal::derive(move || {
        model.get().map_or(Distribution::Fixed(String::new()), |model| model.value)
    });
    let set = move |value: Distribution| {
        change(store, |made_up| {
            if let Some(model) = made_up.fields.get_mut(&id) {
                model.value = value;
            }
        });
    };
    let site = Subject::Workspace.at(Spot::FieldValue(id));
    move || {
        let ty = ty.clone();
        has.get().then(|| {
            view! { <DistributionEditor ty value on_change=set label=name site/> }.into_any()
        })
    }
}

/// Sends the run's settings with the contacts as they are after `change`.
fn change(store: Store, change: impl FnOnce(&mut MadeUp)) {
    let mut run = store.peek(|w| w.settings.run.clone());
    change(&mut run.made_up);
    store.run(Command::SetRun(run));
}
