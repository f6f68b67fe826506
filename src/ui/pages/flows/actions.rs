//! What steps do, but for conditions: variables, records, messages, requests.

use leptos::prelude::*;

use crate::check::column_of;
use crate::model::flow::{Action, FlowValue, Method};
use crate::model::value::Type;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::IconName;
use crate::ui::pages::flows::at::At;
use crate::ui::pages::flows::value::{Kind, StepValue};
use crate::ui::properties::parts::Labelled;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::{AddButton, IconButton};
use crate::ui::widgets::inputs::{Field, Select, TextInput};
use crate::ui::widgets::type_input::TypeInput;

/// Names with their values.
type Named = Vec<(String, FlowValue)>;

/// Initialises a variable.
#[component]
pub fn Variable(
    /// The step.
    at: At,
) -> impl IntoView {
    let read = move || {
        at.read(|step| match &step.action {
            Action::InitializeVariable { variable, ty, .. } => (variable.clone(), Some(ty.clone())),
            _ => Default::default(),
        })
    };
    let ty = move || read().1.unwrap_or(Type::Text);
    let set_name = move |name: String| {
        at.change(|action| {
            if let Action::InitializeVariable { variable, .. } = action {
                *variable = name;
            }
        });
    };
    let set_type = move |new: Type| {
        at.change(|action| {
            if let Action::InitializeVariable { ty, .. } = action {
                *ty = new;
            }
        });
        at.store.end_gesture();
    };
    view! {
        <div class="step-body">
            <div class="step-pair">
                <Field label=Signal::derive(|| t("variable-name"))>
                    <TextInput value=Signal::derive(move || read().0) on_input=set_name test_id="variable-name"/>
                </Field>
                <Labelled label=Signal::derive(|| t("variable-type"))>
                    <TypeInput
                        value=Signal::derive(ty)
                        on_change=set_type
                        label=Signal::derive(|| t("variable-type"))
                    />
                </Labelled>
            </div>
            <Labelled label=Signal::derive(|| t("value"))>
                <StepValue at place=0 label=Signal::derive(|| t("value")) kind=Signal::derive(move || Kind::Of(ty()))/>
            </Labelled>
        </div>
    }
}

/// Creates a record.
#[component]
pub fn Record(
    /// The step.
    at: At,
) -> impl IntoView {
    let table = move || {
        at.read(|step| match &step.action {
            Action::CreateRecord { table, .. } => table.clone(),
            _ => String::new(),
        })
    };
    let set_table = move |name: String| {
        at.change(|action| {
            if let Action::CreateRecord { table, .. } = action {
                *table = name;
            }
        });
    };
    let kind = move |column: String| {
        let table = table();
        at.with(|w, _| column_of(w, &table, &column).map(|known| known.ty.clone()))
            .map_or(Kind::Line, Kind::Of)
    };
    view! {
        <div class="step-body">
            <Field label=Signal::derive(|| t("table")) help=Signal::derive(|| t("record-table-help"))>
                <TextInput value=Signal::derive(table) on_input=set_table test_id="record-table"/>
            </Field>
            <NamedValues at first=0 name="column" add="add-column" kind=Callback::new(kind)/>
        </div>
    }
}

/// Posts a Teams message.
#[component]
pub fn Message(
    /// The step.
    at: At,
) -> impl IntoView {
    let read = move || {
        at.read(|step| match &step.action {
            Action::PostMessage { team, channel, .. } => (team.clone(), channel.clone()),
            _ => Default::default(),
        })
    };
    let set = move |new_team: Option<String>, new_channel: Option<String>| {
        at.change(|action| {
            if let Action::PostMessage { team, channel, .. } = action {
                new_team.into_iter().for_each(|text| *team = text);
                new_channel.into_iter().for_each(|text| *channel = text);
            }
        });
    };
    view! {
        <div class="step-body">
            <div class="step-pair">
                <Field label=Signal::derive(|| t("teams-team"))>
                    <TextInput
                        value=Signal::derive(move || read().0)
                        on_input=move |text: String| set(Some(text), None)
                        test_id="teams-team"
                    />
                </Field>
                <Field label=Signal::derive(|| t("teams-channel"))>
                    <TextInput
                        value=Signal::derive(move || read().1)
                        on_input=move |text: String| set(None, Some(text))
                        test_id="teams-channel"
                    />
                </Field>
            </div>
            <Labelled label=Signal::derive(|| t("teams-message"))>
                <StepValue at place=0 label=Signal::derive(|| t("teams-message")) kind=Signal::stored(Kind::Lines)/>
            </Labelled>
        </div>
    }
}

