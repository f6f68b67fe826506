//! The values of the attributes of the trigger that a model raises.

use leptos::prelude::*;

use crate::check::site::{Spot, Subject};
use crate::model::behaviour::AttributeModel;
use crate::model::distribution::Distribution;
use crate::model::id::ModelId;
use crate::model::trigger::Attribute;
use crate::model::value::Type;
use crate::ui::changing::changing;
use crate::ui::i18n::t;
use crate::ui::icon::Icon;
use crate::ui::pages::behaviour::distribution::{self, DistributionEditor};
use crate::ui::pages::behaviour::edit;
use crate::ui::problems::inline::InlineProblems;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::inputs::Select;
use crate::ui::widgets::type_input;

/// A row for each attribute.
#[component]
pub fn Values(
    /// The model.
    id: ModelId,
) -> impl IntoView {
    let store = Store::get();
    let attributes = Watch::new(move |_| {
        store.read(|w| {
            let trigger = w.models.get(&id).and_then(|model| model.raises());
            let trigger = trigger.and_then(|trigger| w.triggers.get(&trigger));
            trigger.map(|trigger| trigger.attributes.clone()).unwrap_or_default()
        })
    });
    let raises = Watch::new(move |_| {
        store.read(|w| w.models.get(&id).is_some_and(|model| model.raises().is_some()))
    });
    let rows = move || {
        let attributes = attributes.get();
        if attributes.is_empty() {
            return view! { <p class="soft small">{t("model-no-attributes")}</p> }.into_any();
        }
        let values = attributes.into_iter();
        values.map(|attribute| view! { <Value id attribute/> }.into_any()).collect_view().into_any()
    };
    changing(move || {
        raises.get().then(|| {
            view! {
                <section class="record-section" aria-label=move || t("model-values")>
                    <header class="record-section-head">
                        <h3>{move || t("model-values")}</h3>
                    </header>
                    {rows}
                </section>
            }
            .into_any()
        })
    })
}

#[component]
fn Value(id: ModelId, attribute: Attribute) -> impl IntoView {
    let store = Store::get();
    let Attribute { id: attribute, name, ty } = attribute;
    let value =
        Watch::new(move |_| store.read(|w| w.models.get(&id)?.values()?.get(&attribute).cloned()));
    let set = Callback::new(move |value: Option<AttributeModel>| {
        edit(store, id, |model| {
            let Some(values) = model.values_mut() else { return };
            match value {
                Some(value) => values.insert(attribute, value),
                None => values.remove(&attribute),
            };
        });
    });
    let site = Subject::Model(id).at(Spot::AttributeValue(attribute));
    let label = StoredValue::new(name.clone());
    let drawn_ty = ty.clone();
    let is_drawn = Watch::new(move |_| matches!(value.get(), Some(AttributeModel::Drawn(_))));
    let drawn = Signal::derive(move || match value.get() {
        Some(AttributeModel::Drawn(distribution)) => distribution,
        _ => Distribution::Fixed(String::new()),
    });
    view! {
        <div class="drawn" role="group" aria-label=name.clone() data-testid="model-value">
            <div class="drawn-name">
                <Icon name=type_input::icon(&ty)/>
                <span class="truncate" title=name.clone()>{name.clone()}</span>
            </div>
            <div class="drawn-value">
                <Way ty value set label=Signal::derive(move || label.get_value())/>
                {move || {
                    let ty = drawn_ty.clone();
                    is_drawn.get().then(|| {
                        view! {
                            <DistributionEditor
                                ty
                                value=drawn
                                on_change=move |distribution| set.run(Some(AttributeModel::Drawn(distribution)))
                                label=Signal::derive(move || label.get_value())
                                site
                            />
                        }
                            .into_any()
                    })
                }}
                <InlineProblems site/>
            </div>
        </div>
    }
}

/// Nothing, one of the contact's fields, or a distribution by its kind.
#[component]
fn Way(
    ty: Type,
    value: Watch<Option<AttributeModel>>,
    set: Callback<Option<AttributeModel>>,
    label: Signal<String>,
) -> impl IntoView {
    let store = Store::get();
    let key = move || match value.get() {
        None => String::new(),
        Some(AttributeModel::Contact(field)) => field.to_string(),
        Some(AttributeModel::Drawn(distribution)) => distribution::key(&distribution).to_owned(),
    };
    let options_ty = ty.clone();
    let options = move || {
        let mut options = vec![(String::new(), t("no-value"))];
        options.extend(distribution::options(&options_ty));
        store.read(|w| {
            let fields = w.fields.values().filter(|field| field.ty == options_ty);
            options.extend(fields.map(|field| {
                let words = crate::ui::i18n::t_with(
                    "model-of-contact",
                    [("field", field.name.clone().into())],
                );
                (field.id.to_string(), words)
            }));
        });
        options
    };
    let choose = move |key: String| {
        set.run(match key.parse() {
            Ok(field) => Some(AttributeModel::Contact(field)),
            Err(_) => distribution::of_key(&key, &ty).map(AttributeModel::Drawn),
        });
    };
    view! { <Select label value=Signal::derive(key) options=Signal::derive(options) on_choose=choose/> }
}
