//! The steps of a flow, or of a branch of a condition, and the card of each.

use leptos::prelude::*;

use crate::editor::Command;
use crate::model::condition::Join;
use crate::model::flow::{Action, FlowSource, FlowValue, Method, Side, StepPlace};
use crate::model::id::{FlowId, StepId};
use crate::model::value::Type;
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::pages::flows::actions::{Message, Record, Request, Variable};
use crate::ui::pages::flows::at::At;
use crate::ui::pages::flows::condition::Condition;
use crate::ui::properties::parts::Says;
use crate::ui::rows::Rows;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::inputs::TextInput;

/// What a step can be, in the order in which it is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Variable,
    Record,
    Message,
    Request,
    Condition,
}

impl Kind {
    const ALL: [Self; 5] =
        [Self::Variable, Self::Record, Self::Message, Self::Request, Self::Condition];

    fn of(action: &Action) -> Self {
        match action {
            Action::InitializeVariable { .. } => Self::Variable,
            Action::CreateRecord { .. } => Self::Record,
            Action::PostMessage { .. } => Self::Message,
            Action::SendRequest { .. } => Self::Request,
            Action::Condition { .. } => Self::Condition,
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Variable => "step-variable",
            Self::Record => "step-record",
            Self::Message => "step-message",
            Self::Request => "step-request",
            Self::Condition => "step-condition",
        }
    }

    const fn icon(self) -> IconName {
        match self {
            Self::Variable => IconName::Variable,
            Self::Record => IconName::PhoneCall,
            Self::Message => IconName::MessageSquare,
            Self::Request => IconName::Upload,
            Self::Condition => IconName::Split,
        }
    }

    const fn test_id(self) -> &'static str {
        match self {
            Self::Variable => "add-variable",
            Self::Record => "add-record",
            Self::Message => "add-message",
            Self::Request => "add-request",
            Self::Condition => "add-condition",
        }
    }

    /// What a new step of the kind does.
    fn action(self) -> Action {
        let empty = FlowValue::default;
        match self {
            Self::Variable => Action::InitializeVariable {
                variable: untrack(|| t("new-variable-name")),
                ty: Type::Text,
                value: FlowSource::ProfileId.into(),
            },
            Self::Record => Action::CreateRecord {
                table: "phonecall".into(),
                fields: vec![("subject".to_owned(), empty())],
            },
            Self::Message => Action::PostMessage {
                team: String::new(),
                channel: String::new(),
                message: empty(),
            },
            Self::Request => Action::SendRequest {
                method: Method::default(),
                uri: empty(),
                headers: Vec::new(),
                body: empty(),
            },
            Self::Condition => Action::Condition {
                join: Join::All,
                rows: vec![At::empty_row()],
                yes: Vec::new(),
                no: Vec::new(),
            },
        }
    }
}

/// The steps of a branch, or of the flow itself, and the buttons that add one.
///
/// It is a function and no component: conditions hold lists of steps, and a view
/// cannot hold its own type.
pub fn step_list(store: Store, flow: FlowId, branch: Option<(StepId, Side)>) -> AnyView {
    let ids = Watch::new(move |_| {
        store.read(|w| {
            let steps = w.flows.get(&flow).and_then(|flow| flow.list(branch));
            steps.into_iter().flatten().map(|step| step.id).collect::<Vec<_>>()
        })
    });
    // A variable on a branch is an error in Power Automate: it is not offered there.
    let kinds =
        Kind::ALL.into_iter().filter(move |kind| branch.is_none() || *kind != Kind::Variable);
    let add = move |kind: Kind| {
        let index = store
            .peek(|w| w.flows.get(&flow).and_then(|flow| flow.list(branch)).map_or(0, Vec::len));
        let place = StepPlace { branch, index };
        store.run(Command::AddStep(flow, place, String::new(), kind.action()));
    };
    view! {
        <ol class="steps">
            <Rows each=move || ids.get() let:step>
                <StepCard at=At { store, flow, step }/>
            </Rows>
        </ol>
        <div class="button-row">
            {kinds
                .map(|kind| {
                    view! {
                        <Button
                            label=kind.words()
                            class="button button-small"
                            icon=kind.icon()
                            test_id=kind.test_id()
                            on_click=move |()| add(kind)
                        />
                    }
                        .into_any()
                })
                .collect_view()}
        </div>
    }
    .into_any()
}

/// The card of a step.
#[component]
fn StepCard(at: At) -> impl IntoView {
    let kind = Watch::new(move |_| at.read(|step| Some(Kind::of(&step.action))));
    let words = move || kind.get().map(|kind| t(kind.words())).unwrap_or_default();
    let title = move || {
        let name = at.read(|step| step.name.clone());
        if name.trim().is_empty() { words() } else { name }
    };
    let body = changing(move || match kind.get() {
        Some(Kind::Variable) => view! { <Variable at/> }.into_any(),
        Some(Kind::Record) => view! { <Record at/> }.into_any(),
        Some(Kind::Message) => view! { <Message at/> }.into_any(),
        Some(Kind::Request) => view! { <Request at/> }.into_any(),
        Some(Kind::Condition) => view! { <Condition at/> }.into_any(),
        None => ().into_any(),
    });
    view! {
        <li class="step" data-testid="step" aria-label=move || title()>
            <header class="step-head">
                {move || kind.get().map(|kind| view! { <Icon name=kind.icon()/> }.into_any())}
                <div class="step-name">
                    <TextInput
                        label=Signal::derive(|| t("step-name"))
                        placeholder=Signal::derive(words)
                        value=Signal::derive(move || at.read(|step| step.name.clone()))
                        on_input=move |name: String| at.change_step(|step| step.name = name)
                    />
                </div>
                <Buttons at title=Signal::derive(title)/>
            </header>
            <Says site=at.itself()/>
            {body}
        </li>
    }
}

/// What can be done with a step: moved, copied, deleted.
#[component]
fn Buttons(at: At, title: Signal<String>) -> impl IntoView {
    let named =
        move |id: &'static str| Signal::derive(move || t_with(id, [("name", title.get().into())]));
    let place = move |up: bool| {
        at.with(|_, flow| if up { flow.place_above(at.step) } else { flow.place_below(at.step) })
    };
    let go = move |up: bool| {
        if let Some(place) = untrack(|| place(up)) {
            at.store.run(Command::MoveStep(at.flow, at.step, place));
        }
    };
    view! {
        <IconButton
            icon=IconName::ChevronUp
            label=named("step-up")
            on_click=move |()| go(true)
            enabled=Signal::derive(move || place(true).is_some())
            test_id="step-up"
        />
        <IconButton
            icon=IconName::ChevronDown
            label=named("step-down")
            on_click=move |()| go(false)
            enabled=Signal::derive(move || place(false).is_some())
            test_id="step-down"
        />
        <IconButton
            icon=IconName::Copy
            label=named("duplicate-named")
            on_click=move |()| drop(at.store.run(Command::DuplicateStep(at.flow, at.step)))
            test_id="step-duplicate"
        />
        <IconButton
            icon=IconName::Trash2
            label=named("delete-named")
            on_click=move |()| drop(at.store.run(Command::DeleteStep(at.flow, at.step)))
            test_id="step-delete"
        />
    }
}
