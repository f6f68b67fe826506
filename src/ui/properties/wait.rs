//! The settings of a Wait tile: for how long, until when, or around which date.

use leptos::prelude::*;

use crate::check::{At, Spot, Wanted};
use crate::editor::JourneyEdit;
use crate::model::condition::Source;
use crate::model::id::TileId;
use crate::model::journey::TileKind;
use crate::model::time::Duration;
use crate::model::value::Type;
use crate::model::wait::{Side, WaitUntil};
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::properties::open::Open;
use crate::ui::properties::parts::{Labelled, Says, SaysWhole, Section, Segments, wrong_at};
use crate::ui::properties::source::SourcePicker;
use crate::ui::properties::value::MomentInput;
use crate::ui::watch::Watch;
use crate::ui::widgets::inputs::{DurationInput, Select};

/// A date, the side of it, and how far from it.
type Around = (Option<Source>, Side, Duration);

/// What a tile waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Duration,
    Moment,
    Around,
}

/// The settings of a Wait tile.
#[component]
pub fn WaitPane(
    /// The tile.
    tile: TileId,
) -> impl IntoView {
    let open = Open::get();
    let wait = Wait { open, tile };
    let way = Watch::new(move |_| {
        wait.read(|wait| {
            Some(match wait {
                WaitUntil::Duration(_) => Way::Duration,
                WaitUntil::Moment(_) => Way::Moment,
                WaitUntil::Around { .. } => Way::Around,
            })
        })
    });
    let choose = move |way: Way| {
        wait.set(match way {
            Way::Duration => WaitUntil::Duration(FIRST_WAIT),
            Way::Moment => WaitUntil::Moment(String::new()),
            Way::Around => WaitUntil::Around { date: None, side: Side::At, offset: FIRST_WAIT },
        });
        open.store.end_gesture();
    };
    view! {
        <Section title=Signal::derive(|| t("wait-way")) test_id="wait-duration">
            <Segments
                label=Signal::derive(|| t("wait-way"))
                value=way
                options=vec![
                    (Way::Duration, Signal::derive(|| t("wait-way-duration")), "duration"),
                    (Way::Moment, Signal::derive(|| t("wait-way-moment")), "moment"),
                    (Way::Around, Signal::derive(|| t("wait-way-around")), "around"),
                ]
                on_choose=move |chosen| {
                    if way.get_untracked() != Some(chosen) {
                        choose(chosen);
                    }
                }
                test_id="wait-way"
            />
            {changing(move || match way.get() {
                None => ().into_any(),
                Some(Way::Duration) => view! { <DurationEditor wait/> }.into_any(),
                Some(Way::Moment) => view! { <MomentEditor wait/> }.into_any(),
                Some(Way::Around) => view! { <AroundEditor wait/> }.into_any(),
            })}
            <SaysWhole tile=Some(tile)/>
        </Section>
    }
}

/// The Wait tile that is edited. Copied freely; it is a handle.
#[derive(Clone, Copy)]
struct Wait {
    open: Open,
    tile: TileId,
}

impl Wait {
    fn read<T: Default>(self, read: impl FnOnce(&WaitUntil) -> T) -> T {
        self.open.tile(self.tile, |tile| match &tile.kind {
            TileKind::Wait(wait) => read(wait),
            _ => T::default(),
        })
    }

    fn set(self, wait: WaitUntil) {
        self.open.edit(JourneyEdit::SetWait(self.tile, wait));
    }
}

#[component]
fn DurationEditor(wait: Wait) -> impl IntoView {
    let site = wait.open.site(Some(wait.tile), Spot::Duration);
    let duration = Watch::new(move |_| {
        let duration = wait.read(|wait| match wait {
            WaitUntil::Duration(duration) => Some(*duration),
            _ => None,
        });
        duration.unwrap_or(FIRST_WAIT)
    });
    view! {
        <DurationInput
            label=Signal::derive(|| t("wait-duration"))
            value=duration
            on_change=move |duration| wait.set(WaitUntil::Duration(duration))
            invalid=wrong_at(wait.open, site)
        />
        <Says site/>
        <p class="soft small">{move || t("wait-about")}</p>
    }
}

