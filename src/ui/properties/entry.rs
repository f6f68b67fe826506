//! The Entry: what lets contacts in, a trigger or a schedule over segments, how often
//! one contact may enter, and who does not enter at all.

use leptos::prelude::*;

use crate::check::Spot;
use crate::editor::{JourneyEdit, Selection};
use crate::model::entry::EntryBy;
use crate::model::id::TileId;
use crate::model::journey::Repeat;
use crate::model::time::Duration;
use crate::ui::changing::changing;
use crate::ui::i18n::t;
use crate::ui::properties::listener::ListenerEditor;
use crate::ui::properties::open::{Listening, Open};
use crate::ui::properties::parts::{Says, SaysWhole, Section, Segments, wrong_at};
use crate::ui::properties::schedule::{EntrySegments, Exclusions, ScheduleEditor};
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::inputs::{DurationInput, Select};

/// The settings of the Entry.
#[component]
pub fn EntryPane(
    /// The id of the Entry tile.
    tile: TileId,
) -> impl IntoView {
    let open = Open::get();
    let by_trigger = Watch::new(move |_| {
        open.read(|_, journey| Some(matches!(journey.entry.by, EntryBy::Trigger { .. })))
    });
    let choose = move |trigger: bool| {
        if by_trigger.get_untracked() == Some(trigger) {
            return;
        }
        let segments = EntryBy::Segments { segments: Vec::new(), at: String::new(), every: None };
        let by = if trigger { EntryBy::default() } else { segments };
        open.edit(JourneyEdit::SetEntryBy(by));
        open.store.end_gesture();
    };
    view! {
        <Section title=Signal::derive(|| t("entry-by"))>
            <Segments
                label=Signal::derive(|| t("entry-by"))
                value=by_trigger
                options=vec![
                    (true, Signal::derive(|| t("entry-by-trigger")), "trigger"),
                    (false, Signal::derive(|| t("entry-by-segments")), "segments"),
                ]
                on_choose=choose
                test_id="entry-by"
            />
            <SaysWhole tile=Some(tile)/>
            {changing(move || match by_trigger.get() {
                None => ().into_any(),
                Some(true) => view! {
                    <ListenerEditor
                        place=Listening::Entry
                        always=Signal::derive(|| t("entry-always"))
                        test_id="trigger-picker"
                    />
                }
                .into_any(),
                Some(false) => view! { <EntrySegments tile/> }.into_any(),
            })}
        </Section>
        {changing(move || match by_trigger.get() {
            None => ().into_any(),
            Some(true) => view! {
                <Section title=Signal::derive(|| t("repeat")) test_id="repeat">
                    <RepeatEditor tile/>
                </Section>
            }
            .into_any(),
            Some(false) => view! {
                <Section title=Signal::derive(|| t("schedule")) test_id="schedule">
                    <ScheduleEditor tile/>
                </Section>
            }
            .into_any(),
        })}
        <Section title=Signal::derive(|| t("exclusions")) test_id="exclusions">
            <p class="soft small">{move || t("exclusions-about")}</p>
            <Exclusions tile/>
        </Section>
        <Section title=Signal::derive(|| t("journey-settings"))>
            <p class="soft small">{move || t("journey-settings-about")}</p>
            <Button
                label="journey-settings-open"
                class="link small"
                test_id="to-journey-settings"
                on_click=move |()| open.store.select(Selection::Journey)
            />
        </Section>
    }
}

/// Never again, at once, or after a delay.
#[component]
fn RepeatEditor(tile: TileId) -> impl IntoView {
    let open = Open::get();
    let site = open.site(Some(tile), Spot::Repeat);
    let rule = Watch::new(move |_| open.read(|_, journey| journey.entry.repeat()));
    let key = move || match rule.get() {
        None | Some(Repeat::Never) => NEVER,
        Some(Repeat::AtOnce) => AT_ONCE,
        Some(Repeat::After(_)) => AFTER,
    };
    let delay = Watch::new(move |_| match rule.get() {
        Some(Repeat::After(delay)) => delay,
        _ => FIRST_DELAY,
    });
    let is_after = Watch::new(move |_| matches!(rule.get(), Some(Repeat::After(_))));
    let set = move |rule| {
        open.edit(JourneyEdit::SetRepeat(rule));
    };
    let choose = move |key: String| {
        set(match key.as_str() {
            AT_ONCE => Repeat::AtOnce,
            AFTER => Repeat::After(FIRST_DELAY),
            _ => Repeat::Never,
        });
        open.store.end_gesture();
    };
    let options = || {
        vec![
            (NEVER.to_owned(), t("repeat-never")),
            (AT_ONCE.to_owned(), t("repeat-at-once")),
            (AFTER.to_owned(), t("repeat-after-delay")),
        ]
    };
    view! {
        <Select
            label=Signal::derive(|| t("repeat"))
            value=Signal::derive(move || key().to_owned())
            options=Signal::derive(options)
            on_choose=choose
            test_id="repeat-rule"
        />
        {move || {
            is_after.get()
                .then(|| {
                    view! {
                        <DurationInput
                            label=Signal::derive(|| t("repeat-delay"))
                            value=delay
                            on_change=move |delay| set(Repeat::After(delay))
                            invalid=wrong_at(open, site)
                        />
                    }
                        .into_any()
                })
        }}
        <Says site/>
    }
}

const NEVER: &str = "never";
const AT_ONCE: &str = "at-once";
const AFTER: &str = "after";
/// What "after a delay" starts with.
const FIRST_DELAY: Duration = Duration::days(30);
