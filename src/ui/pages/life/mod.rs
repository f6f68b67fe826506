//! The dialogs before a step in the life of a journey: what is wrong, what it ends, who
//! is inside.

mod end;
mod publish;

use leptos::prelude::*;

use crate::editor::{Command, JourneyEdit};
use crate::model::id::JourneyId;
use crate::model::journey::JourneyState;
use crate::ui::i18n::{t, t_with};
use crate::ui::life::{Life, LifeStep};
use crate::ui::pages::life::end::{PauseRules, StopEffects, WhoIsInside};
use crate::ui::pages::life::publish::PublishDialog;
use crate::ui::pages::list::run_and_open;
use crate::ui::store::Store;
use crate::ui::widgets::inputs::{Field, TextArea};
use crate::ui::widgets::modal::{Answer, Modal};

/// The dialog for a step of a journey.
#[component]
pub fn LifeDialog(
    /// Which journey.
    id: JourneyId,
    /// What is to be done.
    step: LifeStep,
) -> impl IntoView {
    match step {
        LifeStep::Publish => view! { <PublishDialog id/> }.into_any(),
        LifeStep::NewVersion => view! { <NewVersionDialog id/> }.into_any(),
        LifeStep::Pause => {
            let body = view! {
                <PauseRules/>
                <WhoIsInside id/>
            }
            .into_any();
            plain(id, "life-pause-title", "to-paused", JourneyState::Paused, body)
        }
        LifeStep::Complete => {
            let body = view! {
                <p>{move || t("life-complete-body")}</p>
                <WhoIsInside id/>
                <StopEffects id/>
            }
            .into_any();
            plain(id, "life-complete-title", "to-completing", JourneyState::Completing, body)
        }
        LifeStep::Stop => {
            let body = view! {
                <p>{move || t("stop-body")}</p>
                <WhoIsInside id/>
                <StopEffects id/>
            }
            .into_any();
            plain(id, "stop-title", "stop", JourneyState::Stopped, body)
        }
    }
}

/// A dialog that takes the journey to a state.
fn plain(
    id: JourneyId,
    title: &'static str,
    action: &'static str,
    to: JourneyState,
    body: AnyView,
) -> AnyView {
    let store = Store::get();
    let run = Callback::new(move |()| {
        store.edit_journey(id, JourneyEdit::SetState(to));
    });
    view! {
        <Shell title=Signal::derive(move || t(title)) action=Signal::derive(move || t(action)) run>
            {body}
        </Shell>
    }
    .into_any()
}

/// What all these dialogs have: a title, what it means, and the two ways out.
#[component]
pub fn Shell(
    /// The question.
    #[prop(into)]
    title: Signal<String>,
    /// The words of the button that does it.
    #[prop(into)]
    action: Signal<String>,
    /// Does it; the dialog is closed then.
    #[prop(into)]
    run: Callback<()>,
    /// Whether it can be done.
    #[prop(into, default = Signal::stored(true))]
    enabled: Signal<bool>,
    /// What it means.
    children: Children,
) -> impl IntoView {
    let life = Life::get();
    let close = Callback::new(move |()| life.close());
    view! {
        <Modal label=title class="dialog-life" test_id="life-dialog" close>
            <h2>{move || title.get()}</h2>
            {children()}
            <Answer action enabled test_id="life-confirm" run close/>
        </Modal>
    }
}

/// Asks what will be different, and makes the draft.
#[component]
fn NewVersionDialog(id: JourneyId) -> impl IntoView {
    let store = Store::get();
    let comment = RwSignal::new(String::new());
    let name = store.peek(|w| w.journeys.get(&id).map(|j| j.name.clone()).unwrap_or_default());
    let run = Callback::new(move |()| {
        let command = Command::NewVersion(id, comment.get_untracked().trim().to_owned());
        run_and_open(store, command);
    });
    view! {
        <Shell
            title=Signal::derive(move || t_with("life-new-version-title", [("name", name.clone().into())]))
            action=Signal::derive(|| t("life-new-version-action"))
            run
        >
            <p>{move || t("life-new-version-body")}</p>
            <Field label=Signal::derive(|| t("life-comment"))>
                <TextArea value=comment on_input=move |text| comment.set(text)/>
            </Field>
        </Shell>
    }
}
