//! A value in a flow: text into which fields can be put, or, where a number, a date or
//! the like is wanted, one value of that type.

use leptos::prelude::*;

use crate::check::Wanted;
use crate::model::flow::FlowValue;
use crate::model::value::Type;
use crate::ui::changing::changing;
use crate::ui::i18n::t;
use crate::ui::pages::flows::at::At;
use crate::ui::pages::flows::mixed::MixedInput;
use crate::ui::properties::parts::{Says, Segments};
use crate::ui::properties::value::ValueInput;
use crate::ui::watch::Watch;
use crate::ui::widgets::picker::Picker;

/// What kind of value is wanted.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// A text of one line, or more; anything can be put into it.
    Line,
    /// As a line, with room for more.
    Lines,
    /// A value of that type (rule M2).
    Of(Type),
}

/// The value of that place in a step, with what is wrong with it.
#[component]
pub fn StepValue(
    /// The step.
    at: At,
    /// Which value.
    place: usize,
    /// What it is called.
    #[prop(into)]
    label: Signal<String>,
    /// What is wanted.
    #[prop(into)]
    kind: Signal<Kind>,
) -> impl IntoView {
    let kind = Watch::new(move |_| kind.get());
    let input = changing(move || match kind.get() {
        Kind::Line => {
            view! { <MixedInput at place label wanted=Wanted::Any lines=false/> }.into_any()
        }
        Kind::Lines => {
            view! { <MixedInput at place label wanted=Wanted::Any lines=true/> }.into_any()
        }
        Kind::Of(Type::Text) => {
            view! { <MixedInput at place label wanted=Wanted::Type(Type::Text) lines=false/> }
                .into_any()
        }
        Kind::Of(ty) => view! { <Typed at place label ty/> }.into_any(),
    });
    view! {
        <div class="step-value">
            {input}
            <Says site=at.site(place)/>
        </div>
    }
}

/// A fixed value of the type, or a field of it.
#[component]
fn Typed(at: At, place: usize, label: Signal<String>, ty: Type) -> impl IntoView {
    let chosen = RwSignal::new(None::<bool>);
    let is_fixed =
        Watch::new(move |_| chosen.get().unwrap_or_else(|| at.value(place).as_fixed().is_some()));
    let choose_way = move |fixed: bool| chosen.set(Some(fixed));
    let input = changing(move || {
        match is_fixed.get() {
        true => view! {
            <ValueInput
                label
                ty=ty.clone()
                value=Signal::derive(move || at.value(place).as_fixed().unwrap_or_default().to_owned())
                on_input=move |text: String| at.set_value(place, FlowValue::fixed(text))
                invalid=at.wrong(at.site(place))
                test_id="flow-fixed"
            />
        }
        .into_any(),
        false => view! { <Field at place label ty=ty.clone()/> }.into_any(),
    }
    });
    view! {
        <Segments
            label=Signal::derive(|| t("mapping-way"))
            value=Signal::derive(move || Some(is_fixed.get()))
            options=vec![
                (true, Signal::derive(|| t("mapping-way-value")), "fixed"),
                (false, Signal::derive(|| t("flow-field")), "field"),
            ]
            on_choose=choose_way
            test_id="flow-way"
        />
        {input}
    }
}

/// A choice among the fields of the type.
#[component]
fn Field(at: At, place: usize, label: Signal<String>, ty: Type) -> impl IntoView {
    let wanted = StoredValue::new(Wanted::Type(ty));
    let source = move || at.value(place).as_picked();
    let choose = move |key: String| {
        if let Some(source) = at.picked(&key) {
            at.set_value(place, source.into());
            at.store.end_gesture();
        }
    };
    view! {
        <Picker
            label
            placeholder=Signal::derive(|| t("source-choose"))
            value=Signal::derive(move || source().map(|one| at.label(one)).unwrap_or_default())
            icon=Signal::derive(move || at.icon(source()?))
            choices=Signal::derive(move || wanted.with_value(|wanted| at.choices(wanted)))
            foot=Signal::derive(move || wanted.with_value(|wanted| at.hidden(wanted)))
            on_choose=choose
            invalid=at.wrong(at.site(place))
            test_id="flow-field"
        />
    }
}
