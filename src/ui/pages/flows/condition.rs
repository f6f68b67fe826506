//! A condition in a flow: its rows, and the steps on its two branches.

use leptos::prelude::*;

use crate::check::{Wanted, term};
use crate::editor::rows;
use crate::model::condition::{Comparison, Join, Operands, Operator};
use crate::model::flow::{Action, FlowRow, Side};
use crate::model::predicate::TODAY;
use crate::model::time::Unit;
use crate::model::value::Type;
use crate::ui::changing::changing;
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::pages::flows::at::At;
use crate::ui::pages::flows::step::step_list;
use crate::ui::properties::parts::{Says, Segments};
use crate::ui::properties::value::{MomentInput, NumberInput, ValueInput};
use crate::ui::watch::Watch;
use crate::ui::widgets::button::{AddButton, IconButton};
use crate::ui::widgets::inputs::{Select, TextInput};
use crate::ui::widgets::picker::Picker;

/// The rows and branches of a condition.
#[component]
pub fn Condition(
    /// The step.
    at: At,
) -> impl IntoView {
    let count = Watch::new(move |_| at.read(|step| step.action.rows().len()));
    let join = move || {
        at.read(|step| match step.action {
            Action::Condition { join, .. } => Some(join),
            _ => None,
        })
    };
    let set_join = move |new: Join| {
        at.change(|action| {
            if let Action::Condition { join, .. } = action {
                *join = new;
            }
        });
        at.store.end_gesture();
    };
    let add = move |()| {
        at.change(|action| {
            if let Action::Condition { rows, .. } = action {
                rows.push(At::empty_row());
            }
        });
        at.store.end_gesture();
    };
    view! {
        <div class="step-body">
            {move || {
                (count.get() > 1)
                    .then(|| {
                        view! {
                            <Segments
                                label=Signal::derive(|| t("step-condition"))
                                value=Signal::derive(join)
                                options=vec![
                                    (Join::All, Signal::derive(|| t("join-all")), "all"),
                                    (Join::Any, Signal::derive(|| t("join-any")), "any"),
                                ]
                                on_choose=set_join
                                test_id="flow-join"
                            />
                        }
                            .into_any()
                    })
            }}
            {move || (0..count.get()).map(|index| view! { <Row at index/> }.into_any()).collect_view()}
            <div>
                <AddButton label="add-condition" on_click=add test_id="flow-add-row"/>
            </div>
            <Branch at side=Side::Yes/>
            <Branch at side=Side::No/>
        </div>
    }
}

#[component]
fn Branch(at: At, side: Side) -> impl IntoView {
    let (words, name) = match side {
        Side::Yes => ("branch-yes", "yes"),
        Side::No => ("branch-no", "no"),
    };
    view! {
        <section
            class="step-branch"
            data-side=name
            data-testid=format!("flow-branch-{name}")
            aria-label=move || t(words)
        >
            <h4>{move || t(words)}</h4>
            {step_list(at.store, at.flow, Some((at.step, side)))}
        </section>
    }
}

#[component]
fn Row(at: At, index: usize) -> impl IntoView {
    let read = move || at.read(|step| step.action.rows().get(index).cloned());
    let source = move || read().and_then(|row| row.source);
    let ty = Watch::new(move |_| at.ty(source()?));
    let choose = move |key: String| {
        let Some(chosen) = at.picked(&key) else { return };
        let before = untrack(|| ty.get());
        let Some(after) = untrack(|| at.ty(chosen)) else { return };
        at.change_row(index, |row| {
            as_comparison(row, |row| {
                rows::choose_source(row, ANY, before.as_ref(), &after);
            });
            row.source = Some(chosen);
        });
    };
    let remove = move |()| {
        at.change(|action| {
            if let Action::Condition { rows, .. } = action
                && index < rows.len()
            {
                rows.remove(index);
            }
        });
        at.store.end_gesture();
    };
    let body = changing(move || {
        match ty.get() {
        Some(ty) => view! { <div class="step-row-body"><OperatorSelect at index/> <Values at index ty/></div> }.into_any(),
        None => ().into_any(),
    }
    });
    view! {
        <div class="step-row">
            <div class="step-row-head">
                <Picker
                    label=Signal::derive(|| t("row-source"))
                    placeholder=Signal::derive(|| t("source-choose"))
                    value=Signal::derive(move || source().map(|one| at.label(one)).unwrap_or_default())
                    icon=Signal::derive(move || at.icon(source()?))
                    choices=Signal::derive(move || at.choices(&Wanted::Any))
                    on_choose=choose
                    invalid=at.wrong(at.site(index))
                    test_id="flow-row-source"
                />
                <IconButton icon=IconName::X label="remove-condition" on_click=remove/>
            </div>
            {body}
            <Says site=at.site(index)/>
        </div>
    }
}

/// Stands for what is looked at where only operator and operands matter.
const ANY: crate::model::condition::Source = crate::model::condition::Source::IncomingBinding;

/// Changes the operator and operands of a row by the rules of all conditions.
fn as_comparison(row: &mut FlowRow, change: impl FnOnce(&mut Comparison)) {
    let operands = std::mem::take(&mut row.operands);
    let mut comparison = Comparison { source: Some(ANY), operator: row.operator, operands };
    change(&mut comparison);
    row.operator = comparison.operator;
    row.operands = comparison.operands;
}

