//! An entry by segments: which, when, and who is left out.

use leptos::prelude::*;

use crate::check::Spot;
use crate::editor::JourneyEdit;
use crate::model::entry::EntryBy;
use crate::model::every::{Every, MonthDay};
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
use crate::ui::words;

/// What an entry by segments is set to.
type Taken = (Vec<SegmentId>, String, Option<Every>);

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
    let way = Watch::new(move |_| key(read(open).2));
    let zone = move || open.read(|_, journey| journey.time_zone.clone());
    let options = || WAYS.map(|way| (way.to_owned(), t(way))).to_vec();
    let choose = move |key: String| {
        change(open, |taken| taken.2 = turned(taken.2, &key));
        open.store.end_gesture();
    };
    let about = move || match way.get() {
        BY_MONTHS | BY_MONTHS_LAST => "schedule-months-about",
        _ => "schedule-about",
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
                    value=Signal::derive(move || way.get().to_owned())
                    options=Signal::derive(options)
                    on_choose=choose
                    test_id="schedule-recurs"
                />
                {changing(move || length(open, way.get(), wrong_at(open, site)))}
            </div>
        </Labelled>
        <Says site/>
        <p class="soft small">{move || t_with(about(), [("zone", zone().into())])}</p>
    }
}

const ONCE: &str = "schedule-once";
const AGAIN: &str = "schedule-again";
const BY_MONTHS: &str = "schedule-by-months";
const BY_MONTHS_LAST: &str = "schedule-by-months-last";
/// The ways to recur, by the messages that say them.
const WAYS: [&str; 4] = [ONCE, AGAIN, BY_MONTHS, BY_MONTHS_LAST];
/// What "again and again" starts with.
const FIRST_PERIOD: Duration = Duration::days(7);
/// Numbers of months that are offered.
const MONTHS: [u32; 5] = [1, 2, 3, 6, 12];

fn key(every: Option<Every>) -> &'static str {
    match every {
        None => ONCE,
        Some(Every::Time(_)) => AGAIN,
        Some(Every::Months(_, MonthDay::Same)) => BY_MONTHS,
        Some(Every::Months(_, MonthDay::Last)) => BY_MONTHS_LAST,
    }
}

/// The other way to recur, about as often.
fn turned(every: Option<Every>, key: &str) -> Option<Every> {
    let months = match every {
        Some(Every::Months(months, _)) => months,
        _ => 1,
    };
    match key {
        AGAIN => Some(Every::Time(FIRST_PERIOD)),
        BY_MONTHS => Some(Every::Months(months, MonthDay::Same)),
        BY_MONTHS_LAST => Some(Every::Months(months, MonthDay::Last)),
        _ => None,
    }
}

/// How long after one run comes the next.
fn length(open: Open, way: &str, invalid: Signal<bool>) -> Option<AnyView> {
    match way {
        AGAIN => {
            let value = move || match read(open).2 {
                Some(Every::Time(time)) => time,
                _ => FIRST_PERIOD,
            };
            let set = move |time| change(open, |taken| taken.2 = Some(Every::Time(time)));
            Some(
                view! {
                    <DurationInput
                        label=Signal::derive(|| t("schedule-every"))
                        value=Signal::derive(value)
                        on_change=set
                        invalid
                    />
                }
                .into_any(),
            )
        }
        BY_MONTHS | BY_MONTHS_LAST => {
            let months = move || match read(open).2 {
                Some(Every::Months(months, on)) => (months, on),
                _ => (1, MonthDay::Same),
            };
            let options = move || {
                let (chosen, on) = months();
                let other = Some(chosen).filter(|chosen| !MONTHS.contains(chosen));
                let all = MONTHS.into_iter().chain(other);
                all.map(|months| (months.to_string(), words::every_months(months, on))).collect()
            };
            let set = move |key: String| {
                let Ok(count) = key.parse() else { return };
                change(open, |taken| {
                    if let Some(Every::Months(months, _)) = &mut taken.2 {
                        *months = count;
                    }
                });
                open.store.end_gesture();
            };
            Some(
                view! {
                    <Select
                        label=Signal::derive(|| t("schedule-how-many-months"))
                        value=Signal::derive(move || months().0.to_string())
                        options=Signal::derive(options)
                        on_choose=set
                        test_id="schedule-months"
                    />
                }
                .into_any(),
            )
        }
        _ => None,
    }
}
