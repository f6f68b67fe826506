//! One trigger: its names, its life, its attributes, and what uses it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::check::site::{Spot, Subject};
use crate::check::term;
use crate::editor::{Command, Page};
use crate::model::collect;
use crate::model::id::TriggerId;
use crate::model::trigger::{AudienceKind, Trigger, TriggerState};
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::IconName;
use crate::ui::numbers;
use crate::ui::pages::triggers::attributes::Attributes;
use crate::ui::pages::triggers::catalogue::duplicate;
use crate::ui::pages::triggers::snippet::SnippetSection;
use crate::ui::pages::wires::reactions::ReactionList;
use crate::ui::pages::wires::used_in::{UsedInTables, named};
use crate::ui::problems::inline::InlineProblems;
use crate::ui::shell::state::TriggerStateView;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::confirm::{Question, Questions};
use crate::ui::widgets::inputs::{Field, Select, TextArea, TextInput};

/// The editor of one trigger.
#[component]
pub fn TriggerRecord(
    /// Which.
    id: TriggerId,
) -> impl IntoView {
    let store = Store::get();
    let trigger = Watch::new(move |_| store.read(|w| w.triggers.get(&id).cloned()));
    let text = move |read: fn(&Trigger) -> String| {
        Signal::derive(move || trigger.get().map(|trigger| read(&trigger)).unwrap_or_default())
    };
    let state = Signal::derive(move || trigger.get().map_or(TriggerState::Draft, |t| t.state));
    view! {
        <div class="record" data-testid="trigger-record">
            <header class="record-head">
                <h2 class="truncate">{text(|trigger| trigger.name.clone())}</h2>
                <TriggerStateView state/>
                <span class="drawer-space"></span>
                <LifeButton id state/>
                <Button
                    label="duplicate"
                    icon=IconName::Copy
                    test_id="duplicate-trigger"
                    on_click=move |()| duplicate(store, id)
                />
                <Button
                    label="delete"
                    class="button button-danger"
                    icon=IconName::Trash2
                    test_id="delete-trigger"
                    on_click=move |()| delete(store, id)
                />
            </header>
            <InlineProblems site=Subject::Trigger(id).at(Spot::Whole)/>
            <Field label=Signal::derive(|| t("name"))>
                <TextInput
                    value=text(|trigger| trigger.name.clone())
                    on_input=move |name| edit(store, id, |trigger| trigger.name = name)
                    test_id="trigger-name"
                />
            </Field>
            <InlineProblems site=Subject::Trigger(id).at(Spot::Name)/>
            <div class="field">
                <span class="field-label">{move || t("unique-name")}</span>
                <code class="code">{text(|trigger| trigger.unique_name.clone())}</code>
                <span class="field-help">{move || t("unique-name-help")}</span>
            </div>
            <Field label=Signal::derive(|| t("description"))>
                <TextArea
                    value=text(|trigger| trigger.description.clone())
                    on_input=move |text| edit(store, id, |trigger| trigger.description = text)
                />
            </Field>
            <Field label=Signal::derive(|| t("audience"))>
                <Select
                    value=text(|trigger| term::of_audience(trigger.audience).into())
                    options=Signal::derive(|| {
                        AudienceKind::ALL.map(|kind| (term::of_audience(kind).into(), t(term::of_audience(kind)))).to_vec()
                    })
                    on_choose=move |key: String| {
                        let kind = AudienceKind::ALL.into_iter().find(|kind| term::of_audience(*kind) == key);
                        if let Some(kind) = kind {
                            edit(store, id, |trigger| trigger.audience = kind);
                        }
                    }
                />
            </Field>
            <Attributes id/>
            <section class="record-section" id=USED_IN tabindex="-1" aria-label=move || t("used-in-title")>
                <header class="record-section-head">
                    <h3>{move || t("used-in-title")}</h3>
                </header>
                <UsedInTables trigger=id/>
            </section>
            <section class="record-section" aria-label=move || t("reactions-outside")>
                <h3>{move || t("reactions-outside")}</h3>
                <ReactionList trigger=id by=None/>
            </section>
            <SnippetSection id/>
        </div>
    }
}

/// The id of the section that says where the trigger is used.
const USED_IN: &str = "trigger-used-in";

/// Deletes a trigger that nothing uses; of one that is used, shows where.
pub(super) fn delete(store: Store, id: TriggerId) {
    if store.run(Command::DeleteTrigger(id)).is_some() {
        return store.open(Page::Triggers(None));
    }
    store.open(Page::Triggers(Some(id)));
    request_animation_frame(|| {
        let section = document().get_element_by_id(USED_IN);
        let section = section.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(section) = section {
            section.scroll_into_view();
            // Where it cannot have the focus, it is still in view.
            let _ = section.focus();
        }
    });
}

/// The next step in the trigger's life.
#[component]
fn LifeButton(id: TriggerId, state: Signal<TriggerState>) -> impl IntoView {
    let (store, questions) = (Store::get(), Questions::get());
    changing(move || {
        let (words, next) = match state.get() {
            TriggerState::Draft => ("mark-ready", TriggerState::Ready),
            TriggerState::Ready => ("stop", TriggerState::Stopped),
            TriggerState::Stopped => return None,
        };
        Some(
            view! {
                <Button
                    label=words
                    test_id=words
                    on_click=move |()| move_to(store, questions, id, next)
                />
            }
            .into_any(),
        )
    })
}

/// Moves a trigger through its life; asks before it is stopped for good.
pub(super) fn move_to(store: Store, questions: Questions, id: TriggerId, state: TriggerState) {
    let run = Callback::new(move |()| drop(store.run(Command::SetTriggerState(id, state))));
    if state != TriggerState::Stopped {
        return run.run(());
    }
    store.when_checked(move || ask_to_stop(store, questions, id, run));
}

fn ask_to_stop(store: Store, questions: Questions, id: TriggerId, run: Callback<()>) {
    let (name, live) = store.peek(|workspace| {
        let name = workspace.triggers.get(&id).map(|trigger| trigger.name.clone());
        let index = untrack(|| store.index());
        let uses = index.usage(id).iter().filter(|one| one.live);
        (name, collect::set(uses.filter_map(|one| one.journey)).len())
    });
    let args = [("count", live.into()), ("n", numbers::count(live as u64).into())];
    questions.ask(untrack(|| Question {
        title: t_with("stop-trigger-title", [("name", named(name).into())]),
        body: t_with("stop-trigger-body", args),
        action: t("stop"),
        run,
    }));
}

/// Sends the trigger as it is after `change`.
pub(super) fn edit(store: Store, id: TriggerId, change: impl FnOnce(&mut Trigger)) {
    store.change(id, Command::SetTrigger, change);
}
