//! States as a coloured dot and a word.

use leptos::prelude::*;

use crate::model::journey::JourneyState;
use crate::model::trigger::TriggerState;
use crate::ui::i18n::t;

/// The state of a journey.
#[component]
pub fn JourneyStateView(
    /// Which.
    #[prop(into)]
    state: Signal<JourneyState>,
) -> impl IntoView {
    view! {
        <span class="state" data-state=move || colour_of(state.get())>
            <span class="dot"></span>
            {move || t(crate::check::term::of_journey_state(state.get()))}
        </span>
    }
}

/// The name of the colour of a journey's state, among the tokens.
pub fn colour_of(state: JourneyState) -> &'static str {
    match state {
        JourneyState::Draft => "draft",
        JourneyState::Live | JourneyState::LiveEditing => "live",
        JourneyState::Scheduled | JourneyState::Paused | JourneyState::Completing => "paused",
        JourneyState::Completed => "draft",
        JourneyState::Stopped => "stopped",
    }
}

/// The state of a trigger.
#[component]
pub fn TriggerStateView(
    /// Which.
    #[prop(into)]
    state: Signal<TriggerState>,
) -> impl IntoView {
    let colour = move || match state.get() {
        TriggerState::Draft => "draft",
        TriggerState::Ready => "ready",
        TriggerState::Stopped => "stopped",
    };
    view! {
        <span class="state" data-state=move || colour()>
            <span class="dot"></span>
            {move || t(crate::check::term::of_trigger_state(state.get()))}
        </span>
    }
}
