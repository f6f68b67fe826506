//! What a row compares with: as many inputs as the operator takes, of the kind
//! that the source's type asks for.

use leptos::prelude::*;

use crate::check::RowPart;
use crate::model::condition::{Operands as Takes, Operator};
use crate::model::predicate::TODAY;
use crate::model::time::Unit;
use crate::model::value::Type;
use crate::ui::changing::changing;
use crate::ui::i18n::t;
use crate::ui::properties::condition::list::ListInput;
use crate::ui::properties::condition::row::Row;
use crate::ui::properties::value::{MomentInput, NumberInput, ValueInput};
use crate::ui::watch::Watch;
use crate::ui::widgets::inputs::Select;

/// The inputs of a row.
#[component]
pub fn Operands(
    /// The row.
    row: Row,
) -> impl IntoView {
    let kind = Watch::new(move |_| (row.read(|row| Some(row.operator)), row.ty()));
    changing(move || {
        let (Some(operator), ty) = kind.get() else { return ().into_any() };
        // Without a type there is no reading a value; a text shows it as it stands.
        let ty = ty.unwrap_or(Type::Text);
        match (operator.operands(), operator) {
            (Takes::Values(0), _) => ().into_any(),
            (Takes::Values(1), Operator::SameDayAndMonth) => view! { <Day row/> }.into_any(),
            (Takes::Values(1), _) => view! { <Operand row index=0 ty/> }.into_any(),
            (Takes::Values(_), _) => view! { <Range row ty/> }.into_any(),
            (Takes::List, _) => view! { <ListInput row/> }.into_any(),
            (Takes::Period, _) => view! { <Period row/> }.into_any(),
        }
    })
}

/// The value of that place.
#[component]
fn Operand(row: Row, index: usize, ty: Type) -> impl IntoView {
    let test_id = match index {
        0 => row.test_id("value"),
        _ => row.test_id("value-2"),
    };
    view! {
        <ValueInput
            label=Signal::derive(|| t("row-value"))
            ty
            value=operand(row, index)
            on_input=move |text| row.set_operand(index, text)
            invalid=row.wrong(RowPart::Operand(index))
            test_id
        />
    }
}

/// The two ends of "between".
#[component]
fn Range(row: Row, ty: Type) -> impl IntoView {
    view! {
        <div class="condition-range">
            <Operand row index=0 ty=ty.clone()/>
            <span class="soft small">{move || t("and")}</span>
            <Operand row index=1 ty/>
        </div>
    }
}

/// How long "in the last" and "in the next" reach.
#[component]
fn Period(row: Row) -> impl IntoView {
    let units = || {
        let all = Unit::ALL.into_iter();
        all.map(|unit| (unit.name().to_owned(), t(crate::check::term::of_unit(unit)))).collect()
    };
    let set_unit = move |unit: String| {
        row.set_operand(1, unit);
        row.open.store.end_gesture();
    };
    view! {
        <div class="duration">
            <NumberInput
                label=Signal::derive(|| t("row-value"))
                value=operand(row, 0)
                on_input=move |text| row.set_operand(0, text)
                invalid=row.wrong(RowPart::Operand(0))
                test_id=row.test_id("value")
            />
            <Select
                label=Signal::derive(|| t("unit"))
                value=operand(row, 1)
                options=Signal::derive(units)
                on_choose=set_unit
                test_id=row.test_id("unit")
            />
        </div>
    }
}

/// The day that "same day and month" compares with: that of the run's clock, or a date.
#[component]
fn Day(row: Row) -> impl IntoView {
    let is_today = Watch::new(move |_| operand(row, 0).get() == TODAY);
    let options = || vec![(TODAY.to_owned(), t("today")), (String::new(), t("row-a-date"))];
    let choose = move |key: String| {
        row.set_operand(0, key);
        row.open.store.end_gesture();
    };
    view! {
        <div class="condition-range">
            <Select
                label=Signal::derive(|| t("row-value"))
                value=Signal::derive(move || if is_today.get() { TODAY } else { "" }.to_owned())
                options=Signal::derive(options)
                on_choose=choose
                test_id=row.test_id("day")
            />
            {move || {
                (!is_today.get())
                    .then(|| {
                        view! {
                            <MomentInput
                                label=Signal::derive(|| t("row-a-date"))
                                value=operand(row, 0)
                                on_input=move |text| row.set_operand(0, text)
                                invalid=row.wrong(RowPart::Operand(0))
                                day_only=true
                                test_id=row.test_id("value")
                            />
                        }
                            .into_any()
                    })
            }}
        </div>
    }
}

/// The text of that place; tracked.
pub(super) fn operand(row: Row, index: usize) -> Signal<String> {
    Signal::derive(move || row.read(|row| row.operands.get(index).cloned().unwrap_or_default()))
}
