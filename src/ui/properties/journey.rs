//! The settings of the journey as a whole (rule S6).

use leptos::prelude::*;

use crate::check::{Spot, term};
use crate::editor::life::{can_be_replaced, next_states};
use crate::editor::{JourneyEdit, Page};
use crate::model::journey::JourneyState;
use crate::model::time::time_zone_names;
use crate::model::trigger::AudienceKind;
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::life::{Life, LifeStep};
use crate::ui::properties::exits::ExitCriteria;
use crate::ui::properties::goal::GoalEditor;
use crate::ui::properties::open::Open;
use crate::ui::properties::parts::{Labelled, Says, SaysWhole, Section, wrong_at};
use crate::ui::properties::value::MomentInput;
use crate::ui::shell::state::JourneyStateView;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::inputs::{Field, Select, TextArea};
use crate::ui::widgets::picker::{Choice, Picker};

/// The settings of the journey.
#[component]
pub fn JourneyPane() -> impl IntoView {
    let open = Open::get();
    let describe = move |text| {
        open.edit(JourneyEdit::Describe(text));
    };
    view! {
        <Section title=Signal::derive(|| t("journey-section"))>
            <SaysWhole tile=None/>
            <StateEditor/>
            <Field label=Signal::derive(|| t("description"))>
                <TextArea
                    value=Signal::derive(move || open.read(|_, journey| journey.description.clone()))
                    on_input=describe
                />
            </Field>
            <AudienceEditor/>
        </Section>
        <Section title=Signal::derive(|| t("period")) test_id="period">
            <TimeZoneEditor/>
            <PeriodEditor/>
        </Section>
        <Section title=Signal::derive(|| t("goal")) test_id="goal">
            <GoalEditor/>
        </Section>
        <Section title=Signal::derive(|| t("exit-criteria")) test_id="exit-criteria">
            <ExitCriteria/>
        </Section>
    }
}

/// The state, a button for each step from it, and the versions. What a step means is
/// shown before it is taken.
#[component]
fn StateEditor() -> impl IntoView {
    let (open, life) = (Open::get(), Life::get());
    let state = Watch::new(move |_| open.read(|_, journey| journey.state));
    let go = move |to: JourneyState| {
        let step = match (to, state.get_untracked()) {
            (JourneyState::Live, JourneyState::Draft) => Some(LifeStep::Publish),
            (JourneyState::Paused, _) => Some(LifeStep::Pause),
            (JourneyState::Completing, _) => Some(LifeStep::Complete),
            (JourneyState::Stopped, _) => Some(LifeStep::Stop),
            _ => None,
        };
        match (step, open.id) {
            (Some(step), Some(id)) => life.ask(open.store, id, step),
            _ => drop(open.edit(JourneyEdit::SetState(to))),
        }
    };
    view! {
        <div class="pane-line pane-states">
            <JourneyStateView state/>
            <span class="pane-space"></span>
            {move || {
                let from = state.get();
                let steps = next_states(from).iter().copied();
                // A draft is scheduled where it is published.
                let steps = steps.filter(|to| (from, *to) != (JourneyState::Draft, JourneyState::Scheduled));
                steps
                    .map(|to| {
                        view! {
                            <Button
                                label=Signal::derive(move || t(transition(from, to)))
                                class="button button-small"
                                on_click=move |()| go(to)
                            />
                        }
                            .into_any()
                    })
                    .collect_view()
            }}
        </div>
        <Versions/>
    }
}

/// The way to the versions, and to a new one.
#[component]
fn Versions() -> impl IntoView {
    let (open, life) = (Open::get(), Life::get());
    let Some(id) = open.id else { return ().into_any() };
    let live = Watch::new(move |_| open.read(|_, journey| can_be_replaced(journey.state)));
    let next = Watch::new(move |_| open.store.read(|workspace| workspace.next_draft(id)));
    let go = move |()| match next.get_untracked() {
        Some(next) => open.store.open(Page::Journey(next)),
        None => life.ask(open.store, id, LifeStep::NewVersion),
    };
    let words = move || t(if next.get().is_some() { "version-open-next" } else { "new-version" });
    view! {
        <div class="pane-line">
            {move || {
                live.get()
                    .then(|| {
                        view! {
                            <Button
                                label=Signal::derive(words)
                                class="button button-small"
                                test_id="pane-new-version"
                                on_click=go
                            />
                        }
                            .into_any()
                    })
            }}
            <Button
                label="versions-show"
                class="button button-small"
                test_id="pane-versions"
                on_click=move |()| open.store.open(Page::Versions(id))
            />
        </div>
    }
    .into_any()
}

