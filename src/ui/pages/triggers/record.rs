//! One trigger: its names, its life, its attributes, and what uses it.

use leptos::prelude::*;

use crate::check::site::{Site, Spot, Subject};
use crate::check::term;
use crate::editor::{Command, Page};
use crate::model::id::TriggerId;
use crate::model::trigger::{AudienceKind, Trigger, TriggerState};
use crate::ui::changing::changing;
use crate::ui::i18n::t;
use crate::ui::icon::{Icon, IconName};
use crate::ui::pages::triggers::attributes::Attributes;
use crate::ui::problems::inline::InlineProblems;
use crate::ui::shell::state::TriggerStateView;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
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
                <button
                    type="button"
                    class="button button-danger"
                    on:click=move |_| {
                        if store.run(Command::DeleteTrigger(id)).is_some() {
                            store.open(Page::Triggers(None));
                        }
                    }
                >
                    <Icon name=IconName::Trash2/>
                    {move || t("delete")}
                </button>
            </header>
            <InlineProblems here=move |site: Site| site == Subject::Trigger(id).at(Spot::Whole)/>
            <Field label=Signal::derive(|| t("name"))>
                <TextInput
                    value=text(|trigger| trigger.name.clone())
                    on_input=move |name| edit(store, id, |trigger| trigger.name = name)
                    test_id="trigger-name"
                />
            </Field>
            <InlineProblems here=move |site: Site| site == Subject::Trigger(id).at(Spot::Name)/>
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
        </div>
    }
}

/// The next step in the trigger's life.
#[component]
fn LifeButton(id: TriggerId, state: Signal<TriggerState>) -> impl IntoView {
    let store = Store::get();
    changing(move || {
        let (words, next) = match state.get() {
            TriggerState::Draft => ("mark-ready", TriggerState::Ready),
            TriggerState::Ready => ("stop", TriggerState::Stopped),
            TriggerState::Stopped => return None,
        };
        Some(
            view! {
                <button
                    type="button"
                    class="button"
                    data-testid=words
                    on:click=move |_| drop(store.run(Command::SetTriggerState(id, next)))
                >
                    {move || t(words)}
                </button>
            }
            .into_any(),
        )
    })
}

/// Sends the trigger as it is after `change`.
pub(super) fn edit(store: Store, id: TriggerId, change: impl FnOnce(&mut Trigger)) {
    store.change(id, Command::SetTrigger, change);
}
