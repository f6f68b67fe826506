//! The goal of a journey: what meets it, and how often it should be met.

use leptos::prelude::*;

use crate::check::Spot;
use crate::editor::JourneyEdit;
use crate::model::decimal::Decimal;
use crate::model::journey::{Goal, Target};
use crate::ui::changing::changing;
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::properties::listener::ListenerEditor;
use crate::ui::properties::open::{Listening, Open};
use crate::ui::properties::parts::{Labelled, Says, wrong_at};
use crate::ui::watch::Watch;
use crate::ui::widgets::button::{AddButton, IconButton};
use crate::ui::widgets::inputs::Select;
use crate::ui::widgets::number::{with_point, written};

/// The goal, or the button that adds one.
#[component]
pub fn GoalEditor() -> impl IntoView {
    let open = Open::get();
    let is_set = Watch::new(move |_| open.read(|_, journey| journey.goal.is_some()));
    let set = move |goal: Option<Goal>| {
        open.edit(JourneyEdit::SetGoal(goal));
    };
    changing(move || {
        if !is_set.get() {
            return view! {
                <p class="soft small">{move || t("goal-none")}</p>
                <AddButton
                    label="goal-add"
                    on_click=move |()| set(Some(Goal::default()))
                    test_id="add-goal"
                />
            }
            .into_any();
        }
        view! {
            <div class="pane-card">
                <div class="branch-head">
                    <strong class="small">{move || t("goal-met-by")}</strong>
                    <IconButton
                        icon=IconName::Trash2
                        label="goal-delete"
                        on_click=move |()| set(None)
                        test_id="delete-goal"
                    />
                </div>
                <ListenerEditor
                    place=Listening::Goal
                    always=Signal::derive(|| t("wait-for-any"))
                    test_id="goal-trigger-picker"
                />
                <TargetEditor/>
            </div>
        }
        .into_any()
    })
}

/// None, a count or a share.
#[component]
fn TargetEditor() -> impl IntoView {
    let open = Open::get();
    let site = open.site(None, Spot::Target);
    let target = Watch::new(move |_| open.read(|_, journey| journey.goal.as_ref()?.target));
    let key = move || match target.get() {
        None => NONE,
        Some(Target::Count(_)) => COUNT,
        Some(Target::Share(_)) => SHARE,
    };
    let is_set = Watch::new(move |_| target.get().is_some());
    let set = move |target| {
        let goal = open.peek(|_, journey| Some(Goal { target, ..journey.goal.clone()? }));
        if goal.is_some() {
            open.edit(JourneyEdit::SetGoal(goal));
        }
    };
    let choose = move |key: String| {
        set(match key.as_str() {
            COUNT => Some(Target::Count(100)),
            SHARE => Some(Target::Share(Decimal::from(10))),
            _ => None,
        });
        open.store.end_gesture();
    };
    let options = || {
        vec![
            (NONE.to_owned(), t("target-none")),
            (COUNT.to_owned(), t("target-count")),
            (SHARE.to_owned(), t("target-share")),
        ]
    };
    view! {
        <Labelled label=Signal::derive(|| t("target"))>
            <div class="target">
                <Select
                    label=Signal::derive(|| t("target"))
                    value=Signal::derive(move || key().to_owned())
                    options=Signal::derive(options)
                    on_choose=choose
                    test_id="target"
                />
                {move || is_set.get().then(|| view! { <TargetNumber target set=Callback::new(set)/> }.into_any())}
            </div>
        </Labelled>
        <Says site/>
    }
}

/// The number of the target. One that does not read is not taken over; the field
/// shows it as wrong until it reads or is left.
#[component]
fn TargetNumber(target: Watch<Option<Target>>, set: Callback<Option<Target>>) -> impl IntoView {
    let open = Open::get();
    let site = open.site(None, Spot::Target);
    let typed = RwSignal::new(None::<String>);
    let read = move |text: &str| -> Option<Target> {
        match target.get_untracked()? {
            Target::Count(_) => text.trim().parse().ok().map(Target::Count),
            Target::Share(_) => with_point(text).parse().ok().map(Target::Share),
        }
    };
    let shown = move || match target.get() {
        None => String::new(),
        Some(Target::Count(count)) => count.to_string(),
        Some(Target::Share(share)) => written(&share.to_string()),
    };
    let wrong = wrong_at(open, site);
    let unread = move || typed.get().is_some_and(|text| read(&text).is_none());
    view! {
        <input
            type="text"
            class="input numeric"
            inputmode="decimal"
            autocomplete="off"
            data-testid="target-number"
            aria-label=move || t("target-number")
            aria-invalid=move || (unread() || wrong.get()).to_string()
            prop:value=move || typed.get().unwrap_or_else(shown)
            on:input=move |event| {
                let text = event_target_value(&event);
                if let Some(target) = read(&text) {
                    set.run(Some(target));
                }
                typed.set(Some(text));
            }
            on:blur=move |_| {
                typed.set(None);
                open.store.end_gesture();
            }
        />
    }
}

const NONE: &str = "none";
const COUNT: &str = "count";
const SHARE: &str = "share";