/// Sends an HTTP request.
#[component]
pub fn Request(
    /// The step.
    at: At,
) -> impl IntoView {
    let method = move || {
        at.read(|step| match &step.action {
            Action::SendRequest { method, .. } => method.name().to_owned(),
            _ => String::new(),
        })
    };
    let set_method = move |name: String| {
        at.change(|action| {
            if let (Action::SendRequest { method, .. }, Some(new)) =
                (action, Method::from_name(&name))
            {
                *method = new;
            }
        });
        at.store.end_gesture();
    };
    let methods = Method::ALL.map(|one| (one.name().to_owned(), one.name().to_owned())).to_vec();
    let body = Watch::new(move |_| at.read(|step| step.action.values().len().saturating_sub(1)));
    view! {
        <div class="step-body">
            <div class="step-pair step-address">
                <Field label=Signal::derive(|| t("request-method"))>
                    <Select
                        value=Signal::derive(method)
                        options=Signal::stored(methods)
                        on_choose=set_method
                        test_id="request-method"
                    />
                </Field>
                <Labelled label=Signal::derive(|| t("request-address"))>
                    <StepValue at place=0 label=Signal::derive(|| t("request-address")) kind=Signal::stored(Kind::Line)/>
                </Labelled>
            </div>
            <NamedValues at first=1 name="request-header" add="add-header" kind=Callback::new(|_| Kind::Line)/>
            <Labelled label=Signal::derive(|| t("request-body"))>
                {move || {
                    view! {
                        <StepValue at place=body.get() label=Signal::derive(|| t("request-body")) kind=Signal::stored(Kind::Lines)/>
                    }
                        .into_any()
                }}
            </Labelled>
        </div>
    }
}

/// Columns or headers with their values.
#[component]
fn NamedValues(
    at: At,
    /// The place of the first value among those of the step.
    first: usize,
    /// The words for one name, and on the button that adds one.
    name: &'static str,
    add: &'static str,
    /// What kind of value a name has.
    kind: Callback<String, Kind>,
) -> impl IntoView {
    let read = move || {
        at.read(|step| match &step.action {
            Action::CreateRecord { fields, .. } => fields.clone(),
            Action::SendRequest { headers, .. } => headers.clone(),
            _ => Named::new(),
        })
    };
    let change = move |edit: &dyn Fn(&mut Named)| {
        at.change(|action| {
            if let Action::CreateRecord { fields: named, .. }
            | Action::SendRequest { headers: named, .. } = action
            {
                edit(named);
            }
        });
    };
    let count = Watch::new(move |_| read().len());
    let named = move |index: usize| read().get(index).map(|one| one.0.clone()).unwrap_or_default();
    let rename = move |index: usize, new: String| {
        change(&|named| {
            if let Some(one) = named.get_mut(index) {
                one.0.clone_from(&new);
            }
        });
    };
    let remove = move |index: usize| {
        change(&|named| {
            if index < named.len() {
                named.remove(index);
            }
        });
        at.store.end_gesture();
    };
    let row = move |index: usize| {
        let label =
            Signal::derive(move || t_with("value-of-named", [("name", named(index).into())]));
        view! {
            <div class="step-field">
                <TextInput
                    label=Signal::derive(move || t(name))
                    placeholder=Signal::derive(move || t(name))
                    value=Signal::derive(move || named(index))
                    on_input=move |new: String| rename(index, new)
                    test_id="flow-name-of-value"
                />
                <StepValue at place=first + index label kind=Signal::derive(move || kind.run(named(index)))/>
                <IconButton
                    icon=IconName::X
                    label=Signal::derive(move || t_with("delete-named", [("name", named(index).into())]))
                    on_click=move |()| remove(index)
                />
            </div>
        }
        .into_any()
    };
    view! {
        {move || (0..count.get()).map(row).collect_view()}
        <div>
            <AddButton
                label=add
                on_click=move |()| {
                    change(&|named| named.push((String::new(), FlowValue::default())));
                    at.store.end_gesture();
                }
                test_id=add
            />
        </div>
    }
}