/// The words of the button that takes a journey to a state.
fn transition(from: JourneyState, to: JourneyState) -> &'static str {
    match to {
        JourneyState::Draft => "to-draft",
        JourneyState::Scheduled => "to-scheduled",
        JourneyState::Live if from == JourneyState::Paused => "to-resume",
        JourneyState::Live => "publish",
        JourneyState::LiveEditing => "to-live-editing",
        JourneyState::Paused => "to-paused",
        JourneyState::Completing => "to-completing",
        JourneyState::Completed => "to-completed",
        JourneyState::Stopped => "stop",
    }
}

#[component]
fn AudienceEditor() -> impl IntoView {
    let open = Open::get();
    let site = open.site(None, Spot::Audience);
    let value = move || term::of_audience(open.read(|_, journey| journey.audience)).to_owned();
    let options = || {
        let all = AudienceKind::ALL.into_iter().map(term::of_audience);
        all.map(|id| (id.to_owned(), t(id))).collect()
    };
    let choose = move |key: String| {
        let found = AudienceKind::ALL.into_iter().find(|kind| term::of_audience(*kind) == key);
        if let Some(kind) = found {
            open.edit(JourneyEdit::SetAudience(kind));
        }
    };
    view! {
        <Field label=Signal::derive(|| t("audience"))>
            <Select
                value=Signal::derive(value)
                options=Signal::derive(options)
                on_choose=choose
                test_id="audience"
            />
        </Field>
        <Says site/>
    }
}

#[component]
fn TimeZoneEditor() -> impl IntoView {
    let open = Open::get();
    let site = open.site(None, Spot::TimeZone);
    let now = move || open.read(|_, journey| journey.time_zone.clone());
    let choices = move || {
        let choice = |name: String| Choice { key: name.clone(), label: name, ..Choice::default() };
        // All are known when the checker is.
        let names = if open.store.is_checked() { time_zone_names() } else { vec![now()] };
        names.into_iter().map(choice).collect::<Vec<_>>()
    };
    let choose = move |name| {
        open.edit(JourneyEdit::SetTimeZone(name));
        open.store.end_gesture();
    };
    view! {
        <Labelled label=Signal::derive(|| t("time-zone"))>
            <Picker
                label=Signal::derive(|| t("time-zone"))
                value=Signal::derive(now)
                placeholder=Signal::derive(|| t("time-zone-choose"))
                choices=Signal::derive(choices)
                on_choose=choose
                invalid=wrong_at(open, site)
                test_id="time-zone"
            />
        </Labelled>
        <Says site/>
    }
}

/// From when and until when contacts may enter.
#[component]
fn PeriodEditor() -> impl IntoView {
    let open = Open::get();
    let period = move || open.read(|_, journey| (journey.start.clone(), journey.end.clone()));
    let set_start = move |start| {
        let (_, end) = untrack(period);
        open.edit(JourneyEdit::SetPeriod(start, end));
    };
    let set_end = move |end| {
        let (start, _) = untrack(period);
        open.edit(JourneyEdit::SetPeriod(start, end));
    };
    view! {
        <PeriodEnd
            id="period-start"
            spot=Spot::Start
            value=Signal::derive(move || period().0)
            on_input=set_start
        />
        <PeriodEnd
            id="period-end"
            spot=Spot::End
            value=Signal::derive(move || period().1)
            on_input=set_end
        />
        <p class="soft small">{move || t("period-about")}</p>
    }
}

#[component]
fn PeriodEnd(
    id: &'static str,
    spot: Spot,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
) -> impl IntoView {
    let open = Open::get();
    let site = open.site(None, spot);
    let is_set = Watch::new(move |_| !value.get().is_empty());
    let clear = move |()| {
        on_input.run(String::new());
        open.store.end_gesture();
    };
    view! {
        <Labelled label=Signal::derive(move || t(id))>
            <div class="period-end">
                <MomentInput
                    label=Signal::derive(move || t(id))
                    value
                    on_input
                    invalid=wrong_at(open, site)
                    timed_first=true
                    test_id=id
                />
                {move || {
                    is_set.get()
                        .then(|| {
                            view! {
                                <IconButton
                                    icon=IconName::X
                                    label="period-clear"
                                    on_click=clear
                                />
                            }
                                .into_any()
                        })
                }}
            </div>
        </Labelled>
        <Says site/>
    }
}
