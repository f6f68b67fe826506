//! What something listens to: the trigger, its own page, who else uses it, and for
//! which of its values it counts.

use leptos::prelude::*;

use crate::check::Spot;
use crate::model::id::TriggerId;
use crate::model::journey::Listener;
use crate::ui::i18n::t;
use crate::ui::properties::condition::ConditionEditor;
use crate::ui::properties::open::{Conditioned, Listening, Open};
use crate::ui::properties::parts::{Labelled, Says, wrong_at};
use crate::ui::properties::trigger_editor::ChosenTrigger;
use crate::ui::properties::trigger_picker::TriggerPicker;
use crate::ui::properties::used_in::UsedIn;
use crate::ui::watch::Watch;

/// The trigger and the condition.
#[component]
pub fn ListenerEditor(
    /// What listens.
    place: Listening,
    /// What is said while there is no condition.
    #[prop(into)]
    always: Signal<String>,
    /// The test id of the trigger picker.
    #[prop(into)]
    test_id: String,
) -> impl IntoView {
    let open = Open::get();
    let (tile, holder) = place.site(open);
    let site = open.site(tile, Spot::Trigger(holder));
    let trigger = Signal::derive(move || open.read(|_, journey| place.read(journey)?.trigger));
    let has_trigger = Watch::new(move |_| trigger.get().is_some());
    let choose = move |id: TriggerId| {
        let edit = open.peek(|_, journey| {
            let on = Listener { trigger: Some(id), ..place.read(journey)?.clone() };
            Some(place.write(journey, on))
        });
        if let Some(edit) = edit {
            open.edit(edit);
            open.store.end_gesture();
        }
    };
    view! {
        <Labelled label=Signal::derive(|| t("trigger"))>
            <TriggerPicker value=trigger on_choose=choose invalid=wrong_at(open, site) test_id/>
        </Labelled>
        <Says site/>
        <ChosenTrigger trigger/>
        <UsedIn trigger/>
        {move || {
            has_trigger.get()
                .then(|| {
                    view! {
                        <Labelled label=Signal::derive(|| t("condition"))>
                            <ConditionEditor place=Conditioned::Listener(place) empty=always/>
                        </Labelled>
                    }
                        .into_any()
                })
        }}
    }
}
