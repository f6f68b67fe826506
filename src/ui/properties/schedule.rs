//! An entry by segments: which, when, and who is left out.

use leptos::prelude::*;

use crate::check::Spot;
use crate::editor::JourneyEdit;
use crate::model::entry::EntryBy;
use crate::model::id::{SegmentId, TileId};
use crate::model::time::Duration;
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::properties::open::Open;
use crate::ui::properties::parts::{Labelled, Says, wrong_at};
use crate::ui::properties::segments::SegmentList;
use crate::ui::properties::value::MomentInput;
use crate::ui::watch::Watch;
use crate::ui::widgets::inputs::{DurationInput, Select};

/// What an entry by segments is set to.
type Taken = (Vec<SegmentId>, String, Option<Duration>);

/// Reads an entry by segments; tracked.
fn read(open: Open) -> Taken {
    open.read(|_, journey| match &journey.entry.by {
        EntryBy::Segments { segments, at, every } => (segments.clone(), at.clone(), *every),
        EntryBy::Trigger { .. } => Taken::default(),
    })
}

fn change(open: Open, change: impl FnOnce(&mut Taken)) {
    let mut now = untrack(|| read(open));
    change(&mut now);
    let (segments, at, every) = now;
    open.edit(JourneyEdit::SetEntryBy(EntryBy::Segments { segments, at, every }));
}

/// The segments that contacts are taken from.
#[component]
pub fn EntrySegments(
    /// The Entry tile.
    tile: TileId,
) -> impl IntoView {
    let open = Open::get();
    view! {
        <p class="soft small">{move || t("entry-segments-about")}</p>
        <SegmentList
            label=Signal::derive(|| t("entry-segments"))
            chosen=Signal::derive(move || read(open).0)
            on_change=move |segments| change(open, |taken| taken.0 = segments)
            site=open.site(Some(tile), Spot::Segments)
            test_id="entry-segments"
        />
    }
}

/// The segments whose members do not enter.
#[component]
pub fn Exclusions(
    /// The Entry tile.
    tile: TileId,
) -> impl IntoView {
    let open = Open::get();
    let chosen = move || open.read(|_, journey| journey.entry.exclusions.clone());
    let set = move |segments| {
        open.edit(JourneyEdit::SetExclusions(segments));
    };
    view! {
        <SegmentList
            label=Signal::derive(|| t("exclusions"))
            chosen=Signal::derive(chosen)
            on_change=set
            site=open.site(Some(tile), Spot::Exclusions)
            test_id="exclusions"
        />
    }
}

/// When the schedule runs first, and how long after one run comes the next.
#[component]
pub fn ScheduleEditor(
    /// The Entry tile.
    tile: TileId,
) -> impl IntoView {
    let open = Open::get();
    let site = open.site(Some(tile), Spot::Schedule);
    let recurs = Watch::new(move |_| read(open).2.is_some());
    let zone = move || open.read(|_, journey| journey.time_zone.clone());
    let options =
        || vec![(ONCE.to_owned(), t("schedule-once")), (AGAIN.to_owned(), t("schedule-again"))];
    let choose = move |key: String| {
        change(open, |taken| taken.2 = (key == AGAIN).then_some(FIRST_PERIOD));
        open.store.end_gesture();
    };
    view! {
        <Labelled label=Signal::derive(|| t("schedule-at"))>
            <MomentInput
                label=Signal::derive(|| t("schedule-at"))
                value=Signal::derive(move || read(open).1)
                on_input=move |at| change(open, |taken| taken.1 = at)
                invalid=wrong_at(open, site)
                timed_first=true
                test_id="schedule-at"
            />
        </Labelled>
        <Labelled label=Signal::derive(|| t("schedule-recurs"))>
            <div class="schedule-recurs">
                <Select
                    label=Signal::derive(|| t("schedule-recurs"))
                    value=Signal::derive(move || if recurs.get() { AGAIN } else { ONCE }.to_owned())
                    options=Signal::derive(options)
                    on_choose=choose
                    test_id="schedule-recurs"
                />
                {changing(move || {
                    recurs
                        .get()
                        .then(|| {
                            view! {
                                <DurationInput
                                    label=Signal::derive(|| t("schedule-every"))
                                    value=Signal::derive(move || read(open).2.unwrap_or(FIRST_PERIOD))
                                    on_change=move |every| change(open, |taken| taken.2 = Some(every))
                                    invalid=wrong_at(open, site)
                                />
                            }
                                .into_any()
                        })
                })}
            </div>
        </Labelled>
        <Says site/>
        <p class="soft small">{move || t_with("schedule-about", [("zone", zone().into())])}</p>
    }
}

const ONCE: &str = "once";
const AGAIN: &str = "again";
/// What "again and again" starts with.
const FIRST_PERIOD: Duration = Duration::days(7);