#[component]
fn MomentEditor(wait: Wait) -> impl IntoView {
    let open = wait.open;
    let site = open.site(Some(wait.tile), Spot::Date);
    let value = move || {
        wait.read(|wait| match wait {
            WaitUntil::Moment(text) => text.clone(),
            _ => String::new(),
        })
    };
    let zone = move || open.read(|_, journey| journey.time_zone.clone());
    view! {
        <Labelled label=Signal::derive(|| t("wait-until"))>
            <MomentInput
                label=Signal::derive(|| t("wait-until"))
                value=Signal::derive(value)
                on_input=move |text| wait.set(WaitUntil::Moment(text))
                invalid=wrong_at(open, site)
                timed_first=true
                test_id="wait-moment"
            />
        </Labelled>
        <Says site/>
        <p class="soft small">{move || t_with("wait-until-about", [("zone", zone().into())])}</p>
    }
}

#[component]
fn AroundEditor(wait: Wait) -> impl IntoView {
    let open = wait.open;
    let site = open.site(Some(wait.tile), Spot::Date);
    let around = Watch::new(move |_| {
        let around = wait.read(|wait| match wait {
            WaitUntil::Around { date, side, offset } => Some((*date, *side, *offset)),
            _ => None,
        });
        around.unwrap_or((None, Side::At, FIRST_WAIT))
    });
    let set = move |change: &dyn Fn(&mut Around)| {
        let mut now = around.get_untracked();
        change(&mut now);
        let (date, side, offset) = now;
        wait.set(WaitUntil::Around { date, side, offset });
    };
    let choose = move |(source, _): (Source, Type)| {
        set(&|around| around.0 = Some(source));
        open.store.end_gesture();
    };
    let choose_side = move |key: String| {
        if let Some(side) = Side::ALL.into_iter().find(|side| side_key(*side) == key) {
            set(&|around| around.1 = side);
            open.store.end_gesture();
        }
    };
    let sides = || {
        let all = Side::ALL.into_iter().map(side_key);
        all.map(|key| (key.to_owned(), t(key))).collect()
    };
    let is_at = Watch::new(move |_| around.get().1 == Side::At);
    let far = open.site(Some(wait.tile), Spot::Duration);
    view! {
        <Labelled label=Signal::derive(|| t("wait-date"))>
            <SourcePicker
                label=Signal::derive(|| t("wait-date"))
                at=At::Tile(wait.tile)
                wanted=Wanted::Type(Type::DateTime)
                value=Signal::derive(move || around.get().0)
                on_choose=choose
                invalid=wrong_at(open, site)
                test_id="wait-date"
            />
        </Labelled>
        <Says site/>
        <Labelled label=Signal::derive(|| t("wait-side"))>
            <Select
                label=Signal::derive(|| t("wait-side"))
                value=Signal::derive(move || side_key(around.get().1).to_owned())
                options=Signal::derive(sides)
                on_choose=choose_side
                test_id="wait-side"
            />
        </Labelled>
        {changing(move || {
            (!is_at.get())
                .then(|| {
                    view! {
                        <Labelled label=Signal::derive(|| t("wait-offset"))>
                            <DurationInput
                                label=Signal::derive(|| t("wait-offset"))
                                value=Signal::derive(move || around.get().2)
                                on_change=move |offset| set(&|around| around.2 = offset)
                                invalid=wrong_at(open, far)
                            />
                        </Labelled>
                        <Says site=far/>
                    }
                        .into_any()
                })
        })}
        <p class="soft small">{move || t("wait-around-about")}</p>
    }
}

/// The words of a side, which are its key too.
fn side_key(side: Side) -> &'static str {
    match side {
        Side::Before => "wait-side-before",
        Side::At => "wait-side-at",
        Side::After => "wait-side-after",
    }
}

/// What a wait starts with.
const FIRST_WAIT: Duration = Duration::days(1);