#[component]
fn OperatorSelect(at: At, index: usize) -> impl IntoView {
    let row = move || at.read(|step| step.action.rows().get(index).cloned());
    let options = move || {
        let ty = row().and_then(|row| at.ty(row.source?));
        let fitting = ty.map(|ty| Operator::of(&ty)).unwrap_or_default();
        let own = row().map(|row| row.operator).filter(|own| !fitting.contains(own));
        let all = fitting.iter().copied().chain(own);
        all.map(|one| (one.name().to_owned(), t(term::of_operator(one)))).collect()
    };
    let choose = move |name: String| {
        if let Some(operator) = Operator::from_name(&name) {
            at.change_row(index, |row| {
                as_comparison(row, |row| rows::choose_operator(row, operator));
            });
        }
    };
    view! {
        <Select
            label=Signal::derive(|| t("row-operator"))
            value=Signal::derive(move || row().map(|row| row.operator.name().to_owned()).unwrap_or_default())
            options=Signal::derive(options)
            on_choose=choose
            test_id="flow-row-operator"
        />
    }
}

/// As many inputs as the operator takes.
#[component]
fn Values(at: At, index: usize, ty: Type) -> impl IntoView {
    let operator =
        Watch::new(move |_| at.read(|step| Some(step.action.rows().get(index)?.operator)));
    changing(move || {
        let Some(operator) = operator.get() else { return ().into_any() };
        match operator.operands() {
            Operands::Values(1) if operator == Operator::SameDayAndMonth => {
                view! { <Day at index/> }.into_any()
            }
            Operands::Values(count) => (0..count)
                .map(|place| view! { <Value at index place ty=ty.clone()/> }.into_any())
                .collect_view()
                .into_any(),
            Operands::List => view! { <List at index/> }.into_any(),
            Operands::Period => view! { <Period at index/> }.into_any(),
        }
    })
}

#[component]
fn Value(at: At, index: usize, place: usize, ty: Type) -> impl IntoView {
    view! {
        <ValueInput
            label=Signal::derive(|| t("row-value"))
            ty
            value=operand(at, index, place)
            on_input=move |text| set_operand(at, index, place, text)
            invalid=at.wrong(at.site(index))
            test_id="flow-row-value"
        />
    }
}

/// Several texts, with commas between them.
#[component]
fn List(at: At, index: usize) -> impl IntoView {
    let typed = RwSignal::new(None::<String>);
    let joined =
        move || at.read(|step| step.action.rows().get(index).map(|row| row.operands.join(", ")));
    let set = move |text: String| {
        let values = text.split(',').map(str::trim).filter(|one| !one.is_empty());
        let values: Vec<String> = values.map(str::to_owned).collect();
        at.change(|action| {
            if let Action::Condition { rows, .. } = action
                && let Some(row) = rows.get_mut(index)
            {
                row.operands = values;
            }
        });
        typed.set(Some(text));
    };
    view! {
        <TextInput
            label=Signal::derive(|| t("row-value"))
            placeholder=Signal::derive(|| t("flow-list"))
            value=Signal::derive(move || typed.get().or_else(joined).unwrap_or_default())
            on_input=set
            invalid=at.wrong(at.site(index))
            test_id="flow-row-value"
        />
    }
}

#[component]
fn Period(at: At, index: usize) -> impl IntoView {
    let units = || {
        let all = Unit::ALL.into_iter();
        all.map(|unit| (unit.name().to_owned(), t(term::of_unit(unit)))).collect()
    };
    view! {
        <div class="duration">
            <NumberInput
                label=Signal::derive(|| t("row-value"))
                value=operand(at, index, 0)
                on_input=move |text| set_operand(at, index, 0, text)
                invalid=at.wrong(at.site(index))
                test_id="flow-row-value"
            />
            <Select
                label=Signal::derive(|| t("unit"))
                value=operand(at, index, 1)
                options=Signal::derive(units)
                on_choose=move |unit| set_operand(at, index, 1, unit)
            />
        </div>
    }
}

/// The day of the run's clock, or a date.
#[component]
fn Day(at: At, index: usize) -> impl IntoView {
    let is_today = Watch::new(move |_| operand(at, index, 0).get() == TODAY);
    let options = || vec![(TODAY.to_owned(), t("today")), (String::new(), t("row-a-date"))];
    view! {
        <Select
            label=Signal::derive(|| t("row-value"))
            value=Signal::derive(move || if is_today.get() { TODAY } else { "" }.to_owned())
            options=Signal::derive(options)
            on_choose=move |key| set_operand(at, index, 0, key)
        />
        {move || {
            (!is_today.get())
                .then(|| {
                    view! {
                        <MomentInput
                            label=Signal::derive(|| t("row-a-date"))
                            value=operand(at, index, 0)
                            on_input=move |text| set_operand(at, index, 0, text)
                            invalid=at.wrong(at.site(index))
                            day_only=true
                            test_id="flow-row-value"
                        />
                    }
                        .into_any()
                })
        }}
    }
}

fn operand(at: At, index: usize, place: usize) -> Signal<String> {
    Signal::derive(move || {
        at.read(|step| {
            let row = step.action.rows().get(index);
            row.and_then(|row| row.operands.get(place).cloned()).unwrap_or_default()
        })
    })
}

fn set_operand(at: At, index: usize, place: usize, text: String) {
    at.change(|action| {
        if let Action::Condition { rows, .. } = action
            && let Some(operand) = rows.get_mut(index).and_then(|row| row.operands.get_mut(place))
        {
            *operand = text;
        }
    });
}
